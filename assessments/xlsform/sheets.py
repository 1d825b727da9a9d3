"""The sheets of an XLSForm as rows with known columns, and what in them this system does not support."""

import re
from dataclasses import dataclass, field

from pyxform.errors import PyXFormError
from pyxform.xls2json_backends import get_xlsform

from assessments.xlsform.problems import FormRefused, Problem
from assessments.xlsform.values import clean_text

ALIASES = {
    "relevance": "relevant",
    "calculate": "calculation",
    "readonly": "read_only",
    "list name": "list_name",
}
EXPRESSIONS = ("relevant", "required", "constraint", "calculation", "read_only", "default", "choice_filter")
TEXTS = ("label", "hint", "required_message", "constraint_message")
OWN = {"bind::balai:need": "need", "bind::balai:domain": "domain", "bind::balai:score": "score"}
SURVEY = {"type", "name", "appearance", *TEXTS, *EXPRESSIONS, *OWN}
CHOICE_OWN = {"balai:need", "balai:score"}
KINDS = (".md", ".xlsx")
SETTINGS = {"form_title", "form_id", "version", "style", "default_language", "namespaces"}
MEDIA = {"image", "audio", "video", "big-image"}
OTHER_SHEETS = {
    "external_choices": "Daftar pilihan di lembar external_choices belum didukung.",
    "entities": "Entitas belum didukung.",
    "osm": "Lembar osm tidak didukung.",
}
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

    def for_pyxform(self) -> dict:
        """Our own columns stay out: pyxform would take the choices' for nested headers."""
        book = {"sheet_names": ["survey", "choices", "settings"]}
        for name in book["sheet_names"]:
            rows = [
                {column: text for column, text in row.cells.items() if column not in OWN.keys() | CHOICE_OWN}
                for row in getattr(self, name)
            ]
            headers = dict.fromkeys(column for row in rows for column in row)
            book |= {name: rows, f"{name}_header": [headers] if headers else []}
        return book


def load(content: bytes, kind: str) -> Sheets:
    if kind not in KINDS:
        raise FormRefused([Problem("", None, None, f"Berkas {kind} tidak didukung; pakai .xlsx.")])
    try:
        book = get_xlsform(content, file_type=kind)
    except PyXFormError as error:
        raise FormRefused([from_pyxform(error)]) from error
    except UnicodeDecodeError as error:
        raise FormRefused([Problem("", None, None, "Berkas ini bukan teks UTF-8.")]) from error
    except IndexError as error:  # pyxform's Markdown reader, when a row is longer than its header
        reason = "Ada baris yang lebih panjang dari kepala tabel."
        raise FormRefused([Problem("", None, None, reason)]) from error
    sheets = Sheets()
    for name, reason in OTHER_SHEETS.items():
        if getattr(book, name):
            sheets.problems.append(Problem(name, None, None, reason))
    for name in ("survey", "choices", "settings"):
        for number, cells in enumerate(getattr(book, name) or [], 2):
            getattr(sheets, name).append(_row(sheets, name, number, cells))
    _check_settings(sheets)
    return sheets


def from_pyxform(error: PyXFormError) -> Problem:
    said = str(error)
    row, sheet, column = SAID_ROW.search(said), SAID_SHEET.search(said), SAID_COLUMN.search(said)
    return Problem(
        sheet[1] if sheet else "survey" if row else "",
        int(row[1]) if row else None,
        column[1] if column else None,
        f"Tidak sesuai kaidah XLSForm: {SAID_ROW.sub('', said).strip()}",
    )


def _row(sheets: Sheets, sheet: str, number: int, cells: dict) -> Row:
    row = Row(sheet, number, {})
    for header, cell in cells.items():
        column, text = str(header or "").strip(), clean_text(str(cell))
        low = ALIASES.get(column.lower(), column.lower())
        column = low if low in SURVEY | SETTINGS | CHOICE_OWN | {"list_name"} else column
        reason = _column_problem(sheet, column) if text else None
        if reason:
            sheets.problems.append(row.problem(column or None, reason))
        elif text and column in row.cells:
            sheets.problems.append(row.problem(column, "Kolom ini ada dua kali."))
        elif text:
            row.cells[column] = text
    return row


def _column_problem(sheet: str, column: str) -> str | None:
    if not column:
        return "Ada isi di kolom tanpa judul."
    if sheet == "choices":
        if column in {"list_name", "name", "label"} | CHOICE_OWN:
            return None
        own = re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.\-]*", column) and column.lower() not in MEDIA
        return None if own else f"Kolom “{column}” pada lembar choices belum didukung."
    known = SURVEY if sheet == "survey" else SETTINGS
    if column in known:
        return None
    if "::" in column and column.split("::")[0].lower() in TEXTS:
        return "Terjemahan belum didukung; pakai satu bahasa saja."
    return f"Kolom “{column}” tidak didukung."


def _check_settings(sheets: Sheets):
    rows = [row for row in sheets.settings if row.cells]
    if len(rows) > 1:
        sheets.problems.append(rows[1].problem(None, "Lembar settings hanya boleh berisi satu baris."))
    for column in ("form_title", "form_id"):
        if not rows or not rows[0].get(column):
            sheets.problems.append(Problem("settings", 2, column, f"Isi {column}."))
