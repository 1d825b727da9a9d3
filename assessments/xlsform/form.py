from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from lxml import etree

from assessments.xlsform.evaluation import State, evaluate
from assessments.xlsform.question import Item, Page, Question


@dataclass(frozen=True)
class Form:
    """A checked instrument. Keep it: its expressions are compiled once."""

    title: str
    form_id: str
    version: str
    pages: tuple[Page, ...]
    source: str | bytes | Path = field(repr=False)
    xform: str = field(repr=False)
    order: tuple[str, ...] = field(repr=False)
    """Paths of groups and questions such that each stands after all that its value or relevance needs."""
    template: etree._Element = field(repr=False)

    @cached_property
    def items(self) -> dict[str, Item]:
        """Pages, sections and questions by path, in the order of the sheet."""
        both = ([page, *page.walk()] for page in self.pages)
        return {item.path: item for group in both for item in group}

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(item for item in self.items.values() if item.is_question)

    @cached_property
    def path_of(self) -> dict[str, str]:
        return {item.name: path for path, item in self.items.items()}

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def question(self, path: str) -> Question:
        item = self.items[path]
        if not item.is_question:
            raise KeyError(path)
        return item

    def evaluate(self, answers: Mapping, *, now: datetime, fresh: bool = False) -> State:
        """`fresh`: nothing was saved yet, so defaults stand in for missing answers."""
        return evaluate(self, answers, now=now, fresh=fresh)

    def initial(self, *, now: datetime) -> dict:
        """The defaults, to store as the first answers of a draft, which is not fresh from then on."""
        state = self.evaluate({}, now=now, fresh=True)
        return {
            question.path: state[question.path].value
            for question in self
            if question.is_input and state[question.path].value is not None
        }
