"""All shelters in one month, type by type."""

from dataclasses import dataclass

from cases.models import ServiceType, Shelter
from reports.month import Month
from reports.spm.counted import Counted, counted
from reports.spm.index import percent, rounded
from reports.spm.year import type_year


@dataclass(frozen=True)
class Side:
    """A shelter's figures of one type in the month."""

    shelter: Shelter
    basis: Counted
    in_scope: int
    served: int

    @property
    def percent(self):
        return rounded(percent(self.served, self.in_scope))


@dataclass(frozen=True)
class TypeSides:
    """A type at every shelter that had people of it. The totals count a person of two shelters once."""

    service_type: ServiceType
    sides: tuple[Side, ...]
    in_scope: int
    served: int
    added: int  # served for the first time this year: what the year's column of this month shows

    @property
    def percent(self):
        return rounded(percent(self.served, self.in_scope))


@dataclass(frozen=True)
class SideBySide:
    month: Month
    types: tuple[TypeSides, ...]
    shelters: tuple  # (shelter, what its month rests on)


def side_by_side(shelters, month):
    begun = [Month(month.year, number) for number in range(1, month.number + 1)]
    found = counted(shelters, begun)
    months = [[found[shelter.pk, each] for shelter in shelters] for each in begun]
    types = []
    for kind in ServiceType.objects.all():
        sides = tuple(
            side for shelter in shelters if (side := side_of(shelter, found[shelter.pk, month], kind)).in_scope
        )
        if sides:
            types.append(type_sides(kind, sides, months))
    return SideBySide(month, tuple(types), tuple((shelter, found[shelter.pk, month]) for shelter in shelters))


def side_of(shelter, one, kind):
    return Side(shelter, one, len(one.in_scope.get(kind.code, ())), len(one.served.get(kind.code, ())))


def type_sides(kind, sides, months):
    everybody, served = (
        frozenset().union(*(getattr(one, part).get(kind.code, ()) for one in months[-1]))
        for part in ("in_scope", "served")
    )
    added = type_year(kind.code, months).firsts[-1]
    return TypeSides(kind, sides, len(everybody), len(served), len(added))
