"""Answers of an old form: bound by their words, without names and times, all or none, and out again as one."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from reports.models import ColumnMapping, SurveyImport, SurveyPublication, SurveyResponse
from reports.survey.figures import figures_of
from reports.survey.old_answers import age, choice, likely_style
from reports.survey.pairing import Answers, propose
from reports.survey.sheet import plain, reduced
from tests.reports.surveys import make_period

pytestmark = pytest.mark.usefixtures("today")
HEADINGS = [
    "Timestamp", "Nama lengkap", "No HP", "Jenis kelamin", "Usia",
    "1. Kesesuaian persyaratan", "2. Kemudahan prosedur", "3. Kecepatan waktu", "4. Kewajaran biaya/tarif",
    "5. Kesesuaian produk layanan", "6. Kompetensi petugas", "7. Kesopanan dan keramahan",
    "8. Sarana dan prasarana", "9. Penanganan pengaduan", "Kritik dan saran",
]  # fmt: skip
ROW = [
    "02/02/2026 10:22:33", "Suratmin", "081234567890", "Laki-laki", "45", "Sesuai", "Mudah", "Cepat", "Gratis",
    "Sesuai", "Kompeten", "Sopan dan ramah", "Buruk", "Dikelola dengan baik", "Airnya kecil",
]  # fmt: skip


def sheet(rows=5, headings=HEADINGS, row=ROW):
    lines = [headings] + [["28/02/2026 08:00:00", *row[1:]]] + [row] * (rows - 1)
    return "\n".join(";".join(cells) for cells in lines).encode()


@pytest.fixture
def past(melati, budi):
    """A period of before: it never took answers of its own."""
    return make_period(melati, budi, opened=False, name="Awal 2026", begins_on="2026-01-01", ends_on="2026-02-28")


def upload(client, period, content=None, name="jawaban.csv"):
    file = SimpleUploadedFile(name, content or sheet())
    return client.post(reverse("reports:survey_import_new", args=[period.pk]), {"file": file})


def paired(client, batch, **changes):
    """Choose what the page proposes."""
    address = reverse("reports:survey_import_pair", args=[batch.pk])
    form = client.get(address).context["form"]
    data = {name: form[name].value() for name in form.fields} | changes
    return client.post(address, data)


def test_an_old_form_is_counted_in_its_period(client, budi, past):
    client.force_login(budi)
    upload(client, past)
    batch = SurveyImport.objects.get()
    paired(client, batch)
    assert "5</strong> jawaban siap" in client.get(batch.get_absolute_url()).content.decode()
    client.post(batch.get_absolute_url())
    past.refresh_from_db()
    batch.refresh_from_db()
    assert (batch.count, batch.rows, past.status) == (5, [], "closed")
    found = {one["code"]: one["average"] for one in figures_of(past)["elements"]}
    assert (found["U8"], found["U9"], found["U4"]) == ("4.00", "1.00", "4.00")
    response = SurveyResponse.objects.filter(answered_on="2026-02-02").first()
    assert (response.way, response.sex, response.age_band, response.suggestion) == (
        "import", "L", "40-49", "Airnya kecil",
    )  # fmt: skip


def test_names_telephones_and_times_are_never_kept(client, budi, past):
    client.force_login(budi)
    upload(client, past)
    batch = SurveyImport.objects.get()
    assert batch.dropped == ["Nama lengkap", "No HP"]
    kept = str([batch.headings, batch.rows])
    for told in ("Suratmin", "0812", "10:22", "08:00"):
        assert told not in kept
    assert batch.rows[0][1][0] == "28/02/2026"


def test_the_order_of_the_columns_means_nothing(client, budi, past):
    """Sarana is asked eighth and pengaduan ninth here; another form numbers them the other way round."""
    client.force_login(budi)
    turned = list(range(len(HEADINGS)))[::-1]
    upload(client, past, sheet(headings=[HEADINGS[n] for n in turned], row=[ROW[n] for n in turned]).replace(
        b"28/02/2026 08:00:00", b"Airnya kecil"
    ))  # fmt: skip
    batch = SurveyImport.objects.get()
    assert paired(client, batch).status_code == 200  # 02/02/2026: the day or the month first?
    paired(client, batch, style="id")
    batch.refresh_from_db()
    assert (batch.pairs["U8"], batch.pairs["U9"]) == ("9. Penanganan pengaduan", "8. Sarana dan prasarana")


def test_what_could_be_two_elements_has_to_be_chosen(client, budi, past):
    """Numbers alone under a heading that says U8 and sarana: a swapped form, or not; nobody can know."""
    client.force_login(budi)
    content = b"Tanggal;U8 Sarana;Biaya\n2026-02-01;1;4\n"
    upload(client, past, content)
    batch = SurveyImport.objects.get()
    form = client.get(reverse("reports:survey_import_pair", args=[batch.pk])).context["form"]
    assert form.unclear == ["U8 Sarana"]
    assert (form["U8"].value(), form["U9"].value(), form["U4"].value()) == ("", "", "Biaya")
    none = {f"U{number}": "-" for number in (1, 2, 3, 5, 6, 7)}
    assert paired(client, batch, **none).status_code == 200
    assert paired(client, batch, **none, U8="U8 Sarana", U9="U8 Sarana").status_code == 200
    assert paired(client, batch, **none, U8="-", U9="U8 Sarana").status_code == 302
    batch.refresh_from_db()
    assert batch.pairs == {"U4": "Biaya", "U9": "U8 Sarana", "date": "Tanggal"}


@pytest.mark.django_db
def test_answers_tell_the_element_where_headings_do_not():
    rows = [[2, ["Sangat sopan dan ramah", "Buruk", "Sangat sesuai"]], [3, ["Sopan dan ramah", "Baik", "Sesuai"]]]
    assert propose(["a", "b", "c"], rows) == ({"U7": "a", "U9": "b"}, ["c"])
    assert Answers().score("U4", "4 - Gratis") == 4
    assert Answers().score("U4", "1 - Gratis") is None


def test_a_wrong_row_keeps_all_of_them_out(client, budi, past):
    client.force_login(budi)
    wrong = [*ROW]
    wrong[5] = "Lumayan"
    upload(client, past, sheet() + b"\n" + ";".join(wrong).encode() + b"\n" + b"02/03/2026;;;;;Sesuai")
    batch = SurveyImport.objects.get()
    paired(client, batch)
    shown = client.get(batch.get_absolute_url()).content.decode()
    assert "Baris 7: U1: jawaban “Lumayan” tidak dikenal" in shown
    assert "Baris 8: Tanggal 02/03/2026 di luar periode ini" in shown
    client.post(batch.get_absolute_url())
    assert SurveyResponse.objects.count() == 0


def test_the_next_file_with_these_headings_is_paired_already(client, budi, past):
    client.force_login(budi)
    upload(client, past)
    paired(client, SurveyImport.objects.get(), U1="-")
    assert ColumnMapping.objects.get().kind == "skm"
    upload(client, past, sheet(rows=6))
    form = client.get(reverse("reports:survey_import_pair", args=[SurveyImport.objects.latest("pk").pk])).context[
        "form"
    ]
    assert (form["U1"].value(), form["U9"].value()) == ("-", "8. Sarana dan prasarana")


def test_one_import_goes_out_as_one_until_it_is_published(client, budi, past):
    client.force_login(budi)
    upload(client, past)
    batch = SurveyImport.objects.get()
    paired(client, batch)
    client.post(batch.get_absolute_url())
    assert "sudah dimasukkan" in upload(client, past).content.decode()  # the same file once more
    client.post(reverse("reports:survey_import_undo", args=[batch.pk]), {"agreed": "on"})
    assert SurveyResponse.objects.count() == 0
    upload(client, past)
    again = SurveyImport.objects.latest("pk")
    paired(client, again)
    client.post(again.get_absolute_url())
    past.refresh_from_db()
    SurveyPublication.publish(past, figures_of, by=budi)
    client.post(reverse("reports:survey_import_undo", args=[again.pk]), {"agreed": "on"})
    assert SurveyResponse.objects.count() == 5
    assert "sudah diumumkan" in upload(client, past, sheet(rows=7)).content.decode()


def test_a_file_that_was_looked_at_before_the_publication_comes_too_late(client, budi, past):
    client.force_login(budi)
    upload(client, past)
    first = SurveyImport.objects.get()
    paired(client, first)
    upload(client, past, sheet(rows=6))
    late = SurveyImport.objects.latest("pk")
    paired(client, late)
    client.post(first.get_absolute_url())
    past.refresh_from_db()
    SurveyPublication.publish(past, figures_of, by=budi)
    client.post(late.get_absolute_url())
    assert SurveyResponse.objects.count() == 5


def test_a_workbook_is_read_like_a_csv(client, budi, past):
    book = Workbook()
    book.active.append(["Tanggal", "Biaya"])
    book.active.append(["2026-02-01", 4])
    content = BytesIO()
    book.save(content)
    client.force_login(budi)
    upload(client, past, content.getvalue(), "jawaban.xlsx")
    assert SurveyImport.objects.get().rows == [[2, ["2026-02-01", "4"]]]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"Nama;U1", b"\xd0\xcf\x11\xe0old"])
def test_what_cannot_be_read_is_refused_with_words(client, budi, past, content):
    client.force_login(budi)
    page = upload(client, past, content or b" ")
    assert page.status_code == 200
    assert page.context["form"].errors
    assert not SurveyImport.objects.exists()


def test_a_worker_does_not_import(client, sari, past):
    client.force_login(sari)
    assert upload(client, past).status_code == 403


@pytest.mark.parametrize(
    ("text", "band"),
    [("45", "40-49"), ("17 tahun", "u18"), ("18–29 tahun", "18-29"), ("< 18", "u18"), ("60+", "60+"), ("> 60", "60+"),
     ("20-40", ""), ("tua", ""), ("", "")],
)  # fmt: skip
def test_ages(text, band):
    assert age(text) == band


def test_words_of_old_forms():
    assert [choice("education", text) for text in ("SD/sederajat", "SMK", "D-III", "Sarjana (S1)", "lain")] == [
        "sd", "sma", "d", "s1", "",
    ]  # fmt: skip
    assert [choice("respondent", text) for text in ("Klien", "Keluarga klien", "Satpol PP", "RS mitra")] == [
        "client", "client", "sender", "partner",
    ]  # fmt: skip
    assert [choice("sex", text) for text in ("P", "Pria", "wanita")] == ["P", "L", "P"]


def test_days_that_could_be_read_in_two_ways_have_to_be_chosen():
    assert [likely_style([[2, [text]]], 0) for text in ("2026-02-01", "28/02/2026", "02/28/2026", "02/03/2026")] == [
        "iso", "id", "us", "",
    ]  # fmt: skip


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["", ":07", ":07 AM", ":07 PM GMT+7", " WIB"]))
def test_no_time_of_day_survives(hour, minute, rest):
    for day in ("2026/03/16", "16/03/2026", "2026-03-16"):
        for mark in (" ", "T", ", "):
            assert plain(f"{day}{mark}{hour:02}:{minute:02}{rest}") == day


def test_a_column_of_telephones_goes_whatever_it_is_called():
    found = reduced(b"Kontak;U1;Saran\n0812 3456 7890;4;telepon saya 081234567890\n081234567891;3;baik\n")
    assert (found.headings, found.dropped) == (["U1", "Saran"], ["Kontak"])
    assert found.rows[0] == [2, ["4", "telepon saya •"]]
