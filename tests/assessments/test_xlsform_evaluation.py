from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from assessments.xlsform import Need, clean, read, show

NOW = datetime(2026, 11, 22, 9, 30)
FORM = read("""
| survey |
| | type | name | label | hint | required | required_message | relevant | constraint | constraint_message | calculation | default | choice_filter | bind::balai:need |
| | begin group | diri | Diri | | | | | | | | | | |
| | text | nama | Nama | | yes | | | | | | | | |
| | date | lahir | Tanggal lahir | | | | | . <= today() | Belum lahir, ${nama}? | | | | |
| | calculate | umur | | | | | | | | int((today() - ${lahir}) div 365.25) | | | |
| | note | sapa | ${nama} berumur ${umur}, lahir ${lahir} | Umur ${umur} | | | ${umur} != '' | | | | | | |
| | begin group | wali | Wali | | | | ${umur} < 18 | | | | | | |
| | text | nama_wali | Nama wali ${nama}? | | ${umur} < 15 | Isi wali ${nama}. | | | | | | | |
| | end group | | | | | | | | | | | | |
| | end group | | | | | | | | | | | | |
| | begin group | alamat | Alamat | | | | ${nama} != '' | | | | | | |
| | select_one provinsi | provinsi | Provinsi | | | | | | | | jateng | | |
| | select_one kota | kota | Kota | | | | | | | | | provinsi = ${provinsi} | |
| | date | tiba | Tiba | | | | | | | | today() | | |
| | decimal | berat | Berat | | | | | . > 2 and . < 250 | | | | | |
| | integer | dua | Dua kali berat | | | | | | | 2 * ${berat} | | | |
| | text | dicatat | Dicatat | | | | | | | once(now()) | | | |
| | end group | | | | | | | | | | | | |
| | begin group | butuh | Kebutuhan | | | | | | | | | | |
| | select_one yt | makan | Makan | | | | | | | | | | food |
| | text | rasa | Makan apa | | | | ${makan} = 'ya' | | | | | | |
| | text | alergi | Alergi | | | | ${rasa} != '' | | | | | | |
| | select_multiple barang | barang | Barang | | | | | not(selected(., 'tidak_ada') and count-selected(.) > 1) | | | | | |
| | select_one bahaya | bahaya | Bahaya | | | | | | | | | | segera=emergency mungkin=guidance |
| | acknowledge | baca | Sudah dibaca | | | | | | | | | | data_complaint |
| | end group | | | | | | | | | | | | |
| choices |
| | list_name | name | label | provinsi | balai:need |
| | yt | ya | Ya | | |
| | yt | tidak | Tidak | | |
| | provinsi | jateng | Jawa Tengah | | |
| | provinsi | jatim | Jawa Timur | | |
| | kota | solo | Solo | jateng | |
| | kota | malang | Malang | jatim | |
| | barang | tidak_ada | Tidak ada | | |
| | barang | sandang | Sandang ${nama} | | clothing |
| | barang | obat | Obat | | health_supplies |
| | bahaya | tidak | Tidak | | |
| | bahaya | mungkin | Mungkin | | |
| | bahaya | segera | Segera | | |
| settings |
| | form_title | form_id |
| | Contoh | contoh |
""")  # noqa: E501
CHILD = {"diri/nama": "Sari", "diri/lahir": "2016-11-22"}


def state(answers, **options):
    return FORM.evaluate(answers, now=NOW, **options)


def errors(answers):
    return {question.name: message for question, message in state(answers).problems}


def test_a_calculation_follows_its_answers():
    assert state(CHILD)["diri/umur"].value == "9"
    assert state({"diri/nama": "Sari"})["diri/umur"].value is None


def test_a_section_is_relevant_by_a_calculation_and_its_questions_with_it():
    adult = CHILD | {"diri/lahir": "1990-01-01"}
    assert [state(answers)["diri/wali/nama_wali"].relevant for answers in (CHILD, adult, {})] == [
        True,
        False,
        False,
    ]


def test_labels_hints_messages_and_choices_name_the_answers():
    child = state(CHILD | {"butuh/barang": ["obat"]})
    assert child["diri/sapa"].label == "Sari berumur 9, lahir 22 November 2016"
    assert child["diri/sapa"].hint == "Umur 9"
    assert child["diri/wali/nama_wali"].error == "Isi wali Sari."
    assert child["butuh/barang"].choices[1].label == "Sandang Sari"


def test_required_asks_for_an_answer():
    assert errors({}) == {"nama": "Isi Nama."}
    assert errors(CHILD) == {"nama_wali": "Isi wali Sari."}
    assert state({})["diri/nama"].missing
    assert errors(CHILD | {"diri/wali/nama_wali": "Budi"}) == {}


def test_constraints_speak_only_of_answers():
    born = {"diri/nama": "Sari", "diri/wali/nama_wali": "Budi", "diri/lahir": "2026-11-23"}
    assert errors(born) == {"lahir": "Belum lahir, Sari?"}
    assert errors(born | {"diri/lahir": "2026-11-22"}) == {}
    assert errors({"diri/nama": "Sari", "alamat/berat": "1.5"}) == {"berat": "Periksa kembali isian ini: Berat"}


def test_an_irrelevant_answer_is_kept_but_does_not_count():
    answers = CHILD | {"diri/lahir": "1990-01-01", "diri/wali/nama_wali": "Budi"}
    assert state(answers)["diri/wali/nama_wali"].value == "Budi"
    assert "diri/wali/nama_wali" not in state(answers).answers()
    assert state({"alamat/berat": "50"})["alamat/dua"].value is None


def test_for_other_questions_an_irrelevant_answer_is_empty():
    answers = {"butuh/makan": "ya", "butuh/rasa": "pedas"}
    assert state(answers)["butuh/alergi"].relevant
    assert not state(answers | {"butuh/makan": "tidak"})["butuh/alergi"].relevant


def test_completing_stores_answers_and_calculations():
    answers = CHILD | {"alamat/berat": "36.5"}
    assert state(answers).answers() == answers | {
        "diri/umur": "9",
        "alamat/dua": 73,
        "alamat/dicatat": "2026-11-22T09:30:00.000",
    }


def test_once_keeps_the_first_value():
    assert state(CHILD).kept() == {"alamat/dicatat": "2026-11-22T09:30:00.000"}
    assert state(CHILD | {"alamat/dicatat": "kemarin"})["alamat/dicatat"].value == "kemarin"


def test_choices_are_filtered_and_a_choice_filtered_away_is_told():
    java = state({"diri/nama": "Sari", "alamat/provinsi": "jatim", "alamat/kota": "solo"})
    assert [choice.name for choice in java["alamat/kota"].choices] == ["malang"]
    assert java["alamat/kota"].error == "Jawaban ini tidak lagi tersedia; pilih kembali."


def test_defaults_stand_only_in_a_fresh_form():
    defaults = {"alamat/provinsi": "jateng", "alamat/tiba": "2026-11-22"}
    assert FORM.initial(now=NOW) == defaults
    assert state({"diri/nama": "Sari"}, fresh=True).answers().items() >= defaults.items()
    assert state({"diri/nama": "Sari"}).answers().keys() == {"diri/nama", "alamat/dicatat"}


def test_needs_are_opened_by_yes_by_a_choice_and_by_pairs():
    opened = {
        "butuh/makan": "ya",
        "butuh/barang": ["sandang", "obat"],
        "butuh/bahaya": "segera",
        "butuh/baca": "OK",
    }
    assert state(opened).needs() == [
        Need("food", "butuh/makan"),
        Need("clothing", "butuh/barang"),
        Need("health_supplies", "butuh/barang"),
        Need("emergency", "butuh/bahaya"),
        Need("data_complaint", "butuh/baca"),
    ]
    assert state({"butuh/makan": "tidak", "butuh/bahaya": "tidak"}).needs() == []


def test_a_page_lists_what_is_shown_in_order():
    page = state(CHILD).page("diri")
    assert [item.label for item in page.items[:3]] == [
        "Nama",
        "Tanggal lahir",
        "Sari berumur 9, lahir 22 November 2016",
    ]
    assert [item.path for item in page.items[3].items] == ["diri/wali/nama_wali"]
    assert (page.answered, len(page.inputs)) == (2, 3)
    assert not state({}).page("alamat").relevant and state({}).page("alamat").items == ()


def test_progress_of_a_page():
    def progress(answers):
        return [page.progress.value for page in state(answers).pages if page.relevant]

    assert progress({}) == ["belum", "belum"]
    assert progress(CHILD | {"butuh/makan": "ya"}) == ["sebagian", "belum", "sebagian"]
    done = {"diri/nama": "Sari", "butuh/makan": "ya", "butuh/bahaya": "tidak"}
    assert progress(done) == ["selesai", "belum", "selesai"]


def test_an_answer_to_a_question_of_another_form_is_an_error():
    with pytest.raises(KeyError):
        state({"diri/lain": "x"})


def question(kind):
    rows = f"| | begin group | a | A |\n| | {kind} | x | X |\n| | end group |"
    source = f"| survey |\n| | type | name | label |\n{rows}"
    choices = "\n| choices |\n| | list_name | name | label |\n| | l | a | A |\n| | l | b | B |\n"
    return read(f"{source}{choices}| settings |\n| | form_title | form_id |\n| | T | t |\n").question("a/x")


CLEANED = [
    ("text", " a\x00b\r\nc\ud800 ", "ab\nc"),
    ("text", " \x00 ", None),
    ("integer", " 12 ", 12),
    ("integer", "1.234.567", 1234567),
    ("integer", "-3", -3),
    ("decimal", "36,5", "36.5"),
    ("decimal", "36.50", "36.50"),
    ("decimal", "1.234,5", "1234.5"),
    ("decimal", "0.125", "0.125"),
    ("date", "21/11/2026", "2026-11-21"),
    ("date", "1-2-2026", "2026-02-01"),
    ("date", "2026-11-21", "2026-11-21"),
    ("time", "13.30", "13:30"),
    ("time", "7:05", "07:05"),
    ("select_one l", "b", "b"),
    ("select_multiple l", ["b", "", "a"], ["a", "b"]),
    ("select_multiple l", [""], None),
    ("acknowledge", "on", "OK"),
]


@pytest.mark.parametrize(("kind", "raw", "answer"), CLEANED)
def test_clean(kind, raw, answer):
    assert clean(question(kind), raw) == answer


UNCLEAN = [
    ("text", "a" * 10_001, "Teks terlalu panjang; paling banyak 10.000 huruf."),
    ("integer", "1,5", "Isi dengan angka bulat, misalnya 12."),
    ("integer", "9" * 16, "Angka terlalu besar."),
    ("decimal", "1.234", "Apakah maksudnya 1234 atau 1,234? Tulis salah satunya."),
    ("decimal", "1e5", "Isi dengan angka, misalnya 36,5."),
    ("date", "31/02/2026", "Isi tanggal yang ada, misalnya 21/11/2026."),
    ("date", "besok", "Isi tanggal yang ada, misalnya 21/11/2026."),
    ("time", "25.00", "Isi jam, misalnya 13.30."),
    ("select_one l", "c", "Pilih salah satu pilihan yang tersedia."),
    ("select_multiple l", ["a", "c"], "Pilih dari pilihan yang tersedia."),
    ("image", "foto.jpg", "Pilih berkasnya lewat tombol di pertanyaan ini."),
    ("note", "x", "Isian ini tidak dapat diubah."),
]


@pytest.mark.parametrize(("kind", "raw", "sentence"), UNCLEAN)
def test_clean_refuses_with_a_sentence(kind, raw, sentence):
    with pytest.raises(ValueError) as refused:
        clean(question(kind), raw)
    assert str(refused.value) == sentence


TEXT, INTEGER, DECIMAL, DATE, TIME = map(question, ("text", "integer", "decimal", "date", "time"))


@given(st.text(max_size=300))
def test_cleaned_text_fits_into_xml_and_stays_as_it_is(raw):
    cleaned = clean(TEXT, raw)
    etree.Element("x").text = cleaned
    assert clean(TEXT, cleaned or "") == cleaned


@given(st.integers(-(10**15), 10**15))
def test_a_number_written_with_thousands_dots_comes_back(number):
    assert clean(INTEGER, f"{number:,}".replace(",", ".")) == number


@given(st.decimals(-(10**12), 10**12, places=3, allow_nan=False))
def test_what_is_shown_of_a_decimal_date_or_time_can_be_typed_again(number):
    answer = clean(DECIMAL, f"{number:f}".replace(".", ","))
    assert clean(DECIMAL, show(DECIMAL, answer)) == answer == f"{number:f}"


@given(st.dates(), st.times())
def test_dates_and_times_come_back_from_both_spellings(day, clock):
    clock = clock.replace(second=0, microsecond=0)
    assert clean(DATE, f"{day:%d/%m/}{day.year:04}") == clean(DATE, day.isoformat()) == day.isoformat()
    assert clean(TIME, show(TIME, f"{clock:%H:%M}")) == f"{clock:%H:%M}"
