"""From an XLSForm to a Form: pyxform makes the XForm, its binds give the rules, the sheets give the texts."""

import re
from collections.abc import Set
from datetime import UTC, datetime
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from lxml import etree
from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from assessments.xlsform.choices import choice_lists, opens
from assessments.xlsform.expressions import ExpressionError, parse
from assessments.xlsform.form import Form
from assessments.xlsform.outline import Line, outline
from assessments.xlsform.problems import FormRefused
from assessments.xlsform.question import Page, Question, Section
from assessments.xlsform.sheets import OWN, TEXTS, Sheets, from_pyxform, load
from assessments.xlsform.values import from_instance

BINDS = {
    "relevant": "relevant",
    "required": "required",
    "constraint": "constraint",
    "calculate": "calculation",
    "readonly": "read_only",
}
FILTER = re.compile(r"instance\('[^']+'\)/root/item\[(.*)\]", re.DOTALL)
LONGEST_EXPRESSION = 5_000
ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)


def read(source: str | bytes | Path, *, kind: str = ".md", needs: Set[str] | None = None) -> Form:
    """A str is the form itself; a Path names its file. `needs`: the slugs of known basic services."""
    if isinstance(source, Path):
        kind, source = source.suffix, source.read_bytes()
    content = source.encode() if isinstance(source, str) else source
    sheets = load(content, kind)
    root = outline(sheets)
    lists = choice_lists(sheets, needs)
    opened = {line.path: opens(line, lists, needs, sheets.problems) for line in root.walk()}
    _stop_at(sheets)
    xform = _converted(sheets)
    reader = _Reader(sheets, root, lists, opened, etree.fromstring(xform.encode()))
    pages = tuple(reader.item(line, Page) for line in root.children)
    _stop_at(sheets)
    settings = sheets.settings[0]
    form = Form(
        title=settings.get("form_title"),
        form_id=settings.get("form_id"),
        version=settings.get("version"),
        pages=pages,
        source=content.decode() if kind == ".md" else content,
        xform=xform,
        order=reader.order(),
        template=reader.template,
    )
    _stop_at(sheets)
    return form


def _stop_at(sheets: Sheets):
    if sheets.problems:
        raise FormRefused(sorted(sheets.problems, key=lambda found: (found.sheet, found.row or 0)))


def _converted(sheets: Sheets) -> str:
    try:
        return convert(sheets.for_pyxform(), form_name="data").xform
    except PyXFormError as error:
        raise FormRefused([from_pyxform(error)]) from error


class _Reader:
    def __init__(self, sheets, root: Line, lists, opened, xform):
        self.sheets, self.lists, self.opened = sheets, lists, opened
        self.lines = {line.path: line for line in root.walk()}
        self.after: dict[str, set[str]] = {}
        self.sources = _sources(xform)
        self.template = self._template(root)
        self.nodes = dict(zip(self.lines, self.template.iterdescendants(), strict=False))

    def _template(self, root: Line) -> etree._Element:
        """An empty instance. Filtered choices stand behind it, so that absolute paths find the answers."""
        data = etree.Element("data")
        _grow(data, root)
        for name in {line.list_name for line in self.lines.values() if line.row.get("choice_filter")}:
            held = etree.SubElement(data, "choices-of", list=name)
            for choice in self.lists[name]:
                item = etree.SubElement(held, "item")
                for column, text in {"name": choice.name, "label": choice.label, **choice.columns}.items():
                    etree.SubElement(item, column).text = text
        return data

    def item(self, line: Line, group=Section):
        for column in (*BINDS.values(), "choice_filter"):
            if line.row.get(column) and column not in self.sources.get(line.path, ()):
                self.sheets.problems.append(line.row.problem(column, "Rumus ini tidak sampai ke XForm."))
        tried = {column: self._rule(line, column) for column in self.sources.get(line.path, ())}
        rules = {column: rule for column, rule in tried.items() if rule}
        self.after[line.path] = {line.path.rpartition("/")[0]} - {""}
        for column in ("relevant", "calculation", "default"):
            if column in rules:
                self.after[line.path] |= rules[column].needs
        common = {
            "path": line.path,
            "name": line.name,
            "label": line.row.get("label"),
            "row": line.row.number,
            "appearance": line.row.get("appearance"),
            "rules": rules,
        }
        if line.type == "group":
            return group(**common, items=tuple(self.item(child) for child in line.children))
        return self._question(line, common)

    def _question(self, line: Line, common: dict) -> Question:
        texts = {column: line.row.get(column) for column in TEXTS if column != "label"}
        own = {name: line.row.get(column) for column, name in OWN.items()}
        choices = tuple(self.lists.get(line.list_name, ()))
        question = Question(
            **common,
            **texts,
            **own,
            type=line.type,
            choices=choices,
            list_name=line.list_name,
            opens=self.opened[line.path],
        )
        text = line.row.get("default")
        if not text or "default" in self.sources.get(line.path, ()):
            return question
        try:
            return Question(**{**question.__dict__, "default": from_instance(question, text)})
        except ValueError as error:
            self.sheets.problems.append(line.row.problem("default", str(error)))
            return question

    def _rule(self, line: Line, column: str):
        """The compiled expression, tried once on the empty form: it may not fail on a person's answers."""
        source = self.sources[line.path][column]
        node = self.nodes[line.path]
        try:
            if len(source) > LONGEST_EXPRESSION:
                raise ExpressionError("Rumus terlalu panjang.")
            if column == "choice_filter":
                node = self.template.find(f"choices-of[@list='{line.list_name}']/item")
                columns = {child.tag for child in node}
                rule = parse(source, lambda absolute, steps: self._in_choice(absolute, steps, columns))
            else:
                rule = parse(source, lambda absolute, steps: self._resolved(line, absolute, steps))
            rule.text(node, ANY_TIME)
        except re.error as error:
            reason = f"Pola regex() tidak dapat dibaca: {error}."
        except etree.XPathError as error:
            reason = f"Rumus tidak dapat dihitung: {error}."
        except (ExpressionError, ValueError) as error:
            reason = str(error)
        else:
            return rule
        self.sheets.problems.append(line.row.problem(column, reason))
        return None

    def _in_choice(self, absolute: bool, steps: list[str], columns: set[str]) -> set[str]:
        if absolute:
            return self._resolved(None, absolute, steps)
        if len(steps) != 1 or steps[0] not in columns:
            raise ExpressionError(f"Lembar choices tidak mempunyai kolom “{'/'.join(steps)}”.")
        return set()

    def _resolved(self, line: Line | None, absolute: bool, steps: list[str]) -> set[str]:
        said = "/".join(steps)
        at = [] if absolute else line.path.split("/")
        if absolute and steps[0] != "data":
            raise ExpressionError(f"Jalur “/{said}” tidak ada.")
        for step in steps[1:] if absolute else steps:
            if step == "..":
                at = at[:-1]
            elif step != ".":
                at = [*at, step]
        found = {path for path in self.lines if _matches(path.split("/"), at)}
        if not found:
            raise ExpressionError(f"Jalur “{said}” tidak menunjuk ke pertanyaan mana pun.")
        return found | {child.path for path in found for child in self.lines[path].walk()}

    def order(self) -> tuple[str, ...]:
        try:
            return tuple(TopologicalSorter(self.after).static_order())
        except CycleError as error:
            circle = error.args[1][::-1]
            names = " → ".join(self.lines[path].name for path in circle)
            row = min((self.lines[path].row for path in circle), key=lambda row: row.number)
            self.sheets.problems.append(row.problem(None, f"Rumus melingkar: {names}."))
            return ()


def _matches(path: list[str], wanted: list[str]) -> bool:
    pairs = zip(path, wanted, strict=False)
    return len(path) == len(wanted) and all(step in (name, "*") for name, step in pairs)


def _grow(node: etree._Element, line: Line):
    for child in line.children:
        _grow(etree.SubElement(node, child.name), child)


def _sources(xform: etree._Element) -> dict[str, dict[str, str]]:
    """Per path and column the expressions that pyxform wrote into the XForm."""
    found: dict[str, dict[str, str]] = {}
    for element in xform.iter(etree.Element):
        tag, path = etree.QName(element).localname, _path(element.get("nodeset") or element.get("ref"))
        if tag == "bind":
            found[path] = {BINDS[name]: text for name, text in element.attrib.items() if name in BINDS}
        elif tag == "setvalue":
            found.setdefault(path, {})["default"] = element.get("value")
        elif tag == "itemset" and (test := FILTER.fullmatch(element.get("nodeset"))):
            owner = _path(element.getparent().get("ref"))
            found.setdefault(owner, {})["choice_filter"] = test[1]
    return found


def _path(reference: str | None) -> str:
    return (reference or "").removeprefix("/data/")
