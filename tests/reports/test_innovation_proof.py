"""What proves an innovation: figures from our own data, evidence per indicator, and the contests it was sent to."""

import re
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cases.models import Attendance, Product, Shelter, Standin
from reports.innovations.documents import profile, rated
from reports.innovations.measures import MEASURES
from reports.innovations.proving import proofs
from reports.models import InnovationEvidence, InnovationFigure, InnovationIndicator, InnovationOption
from reports.models import InnovationSubmission as Submission
from tests.factories import make_innovation, make_programme, make_service, make_session, make_stay
from tests.uploads import jpeg

BEFORE, AFTER = (date(2026, 1, 1), date(2026, 1, 31)), (date(2026, 2, 1), date(2026, 2, 28))


@pytest.fixture
def innovation(today, melati, sari):
    return make_innovation(melati, sari, started_on=date(2023, 1, 9))


@pytest.fixture
def submission(innovation, sari):
    return prepare(innovation, sari)


def prepare(innovation, by, track="KIPP / SINOVIK", year=2026):
    submission = Submission(
        innovation=innovation, track=InnovationOption.objects.get(name=track), year=year,
        status_on=innovation.today(),
    )  # fmt: skip
    submission.prepare(by=by)
    return submission


def page(response):
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def section(innovation, name):
    return reverse("reports:innovation_section", args=[innovation.pk, name])


def hold(shelter, by, day, people, sold=None):
    """A session to which so many came."""
    programme = make_programme(shelter, name=f"Kelas {day}")
    session = make_session(programme, day)
    for stay in people:
        given = make_service(stay, "guidance", day)
        Attendance.objects.create(session=session, stay=stay, service_record=given, recorded_by=by)
    if sold is not None:
        Product.objects.create(session=session, name="Gelang", quantity=3, sold_for=sold)


def of(slug, shelter, span=AFTER):
    return MEASURES[slug].of(Shelter.objects.filter(pk=shelter.pk), *span)


def test_measures_count_the_own_house_and_both_days(today, melati, kenanga, sari, citra):
    people = [make_stay(melati, by=sari) for _ in range(6)]
    hold(melati, sari, date(2026, 2, 1), people, Decimal("60000"))
    hold(melati, sari, date(2026, 2, 28), people[:2])
    hold(melati, sari, date(2026, 3, 1), people)
    hold(kenanga, citra, date(2026, 2, 5), [make_stay(kenanga, by=citra)], Decimal("999"))
    got = {slug: of(slug, melati) for slug in MEASURES}
    assert got == {
        "sesi-kegiatan": 2, "kehadiran-kegiatan": 8, "peserta-kegiatan": 6, "hasil-karya": 3,
        "nilai-hasil-karya": 60_000, "pengaruh-kegiatan": None, "bimbingan-lanjut-baik": None,
        "rujukan-tepat-waktu": None, "kembali-ke-keluarga": 0, "klien-masuk": 0, "layanan-diberikan": 8,
        "dokumen-terbit": 0, "ikm": None,
    }  # fmt: skip
    assert all(value is None or isinstance(value, Decimal) for value in got.values())


def test_a_figure_is_computed_on_every_reading_and_few_people_are_hidden(client, innovation, melati, sari):
    people = [make_stay(melati, by=sari) for _ in range(5)]
    hold(melati, sari, date(2026, 1, 20), people[:2])
    hold(melati, sari, date(2026, 2, 20), people)
    for slug in ("kehadiran-kegiatan", "peserta-kegiatan"):
        span = dict(zip(("before_first", "before_last", "after_first", "after_last"), BEFORE + AFTER, strict=True))
        InnovationFigure(innovation=innovation, measure=slug, **span).add(by=sari)
    came, people_told = proofs(innovation)
    assert (came.before, came.after, came.change_text) == (2, 5, "+3 kehadiran")
    assert (people_told.before_text, people_told.after_text, people_told.change_text) == ("<5 orang", "5 orang", "–")
    hold(melati, sari, date(2026, 2, 21), people)
    assert proofs(innovation)[0].after == 10
    client.force_login(sari)
    text = page(client.get(section(innovation, "angka")))
    assert "Perubahan: +8 kehadiran" in text and "&lt;5 orang" in text


def figure(**values):
    return {
        "key": uuid4(), "before_first": "2026-01-01", "before_last": "2026-01-31", "after_first": "2026-02-01",
        "after_last": "2026-02-28",
    } | values  # fmt: skip


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"measure": "sesi-kegiatan", "after_value": "9", "source": "Buku"}, "tidak ditulis sendiri"),
        ({"label": "sesi kegiatan terlaksana", "after_value": "9", "source": "Buku"}, "Pilih dari daftar di atas"),
        ({"label": "Pengunjung pameran", "after_value": "120"}, "Tulis sumbernya."),
        ({"label": "Pengunjung pameran", "source": "Buku tamu"}, "Isi nilai sesudah."),
        ({"measure": "sesi-kegiatan", "after_first": "2026-01-31"}, "Masa sesudah dimulai setelah masa sebelum"),
    ],
)
def test_what_is_computed_is_never_typed_and_what_is_typed_has_its_source(client, innovation, sari, values, words):
    client.force_login(sari)
    url = reverse("reports:innovation_line_new", args=[innovation.pk, "angka"])
    assert words in page(client.post(url, figure(**values)))
    assert not innovation.innovationfigure_set.exists()


def test_a_typed_figure_shows_its_source(client, innovation, sari):
    client.force_login(sari)
    url = reverse("reports:innovation_line_new", args=[innovation.pk, "angka"])
    typed = {"label": "Pengunjung pameran", "unit": "orang", "before_value": "0", "after_value": "1.200"}
    client.post(url, figure(source="Buku tamu pameran", **typed))
    text = page(client.get(section(innovation, "angka")))
    assert "1.200 orang" in text and "ditulis; sumber: Buku tamu pameran" in text


def prove(innovation, by, code, level, **values):
    indicator = InnovationIndicator.objects.get(code=code)
    given = {"title": "SK", "link": "https://jdih.example.go.id/1"} | values
    evidence = InnovationEvidence(innovation=innovation, indicator=indicator, level=level, **given)
    evidence.keep(None, by=by)
    return evidence


def test_the_highest_proven_level_counts_and_an_unknown_weight_is_said(client, innovation, sari):
    prove(innovation, sari, "regulasi", 1)
    best = prove(innovation, sari, "regulasi", 3)
    prove(innovation, sari, "sdm", 2)
    prove(innovation, sari, "video", 3)
    found = rated(innovation)
    assert (found.score, found.most, found.proven) == (Decimal("13.00"), 96, 3)
    assert [one.code for one in found.unweighed] == ["video"]
    assert found.raises[0].indicator.code == "replikasi"
    client.force_login(sari)
    text = page(client.get(section(innovation, "bukti")))
    assert "Bobot belum diketahui, tidak ikut dihitung: Video inovasi." in text
    assert "Replikasi: dari tingkat 0 ke 3 menambah 9" in text
    best.remove(by=sari, reason="Salah berkas")
    assert rated(innovation).score == Decimal("7.00")


def test_evidence_is_one_file_or_one_link_checked_like_every_upload(client, innovation, sari, agus):
    client.force_login(sari)
    indicator = InnovationIndicator.objects.get(code="regulasi")
    url = reverse("reports:innovation_evidence_new", args=[innovation.pk, indicator.pk])
    data = {"key": uuid4(), "level": "2", "title": "SK Kepala Dinas"}
    assert "salah satu" in page(client.post(url, data))
    program = SimpleUploadedFile("sk.pdf", b"MZ program")
    assert "program, bukan dokumen" in page(client.post(url, data | {"file": program}))
    assert "diawali https://" in page(client.post(url, data | {"link": "http://jdih.example.go.id"}))
    client.post(url, data | {"file": jpeg()})
    found = InnovationEvidence.objects.get()
    assert (found.level, found.content_type) == (2, "image/jpeg")
    response = client.get(found.get_absolute_url())
    assert response.status_code == 200 and "attachment" in response["Content-Disposition"]
    b"".join(response)
    name, storage = found.file.name, found.file.storage
    client.force_login(agus)  # reads the register, not the files
    assert client.get(found.get_absolute_url()).status_code == 403
    client.force_login(sari)
    assert client.post(reverse("reports:innovation_evidence_remove", args=[found.pk]), {}).status_code == 200
    found.remove(by=sari, reason="Ganti")
    assert client.get(found.get_absolute_url()).status_code == 404
    assert storage.exists(name)  # gone only once the transaction is safe


def test_only_the_head_of_that_house_approves_before_it_is_sent(client, submission, melati, sari, budi, citra, dewi):
    with pytest.raises(ValidationError, match="belum disetujui"):
        submission.move("terkirim", by=sari, on=date(2026, 3, 16))
    url = reverse("reports:innovation_submission_approve", args=[submission.pk])
    for person, status in ((sari, 403), (dewi, 403), (citra, 404)):
        client.force_login(person)
        assert client.post(url, {"version": "1"}).status_code == status
    client.force_login(budi)
    client.post(url, {"version": "1"})
    submission.refresh_from_db()
    assert (submission.approved_by, submission.approved_version) == (budi, 1)
    submission.move("terkirim", by=sari, on=date(2026, 3, 16))
    assert submission.status == "terkirim"


def test_a_change_after_the_approval_needs_a_new_one(client, submission, sari, budi):
    submission.approve(by=budi, seen=1)
    submission.innovation.revise(by=sari, aims="Tujuan baru")
    with pytest.raises(ValidationError, match="berubah sesudah disetujui"):
        submission.move("terkirim", by=sari, on=date(2026, 3, 16))
    with pytest.raises(ValidationError, match="Baca lagi"):
        submission.approve(by=budi, seen=1)
    submission.approve(by=budi, seen=2)
    submission.move("terkirim", by=sari, on=date(2026, 3, 16))


def test_statuses_follow_each_other_in_time(submission, sari, budi):
    submission.approve(by=budi, seen=1)
    submission.move("terkirim", by=sari, on=date(2026, 3, 10))
    for status, on, words in (
        ("finalis", date(2026, 3, 12), "tidak dapat menjadi"), ("lolos_administrasi", date(2026, 3, 9), "baru berlaku"),
        ("lolos_administrasi", date(2026, 3, 17), "belum tiba"),
    ):  # fmt: skip
        with pytest.raises(ValidationError, match=words):
            submission.move(status, by=sari, on=on)
    for status in ("lolos_administrasi", "penilaian", "finalis", "penghargaan"):
        submission.move(status, by=sari, on=date(2026, 3, 12))
    assert submission.choices == [] and submission.steps.count() == 6


def test_a_young_innovation_is_warned_of_and_not_refused(client, innovation, submission, sari):
    client.force_login(sari)
    url = submission.get_absolute_url()
    assert "diterapkan 24 bulan; yang ini belum diterapkan" in page(client.get(url))
    innovation.advance(by=sari, on=date(2023, 6, 1))
    innovation.advance(by=sari, on=date(2024, 3, 17))  # two years but for a day
    assert "yang ini baru 23 bulan" in page(client.get(url))
    innovation.step_back(by=sari, reason="Salah tanggal")
    innovation.advance(by=sari, on=date(2024, 3, 16))
    assert "bulan; yang ini" not in page(client.get(url))
    other = prepare(innovation, sari, "Indeks Inovasi Daerah (IID)")
    assert "bulan; yang ini" not in page(client.get(other.get_absolute_url()))


def test_one_entry_per_contest_and_year(client, submission, sari):
    client.force_login(sari)
    url = reverse("reports:innovation_submission_new", args=[submission.innovation_id])
    data = {"key": uuid4(), "track": submission.track_id, "year": 2026}
    assert "sudah diajukan pada lomba dan tahun itu" in page(client.post(url, data))


def test_the_profile_has_every_heading_and_a_code_only_with_a_video(innovation, sari):
    prove(innovation, sari, "regulasi", 2)
    html = profile(innovation).html()
    for words in ("Dasar hukum", "Metode pembaharuan", "Tujuan", "Angka sebelum dan sesudah", "Regulasi inovasi"):
        assert words in html
    assert "Kode QR" not in html
    innovation.revise(by=sari, video_url="https://video.example.go.id/1")
    assert "Kode QR" in profile(innovation).html()


def test_the_department_keeps_the_lists_with_their_source(client, innovation, sari, dewi):
    client.force_login(dewi)
    url = reverse("reports:innovation_list_new", args=["indikator"])
    row = {"key": uuid4(), "code": "video", "name": "Video inovasi", "position": 200, "valid_from": "2027-01-01"}
    assert "Bidang ini" in page(client.post(url, row)) or not InnovationIndicator.objects.filter(code="video")[1:]
    old = InnovationIndicator.objects.get(code="video")
    edit = reverse("reports:innovation_list_edit", args=["indikator", old.pk])
    known = {name: getattr(old, name) for name in ("code", "name", "position", "source")}
    client.post(edit, known | {"weight": "4", "valid_from": "2026-01-01", "valid_until": ""})
    assert rated(innovation).most == 100
    client.force_login(sari)
    assert client.post(edit, known).status_code == 403


def test_a_head_who_stands_in_from_another_house_reads_and_approves(client, today, submission, melati, citra, budi):
    client.force_login(citra)
    section = reverse("reports:innovation_section", args=[submission.innovation_id, "rancang-bangun"])
    assert client.get(submission.get_absolute_url()).status_code == client.get(section).status_code == 404
    Standin(shelter=melati, user=citra, first_on=today, until=today, reason="Budi cuti").name(by=budi)
    assert client.get(section).status_code == 200
    assert "Setujui versi 1" in page(client.get(submission.get_absolute_url()))
    client.post(reverse("reports:innovation_submission_approve", args=[submission.pk]), {"version": "1"})
    submission.refresh_from_db()
    assert submission.approved_by == citra
    assert client.get(reverse("reports:innovation_advance", args=[submission.innovation_id])).status_code == 404
