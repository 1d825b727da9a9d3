"""The cells of a workbook from outside: what could harm or mislead the reader is refused before anything is parsed.

An .xlsx is a zip of XML: it can hold programs, entities that multiply, and gigabytes in a few kilobytes.
"""

import datetime
import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml.etree import XMLSyntaxError
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from pyxform.errors import PyXFormError
from pyxform.xls2json_backends import get_xlsform

from assessments.xlsform.problems import FormRefused, Problem

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 500
MOST_ROWS = 6_000
MOST_COLUMNS = 150
LAST_ROW = 20_000
KNOWN = ("survey", "choices", "settings", "external_choices", "entities", "osm")
KINDS = (".md", ".xlsx")
TOO_BIG = "Berkas terlalu besar; paling banyak 5 MB dan 60 MB setelah dibuka."
BROKEN = "Berkas Excel ini rusak dan tidak dapat dibaca. Simpan ulang sebagai .xlsx."
MACRO = "Berkas ini memuat makro atau program. Simpan tanpa makro, sebagai .xlsx."
ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)")
MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=[\"']([A-Z0-9:]+)[\"']")
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, KeyError, IndexError,
    TypeError, ValueError, AttributeError, InvalidFileException, XMLSyntaxError, SyntaxError,
)  # fmt: skip


@dataclass
class Table:
    """One sheet; the rows by their number, as in Excel: the headers are row 1."""

    headers: list[str] = field(default_factory=list)
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list)


@dataclass
class Book:
    tables: dict[str, Table] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def unpacked(content: bytes, kind: str) -> Book:
    if kind not in KINDS:
        raise refused(f"Berkas {kind} tidak didukung; pakai .xlsx.")
    if len(content) > MOST_BYTES:
        raise refused(TOO_BIG)
    book = _from_markdown(content) if kind == ".md" else _from_excel(content)
    for name, table in book.tables.items():
        if len(table.rows) > MOST_ROWS:
            book.problems.append(Problem(name, None, None, f"Paling banyak {MOST_ROWS} baris."))
    if not book.tables.get("survey"):
        raise refused(
            f"Tidak ada lembar survey. Yang ada: {', '.join(book.tables) or 'tidak ada lembar yang dikenal'}."
        )
    if book.problems:  # what the cells say is not known for certain: further complaints would mislead
        raise FormRefused(sorted(book.problems, key=lambda found: (found.sheet, found.row or 0)))
    return book


def refused(reason: str) -> FormRefused:
    return FormRefused([Problem("", None, None, reason)])


def _from_markdown(content: bytes) -> Book:
    try:
        found = get_xlsform(content, file_type=".md")
    except PyXFormError as error:
        raise refused(f"Tidak sesuai kaidah XLSForm: {error}") from error
    except UnicodeDecodeError as error:
        raise refused("Berkas ini bukan teks UTF-8.") from error
    except IndexError as error:  # pyxform's Markdown reader, when a row is longer than its header
        raise refused("Ada baris yang lebih panjang dari kepala tabel.") from error
    book = Book()
    for name in KNOWN:
        rows = getattr(found, name)
        if rows:
            headers = dict.fromkeys(header for row in rows for header in row)
            book.tables[name] = Table([str(header or "") for header in headers], list(enumerate(rows, 2)))
    return book


def _from_excel(content: bytes) -> Book:
    _check_zip(content)
    book = Book()
    try:
        workbook = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for sheet in workbook.worksheets:
                _read_sheet(book, sheet, archive)
    except UNREADABLE as error:
        raise refused(BROKEN) from error
    return book


def _check_zip(content: bytes):
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise refused("Berkas ini terkunci kata sandi atau Excel lama (.xls). Simpan sebagai .xlsx tanpa sandi.")
    if not content.startswith(b"PK\x03\x04"):
        raise refused("Berkas ini bukan Excel (.xlsx).")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            names = [part.filename.lower() for part in parts]
            # What a part says of its size is also the most that is read of it.
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise refused(TOO_BIG)
            if any("vbaproject" in name or "macrosheets/" in name or "activex/" in name for name in names):
                raise refused(MACRO)
            if any(part.flag_bits & 1 for part in parts) or len(set(names)) != len(names):
                raise refused(BROKEN)
            if "xl/workbook.xml" not in names:
                raise refused("Berkas ini bukan Excel (.xlsx).")
            for part in parts:
                _check_part(part.filename.lower(), archive.read(part))
    except UNREADABLE as error:
        raise refused(BROKEN) from error


def _check_part(name: str, data: bytes):
    if name == "[content_types].xml" and b"macroenabled" in data.lower():
        raise refused(MACRO)
    # Excel writes UTF-8 and no document type; in another encoding an entity could hide from this look.
    if name.endswith((".xml", ".rels")) and (ENTITY.search(data) or b"\x00" in data[:200]):
        raise refused(BROKEN)


def _read_sheet(book: Book, sheet, archive: zipfile.ZipFile):
    name = sheet.title.strip().lower()
    if name not in KNOWN:
        book.warnings.append(Problem(sheet.title, None, None, "Lembar ini bukan bagian XLSForm; tidak dibaca."))
        return
    if name in book.tables:
        book.problems.append(Problem(name, None, None, "Lembar ini ada dua kali."))
        return
    sheet.reset_dimensions()  # what the file says of its size may be wrong
    table = book.tables[name] = Table()
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if number > LAST_ROW or len(table.rows) > MOST_ROWS:
            book.problems.append(Problem(name, number, None, f"Lembar terlalu panjang; isi sampai baris {LAST_ROW}."))
            break
        texts = {place: _text(book, name, cell) for place, cell in enumerate(cells) if cell.value is not None}
        filled = {place: text for place, text in texts.items() if text}
        if filled and max(filled) >= MOST_COLUMNS:
            book.problems.append(Problem(name, number, None, f"Paling banyak {MOST_COLUMNS} kolom."))
            break
        if number == 1:
            table.headers = [filled.get(place, "") for place in range(max(filled, default=-1) + 1)]
        elif filled:
            table.rows.append((number, _by_header(book, name, number, table, filled)))
    for found in MERGED.findall(archive.read(sheet._worksheet_path.lstrip("/"))):
        _refuse_merged(book, name, found.decode())


def _by_header(book: Book, name: str, number: int, table: Table, filled: dict[int, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for place, text in filled.items():
        header = table.headers[place] if place < len(table.headers) else ""
        if not header:
            letter = get_column_letter(place + 1)
            book.problems.append(Problem(name, number, letter, "Ada isi di kolom tanpa judul."))
        elif header in found:
            book.problems.append(Problem(name, number, header, "Kolom ini ada dua kali."))
        else:
            found[header] = text
    return found


def _text(book: Book, name: str, cell) -> str:
    value, place = cell.value, f"{cell.column_letter}"
    if cell.data_type == "f":
        reason = "Sel ini berisi rumus Excel (=…). Salin lalu tempel sebagai nilai."
        book.problems.append(Problem(name, cell.row, place, reason))
        return ""
    if cell.data_type == "e":
        book.problems.append(Problem(name, cell.row, place, f"Sel ini berisi kesalahan Excel ({value})."))
        return ""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case _:
            return str(value).replace("\xa0", " ").strip()


def _refuse_merged(book: Book, name: str, found: str):
    column, row, _, _ = range_boundaries(found)
    reason = f"Sel {found} digabung; pisahkan, supaya tiap baris berisi lengkap."
    book.problems.append(Problem(name, row, get_column_letter(column), reason))
