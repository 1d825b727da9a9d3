"""A shelter's year: its months beside each other, each person once. Targets are the department's, not a shelter's."""

from dataclasses import dataclass

from cases.models import ServiceType, Shelter
from reports.month import Month
from reports.spm.bars import MonthBars, month_bars
from reports.spm.counted import Counted, counted
from reports.spm.index import percent, rounded
from reports.spm.year import TypeYear, type_year


@dataclass(frozen=True)
class ShelterType:
    service_type: ServiceType
    people: TypeYear
    months: tuple  # (month, in scope, served, for the first time this year, revision)
    bars: MonthBars

    @property
    def percent(self):
        return rounded(percent(self.people.served, len(self.people.in_scope)))


@dataclass(frozen=True)
class ShelterYear:
    shelter: Shelter
    year: int
    types: tuple[ShelterType, ...]
    months: tuple[tuple[Month, Counted], ...]

    @property
    def signed(self):
        return sum(one.is_signed for _, one in self.months)


def shelter_year(shelter, year, today):
    begun = [Month(year, number) for number in range(1, 13) if Month(year, number).first <= today]
    found = counted([shelter], begun)
    months = tuple((month, found[shelter.pk, month]) for month in begun)
    types = []
    for kind in ServiceType.objects.all():
        people = type_year(kind.code, [[one] for _, one in months])
        if people.in_scope:
            types.append(shelter_type(kind, people, months))
    return ShelterYear(shelter, year, tuple(types), months)


def shelter_type(kind, people, months):
    lines = [
        (month, len(one.in_scope.get(kind.code, ())), len(one.served.get(kind.code, ())), one.words)
        for month, one in months
    ]
    firsts = [len(first) for first in people.firsts]
    rows = tuple((*line[:3], first, one.short) for line, first, (_, one) in zip(lines, firsts, months, strict=True))
    return ShelterType(kind, people, rows, month_bars(kind.code, kind.get_group_display(), lines))
