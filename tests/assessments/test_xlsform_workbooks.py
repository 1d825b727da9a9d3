"""Workbooks that cannot be used, and those that only look unusual."""

import time
from datetime import datetime

import pytest
from openpyxl.styles import Font

from assessments.xlsform import FormRefused, Problem, read
from assessments.xlsform.reading import MOST_ROWS
from tests.assessments.workbooks import CHOICES, SETTINGS, SURVEY, content, part_of, with_part, workbook, xlsx


def refusal(data, kind=".xlsx"):
    with pytest.raises(FormRefused) as refused:
        read(data, kind=kind)
    return refused.value.problems


def reasons(data, kind=".xlsx"):
    return [problem.reason for problem in refusal(data, kind)]


def test_a_plain_workbook_is_read():
    assert [question.path for question in read(xlsx(), kind=".xlsx")] == ["a/nama"]


NOT_WORKBOOKS = [
    (b"", "Berkas ini bukan Excel (.xlsx)."),
    (b"bukan zip", "Berkas ini bukan Excel (.xlsx)."),
    (b"PK\x03\x04 rusak", "Berkas Excel ini rusak dan tidak dapat dibaca. Simpan ulang sebagai .xlsx."),
    (
        b"\xd0\xcf\x11\xe0 lama",
        "Berkas ini terkunci kata sandi atau Excel lama (.xls). Simpan sebagai .xlsx tanpa sandi.",
    ),
    (b"x" * (5 * 1024 * 1024 + 1), "Berkas terlalu besar; paling banyak 5 MB dan 60 MB setelah dibuka."),
]


@pytest.mark.parametrize(("data", "reason"), NOT_WORKBOOKS, ids=["empty", "text", "broken", "old", "huge"])
def test_what_is_no_workbook_is_refused(data, reason):
    assert reasons(data) == [reason]


def test_another_kind_of_file_is_refused():
    assert reasons(xlsx(), kind=".xlsm") == ["Berkas .xlsm tidak didukung; pakai .xlsx."]


def test_a_macro_is_refused_even_under_another_name():
    macro = "Berkas ini memuat makro atau program. Simpan tanpa makro, sebagai .xlsx."
    assert reasons(with_part(xlsx(), "xl/vbaProject.bin", b"\x00")) == [macro]
    types = part_of(xlsx(), "[Content_Types].xml").replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
    assert reasons(with_part(xlsx(), "[Content_Types].xml", types)) == [macro]


BILLION = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize("part", [BILLION, BILLION.decode().encode("utf-16"), b"<worksheet><row"])
def test_xml_that_multiplies_or_breaks_is_refused_before_it_is_parsed(part):
    (reason,) = reasons(with_part(xlsx(), "xl/worksheets/sheet1.xml", part))
    assert reason.startswith("Berkas Excel ini rusak")


def test_a_zip_bomb_is_refused_without_being_unpacked():
    bomb = with_part(xlsx(), "xl/media/besar.xml", b"0" * (61 * 1024 * 1024))
    assert len(bomb) < 200_000
    began = time.process_time()
    assert reasons(bomb) == ["Berkas terlalu besar; paling banyak 5 MB dan 60 MB setelah dibuka."]
    assert time.process_time() - began < 0.5


def test_formulas_are_refused_cell_by_cell():
    survey = [*SURVEY[:2], ["text", "nama", '=HYPERLINK("http://x","Nama")'], ["text", "=A1", "B"], ["end group"]]
    said = "Sel ini berisi rumus Excel (=…). Salin lalu tempel sebagai nilai."
    assert refusal(xlsx(survey=survey)) == [Problem("survey", 3, "C", said), Problem("survey", 4, "B", said)]


def test_merged_cells_are_refused():
    book = workbook()
    book["survey"].merge_cells("C2:C3")
    (problem,) = refusal(content(book))
    assert (problem.sheet, problem.row, problem.column) == ("survey", 2, "C") and "digabung" in problem.reason


def test_wrong_sheet_names_are_told_apart():
    book = workbook(Petunjuk=[["Isi dahulu"]])
    assert [str(said) for said in read(content(book), kind=".xlsx").warnings] == [
        "lembar Petunjuk: Lembar ini bukan bagian XLSForm; tidak dibaca."
    ]
    book["survey"].title = "pertanyaan"
    assert reasons(content(book)) == ["Tidak ada lembar survey. Yang ada: choices, settings."]


def test_sheet_names_and_cells_with_spaces_capitals_and_windows_line_ends_are_read():
    survey = [
        [" Type", "NAME ", "Label"],
        ["Begin Group ", " a", "Halaman "],
        [" text", "nama\xa0", "Nama\r\nlengkap "],
        ["END GROUP"],
    ]
    book = workbook(survey=survey)
    book["survey"].title = " Survey "
    (question,) = read(content(book), kind=".xlsx")
    assert (question.path, question.label) == ("a/nama", "Nama\nlengkap")
    source = (
        "| survey |\r\n| | type | name | label |\r\n| | begin group | a | A |\r\n| | text | x | X |\r\n| | end group |"
    )
    (question,) = read(f"{source}\r\n| settings |\r\n| | form_title | form_id |\r\n| | T | t |\r\n")
    assert (question.path, question.label) == ("a/x", "X")


def test_rows_are_counted_as_in_excel_also_after_empty_ones():
    survey = [SURVEY[0], [], [], *SURVEY[1:3], ["geopoint", "b", "B"], ["end group"]]
    (problem,) = refusal(xlsx(survey=survey))
    assert (problem.row, problem.reason) == (6, "Jenis “geopoint” tidak didukung.")


def test_text_in_a_column_without_a_head_is_told():
    survey = [SURVEY[0], SURVEY[1], ["text", "nama", "Nama", None, "hanyut"], ["end group"]]
    assert refusal(xlsx(survey=survey)) == [Problem("survey", 3, "E", "Ada isi di kolom tanpa judul.")]


def test_a_column_twice_is_told():
    survey = [[*SURVEY[0], "label"], ["begin group", "a", "A", "B"], *SURVEY[2:]]
    assert Problem("survey", 2, "label", "Kolom ini ada dua kali.") in refusal(xlsx(survey=survey))


def test_numbers_truths_and_empty_formatting_are_read_as_meant():
    choices = [CHOICES[0], ["yt", 1, "Ya"], ["yt", 2.0, "Tidak"]]
    survey = [["type", "name", "label", "required"], ["begin group", "a", "A"], ["select_one yt", "x", "X", True],
              ["end group"]]  # fmt: skip
    book = workbook(survey=survey, choices=choices)
    book["survey"]["Z900"].font = Font(bold=True)
    (question,) = read(content(book), kind=".xlsx")
    assert [choice.name for choice in question.choices] == ["1", "2"] and "required" in question.rules


def test_a_cell_far_below_is_refused_in_bounded_time():
    book = workbook()
    book["survey"]["A900000"] = "text"
    began = time.process_time()
    assert "Lembar terlalu panjang" in reasons(content(book))[0]
    assert time.process_time() - began < 3


def test_two_thousand_questions_are_refused_with_a_sentence():
    rows = [["text", f"p{number}", f"Pertanyaan {number}"] for number in range(2000)]
    began = time.process_time()
    (problem,) = refusal(xlsx(survey=[*SURVEY[:2], *rows, ["end group"]]))
    assert (
        problem.reason == f"Paling banyak {MOST_ROWS} baris pertanyaan dalam satu instrumen; bagilah menjadi beberapa."
    )
    assert time.process_time() - began < 3


def test_a_thousand_questions_are_read_and_evaluated():
    rows = [
        ["integer", f"p{number}", f"P {number}", f"${{p{number - 1}}} > 1" if number else ""] for number in range(1000)
    ]
    survey = [["type", "name", "label", "relevant"], ["begin group", "a", "A", ""], *rows, ["end group", "", "", ""]]
    began = time.process_time()
    found = read(xlsx(survey=survey), kind=".xlsx")
    assert len(found.questions) == 1000 and time.process_time() - began < 8


def test_a_circle_of_many_calculations_is_refused():
    rows = [["calculate", f"c{number}", "", f"${{c{(number + 1) % 30}}} + 1"] for number in range(30)]
    survey = [["type", "name", "label", "calculation"], ["begin group", "a", "A", ""], *rows, ["end group", "", "", ""]]
    (problem,) = refusal(xlsx(survey=survey))
    assert problem.reason.startswith("Rumus melingkar: ")


PATTERNS = [r"(a+)+b", r"(a|a)*b", r"(.*)*x", r"a{0,30}a{0,30}b"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_cannot_make_the_server_wait(pattern):
    survey = [["type", "name", "label", "constraint"], ["begin group", "a", "A", ""],
              ["text", "x", "X", f"regex(., '{pattern}')"], ["end group", "", "", ""]]  # fmt: skip
    form = read(xlsx(survey=survey), kind=".xlsx")
    began = time.process_time()
    state = form.evaluate({"a/x": "a" * 2000}, now=datetime(2026, 3, 16))
    assert state["a/x"].error and time.process_time() - began < 1


UNBOUNDED = [r"(?=a)a", r"(a)\1", r"\bx", r"(?i)a", r"((a{100}){100}){100}"]


@pytest.mark.parametrize("pattern", UNBOUNDED)
def test_a_pattern_beyond_the_bounds_is_refused(pattern):
    survey = [["type", "name", "label", "constraint"], ["begin group", "a", "A", ""],
              ["text", "x", "X", f"regex(., '{pattern}')"], ["end group", "", "", ""]]  # fmt: skip
    (problem,) = refusal(xlsx(survey=survey))
    assert problem.column == "constraint" and problem.reason.startswith("Pola regex() ")


def test_settings_that_name_no_instrument_are_refused():
    (problem,) = refusal(xlsx(settings=[SETTINGS[0], ["Uji", "uji / coba"]]))
    assert (problem.sheet, problem.column) == ("settings", "form_id")
