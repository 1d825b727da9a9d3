"""The index of achievement (IPSPM) as pure arithmetic: fractions all the way, rounded once at the end.

A = 100 · served ÷ to be served, at most 100. B = the mean of the two kinds of quality. IPSPM weighs both by the weights
in force. Within a kind, B is the mean of its items' fulfilled ÷ required, each at most 100: sets of clothes and
wheelchairs cannot be added, and a surplus of one must not hide the want of another.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

HUNDRED = Fraction(100)
CENT = Decimal("0.01")


def percent(part, whole):
    """100 · part ÷ whole as a Fraction, not capped; None when there is no whole."""
    return None if not whole else HUNDRED * Fraction(part) / Fraction(whole)


def capped(value):
    return None if value is None else min(value, HUNDRED)


def mean(values):
    """The mean of those that are known; None when none is."""
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def quality(kinds):
    """B: `kinds` is one list per kind of (fulfilled, required). A kind that asks for nothing is left out."""
    return mean([mean([capped(percent(done, asked)) for done, asked in items]) for items in kinds])


def index(a, b, weights):
    """The index of a type from A and B (None: not known, and so is the index). `weights`: the pair, in percent."""
    if a is None or b is None:
        return None
    for_people, for_quality = (Fraction(weight) for weight in weights)
    return (capped(a) * for_people + capped(b) * for_quality) / 100


def rounded(value):
    """Half up to two decimals, as it is printed and classified."""
    if value is None:
        return None
    hundredths = (2 * value * 100 + 1) // 2  # exact: floor(100 · value + ½)
    return (Decimal(int(hundredths)) / 100).quantize(CENT, ROUND_HALF_UP)
