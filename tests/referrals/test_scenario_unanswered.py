"""Scenario 14: the partner does not answer, answers by telephone, and then says something else by link."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from cases.models import AuditEvent, Holiday, Task
from referrals.models.dues import Patience
from tests.factories import make_client, make_stay
from tests.referrals.factories import TRI, make_partner, make_referral

HOME = "reports:home"


def july(day, hour=10, minute=0):
    return datetime(2026, 7, day, hour - 7, minute, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(july(6), tick=False) as traveller:
        yield lambda *moment: traveller.move_to(july(*moment))


@pytest.fixture
def asked(clock, melati, sari, budi):
    stay = make_stay(melati, by=sari, client=make_client("Rohmat", sex="L"), entered_on=date(2026, 7, 1))
    referral = make_referral(stay, by=sari, partner=make_partner("RSJ Prof. Soerojo", whatsapp="0812-3456-789"))
    referral.send(by=sari)
    return referral


def lists(client, person):
    client.force_login(person)
    return {heading: rows for heading, rows in client.get(reverse(HOME)).context["dues"] if rows}


def test_reminder_on_wednesday_and_escalation_on_friday(client, clock, asked, sari, budi):
    assert (Patience().reminder_on(asked), Patience().escalation_on(asked)) == (date(2026, 7, 8), date(2026, 7, 10))
    clock(7)
    assert "Rujukan tanpa jawaban" not in lists(client, sari)
    clock(8, 7)
    assert [row[0] for row in lists(client, sari)["Rujukan tanpa jawaban"]] == [asked.client]
    assert "Rujukan macet" not in lists(client, budi)
    page = client.get(asked.get_absolute_url()).content.decode()
    assert "Ingatkan lewat WhatsApp" in page and "https://wa.me/628123456789" in page
    assert "Rohmat" not in page.split("https://wa.me/")[1].split('"')[0]

    client.force_login(sari)
    client.post(reverse("referrals:referral_remind", args=[asked.pk]))
    assert "Rujukan tanpa jawaban" not in lists(client, sari)  # asked again: quiet for two more working days
    clock(10, 7)
    assert "Rujukan tanpa jawaban" in lists(client, sari)
    assert [row[1] for row in lists(client, budi)["Rujukan macet"]] == [asked.get_absolute_url()]
    assert "Tutup: lewat waktu" in client.get(asked.get_absolute_url()).content.decode()


def test_days_without_work_do_not_count(client, clock, asked, sari):
    Holiday.objects.create(date=date(2026, 7, 7), name="Libur daerah")
    clock(8)
    assert "Rujukan tanpa jawaban" not in lists(client, sari)
    clock(9)
    assert "Rujukan tanpa jawaban" in lists(client, sari)


def test_yes_on_the_telephone_and_no_by_link(client, clock, asked, sari, budi):
    clock(10, 13)
    client.force_login(sari)
    said = {
        "answer": "accepted", "answered_by": "dr. Bima", "position": "dokter jaga", "channel": "phone",
        "on": "2026-07-10", "at": "13:00", "arranged_on": "2026-07-13", "conditions": "Bawa BPJS",
    }  # fmt: skip
    client.post(reverse("referrals:referral_answer", args=[asked.pk]), said)
    asked.refresh_from_db()
    assert (asked.status, asked.answered_by_name, asked.answered_channel) == ("accepted", "dr. Bima", "phone")
    answer = asked.answers.get()
    assert (answer.typed_by, answer.position, str(answer.said_time)) == (sari, "dokter jaga", "13:00:00")
    event = AuditEvent.objects.get(action="referral.accepted")
    assert (event.actor_name, event.details["voice"]) == ("Sari", "dr. Bima, dokter jaga (telepon)")
    task = Task.objects.get(title__startswith="Antar ke")
    assert (task.title, task.assigned_to, task.due_at.date()) == (
        "Antar ke RSJ Prof. Soerojo", sari, date(2026, 7, 13),
    )  # fmt: skip
    page = client.get(asked.get_absolute_url()).content.decode()
    assert "Kabari mitra apa yang dicatat" in page and "kami%20mencatat%20jawaban" in page

    clock(11)
    late = asked.decline(voice=TRI, reason="full", note="Penuh")
    asked.refresh_from_db()
    assert (late.counts, late.differs, asked.status, asked.decline_reason) == (False, True, "accepted", "")
    assert [row[0] for row in lists(client, sari)["Jawaban berbeda"]] == [asked.client]
    page = client.get(asked.get_absolute_url()).content.decode()
    assert "dr. Bima" in page and "Ibu Tri" in page and "jawaban berbeda" in page
    client.post(reverse("referrals:referral_settle", args=[late.pk]))
    assert "Jawaban berbeda" not in lists(client, sari)

    clock(13, 8)
    assert [row[0] for row in lists(client, sari)["Antar hari ini"]] == [asked.client]


def test_postponed_comes_back_on_its_day(client, clock, asked, sari):
    asked.postpone(voice=TRI, until=date(2026, 7, 20), note="Bangsal direnovasi")
    clock(17)
    assert "Ditunda sampai hari ini" not in lists(client, sari)
    clock(20)
    assert "Ditunda sampai hari ini" in lists(client, sari)


def test_a_question_waits_for_the_worker_and_the_answer_for_the_partner(client, clock, asked, sari):
    clock(9)
    asked.ask("Apakah BPJS aktif?", voice=TRI)
    assert "Rujukan tanpa jawaban" not in lists(client, sari)
    assert "Mitra bertanya" in lists(client, sari)
    client.post(reverse("referrals:referral_reply", args=[asked.pk]), {"text": "Aktif, kelas 3."})
    asked.refresh_from_db()
    assert (asked.status, Patience().reminder_on(asked)) == ("sent", date(2026, 7, 13))
    assert [answer.kind for answer in asked.answers.all()] == ["question", "reply"]


def test_too_early_nothing_expires(client, clock, asked, sari):
    clock(9)
    client.force_login(sari)
    address = reverse("referrals:referral_expire", args=[asked.pk])
    assert "masih punya waktu" in client.post(address, follow=True).content.decode()
    clock(10)
    client.force_login(sari)
    client.post(address)
    asked.refresh_from_db()
    assert (asked.status, asked.letter.void_reason) == ("expired", "Lewat waktu: tidak dijawab mitra.")
    assert "lama tidak dijawab" in asked.told_to_partner
