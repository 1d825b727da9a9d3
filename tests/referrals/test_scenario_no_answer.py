"""Scenario 14 with a mail server: the partner is reminded by e-mail, never answers in writing, and answers by phone.

What people do by hand in the same days stands in test_scenario_unanswered.py.
"""

from datetime import UTC, date, datetime
from io import StringIO

import pytest
import time_machine
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import CommandError, call_command
from django.urls import reverse

from cases.models import AuditEvent
from referrals.mailing import send_due
from referrals.models import DoorLink, PartnerContact, PartnerMail
from tests.factories import make_client, make_stay
from tests.referrals.factories import make_partner, make_referral
from tests.referrals.links import make_link

DESK = "rujukan@rsj.example.org"


class Broken(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages):
        raise ConnectionRefusedError("111 Suratmin")


def july(day, hour=7, minute=0):
    return datetime(2026, 7, day, hour - 7, minute, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(july(6, 10), tick=False) as traveller:
        yield lambda *moment: traveller.move_to(july(*moment))


@pytest.fixture
def asked(clock, melati, sari, budi):
    melati.phone = "0293-123"
    melati.save()
    partner = make_partner("RSJ Prof. Soerojo", whatsapp="0812-3456-789", email="umum@rsj.example.org")
    PartnerContact.objects.create(partner=partner, name="Ibu Tri", email=DESK)
    stay = make_stay(melati, by=sari, client=make_client("Rohmat", sex="L"), entered_on=date(2026, 7, 1))
    referral = make_referral(stay, by=sari, partner=partner)
    referral.send(by=sari)
    return referral


def dues(client, person):
    client.force_login(person)
    lists = client.get(reverse("reports:home")).context["dues"]
    return {heading: [row[2] for row in rows] for heading, rows in lists if rows}


def test_reminded_escalated_answered_by_phone_and_told_what_was_noted(client, clock, asked, sari, budi, mailoutbox):
    clock(7)
    assert send_due() == (0, 0)
    clock(8)
    assert send_due() == (1, 0)
    clock(8, 9)
    assert send_due() == (0, 0)  # however often the command runs
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == ([DESK], f"Mohon jawaban atas surat nomor {asked.letter.number}")
    assert "Rohmat" not in mail.subject + mail.body and "http" not in mail.body and "0293-123" in mail.body
    event = AuditEvent.objects.get(action="referral.mailed")
    assert (event.actor_name, event.details["mail"]) == ("sistem", "Pengingat")
    seen = dues(client, sari)
    assert "Rujukan tanpa jawaban" not in seen and "pengingat terkirim" in seen["Surel ke mitra"][0]
    assert "Rujukan macet" not in dues(client, budi)

    clock(9)
    assert send_due() == (0, 0) and "Surel ke mitra" not in dues(client, sari)
    clock(10)
    assert send_due() == (0, 0)  # one step, one reminder: now it is for people
    assert "Rujukan tanpa jawaban" in dues(client, sari) and "Rujukan macet" in dues(client, budi)

    clock(10, 13)
    client.force_login(sari)
    said = {
        "answer": "accepted", "answered_by": "dr. Bima", "position": "dokter jaga", "channel": "phone",
        "on": "2026-07-10", "at": "13:00", "arranged_on": "2026-07-13", "conditions": "Bawa BPJS",
    }  # fmt: skip
    client.post(reverse("referrals:referral_answer", args=[asked.pk]), said)
    assert send_due() == (1, 0) and send_due() == (0, 0)
    noted = mailoutbox[1]
    assert "kami mencatat jawaban dr. Bima" in noted.body and "13 Juli 2026" in noted.body
    assert "Bila tidak sesuai" in noted.body and "Rohmat" not in noted.subject + noted.body
    assert "Mitra dikabari lewat surel" in client.get(asked.get_absolute_url()).content.decode()
    clock(13)
    assert send_due() == (0, 0)


def test_a_mail_server_that_fails_leaves_it_due_and_says_so(client, clock, asked, sari, settings, mailoutbox):
    clock(8)
    settings.EMAIL_BACKEND = f"{__name__}.Broken"
    assert send_due() == (0, 1)
    seen = dues(client, sari)
    assert "Rujukan tanpa jawaban" in seen
    assert seen["Surel ke mitra"] == [
        "RSJ Prof. Soerojo · pengingat gagal dikirim (ConnectionRefusedError); ingatkan lewat WhatsApp"
    ]
    page = client.get(asked.get_absolute_url()).content.decode()
    assert "ConnectionRefusedError" in page and "dicoba lagi" in page and "wa.me" in page
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_due() == (1, 0) and len(mailoutbox) == 1
    assert PartnerMail.objects.get().failure == ""
    assert "Rujukan tanpa jawaban" not in dues(client, sari)


def test_one_mail_a_day_and_what_was_interrupted_rests_until_tomorrow(clock, asked, mailoutbox):
    clock(8)
    step = {"step": asked.waiting_since, "to": DESK, "standing": lambda one: True}
    assert PartnerMail.claim(asked, "reminder", **step)  # and the machine stops here
    assert send_due() == (0, 0)
    assert PartnerMail.claim(asked, "noted", **step) is None
    clock(9)
    assert send_due() == (1, 0) and len(mailoutbox) == 1


def test_nothing_is_sent_of_what_no_longer_waits(clock, asked, sari, mailoutbox):
    clock(8)
    asked.withdraw(by=sari, reason="Tidak diperlukan lagi")
    assert send_due() == (0, 0) and not mailoutbox


def test_the_link_is_neither_sent_nor_killed(clock, asked, sari, mailoutbox):
    link, address = make_link(asked, sari)
    before = list(DoorLink.objects.values_list("pk", "revoked_at", "token_hash"))
    clock(8)
    send_due()
    assert list(DoorLink.objects.values_list("pk", "revoked_at", "token_hash")) == before
    body = mailoutbox[0].body
    assert "tautan rahasia dari kami tertanggal 6 Juli 2026" in body and address not in body
    link.refresh_from_db()
    assert not link.refusal


def test_without_a_server_or_an_address_the_page_says_so(client, clock, asked, sari, settings):
    clock(8)
    client.force_login(sari)
    assert f"dikirim sendiri ke {DESK}" in client.get(asked.get_absolute_url()).content.decode()
    asked.partner.contacts.all().delete()
    asked.partner.email = ""
    asked.partner.save()
    assert "Mitra belum mempunyai surel" in client.get(asked.get_absolute_url()).content.decode()
    assert send_due() == (0, 0)
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", ""
    assert "Surel belum diatur di pemasangan ini" in client.get(asked.get_absolute_url()).content.decode()
    for command in ("send_reminders", "send_digest"):
        with pytest.raises(CommandError, match="belum diatur"):
            call_command(command, stdout=StringIO())


def test_the_daily_command_writes_to_partners_too(clock, asked, mailoutbox):
    clock(8)
    out = StringIO()
    call_command("send_digest", stdout=out)
    call_command("send_reminders", stdout=out)
    assert "1 surel kepada mitra dikirim, 0 gagal." in out.getvalue() and len(mailoutbox) == 1
