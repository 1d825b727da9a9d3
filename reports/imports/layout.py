"""Where our columns stand in a sheet of somebody's own: read through that, it is like a sheet of ours."""

import re
from datetime import date

from django.core.exceptions import ValidationError

from reports.imports.cells import Day
from reports.imports.headings import header_row, headings_in
from reports.imports.reading import Sheet, filled, read_grids, read_sheet

STYLES = [("iso", "Tanggal Excel, atau teks seperti 2026-03-16"), ("id", "Teks seperti 16/03/2026 atau 16-3-2026")]
INDONESIAN = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?: 0?0[:.]00(?:[:.]00)?)?")
MOVED = "Lembar atau kolom berkas ini tidak ditemukan lagi. Unggah sekali lagi."


def all_columns(resource):
    return [*resource.columns(), *resource.optional_columns]


def grids(resource, content):
    """{name of the sheet: rows}, with the columns of this kind in mind; sheets without two rows are left out."""
    columns = all_columns(resource)
    found = read_grids(content, lambda rows: (header_row(rows, columns)[0], max((len(row) for row in rows), default=0)))
    found = {name: rows for name, rows in found.items() if len(rows) > 1}
    if not found:
        raise ValidationError("Berkas ini tidak memuat satu baris data pun di bawah judul kolom.")
    return found


def read_laid_out(resource, content, layout):
    """The sheet through a layout {sheet, row, columns, style}; {} is a first sheet with exactly our headings."""
    if not layout:
        return read_sheet(content, resource.columns(), resource.passed_by(), most_rows=resource.most_rows)
    found = grids(resource, content)
    if layout["sheet"] not in found or layout["row"] > len(found[layout["sheet"]]):
        raise ValidationError(MOVED)
    grid, header = found[layout["sheet"]], resource.columns()
    header += [name for name in resource.optional_columns if name in layout["columns"]]
    places = [layout["columns"].get(name) for name in header]
    sheet = filled(Sheet(header, [], [], _notes(grid, layout, found)), places, grid, layout["row"], resource.most_rows)
    if layout["style"] == "id":
        _read_days(sheet, resource)
    return sheet


def _notes(grid, layout, found):
    others = [name for name in found if name != layout["sheet"]]
    taken = {*layout["columns"].values()}
    ignored = [name for place, name in enumerate(headings_in(grid, layout["row"] - 1)) if place not in taken]
    notes = [f"Lembar yang tidak dibaca: {', '.join(others)}."[:500]] if others else []
    return notes + ([f"Kolom yang tidak dibaca: {', '.join(ignored)}."[:500]] if ignored else [])


def _read_days(sheet, resource):
    """Dates that the file writes day first become dates; what cannot be is left for its column to refuse."""
    days = {field.column_name for field in resource.fields.values() if isinstance(field.widget, Day)}
    for place in [place for place, name in enumerate(sheet.header) if name in days]:
        for row in sheet.rows:
            found = INDONESIAN.fullmatch(row[place].strip()) if isinstance(row[place], str) else None
            if found:
                row[place] = _day(*(int(part) for part in found.groups())) or row[place]


def _day(day, month, year):
    try:
        return date(year, month, day)
    except ValueError:
        return None
