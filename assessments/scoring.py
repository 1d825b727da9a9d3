"""What the answers of a form score per domain. Pure arithmetic, in Decimal: no database, no rounding but of a mean.

The meaning of the own columns is told in instruments/README.md, "Nilai per bidang".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

CENT = Decimal("0.01")


def number_text(number: Decimal) -> str:
    """12 and 2,33: without zeros that nobody wrote."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


class Band(NamedTuple):
    minimum: Decimal
    label: str
    is_weak: bool = False


@dataclass(frozen=True)
class Scored:
    """A question that counts: what each answer gives. An answer that gives nothing counts as not answered."""

    path: str
    points: Mapping[str, Decimal]
    many: bool = False

    @property
    def lowest(self) -> Decimal:
        if self.many:
            return sum((point for point in self.points.values() if point < 0), Decimal(0))
        return min(self.points.values())

    @property
    def highest(self) -> Decimal:
        if self.many:
            return sum((point for point in self.points.values() if point > 0), Decimal(0))
        return max(self.points.values())

    def score(self, value) -> Decimal | None:
        names = value if isinstance(value, list) else [value]
        points = [self.points.get(name) for name in names]
        return None if None in points or not points else sum(points, Decimal(0))


class Readable:
    """How a measure is said to people; it has the fields of Measured."""

    @property
    def is_complete(self) -> bool:
        return self.answered == self.asked

    @property
    def said(self) -> str:
        value, low, high = map(number_text, (self.value, self.minimum, self.maximum))
        return f"{value} (skala {low}–{high})" if self.minimum else f"{value} dari {high}"

    @property
    def lacks(self) -> str:
        return "" if self.is_complete else f"belum lengkap, {self.answered} dari {self.asked} dijawab"


@dataclass(frozen=True)
class Measured(Readable):
    """One domain of one filling. Incomplete, it has no band: a missing answer never makes it look lower."""

    slug: str
    label: str
    value: Decimal
    minimum: Decimal
    maximum: Decimal
    answered: int
    asked: int
    band: str = ""
    is_weak: bool = False
    higher_is_better: bool = True

    def stored(self) -> dict:
        return dict(vars(self))


@dataclass(frozen=True)
class Domain:
    """`bands` from the lowest up. Weak ones stand at the bad end: the low one, unless a high score is bad."""

    slug: str
    label: str
    questions: tuple[Scored, ...]
    bands: tuple[Band, ...] = ()
    is_mean: bool = False

    @property
    def higher_is_better(self) -> bool:
        return not (self.bands and self.bands[-1].is_weak)

    def band(self, value: Decimal) -> Band | None:
        """Every value falls into one: what lies below the first limit too."""
        reached = [band for band in self.bands if band.minimum <= value]
        return reached[-1] if reached else self.bands[0] if self.bands else None

    def measure(self, relevant: Mapping) -> Measured | None:
        """`relevant`: the answers by path, None where one is asked and missing. None when nothing was answered."""
        asked = [question for question in self.questions if question.path in relevant]
        scores = {question.path: question.score(relevant[question.path]) for question in asked}
        given = [score for score in scores.values() if score is not None]
        if not given:
            return None
        # A mean is of the answered questions, and so are its limits; a sum says how far it is from the whole.
        among = [question for question in asked if not self.is_mean or scores[question.path] is not None]
        value, low, high = (
            self._together(numbers)
            for numbers in (given, [question.lowest for question in among], [question.highest for question in among])
        )
        complete = len(given) == len(asked)
        band = self.band(value) if complete else None
        return Measured(
            self.slug, self.label, value, low, high, len(given), len(asked),
            band.label if band else "", bool(band and band.is_weak), self.higher_is_better,
        )  # fmt: skip

    def _together(self, numbers: list[Decimal]) -> Decimal:
        total = sum(numbers, Decimal(0))
        return (total / len(numbers)).quantize(CENT, ROUND_HALF_UP) if self.is_mean else total


def scores(domains, state) -> list[Measured]:
    """In the order of the form; a domain of which nothing was answered is not measured."""
    relevant = {path: question.value for path, question in state.questions.items() if question.relevant}
    measured = (domain.measure(relevant) for domain in domains)
    return [found for found in measured if found]
