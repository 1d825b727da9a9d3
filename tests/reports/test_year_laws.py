"""What must hold for every year, tried on random shelters and months."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.spm.counted import Counted
from reports.spm.year import Line, type_year, until

CODE = "REG_GEPENG"
many = settings(max_examples=200, deadline=None, database=None)
people = st.frozensets(st.integers(1, 12), max_size=8)


@st.composite
def shelter_months(draw):
    in_scope = draw(people)
    served = frozenset(draw(st.frozensets(st.sampled_from(sorted(in_scope) or [0]), max_size=8))) & in_scope
    return Counted({CODE: in_scope}, {CODE: served})


years = st.integers(1, 3).flatmap(
    lambda shelters: st.lists(st.lists(shelter_months(), min_size=shelters, max_size=shelters), max_size=12)
)


@many
@given(years, st.integers(0, 20))
def test_months_add_up_to_the_year_and_each_person_counts_once(months, target):
    found = type_year(CODE, months, target)
    everybody = set().union(*(one.served[CODE] for shelters in months for one in shelters))
    assert found.served == len(everybody) == found.line("x").total
    assert set().union(*found.firsts) == everybody
    assert found.served <= len(found.in_scope)


@many
@given(years, st.integers())
def test_the_order_of_the_shelters_does_not_matter(months, seed):
    dice = random.Random(seed)
    assert type_year(CODE, [dice.sample(shelters, len(shelters)) for shelters in months]) == type_year(CODE, months)


@many
@given(years.filter(len), st.data())
def test_one_more_person_served_never_lowers_a_figure(months, data):
    """As one more record may make somebody served, in any month of any shelter."""
    before = type_year(CODE, months)
    month = data.draw(st.integers(0, len(months) - 1))
    shelter = data.draw(st.integers(0, len(months[month]) - 1))
    one, extra = months[month][shelter], data.draw(st.integers(1, 12))
    months[month][shelter] = Counted({CODE: one.in_scope[CODE] | {extra}}, {CODE: one.served[CODE] | {extra}})
    after = type_year(CODE, months)
    sums = [
        [sum(len(first) for first in found.firsts[: n + 1]) for n in range(len(months))] for found in (before, after)
    ]
    assert all(was <= now for was, now in zip(*sums, strict=True))


@many
@given(years.filter(len))
def test_what_comes_later_changes_no_earlier_column(months):
    assert type_year(CODE, months[:-1]).firsts == type_year(CODE, months).firsts[:-1]


@many
@given(st.lists(st.none() | st.integers(0, 99), min_size=12, max_size=12), st.none() | st.integers(0, 500))
def test_total_and_left_make_what_was_asked_unless_there_was_more(months, asked):
    line = Line("x", "orang", asked, tuple(months))
    if asked is not None:
        assert line.is_over == (line.total > asked)
        assert line.left == max(0, asked - line.total) and line.difference == asked - line.total
    assert (line.percent is None) == (not asked)
    assert line.percent is None or 0 <= line.percent <= 100
    assert until(months, 12) == tuple(months) and until(months, 3)[3:] == (None,) * 9
