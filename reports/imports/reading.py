"""A spreadsheet file, whatever its kind: its heading and its rows, with the row numbers that Excel shows.

The kind is seen from the content, never from the name. What cannot be read is refused with a sentence that says
what to do.
"""

import csv
import difflib
import io
from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError

from cases.cleaning import clean_text
from reports.imports import workbook

MAX_ROWS = 20_000
MAX_COLUMNS = 60
FAULTS = "Kesalahan"  # the column that our sheet of wrong rows adds
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
UNREADABLE = "Berkas ini bukan buku kerja Excel (.xlsx) dan bukan CSV."


class WrongHeading(ValidationError):
    """The headings are not ours: somebody may say which is which."""


@dataclass
class Sheet:
    header: list
    rows: list  # one list of values per row, as long as the header
    numbers: list  # the number of each row in the file; the heading is row 1
    notes: list = field(default_factory=list)

    def without(self, numbers):
        """The same but for the rows of these numbers."""
        pairs = [(row, number) for row, number in zip(self.rows, self.numbers, strict=True) if number not in numbers]
        return Sheet(self.header, [row for row, _ in pairs], [number for _, number in pairs], self.notes)


def read_sheet(content, columns, optional=(), *, most_rows=MAX_ROWS):
    """The sheet with exactly these columns (and perhaps the optional ones), or a ValidationError."""
    grid, notes = _grid(content, [*columns, *optional])
    heading = [heading_of(cell) for cell in grid[0]] if grid else []
    _refuse_wrong_heading(heading, columns, optional)
    _refuse_values_without_heading(heading, grid)
    places = [place for place, name in enumerate(heading) if name]
    return filled(Sheet([heading[place] for place in places], [], [], notes), places, grid, 1, most_rows)


def filled(sheet, places, grid, first, most_rows):
    """The sheet with the rows of a grid from the `first` on; a place of None is a column that the file has not."""
    for number, cells in enumerate(grid[first:], first + 1):
        row = [cells[place] if place is not None and place < len(cells) else "" for place in places]
        if any(not is_blank(cell) for cell in row):
            sheet.rows.append(row)
            sheet.numbers.append(number)
    if not sheet.rows:
        raise ValidationError("Berkas ini tidak memuat satu baris data pun di bawah judul kolom.")
    if len(sheet.rows) > most_rows:
        raise ValidationError(
            f"Paling banyak {most_rows:,} baris dalam satu berkas; berkas ini {len(sheet.rows):,}. "
            "Bagi menjadi beberapa berkas.".replace(",", ".", 2)
        )
    return sheet


def read_all(content):
    """{name of the sheet: rows} of a file whose headings are its own; the first sheet leads."""
    _refuse_unreadable(content)
    if content.startswith(b"PK"):
        return workbook.all_sheets(content)
    text = _decoded(content)
    parsed = [_parsed(text, mark) for mark in ",;\t"]
    return {"": max(parsed, key=lambda rows: len(rows[0]) if rows else 0)}


def read_grids(content, likeness):
    """{name of the sheet: rows}, whatever stands in the first of them. `likeness`: of two ways to part the lines of a
    CSV file, the one whose rows it gives more for.
    """
    _refuse_unreadable(content)
    if content.startswith(b"PK"):
        return workbook.all_sheets(content)
    text = _decoded(content)
    if "\x00" in text:
        raise ValidationError(UNREADABLE)
    return {"": max((_parsed(text, mark) for mark in ";,\t"), key=likeness)}


def _grid(content, columns):
    _refuse_unreadable(content)
    if content.startswith(b"PK"):
        grid, names = workbook.first_sheet(content)
        notes = [f"Hanya lembar pertama (“{names[0]}”) yang dibaca."] if len(names) > 1 else []
        return grid, notes
    return _csv_rows(_decoded(content), columns), []


def _refuse_unreadable(content):
    if len(content) > settings.UPLOAD_LIMIT:
        raise ValidationError("Berkas lebih besar daripada 10 MB.")
    if content.startswith(OLD_EXCEL):
        if ENCRYPTED in content:
            raise ValidationError("Berkas ini dilindungi kata sandi. Simpan salinan tanpa kata sandi.")
        raise ValidationError("Berkas Excel lama (.xls) tidak dapat dibaca. Simpan sebagai .xlsx.")


def _decoded(content):
    if content.lstrip()[:1] in (b"<", b"%", b"{") or not content.strip():
        raise ValidationError(UNREADABLE)
    encodings = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValidationError("Huruf di dalam berkas CSV ini tidak dapat dibaca. Simpan sebagai CSV UTF-8.")


def _csv_rows(text, columns):
    first_line = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=lambda mark: len({heading_of(cell) for cell in first_line.split(mark)} & {*columns}))
    return _parsed(text, delimiter)


def _parsed(text, delimiter):
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ValidationError("Berkas CSV ini rusak: ada tanda kutip yang tidak ditutup.") from error
    return [[_unescaped(cell) for cell in row] for row in rows]


def _unescaped(cell):
    """Our own export puts a ' before what a spreadsheet would take for a formula, or what had one."""
    return cell[1:] if cell[:1] == "'" and cell.lstrip("'").lstrip()[:1] in ("=", "+", "-", "@") else cell


def heading_of(cell):
    try:
        return clean_text(str(cell)).strip('"')
    except ValidationError:
        return "?"


def is_blank(cell):
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _refuse_wrong_heading(heading, columns, optional):
    named = [name for name in heading if name]
    if len(heading) > MAX_COLUMNS:
        raise ValidationError(f"Paling banyak {MAX_COLUMNS} kolom; berkas ini {len(heading)}.")
    faults = []
    missing = [name for name in columns if name not in named]
    extra = [name for name in named if name not in columns and name not in optional]
    doubled = sorted({name for name in named if named.count(name) > 1})
    if len(missing) == len(columns):
        raise WrongHeading(
            "Judul kolom tidak ditemukan di baris pertama. Baris pertama harus memuat: " + " · ".join(columns) + "."
        )
    if missing:
        faults.append("Kolom yang tidak ada: " + ", ".join(missing) + ".")
    if extra:
        faults.append("Kolom yang tidak dikenal: " + ", ".join(_guess(name, missing) for name in extra) + ".")
    if doubled:
        faults.append("Kolom yang tertulis dua kali: " + ", ".join(doubled) + ".")
    if faults:
        raise WrongHeading(" ".join(["Judul kolom tidak cocok.", *faults]))


def _guess(name, missing):
    name = name[:60]
    close = difflib.get_close_matches(name, missing, n=1)
    return f"“{name}” (maksudnya “{close[0]}”?)" if close else f"“{name}”"


def _refuse_values_without_heading(heading, grid):
    unnamed = [place for place, name in enumerate(heading) if not name]
    for number, cells in enumerate(grid[1:], 2):
        for place in [*unnamed, *range(len(heading), len(cells))]:
            if place < len(cells) and not is_blank(cells[place]):
                raise WrongHeading(f"Baris {number}: kolom ke-{place + 1} berisi data tetapi tidak berjudul.")
