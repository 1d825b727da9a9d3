"""Old answers come in: from Google Forms and KoboToolbox, once, with their own dates, and belong to somebody."""

import io
from datetime import date, datetime

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from assessments.models import AnswerBatch, AnswerMapping, Assessment, OldAnswers
from cases.models import AuditEvent, Need
from reports.answers.old import check
from tests.factories import make_client, make_instrument, make_stay
from tests.reports.sheets import text

FORM = """
| survey |
| | type | name | label | relevant | constraint | bind::balai:domain | bind::balai:score |
| | begin group | inti | Inti | | | | |
| | text | keluhan | Apa keluhannya? | | | | |
| | select_one yt | makan | Sudah makan hari ini? | | | | |
| | select_multiple bantu | bantuan | Bantuan yang pernah diterima | | | | |
| | integer | umur | Berapa usianya? | | . < 130 | | |
| | decimal | berat | Berat badan (kg) | | | | |
| | date | jatuh | Kapan terakhir jatuh? | | | | |
| | text | mengapa | Mengapa belum makan? | ${makan} = 'tidak' | | | |
| | end group | | | | | | |
| choices |
| | list_name | name | label |
| | yt | ya | Ya |
| | yt | tidak | Tidak |
| | bantu | pkh | PKH, Program Keluarga Harapan |
| | bantu | bpnt | Sembako |
| settings |
| | form_title | form_id |
| | Lama | lama |
"""
GOOGLE = [
    "Stempel waktu", "Nomor register", "Nama", "Apa keluhannya?", "Sudah makan hari ini?",
    "Bantuan yang pernah diterima", "Usia berapa?", "Berat badan (kg)", "Kapan terakhir jatuh?",
]  # fmt: skip


@pytest.fixture
def version(today, dewi):
    made = make_instrument(by=dewi, source=FORM, name="lama.md")
    made.release(by=dewi, after=0)
    return made


@pytest.fixture
def row(stay):
    return ["10/03/2026 14:05:33", stay.register_number, "Suratmin", "Pusing", "Ya",
            "Sembako, PKH, Program Keluarga Harapan", "70", "45,5", "1/3/2026"]  # fmt: skip


def upload(client, version, content, name="jawaban.csv", shelter="melati"):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("reports:answers_start"), {"shelter": shelter, "version": version.pk, "file": file})


def mapped(client, response, **changes):
    """The proposals accepted as they stand but for these; the page that follows."""
    form = client.get(response.url).context["form"]
    fields = {one["name"]: changes.get(one["place"].heading, one["target"]) for one in form.rows}
    return client.post(response.url, {"style": changes.get("style", form["style"].value()), **fields}, follow=True)


def put(client, version, *rows, header=GOOGLE, **kwargs):
    response = mapped(client, upload(client, version, text(header, *rows, delimiter=","), **kwargs))
    return client.post(AnswerBatch.objects.latest("pk").get_absolute_url(), follow=True), response


def page(response):
    return response.content.decode()


def test_a_google_form_becomes_an_assessment_of_its_own_day(client, version, stay, budi, row):
    client.force_login(budi)
    done, preview = put(client, version, row)
    assert "Masukkan 1 baris" in page(preview) and "1 asesmen dimasukkan" in page(done)
    made = Assessment.objects.get()
    assert (made.stay, made.status, made.imported_by, made.submitted_by) == (stay, "imported", budi, None)
    assert made.submitted_at.astimezone(stay.shelter.zone).isoformat() == "2026-03-10T14:05:33+07:00"
    assert made.answers == {
        "inti/keluhan": "Pusing", "inti/makan": "ya", "inti/bantuan": ["pkh", "bpnt"], "inti/umur": 70,
        "inti/berat": "45.5", "inti/jatuh": "2026-03-01",
    }  # fmt: skip
    assert not Need.objects.exists() and Assessment.objects.current().contains(made)
    assert not Assessment.objects.waiting_for_review().exists()
    shown = page(client.get(made.get_absolute_url()))
    assert "Diimpor" in shown and "Belum pernah ditinjau di sini" in shown and "None" not in shown
    listed = page(client.get(reverse("assessments:client_assessments", args=[stay.client_id])))
    assert "diimpor oleh Budi" in listed and "None" not in listed
    assert client.get(reverse("assessments:assessment_pdf", args=[made.pk])).status_code == 200
    said = set(AuditEvent.objects.values_list("action", flat=True))
    assert {"answers.mapped", "answers.imported", "assessment.imported"} <= said


def test_the_same_file_again_changes_nothing_and_its_mapping_is_offered(client, version, stay, budi, row):
    client.force_login(budi)
    put(client, version, row)
    response = upload(client, version, text(GOOGLE, row, delimiter=";"))  # saved again by another program
    assert "Pasangan ini disimpan Budi" in page(client.get(response.url))
    assert "sudah pernah dimasukkan" in page(mapped(client, response))
    assert (Assessment.objects.count(), AnswerMapping.objects.count()) == (1, 1)


def test_what_does_not_fit_is_named_and_nothing_goes_in_until_somebody_says_so(client, version, stay, budi, row):
    client.force_login(budi)
    bad = [*row[:4], "Mungkin", "Sembako, BLT", "tujuh", "1.234", "31/02/2026"]
    done, preview = put(client, version, bad, [*row[:6], "200", *row[7:]])
    assert [(error.row, error.column) for error in preview.context["errors"]] == [
        (2, "Sudah makan hari ini?"), (2, "Bantuan yang pernah diterima"), (2, "Usia berapa?"), (2, "Berat badan (kg)"),
        (2, "Kapan terakhir jatuh?"), (3, "Usia berapa?"),
    ]  # fmt: skip
    assert "Tidak ada yang dimasukkan" in page(preview) and not Assessment.objects.exists()
    address = AnswerBatch.objects.get().get_absolute_url()
    assert "Masukkan 2 baris" in page(client.get(address + "?lewati"))
    client.post(address, {"lewati": "1"})
    assert sorted(one.answers.get("inti/umur", 0) for one in Assessment.objects.all()) == [0, 0]
    assert AnswerBatch.objects.get().counts["skipped_cells"] == 6


def test_an_answer_to_what_does_not_apply_is_told(client, version, stay, budi, row):
    client.force_login(budi)
    _, preview = put(client, version, [*row, "Tidak lapar"], header=[*GOOGLE, "Mengapa belum makan?"])
    assert "“Mengapa belum makan?” tidak disimpan" in page(preview)


@pytest.mark.parametrize("moment", ["2026-03-20", "lusa", ""])
def test_a_day_that_cannot_be_is_an_error(client, version, stay, budi, row, moment):
    client.force_login(budi)
    _, preview = put(client, version, [moment, *row[1:]])
    assert [error.column for error in preview.context["errors"]] == ["Stempel waktu"]
    assert not Assessment.objects.exists()


def test_kobo_brings_names_and_option_columns_and_utc(client, version, stay, budi):
    person = stay.client
    header = ["start", "_submission_time", "inti/makan", "inti/bantuan", "inti/bantuan/pkh", "inti/bantuan/bpnt",
              "inti/berat", "inti/jatuh", "no_ktp", "_uuid", "_index"]  # fmt: skip
    person.nik, person.nik_status = "3404991708850001", "valid"
    person.save()
    row = ["2026-03-10T23:30:00.000+07:00", "2026-03-10T16:31:00", "tidak", "pkh bpnt", "1", "0", "45.5", "2026-03-01",
           "3404991708850001", "u1", 1]  # fmt: skip
    client.force_login(budi)
    done, preview = put(client, version, row, header=header)
    made = Assessment.objects.get()
    assert made.submitted_at.astimezone(stay.shelter.zone).isoformat() == "2026-03-10T23:31:00+07:00"
    assert made.answers == {
        "inti/makan": "tidak", "inti/bantuan": ["pkh"], "inti/berat": "45.5", "inti/jatuh": "2026-03-01",
    }  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_csv(client, version, stay, budi, row, encoding, delimiter):
    client.force_login(budi)
    row = [*row[:3], "Pusing — “berat”", *row[4:]]
    mapped(client, upload(client, version, text(GOOGLE, row, delimiter=delimiter, encoding=encoding)))
    plan = check(AnswerBatch.objects.get())
    assert plan.rows[0].answers["inti/keluhan"] == "Pusing — “berat”"


def test_nobody_known_waits_to_be_matched(client, version, stay, budi, row):
    client.force_login(budi)
    put(client, version, [row[0], "", "Suratmin", *row[3:]], ["1/1/2020", *row[1:]])
    nameless, early = OldAnswers.objects.unmatched()
    assert "tidak sedang tinggal" in early.why and not Assessment.objects.exists()
    assert "Nama: Suratmin" in page(client.get(reverse("reports:answers_unmatched")))
    found = client.get(nameless.get_absolute_url()).context["found"]
    assert found == [stay]  # looked up by the name that was written
    client.post(nameless.get_absolute_url(), {"stay": stay.pk})
    made = Assessment.objects.get()
    assert (made.stay, made.answers["inti/keluhan"]) == (stay, "Pusing")
    nameless.refresh_from_db()
    assert (nameless.state, nameless.answers, nameless.identity, nameless.settled_by) == ("imported", {}, {}, budi)
    client.post(nameless.get_absolute_url(), {"stay": stay.pk})
    assert Assessment.objects.count() == 1
    client.post(reverse("reports:answers_discard", args=[early.pk]), {"reason": "Isian percobaan"})
    early.refresh_from_db()
    assert (early.state, early.answers, early.identity) == ("discarded", {}, {})


def test_two_numbers_of_two_people_are_not_guessed(client, version, stay, melati, sari, budi, row):
    other = make_stay(melati, by=sari, client=make_client("Wagiman", number="MLT-7"), entered_on=date(2026, 3, 2))
    client.force_login(budi)
    put(client, version, [*row, other.client.number], header=[*GOOGLE, "Nomor klien"])
    assert "menunjuk orang yang berbeda" in OldAnswers.objects.get().why


def test_another_shelters_client_is_nobody_here_and_cannot_be_chosen(
    client, version, kenanga, citra, budi, row, stay
):  # fmt: skip
    theirs = make_stay(kenanga, by=citra, client=make_client("Painem", number="KNG-1"), entered_on=date(2026, 3, 1))
    client.force_login(budi)
    put(client, version, [row[0], "", "Painem", *row[3:], "KNG-1"], header=[*GOOGLE, "Nomor klien"])
    held = OldAnswers.objects.get()
    assert "tidak dikenal di panti ini" in held.why
    assert client.get(held.get_absolute_url()).context["found"] == []
    assert client.post(held.get_absolute_url(), {"stay": theirs.pk}).status_code == 404
    client.force_login(citra)
    assert client.get(held.get_absolute_url()).status_code == 404


def test_all_of_it_comes_out_again_while_nobody_has_built_on_it(client, version, stay, budi, row):
    client.force_login(budi)
    put(client, version, row, [row[0], "", *row[2:]])
    batch = AnswerBatch.objects.get()
    client.post(reverse("reports:answers_undo", args=[batch.pk]))
    assert (Assessment.objects.count(), OldAnswers.objects.count()) == (0, 0)
    batch.refresh_from_db()
    assert batch.undone_by == budi
    put(client, version, row)
    made = Assessment.objects.get()
    correction = made.correct(by=budi, reason="Salah baca")
    refused = client.post(reverse("reports:answers_undo", args=[AnswerBatch.objects.latest("pk").pk]))
    assert "sudah dipakai" in page(refused) and Assessment.objects.filter(pk=made.pk).exists()
    assert not correction.new_needs(correction.state()).exists()


def test_a_file_for_nothing_is_refused_in_words(client, version, melati, budi):
    client.force_login(budi)
    many = text(["Stempel waktu"], *[["1/1/2026"]] * 1_001)
    for content, words in ((b"PK\x03\x04rusak", "rusak"), (b"%PDF-1.7", "bukan"), (many, "Paling banyak 1000"),
                           (text(GOOGLE), "tidak memuat satu baris")):  # fmt: skip
        assert words in page(upload(client, version, content))
    assert not AnswerBatch.objects.exists()


def test_two_columns_for_one_question_and_no_date_are_refused(client, version, stay, budi, row):
    client.force_login(budi)
    response = upload(client, version, text(GOOGLE, row))
    refused = mapped(client, response, **{"Stempel waktu": "", "Nama": "inti/keluhan"})
    assert "Pilih kolom yang berisi tanggal" in page(refused) and "lebih dari satu kolom" in page(refused)
    assert "tidak ada dalam daftar" in page(mapped(client, response, Nama="bukan/pertanyaan"))
    assert not AnswerMapping.objects.exists()


def test_reading_many_rows_takes_a_handful_of_queries(client, version, stay, budi, row):
    client.force_login(budi)
    rows = [[f"10/03/2026 14:05:{second:02}", *row[1:]] for second in range(30)]
    mapped(client, upload(client, version, text(GOOGLE, *rows)))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        plan = check(AnswerBatch.objects.select_related("shelter", "version", "mapping").get())
    assert len(plan.rows) == 30 and len(queries) <= 9


def test_a_head_sees_no_file_of_another_house_and_the_department_none(client, version, stay, budi, citra, dewi, row):
    client.force_login(budi)
    put(client, version, row)
    address = AnswerBatch.objects.get().get_absolute_url()
    for user, status in ((citra, 404), (dewi, 404)):
        client.force_login(user)
        assert client.get(address).status_code == status
    assert client.get(reverse("reports:answers_start")).status_code == 403


def test_a_formula_in_a_cell_is_read_as_its_result(client, version, stay, budi):
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, heading in enumerate(GOOGLE):
            sheet.write_string(0, place, heading)
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.write_datetime(1, 0, datetime(2026, 3, 10, 9, 30), moment)
        sheet.write_string(1, 1, stay.register_number)
        sheet.write_formula(1, 6, "=70+1", None, 71)
    client.force_login(budi)
    mapped(client, upload(client, version, kept.getvalue(), name="a.xlsx"))
    (read,) = check(AnswerBatch.objects.get()).rows
    assert read.answers == {"inti/umur": 71} and read.at.isoformat() == "2026-03-10T09:30:00+07:00"
