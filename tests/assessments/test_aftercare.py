"""The pasca-layanan instrument: begun from a contact after leaving, and its answers are the contact's result."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.urls import reverse

from assessments.aftercare import begin_aftercare
from assessments.models import AftercareFilling, Assessment
from assessments.models.aftercare import told_by
from cases.models import Aftercare, AuditEvent, Client, Need
from cases.models.aftercare import street_returns
from tests.factories import make_exit

WELL = {
    "tanggal": "2026-03-15", "cara": "telepon", "lawan_bicara": ["klien"], "rumah": "menetap", "sehat": "sehat",
    "kecukupan": "pas", "hubungan": "baik", "di_jalan": "tidak", "kesimpulan": "Tinggal bersama anaknya.",
    "tindak_lanjut": ["tidak_perlu"],
}  # fmt: skip


def body(response):
    return response.content.decode()


@pytest.fixture
def left(today, instruments, melati, sari):
    """Left on the first of March: a contact on day 7, 30 and 90."""
    return make_exit(melati, by=sari, on=date(2026, 3, 1)).stay


def fill(assessment, by, **answers):
    said = {assessment.form.path_of[name]: value for name, value in (WELL | answers).items()}
    assessment.save_answers(said, was=assessment.answers, by=by)
    return assessment


def test_a_planned_contact_is_asked_with_the_instrument_and_typed_once(client, left, sari):
    planned = left.aftercare.first()
    client.force_login(sari)
    finish = reverse("cases:aftercare_finish", args=[planned.pk])
    start = reverse("assessments:aftercare_fill", args=[planned.pk])
    assert start in body(client.get(finish)) and "Mulai isi" in body(client.get(start))
    begun = client.post(start)
    assessment = Assessment.objects.get()
    assert begun["Location"] == client.post(start)["Location"] == assessment.get_absolute_url()
    fill(assessment, sari, di_jalan="masih", tindak_lanjut=["kembali"], kesimpulan="Tidur di pasar lagi.")
    page = body(client.get(reverse("assessments:assessment_check", args=[assessment.pk])))
    assert "kembali ke jalan</strong>" in page
    client.post(reverse("assessments:assessment_check", args=[assessment.pk]), {"revision": assessment.revision})
    planned.refresh_from_db()
    assert (planned.result, planned.done_on, planned.way) == ("street", date(2026, 3, 15), "phone")
    assert (planned.note, planned.recorded_by) == ("Tidur di pasar lagi.", sari)
    assert not Need.objects.filter(stay=left).exists()
    assert client.get(start)["Location"] == assessment.get_absolute_url()  # asked once: its answers
    page = body(client.get(reverse("assessments:client_assessments", args=[left.client_id])))
    assert "hari ke-14 sesudah keluar" in page


@pytest.mark.parametrize(
    ("answers", "result"),
    [
        ({}, "well"),
        ({"tindak_lanjut": ["kesehatan"]}, "concern"),
        ({"di_jalan": "pernah"}, "well"),
        ({"di_jalan": "masih", "tindak_lanjut": ["bantuan"]}, "street"),
    ],
)
def test_what_the_answers_say_of_the_contact(left, sari, answers, result):
    told = told_by(fill(begin_aftercare(left, by=sari), sari, **answers))
    assert (told.result, told.note, told.next_on) == (result, WELL["kesimpulan"], None)


def test_a_contact_that_nobody_planned_and_the_next_that_was_agreed(left, sari):
    assessment = fill(
        begin_aftercare(left, by=sari), sari, cara="kunjungan", tindak_lanjut=["kunjungan"], berikutnya="2026-04-20"
    )
    assessment.submit(by=sari)
    days = {(one.due_on, one.result) for one in left.aftercare.all()}
    assert {(date(2026, 3, 15), "well"), (date(2026, 4, 20), "")} <= days
    assert AftercareFilling.objects.get().contact.way == "visit"
    assert AuditEvent.objects.filter(action="aftercare.planned").count() == 1


def test_a_contact_recorded_briefly_before_is_the_same_contact(left, sari):
    planned = left.aftercare.first()
    assessment = fill(begin_aftercare(left, by=sari, contact=planned), sari, tindak_lanjut=["kesehatan"])
    planned.finish(by=sari, on=date(2026, 3, 15), way="phone", result="well")
    assessment.submit(by=sari)
    planned.refresh_from_db()
    assert planned.result == "concern" and left.aftercare.count() == 3
    event = AuditEvent.objects.get(action="aftercare.corrected")
    assert (event.details["before"], event.details["result"]) == ("well", "concern")


def test_a_day_before_leaving_completes_nothing(left, sari):
    assessment = fill(begin_aftercare(left, by=sari), sari, tanggal="2026-02-20")
    with pytest.raises(ValidationError, match="sebelum klien keluar"):
        assessment.submit(by=sari)
    assessment.refresh_from_db()
    assert assessment.status == "draft" and not Aftercare.objects.filter(done_on__isnull=False).exists()


def test_a_correction_changes_the_result_once_it_is_approved(left, sari, budi):
    assessment = fill(begin_aftercare(left, by=sari, contact=left.aftercare.first()), sari)
    assessment.submit(by=sari)
    assessment.approve(by=budi)
    corrected = fill(assessment.correct(by=sari, reason="Salah dengar"), sari, di_jalan="masih")
    corrected.submit(by=sari)
    assert left.aftercare.first().result == "well"
    corrected.approve(by=budi)
    assert left.aftercare.first().result == "street"
    assert AftercareFilling.objects.get().assessment == assessment
    with pytest.raises(ProtectedError):
        left.aftercare.first().delete()


def test_one_contact_at_a_time_and_only_after_leaving(left, stay, sari):
    first, second = left.aftercare.all()[:2]
    begin_aftercare(left, by=sari, contact=first)
    with pytest.raises(ValidationError, match="sedang diisi untuk kontak"):
        begin_aftercare(left, by=sari, contact=second)
    with pytest.raises(ValidationError, match="sesudah klien keluar"):
        begin_aftercare(stay, by=sari)
    first.finish(by=sari, on=date(2026, 3, 9), way="phone", result="unreached")
    with pytest.raises(ValidationError, match="sudah dicatat"):
        begin_aftercare(left, by=sari, contact=first)


def test_the_street_is_counted_and_told_at_the_next_door(client, left, sari):
    contact = left.aftercare.first()
    contact.finish(by=sari, on=date(2026, 3, 9), way="through", result="street")
    assert street_returns(left.client) == [(contact, 8)]
    assert Client.objects.with_history().get(pk=left.client_id).street_count == 1
    client.force_login(sari)
    door = body(client.get(reverse("cases:intake_return", args=[left.client_id])))
    assert "kembali ke jalan 1×" in door
    assert "8 hari setelah keluar" in body(client.get(reverse("cases:client_family", args=[left.client_id])))
    page = body(client.get(reverse("cases:aftercare_list"), {"hasil": "street"}))
    assert "1 kontak" in page and "Wagiman" in page and "Kembali ke jalan, 9 Maret 2026" in page
