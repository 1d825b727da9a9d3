"""The index of achievement by examples: the worked one, those of the field, and the edges of the classes."""

from decimal import Decimal
from fractions import Fraction

import pytest

from reports.models import IndexClass
from reports.spm.index import index, percent, quality, rounded

WEIGHTS = (Decimal(80), Decimal(20))
CLASSES = [
    IndexClass(name=name, lower=Decimal(lower))
    for name, lower in (
        ("Tuntas Paripurna", 100), ("Tuntas Utama", 90), ("Tuntas Madya", 80), ("Tuntas Pratama", 70),
        ("Tuntas Muda", 60), ("Belum Tuntas", 0),
    )
]  # fmt: skip


def of(served, target, goods, staff):
    return rounded(index(percent(served, target), quality([goods, staff]), WEIGHTS))


def test_the_worked_example():
    assert quality([[(8, 10)], [(3, 4)]]) == Fraction(775, 10)
    figure = of(45, 50, [(8, 10)], [(3, 4)])
    assert figure == Decimal("87.50")
    assert IndexClass.name_of(figure, CLASSES) == "Tuntas Madya"


@pytest.mark.parametrize(
    "figure, name",
    [
        ("100", "Tuntas Paripurna"), ("99.99", "Tuntas Utama"), ("99.5", "Tuntas Utama"), ("97.935", "Tuntas Utama"),
        ("90", "Tuntas Utama"), ("89.99", "Tuntas Madya"), ("80", "Tuntas Madya"), ("79.99", "Tuntas Pratama"),
        ("76.03", "Tuntas Pratama"), ("70", "Tuntas Pratama"), ("60", "Tuntas Muda"), ("59.99", "Belum Tuntas"),
        ("0", "Belum Tuntas"),
    ],
)  # fmt: skip
def test_classes_are_half_open_and_leave_no_gap(figure, name):
    assert IndexClass.name_of(rounded(Fraction(figure)), CLASSES) == name


def test_half_up_and_not_half_even():
    assert [rounded(Fraction(n, 1000)) for n in (125, 115, 124, 126)] == [
        Decimal("0.13"), Decimal("0.12"), Decimal("0.12"), Decimal("0.13"),
    ]  # fmt: skip


def test_nothing_owed_is_no_percentage():
    assert percent(3, 0) is None and rounded(None) is None
    assert quality([[(0, 0)], []]) is None
    assert index(None, Fraction(100), WEIGHTS) is None and index(Fraction(100), None, WEIGHTS) is None


def test_a_surplus_of_one_thing_does_not_hide_the_want_of_another():
    assert quality([[(30, 10), (0, 10)], []]) == 50
    assert of(60, 50, [(12, 10)], [(4, 4)]) == Decimal("100.00")


def test_one_kind_alone_is_the_whole_of_quality():
    assert quality([[(1, 4)], [(0, 0)]]) == 25
