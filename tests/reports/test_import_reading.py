"""Files as they come: of every kind, broken, hostile."""

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from reports.imports.reading import MAX_ROWS, read_sheet
from tests.reports.sheets import PRESENCE, text, xlsx

ROW = ["R1", date(2026, 1, 5), "izin"]
FULL = [PRESENCE, ROW]


def read(content):
    return read_sheet(content, PRESENCE)


def refused(content):
    with pytest.raises(ValidationError) as caught:
        read(content)
    return caught.value.messages[0]


def test_row_numbers_are_those_of_excel_and_blank_rows_are_nothing():
    sheet = read(xlsx(PRESENCE, ["", "", ""], ROW, ["  ", None, ""], ["R2", "2026-01-06", "rs"]))
    assert (sheet.header, sheet.numbers) == (PRESENCE, [3, 5])
    assert sheet.rows == [["R1", date(2026, 1, 5), "izin"], ["R2", "2026-01-06", "rs"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_of_every_kind(delimiter, encoding):
    rows = [PRESENCE, ["R1", "2026-01-05", "café"], [], ["'=R2", "2026-01-06", "a\nb"]]
    sheet = read(text(*rows, delimiter=delimiter, encoding=encoding))
    assert sheet.rows == [["R1", "2026-01-05", "café"], ["=R2", "2026-01-06", "a\nb"]]
    assert sheet.numbers == [2, 4]


def test_columns_may_stand_in_another_order_with_blanks_around():
    sheet = read(xlsx([" Tanggal ", "Kehadiran", "", "Nomor register "], [ROW[1], "izin", "", "R1"]))
    assert sheet.header == ["Tanggal", "Kehadiran", "Nomor register"]


def test_only_the_first_sheet_is_read_and_it_says_so():
    assert read(xlsx(*FULL, more_sheets=["Lampiran"])).notes == ["Hanya lembar pertama (“Register”) yang dibaca."]


def test_formulas_are_read_as_their_values():
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, PRESENCE)
        sheet.write_formula(1, 0, '="R"&1', None, "R1")
        sheet.write_row(1, 1, ["2026-01-05", "izin"])
    assert read(kept.getvalue()).rows == [["R1", "2026-01-05", "izin"]]


@pytest.mark.parametrize(
    "content, words",
    [
        (b"", "bukan buku kerja Excel"),
        (b"   \n", "bukan buku kerja Excel"),
        (b"<html><table></table></html>", "bukan buku kerja Excel"),
        (b"%PDF-1.7", "bukan buku kerja Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Simpan sebagai .xlsx."),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (b"PK\x03\x04 rusak", "rusak atau terpotong"),
        (xlsx(*FULL)[:-200], "rusak atau terpotong"),
        (text(*FULL, encoding="utf-16")[:-1], "tidak dapat dibaca"),
        (b"x" * (10 * 1024 * 1024 + 1), "lebih besar daripada 10 MB"),
        (text(["Laporan bulan Maret"], PRESENCE, ROW), "Judul kolom tidak ditemukan di baris pertama"),
        (text(PRESENCE), "tidak memuat satu baris data pun"),
        (text(PRESENCE[:2], ROW), "Kolom yang tidak ada: Kehadiran."),
        (text([*PRESENCE, "Catatan"], ROW), "Kolom yang tidak dikenal: “Catatan”."),
        (text(["No register", *PRESENCE[1:]], ROW), "“No register” (maksudnya “Nomor register”?)"),
        (text([*PRESENCE, "Tanggal"], ROW), "tertulis dua kali: Tanggal."),
        (text(PRESENCE, [*ROW, "nyasar"]), "Baris 2: kolom ke-4 berisi data tetapi tidak berjudul."),
        (text(PRESENCE, *[ROW] * (MAX_ROWS + 1)), "Paling banyak 20.000 baris"),
        (text([*PRESENCE, *["x"] * 70], ROW), "Paling banyak 60 kolom"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(content, words):
    assert words in refused(content)


def repacked(change, *files):
    """A good workbook with some parts replaced."""
    kept, source = io.BytesIO(), zipfile.ZipFile(io.BytesIO(xlsx(*FULL)))
    with source, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, change(part) if name == "xl/worksheets/sheet1.xml" else part)
        for name, part in files:
            target.writestr(name, part)
    return kept.getvalue()


def test_a_zip_bomb_is_refused_before_it_is_opened():
    bomb = repacked(lambda part: part.replace(b"</sheetData>", b" " * 60_000_000 + b"</sheetData>"))
    assert len(bomb) < 200_000
    assert "terlalu besar" in refused(bomb)
    assert "terlalu besar" in refused(repacked(bytes, *((f"xl/{n}.xml", b"<a/>") for n in range(200))))


def test_a_zip_that_lies_about_its_size_is_refused():
    bomb = bytearray(repacked(lambda part: part.replace(b"</sheetData>", b" " * 9_000_000 + b"</sheetData>")))
    real = zipfile.ZipFile(io.BytesIO(bytes(bomb))).getinfo("xl/worksheets/sheet1.xml").file_size
    lying = bytes(bomb).replace(real.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != bytes(bomb)
    assert "rusak" in refused(lying)


def test_a_cell_in_the_far_corner_does_not_reserve_the_whole_sheet():
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    assert "terlalu besar" in refused(repacked(lambda part: part.replace(b"</sheetData>", far)))


def test_a_ghost_range_of_styled_empty_cells_is_no_data():
    ghosts = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (row, row) for row in range(3, 100_000))
    sheet = read(repacked(lambda part: part.replace(b"</sheetData>", ghosts + b"</sheetData>")))
    assert (len(sheet.rows), sheet.numbers) == (1, [2])


def test_declarations_and_broken_markup_are_refused():
    laughs = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    assert "rusak" in refused(repacked(lambda part: part.replace(b"<worksheet", laughs + b"<worksheet", 1)))
    assert "rusak" in refused(repacked(lambda part: part.replace(b"</sheetData>", b"")))


def test_a_formula_error_is_not_taken_for_an_empty_cell():
    def broken(part):
        return part.replace(b"</sheetData>", b'<row r="3"><c r="A3" t="e"><v>#REF!</v></c></row></sheetData>')

    assert "Rumus di sel A3 galat" in refused(repacked(broken))


@given(st.binary(max_size=400))
def test_no_bytes_at_all_break_the_reader(content):
    for start in (b"", b"PK\x03\x04", b"\xff\xfe", b"Nomor register;Tanggal;Kehadiran\n"):
        try:
            read(start + content)
        except ValidationError:
            pass
