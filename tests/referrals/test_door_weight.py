"""Every page behind a link at its largest stays under 50 KB as it is sent, before any packing."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.urls import reverse

from cases.models import Category
from referrals.models import Channel, CommunityFigure, Partner, Referral, Voice
from referrals.models.share import Choice, Piece
from tests.factories import make_attachment, make_need
from tests.referrals.factories import make_group, make_office, make_partner, make_request
from tests.referrals.links import at_phone, make_link, seen_text

MOST = 50_000
TRI = Voice("Ibu Tri Handayani", "bagian penerimaan", Channel.LINK)
LONG = "Mohon kabar tentang obat, kunjungan keluarga, dan kartu jaminan sebelum klien diantar ke tempat kami. " * 4


@pytest.fixture
def asked(today, stay, sari):
    """Everything is shared, the letter is urgent, and much was said."""
    health = make_attachment(stay, sari, b"%PDF-1.7 sehat", title="Surat sehat", kind="health")
    choices = [Choice(Piece.IDENTITY), Choice(Piece.SUMMARY), Choice(Piece.HEALTH, health)]
    referral = Referral(
        stay=stay, partner=make_partner("RSJ Prof. Soerojo", whatsapp="0812-1"), purpose=LONG[:1000],
        summary=LONG * 4, consent="agreed", urgency="soon", wished_on=date(2026, 3, 24),
    )  # fmt: skip
    needs = [make_need(stay, slug, date(2026, 3, 3)) for slug in ("guidance", "clothing", "health_supplies")]
    referral.draft(by=sari, choices=choices, needs=needs)
    referral.send(by=sari)
    for number in range(15):
        referral.ask(f"{number}. {LONG[:300]}", voice=TRI)
        referral.reply(f"{number}. {LONG[:300]}", by=sari)
    return referral


def test_the_partners_page_with_a_long_conversation(asked, sari):
    link, address = make_link(asked, sari)
    phone = at_phone()
    phone.post(f"{address}kode/", {"code": link.make_code(by=sari)})
    page = phone.get(address)
    assert "Suratmin" in seen_text(page) and len(page.content) < MOST


def test_the_senders_list_of_fifty(client, today, melati, sari, budi):
    office = make_office(melati, by=budi)
    for number in range(50):
        asked = make_request(office, [{"mark": "pria"}], bringer=f"Petugas {number}")
        if number % 2:
            asked.ask(by=sari, text=LONG[:900])
    token = office.link.token
    page = client.get(reverse("referrals:sender_page", kwargs={"token": token}))
    assert page.content.decode().count("Ada pertanyaan untuk Anda") == 25 and len(page.content) < MOST
    asked = client.get(reverse("referrals:sender_request", kwargs={"token": token, "number": asked.number}))
    assert len(asked.content) < MOST


def test_a_groups_report_with_everything_wrong(client, today, melati, dewi):
    group = make_group(dewi, shelter=melati)
    url = reverse("referrals:community_write", kwargs={"token": group.link.token, "year": 2025, "half": 2})
    slugs = Category.objects.values_list("slug", flat=True)
    names = [f"n-{slug}-{kind}" for slug in slugs for kind in CommunityFigure.Help]
    wrong = dict.fromkeys(names, "banyak") | {"version": 1, "save": "1", "activities": LONG, "needs": LONG}
    response = client.post(url, wrong)
    assert "Tulis jumlah orang dengan angka" in response.content.decode()
    assert len(response.content) < MOST


def test_a_partner_with_open_referrals_is_neither_deleted_nor_silenced(asked, sari, dewi, today):
    """Taken off the list with a word about them, it can still answer by the link that it holds."""
    _, address = make_link(asked, sari)
    with pytest.raises(ProtectedError):
        Partner.objects.get(pk=asked.partner.pk).delete()
    with pytest.raises(ValidationError, match="Masih ada 1 rujukan yang berjalan"):
        asked.partner.retire(by=dewi, on=today)
    asked.partner.retire(by=dewi, on=today, note="Pindah alamat.")
    answered = at_phone().post(
        f"{address}terima/", {"name": "Ibu Tri", "position": "Penerimaan", "arranged_on": "2026-03-20"}
    )
    asked.refresh_from_db()
    assert answered.status_code in (200, 302) and asked.status == "accepted"
