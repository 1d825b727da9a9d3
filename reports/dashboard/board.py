"""What the dashboards show of each shelter; as many queries for fifty shelters as for one."""

from dataclasses import dataclass

from cases.models import Shelter
from reports.dashboard.line import Line, line_of
from reports.dashboard.occupancy import Night, nights
from reports.dashboard.overdue import Late, overdue
from reports.dashboard.raising import Raise, raises
from reports.dashboard.unsigned import unsigned
from reports.month import Month
from reports.spm.figures import SpmMonth, percentage
from reports.spm.months import spm_months

MOST = 5


@dataclass(frozen=True)
class Board:
    shelter: Shelter
    today: Night
    line: Line
    month: Month
    report: SpmMonth
    raises: list[Raise]
    unsigned: list[Month]
    overdue: list[Late]

    @property
    def is_over_full(self):
        return self.today.residents > self.shelter.capacity

    @property
    def late(self):
        return sum(one.count for one in self.overdue)

    @property
    def in_scope(self):
        """People of all types; whoever is of two counts in both, as in the tables of the department."""
        return sum(len(kind.in_scope) for kind in self.report.types)

    @property
    def served(self):
        return sum(len(kind.served) for kind in self.report.types)

    @property
    def percent(self):
        return percentage(self.served, self.in_scope)


def boards(shelters):
    shelters = list(shelters)
    months = {shelter.pk: Month.of(shelter.today()) for shelter in shelters}
    lived, late, waiting = nights(shelters), overdue(shelters), unsigned(shelters)
    reports = spm_months(shelters, sorted(set(months.values())))
    scale = max([1, *(shelter.capacity for shelter in shelters),
                 *(night.residents for days in lived.values() for night in days)])  # fmt: skip
    return [
        board_of(shelter, lived[shelter.pk], reports[shelter.pk, months[shelter.pk]], scale,
                 unsigned=waiting[shelter.pk], overdue=late.get(shelter.pk, []))
        for shelter in shelters
    ]  # fmt: skip


def board_of(shelter, days, report, scale, **more):
    return Board(
        shelter=shelter, today=days[-1], line=line_of(shelter, days, scale), month=report.month, report=report,
        raises=raises(report)[:MOST], **more,
    )  # fmt: skip
