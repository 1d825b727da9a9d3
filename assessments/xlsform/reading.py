"""From an XLSForm to a Form: pyxform makes the XForm, its binds give the rules, the sheets give the texts."""

from collections.abc import Set
from pathlib import Path

from lxml import etree

from assessments.xlsform.choices import choice_lists, opens
from assessments.xlsform.domains import domains
from assessments.xlsform.form import Form
from assessments.xlsform.outline import Line, outline
from assessments.xlsform.problems import FormRefused
from assessments.xlsform.question import Page, Question, Repeat, Section
from assessments.xlsform.rows import rewrite, too_many
from assessments.xlsform.rules import Rules
from assessments.xlsform.sheets import OWN, Sheets, load
from assessments.xlsform.spoken import unspeakable
from assessments.xlsform.values import from_instance
from assessments.xlsform.xform import converted

MOST_ROWS = 1_500
"""Of the survey sheet. Two thousand questions would be asked of nobody, and every save would recount them all."""


def read(source: str | bytes | Path, *, kind: str = ".md", needs: Set[str] | None = None) -> Form:
    """A str is the form itself; a Path names its file. `needs`: the slugs of known basic services."""
    if isinstance(source, Path):
        kind, source = source.suffix, source.read_bytes()
    content = source.encode() if isinstance(source, str) else source
    sheets = load(content, kind)
    rewrite(sheets)
    if problem := too_many(sheets, MOST_ROWS):
        raise FormRefused([problem])
    root = outline(sheets)
    lists = choice_lists(sheets, needs)
    opened = {line.path: opens(line, lists, needs, sheets.problems) for line in root.walk()}
    sheets.problems += unspeakable(root, lists)
    _stop_at(sheets)
    xform = converted(sheets)
    rules = Rules(sheets, root, lists, etree.fromstring(xform.encode()))
    builder = _Builder(sheets, rules, opened)
    pages = tuple(builder.item(line, Page) for line in root.children)
    _stop_at(sheets)
    settings = sheets.settings[0]
    form = Form(
        title=settings.get("form_title"),
        form_id=settings.get("form_id"),
        version=settings.get("version"),
        pages=pages,
        source=content.decode() if kind == ".md" else content,
        xform=xform,
        order=rules.order(),
        template=rules.template,
        prototypes=rules.prototypes,
        warnings=tuple(dict.fromkeys(sheets.warnings)),
        domains=domains(sheets, pages, lists),
    )
    _stop_at(sheets)
    return form


def _stop_at(sheets: Sheets):
    if sheets.problems:
        problems = dict.fromkeys(sheets.problems)
        raise FormRefused(sorted(problems, key=lambda found: (found.sheet, found.row or 0)))


class _Builder:
    """Makes the questions and sections of the checked lines."""

    def __init__(self, sheets: Sheets, rules: Rules, opened: dict):
        self.sheets, self.rules, self.opened = sheets, rules, opened

    def item(self, line: Line, section=Section):
        common = {
            "path": line.path,
            "name": line.name,
            "label": line.row.get("label"),
            "row": line.row.number,
            "appearance": line.row.get("appearance"),
            "rules": self.rules.of(line),
        }
        if line.is_block:
            made = Repeat if line.type == "repeat" else section
            return made(**common, items=tuple(self.item(child) for child in line.children))
        return self._question(line, common)

    def _question(self, line: Line, common: dict) -> Question:
        own = {name: line.row.get(column) for column, name in OWN.items()}
        hints = [line.row.get("hint"), line.row.get("guidance_hint")]
        question = Question(
            **common,
            **own,
            hint="\n".join(hint for hint in hints if hint),
            required_message=line.row.get("required_message"),
            constraint_message=line.row.get("constraint_message"),
            type=line.type,
            choices=tuple(self.rules.lists.get(line.list_name, ())),
            list_name=line.list_name,
            opens=self.opened[line.path],
        )
        text = line.row.get("default")
        if not text or "default" in question.rules:
            return question
        try:
            return Question(**{**vars(question), "default": from_instance(question, text)})
        except ValueError as error:
            self.sheets.problems.append(line.row.problem("default", str(error)))
            return question
