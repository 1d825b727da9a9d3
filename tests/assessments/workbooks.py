"""Workbooks as people make them, and as nobody should."""

import io
import zipfile

from openpyxl import Workbook

SURVEY = [
    ["type", "name", "label"],
    ["begin group", "a", "Halaman"],
    ["text", "nama", "Nama"],
    ["end group"],
]
CHOICES = [["list_name", "name", "label"], ["yt", "ya", "Ya"], ["yt", "tidak", "Tidak"]]
SETTINGS = [["form_title", "form_id"], ["Uji", "uji"]]


def workbook(survey=SURVEY, choices=CHOICES, settings=SETTINGS, **others):
    book = Workbook()
    book.remove(book.active)
    for title, rows in {"survey": survey, "choices": choices, "settings": settings, **others}.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return book


def content(book):
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def xlsx(**sheets):
    return content(workbook(**sheets))


def with_part(data, name, part):
    """The same zip with one part added or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            if item.filename != name:
                new.writestr(item, old.read(item))
        new.writestr(name, part)
    return out.getvalue()


def part_of(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)
