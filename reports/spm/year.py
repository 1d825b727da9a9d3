"""A year of the standard as pure arithmetic over what each shelter's month counted (spm-computation.md, "Year").

A person counts once per type and year over all shelters together, in the first month in which they were served: so
the columns Jan … Des add up to the total.
"""

from dataclasses import dataclass
from decimal import Decimal

from reports.spm.index import capped, percent, rounded

MONTHS = 12
SHORT = tuple("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split())


@dataclass(frozen=True)
class Line:
    """A line of the e-SPM layout: what was asked for, what each month added, and what is left.

    `months` has twelve places; None where the period ends before the month, or nothing was entered.
    """

    label: str
    unit: str
    asked: int | Decimal | None
    months: tuple

    @property
    def cells(self):
        """(Jan … Des, what the month added)"""
        return list(zip(SHORT, self.months, strict=True))

    @property
    def halves(self):
        """Twice six months, for paper that has no room for twelve amounts beside each other."""
        return self.months[:6], self.months[6:]

    @property
    def difference(self):
        """Asked for minus total: below zero where more was spent than allocated."""
        return None if self.asked is None else self.asked - self.total

    @property
    def total(self):
        return sum((value for value in self.months if value is not None), 0)

    @property
    def left(self):
        return None if self.asked is None else max(self.asked - self.total, 0)

    @property
    def is_over(self):
        """More than was asked for: for people an error in the target, for money one in the allocation."""
        return self.asked is not None and self.total > self.asked

    @property
    def ratio(self):
        """100 · total ÷ asked, exact and at most 100; None when nothing was asked for, which prints as a dash."""
        return capped(percent(self.total, self.asked))

    @property
    def percent(self):
        return rounded(self.ratio)


@dataclass(frozen=True)
class TypeYear:
    """One type over the months so far. `firsts`: per month the people who were served for the first time."""

    code: str
    firsts: tuple[frozenset[int], ...]
    in_scope: frozenset[int]
    target: int | None  # None: nobody entered one

    @property
    def served(self):
        """X: each once."""
        return sum(len(people) for people in self.firsts)

    @property
    def population(self):
        """Y: the entered target; without one the people in scope so far, and the page says so."""
        return len(self.in_scope) if self.target is None else self.target

    @property
    def is_empty(self):
        return self.target is None and not self.in_scope

    def line(self, label):
        counts = [len(people) for people in self.firsts]
        return Line(label, "orang", self.population, tuple(counts + [None] * (MONTHS - len(counts))))


def type_year(code, months, target=None):
    """`months`: for each month so far, in order, what each shelter counted in it (any order of shelters)."""
    seen, firsts, in_scope = set(), [], set()
    for shelters in months:
        served = set().union(*(one.served.get(code, ()) for one in shelters))
        in_scope |= set().union(*(one.in_scope.get(code, ()) for one in shelters))
        firsts.append(frozenset(served - seen))
        seen |= served
    return TypeYear(code, tuple(firsts), frozenset(in_scope), target)


def until(values, month):
    """The first months of a year's twelve; nothing after them."""
    return tuple(value if place < month else None for place, value in enumerate(values))
