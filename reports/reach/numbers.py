"""Middles, quartiles and shares: exact, never a float."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

TENTH = Decimal("0.1")


def at_share(values, share):
    """The value below which this share lies, between two neighbours in proportion, as percentile_cont does; or None."""
    values = sorted(values)
    if not values:
        return None
    place = (len(values) - 1) * Fraction(share)
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


def as_decimal(number):
    """A Fraction or whole number with one digit after the comma."""
    if number is None:
        return None
    number = Fraction(number)
    return (Decimal(number.numerator) / Decimal(number.denominator)).quantize(TENTH, ROUND_HALF_UP)


def percent(part, whole):
    """Of a hundred; None where there is nothing to share."""
    return as_decimal(Fraction(100 * part, whole)) if whole else None


def said(number, unit=""):
    """2,5 hari; a dash where there is none."""
    if number is None:
        return "–"
    text = f"{number:.1f}".replace(".", ",").removesuffix(",0")
    return f"{text} {unit}".rstrip()
