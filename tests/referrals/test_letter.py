from datetime import date

import pytest
from django.urls import reverse

from cases.models import AuditEvent
from referrals.documents import referral_letter
from tests.factories import category, make_client, make_need, make_stay
from tests.referrals.factories import make_partner, make_referral

URL = "https://balai.example/surat/abc/"


def html_of(referral):
    return referral_letter(referral, verification_url=URL if referral.letter else "").html()


def test_the_letter_says_all_that_the_partner_needs(draft, budi):
    person = draft.client
    person.nik, person.nik_status, person.origin_address = "3404990101560001", "valid", "Dusun Krajan RT 2"
    person.save()
    budi.nip = "196801011990031001"
    budi.save()
    draft.summary = "Sering terbangun malam."
    draft.save()
    draft.needs.add(
        make_need(
            draft.stay,
            "health_supplies",
            date(2026, 3, 3),
        )
    )
    draft.send(by=budi)
    html = html_of(draft)
    for words in (
        "400.9/001/MLT/2026", "Temanggung, 16 Maret 2026", "Yth. Direktur RSJ Prof. Soerojo", "di Magelang",
        "Suratmin", "Laki-laki", "70 tahun", "3404990101560001", "MLT-2026-9001", "Dusun Krajan RT 2",
        "2 Maret 2026", "Memerlukan pemeriksaan jiwa.", "Sering terbangun malam.", "Perbekalan kesehatan",
        "menyetujui rujukan ini", "Kepala Rumah Singgah Melati", "Budi", "196801011990031001", "Tembusan",
        URL,
    ):  # fmt: skip
        assert words in html
    assert "KONSEP" not in html


def test_a_draft_prints_as_such(draft):
    html = html_of(draft)
    assert "KONSEP" in html
    assert "Pindai kode" not in html
    assert referral_letter(draft).filename == "surat-rujukan-konsep.pdf"


def test_a_withdrawn_letter_prints_as_such(sent, sari):
    sent.withdraw(by=sari, reason="Keluarga menjemput")
    assert "DIBATALKAN — Keluarga menjemput" in html_of(sent)


def test_what_is_not_known_is_said(today, melati, sari):
    stranger = make_client("", aliases=["Mbah"], estimated_age=60, age_estimated_on=date(2026, 3, 1))
    partner = make_partner(contact_position="", city="")
    stay = make_stay(melati, by=sari, client=stranger, entered_on=date(2026, 3, 1))
    html = html_of(make_referral(stay, by=sari, partner=partner))
    for words in ("Tanpa nama (“Mbah”)", "Tidak diketahui", "± 60 tahun (perkiraan)", "belum ada"):
        assert words in html
    assert "Yth. Pimpinan RSJ Prof. Soerojo<br>di tempat" in html


@pytest.mark.parametrize("slug, shown", [("11", True), ("15", False)])
def test_a_confidential_category_is_left_to_the_worker(today, melati, sari, slug, shown):
    kind = category(slug)
    kind.is_confidential = not shown
    kind.save()
    referral = make_referral(make_stay(melati, by=sari, category=kind), by=sari)
    assert (kind.name in html_of(referral)) is shown


def test_the_head_of_that_day_signs(today, budi, sent):
    budi.memberships.update(ended_on=today)
    assert ">Budi<" in html_of(sent)


def test_a_draft_is_for_whoever_heads_the_house_now(today, budi, draft):
    assert ">Budi<" in html_of(draft)
    budi.memberships.update(ended_on=today)
    assert ">Budi<" not in html_of(draft)
    assert "……………………………………" in html_of(draft)


def test_what_people_wrote_cannot_become_markup(draft):
    draft.summary = "<b>tebal</b><img src=x>"
    html = html_of(draft)
    assert "&lt;img src=x&gt;" in html
    assert "<b>tebal" not in html


def test_printing_gives_a_pdf_and_leaves_a_trace(client, sent, sari):
    client.force_login(sari)
    response = client.get(reverse("referrals:referral_letter", args=[sent.pk]))
    assert response.content.startswith(b"%PDF")
    assert 'filename="surat-rujukan-400.9-001-MLT-2026.pdf"' in response["Content-Disposition"]
    event = AuditEvent.objects.first()
    assert (event.action, event.actor_name) == ("referral.printed", "Sari")
