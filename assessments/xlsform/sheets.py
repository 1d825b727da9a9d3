"""The sheets of an XLSForm as rows with known columns in one language, and what in them cannot be used."""

import re
from dataclasses import dataclass, field

from pyxform.errors import PyXFormError

from assessments.xlsform.columns import CHOICE_OWN, EXPRESSIONS, OWN, TEXTS, canonical, judged
from assessments.xlsform.problems import Problem
from assessments.xlsform.values import clean_text
from assessments.xlsform.workbook import Book, Table, unpacked

__all__ = ["CHOICE_OWN", "EXPRESSIONS", "OWN", "TEXTS", "Row", "Sheets", "from_pyxform", "load"]
NOT_XFORM = OWN.keys() | CHOICE_OWN | {"guidance_hint"}
OTHER_SHEETS = {
    "external_choices": "Daftar pilihan di lembar external_choices belum didukung.",
    "entities": "Entitas belum didukung.",
    "osm": "Lembar osm tidak didukung.",
}
INDONESIAN = re.compile(r"indonesia|\bid\b|bahasa", re.IGNORECASE)
SAID_ROW = re.compile(r"\[row : (\d+)\]\s*")
SAID_SHEET = re.compile(r"[Oo]n the '(\w+)' sheet")
SAID_COLUMN = re.compile(r"the '([\w:]+)' (?:value|column)")


@dataclass
class Row:
    sheet: str
    number: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        return self.cells.get(column, "")

    def problem(self, column: str | None, reason: str) -> Problem:
        return Problem(self.sheet, self.number, column, reason)


@dataclass
class Sheets:
    survey: list[Row] = field(default_factory=list)
    choices: list[Row] = field(default_factory=list)
    settings: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def for_pyxform(self) -> dict:
        """Our own columns stay out: pyxform would take the choices' for nested headers."""
        book = {"sheet_names": ["survey", "choices", "settings"]}
        for name in book["sheet_names"]:
            rows = [
                {column: text for column, text in row.cells.items() if column not in NOT_XFORM}
                for row in getattr(self, name)
            ]
            headers = dict.fromkeys(column for row in rows for column in row)
            book |= {name: rows, f"{name}_header": [headers] if headers else []}
        return book


def load(content: bytes, kind: str) -> Sheets:
    book = unpacked(content, kind)
    sheets = Sheets(problems=book.problems, warnings=book.warnings)
    for name, reason in OTHER_SHEETS.items():
        if name in book.tables and book.tables[name].rows:
            sheets.problems.append(Problem(name, None, None, reason))
    settings = book.tables.get("settings", Table())
    sheets.settings = [_row(sheets, "settings", number, cells, "") for number, cells in settings.rows]
    language = _language(sheets, book)
    for name in ("survey", "choices"):
        table = book.tables.get(name, Table())
        setattr(sheets, name, [_row(sheets, name, number, cells, language) for number, cells in table.rows])
    _check_settings(sheets)
    sheets.warnings = list(dict.fromkeys(sheets.warnings))
    return sheets


def _language(sheets: Sheets, book: Book) -> str:
    """Which of the languages is read; "" for columns that name none."""
    found, plain = {}, False
    for name in ("survey", "choices"):
        for header in book.tables.get(name, Table()).headers:
            column, language = canonical(name, header)
            if language:
                found[language.lower()] = language
            plain |= name == "survey" and column == "label" and not language
    wanted = (sheets.settings[0].get("default_language") if sheets.settings else "").lower()
    if wanted in found:
        return found[wanted]
    indonesian = [language for language in found.values() if INDONESIAN.search(language)]
    if len(indonesian) == 1:
        return indonesian[0]
    if plain or not found:
        return ""
    if len(found) > 1:
        reason = f"Ada beberapa bahasa: {', '.join(found.values())}. Tulis yang dipakai di default_language."
        sheets.problems.append(Problem("settings", 2, "default_language", reason))
    return next(iter(found.values()))


def _row(sheets: Sheets, sheet: str, number: int, cells: dict, language: str) -> Row:
    """The wished language first: where it says nothing, a column without a language does."""
    row, filled = Row(sheet, number, {}), []
    for header, cell in cells.items():
        text = clean_text(str(cell))
        if text:
            filled.append((*canonical(sheet, str(header or "")), str(header or ""), text))
    spoken = {column for column, tongue, _, _ in filled if tongue == language and tongue}
    for column, tongue, header, text in filled:
        if not column:
            sheets.problems.append(row.problem(None, "Ada isi di kolom tanpa judul."))
        elif tongue != language if tongue else column in spoken:
            reason = f"Kolom “{header}” tidak dipakai; yang dipakai {language or 'kolom tanpa nama bahasa'}."
            sheets.warnings.append(Problem(sheet, 1, header, reason))
        elif tongue:
            row.cells[column] = text
        else:
            _put(sheets, row, column, text)
    return row


def _put(sheets: Sheets, row: Row, column: str, text: str):
    verdict, reason = judged(row.sheet, column, text)
    if verdict == "refused":
        sheets.problems.append(row.problem(column, reason))
    elif verdict == "warned":
        sheets.warnings.append(Problem(row.sheet, 1, column, reason))
    elif column in row.cells:
        sheets.problems.append(row.problem(column, "Kolom ini ada dua kali."))
    else:
        row.cells[column] = text


def from_pyxform(error: PyXFormError, sheets: Sheets | None = None) -> Problem:
    return said_by_pyxform(str(error), "Tidak sesuai kaidah XLSForm", sheets)


def said_by_pyxform(said: str, before: str, sheets: Sheets | None) -> Problem:
    found, sheet, column = SAID_ROW.search(said), SAID_SHEET.search(said), SAID_COLUMN.search(said)
    name = sheet[1] if sheet else "survey" if found else ""
    row = int(found[1]) if found else None
    written = getattr(sheets, name, []) if sheets and name in ("survey", "choices", "settings") else []
    if row and 0 <= row - 2 < len(written):
        row = written[row - 2].number
    return Problem(name, row, column[1] if column else None, f"{before}: {SAID_ROW.sub('', said).strip()}")


def _check_settings(sheets: Sheets):
    rows = [row for row in sheets.settings if row.cells]
    if len(rows) > 1:
        sheets.problems.append(rows[1].problem(None, "Lembar settings hanya boleh berisi satu baris."))
    for column in ("form_title", "form_id"):
        if not rows or not rows[0].get(column):
            sheets.problems.append(Problem("settings", 2, column, f"Isi {column}."))
    if not rows:
        return
    if not re.fullmatch(r"[A-Za-z0-9_\-]{0,60}", rows[0].get("form_id")):
        reason = "Hanya huruf, angka, - dan _, paling banyak 60."
        sheets.problems.append(rows[0].problem("form_id", reason))
    if len(rows[0].get("form_title")) > 150:
        sheets.problems.append(rows[0].problem("form_title", "Paling banyak 150 huruf."))
    sheets.settings = rows[:1]
