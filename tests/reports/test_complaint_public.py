"""The forms that anybody may send, and the page on which a sender follows a complaint."""

import io
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from cases.models import Throttle
from reports.models import Complaint, ComplaintStep
from tests.factories import picture_bytes
from tests.reports.complaints import make_answered, make_complaint, public_form

FOLLOW = "/pengaduan/cek/"
NEW = "/pengaduan/melati/"


def follow(client, complaint, **more):
    return client.post(FOLLOW, {"number": complaint.number, "code": complaint.code()} | more).content.decode()


def test_a_complaint_to_the_shelter_gets_a_number_and_a_code(client, today, melati):
    page = client.post(NEW, public_form(reporter_name="Bu Rini")).content.decode()
    complaint = Complaint.objects.get()
    assert (complaint.shelter, complaint.channel, complaint.received_by) == (melati, "form", None)
    assert complaint.number in page
    assert complaint.code() in page
    assert client.cookies.keys() <= {"csrftoken"}


def test_a_double_click_is_one_complaint_and_shows_the_code_again_for_an_hour(client, today, melati):
    form = public_form()
    first, second = (client.post(NEW, form).content.decode() for _ in range(2))
    code = Complaint.objects.get().code()
    assert code in first
    assert code in second
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        late = client.post(NEW, form).content.decode()
    assert code not in late


@pytest.mark.parametrize("box", ["confidentiality", "about_head"])
def test_a_box_sends_it_past_the_shelter(client, today, melati, box):
    page = client.post(NEW, public_form(**{box: "on"})).content.decode()
    complaint = Complaint.objects.get()
    assert (complaint.addressed_to, complaint.shelter, complaint.about) == ("department", None, melati)
    assert "panti tidak membacanya" in page


def test_to_the_department_with_or_without_a_shelter(client, today, melati):
    client.post("/pengaduan/", public_form(about=melati.pk))
    client.post("/pengaduan/", public_form())
    assert [(one.addressed_to, one.about) for one in Complaint.objects.order_by("pk")] == [
        ("department", melati), ("department", None),
    ]  # fmt: skip


def test_a_robot_is_thanked_and_writes_nothing(client, today, melati):
    page = client.post(NEW, public_form(situs_web="https://jual.example")).content.decode()
    assert "Terima kasih" in page
    assert not Complaint.objects.exists()


@pytest.mark.parametrize("wrong", [
    {"text": "x" * 4001}, {"subject": ""}, {"kind": "lain"}, {"text": "NIK saya 3404990101010001"},
    {"happened_on": "2026-03-17"}, {"reporter_phone": "hubungi saya"}, {"subject": "a\x00b"}, {"key": "bukan"},
])  # fmt: skip
def test_bad_input_keeps_what_was_typed_and_writes_nothing(client, today, melati, wrong):
    response = client.post(NEW, public_form(reporter_name="Bu Rini") | wrong)
    assert (response.status_code, Complaint.objects.count()) == (200, 0)
    assert "Periksa kembali" in response.content.decode()
    assert "Bu Rini" in response.content.decode()


def test_script_in_text_stays_text(client, today, melati, budi):
    client.post(NEW, public_form(subject="<script>alert(1)</script>", text="<img src=x onerror=alert(1)>"))
    client.force_login(budi)
    page = client.get(Complaint.objects.get().get_absolute_url()).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_a_photo_is_drawn_anew_and_a_program_refused(client, today, melati, budi):
    bad = SimpleUploadedFile("foto.jpg", b"MZ" + b"x" * 50)
    assert "program" in client.post(NEW, public_form() | {"file": bad}).content.decode()
    photo = picture_bytes()
    client.post(NEW, public_form() | {"file": SimpleUploadedFile("foto.jpg", photo + b"<script>")})
    complaint = Complaint.objects.get()
    client.force_login(budi)
    response = client.get(reverse("reports:complaint_file", args=[complaint.pk]))
    content = io.BytesIO(b"".join(response)).getvalue()
    assert (content[:3], b"<script>" in content) == (b"\xff\xd8\xff", False)
    assert "attachment" in response["Content-Disposition"]


def test_a_flood_of_forms_is_stopped(client, today, melati):
    got = [client.post(NEW, public_form()).status_code for _ in range(11)]
    assert (got[:10], got[10]) == ([200] * 10, 429)
    assert Complaint.objects.count() == 10
    assert client.get(NEW).status_code == 200


def test_guessing_codes_is_stopped_and_tells_nothing(client, today, melati):
    complaint = make_complaint(melati)
    tries = [{"number": complaint.number, "code": "A" * 10}, {"number": "ADU-MLT-2026-0099", "code": "A" * 10}]
    wrong, unknown = (client.post(FOLLOW, one).content.decode().partition("<form")[0] for one in tries)
    assert wrong == unknown
    assert "tidak cocok" in wrong
    got = [client.post(FOLLOW, tries[0]).status_code for _ in range(19)]
    assert (got[17], got[18]) == (200, 429)
    right = client.post(FOLLOW, {"number": complaint.number, "code": complaint.code()})
    assert right.status_code == 429
    Throttle.objects.all().delete()
    assert "Diterima" in follow(client, complaint)


def test_the_sender_reads_what_was_written_to_the_sender_and_nothing_else(client, today, melati, budi, sari):
    complaint = make_complaint(melati, subject="Perihal asli", text="Isi asli", reporter_name="Bu Rini")
    complaint.verify(by=budi)
    complaint.assign(sari, by=budi)
    ComplaintStep.add(complaint, "note", "Catatan dalam", by=sari)
    ComplaintStep.add(complaint, "message", "Kami sedang memeriksa.", by=sari)
    page = follow(client, complaint)
    assert "Ditangani" in page
    assert "Kami sedang memeriksa." in page
    for hidden in ("Perihal asli", "Isi asli", "Bu Rini", "Catatan dalam", "Sari", "Budi"):
        assert hidden not in page


def test_of_a_person_in_need_only_the_stage(client, today, melati, budi):
    complaint = make_answered(melati, budi, kind="person")
    page = follow(client, complaint)
    assert "Selesai" in page
    assert "Loket kedua" not in page


def test_the_sender_writes_judges_and_opens_again(client, today, melati, budi):
    complaint = make_complaint(melati)
    assert "Pesan Anda terkirim" in follow(client, complaint, tindak="pesan", text="Tambahan")
    complaint.verify(by=budi)
    complaint.answer("Sudah.", by=budi)
    assert "Terima kasih" in follow(client, complaint, tindak="puas", satisfaction="2")
    complaint.refresh_from_db()
    assert complaint.satisfaction == 2
    assert "dibuka kembali" in follow(client, complaint, tindak="buka", text="Belum.")
    complaint.refresh_from_db()
    assert complaint.status == "in_progress"
    assert "tidak dapat dibuka kembali" in follow(client, complaint, tindak="buka", text="Lagi.")


def test_nothing_is_kept_in_a_cache(client, today, melati):
    response = client.post(NEW, public_form())
    assert response["Cache-Control"] == "no-store, private"
    assert client.get("/pengaduan/tidak-ada/").status_code == 404
