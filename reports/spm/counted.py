"""The persons served per type in a shelter's month, and which revision says so: where a signed report is in force its
frozen persons count, else the month as the rows have it now.
"""

from collections import defaultdict
from dataclasses import dataclass

from cases.models import Client
from reports.models import MonthReport, MonthReportPerson
from reports.month import Month
from reports.spm.months import served_months


@dataclass(frozen=True)
class Counted:
    """One shelter's month. People are client ids; a file that was merged away counts as the one it was merged into."""

    in_scope: dict[str, frozenset[int]]
    served: dict[str, frozenset[int]]
    revision: int | None = None  # of the signed report; None: nobody signed it, these are the rows of today

    @property
    def is_signed(self):
        return self.revision is not None

    @property
    def short(self):
        return f"R{self.revision}" if self.is_signed else "belum"

    @property
    def words(self):
        return f"ditandatangani R{self.revision}" if self.is_signed else "belum ditandatangani"


def counted(shelters, months):
    """{(shelter key, Month): Counted} of every shelter and month. A handful of queries, however many there are."""
    shelters, months = list(shelters), list(months)
    found = frozen(shelters, months)
    open_months = [(shelter, month) for shelter in shelters for month in months if (shelter.pk, month) not in found]
    some = {shelter.pk: shelter for shelter, _ in open_months}.values()
    living = served_months(some, sorted({month for _, month in open_months}))
    return found | {(shelter.pk, month): of_rows(living[shelter.pk, month]) for shelter, month in open_months}


def of_rows(types):
    return Counted(
        in_scope={kind: in_scope for kind, (in_scope, _) in types.items()},
        served={kind: served for kind, (_, served) in types.items()},
    )


def frozen(shelters, months):
    """The months with a signed report in force, by the persons that stand behind it."""
    reports = MonthReport.objects.in_force(shelters, months)
    keys = {report.pk: report for report in reports.only("shelter", "year", "number", "revision")}
    people = MonthReportPerson.objects.filter(report__in=keys).exclude(service_type="").order_by()
    merged = dict(
        Client.objects.filter(pk__in=people.values("client_id"), merged_into__isnull=False).values_list(
            "pk", "merged_into"
        )
    )
    in_scope, served = (defaultdict(lambda: defaultdict(set)) for _ in range(2))
    for report, kind, client, is_served in people.values_list("report", "service_type", "client_id", "served"):
        client = merged.get(client, client)
        in_scope[report][kind].add(client)
        if is_served:
            served[report][kind].add(client)
    return {
        (report.shelter_id, Month(report.year, report.number)): Counted(
            frozensets(in_scope[pk]), frozensets(served[pk]), report.revision
        )
        for pk, report in keys.items()
    }


def frozensets(by_kind):
    return {kind: frozenset(people) for kind, people in by_kind.items()}
