"""Scenario 9: Agus runs away, and comes back on the third day or after the shelter has stopped waiting."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from cases.models import Absence, AuditEvent, Client, Placement, Stay, Task
from referrals.models import Referral
from reports.figures.recap import recap
from tests.factories import make_belonging, make_client, make_room, make_stay, place, reason
from tests.referrals.factories import make_partner, make_referral

HALTS = ("absence.let_go", "task.suspended", "task.resumed", "referral.resumed")


def march(day):
    return date(2026, 3, day)


def body(response):
    return response.content.decode()


def url(name, *args):
    return reverse(name, args=args)


@pytest.fixture
def clock():
    """Set to an hour of March in Jakarta."""
    with time_machine.travel(datetime(2026, 3, 5, 3, tzinfo=UTC), tick=False) as traveller:
        yield lambda day, hour, minute=0: traveller.move_to(datetime(2026, 3, day, hour - 7, minute, tzinfo=UTC))


@pytest.fixture
def agus_stay(clock, melati, sari, oka, budi):
    """In since the 5th, in Putra-1, with a letter to Balai Bina Karya, a task and a bag."""
    stay = make_stay(melati, by=sari, client=make_client("Agus Salim", sex="L"), entered_on=march(5))
    place(stay, make_room(melati, by=budi).beds.first(), by=sari)
    clock(6, 10)
    make_referral(stay, by=sari, partner=make_partner("Balai Bina Karya")).send(by=sari)
    Task(stay=stay, title="Antar ke puskesmas", due_at=melati.now()).add(by=sari)
    make_belonging(stay, oka, description="Tas hitam")
    return stay


def roll_call(client, stay, day, presence, was="hadir"):
    said = {f"presence-{stay.pk}": presence, f"was-presence-{stay.pk}": was}
    return client.post(url("cases:roll_call", stay.shelter.slug, f"2026-03-{day:02}"), said)


def run_away(client, clock, stay, officer):
    clock(7, 21)
    client.force_login(officer)
    roll_call(client, stay, 7, "kabur")
    assert stay.placements.open().exists()  # not yet: the shelter waits 24 hours
    clock(8, 21)
    client.force_login(officer)
    roll_call(client, stay, 8, "kabur", was="kabur")


def test_back_on_the_third_day(client, clock, agus_stay, melati, oka, sari):
    stay, referral = agus_stay, Referral.objects.get()
    run_away(client, clock, stay, oka)

    away = Absence.objects.get()
    assert (away.left_on, away.let_go_by) == (march(7), oka)
    assert Placement.objects.get().ended_on == march(8)
    assert [task.status for task in Task.objects.filter(title="Antar ke puskesmas")] == ["suspended"]
    assert (Referral.objects.with_halt().get().halt, list(Referral.objects.waiting())) == ("suspended", [])
    told = body(client.get(referral.letter.get_verification_url()))
    assert "ditangguhkan untuk sementara" in told and "Agus" not in told and "pergi tanpa izin" not in told
    assert "Tas hitam" in body(client.get(url("cases:stay_belongings", stay.pk)))
    with pytest.raises(ValidationError, match="Ditangguhkan"):
        referral.complete(by=sari, result="Selesai")
    with pytest.raises(ValidationError, match="belum kembali"):
        referral.resume(by=sari)

    clock(9, 18)
    client.force_login(oka)
    page = url("cases:absence_return", away.pk)
    assert "Antar ke puskesmas" in body(client.get(page))
    back = client.post(page, {"on": "2026-03-09", "at": "18:00", "note": "Diantar Satpol PP", "resume_tasks": "on"})
    assert back.url == url("cases:stay_place", stay.pk)  # another place is offered at once
    new = melati.buildings.get().rooms.get().beds.last()
    client.post(back.url, {"place": f"bed-{new.pk}", "on": "2026-03-09", "key": str(uuid4())})
    assert Task.objects.get(title="Antar ke puskesmas").status == "open"

    # Nothing goes on by itself: somebody says so.
    assert Referral.objects.with_halt().get().halt == "suspended"
    client.force_login(sari)
    assert "Klien sudah kembali: lanjutkan rujukannya?" in body(client.get(url("reports:home")))
    assert "Lanjutkan rujukan" in body(client.get(referral.get_absolute_url()))
    client.post(url("referrals:referral_resume", referral.pk))
    assert list(Referral.objects.waiting()) == [referral]
    assert "ditangguhkan" not in body(client.get(referral.letter.get_verification_url()))

    clock(12, 10)
    stay.discharge(by=sari, on=march(12), reason=reason("mandiri"))
    month = recap(melati, march(1), march(31))
    assert (month.nights, month.nights_away, month.arrivals, month.departures) == (5, 2, 1, 1)
    assert [e.action for e in AuditEvent.objects.filter(action__in=HALTS).order_by("pk")] == [
        "absence.let_go", "task.suspended", "task.resumed", "referral.resumed",
    ]  # fmt: skip


def test_back_when_the_shelter_no_longer_waits(client, clock, agus_stay, melati, oka):
    run_away(client, clock, agus_stay, oka)
    away = Absence.objects.get()
    clock(20, 10)
    client.force_login(oka)
    gone = client.post(url("cases:absence_return", away.pk), {"readmit": "1"})
    assert gone.url == url("cases:intake_return", agus_stay.client_id)
    agus_stay.refresh_from_db()
    assert (agus_stay.ended_on, agus_stay.exit_reason.slug) == (march(7), "kabur")
    assert Referral.objects.with_halt().get().halt == "suspended"  # of the old stay; withdrawn, or asked anew
    assert list(Referral.objects.to_resume()) == []
    make_stay(melati, by=oka, client=agus_stay.client, entered_on=march(20))
    assert Client.objects.with_history().get().ran_away_count == 1
    month = recap(melati, march(1), march(31))
    assert (month.arrivals, month.departures) == (2, 1)
    assert Stay.objects.filter(client=agus_stay.client).count() == 2


def test_where_the_shelter_wants_a_press_the_bed_waits_for_it(client, clock, agus_stay, melati, oka, citra):
    melati.abscond_frees_bed = False
    melati.save()
    run_away(client, clock, agus_stay, oka)
    away = Absence.objects.get()
    assert away.let_go_at is None and agus_stay.placements.open().exists()
    assert "Lepas tempat tidur" in body(client.get(url("cases:roll_call", "melati", "2026-03-08")))
    press = url("cases:absence_let_go", away.pk)
    client.force_login(citra)
    assert client.post(press).status_code == 404
    client.force_login(oka)
    client.post(press)
    assert not agus_stay.placements.open().exists()
    assert "belum dapat dilepas" in body(client.post(press, follow=True))
    assert AuditEvent.objects.filter(action="absence.let_go").count() == 1


def test_before_the_hours_nobody_is_let_go_and_a_leave_never(clock, agus_stay, oka):
    clock(7, 21)
    leave = Absence.begin(agus_stay, by=oka, kind="izin", left_on=march(6))
    with pytest.raises(ValidationError, match="belum dapat dilepas"):
        leave.let_go(by=oka)
    leave.return_(by=oka, on=march(7))
    away = Absence.begin(agus_stay, by=oka, kind="kabur", left_on=march(7))
    clock(8, 20)
    with pytest.raises(ValidationError, match="belum dapat dilepas"):
        away.let_go(by=oka)


def test_what_was_no_absconding_suspends_nothing(clock, agus_stay, oka):
    clock(7, 21)
    away = Absence.begin(agus_stay, by=oka, kind="kabur", left_on=march(7))
    clock(8, 21)
    away.let_go(by=oka)
    assert Referral.objects.suspended().exists()
    away.correct(by=oka, kind="rs", left_on=march(7), returned_on=None)
    assert not Referral.objects.suspended().exists()
