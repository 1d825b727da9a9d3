"""A calendar month: the unit in which the house reports."""

import calendar
from dataclasses import dataclass
from datetime import date

from django.utils import dateformat


@dataclass(frozen=True, order=True)
class Month:
    year: int
    number: int

    def __post_init__(self):
        date(self.year, self.number, 1)  # a ValueError for whatever is no month

    def __str__(self):
        return f"{self.year:04}-{self.number:02}"

    @classmethod
    def of(cls, day):
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text):
        """2026-03, written exactly so; anything else is a ValueError."""
        month = cls.of(date.fromisoformat(f"{text}-01"))
        if str(month) != text:
            raise ValueError(text)
        return month

    @property
    def first(self):
        return date(self.year, self.number, 1)

    @property
    def last(self):
        return date(self.year, self.number, self.days)

    @property
    def days(self):
        return calendar.monthrange(self.year, self.number)[1]

    @property
    def label(self):
        """Maret 2026"""
        return dateformat.format(self.first, "F Y")

    def moved(self, count):
        """So many months later; earlier when negative."""
        years, number = divmod(self.number - 1 + count, 12)
        return Month(self.year + years, number + 1)


def months_between(first, last):
    """Every month with a day from first to last, both inclusive, in order."""
    start, end = Month.of(first), Month.of(last)
    count = (end.year - start.year) * 12 + end.number - start.number + 1
    return [start.moved(step) for step in range(count)]
