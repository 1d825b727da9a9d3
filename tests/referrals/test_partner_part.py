"""What hangs on a partner: criteria, places, hours, contacts, agreements, notes; retiring; shelters as partners."""

from datetime import date, timedelta
from io import StringIO
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent, Region
from referrals.models import Criteria, Partner, PartnerAgreement, PartnerNote
from tests.factories import category, make_shelter
from tests.referrals.factories import make_partner


def page_of(client, partner):
    return client.get(partner.get_absolute_url()).content.decode()


def post(client, route, row, **form):
    return client.post(reverse(f"referrals:{route}", args=[row.pk]), {"key": str(uuid4())} | form)


@pytest.fixture
def temanggung(db):
    province = Region.objects.create(code="33", name="Jawa Tengah", level=1, path="Jawa Tengah")
    path = "Kabupaten Temanggung, Jawa Tengah"
    return Region.objects.create(code="33.23", name="Kabupaten Temanggung", level=2, parent=province, path=path)


def test_what_a_partner_takes_is_told_and_the_rest_said_to_be_unknown(client, sari, hospital, temanggung):
    client.force_login(sari)
    assert page_of(client, hospital).count("belum diketahui") >= 7
    post(
        client, "partner_criteria", hospital, sex="P", age_from="18", categories=[category("11").pk],
        accepted=["mental"], refused=["infectious"], regions_text="kabupaten temanggung\n33",
        documents=["ktp"], quota="40",
    )  # fmt: skip
    page = page_of(client, hospital)
    for words in (
        "hanya perempuan", "mulai 18 tahun", "Gelandangan", "menerima gangguan jiwa", "tidak menerima penyakit menular",
        "Kabupaten Temanggung", "KTP-el", "40 orang",
    ):  # fmt: skip
        assert words in page
    assert AuditEvent.objects.filter(action__in=["criteria.created", "criteria.lists_changed"]).count() == 2


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"age_from": "60", "age_to": "18"}, "Usia sampai tidak boleh di bawah usia mulai."),
        ({"accepted": ["hiv"], "refused": ["hiv"]}, "Diterima dan sekaligus tidak diterima: HIV/AIDS."),
        ({"regions_text": "Atlantis"}, "“Atlantis” tidak ada dalam daftar wilayah."),
        ({"all_regions": "on", "regions_text": "33.23"}, "Hapus tanda “semua daerah”, atau kosongkan isian ini."),
    ],
)
def test_criteria_that_cannot_be_are_refused_and_what_was_typed_stays(
    client, sari, hospital, temanggung, typed, sentence
):
    client.force_login(sari)
    response = post(client, "partner_criteria", hospital, quota="77", **typed)
    assert sentence in response.content.decode()
    assert 'value="77"' in response.content.decode()
    assert not Criteria.objects.exists()


def test_a_region_that_may_be_two_asks_for_its_code(client, sari, hospital, temanggung):
    Region.objects.create(code="33.08", name="Kabupaten Magelang", level=2, path="Kabupaten Magelang, Jawa Tengah")
    Region.objects.create(code="33.71", name="Kota Magelang", level=2, path="Kota Magelang, Jawa Tengah")
    client.force_login(sari)
    page = post(client, "partner_criteria", hospital, regions_text="magelang").content.decode()
    assert "Kota Magelang, Jawa Tengah (33.71)" in page


def test_free_places_say_who_said_so_and_an_older_word_does_not_replace_a_newer(today, client, sari, hospital):
    client.force_login(sari)
    post(client, "partner_places", hospital, free_places="0", on="2026-03-13", said_by="Ibu Tri")
    assert "penuh, menurut Ibu Tri, 13 Maret 2026" in page_of(client, hospital)
    late = post(client, "partner_places", hospital, free_places="9", on="2026-03-12", said_by="Bapak Amin")
    assert "Sudah ada keterangan yang lebih baru" in late.content.decode()
    early = post(client, "partner_places", hospital, free_places="9", on="2026-03-17", said_by="Bapak Amin")
    assert "Tanggal belum tiba." in early.content.decode()
    assert hospital.criteria.free_places == 0
    with pytest.raises(IntegrityError, match="criteria_free_places_told"), transaction.atomic():
        Criteria.objects.update(free_said_by="")


def test_opening_hours_are_a_week(client, sari, hospital):
    client.force_login(sari)
    url = reverse("referrals:partner_hours", args=[hospital.pk])
    client.post(url, {"opens_0": "08:00", "closes_0": "15:30", "hours_note": "Tutup saat libur nasional"})
    page = page_of(client, hospital)
    assert "Senin 08.00–15.30" in page and "Tutup saat libur nasional" in page
    wrong = client.post(url, {"opens_1": "09:00", "opens_2": "10:00", "closes_2": "09:00"}).content.decode()
    assert "Selasa: isi jam buka dan jam tutup." in wrong and "Rabu: jam tutup harus sesudah jam buka." in wrong
    client.post(url, {"always_open": "on"})
    assert "24 jam setiap hari" in page_of(client, hospital)


def test_contacts_are_kept_per_task(client, sari, hospital):
    client.force_login(sari)
    form = {"task": "emergency", "name": "Ibu Tri", "function": "IGD", "whatsapp": "0812-555-0101"}
    post(client, "partnercontact_new", hospital, **form)
    page = page_of(client, hospital)
    assert "<strong>Darurat</strong>: Ibu Tri, IGD" in page and "https://wa.me/628125550101" in page
    bare = post(client, "partnercontact_new", hospital, task="other", name="Tanpa nomor")
    assert "Isi telepon, WhatsApp, atau surel." in bare.content.decode()
    post(client, "partnercontact_remove", hospital.contacts.get())
    assert "Ibu Tri" not in page_of(client, hospital)
    assert AuditEvent.objects.filter(action="partnercontact.removed").exists()


def test_an_agreement_near_its_end_comes_up_for_the_head_and_the_department(today, client, sari, budi, dewi, hospital):
    client.force_login(dewi)
    post(client, "partneragreement_new", hospital, number="MoU/7", starts_on="2024-04-01", ends_on="2026-04-01")
    wrong = post(client, "partneragreement_new", hospital, number="MoU/8", starts_on="2026-04-01", ends_on="2025-04-01")
    assert "Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku." in wrong.content.decode()

    def reminded(who):
        client.force_login(who)
        return "MoU/7" in client.get("/").content.decode()

    assert [reminded(who) for who in (budi, dewi, sari)] == [True, True, False]
    PartnerAgreement.objects.create(
        partner=hospital, number="MoU/9", starts_on=today, ends_on=date(2028, 4, 1), created_by=dewi
    )
    assert not reminded(dewi)


def test_an_agreement_is_reminded_of_for_sixty_days_on_either_side(today, dewi, hospital):
    for number, days in enumerate([-61, -60, 60, 61]):
        partner = make_partner(f"Mitra {number}")
        ends = today + timedelta(days=days)
        PartnerAgreement.objects.create(
            partner=partner, number="1", starts_on=date(2020, 1, 1), ends_on=ends, created_by=dewi
        )
    assert [row.partner.name for row in PartnerAgreement.objects.ending(today)] == ["Mitra 1", "Mitra 2"]


def test_experience_is_shared_with_other_shelters_and_can_be_taken_away(today, client, sari, citra, hospital):
    client.force_login(sari)
    new = reverse("referrals:partnernote_new", args=[hospital.pk])
    assert "Jangan menulis nama" in client.get(new).content.decode()
    post(client, "partnernote_new", hospital, on="2026-03-10", text="Selalu minta surat asli.")
    client.force_login(citra)
    page = page_of(client, hospital)
    assert "Selalu minta surat asli." in page and "Sari, Rumah Singgah Melati" in page
    post(client, "partnernote_withdraw", PartnerNote.objects.get())
    assert "Selalu minta surat asli." not in page_of(client, hospital)
    assert PartnerNote.objects.get().text == "—"


def test_a_note_is_taken_away_only_by_its_writer_or_a_head(today, client, sari, budi, hospital, kenanga):
    note = PartnerNote(partner=hospital, on=today, text="Ramah.")
    note.write(by=budi)
    client.force_login(sari)
    assert post(client, "partnernote_withdraw", note).status_code == 403


def test_a_partner_with_referrals_on_their_way_is_retired_only_with_a_word_about_them(client, sari, dewi, sent):
    client.force_login(dewi)
    page = client.get(reverse("referrals:partner_retire", args=[sent.partner.pk])).content.decode()
    assert "1 rujukan dari panti lain" in page and sent.client.name not in page
    refused = post(client, "partner_retire", sent.partner, on="2026-03-16", note="").content.decode()
    assert "Masih ada 1 rujukan yang berjalan ke mitra ini." in refused
    client.force_login(sari)
    assert sent.client.name in client.get(reverse("referrals:partner_retire", args=[sent.partner.pk])).content.decode()
    post(client, "partner_retire", sent.partner, on="2026-03-16", note="Dialihkan ke RSUD.")
    partner = Partner.objects.get(pk=sent.partner.pk)
    assert (str(partner.retired_on), partner.retired_by, partner.retire_note) == (
        "2026-03-16", sari, "Dialihkan ke RSUD."
    )  # fmt: skip
    assert list(Partner.objects.in_use()) == []
    post(client, "partner_restore", partner)
    assert list(Partner.objects.in_use()) == [partner]


def test_a_map_is_a_plain_https_link(client, sari, hospital):
    client.force_login(sari)
    form = {"name": hospital.name, "kind": "hospital"}
    for bad in ("javascript:alert(1)", "http://peta.example/x"):
        assert post(client, "partner_edit", hospital, **form, map_url=bad).status_code == 200
    post(client, "partner_edit", hospital, **form, map_url="https://peta.example/x")
    assert 'href="https://peta.example/x" rel="noopener noreferrer"' in page_of(client, hospital)


def test_script_in_a_note_is_text(today, client, sari, hospital):
    client.force_login(sari)
    post(client, "partnernote_new", hospital, on="2026-03-10", text="<script>alert(1)</script>")
    assert "<script>alert(1)" not in page_of(client, hospital)


# Shelters of this installation


def test_a_new_shelter_is_a_partner_and_its_name_follows(db, client, dewi):
    call_command("add_shelter", "mawar", "Panti Mawar", level="provinsi", capacity=10, stdout=StringIO())
    partner = Partner.objects.get(shelter__slug="mawar")
    assert (partner.name, partner.kind) == ("Panti Mawar", "singgah")
    client.force_login(dewi)
    url = reverse("cases:shelter_edit", args=["mawar"])
    form = client.get(url).context["form"].initial | {"name": "Panti Mawar Indah", "phone": "0293-1"}
    client.post(url, {name: value for name, value in form.items() if value is not None})
    partner.refresh_from_db()
    assert (partner.name, partner.phone) == ("Panti Mawar Indah", "0293-1")


def test_a_partner_of_that_name_becomes_the_shelter_and_a_second_shelter_gets_its_code(melati, dewi):
    listed = make_partner("panti mawar", kind="panti")
    mawar = make_shelter("mawar", name="Panti Mawar", code="MWR")
    assert Partner.follow(mawar, by=dewi) == listed
    other = Partner.follow(make_shelter("mawar-2", name="Panti Mawar", code="MW2"), by=dewi)
    assert other.name == "Panti Mawar (MW2)"
    assert Partner.follow(mawar, by=dewi).name == "Panti Mawar"


def test_what_follows_the_shelter_is_not_typed_by_hand(client, dewi, kenanga):
    partner = Partner.follow(kenanga, by=dewi)
    client.force_login(dewi)
    post(client, "partner_edit", partner, name="Lain", kind="bank", services="Lansia")
    partner.refresh_from_db()
    assert (partner.name, partner.kind, partner.services) == ("Panti Kenanga", "singgah", "Lansia")


def test_retiring_twice_is_refused(today, hospital, dewi):
    hospital.retire(by=dewi, on=today)
    with pytest.raises(ValidationError, match="sudah tidak dipakai"):
        Partner.objects.get(pk=hospital.pk).retire(by=dewi, on=today)
