"""Somebody leaves: what each way out asks for, its papers, and how it goes afterwards (scenario 15)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.exit_documents import family_statement, handover_minutes
from cases.leaving import leave
from cases.models import Aftercare, ExitRecord, HandoverPermission, Letter, Relative, Stay
from cases.models.aftercare import failed_reunions
from tests.factories import make_client, make_exit, make_relative, make_stay, reason

PAPERS = ["has_ktp", "has_kk", "has_rt_letter", "has_statement"]
TODAY = date(2026, 3, 16)


def body(response):
    return response.content.decode()


def url(name, row):
    return reverse(f"cases:{name}", args=[row.pk])


def send_away(client, stay, slug, **answers):
    return client.post(url("stay_discharge", stay), {"on": "2026-03-16", "reason": reason(slug).pk} | answers)


# Scenario 15 --------------------------------------------------------------------------------------------------------


def test_what_is_missing_is_said_at_once_and_nothing_is_lost(client, today, sari, stay):
    daughter = make_relative(stay.client, "Sumarni", by=sari)
    client.force_login(sari)
    page = body(send_away(client, stay, "reunifikasi", receiver=daughter.pk, has_ktp="on", escort="Joko"))
    assert "Hubungan dengan klien belum terbukti" in page
    assert "Belum ada: Kartu Keluarga, surat keterangan RT/RW, surat pernyataan bermeterai" in page
    assert 'value="Joko"' in page and not ExitRecord.objects.exists()
    assert "Pilih siapa yang menerima klien." in body(send_away(client, stay, "reunifikasi"))


def test_a_reunion_with_everything_plans_aftercare_and_prints(client, today, sari, budi, stay):
    daughter = make_relative(stay.client, "Sumarni", by=sari, proven_on=date(2026, 3, 15), phone="0812-3456-7890")
    client.force_login(sari)
    answers = dict.fromkeys(PAPERS, "on") | {
        "receiver": daughter.pk,
        "escort": "Joko",
        "ticket": "Bus",
        "cost": "85000",
    }
    send_away(client, stay, "reunifikasi", **answers)
    kept = ExitRecord.objects.get()
    days = [(planned.due_on - TODAY).days for planned in Aftercare.objects.all()]
    assert (days, kept.cost, kept.permission) == ([7, 30, 90], 85000, None)
    page = body(client.post(kept.get_absolute_url(), {"witness_1": "Joko", "witness_2": ""}))
    assert "Tulis nama saksi kedua." in page or "Bagian ini wajib diisi" in page
    client.post(kept.get_absolute_url(), {"witness_1": "Joko", "witness_2": "Slamet"})
    kept.refresh_from_db()
    daughter.name = "Nama baru"
    daughter.save()
    html = handover_minutes(ExitRecord.objects.for_page().get()).html()
    for words in ("Sumarni", "Anak", kept.letter.number, "Saksi pertama", "Joko", "Slamet", "Suratmin", "Budi"):
        assert words in html
    assert client.get(url("exit_minutes", kept)).content.startswith(b"%PDF")
    again = body(client.post(kept.get_absolute_url(), {"witness_1": "A", "witness_2": "B"}))
    assert "sudah bernomor" in again and Letter.objects.count() == 1
    assert "Catatan keluar dan berita acara" in body(client.get(stay.get_absolute_url()))


def test_the_familys_statement_prints_before_the_exit(client, today, sari, stay):
    daughter = make_relative(stay.client, "Sumarni", by=sari, nik="3404995708850001", address="Kedu")
    html = family_statement(daughter, stay).html()
    assert "Sumarni" in html and "meterai" in html and "Suratmin" in html
    client.force_login(sari)
    assert client.get(url("relative_statement", daughter)).content.startswith(b"%PDF")


def test_not_reached_is_a_result_and_coming_back_shows_a_failed_reunion(client, today, sari, melati):
    kept = make_exit(melati, by=sari, on=date(2026, 3, 1))
    person = kept.stay.client
    planned = kept.stay.aftercare.first()
    client.force_login(sari)
    assert "Wagiman" in body(client.get(reverse("cases:aftercare_list")))
    answers = {"on": "2026-03-09", "way": "phone", "result": "unreached"}
    client.post(url("aftercare_finish", planned), answers)
    late = body(client.post(url("aftercare_finish", planned), answers))
    planned.refresh_from_db()
    assert (planned.result, planned.recorded_by) == ("unreached", sari)
    assert "sudah dicatat" in late
    assert failed_reunions(person) == []
    make_stay(melati, by=sari, client=person, entered_on=date(2026, 3, 14))
    assert failed_reunions(person) == [(kept.stay, 13)]
    assert "Reunifikasi gagal" in body(client.get(url("client_family", person)))
    assert not Aftercare.objects.open().exists()  # nobody is phoned who is in the house


def test_each_reason_asks_its_own_questions(client, today, sari, stay):
    client.force_login(sari)
    page = body(client.get(url("stay_discharge", stay)))
    assert "Reunifikasi keluarga" in page and "name=" not in page.split("<main")[1].split("csrf")[0]
    shown = {}
    for slug in ("mandiri", "rujukan-rs", "menolak", "pemulangan", "kabur"):
        form = client.get(url("stay_discharge", stay), {"alasan": reason(slug).pk}).context["form"]
        shown[slug] = set(form.fields) - {"reason", "on", "note"}
    assert shown == {
        "mandiri": {"destination", "work"},
        "rujukan-rs": {"destination", "institution", "institution_officer", "letter_number", "letter_follows"},
        "menolak": {"destination", "statement"},
        "pemulangan": {"destination", "region", "escort", "ticket", "cost"},
        "kabur": set(),
    }
    assert "Tulis alamat tujuan." in body(send_away(client, stay, "mandiri"))
    assert "Tulis pernyataan klien" in body(send_away(client, stay, "menolak"))
    assert "Pilih wilayah tujuan." in body(send_away(client, stay, "pemulangan"))
    assert "Tulis lembaga yang menerima" in body(send_away(client, stay, "rujukan-rs"))
    assert "Pilih alasan keluar." in body(client.post(url("stay_discharge", stay), {"on": "2026-03-16"}))


def test_an_exit_taken_back_voids_its_berita_acara(today, sari, melati):
    kept = make_exit(melati, by=sari, on=date(2026, 3, 10))
    kept.issue_minutes(by=sari, witness_1="Joko", witness_2="Rini")
    stay = kept.stay
    Stay.objects.filter(pk=stay.pk).update(
        status="resident", ended_on=None, exit_reason=None, discharged_at=None, discharged_by=None
    )
    leave(stay, by=sari, on=TODAY, reason=reason("mandiri"), destination="Kedu")
    assert Letter.objects.get().void_reason == "Masa tinggal dibuka kembali."
    assert ExitRecord.objects.get().receiver is None
    assert [(planned.due_on - TODAY).days for planned in Aftercare.objects.all()] == [30, 90]


# What the database itself refuses -----------------------------------------------------------------------------------


def test_the_database_keeps_the_rules(today, sari, melati, stay):
    kept = make_exit(melati, by=sari)
    relative = make_relative(stay.client, by=sari)
    for constraint, rows, values in [
        ("exit_record_minutes_witnessed", ExitRecord, {"letter": Letter.issue("handover", shelter=melati, by=sari)}),
        ("aftercare_done_with_result", Aftercare, {"done_on": TODAY}),
        ("relative_state_fits_proof", Relative, {"state": "proven"}),
        ("relative_has_name", Relative, {"name": ""}),
    ]:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            rows.objects.update(**values)
    permission = HandoverPermission(stay=stay, receiver=relative, reason="", granted_by=sari)
    with pytest.raises(IntegrityError, match="handover_permission_reasoned"), transaction.atomic():
        permission.save()
    assert kept.pk


def test_the_list_stays_flat_as_it_grows(client, today, sari, melati, django_assert_max_num_queries):
    for number in range(15):
        make_exit(melati, by=sari, client=make_client(f"Orang {number}"))
    client.force_login(sari)
    client.get(reverse("cases:aftercare_list"))
    with django_assert_max_num_queries(12):
        assert "45 kontak" in body(client.get(reverse("cases:aftercare_list")))
