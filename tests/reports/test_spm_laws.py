"""What must hold for every report, tried on random worlds; and the oracle, which must agree with it."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cases.models import Client, DayRecord, Need, ServiceRecord, ServiceRule, Stay
from reports import recap
from reports.days import present_days
from reports.month import Month
from reports.spm.month import spm_month, type_figures
from tests.factories import make_shelter, reason
from tests.reports import worlds as w
from tests.reports.spm_oracle import Oracle

MARCH = Month(2026, 3)
LATER = date(2026, 5, 2)
many = settings(max_examples=200, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
some = settings(many, max_examples=50)


def computed(world, today=LATER, month=MARCH):
    return {f.service_type.code: as_lists(f) for f in type_figures(w.rows_of(world), month, today)}


def as_lists(figures):
    return {
        "in_scope": list(figures.in_scope),
        "served": list(figures.served),
        "services": {s.service.slug: (list(s.needed), list(s.fulfilled)) for s in figures.services},
    }


@many
@given(w.worlds(), st.sampled_from(w.TODAYS))
def test_the_report_agrees_with_the_oracle(world, today):
    oracle = Oracle(world, 2026, 3, today)
    assert computed(world, today) == {code: oracle.figures(code) for code in w.TYPES}


@some
@given(w.worlds())
def test_served_are_in_scope_and_fulfilled_are_needed(world):
    for figures in computed(world).values():
        assert set(figures["served"]) <= set(figures["in_scope"])
        for needed, fulfilled in figures["services"].values():
            assert set(fulfilled) <= set(needed) <= set(figures["in_scope"])


@some
@given(w.worlds(), st.data())
def test_one_more_service_record_never_lowers_a_figure(world, data):
    before = computed(world)
    stay, slug = data.draw(st.sampled_from(world.stays)), data.draw(st.sampled_from(w.SLUGS))
    world.records.append(ServiceRecord(stay_id=stay.pk, service_id=slug, date=data.draw(w.AROUND), quantity=1))
    after = computed(world)
    for code, figures in before.items():
        assert after[code]["in_scope"] == figures["in_scope"]
        assert set(after[code]["served"]) >= set(figures["served"])
        for slug, (needed, fulfilled) in figures["services"].items():
            assert after[code]["services"][slug][0] == needed
            assert set(after[code]["services"][slug][1]) >= set(fulfilled)


@some
@given(w.worlds(), st.integers())
def test_the_order_of_the_rows_does_not_matter(world, seed):
    assert computed(w.shuffled(world, seed)) == computed(world)


@some
@given(w.worlds())
def test_rows_dated_after_the_month_change_nothing(world):
    assert computed(w.known_on(world, MARCH.last)) == computed(world)


@some
@given(w.worlds(), st.data())
def test_a_same_day_transfer_changes_no_person_days(world, data):
    stay = data.draw(st.sampled_from(world.stays))
    last_night = (stay.ended_on or MARCH.last) - timedelta(days=1)
    assume(stay.entered_on < last_night)
    nights = (last_night - stay.entered_on).days
    day = stay.entered_on + timedelta(days=data.draw(st.integers(1, nights)))
    split = w.transferred(world, stay, day)
    assert person_days(split) == person_days(world)
    for code, figures in computed(world).items():
        assert computed(split)[code]["in_scope"] == figures["in_scope"]


def person_days(world):
    rows = w.rows_of(world)
    return Counter(
        (stay.service_type, stay.client, day)
        for stay in rows.stays
        for day in present_days(stay, rows.away, MARCH.first, MARCH.last)
    )


def recap_of(world, first, last, today=LATER):
    until = min(last, today)
    rows = [recap.StayRow(s.pk, s.client_id, "L", s.entered_on, s.ended_on, None, None, None, "") for s in world.stays]
    away = {stay.pk: count_days(stay, world, first, until, at_home=False) for stay in world.stays}
    given = {
        stay.client_id for stay in world.stays for record in world.records
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
@given(w.worlds(), st.sampled_from(w.TODAYS))
def test_opening_and_arrivals_less_departures_is_closing_and_the_next_opening(world, today):
    march = recap_of(world, MARCH.first, MARCH.last, today)
    april = recap_of(world, MARCH.moved(1).first, MARCH.moved(1).last, today)
    assert march.opening + march.arrivals - march.departures == march.closing == april.opening
    assert march.nights == sum(
        count_days(stay, world, MARCH.first, min(MARCH.last, today), at_home=True) for stay in world.stays
    )


@some
@given(w.worlds())
def test_months_add_up(world):
    months = [MARCH.moved(step) for step in (-1, 0, 1)]
    parts = [recap_of(world, month.first, month.last) for month in months]
    whole = recap_of(world, months[0].first, months[-1].last)
    for name in ("arrivals", "departures", "nights", "nights_away", "day_services"):
        assert sum(getattr(part, name) for part in parts) == getattr(whole, name)
    assert whole.by_month == {str(month): part.arrivals for month, part in zip(months, parts, strict=True)}
    assert (whole.opening, whole.closing) == (parts[0].opening, parts[-1].closing)


@pytest.mark.django_db
@settings(some, max_examples=30, suppress_health_check=list(HealthCheck))
@given(world=w.worlds(), today=st.sampled_from(w.TODAYS), cancelled=st.booleans())
def test_the_database_gives_what_the_rows_give(world, today, cancelled):
    """The same worlds, written into the database: the queries read neither more nor less than is needed."""
    with (
        transaction.atomic(),
        time_machine.travel(datetime(*today.timetuple()[:3], 5, tzinfo=UTC), tick=False),
    ):
        shelter, other = make_shelter("melati"), make_shelter("kenanga")
        if cancelled:
            world.stays[0].status = "cancelled"
        write(world, shelter)
        elsewhere(other)
        oracle = Oracle(world, 2026, 3, today)
        report = {f.service_type.code: as_lists(f) for f in spm_month(shelter, MARCH).types}
        assert report["REG_GEPENG"] == oracle.figures("REG_GEPENG")
        # A type of another level shows only when somebody stays under it.
        child = oracle.figures("PROV_CHILD")
        assert report.get("PROV_CHILD", child) == child
        assert child["in_scope"] == [] or "PROV_CHILD" in report
        world.stays = [stay for stay in world.stays if stay.status != "cancelled"]
        naive = recap_of(world, MARCH.first, MARCH.last, today)
        real = recap.recap(shelter, MARCH.first, MARCH.last)
        assert (real.movements, real.volumes) == (naive.movements, naive.volumes)
        transaction.set_rollback(True)


def write(world, shelter):
    ServiceRule.objects.all().delete()
    ServiceRule.objects.bulk_create(world.rules)
    Client.objects.bulk_create(world.clients)
    for stay in world.stays:
        stay.shelter = shelter
        stay.exit_reason = reason("kabur") if stay.ended_on else None
    Stay.objects.bulk_create(world.stays)
    DayRecord.objects.bulk_create(world.days)
    Need.objects.bulk_create(world.needs)
    ServiceRecord.objects.bulk_create(world.records)


def elsewhere(shelter):
    """Somebody in another house, who must not show."""
    client = Client.objects.create(pk=999, number="LAIN-1", name="Orang lain")
    stay = Stay.objects.create(
        pk=999, client=client, shelter=shelter, register_number="1", entered_on=MARCH.first,
        service_type_id="REG_GEPENG",
    )  # fmt: skip
    ServiceRecord.objects.create(stay=stay, service_id="food", date=MARCH.first)
    DayRecord.objects.create(stay=stay, date=date(2026, 3, 2), presence="izin")
