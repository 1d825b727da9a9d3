from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

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
    default: object = None
    opens: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    is_question = True

    @property
    def is_calculated(self) -> bool:
        return "calculation" in self.rules

    @property
    def is_kept(self) -> bool:
        return self.is_calculated and self.rules["calculation"].once

    @property
    def is_input(self) -> bool:
        """Can a person answer it here?"""
        return self.type in INPUTS and not self.is_calculated

    @property
    def is_shown(self) -> bool:
        return self.type != "calculate"

    def choice(self, name: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.name == name), None)


@dataclass(frozen=True)
class Section(Item):
    items: tuple[Item, ...] = ()

    is_question = False

    def walk(self):
        """Everything within, in the order of the sheet."""
        for item in self.items:
            yield item
            if not item.is_question:
                yield from item.walk()


@dataclass(frozen=True)
class Page(Section):
    """A top-level group."""
