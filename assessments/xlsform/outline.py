"""The survey sheet as nested lines, and what of its types, names and texts cannot be used."""

import re
from dataclasses import dataclass, field

from assessments.xlsform.evaluation import REFERENCE
from assessments.xlsform.own import own_problems
from assessments.xlsform.question import FILES, INPUTS, SELECTS
from assessments.xlsform.sheets import EXPRESSIONS, TEXTS, Row, Sheets

TYPES = INPUTS | FILES | {"note", "calculate"}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.\-]*")
RESERVED = ("meta", "data", "choices-of")
UNLABELLED = ("calculate", "group")
EMPTY = "Grup ini tidak berisi pertanyaan."
APPEARANCES = {
    "multiline", "minimal", "likert", "horizontal", "horizontal-compact", "compact", "quick", "quickcompact",
    "columns", "columns-pack", "no-buttons", "no-calendar", "field-list", "numbers", "thousands-sep",
    "autocomplete", "label", "list-nolabel", "list", "table-list", "inline", "summary", "pages", "new", "new-front",
    "new-rear", "spinners", "counter", "in-column", "h1", "h2", "h3", "h4", "h5", "h6",
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

    @property
    def is_block(self) -> bool:
        return self.type in ("group", "repeat")

    def walk(self):
        for child in self.children:
            yield child
            yield from child.walk()


def outline(sheets: Sheets) -> Line:
    """The root, whose children are the pages. Problems are added to the sheets."""
    root = Line(Row("survey", 1, {}), "group", "", "")
    stack = [root]
    for row in sheets.survey:
        said = row.get("type")
        if said in ("end_group", "end_repeat"):
            _close(stack, row, said.removeprefix("end_"), sheets)
            continue
        line = _line(row, said, stack[-1])
        stack[-1].children.append(line)
        sheets.problems += _problems(line, sheets)
        if line.is_block:
            stack.append(line)
    crooked = any(problem.reason.startswith("end ") for problem in sheets.problems)
    if not crooked:  # else the blocks are not where they seem to be
        sheets.problems += [line.row.problem("type", f"begin {line.type} ini tidak ditutup.") for line in stack[1:]]
        empty = (line for line in root.walk() if line.is_block and not line.children)
        sheets.problems += [line.row.problem("name", EMPTY) for line in empty]
    sheets.problems += _names(root)
    sheets.problems += _references(root, sheets)
    return root


def _close(stack: list[Line], row: Row, kind: str, sheets: Sheets):
    if len(stack) == 1:
        sheets.problems.append(row.problem("type", f"end {kind} tanpa begin {kind}."))
        return
    opened = stack.pop()
    if opened.type != kind:
        reason = f"end {kind} menutup begin {opened.type} di baris {opened.row.number}."
        sheets.problems.append(row.problem("type", reason))


def _line(row: Row, said: str, parent: Line) -> Line:
    kind, _, list_name = said.partition(" ")
    path = f"{parent.path}/{row.get('name')}".lstrip("/")
    if said in ("begin_group", "begin_repeat"):
        kind = said.removeprefix("begin_")
        if kind == "repeat" or not parent.path:
            # A heading that is needed: of a page, and for the button that adds one more.
            row.cells.setdefault("label", row.get("name").replace("_", " ").capitalize())
        return Line(row, kind, "", path)
    return Line(row, kind if kind in SELECTS or not list_name else said, list_name, path)


def _problems(line: Line, sheets: Sheets):
    row, known = line.row, {"group", "repeat", *TYPES}
    if line.type not in known:
        yield row.problem("type", _refused_type(line.type))
        return
    if line.type not in UNLABELLED and not row.get("label"):
        yield row.problem("label", "Isi label.")
    if line.type in SELECTS:
        yield from _list_problems(line, sheets)
    for word in row.get("appearance").split():
        if word not in APPEARANCES and not HARMLESS.fullmatch(word):
            yield row.problem("appearance", f"Tampilan “{word}” tidak didukung.")
    if row.get("default") and row.get("calculation"):
        yield row.problem("default", "Nilai awal tidak berlaku pada isian yang dihitung.")
    yield from own_problems(line)
    for column, allowed in MEANT_FOR.items():
        if row.get(column) and line.type not in allowed:
            yield row.problem(column, f"Kolom {column} tidak berlaku untuk jenis {line.type}.")


ANSWERS = INPUTS | {"calculate"}
MEANT_FOR = {
    "calculation": ANSWERS - {"acknowledge"},
    "constraint": ANSWERS,
    "constraint_message": ANSWERS,
    "required": INPUTS | FILES,
    "required_message": INPUTS | FILES,
    "default": INPUTS,
    "choice_filter": SELECTS,
    "read_only": INPUTS | FILES | {"note"},
    "repeat_count": {"repeat"},
    "hint": TYPES,
    "guidance_hint": TYPES,
    "bind::balai:client": INPUTS,
    "bind::balai:sensitive": TYPES,
    "bind::balai:need": SELECTS | {"acknowledge", "calculate"},
}


def _refused_type(said: str) -> str:
    if not said:
        return "Isi type."
    return f"Jenis “{said}” tidak didukung."


def _list_problems(line: Line, sheets: Sheets):
    list_name, *more = line.list_name.split() or [""]
    if more:
        yield line.row.problem("type", f"Sesudah nama daftar tidak boleh ada “{' '.join(more)}”.")
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
