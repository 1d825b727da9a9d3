from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from assessments.xlsform.expressions import Expression

FILES = frozenset({"image", "file"})
SELECTS = frozenset({"select_one", "select_multiple"})
INPUTS = SELECTS | {"text", "integer", "decimal", "date", "time", "acknowledge"}
YES = ("ya", "yes", "OK", "true")


@dataclass(frozen=True)
class Choice:
    name: str
    label: str
    needs: tuple[str, ...] = ()
    score: Decimal | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    """The choices sheet's own columns, which a choice_filter compares."""


@dataclass(frozen=True)
class Item:
    """What questions and sections share. Texts are as in the sheet: a State renders their ${name}."""

    path: str
    name: str
    label: str
    row: int
    appearance: str = ""
    rules: Mapping[str, Expression] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Question(Item):
    """`opens`: which basic services an answer (a choice's name, OK) opens as a need."""

    type: str = "text"
    hint: str = ""
    required_message: str = ""
    constraint_message: str = ""
    choices: tuple[Choice, ...] = ()
    list_name: str = ""
    need: str = ""
    domain: str = ""
    score: str = ""
    client: str = ""
    """The field of the client's file that asks the same; see own.py."""
    sensitive: str = ""
    default: object = None
    opens: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    is_question = True
    is_repeat = False

    @property
    def is_calculated(self) -> bool:
        return "calculation" in self.rules

    @property
    def is_kept(self) -> bool:
        return self.is_calculated and self.rules["calculation"].once

    @property
    def is_file(self) -> bool:
        return self.type in FILES

    @property
    def is_input(self) -> bool:
        """Can a person answer it here?"""
        return self.type in INPUTS | FILES and not self.is_calculated and not self.is_heading

    @property
    def is_heading(self) -> bool:
        """The row of a matrix that only says the choices (appearance `label`): its questions say them again."""
        return self.type in SELECTS and "label" in self.appearance.split()

    @property
    def is_shown(self) -> bool:
        return self.type != "calculate"

    @cached_property
    def has_spoken_choices(self) -> bool:
        """Does a choice's label name an answer?"""
        return any("${" in choice.label for choice in self.choices)

    def choice(self, name: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.name == name), None)


@dataclass(frozen=True)
class Section(Item):
    items: tuple[Item, ...] = ()

    is_question = False
    is_repeat = False

    def walk(self):
        """Everything within, in the order of the sheet."""
        for item in self.items:
            yield item
            if not item.is_question:
                yield from item.walk()


@dataclass(frozen=True)
class Page(Section):
    """A top-level group."""


@dataclass(frozen=True)
class Repeat(Section):
    """A group that is answered once for each member, child or job. Instances are added, or counted by a rule."""

    is_repeat = True

    @property
    def is_counted(self) -> bool:
        return "repeat_count" in self.rules
