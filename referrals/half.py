"""Half a year: what a community network reports about."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True)
class Half:
    year: int
    number: int  # 1 or 2

    @classmethod
    def of(cls, day):
        return cls(day.year, 1 if day.month <= 6 else 2)

    @property
    def first(self):
        return date(self.year, 1 if self.number == 1 else 7, 1)

    @property
    def last_month(self):
        """From its first day on the half-year may be reported as a whole."""
        return date(self.year, 6 if self.number == 1 else 12, 1)

    @property
    def label(self):
        return f"{'Januari–Juni' if self.number == 1 else 'Juli–Desember'} {self.year}"

    @property
    def short(self):
        return f"{self.year}/{'I' if self.number == 1 else 'II'}"

    def __str__(self):
        return f"{self.year}-{self.number}"

    def moved(self, steps):
        place = self.year * 2 + self.number - 1 + steps
        return Half(place // 2, place % 2 + 1)

    def is_due(self, day):
        return self.last_month <= day


def latest(day, count):
    """The half-year of this day and those before it, the latest first."""
    return [Half.of(day).moved(-step) for step in range(count)]


def due(day):
    """The last half-year that may be reported."""
    half = Half.of(day)
    return half if half.is_due(day) else half.moved(-1)
