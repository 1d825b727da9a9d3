"""The arithmetic of the satisfaction survey (SKM, Permenpan RB 14/2017): exact, and without a database.

Every figure is a Fraction until it is shown. The index (IKM) is the value of the service times 25, rounded half up to
two decimals; what is printed is what is classed. An answer that was left open is neither a 0 nor a missing person: it
only lowers the number that its own element is divided by. An element that nobody answered has no average; it is left
out, the others share its weight evenly, and whoever shows the index has to name it (`Index.silent`).
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

LOWEST, HIGHEST = 1, 4
CONVERSION = 25
FREE = "U4"  # cost: the services of a shelter are free, so nearly everybody answers 4

# Krejcie and Morgan (1970): chi-square of one degree of freedom at 95 percent, proportion one half, error 5 percent.
CHI_SQUARE, HALF, ERROR = Fraction("3.841"), Fraction(1, 2), Fraction("0.05")
EVERYBODY_BELOW = 30

EXACT, PRINTED = "exact", "printed"  # 1/9, or 0.11 as the printed form of the regulation rounds it


@dataclass(frozen=True)
class Element:
    """What was answered about one element: the sum of the scores, and how many answers were filled."""

    code: str
    name: str
    total: int
    filled: int

    @property
    def average(self):
        """NRR: Fraction of 1 to 4, or None where nobody answered."""
        return Fraction(self.total, self.filled) if self.filled else None


@dataclass(frozen=True)
class Index:
    """The index of these elements; `weighting` EXACT or PRINTED."""

    elements: tuple[Element, ...]
    weighting: str = EXACT

    @property
    def answered(self):
        return [element for element in self.elements if element.filled]

    @property
    def silent(self):
        """Elements that were asked and that nobody answered: not in the index."""
        return [element for element in self.elements if not element.filled]

    @property
    def weight(self):
        """Of each answered element; PRINTED is rounded half up to two decimals (0.11 of nine)."""
        if not self.answered:
            return None
        exact = Fraction(1, len(self.answered))
        return Fraction(rounded(exact, 2)) if self.weighting == PRINTED else exact

    def weighted(self, element):
        return element.average * self.weight if element.filled else None

    @property
    def value(self):
        """Nilai SKM, 1 to 4; None where nobody answered anything."""
        return sum(map(self.weighted, self.answered), Fraction(0)) if self.answered else None

    @property
    def converted(self):
        """IKM, 25.00 to 100.00, rounded half up to two decimals; None where nobody answered anything."""
        return None if self.value is None else rounded(self.value * CONVERSION, 2)

    def without(self, code):
        """The index of the other elements, as information beside the prescribed one."""
        return Index(tuple(element for element in self.elements if element.code != code), self.weighting)

    @property
    def lowest_first(self):
        """The answered elements, where the service is judged worst first; equal ones in the order of the elements."""
        return sorted(self.answered, key=lambda element: element.average)


def of_averages(averages, weighting=EXACT):
    """The value and the index of averages that are only known as printed ({code: Decimal or str})."""
    scale = 10_000
    found = tuple(Element(code, code, int(Fraction(str(one)) * scale), scale) for code, one in averages.items())
    return Index(found, weighting)


def grade_of(converted, bands):
    """The band of a converted index that is rounded already, or None. `bands` have `lower`, in any order."""
    if converted is None:
        return None
    return next((band for band in sorted(bands, key=lambda one: -one.lower) if converted >= band.lower), None)


def krejcie_morgan(population):
    """How many of so many have to answer, rounded half up."""
    if population <= 0:
        return 0
    spread = CHI_SQUARE * HALF * (1 - HALF)
    return int(rounded(spread * population / (ERROR**2 * (population - 1) + spread), 0))


def sample_needed(population):
    """As the formula says; a house with fewer than thirty asks everybody. None: the population is not known."""
    if population is None:
        return None
    return population if population < EVERYBODY_BELOW else krejcie_morgan(population)


def rounded(number, places):
    """A Fraction as a Decimal with so many decimals, half up; never through a float, nor rounded twice."""
    shifted = Fraction(number) * 10**places
    whole = (2 * shifted.numerator + shifted.denominator) // (2 * shifted.denominator)
    return Decimal(whole).scaleb(-places).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
