from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from lxml import etree

from assessments.scoring import Domain
from assessments.xlsform.evaluation import MOST_IN_ALL, MOST_INSTANCES, TOO_MANY, State, evaluate
from assessments.xlsform.paths import instance_of, plain
from assessments.xlsform.problems import Problem
from assessments.xlsform.question import Item, Page, Question, Repeat


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
    """An empty instance, without what repeats."""
    prototypes: Mapping[str, etree._Element] = field(repr=False)
    """One empty instance of each repeat, without the repeats in it."""
    warnings: tuple[Problem, ...] = field(default=(), repr=False)
    """What was read but has no effect here, or less than elsewhere: to be shown to whoever uploads the form."""
    domains: tuple[Domain, ...] = ()
    """What is scored: see scoring.py."""

    @cached_property
    def items(self) -> dict[str, Item]:
        """Pages, sections and questions by path, in the order of the sheet."""
        both = ([page, *page.walk()] for page in self.pages)
        return {item.path: item for group in both for item in group}

    @cached_property
    def repeats(self) -> dict[str, Repeat]:
        return {path: item for path, item in self.items.items() if item.is_repeat}

    @cached_property
    def asked(self) -> frozenset[str]:
        return frozenset(question.path for question in self.questions)

    def knows(self, path: str) -> bool:
        """Can an answer stand there: at a question, in instances of just the repeats around it; or for an instance?"""
        if path in self.asked and not self.repeat_of[path]:
            return True
        at = ""
        for step in path.split("/"):
            at = f"{at}/{plain(step)}".lstrip("/")
            if (step != plain(step)) != (at in self.repeats):
                return False
        return path[-1:] == "]" or at in self.asked

    @cached_property
    def repeat_of(self) -> dict[str, str]:
        """The innermost repeat in which an item stands; a repeat stands in the next one out."""
        return {path: self._repeat_around(path.rpartition("/")[0]) for path in self.items}

    def _repeat_around(self, path: str) -> str:
        while path and path not in self.repeats:
            path = path.rpartition("/")[0]
        return path

    @cached_property
    def blocks(self) -> dict[str, tuple[Item, ...]]:
        """What stands in each repeat (under "" what does not repeat), without the repeats in it."""
        found: dict[str, list[Item]] = {"": [], **{path: [] for path in self.repeats}}
        for path, item in self.items.items():
            if not item.is_repeat:
                found[self.repeat_of[path]].append(item)
        return {path: tuple(items) for path, items in found.items()}

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(item for item in self.items.values() if item.is_question)

    @cached_property
    def path_of(self) -> dict[str, str]:
        return {item.name: path for path, item in self.items.items()}

    def __iter__(self) -> Iterator[Question]:
        return iter(self.questions)

    def question(self, path: str) -> Question:
        """Also of a path with instances."""
        item = self.items[plain(path)]
        if not item.is_question:
            raise KeyError(path)
        return item

    def evaluate(self, answers: Mapping, *, now: datetime, fresh: bool = False) -> State:
        """`fresh`: nothing was saved yet, so defaults stand in for missing answers."""
        return evaluate(self, answers, now=now, fresh=fresh)

    def initial(self, *, now: datetime) -> dict:
        """The defaults, to store as the first answers of a draft, which is not fresh from then on."""
        state = self.evaluate({}, now=now, fresh=True)
        given = {path: asked.value for path, asked in state.questions.items() if asked.question.is_input}
        return state.new | {path: value for path, value in given.items() if value is not None}

    def added(self, answers: Mapping, place: str, *, now: datetime) -> dict:
        """What is stored for a new instance at `place`: its order and defaults. ValueError says why it cannot be."""
        container, opened = place.rpartition("[")[0], self.repeats.get(plain(place))
        state = self.evaluate(answers, now=now)
        if opened is None or opened.is_counted or not self._is_there(state, container):
            raise ValueError("Bagian ini tidak dapat ditambah.")
        orders = [order for path, order in answers.items() if path[-1:] == "]" and path.rpartition("[")[0] == container]
        if len(orders) >= MOST_INSTANCES or len(state.instances) >= MOST_IN_ALL:
            raise ValueError(f"Tidak dapat ditambah lagi. {TOO_MANY}")
        made = {place: max(orders, default=0) + 1}
        kept = evaluate(self, {**answers, **made}, now=now, fresh=False, new=place).kept()
        return made | {path: value for path, value in kept.items() if path.startswith(f"{place}/")}

    @staticmethod
    def _is_there(state: State, container: str) -> bool:
        """Is the repeat shown: does it apply, and is the instance around it there?"""
        around = instance_of(container)
        return (not around or around in state.instances) and state.applies(container)
