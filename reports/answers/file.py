"""A file of old answers: its tables, with headings of whatever form they came from.

The first table has one row per assessment; KoboToolbox and our own export put what repeats on further sheets, whose
rows name the row that they belong to.
"""

import hashlib
import json
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.core.exceptions import ValidationError

from cases.cleaning import clean_text
from reports.imports.reading import read_all

MAX_ROWS = 1_000  # of assessments: each is worked out like one that is filled in
MAX_COLUMNS = 1_500  # KoboToolbox writes one for each option
MAX_INNER_ROWS = 20_000
KEY, PARENT, PARENT_TABLE = "_index", "_parent_index", "_parent_table_name"


@dataclass
class Table:
    name: str
    headings: list
    rows: list = field(default_factory=list)
    numbers: list = field(default_factory=list)

    def column(self, heading):
        """The place of a column, or None."""
        return self.headings.index(heading) if heading in self.headings else None

    def cell(self, row, heading):
        place = self.column(heading)
        return None if place is None else row[place]


def read_tables(content):
    """The leading table, and the others that have rows; raises ValidationError."""
    tables = [_table(name, grid) for name, grid in read_all(content).items()]
    first, others = tables[0], tables[1:]
    if not first.rows:
        raise ValidationError("Berkas ini tidak memuat satu baris jawaban pun di bawah judul kolom.")
    if len(first.rows) > MAX_ROWS:
        raise ValidationError(
            f"Paling banyak {MAX_ROWS} baris jawaban dalam satu berkas; berkas ini {len(first.rows)}. "
            "Bagi menjadi beberapa berkas."
        )
    others = [table for table in others if table.rows and table.column(PARENT) is not None]
    if sum(len(table.rows) for table in others) > MAX_INNER_ROWS:
        raise ValidationError(f"Paling banyak {MAX_INNER_ROWS} baris di lembar bagian berulang.")
    return first, others


def headings_digest(first, others):
    """Which headings these are, in whatever order: the same form gives the same."""
    said = sorted([["", *sorted(first.headings)], *([table.name, *sorted(table.headings)] for table in others)])
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def row_digest(table, row, inner):
    """The same row of the same form in any file; `inner`: (name of the sheet, row) of what repeats in it.

    Columns that number the rows of this one file are left out.
    """
    said = [[name, sorted(_said(table_, cells))] for name, table_, cells in [("", table, row), *inner]]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _said(table, row):
    pairs = zip(table.headings, row, strict=True)
    return [[heading, plain(cell)] for heading, cell in pairs if heading not in NUMBERING and not is_blank(cell)]


NUMBERING = {KEY, PARENT, PARENT_TABLE}


def plain(cell):
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def is_blank(cell):
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _table(name, grid):
    headings = _headings(grid[0] if grid else [], max((len(row) for row in grid), default=0))
    table = Table(name, headings)
    for number, cells in enumerate(grid[1:], 2):
        row = [cells[place] if place < len(cells) else "" for place in range(len(headings))]
        if any(not is_blank(cell) for cell in row):
            table.rows.append(row)
            table.numbers.append(number)
    return table


def _headings(cells, width):
    """Each once: a form may ask the same words twice, and a column may have no heading."""
    if width > MAX_COLUMNS:
        raise ValidationError(f"Paling banyak {MAX_COLUMNS} kolom; berkas ini {width}.")
    found = []
    for place in range(width):
        said = _heading(cells[place] if place < len(cells) else "") or f"Kolom {place + 1}"
        name, count = said, 1
        while name in found:
            count += 1
            name = f"{said} ({count})"
        found.append(name)
    return found


def _heading(cell):
    if isinstance(cell, (float, date, datetime, time)):
        cell = plain(cell)
    try:
        return re.sub(r"\s+", " ", clean_text(str(cell))).strip()[:500]
    except ValidationError:
        return ""
