"""Answers go out: a column per question, typed, without names and without what is sensitive unless for a reason."""

import csv
import io
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from assessments.models import Assessment, InstrumentVersion
from cases.models import AuditEvent, Category
from tests.factories import make_client, make_instrument, make_stay
from tests.reports.test_answers_round_trip import EVERYTHING

FORM = EVERYTHING.replace(
    "| | type | name | label | appearance | calculation | relevant |",
    "| | type | name | label | appearance | calculation | relevant | bind::balai:sensitive |",
).replace("| | text | panjang | Cerita | multiline | | |", "| | text | panjang | Cerita | multiline | | | yes |")
ANSWERS = {
    "a/teks": "=1+1", "a/panjang": "Rahasia", "a/bulat": 7, "a/pecahan": "36.5", "a/hari": "2026-03-01",
    "a/jam": "13:30", "a/satu": "merah", "a/banyak": ["merah", "biru"], "a/tahu": "OK",
    "b/anggota[x1]": 2, "b/anggota[x1]/panggilan": "Adik", "b/anggota[x2]": 1, "b/anggota[x2]/panggilan": "Ibu",
    "b/anggota[x1]/pekerjaan[k]": 1, "b/anggota[x1]/pekerjaan[k]/sebutan": "Tani",
}  # fmt: skip


@pytest.fixture
def version(today, dewi):
    made = make_instrument(by=dewi, source=FORM, name="serba.md")
    made.release(by=dewi, after=0)
    return made


def fill(version, stay, sari, budi, **changes):
    made = Assessment.start(stay, version=version, by=sari)
    made.save_answers(ANSWERS | changes, was={}, by=sari)
    made.submit(by=sari)
    made.approve(by=budi)
    return made


def download(client, query="instrument=serba-ada", **form):
    response = client.post(reverse("reports:answers_export") + "?" + query, {"format": "xlsx", **form})
    assert response.streaming, response.content.decode()
    return b"".join(response.streaming_content)


def sheets(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def rows_of(sheet):
    return [dict(zip(sheet[0], row, strict=True)) for row in sheet[1:]]


def test_a_row_per_assessment_a_column_per_question_and_repeats_on_their_own_sheet(
    client, version, stay, sari, budi
):  # fmt: skip
    fill(version, stay, sari, budi)
    client.force_login(budi)
    found = sheets(download(client, reason="Bahan rapat"))
    assert list(found) == ["Jawaban", "anggota", "pekerjaan", "Kamus", "Keterangan"]
    (row,) = rows_of(found["Jawaban"])
    said = {
        "_index": 1, "Tanggal asesmen": date(2026, 3, 16), "Nomor klien": stay.client.number, "Isian": "=1+1",
        "Cerita": "Rahasia", "Bilangan bulat": 7, "Bilangan pecahan": 36.5, "Tanggal asesmen [hari]": date(2026, 3, 1),
        "Jam": "13:30", "Warna [satu]": "Merah", "Beberapa warna": "Merah; Biru, muda", "Beberapa warna/Merah": 1,
        "Beberapa warna/Biru, muda": 1, "Beberapa warna/biru_tua": 0, "Sudah dijelaskan": "Ya",
        "Status": "Disetujui",
    }  # fmt: skip
    assert {heading: row.get(heading) for heading in said} == said
    assert "Nama" not in row and "NIK" not in row
    assert [(one["_parent_index"], one["Panggilan"]) for one in rows_of(found["anggota"])] == [(1, "Ibu"), (1, "Adik")]
    (job,) = rows_of(found["pekerjaan"])
    assert (job["_parent_table_name"], job["_parent_index"], job["Sebutan"]) == ("anggota", 2, "Tani")
    words = {row["Nama"]: row for row in rows_of(found["Kamus"])}
    assert words["satu"]["Pilihan"].startswith("merah = Merah; biru = Biru, muda")
    told = dict(row[:2] for row in found["Keterangan"])
    assert (told["Keperluan"], told["Diambil oleh"], told["Jumlah asesmen"]) == ("Bahan rapat", "Budi", "1")
    event = AuditEvent.objects.get(action="answers.exported")
    assert (event.details["reason"], event.details["rows"], event.details["named"]) == ("Bahan rapat", 1, "tidak")


def test_without_a_reason_no_sensitive_answer_and_no_name(client, version, stay, melati, sari, budi):
    fill(version, stay, sari, budi)
    child = make_client("Anak Uji", birth_date=date(2016, 1, 1), nik="3404991708850001", nik_status="valid")
    fill(version, make_stay(melati, by=sari, client=child, entered_on=date(2026, 3, 3)), sari, budi)
    client.force_login(budi)
    grown, guarded = rows_of(sheets(download(client))["Jawaban"])
    assert (grown["Cerita"], grown["Isian"], guarded["Isian"]) == ("disembunyikan", "=1+1", "disembunyikan")
    refused = client.post(
        reverse("reports:answers_export") + "?instrument=serba-ada", {"format": "xlsx", "named": "on"}
    )
    assert "Isi keperluannya bila nama disertakan" in refused.content.decode()
    grown, guarded = rows_of(sheets(download(client, reason="Rujukan", named="on"))["Jawaban"])
    assert (grown["Nama"], guarded["Cerita"]) == ("Suratmin", "Rahasia")
    assert guarded["NIK"] == "3404••••••••0001" and not guarded["Tanggal lahir"]


def test_csv_is_a_zip_where_something_repeats_and_holds_no_formula(client, version, stay, sari, budi):
    fill(version, stay, sari, budi)
    client.force_login(budi)
    with zipfile.ZipFile(io.BytesIO(download(client, format="csv", reason="Uji"))) as archive:
        assert archive.namelist() == ["jawaban.csv", "anggota.csv", "pekerjaan.csv", "kamus.csv", "keterangan.csv"]
        for name in archive.namelist():
            for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig")), delimiter=";"):
                assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_a_workbook_holds_no_formula(client, version, stay, sari, budi):
    fill(version, stay, sari, budi)
    client.force_login(budi)
    with zipfile.ZipFile(io.BytesIO(download(client, reason="Uji"))) as archive:
        assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]


def test_versions_are_merged_by_the_name_of_the_question(client, version, stay, melati, sari, budi, dewi):
    fill(version, stay, sari, budi)
    newer = FORM.replace("| Bilangan bulat |", "| Berapa banyak? |").replace("| text | kalau |", "| text | baru |")
    second = InstrumentVersion.upload(source=newer.encode(), kind=".md", file_name="serba.md", by=dewi)
    second.release(by=dewi, after=1)
    later = make_stay(melati, by=sari, client=make_client("Wagiman"), entered_on=date(2026, 3, 3))
    fill(second, later, sari, budi, **{"a/baru": "Ada"})
    client.force_login(budi)
    old, new = rows_of(sheets(download(client, reason="Uji"))["Jawaban"])
    assert (old["Berapa banyak?"], new["Berapa banyak?"]) == (7, 7)
    assert "Bilangan bulat" not in old and "Hanya bila merah [kalau]" in old
    assert (old["Hanya bila merah"], new["Hanya bila merah"]) == ("", "Ada")
    (only,) = rows_of(sheets(download(client, "instrument=serba-ada&version=1", reason="Uji"))["Jawaban"])
    assert only["Bilangan bulat"] == 7


def test_filters_narrow_and_never_widen(client, version, stay, sari, budi, citra, dewi, kenanga):
    fill(version, stay, sari, budi)
    other = Category.objects.exclude(pk=stay.category_id).first()
    address = reverse("reports:answers_export")
    client.force_login(budi)
    for query, count in (("", 1), ("&since=2026-03-17", 0), ("&until=2026-03-16", 1), (f"&category={other.slug}", 0)):
        assert client.get(f"{address}?instrument=serba-ada{query}").context["count"] == count
    assert "count" not in client.get(f"{address}?instrument=serba-ada&shelter=kenanga").context
    client.force_login(citra)
    assert client.get(f"{address}?instrument=serba-ada").context["count"] == 0
    client.force_login(dewi)
    assert client.get(address).status_code == 403


def test_many_rows_take_no_more_queries(client, version, stay, melati, sari, budi):
    first = fill(version, stay, sari, budi)
    copies = [Assessment(stay=stay, version=version, instrument=version.instrument, status="approved",
                         answers=first.answers, started_by=sari, submitted_by=sari, submitted_at=first.submitted_at,
                         reviewed_by=budi, reviewed_at=first.reviewed_at) for _ in range(60)]  # fmt: skip
    Assessment.objects.bulk_create(copies)
    client.force_login(budi)
    with CaptureQueriesContext(connection) as queries:
        content = download(client, reason="Uji")
    assert len(sheets(content)["Jawaban"]) == 62 and len(queries) <= 24
