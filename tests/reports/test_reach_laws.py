"""What must hold for all stays and numbers: returns, periods, middles, and what may be told of small groups."""

import random
from datetime import date, timedelta
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.month import Month, months_between
from reports.reach.hiding import hidden
from reports.reach.numbers import at_share
from reports.reach.outcomes import StayDays, gaps
from reports.reach.period import Span

many = settings(max_examples=200, deadline=None, database=None)
DAY_0 = date(2024, 2, 20)


@st.composite
def histories(draw):
    """Stays of some people one after another, each possibly on one day, the last one perhaps still going on."""
    stays = []
    for client in range(draw(st.integers(1, 3))):
        day = DAY_0
        for _ in range(draw(st.integers(0, 4))):
            day += timedelta(days=draw(st.integers(0, 40)))
            end = day + timedelta(days=draw(st.integers(1, 40)))
            stays.append(StayDays(len(stays), client, day, end))
            day = end
        if draw(st.booleans()):
            stays.append(StayDays(len(stays), client, day + timedelta(days=3), None))
    return stays


@many
@given(histories(), st.integers())
def test_the_order_of_the_stays_does_not_matter_and_each_exit_has_the_next_entry(stays, seed):
    shuffled = list(stays)
    random.Random(seed).shuffle(shuffled)
    expected = {}
    for stay in stays:
        later = [one.entered_on for one in stays if one.client == stay.client and one.pk != stay.pk
                 and stay.ended_on and one.entered_on >= stay.ended_on]  # fmt: skip
        if later:
            expected[stay.pk] = (min(later) - stay.ended_on).days
    assert gaps(shuffled) == gaps(stays) == expected


def test_of_two_stays_on_one_day_one_came_back_and_not_both():
    assert gaps([StayDays(2, 1, DAY_0, DAY_0), StayDays(1, 1, DAY_0, DAY_0)]) == {1: 0}


@many
@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)), st.integers(0, 900))
def test_every_day_of_a_period_lies_in_exactly_one_of_its_months(first, days):
    last = first + timedelta(days=days)
    months = months_between(first, last)
    assert sum((min(m.last, last) - max(m.first, first)).days + 1 for m in months) == days + 1
    assert months[0] == Month.of(first) and months[-1] == Month.of(last)


def test_quarters_are_their_months_and_years_their_quarters():
    assert Span.parse("2024-T1").last == Span.parse("2024-03").last == date(2024, 3, 31)
    assert Span.parse("2024-02").last == date(2024, 2, 29)
    assert [Span.parse(f"2024-T{n}").first.month for n in (1, 2, 3, 4)] == [1, 4, 7, 10]
    assert Span.parse("2024").first == Span.parse("2024-T1").first


@many
@given(st.lists(st.integers(0, 9), max_size=5))
def test_no_hidden_number_can_be_told_from_the_sum(counts):
    texts = hidden(counts, masked=True)
    if texts is None or not any(text in ("<5", "–") for text in texts):
        assert texts is None or not any(0 < count < 5 for count in counts)
        return
    ranges = [
        range(1, 5) if text == "<5" else range(5, 40) if text == "–" else [count]
        for text, count in zip(texts, counts, strict=True)
    ]
    ways = [way for way in product(*ranges) if sum(way) == sum(counts)] if len(texts) < 4 else None
    if ways:
        assert all(len({way[place] for way in ways}) > 1 for place, text in enumerate(texts) if text == "<5")


def test_whoever_reads_the_files_sees_every_number():
    assert hidden([1, 2, 0], masked=False) == ["1", "2", "0"]
    assert hidden([1, 1], masked=True) is None
    assert hidden([6, 3, 9], masked=True) == ["–", "<5", "9"]


@many
@given(st.lists(st.integers(0, 500), min_size=1, max_size=30))
def test_middles_lie_between_the_least_and_the_most(values):
    low, middle, high = (at_share(values, share) for share in ("1/4", "1/2", "3/4"))
    assert min(values) <= low <= middle <= high <= max(values)
    assert at_share([7], "9/10") == 7 and at_share([1, 2], "1/2") * 2 == 3 and at_share([], "1/2") is None
