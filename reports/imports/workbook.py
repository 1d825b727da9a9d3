"""An XLSX workbook, weighed before anything opens it.

A small zip can hold gigabytes, and one filled cell in the far corner of a sheet makes a reader reserve the whole
rectangle. So the zip is unpacked here, within limits, and the reader gets only what was measured.
"""

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from django.core.exceptions import ValidationError
from python_calamine import CalamineError, CalamineWorkbook

MAX_PARTS = 200
MAX_UNPACKED = 50 * 1024 * 1024
MAX_RATIO = 100  # of everything together; for small files it says nothing
SMALL = 5 * 1024 * 1024
MAX_AREA = 2_000_000  # cells of the rectangle around all filled cells of a sheet

BROKEN = "Berkas Excel ini rusak atau terpotong. Simpan ulang sebagai .xlsx, lalu coba lagi."
TOO_BIG = "Isi berkas Excel ini terlalu besar. Simpan hanya lembar yang akan dimasukkan sebagai berkas baru."
REFERENCE = re.compile(r"([A-Za-z]{1,4})([0-9]{1,9})")


def first_sheet(content):
    """The rows of the first sheet, and the names of all sheets."""
    parts = _unpack(content)
    for part in parts.values():
        if b"sheetData" in part:
            _refuse_far_corner(part)
    try:
        workbook = CalamineWorkbook.from_filelike(_repack(parts))
        names = workbook.sheet_names
        return workbook.get_sheet_by_index(0).to_python(skip_empty_area=False), names
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise ValidationError(BROKEN) from error


def all_sheets(content):
    """{name: rows} of every sheet; the limit on cells is for all of them together."""
    parts = _unpack(content)
    if sum(_refuse_far_corner(part) for part in parts.values() if b"sheetData" in part) > MAX_AREA:
        raise ValidationError(TOO_BIG)
    try:
        workbook = CalamineWorkbook.from_filelike(_repack(parts))
        sheets = {name: workbook.get_sheet_by_name(name) for name in workbook.sheet_names}
        return {name: sheet.to_python(skip_empty_area=False) for name, sheet in sheets.items()}
    except (CalamineError, OSError, ValueError, IndexError) as error:
        raise ValidationError(BROKEN) from error


def _unpack(content):
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            _refuse_heavy(entries, len(content))
            if "xl/workbook.xml" not in archive.namelist():
                raise ValidationError("Berkas ini bukan buku kerja Excel (.xlsx) dan bukan CSV.")
            return {
                entry.filename: archive.read(entry)
                for entry in entries
                if entry.filename.lower().endswith((".xml", ".rels"))
            }
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise ValidationError(BROKEN) from error


def _refuse_heavy(entries, packed):
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_PARTS or unpacked > MAX_UNPACKED:
        raise ValidationError(TOO_BIG)
    if unpacked > SMALL and unpacked > MAX_RATIO * packed:
        raise ValidationError(TOO_BIG)


def _repack(parts):
    """What was read and measured, without compression: no header of the original can mislead the reader."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    packed.seek(0)
    return packed


def _refuse_far_corner(part):
    corner = _Corner()
    parser = expat.ParserCreate()
    parser.StartElementHandler = corner.start
    parser.StartDoctypeDeclHandler = corner.refuse
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise ValidationError(BROKEN) from error
    if corner.row * corner.column > MAX_AREA:
        raise ValidationError(TOO_BIG)
    return corner.row * corner.column


class _Corner:
    """The last row and the last column with something in them."""

    def __init__(self):
        self.row = self.column = self.here_row = self.here_column = 0

    def start(self, name, attributes):
        name = name.rpartition(":")[2]
        if name == "c":
            self._move(attributes.get("r", ""))
            if attributes.get("t") == "e":  # the reader would take it for an empty cell
                raise ValidationError(f"Rumus di sel {attributes.get('r', '')[:12]} galat. Perbaiki atau kosongkan.")
        elif name in ("v", "is", "f"):
            self.row = max(self.row, self.here_row)
            self.column = max(self.column, self.here_column)
        elif name == "row":
            given = attributes.get("r", "")
            self.here_row = int(given) if given.isdigit() and len(given) < 10 else self.here_row + 1
            self.here_column = 0

    def _move(self, reference):
        found = REFERENCE.fullmatch(reference)
        if not found:
            self.here_column += 1
            return
        self.here_column = 0
        for letter in found[1].upper():
            self.here_column = self.here_column * 26 + ord(letter) - 64
        self.here_row = int(found[2])

    def refuse(self, *declaration):
        raise ValidationError(BROKEN)
