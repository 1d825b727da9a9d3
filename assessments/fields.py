"""A page of an assessment as it is drawn: each question with its input, what was typed and what is wrong."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from assessments.xlsform import QuestionState, SectionState, show
from assessments.xlsform.evaluation import MOST_INSTANCES
from assessments.xlsform.paths import new_id

MOST_RADIOS = 8
LINES = {"text": "text", "integer": "text", "decimal": "text", "date": "date", "time": "time"}
KEYBOARDS = {"integer": "numeric", "decimal": "decimal"}
NATIVE = {"date": re.compile(r"\d{4}-\d\d-\d\d"), "time": re.compile(r"\d\d:\d\d(:\d\d)?")}


class Held(NamedTuple):
    """What was typed and not saved, and why."""

    raw: list[str]
    error: str


class Option(NamedTuple):
    id: str
    value: str
    label: str
    chosen: bool


@dataclass
class Field:
    state: QuestionState
    held: Held | None
    strict: bool
    """Also say what is missing: a page just opened need not."""
    comments: list = field(default_factory=list)
    """What the reviewer said about it."""
    from_file: bool = False
    """The client's file gave this answer, and nobody changed it yet."""

    is_field = True

    @property
    def path(self):
        return self.state.path

    @property
    def id(self):
        return f"q-{self.path}"

    @property
    def kind(self) -> str:
        """Which piece of _field.html draws it."""
        question = self.state.question
        if question.type == "note":
            return "note"
        if question.is_heading:
            return "note"
        if not question.is_input or self.state.read_only:
            return "shown"
        if question.is_file:
            return "file"
        if question.type == "select_one":
            many = len(self.state.choices) > MOST_RADIOS or "minimal" in question.appearance.split()
            return "select" if many else "radio"
        if question.type == "text" and "multiline" in question.appearance.split():
            return "textarea"
        return {"select_multiple": "checkboxes", "acknowledge": "acknowledge"}.get(question.type, "line")

    @property
    def is_input(self):
        return self.kind not in ("note", "shown")

    @property
    def error(self) -> str:
        if self.held:
            return self.held.error
        return (self.state.error or "") if self.strict or not self.state.missing else ""

    @property
    def described_by(self) -> str:
        ids = [f"{self.id}-hint"] * bool(self.state.hint) + [f"{self.id}-error"] * bool(self.error)
        return " ".join(ids)

    @property
    def text(self) -> str:
        """What stands in an input: what was typed if it was not understood."""
        if self.held:
            return "".join(self.held.raw[:1])
        value = self.state.value
        if self.state.question.type == "decimal":
            return show(self.state.question, value)
        return "" if value is None else str(value)

    @property
    def input_type(self) -> str:
        """A browser's date picker would show nothing of a date that it does not understand."""
        said = LINES[self.state.question.type]
        return "text" if said in NATIVE and self.text and not NATIVE[said].fullmatch(self.text) else said

    @property
    def camera(self) -> str:
        """Which camera a phone opens for a photo; a document is chosen instead."""
        if self.state.question.type != "image":
            return ""
        return "user" if "new-front" in self.state.question.appearance.split() else "environment"

    @property
    def accept(self) -> str:
        return "image/*" if self.camera else ".jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.odt"

    @property
    def keyboard(self) -> str:
        return KEYBOARDS.get(self.state.question.type, "")

    @property
    def is_short(self) -> bool:
        return self.state.question.type != "text"

    @property
    def likert(self) -> bool:
        return "likert" in self.state.question.appearance.split()

    @property
    def options(self) -> list[Option]:
        value = self.held.raw if self.held else self.state.value
        chosen = value if isinstance(value, list) else [value or ""]
        offered = [(choice.name, choice.label) for choice in self.state.choices]
        if self.kind in ("radio", "select"):
            offered.append(("", "Belum dijawab"))  # takes an answer back
        # The group's own id is its first input's: a link from the error summary leads there.
        ids = (self.id if number == 0 else f"{self.id}:{number}" for number in range(len(offered)))
        return [Option(id, name, label, name in chosen) for id, (name, label) in zip(ids, offered, strict=True)]

    @property
    def shape(self):
        state = self.state
        shown = state.shown if self.kind == "shown" else state.value if self.kind == "file" else ""
        names = [(choice.name, choice.label) for choice in state.choices]
        return [self.path, self.kind, state.label, state.hint, state.required, shown, names, self.error]


@dataclass
class Group:
    section: SectionState
    items: list

    is_field = False

    @property
    def id(self):
        return f"s-{self.section.path}"

    @cached_property
    def adds(self) -> str:
        """What its button “Tambah” says: the id of the new instance is made here, so that pressing twice adds one."""
        can = self.section.is_repeat and self.section.is_open
        return f"{self.section.path}[{new_id()}]" if can and len(self.items) < MOST_INSTANCES else ""

    @property
    def is_full(self):
        return self.section.is_repeat and self.section.is_open and not self.adds

    @property
    def removes(self) -> str:
        return self.section.path if self.section.is_instance and self.section.is_open else ""

    @property
    def fields(self):
        both = ([item] if item.is_field else item.fields for item in self.items)
        return [field for group in both for field in group]

    @property
    def shape(self):
        section = self.section
        return [section.path, section.label, section.error, [item.shape for item in self.items]]


class PageForm:
    """`held` answers stand as typed; for these, `was` stays what the page has shown since before."""

    def __init__(
        self, section: SectionState, *, held: Mapping = (), was: Mapping = (), strict=False, comments=None, from_file=()
    ):
        self.section, self._comments, self._from_file = section, comments or {}, from_file
        self._held, self._was, self._strict = dict(held), dict(was), strict
        self.group = self._grouped(section)
        self.items = self.group.items

    def _grouped(self, section: SectionState) -> Group:
        items = [self._field(item) if item.is_question else self._grouped(item) for item in section.items]
        return Group(section, items)

    def _field(self, item) -> Field:
        comments, known = self._comments.get(item.path, []), item.path in self._from_file
        return Field(item, self._held.get(item.path), self._strict, comments, known)

    @cached_property
    def errors(self) -> list[Field]:
        return [field for field in self.group.fields if field.error]

    @cached_property
    def has_files(self) -> bool:
        """The browser then sends the page in parts."""
        return any(field.kind == "file" for field in self.group.fields)

    @cached_property
    def was(self) -> str:
        """What each input shows as answered. It comes back with the page and tells what a person changed."""
        values = {field.path: field.state.value for field in self.group.fields if field.is_input}
        return json.dumps(values | {path: self._was[path] for path in self._held if path in self._was})

    @cached_property
    def shape(self) -> str:
        """Changes when other questions, choices, texts or errors are to be shown; not when an answer changes."""
        return sha256(json.dumps(self.group.shape).encode()).hexdigest()[:16]
