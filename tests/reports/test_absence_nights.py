"""Scenario 9: runs away and comes back. The recap follows without hand work, whichever way it ends."""

import json
from datetime import UTC, date, datetime
from io import StringIO

import time_machine
from django.core.management import call_command
from django.urls import reverse

from cases.models import Absence, Stay
from tests.factories import make_client, make_stay, reason


def at(client, user, day, hour=14):
    """Somebody works at this hour (UTC) of March."""
    client.force_login(user)
    return time_machine.travel(datetime(2026, 3, day, hour, tzinfo=UTC), tick=False)


def figures():
    out = StringIO()
    with time_machine.travel(datetime(2026, 4, 2, 3, tzinfo=UTC)):
        call_command("recap", "melati", "2026-03-01", "2026-03-31", "--json", stdout=out)
    got = json.loads(out.getvalue())
    return {name: got[name] for name in ("in", "out", "nights", "nights_away", "closing")}


def marks(client, stay, day, was, said):
    url = reverse("cases:roll_call", args=["melati", f"2026-03-{day:02}"])
    client.post(url, {f"presence-{stay.pk}": said, f"was-presence-{stay.pk}": was})


def missing_since_the_seventh(client, oka, melati):
    with at(client, oka, 5, 3):
        agus = make_stay(melati, by=oka, client=make_client("Agus"), entered_on=date(2026, 3, 5))
    with at(client, oka, 7):
        marks(client, agus, 7, "hadir", "kabur")  # and nobody marks anything on the 8th
    return agus


def test_back_on_the_ninth_the_same_stay_goes_on(client, oka, sari, melati):
    agus = missing_since_the_seventh(client, oka, melati)
    with at(client, oka, 9, 11):
        away = Absence.objects.get()
        client.post(reverse("cases:absence_return", args=[away.pk]), {"on": "2026-03-09", "at": "18:00"})
    with at(client, sari, 12):
        agus.refresh_from_db()
        agus.discharge(by=sari, on=date(2026, 3, 12), reason=reason("mandiri"))
    assert figures() == {"in": 1, "out": 1, "nights": 5, "nights_away": 2, "closing": 0}


def test_marked_present_at_the_roll_call_is_back_as_well(client, oka, sari, melati):
    agus = missing_since_the_seventh(client, oka, melati)
    with at(client, oka, 9, 11):
        marks(client, agus, 9, "kabur", "hadir")
    with at(client, sari, 12):
        agus.refresh_from_db()
        agus.discharge(by=sari, on=date(2026, 3, 12), reason=reason("mandiri"))
    assert figures() == {"in": 1, "out": 1, "nights": 5, "nights_away": 2, "closing": 0}


def test_back_on_the_twentieth_is_a_new_stay_and_the_old_one_ended_on_the_seventh(client, oka, melati):
    agus = missing_since_the_seventh(client, oka, melati)
    with at(client, oka, 20):
        closed = client.post(reverse("cases:absence_return", args=[Absence.objects.get().pk]), {"readmit": "1"})
        door = closed.url
        form = client.get(door).context["form"]
        values = {name: form[name].value() for name in ("key", "shelter")} | {"entered_on": "2026-03-20"}
        client.post(door, values)
    agus.refresh_from_db()
    assert (agus.status, agus.ended_on, agus.exit_reason.slug) == ("discharged", date(2026, 3, 7), "kabur")
    assert list(Stay.objects.resident().values_list("client", "entered_on")) == [(agus.client_id, date(2026, 3, 20))]
    assert figures() == {"in": 2, "out": 1, "nights": 2 + 12, "nights_away": 0, "closing": 1}
    assert Absence.objects.times_absconded(agus.client) == 1


def test_still_away_at_the_end_of_the_month_counts_no_night(client, oka, melati):
    missing_since_the_seventh(client, oka, melati)
    assert figures() == {"in": 1, "out": 0, "nights": 2, "nights_away": 25, "closing": 1}
