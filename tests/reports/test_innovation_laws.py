"""What always holds of the word count and of the score, whatever is typed or proven."""

from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st

from reports.innovations.score import maturity
from reports.innovations.words import design_count, word_count

some = settings(max_examples=60, deadline=None, database=None)
WORD = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
WEIGHTS = st.lists(st.tuples(st.none() | st.integers(1, 100), st.integers(0, 3)), max_size=25)


@some
@given(st.lists(WORD, max_size=40), st.sampled_from([" ", "\n", "  \t", " – "]))
def test_words_count_as_many_as_were_typed(words, between):
    """Blanks, new lines and dashes that stand alone are no words."""
    assert word_count(between.join(words)) == len(words)


@some
@given(st.lists(WORD, max_size=30), st.lists(WORD, max_size=30), st.none() | st.integers(1, 400))
def test_the_headings_add_up_and_what_is_missing_is_said(first, second, needed):
    count = design_count([("dasar hukum", " ".join(first)), ("metode", " ".join(second))], needed)
    assert count.total == len(first) + len(second)
    assert count.missing == max(0, (needed or 0) - count.total)
    assert (f"kurang {count.missing} kata dari {needed}" in count.sentence) == bool(count.missing)


def test_the_words_of_the_sentence():
    assert design_count([("a", "satu dua")], 300).sentence == "2 kata, kurang 298 kata dari 300"
    assert design_count([("a", "satu dua")], 2).sentence == "2 kata, sudah memenuhi paling sedikit 2 kata"
    assert design_count([("a", "pekerja-sosial di/ke (panti) – 3x.")], None).sentence == "4 kata"


def rated(pairs):
    indicators = [SimpleNamespace(pk=n, weight=weight, position=n) for n, (weight, _) in enumerate(pairs)]
    return maturity(indicators, {n: level for n, (_, level) in enumerate(pairs)})


@some
@given(WEIGHTS)
def test_the_score_is_the_weighed_sum_and_never_above_what_is_known(pairs):
    found = rated(pairs)
    exact = sum((Fraction(weight * level, 3) for weight, level in pairs if weight), Fraction(0))
    assert abs(Fraction(found.score) - exact) <= Fraction(1, 200)
    assert 0 <= found.score <= found.most == sum(weight or 0 for weight, _ in pairs)
    assert len(found.unweighed) == sum(weight is None for weight, _ in pairs)


@some
@given(WEIGHTS)
def test_what_would_raise_it_leads_to_the_whole(pairs):
    found = rated(pairs)
    gains = [line.gain for line in found.raises]
    assert gains == sorted(gains, reverse=True) and all(gain > 0 for gain in gains)
    assert abs(found.score + sum(gains) - found.most) <= Decimal("0.01") * (len(gains) + 1)


@some
@given(WEIGHTS.filter(bool), st.data())
def test_a_higher_level_never_lowers_the_score(pairs, data):
    place = data.draw(st.integers(0, len(pairs) - 1))
    weight, level = pairs[place]
    higher = [*pairs[:place], (weight, min(3, level + 1)), *pairs[place + 1 :]]
    assert rated(higher).score >= rated(pairs).score
