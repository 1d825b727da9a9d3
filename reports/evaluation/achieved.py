"""How far a figure came towards its target: pure arithmetic, exact until it is shown."""

from fractions import Fraction

from django.db import models

from reports.models.evaluation_indicator import EvaluationIndicator
from reports.spm.index import rounded

Direction, Judged = EvaluationIndicator.Direction, EvaluationIndicator.Judged


class Verdict(models.TextChoices):
    REACHED = "reached", "tercapai"
    NEAR = "near", "hampir"
    SHORT = "short", "belum"
    NO_TARGET = "no_target", "tanpa target"
    NO_DATA = "no_data", "belum ada angka"


def percent_of_target(actual, target, direction):
    """A Fraction, at least 0 and not capped above; None where there is nothing to compare, or a target of 0 or below.

    Higher is better: 100 · actual ÷ target. Lower is better: 100 · (2 · target − actual) ÷ target, as the performance
    reports of government reckon it: at the target 100, below it more, at twice the target nothing.
    """
    if actual is None or target is None or target <= 0:
        return None
    part = actual if direction == Direction.HIGHER else 2 * target - actual
    return max(Fraction(100) * Fraction(part) / Fraction(target), Fraction(0))


def verdict(actual, target, *, direction, judged, near):
    """In words. Compared are the figures themselves, never their rounded percentage."""
    if target is None:
        return Verdict.NO_TARGET
    if actual is None:
        return Verdict.NO_DATA
    if actual >= target if direction == Direction.HIGHER else actual <= target:
        return Verdict.REACHED
    share = percent_of_target(actual, target, direction) if judged == Judged.PERCENT else None
    return Verdict.NEAR if share is not None and share >= near else Verdict.SHORT


def achieved(actual, target, indicator):
    """The percentage as it is shown and kept, half up to two digits; None where none is asked for."""
    if indicator.judged != Judged.PERCENT:
        return None
    return rounded(percent_of_target(actual, target, indicator.direction))
