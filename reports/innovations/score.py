"""How mature an innovation is by what its evidence proves: an estimate, as the guideline's weights allow.

Each indicator counts weight × level ÷ 3, by the highest level that something kept proves. An indicator whose weight
nobody told is named and left out of both the score and what it is out of.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from reports.models.innovation_indicator import LEVELS

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Line:
    """One indicator with the level that is proven, 0 to 3."""

    indicator: object
    level: int

    @property
    def points(self):
        weight = self.indicator.weight
        return None if weight is None else rounded(Fraction(weight * self.level, LEVELS))

    @property
    def gain(self):
        """What full proof would add; None where the weight is not known."""
        weight = self.indicator.weight
        return None if weight is None else rounded(Fraction(weight * (LEVELS - self.level), LEVELS))


@dataclass(frozen=True)
class Maturity:
    lines: tuple[Line, ...]

    @property
    def weighed(self):
        return [line for line in self.lines if line.indicator.weight is not None]

    @property
    def unweighed(self):
        return [line.indicator for line in self.lines if line.indicator.weight is None]

    @property
    def score(self):
        return rounded(Fraction(sum(line.indicator.weight * line.level for line in self.weighed), LEVELS))

    @property
    def most(self):
        return sum(line.indicator.weight for line in self.weighed)

    @property
    def proven(self):
        return sum(1 for line in self.lines if line.level)

    @property
    def raises(self):
        """What would raise it most, first."""
        open_lines = [line for line in self.weighed if line.level < LEVELS]
        return sorted(open_lines, key=lambda line: (-line.gain, line.indicator.position))


def maturity(indicators, levels):
    """`levels`: {indicator's key: highest proven level}; what is not among them proves nothing."""
    return Maturity(tuple(Line(one, levels.get(one.pk) or 0) for one in indicators))


def rounded(number):
    """A Fraction as a Decimal with two digits, half up."""
    return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(HUNDREDTH, ROUND_HALF_UP)
