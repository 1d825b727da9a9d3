"""What must hold for every report, tried on random worlds; and the oracle, which must agree with it.

The set-based SQL counts hundreds of worlds in one statement (tests/reports/counting.py).
"""

import random
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cases.models import Client, DayRecord, ServiceRecord, Shelter, Stay
from reports.figures import recap
from tests.factories import make_shelter
from tests.reports import worlds as w
from tests.reports.counting import computed, person_days
from tests.reports.spm_oracle import Oracle
from tests.reports.worlds import MARCH

LATER = date(2026, 5, 2)
SEEDS = st.integers(0, 2**32)
# One draw is a batch of worlds, so that few draws try many. A batch that fails is too big to read: see the last test.
batch = settings(
    max_examples=2, deadline=None, database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)  # fmt: skip
single = settings(batch, max_examples=20, phases=list(Phase))
some = settings(single, max_examples=50)


def at(today):
    return time_machine.travel(datetime(*today.timetuple()[:3], 5, tzinfo=UTC), tick=False)


def figures_of(worlds, today=LATER):
    """As `computed`, leaving no trace."""
    with transaction.atomic(), at(today):
        figures = computed(worlds)
        transaction.set_rollback(True)
    return figures


def expected(world, today, shown):
    """What the oracle says of the types that show: that of another level only when somebody stays under it."""
    oracle = Oracle(world, 2026, 3, today)
    figures = {code: oracle.figures(code) for code in w.TYPES}
    return {code: value for code, value in figures.items() if code in shown or value["in_scope"]}


@pytest.mark.django_db
@pytest.mark.parametrize("today", w.TODAYS)
@batch
@given(seed=SEEDS)
def test_the_report_agrees_with_the_oracle_on_hundreds_of_worlds(today, seed):
    """Six hundred worlds, for five days on which the report may be asked for; `make bench` tries thousands."""
    worlds = w.many_worlds(60, seed)
    for world, report in zip(worlds, figures_of(worlds, today), strict=True):
        assert report == expected(world, today, report)
        assert w.TYPES[0] in report


@pytest.mark.django_db
@batch
@given(seed=SEEDS)
def test_served_are_in_scope_and_fulfilled_are_needed(seed):
    for report in figures_of(w.many_worlds(30, seed)):
        for figures in report.values():
            assert set(figures["served"]) <= set(figures["in_scope"])
            for needed, fulfilled in figures["services"].values():
                assert set(fulfilled) <= set(needed) <= set(figures["in_scope"])


@pytest.mark.django_db
@batch
@given(seed=SEEDS)
def test_one_more_service_record_never_lowers_a_figure(seed):
    rng, worlds = random.Random(seed), w.many_worlds(30, seed)
    before = figures_of(worlds)
    for world in worlds:
        stay, slug = rng.choice(world.stays), rng.choice(w.SLUGS)
        world.records.append(w.Given(stay.pk, slug, rng.choice(w.AROUND), 1))
    for earlier, later in zip(before, figures_of(worlds), strict=True):
        for code, figures in earlier.items():
            assert later[code]["in_scope"] == figures["in_scope"]
            assert set(later[code]["served"]) >= set(figures["served"])
            for slug, (needed, fulfilled) in figures["services"].items():
                assert later[code]["services"][slug][0] == needed
                assert set(later[code]["services"][slug][1]) >= set(fulfilled)


@pytest.mark.django_db
@batch
@given(seed=SEEDS)
def test_the_order_of_the_rows_does_not_matter(seed):
    worlds = w.many_worlds(30, seed)
    assert figures_of([w.shuffled(world, seed) for world in worlds]) == figures_of(worlds)


@pytest.mark.django_db
@batch
@given(seed=SEEDS)
def test_rows_dated_after_the_month_change_nothing(seed):
    worlds = w.many_worlds(30, seed)
    assert figures_of([w.known_on(world, MARCH.last) for world in worlds]) == figures_of(worlds)


@pytest.mark.django_db
@batch
@given(seed=SEEDS)
def test_a_same_day_transfer_changes_no_person_days(seed):
    rng, worlds, split = random.Random(seed), [], []
    for world in w.many_worlds(30, seed):
        stay = rng.choice([stay for stay in world.stays if stay.status != "cancelled"] or world.stays)
        nights = ((stay.ended_on or MARCH.last) - timedelta(days=1) - stay.entered_on).days
        if nights > 0 and stay.status != "cancelled":
            worlds.append(world)
            split.append(w.transferred(world, stay, stay.entered_on + timedelta(days=rng.randint(1, nights))))
    assert worlds
    with at(LATER), transaction.atomic():
        assert person_days(split) == person_days(worlds)
        assert [scope(one) for one in computed(split)] == [scope(one) for one in computed(worlds)]
        transaction.set_rollback(True)


def scope(report):
    return {code: figures["in_scope"] for code, figures in report.items()}


def kept(world):
    """What the recap reads: not the stays entered by mistake."""
    return [stay for stay in world.stays if stay.status != "cancelled"]


def recap_of(world, first, last, today=LATER):
    until = min(last, today)
    rows = [recap.StayRow(s.pk, s.client_id, "L", s.entered_on, s.ended_on, None, None, None, "") for s in kept(world)]
    away = {stay.pk: count_days(stay, world, first, until, at_home=False) for stay in kept(world)}
    given = {
        stay.client_id for stay in kept(world) for record in world.records
        if record.stay_id == stay.pk and first <= record.date <= last
    }  # fmt: skip
    return recap.figures(rows, away, given, first, last, until)


def count_days(stay, world, first, until, at_home):
    """Nights of a stay, counted one by one: those in the house, or those away."""
    away = {mark.date for mark in world.days if mark.stay_id == stay.pk and mark.presence != "hadir"}
    count, day = 0, max(stay.entered_on, first)
    while day <= until and (stay.ended_on is None or day < stay.ended_on):
        count += (day in away) != at_home
        day += timedelta(days=1)
    return count


@some
@given(w.worlds, st.sampled_from(w.TODAYS))
def test_opening_and_arrivals_less_departures_is_closing_and_the_next_opening(world, today):
    march = recap_of(world, MARCH.first, MARCH.last, today)
    april = recap_of(world, MARCH.moved(1).first, MARCH.moved(1).last, today)
    assert march.opening + march.arrivals - march.departures == march.closing == april.opening
    assert march.nights == sum(
        count_days(stay, world, MARCH.first, min(MARCH.last, today), at_home=True) for stay in kept(world)
    )


@some
@given(w.worlds)
def test_months_add_up(world):
    months = [MARCH.moved(step) for step in (-1, 0, 1)]
    parts = [recap_of(world, month.first, month.last) for month in months]
    whole = recap_of(world, months[0].first, months[-1].last)
    for name in ("arrivals", "departures", "nights", "nights_away", "day_services"):
        assert sum(getattr(part, name) for part in parts) == getattr(whole, name)
    assert whole.by_month == {str(month): part.arrivals for month, part in zip(months, parts, strict=True)}
    assert (whole.opening, whole.closing) == (parts[0].opening, parts[-1].closing)


@pytest.mark.django_db
@single
@given(world=w.worlds, today=st.sampled_from(w.TODAYS))
def test_one_world_in_the_database(world, today):
    """A failing world shrinks to a readable one here. The report and the recap read no more than is needed."""
    with transaction.atomic(), at(today):
        elsewhere(make_shelter("kenanga"))
        [report] = computed([world])
        assert report == expected(world, today, report)
        naive = recap_of(world, MARCH.first, MARCH.last, today)
        real = recap.recap(Shelter.objects.get(slug="dunia-1"), MARCH.first, MARCH.last)
        assert (real.movements, real.volumes) == (naive.movements, naive.volumes)
        transaction.set_rollback(True)


def elsewhere(shelter):
    """Somebody in another house, who must not show."""
    client = Client.objects.create(pk=999, number="LAIN-1", name="Orang lain")
    stay = Stay.objects.create(
        pk=999, client=client, shelter=shelter, register_number="1", entered_on=MARCH.first,
        service_type_id="REG_GEPENG",
    )  # fmt: skip
    ServiceRecord.objects.create(stay=stay, service_id="food", date=MARCH.first)
    DayRecord.objects.create(stay=stay, date=date(2026, 3, 2), presence="izin")
