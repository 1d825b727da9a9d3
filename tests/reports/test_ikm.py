"""The arithmetic of the satisfaction survey: the vectors and the table of the regulation, and what must always hold."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.survey.hiding import FEWEST, shown
from reports.survey.ikm import (
    PRINTED,
    Element,
    Index,
    grade_of,
    krejcie_morgan,
    of_averages,
    rounded,
    sample_needed,
)

CODES = [f"U{number}" for number in range(1, 10)]


@dataclass(frozen=True)
class Band:
    grade: str
    lower: Decimal


BANDS = [Band("A", Decimal("88.31")), Band("B", Decimal("76.61")), Band("C", Decimal("65.00")), Band("D", Decimal(25))]


def index_of(scores):
    """Of {code: [scores, None where left open]}."""
    return Index(tuple(
        Element(code, code, sum(filter(None, given)), len(list(filter(None, given)))) for code, given in scores.items()
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("averages", "value", "converted", "grade"),
    [
        (["4"] * 9, "4.0000", "100.00", "A"),
        (["3"] * 9, "3.0000", "75.00", "C"),
        (["3", "3", "3", "4", "3", "3", "3", "3", "3"], "3.1111", "77.78", "B"),
        (["2.5996"] * 9, "2.5996", "64.99", "D"),
        (["3.064"] * 9, "3.0640", "76.60", "C"),
        (["3.5324"] * 9, "3.5324", "88.31", "A"),
    ],
)
def test_vectors(averages, value, converted, grade):
    index = of_averages(dict(zip(CODES, averages, strict=True)))
    assert (rounded(index.value, 4), index.converted) == (Decimal(value), Decimal(converted))
    assert grade_of(index.converted, BANDS).grade == grade


def test_the_printed_weight_of_the_form_gives_99():
    assert of_averages(dict.fromkeys(CODES, "4"), PRINTED).converted == Decimal("99.00")


def test_the_bounds_of_the_bands_leave_no_gap():
    """What is classed is rounded first: between 76.60 and 76.61 there is nothing."""
    bounds = ("64.99", "65.00", "76.60", "76.61", "88.30", "88.31")
    assert [grade_of(Decimal(text), BANDS).grade for text in bounds] == [
        "D", "C", "C", "B", "B", "A",
    ]  # fmt: skip
    assert grade_of(rounded(Fraction("76.605"), 2), BANDS).grade == "B"


def test_rounding_is_half_up_and_exact():
    assert [rounded(Fraction(text), 2) for text in ("2.675", "1.005", "0.125", "7/3")] == [
        Decimal("2.68"), Decimal("1.01"), Decimal("0.13"), Decimal("2.33"),
    ]  # fmt: skip


def test_nobody_answered():
    index = index_of({code: [] for code in CODES})
    assert (index.value, index.converted, grade_of(index.converted, BANDS)) == (None, None, None)
    assert len(index.silent) == 9


@pytest.mark.parametrize(
    ("population", "needed"),
    [
        (10, 10), (15, 14), (20, 19), (30, 28), (40, 36), (50, 44), (100, 80), (150, 108), (200, 132), (300, 169),
        (400, 196), (500, 217), (1_000, 278), (2_000, 322), (3_000, 341), (5_000, 357), (10_000, 370), (100_000, 383),
    ],
)  # fmt: skip
def test_sample_size(population, needed):
    assert krejcie_morgan(population) == needed


def test_a_small_house_asks_everybody():
    assert [sample_needed(count) for count in (None, 0, 1, 20, 29, 30)] == [None, 0, 1, 20, 29, 28]


SCORE = st.integers(1, 4)
ANSWERS = st.lists(st.one_of(SCORE, st.none()), min_size=1, max_size=12)
SURVEY = st.fixed_dictionaries({code: ANSWERS for code in CODES}).filter(
    lambda given: all(any(scores) for scores in given.values())
)
few = settings(max_examples=60, deadline=None)


@few
@given(SURVEY)
def test_the_index_lies_between_25_and_100(survey):
    assert Decimal(25) <= index_of(survey).converted <= Decimal(100)


@few
@given(SURVEY, st.sampled_from(CODES))
def test_a_better_answer_never_lowers_the_index(survey, code):
    better = survey | {code: [score and min(4, score + 1) for score in survey[code]]}
    assert index_of(better).value >= index_of(survey).value
    assert index_of(better).converted >= index_of(survey).converted


@few
@given(SURVEY, st.permutations(CODES))
def test_the_order_of_the_questions_changes_nothing(survey, order):
    assert index_of({code: survey[code] for code in order}).value == index_of(survey).value


@few
@given(SURVEY, st.sampled_from(CODES))
def test_an_open_answer_leaves_the_other_elements_alone(survey, code):
    with_gap = index_of(survey | {code: [*survey[code], None]})
    assert with_gap.value == index_of(survey).value
    others = [one.average for one in with_gap.elements if one.code != code]
    assert others == [one.average for one in index_of(survey).elements if one.code != code]


@few
@given(SURVEY, st.sampled_from(CODES))
def test_an_element_without_any_answer_is_left_out_and_named(survey, code):
    index = index_of(survey | {code: [None]})
    assert [one.code for one in index.silent] == [code]
    assert index.value == index.without(code).value


COUNTS = st.lists(st.integers(0, 12), min_size=1, max_size=7).filter(lambda counts: sum(counts) >= FEWEST)


@given(COUNTS)
def test_no_small_group_is_shown_or_can_be_worked_out(counts):
    table = shown(dict(enumerate(counts)))
    assert not [count for count in table.values() if count is not None and 0 < count < FEWEST]
    hidden = [counts[group] for group, count in table.items() if count is None]
    if hidden:
        assert len(hidden) > 1
        assert sum(hidden) >= FEWEST
    # A reader who knows the total and that each hidden group has somebody: more than one count fits each of them.
    if hidden and None in table.values() and 0 not in hidden:
        assert sum(hidden) > len(hidden)


def test_the_second_smallest_goes_with_the_only_small_one():
    assert shown({"L": 12, "P": 3, "lain": 9}) == {"L": 12, "P": None, "lain": None}
    assert shown({"L": 12, "P": 8}) == {"L": 12, "P": 8}
    assert shown({"L": 0, "P": 20}) == {"L": 0, "P": 20}
    assert shown({"a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 0}) == dict.fromkeys("abcdef")
