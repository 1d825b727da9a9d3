"""Scenario 12, whole: a partner answers by link, without an account. And E2: the client withdraws the consent."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from assessments.models import Consent
from cases.models import AuditEvent, Task
from referrals.models import DoorLink, LinkOpening, Referral, ReferralAnswer
from referrals.models.share import Choice, Piece
from tests.factories import make_attachment, make_need
from tests.referrals.factories import make_partner, make_referral
from tests.referrals.links import TRI, at_phone, seen_text


@pytest.fixture
def workshop(db):
    return make_partner("Balai Bina Karya", kind="balai", whatsapp="0812-0000-0001", email="penerimaan@contoh.example")


@pytest.fixture
def asked(today, stay, sari, workshop):
    """Sent with the identity, a summary and one of the two files."""
    stay.shelter.phone = "0293-555-777"
    stay.shelter.save()
    make_attachment(stay, sari, b"%PDF-1.7 rahasia", title="Surat polisi")
    chosen = make_attachment(stay, sari, b"%PDF-1.7 sehat", title="Surat sehat", kind="health")
    choices = [Choice(Piece.IDENTITY), Choice(Piece.SUMMARY), Choice(Piece.HEALTH, chosen)]
    referral = Referral(
        stay=stay, partner=workshop, purpose="Pelatihan las.", summary="Rajin bekerja.", consent="agreed",
        urgency="soon", wished_on=date(2026, 3, 24),
    )  # fmt: skip
    referral.draft(by=sari, choices=choices, needs=[make_need(stay, "guidance", date(2026, 3, 3))])
    referral.send(by=sari)
    return referral


def test_scenario_12(client, asked, sari, budi, stay, today):
    referral_url, link_url = asked.get_absolute_url(), f"/rujukan/{asked.pk}/tautan/"
    client.force_login(sari)
    client.post(link_url, {"act": "new"})
    asked.refresh_from_db()
    address = f"/m/{asked.link.token}/"
    worker_page = seen_text(client.get(link_url))
    assert f"http://testserver{address}" in worker_page
    # What is sent names nobody: neither in WhatsApp's text nor in the mail.
    sending = worker_page[worker_page.index("https://wa.me/6281200000001?text=") :].split('"')[0]
    mail = worker_page[worker_page.index("mailto:penerimaan@contoh.example?subject=") :].split('"')[0]
    assert "Suratmin" not in sending + mail and asked.link.token in sending

    # A preview changes nothing; a person sees the least, and the shelter's telephone.
    at_phone().get(address, headers={"User-Agent": "WhatsApp/2.23"})
    tri, colleague = at_phone(), at_phone("10.0.0.9")
    page = seen_text(tri.get(address))
    asked.refresh_from_db()
    assert asked.status == "sent"
    for told in ("S.", "Laki-laki", "70 tahun", "Segera", "24 Maret 2026", "0293-555-777", "Bimbingan"):
        assert told in page, told
    for kept in ("Suratmin", "Rajin bekerja", "Surat sehat", "Surat polisi", "Pelatihan las"):
        assert kept not in page, kept

    # The code, said on the telephone, opens what was chosen and no more.
    code_page = seen_text(client.post(link_url, {"act": "code"}))
    code = code_page.split('class="figure">')[1][:7]
    assert code.replace(" ", "") not in seen_text(client.get(link_url)).replace(" ", "")
    opened = tri.post(f"{address}kode/", {"code": code}, follow=True)
    page = seen_text(opened)
    asked.refresh_from_db()
    assert asked.status == "seen"
    for told in ("Suratmin", "Rajin bekerja", "Surat sehat"):
        assert told in page, told
    assert "Surat polisi" not in page
    share = asked.shares.get(piece="health_letter")
    file = tri.get(f"{address}berkas/{share.pk}/")
    assert b"".join(file).startswith(b"%PDF-1.7 sehat")
    assert "attachment" in file["Content-Disposition"] and "Suratmin" not in file["Content-Disposition"]
    assert colleague.get(f"{address}berkas/{share.pk}/").status_code == 404
    assert colleague.post(f"{address}kode/", {"code": code}).status_code == 422  # once only
    assert "Suratmin" not in seen_text(colleague.get(address))

    # She accepts; her colleague, who had the form open, declines a minute later.
    said = TRI | {"arranged_on": "2026-03-24", "conditions": "bawa fotokopi KK", "note": ""}
    assert tri.post(f"{address}terima/", said).status_code == 302
    with time_machine.travel(timezone.now() + timedelta(minutes=1), tick=False):
        late = colleague.post(f"{address}tolak/", {"name": "Pak Joni", "position": "", "reason": "full"}, follow=True)
    assert "Sudah dijawab oleh Ibu Tri, 16 Maret 2026 10.00 WIB" in seen_text(late)
    asked.refresh_from_db()
    assert (asked.status, asked.arranged_on, asked.conditions) == ("accepted", date(2026, 3, 24), "bawa fotokopi KK")
    assert ReferralAnswer.objects.get(kind="declined").differs
    colleague.post(f"{address}pesan/", {"name": "Pak Joni", "text": "Kamar baru kosong tanggal 25."})

    # Sari and Budi are told; somebody has to take the client there.
    client.force_login(budi)
    page = seen_text(client.get(referral_url))
    for told in ("Ibu Tri", "Pak Joni", "Kamar baru kosong", "bawa fotokopi KK"):
        assert told in page, told
    assert Task.objects.get(title="Antar ke Balai Bina Karya").assigned_to == sari

    # Later: arrival, and the result.
    tri.post(f"{address}tiba/", TRI | {"came": "ya", "on": "2026-03-16", "note": ""})
    tri.post(f"{address}hasil/", TRI | {"result": "Ikut pelatihan las sampai Juni."})
    asked.refresh_from_db()
    assert (asked.status, asked.result) == ("completed", "Ikut pelatihan las sampai Juni.")
    done = [opening.decided for opening in LinkOpening.objects.order_by("pk") if opening.decided]
    assert done == [
        "Membuka data dengan kode", "Membuka berkas", "Kode salah", "Terima", "Belum dapat menerima", "Tulis pesan",
        "Kabarkan kedatangan", "Kabarkan hasil",
    ]  # fmt: skip

    # Seven days more, then the page says so; a new link works, and the old one dies at once.
    with time_machine.travel(timezone.now() + timedelta(days=6), tick=False):
        assert at_phone().get(address).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        over = at_phone().get(address)
        assert over.status_code == 410
        assert "0293-555-777" in seen_text(over) and "S." not in seen_text(over)
        client.force_login(sari)
        client.post(link_url, {"act": "new"})
        asked.refresh_from_db()
        assert at_phone().get(address).status_code == 410
        assert at_phone().get(f"/m/{asked.link.token}/").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=16), tick=False):
        assert at_phone().get(f"/m/{asked.link.token}/").status_code == 410
    assert AuditEvent.objects.filter(action="link.viewed", client_id=stay.client_id).count() >= 3


def test_e2_when_the_consent_is_withdrawn_the_open_link_dies_and_the_partner_is_told(
    client, stay, sari, today, workshop, kenanga
):
    paper = Consent(
        stay=stay, purpose=Consent.Purpose.SHARE, partner=workshop.name, explained_by="Sari",
        valid_until=date(2026, 12, 31),
    )  # fmt: skip
    paper.prepare(by=sari)
    paper.answer(by=sari, status="given", on=today, given_by="client", way="signature")
    referral = make_referral(stay, by=sari, partner=workshop)
    referral.send(by=sari)
    _, token = DoorLink.mint_for(referral, DoorLink.Kind.REFERRAL, by=sari)
    partner = at_phone()
    partner.post(f"/m/{token}/kode/", {"code": referral.link.make_code(by=sari)})
    assert "Suratmin" in seen_text(partner.get(f"/m/{token}/"))

    paper.withdraw(by=sari, on=today, name="Suratmin")
    shut = partner.get(f"/m/{token}/")
    assert shut.status_code == 410
    assert "ditarik kembali" in seen_text(shut)
    assert "Suratmin" not in seen_text(shut) and "S." not in seen_text(shut)
    share = referral.shares.first()
    assert partner.get(f"/m/{token}/berkas/{share.pk}/").status_code == 410
    assert partner.post(f"/m/{token}/terima/", TRI).status_code == 410
    referral.refresh_from_db()
    assert referral.status == "seen"
    # The past stays: what was opened, and that the partner read of the end.
    assert LinkOpening.objects.first().decided == "Membaca: Permintaan ini sudah ditarik kembali"
    client.force_login(sari)
    assert "sudah dicabut" in seen_text(client.get(f"/rujukan/{referral.pk}/tautan/"))
