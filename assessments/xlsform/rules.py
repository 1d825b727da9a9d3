"""The formulas of a form, compiled and tried once; and which of them has to be worked out before which."""

from graphlib import CycleError, TopologicalSorter

from lxml import etree

from assessments.xlsform.dates import ANY_TIME
from assessments.xlsform.expressions import Expression, ExpressionError, parse
from assessments.xlsform.outline import Line
from assessments.xlsform.scope import Scope
from assessments.xlsform.sheets import Sheets
from assessments.xlsform.xform import sources

LONGEST_EXPRESSION = 5_000
ORDERING = ("relevant", "calculation", "default", "repeat_count")
"""What has to be known before an item can be settled; the other rules are asked at the end."""


class Rules:
    def __init__(self, sheets: Sheets, root: Line, lists: dict, xform: etree._Element):
        self.sheets, self.lists = sheets, lists
        self.lines = {line.path: line for line in root.walk()}
        self.repeats = {path for path, line in self.lines.items() if line.type == "repeat"}
        self.labels = {
            path: {choice.name: choice.label for choice in lists.get(line.list_name, ())}
            for path, line in self.lines.items()
            if line.list_name
        }
        self.sources = sources(xform)
        self.after: dict[str, set[str]] = {}
        self.sample = self._instance(root, with_repeats=True)
        self.nodes = {"": self.sample, **dict(zip(self.lines, self.sample.iterdescendants(), strict=False))}
        self.template = self._instance(root, with_repeats=False)
        self.prototypes = {path: _grown(self.lines[path], with_repeats=False) for path in self.repeats}

    def _instance(self, root: Line, *, with_repeats: bool) -> etree._Element:
        """An empty instance. Filtered choices stand behind it, so that absolute paths find the answers."""
        data = etree.Element("data")
        for line in root.children:
            data.append(_grown(line, with_repeats=with_repeats))
        for name in {line.list_name for line in self.lines.values() if line.row.get("choice_filter")}:
            held = etree.SubElement(data, "choices-of", list=name)
            for choice in self.lists[name]:
                item = etree.SubElement(held, "item")
                for column, text in {"name": choice.name, "label": choice.label, **choice.columns}.items():
                    etree.SubElement(item, column).text = text
        return data

    def of(self, line: Line) -> dict[str, Expression]:
        written = self.sources.get(line.path, {})
        for column in RULED:
            if line.row.get(column) and column not in written:
                self.sheets.problems.append(line.row.problem(column, "Rumus ini tidak sampai ke XForm."))
        tried = {column: self._rule(line, column) for column in written}
        rules = {column: rule for column, rule in tried.items() if rule}
        self.after[line.path] = {line.path.rpartition("/")[0]} - {""}
        for column in ORDERING:
            if column in rules:
                self.after[line.path] |= rules[column].needs
        return rules

    def _rule(self, line: Line, column: str) -> Expression | None:
        """The compiled expression, tried once on the empty form: it may not fail on a person's answers."""
        source, node = self.sources[line.path][column], self.nodes[line.path]
        here, lifted, columns, current = line.path, False, None, node
        if line.type == "repeat":  # asked of what is around it, before there is any instance
            here, lifted, node = line.path.rpartition("/")[0], True, node.getparent()
        try:
            if len(source) > LONGEST_EXPRESSION:
                raise ExpressionError("Rumus terlalu panjang.")
            if column == "choice_filter":
                node = self.sample.find(f"choices-of[@list='{line.list_name}']/item")
                columns = self._columns(line.list_name)
            scope = Scope(self.lines, self.repeats, here, columns=columns, lifted=lifted, labels=self.labels)
            rule = parse(source, scope)
            rule.text(node, ANY_TIME, current)
        except etree.XPathError as error:
            reason = f"Rumus tidak dapat dihitung: {error}."
        except (ExpressionError, ValueError) as error:
            reason = str(error)
        else:
            return rule
        self.sheets.problems.append(line.row.problem(column, reason))
        return None

    def _columns(self, list_name: str) -> set[str]:
        return {column for choice in self.lists[list_name] for column in choice.columns} | {"name", "label"}

    def order(self) -> tuple[str, ...]:
        try:
            return tuple(TopologicalSorter(self.after).static_order())
        except CycleError as error:
            circle = error.args[1][::-1]
            names = " → ".join(self.lines[path].name for path in circle)
            row = min((self.lines[path].row for path in circle), key=lambda row: row.number)
            self.sheets.problems.append(row.problem(None, f"Rumus melingkar: {names}."))
            return ()


RULED = ("relevant", "required", "constraint", "calculation", "read_only", "choice_filter", "repeat_count")


def _grown(line: Line, *, with_repeats: bool) -> etree._Element:
    element = etree.Element(line.name)
    for child in line.children:
        if with_repeats or child.type != "repeat":
            element.append(_grown(child, with_repeats=with_repeats))
    return element
