"""An old form's sheet of answers, reduced before anything of it is kept: no names, no telephones, no times of day."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from django.core.exceptions import ValidationError

from cases.cleaning import clean_text
from reports.imports.headings import first_filled, headings_in
from reports.imports.reading import MAX_COLUMNS, is_blank, read_all

MOST_ROWS = 2_000
# A column whose heading says so tells who answered, or how to reach them.
PRIVATE = {
    "nama", "name", "email", "surel", "telepon", "telp", "tlp", "hp", "wa", "whatsapp", "phone", "nik", "ktp", "kk",
    "alamat", "address", "ip", "nip", "username", "instagram", "facebook",
}  # fmt: skip
NOT_OF_A_PERSON = {"layanan", "panti", "unit", "periode"}  # "Nama layanan" may stay
REACHES = re.compile(r"[^\s@]+@[^\s@]+\.\w|(?:\d[\s.\-]?){9,}")
CLOCK = re.compile(
    r"[\sT,]+\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?\s*([ap]\.?m\.?)?\s*(z|wi[bt]|wita|(gmt|utc)?\s*[+\-]?\d{0,2}:?\d{0,2})?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reduced:
    headings: list
    rows: list  # [[number in the file, cells as text]]
    dropped: list  # headings of what is not kept


def reduced(content):
    """Of an XLSX or CSV file what may be kept. Raises ValidationError with what to do."""
    grids = read_all(content)
    grid = max(grids.values(), key=len)
    head = first_filled(grid)
    if not grid[head + 1 :]:
        raise ValidationError("Berkas ini tidak memuat satu jawaban pun di bawah judul kolom.")
    headings = headings_in(grid, head)
    if len(headings) > MAX_COLUMNS:
        raise ValidationError(f"Paling banyak {MAX_COLUMNS} kolom; berkas ini {len(headings)}.")
    lines = [[number, [plain(cell) for cell in row]] for number, row in enumerate(grid[head + 1 :], head + 2)]
    lines = [[number, cells + [""] * (len(headings) - len(cells))] for number, cells in lines if any(cells)]
    if not lines:
        raise ValidationError("Berkas ini tidak memuat satu jawaban pun di bawah judul kolom.")
    if len(lines) > MOST_ROWS:
        raise ValidationError("Paling banyak 2.000 jawaban dalam satu berkas. Bagi menjadi beberapa berkas.")
    kept = [
        place
        for place, heading in enumerate(headings)
        if not is_private(heading, [cells[place] for _, cells in lines if cells[place]])
    ]
    rows = [[number, [REACHES.sub("•", cells[place]) for place in kept]] for number, cells in lines]
    dropped = [heading for place, heading in enumerate(headings) if place not in kept]
    return Reduced([headings[place] for place in kept], rows, dropped)


def is_private(heading, values):
    words = set(re.findall(r"[a-z]+", heading.casefold()))
    if words & PRIVATE and not words & NOT_OF_A_PERSON:
        return True
    return bool(values) and 2 * sum(bool(REACHES.search(value)) for value in values) > len(values)


def plain(cell):
    """A cell as text; a moment as its day."""
    if is_blank(cell) or isinstance(cell, time):
        return ""
    if isinstance(cell, (date, datetime)):
        return f"{cell:%Y-%m-%d}"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    try:
        said = clean_text(str(cell))[:1000]
    except ValidationError:
        return "?"
    return CLOCK.sub("", said).strip() if re.match(r"\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}[\sT,]", said) else said
