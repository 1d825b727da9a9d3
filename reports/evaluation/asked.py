"""Of which shelters and which parts of a year figures are asked for."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from django.utils import timezone

from cases.models import Shelter
from reports.models.evaluation_indicator import QUARTERS, YEAR
from reports.month import Month
from reports.reach.period import Span


class Value(NamedTuple):
    """`is_small`: a share of so few people that whoever does not read their files is not told it."""

    number: Decimal | int | None
    is_small: bool = False


@dataclass(frozen=True)
class Asked:
    """`spans`: the quarters and the year (YEAR) that have begun; a figure of one that has not is no figure."""

    shelters: list[Shelter]
    year: int
    today: date
    is_department: bool = False  # its targets of the standard count then, instead of the people in scope
    now: datetime = field(default_factory=timezone.now)

    @property
    def spans(self):
        texts = {quarter: f"{self.year}-T{quarter}" for quarter in QUARTERS} | {YEAR: str(self.year)}
        spans = {period: Span.parse(text) for period, text in texts.items()}
        return {period: span for period, span in spans.items() if span.first <= self.today}

    @property
    def whole(self):
        """The year."""
        return Span.parse(str(self.year))

    @property
    def months(self):
        """Those that have begun."""
        return [month for number in range(1, 13) if (month := Month(self.year, number)).first <= self.today]

    @property
    def todays(self):
        return {shelter.pk: shelter.today() for shelter in self.shelters}


def last_month(period):
    return 12 if period == YEAR else 3 * period


def period_text(year, period):
    """As the pages of reach write it: 2026-T1, 2026."""
    return str(year) if period == YEAR else f"{year}-T{period}"
