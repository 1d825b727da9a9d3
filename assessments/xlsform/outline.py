"""The survey sheet as nested lines, and what of its types, names and texts cannot be used."""

import re
from dataclasses import dataclass, field

from assessments.xlsform.evaluation import REFERENCE
from assessments.xlsform.question import FILES, INPUTS, SELECTS
from assessments.xlsform.sheets import EXPRESSIONS, TEXTS, Row, Sheets

TYPES = INPUTS | FILES | {"note", "calculate"}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
RESERVED = ("meta", "data", "choices-of")
APPEARANCES = {
    "multiline", "minimal", "likert", "horizontal", "horizontal-compact", "compact", "quick", "quickcompact",
    "columns", "columns-pack", "no-buttons", "no-calendar", "field-list", "numbers", "thousands-sep",
    "autocomplete",
}  # fmt: skip
HARMLESS = re.compile(r"w\d+|columns-\d+")


@dataclass
class Line:
    row: Row
    type: str
    list_name: str
    path: str
    children: list["Line"] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.row.get("name")

    def walk(self):
        for child in self.children:
            yield child
            yield from child.walk()


def outline(sheets: Sheets) -> Line:
    """The root, whose children are the pages. Problems are added to the sheets."""
    root = Line(Row("survey", 1, {}), "group", "", "")
    stack = [root]
    for row in sheets.survey:
        if not row.cells:
            continue
        said = " ".join(row.get("type").split()).replace("begin ", "begin_").replace("end ", "end_")
        if said == "end_group":
            if len(stack) == 1:
                sheets.problems.append(row.problem("type", "end group tanpa begin group."))
            else:
                stack.pop()
            continue
        line = _line(row, said, stack[-1])
        stack[-1].children.append(line)
        sheets.problems += _problems(line, top=len(stack) == 1, sheets=sheets)
        if line.type == "group":
            stack.append(line)
    sheets.problems += [line.row.problem("type", "begin group ini tidak ditutup.") for line in stack[1:]]
    sheets.problems += _names(root)
    sheets.problems += _references(root, sheets)
    return root


def _line(row: Row, said: str, parent: Line) -> Line:
    kind, _, list_name = said.partition(" ")
    path = f"{parent.path}/{row.get('name')}".lstrip("/")
    if said == "begin_group":
        return Line(row, "group", "", path)
    return Line(row, kind if kind in SELECTS or not list_name else said, list_name, path)


def _problems(line: Line, *, top: bool, sheets: Sheets):
    row, known = line.row, {"group", *TYPES}
    if line.type not in known:
        yield row.problem("type", _refused_type(line.type))
        return
    if top and line.type != "group":
        yield row.problem("type", "Masukkan pertanyaan ini ke dalam grup; tiap grup teratas satu halaman.")
    if line.type != "calculate" and not row.get("label"):
        yield row.problem("label", "Isi label.")
    if line.type in SELECTS:
        yield from _list_problems(line, sheets)
    for word in row.get("appearance").split():
        if word not in APPEARANCES and not HARMLESS.fullmatch(word):
            yield row.problem("appearance", f"Tampilan “{word}” tidak didukung.")
    if row.get("default") and row.get("calculation"):
        yield row.problem("default", "Nilai awal tidak berlaku pada isian yang dihitung.")
    for column, allowed in MEANT_FOR.items():
        if row.get(column) and line.type not in allowed:
            yield row.problem(column, f"Kolom {column} tidak berlaku untuk jenis {line.type}.")


ANSWERS = INPUTS | {"calculate"}
MEANT_FOR = {
    "calculation": ANSWERS - {"acknowledge"},
    "constraint": ANSWERS,
    "constraint_message": ANSWERS,
    "required": INPUTS,
    "required_message": INPUTS,
    "default": INPUTS,
    "choice_filter": SELECTS,
    "read_only": INPUTS | {"note"},
    "hint": TYPES,
    "bind::balai:need": SELECTS | {"acknowledge", "calculate"},
}


def _refused_type(said: str) -> str:
    if said.startswith(("begin_repeat", "end_repeat")):
        return "Pengulangan (repeat) belum didukung."
    if not said:
        return "Isi type."
    return f"Jenis “{said}” tidak didukung."


def _list_problems(line: Line, sheets: Sheets):
    list_name, *more = line.list_name.split() or [""]
    if more:
        yield line.row.problem("type", f"“{' '.join(more)}” belum didukung; tulis isiannya sendiri.")
    if not any(row.get("list_name") == list_name for row in sheets.choices):
        yield line.row.problem("type", f"Daftar pilihan “{list_name}” tidak ada di lembar choices.")


def _names(root: Line):
    seen: dict[str, Line] = {}
    for line in root.walk():
        if not NAME.fullmatch(line.name):
            reason = "Nama harus diawali huruf, tanpa spasi." if line.name else "Isi name."
            yield line.row.problem("name", reason)
        elif line.name.lower() in RESERVED:
            yield line.row.problem("name", f"Nama “{line.name}” dipakai oleh sistem.")
        elif line.name in seen:
            first = seen[line.name].row.number
            yield line.row.problem("name", f"Nama “{line.name}” sudah dipakai di baris {first}.")
        seen.setdefault(line.name, line)


def _references(root: Line, sheets: Sheets):
    known = {line.name for line in root.walk()}
    for row in [line.row for line in root.walk()] + sheets.choices:
        for column in (*TEXTS, *EXPRESSIONS):
            for name in REFERENCE.findall(row.get(column)):
                if name not in known:
                    yield row.problem(column, f"${{{name}}} tidak ada di formulir ini.")
