from io import BytesIO

import pytest
from pyxform.xls2json_backends import md_table_to_workbook

from assessments.xlsform import FormRefused, Problem, read

CHOICES = """
| choices |
| | list_name | name | label | daerah | balai:need | balai:score |
| | yt | ya | Ya | | | |
| | yt | tidak | Tidak | | | |
| | kota | solo | Solo | jateng | food | 2 |
| | kota | malang | Malang | jatim | | 0,5 |
"""
SETTINGS = """
| settings |
| | form_title | form_id | version |
| | Contoh | contoh | 3 |
"""


def form(*rows, columns="type name label", choices=CHOICES, settings=SETTINGS):
    """One page, whose questions are these rows; its first question stands in row 3."""
    header = f"| | {columns.replace(' ', ' | ')} |"
    lines = [f"| | {row} |" for row in ("begin group | a | Halaman", *rows, "end group")]
    return "\n".join(["| survey |", header, *lines]) + choices + settings


def refusal(source, **options):
    with pytest.raises(FormRefused) as refused:
        read(source, **options)
    return refused.value.problems


def test_a_form_knows_its_title_pages_and_questions():
    read_form = read(form("text | nama | Nama", "begin group | b | Bagian", "integer | umur | Umur", "end group"))
    assert (read_form.title, read_form.form_id, read_form.version) == ("Contoh", "contoh", "3")
    assert [(page.path, page.label) for page in read_form.pages] == [("a", "Halaman")]
    assert [(item.path, item.row) for item in read_form.pages[0].items] == [("a/nama", 3), ("a/b", 4)]
    assert [(question.path, question.type) for question in read_form] == [
        ("a/nama", "text"),
        ("a/b/umur", "integer"),
    ]
    assert read_form.question("a/b/umur").label == "Umur"
    assert '<bind nodeset="/data/a/b/umur" type="int"/>' in read_form.xform


def test_a_section_is_no_question():
    with pytest.raises(KeyError):
        read(form("text | nama | Nama")).question("a")


def test_choices_carry_needs_scores_and_filter_columns():
    choice = read(form("select_one kota | k | Kota")).question("a/k").choices[0]
    assert (choice.needs, str(choice.score), choice.columns) == (("food",), "2", {"daerah": "jateng"})


def test_the_same_form_is_read_from_excel():
    source = form("text | nama | Nama", "select_one kota | k | Kota")
    stored = BytesIO()
    md_table_to_workbook(source).save(stored)
    from_excel = read(stored.getvalue(), kind=".xlsx")
    assert from_excel.pages == read(source).pages
    assert from_excel.source == stored.getvalue()


REFUSED_ROWS = [
    ("geopoint | x | X", "type", "Jenis “geopoint” tidak didukung."),
    ("begin repeat | x | X", "type", "end group menutup begin repeat di baris 3."),
    ("range | x | X", "type", "Jenis “range” tidak didukung."),
    ("begin_kobomatrix | x | X", "type", "Jenis “begin_kobomatrix” tidak didukung."),
    ("begin repeat | x | X |\n| | text | y | Y |\n| | end group", "type", "end group menutup begin repeat di baris 3."),
    ("begin group | x | X |\n| | end group", "name", "Grup ini tidak berisi pertanyaan."),
    ("select_one_external kota | x | X", "type", "Jenis “select_one_external kota” tidak didukung."),
    ("select_one lain | x | X", "type", "Daftar pilihan “lain” tidak ada di lembar choices."),
    ("select_one yt lain | x | X", "type", "Sesudah nama daftar tidak boleh ada “lain”."),
    ("text | x |", "label", "Isi label."),
    ("text | | X", "name", "Isi name."),
    ("text | 1x | X", "name", "Nama harus diawali huruf, tanpa spasi."),
    ("text | meta | X", "name", "Nama “meta” dipakai oleh sistem."),
    ("text | x | Hai ${siapa}", "label", "${siapa} tidak ada di formulir ini."),
    ("begin group | x | X", "type", "begin group ini tidak ditutup."),
    ("end group\n| | end group", "type", "end group tanpa begin group."),
]


@pytest.mark.parametrize(("row", "column", "reason"), REFUSED_ROWS)
def test_a_row_that_cannot_be_used_is_named(row, column, reason):
    found = refusal(form(row))
    assert [(p.sheet, p.column, p.reason) for p in found][0] == ("survey", column, reason)
    assert found[0].row in (2, 3, 4, 5)


REFUSED_CELLS = [
    ("integer", "relevant", "${b} = 1", "${b} tidak ada di formulir ini."),
    (
        "integer",
        "relevant",
        "pulldata('a', 'b')",
        "Data dari berkas lain (pulldata) tidak didukung; tulis sebagai daftar pilihan.",
    ),
    ("integer", "constraint", ". >", "Rumus tidak dapat dibaca di dekat “akhir”."),
    ("integer", "constraint", "../lain > 1", "Jalur “../lain” tidak menunjuk ke pertanyaan mana pun."),
    ("integer", "constraint", "/data/lain > 1", "Jalur “/data/lain” tidak menunjuk ke pertanyaan mana pun."),
    ("integer", "constraint", "count('a') > 1", "Fungsi ini memerlukan rujukan ke pertanyaan, bukan nilai."),
    (
        "text",
        "constraint",
        "regex(., '[')",
        "Pola regex() tidak dapat dibaca: unterminated character set at position 0.",
    ),
    ("date", "calculation", "format-date(today(), '%Q')", "Kode tanggal %Q tidak dikenal."),
    ("integer", "calculation", "${x} + 1", None),
    ("integer", "relevant", ". = 1", None),
    ("integer", "default", "banyak", "“banyak” bukan angka bulat."),
    ("select_one yt", "default", "mungkin", "Pilih salah satu pilihan yang tersedia."),
    ("select_one kota", "choice_filter", "pulau = 'jawa'", "Lembar choices tidak mempunyai kolom “pulau”."),
    ("image", "default", "a.png", "Kolom default tidak berlaku untuk jenis image."),
    ("text", "appearance", "signature", "Tampilan “signature” tidak didukung."),
    ("text", "trigger", "${x}", "Isian yang berubah karena isian lain (trigger) belum didukung; pakai calculation."),
    ("text", "media::image", "a.png", "Gambar, suara, atau video di pertanyaan belum didukung."),
    ("text", "save_to", "nama", "Entitas belum didukung."),
    ("text", "disabled", "yes", "disabled = yes tidak didukung; hapus barisnya atau tulis no."),
    ("integer", "parameters", "start=1", "Kolom “parameters” dengan start=1 belum didukung."),
    ("text", "bind::oe:x", "1", "Kolom “bind::oe:x” tidak didukung."),
    ("text", "bind::balai:need", "food", "Kolom bind::balai:need tidak berlaku untuk jenis text."),
    ("select_one kota", "bind::balai:need", "food", "Tidak ada pilihan “ya”; tulis jawaban=kebutuhan."),
    ("select_one kota", "bind::balai:need", "bali=food", "Pilihan “bali” tidak ada."),
]


@pytest.mark.parametrize(("kind", "column", "cell", "reason"), REFUSED_CELLS)
def test_a_cell_that_cannot_be_used_is_named(kind, column, cell, reason):
    expected = [Problem("survey", 3, column, reason)]
    if reason is None:
        expected = [Problem("survey", 3, None, "Rumus melingkar: x → x.")]
    assert refusal(form(f"{kind} | x | X | {cell}", columns=f"type name label {column}")) == expected


def test_a_circle_of_calculations_is_refused():
    rows = ["calculate | x | | ${y} + 1", "calculate | y | | ${x} + 1"]
    (problem,) = refusal(form(*rows, columns="type name label calculation"))
    assert problem.row == 3
    assert problem.reason in ("Rumus melingkar: x → y → x.", "Rumus melingkar: y → x → y.")


def test_a_group_that_depends_on_its_own_question_is_refused():
    rows = ["begin group | b | B | ${x} = 1", "integer | x | X |", "end group | | |"]
    (problem,) = refusal(form(*rows, columns="type name label relevant"))
    assert problem.reason.startswith("Rumus melingkar: ")


def test_the_same_name_twice_is_refused_even_in_two_groups():
    found = refusal(form("text | x | X", "begin group | b | B", "text | x | X", "end group"))
    assert found == [Problem("survey", 5, "name", "Nama “x” sudah dipakai di baris 3.")]


def test_questions_outside_any_group_become_a_page_and_it_is_said():
    rows = "| | text | x | X |\n| | begin group | a | A |\n| | text | y | Y |\n| | end group |\n| | calculate | z | |"
    source = f"| survey |\n| | type | name | label | calculation |\n{rows} 1 |" + CHOICES + SETTINGS
    found = read(source)
    assert [page.label for page in found.pages if page.items[0].type != "calculate"] == ["Contoh", "A"]
    assert [question.path for question in found] == ["bagian_1/x", "a/y", "bagian_2/z"]
    assert [(said.row, said.reason) for said in found.warnings] == [
        (2, "Pertanyaan di luar grup dijadikan satu halaman, “Contoh”.")
    ]


def test_a_need_has_to_be_a_known_service():
    source = form("select_one yt | x | X | foood", columns="type name label bind::balai:need")
    assert read(source).question("a/x").opens == {"ya": ("foood",)}
    found = refusal(source, needs={"clothing"})
    assert [(p.sheet, p.row, p.reason) for p in found] == [
        ("choices", 4, "Kebutuhan “food” tidak dikenal."),
        ("survey", 3, "Kebutuhan “foood” tidak dikenal."),
    ]


REFUSED_CHOICES = [
    ("kota | solo | Solo lagi | | |", "name", "Pilihan “solo” ada dua kali."),
    ("kota | kota solo | Solo | | |", "name", "Nama pilihan tidak boleh memuat spasi."),
    ("kota | x | | | |", "label", "Isi label."),
    ("kota | x | Hai ${siapa} | | |", "label", "${siapa} tidak ada di formulir ini."),
    ("kota | x | X | | | banyak", "balai:score", "Nilai harus berupa angka."),
]


@pytest.mark.parametrize(("row", "column", "reason"), REFUSED_CHOICES)
def test_a_choice_that_cannot_be_used_is_named(row, column, reason):
    found = refusal(form("text | nama | Nama", choices=f"{CHOICES}| | {row} |\n"))
    assert found == [Problem("choices", 6, column, reason)]


def test_every_problem_is_told_at_once():
    rows = ["geopoint | x | X", "text | y |", "text | y | Y"]
    assert [problem.row for problem in refusal(form(*rows))] == [3, 4, 5]


def test_title_and_id_are_asked_for():
    found = refusal(form("text | x | X", settings="\n| settings |\n| | version |\n| | 1 |\n"))
    assert [(p.sheet, p.column) for p in found] == [("settings", "form_title"), ("settings", "form_id")]


def test_settings_have_one_row():
    found = refusal(form("text | x | X", settings=f"{SETTINGS}| | Lain | lain | 1 |\n"))
    assert found == [Problem("settings", 3, None, "Lembar settings hanya boleh berisi satu baris.")]


def test_a_calculated_question_has_no_default():
    (problem,) = refusal(form("integer | x | X | 1 | 2 + 3", columns="type name label default calculation"))
    assert (problem.row, problem.column) == (3, "default")


def test_what_only_pyxform_finds_becomes_a_problem_too():
    (problem,) = refusal(form("text | x | Hai ${ x y }"))
    assert problem.sheet == "survey" and problem.row == 3


@pytest.mark.parametrize("content", [b"", b"bukan formulir", b"PK\x03\x04 rusak", b"| survey |\n| | \xff |"])
def test_a_file_that_is_no_form_is_refused(content):
    assert refusal(content, kind=".xlsx") and refusal(content, kind=".md")


def test_another_sheet_with_meaning_is_refused():
    source = form("text | x | X") + "\n| entities |\n| | list_name | label |\n| | orang | a |\n"
    assert refusal(source) == [Problem("entities", None, None, "Entitas belum didukung.")]
