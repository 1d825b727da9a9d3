"""Forms as others write them: exported from KoboToolbox, with languages, metadata and columns of their own."""

from datetime import datetime

import pytest

from assessments.xlsform import FormRefused, read
from tests.assessments.workbooks import xlsx

NOW = datetime(2026, 11, 22, 9, 30)
TITLED = [["form_title", "form_id", "version", "style", "default_language"]]

HOUSEHOLD_HEAD = [
    "type", "name", "label::Indonesia (id)", "label::English (en)", "hint::Indonesia (id)", "required", "relevant",
    "constraint", "constraint_message::Indonesia (id)", "calculation", "repeat_count", "appearance", "choice_filter",
    "default", "$kuid", "$autoname",
]  # fmt: skip


def row(kind="", name="", label="", **more):
    said = {"type": kind, "name": name, "label::Indonesia (id)": label, "$kuid": f"k{name}", "$autoname": name} | {
        key.replace("__", "::"): value for key, value in more.items()
    }
    return [said.get(column, "") for column in HOUSEHOLD_HEAD]


HOUSEHOLD = xlsx(
    survey=[
        HOUSEHOLD_HEAD,
        row("start", "start"),
        row("end", "end"),
        row("today", "today"),
        row("deviceid", "deviceid"),
        row("username", "username"),
        row("audit", "audit"),
        row("begin_group", "identitas", "Identitas"),
        row("text", "nama", "Nama kepala keluarga", required="true"),
        row("begin_group", "alamat", "Alamat"),
        row("begin_group", "wilayah", "Wilayah"),
        row("select_one prov", "prov", "Provinsi", appearance="minimal"),
        row("select_one kab", "kab", "Kabupaten", choice_filter="prov=${prov}", appearance="minimal"),
        row("select_one kec", "kec", "Kecamatan", choice_filter="kab = ${kab}", appearance="minimal"),
        row("end_group"),
        row("end_group"),
        row("end_group"),
        row("begin_group", "anggota_kk", "Anggota keluarga"),
        row("integer", "jumlah", "Berapa anggota keluarga?", constraint=". >= 0 and . <= 20"),
        row("begin_repeat", "anggota", "Anggota", repeat_count="${jumlah}"),
        row("calculate", "nomor", calculation="position(..)"),
        row("text", "nama_anggota", "Nama anggota ke-${nomor}", required="yes"),
        row("select_one hub", "hubungan", "Hubungan"),
        row("date", "lahir", "Tanggal lahir", constraint=". <= today()"),
        row("calculate", "umur", calculation="int((today() - ${lahir}) div 365.25)"),
        row("select_multiple kerja or_other", "kerja", "Pekerjaan", relevant="${umur} >= 15"),
        row(
            "integer",
            "hasil",
            "Penghasilan sebulan",
            relevant="selected(${kerja}, 'tani') or selected(${kerja}, 'buruh')",
        ),
        row("end_repeat"),
        row("calculate", "total", calculation="sum(${hasil})"),
        row("calculate", "perkapita", calculation="if(${jumlah} > 0, round(${total} div ${jumlah}, 0), 0)"),
        row("note", "ringkas", "Rata-rata per orang: Rp ${perkapita}", relevant="${jumlah} > 0"),
        row("end_group"),
    ],
    choices=[
        ["list_name", "name", "label::Indonesia (id)", "label::English (en)", "prov", "kab", "$autovalue"],
        ["prov", "33", "Jawa Tengah", "Central Java", "", "", "33"],
        ["prov", "34", "DI Yogyakarta", "Yogyakarta", "", "", "34"],
        ["kab", "3323", "Temanggung", "", "33", "", ""],
        ["kab", "3404", "Sleman", "", "34", "", ""],
        ["kec", "a", "Kranggan", "", "", "3323", ""],
        ["kec", "b", "Depok", "", "", "3404", ""],
        ["hub", "istri", "Istri", "Wife", "", "", ""],
        ["hub", "anak", "Anak", "Child", "", "", ""],
        ["kerja", "tani", "Tani", "", "", "", ""],
        ["kerja", "buruh", "Buruh", "", "", "", ""],
    ],
    settings=[*TITLED, ["Ekonomi keluarga", "ekonomi_keluarga", "vX1", "pages theme-grid", "Indonesia (id)"]],
)


@pytest.fixture(scope="module")
def household():
    return read(HOUSEHOLD, kind=".xlsx")


ANSWERED = {
    "identitas/nama": "Pak Darto", "identitas/alamat/wilayah/prov": "33", "identitas/alamat/wilayah/kab": "3323",
    "identitas/alamat/wilayah/kec": "b", "anggota_kk/jumlah": 2,
    "anggota_kk/anggota[1]/nama_anggota": "Siti", "anggota_kk/anggota[1]/lahir": "1990-05-01",
    "anggota_kk/anggota[1]/kerja": ["tani", "other"], "anggota_kk/anggota[1]/hasil": 900000,
    "anggota_kk/anggota[2]/nama_anggota": "Tono", "anggota_kk/anggota[2]/lahir": "2016-01-01",
    "anggota_kk/anggota[2]/hasil": 5,
}  # fmt: skip


def test_a_household_survey_with_repeats_is_evaluated(household):
    state = household.evaluate(ANSWERED, now=NOW)
    assert state["anggota_kk/total"].value == "900000" and state["anggota_kk/perkapita"].value == "450000"
    assert state["anggota_kk/ringkas"].label == "Rata-rata per orang: Rp 450000"
    assert state["anggota_kk/anggota[2]/nama_anggota"].label == "Nama anggota ke-2"
    assert not state["anggota_kk/anggota[2]/kerja"].relevant
    assert state["anggota_kk/anggota[1]/kerja_other"].relevant
    assert {asked.path: said for asked, said in state.problems} == {
        "identitas/alamat/wilayah/kec": "Jawaban ini tidak lagi tersedia; pilih kembali."
    }


def test_the_wished_language_is_taken_and_the_rest_is_said(household):
    reasons = {said.reason for said in household.warnings if said.column == "label::English (en)"}
    assert reasons == {"Kolom “label::English (en)” tidak dipakai; yang dipakai Indonesia (id)."}


def test_what_odk_notes_by_itself_is_filled_or_left_empty_and_said(household):
    state = household.evaluate({}, now=NOW)
    first = household.pages[0].path
    assert state[f"{first}/start"].value == "2026-11-22T09:30:00.000" and state[f"{first}/today"].value == "2026-11-22"
    assert state[f"{first}/deviceid"].value is None and f"{first}/audit" not in state.questions
    reasons = [said.reason for said in household.warnings if said.column == "type"]
    assert "Jenis start diisi otomatis." in reasons
    assert "Jenis deviceid tidak tersedia di sini; selalu kosong." in reasons
    assert "Jenis audit tidak berlaku di sini; tidak dipakai." in reasons
    assert state.pages[0].items == ()  # a page with nothing to ask is not shown


def test_columns_of_kobo_are_left_out_and_said(household):
    columns = {(said.sheet, said.column) for said in household.warnings}
    assert {("survey", "$kuid"), ("survey", "$autoname"), ("choices", "$autovalue"), ("settings", "style")} <= columns


def languages(*columns, default=""):
    settings = [["form_title", "form_id", "default_language"], ["Uji", "uji", default]]
    survey = [["type", "name", *columns], ["begin group", "a", *("G" for _ in columns)],
              ["text", "x", *columns], ["end group", ""]]  # fmt: skip
    return xlsx(survey=survey, settings=settings)


LANGUAGES = [
    (("label::Indonesia (id)", "label::English (en)"), "", "label::Indonesia (id)"),
    (("label::English (en)", "label::Jawa"), "English (en)", "label::English (en)"),
    (("label::English (en)",), "", "label::English (en)"),
    (("label", "label::English"), "", "label"),
    (("label", "label::Bahasa Indonesia"), "", "label::Bahasa Indonesia"),
    (("label:Indonesia", "label:English"), "", "label:Indonesia"),
]


@pytest.mark.parametrize(("columns", "default", "taken"), LANGUAGES)
def test_one_language_is_read(columns, default, taken):
    form = read(languages(*columns, default=default), kind=".xlsx")
    assert form.question("a/x").label == taken
    assert {said.column for said in form.warnings} == set(columns) - {taken}


def test_several_languages_without_a_wish_are_refused():
    with pytest.raises(FormRefused) as refused:
        read(languages("label::Jawa", "label::Sunda"), kind=".xlsx")
    (problem,) = refused.value.problems
    assert (problem.sheet, problem.column) == ("settings", "default_language")
    assert problem.reason.startswith("Ada beberapa bahasa: Jawa, Sunda.")


MATRIX = """
| survey |
| | type | name | label | guidance_hint | appearance | relevant | required | parameters | notes |
| | begin_group | sikap | Sikap | | field-list | | | | |
| | select_one setuju | kepala | Pernyataan | | label | | | | |
| | select_one setuju | s1 | Saya merasa aman di sini | Tanyakan berdua saja. | list-nolabel | | yes | | cek lagi |
| | select_one setuju | s2 | Saya punya teman bicara | | list-nolabel | | yes | | |
| | begin_group | dalam | | | | ${s1} = '1' or ${s2} = '1' | | | |
| | begin_group | lebih_dalam | Lebih dalam | | | | | | |
| | text | sebab | Mengapa? | | multiline | | | | |
| | image | bukti | Foto keadaan | | | | | max-pixels=1024 | |
| | end_group | | | | | | | | |
| | end_group | | | | | | | | |
| | end_group | | | | | | | | |
| choices |
| | list_name | name | label |
| | setuju | 1 | Tidak setuju |
| | setuju | 2 | Ragu-ragu |
| | setuju | 3 | Setuju |
| settings |
| | form_title | form_id |
| | Skala sikap | skala-sikap |
"""


def test_a_matrix_is_asked_question_by_question():
    form = read(MATRIX)
    state = form.evaluate({"sikap/s1": "1", "sikap/s2": "3"}, now=NOW)
    page = state.page("sikap")
    assert [asked.path for asked in page.inputs] == [
        "sikap/s1", "sikap/s2", "sikap/dalam/lebih_dalam/sebab", "sikap/dalam/lebih_dalam/bukti",
    ]  # fmt: skip
    assert state["sikap/s1"].hint == "Tanyakan berdua saja."
    assert {said.column for said in form.warnings} >= {"parameters", "notes"}
    assert form.evaluate({}, now=NOW).page("sikap").items[1].path == "sikap/s1"


FLAT = """
| survey |
| | type | name | label | relevance | calculate | required message |
| | today | tgl | | | | |
| | text | nama | Nama | | | Isi dulu |
| | select1 yt | anak | Punya anak? | | | |
| | begin repeat | daftar | Anak | ${anak} = 'ya' | | |
| | string | panggilan | Panggilan | | | |
| | int | usia | Usia | | | |
| | end repeat | | | | | |
| | calculate | muda | | | min(${usia}) | |
| | note | info | Termuda ${muda} tahun | count(${daftar}) > 0 | | |
| | select all that apply from bantuan | bantuan | Bantuan | | | |
| | acknowledge | baca | Sudah dibacakan | | | |
| choices |
| | list name | name | label |
| | yt | ya | Ya |
| | yt | tidak | Tidak |
| | bantuan | pkh | PKH |
| settings |
| | form_title | id_string |
| | Data anak | data_anak |
"""


def test_an_old_flat_form_becomes_pages():
    form = read(FLAT)
    assert [page.label for page in form.pages] == ["Data anak", "Anak", "Data anak"]
    asked = {question.name: question.type for question in form}
    assert (asked["anak"], asked["bantuan"], asked["usia"]) == ("select_one", "select_multiple", "integer")
    answers = {
        "bagian_1/anak": "ya", "bagian_2/daftar[x]": 1, "bagian_2/daftar[x]/usia": 4, "bagian_2/daftar[y]": 2,
        "bagian_2/daftar[y]/usia": 2,
    }  # fmt: skip
    state = form.evaluate(answers, now=NOW)
    assert state["bagian_3/info"].label == "Termuda 2 tahun"
    assert form.evaluate(answers | {"bagian_1/anak": "tidak"}, now=NOW)["bagian_3/muda"].value is None


OTHER = """
| survey |
| | type | name | label | choice_filter |
| | begin group | a | A | |
| | select_one alasan or_other | alasan | Alasan | {filter} |
| | select_one alasan | kedua | Alasan kedua | |
| | end group | | | |
| choices |
| | list_name | name | label |
| | alasan | kerja | Kerja |
| settings |
| | form_title | form_id |
| | T | t |
"""


def test_or_other_adds_a_choice_and_a_question_to_that_question_alone():
    form = read(OTHER.replace("{filter}", ""))
    assert [choice.label for choice in form.question("a/alasan").choices] == ["Kerja", "Lainnya"]
    assert [choice.label for choice in form.question("a/kedua").choices] == ["Kerja"]
    relevant = [form.evaluate({"a/alasan": said}, now=NOW)["a/alasan_other"].relevant for said in ("kerja", "other")]
    assert relevant == [False, True]


def test_or_other_beside_a_filter_is_refused():
    with pytest.raises(FormRefused, match="choice_filter tidak dapat dipakai bersama or_other"):
        read(OTHER.replace("{filter}", "name = 'kerja'"))
