"""The state of every question, section and instance of a form, given its answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from assessments.xlsform.question import Choice, Question, Section
from assessments.xlsform.values import file_id, show


class Progress(StrEnum):
    NOT_STARTED = "belum"
    PARTIAL = "sebagian"
    DONE = "selesai"


class Need(NamedTuple):
    slug: str
    path: str


@dataclass(frozen=True)
class QuestionState:
    question: Question
    path: str
    """With the instance in which it stands; see paths.py."""
    relevant: bool
    required: bool
    read_only: bool
    value: object
    """The answer, default or calculated value; also of an irrelevant question, whose answer is kept."""
    choices: tuple[Choice, ...]
    label: str
    hint: str
    error: str | None
    missing: bool
    """The error is only that nothing was answered: a page just opened need not show it."""

    is_question = True

    @property
    def name(self) -> str:
        return self.question.name

    @property
    def page(self) -> str:
        """The name of the page on which it stands."""
        return self.path.partition("/")[0]

    @property
    def shown(self) -> str:
        return show(self.question, self.value)

    @property
    def file_id(self) -> int | None:
        """Which file was given as the answer."""
        return file_id(self.value) if self.question.is_file else None


@dataclass(frozen=True)
class SectionState:
    """A page, a section, a repeat, or one instance of it: then `repeat` is set and `number` counts from 1."""

    section: Section
    path: str
    label: str
    relevant: bool
    items: tuple["QuestionState | SectionState", ...]
    """What is to be shown, in order: relevant, and no calculation. Of a repeat its instances."""
    number: int | None = None
    error: str | None = None

    is_question = False

    @property
    def name(self) -> str:
        return self.section.name

    @property
    def page(self) -> str:
        return self.path.partition("/")[0]

    @property
    def is_repeat(self) -> bool:
        """The repeat as a whole; its items are the instances."""
        return self.section.is_repeat and self.number is None

    @property
    def is_instance(self) -> bool:
        return self.number is not None

    @property
    def is_open(self) -> bool:
        """Instances are added and removed by hand."""
        return self.section.is_repeat and not self.section.is_counted

    @property
    def questions(self) -> list[QuestionState]:
        both = ([item] if item.is_question else item.questions for item in self.items)
        return [question for group in both for question in group]

    @property
    def inputs(self) -> list[QuestionState]:
        return [state for state in self.questions if state.question.is_input and not state.read_only]

    @property
    def answered(self) -> int:
        return sum(state.value is not None for state in self.inputs)

    @property
    def errors(self) -> list[str]:
        inner = [item.errors for item in self.items if not item.is_question]
        own = [item.error for item in self.items if item.is_question and item.error]
        return [*([self.error] if self.error else []), *own, *(error for errors in inner for error in errors)]

    @property
    def has_open(self) -> bool:
        return self.is_repeat and self.is_open or any(item.has_open for item in self.items if not item.is_question)

    @property
    def progress(self) -> Progress:
        """Done: everything required and every select_one is answered without error; others may be empty."""
        if (self.inputs or self.has_open) and not self.answered:
            return Progress.NOT_STARTED
        expected = (state for state in self.inputs if state.required or state.question.type == "select_one")
        open_ = self.errors or any(state.value is None for state in expected)
        return Progress.PARTIAL if open_ else Progress.DONE


@dataclass(frozen=True)
class State:
    questions: Mapping[str, QuestionState]
    pages: tuple[SectionState, ...]
    instances: Mapping[str, int] = field(default_factory=dict)
    """The instances that are there and apply -> their place in the order; these belong to the answers."""
    new: Mapping[str, int] = field(default_factory=dict)
    """Of these the ones that a repeat_count has just made."""
    refused: tuple[SectionState, ...] = ()
    """Repeats that are to have more instances than there can be."""

    def __getitem__(self, path: str) -> QuestionState:
        return self.questions[path]

    def page(self, path: str) -> SectionState:
        return next(page for page in self.pages if page.path == path)

    def inputs_of(self, page: str) -> list[QuestionState]:
        """What can be answered on this page, also where it does not apply now."""
        asked = (state for state in self.questions.values() if state.page == page)
        return [state for state in asked if state.question.is_input and not state.read_only]

    def applies(self, path: str) -> bool:
        """Is this page, section, repeat or instance shown?"""
        waiting = list(self.pages)
        while waiting:
            found = waiting.pop()
            if found.path == path:
                return found.relevant
            waiting += [item for item in found.items if not item.is_question]
        return False

    @property
    def _relevant(self) -> list[QuestionState]:
        return [state for state in self.questions.values() if state.relevant]

    @property
    def problems(self) -> list[tuple[QuestionState | SectionState, str]]:
        """What stands in the way of completing, each with its path, name and page."""
        return [(state, state.error) for state in (*self.refused, *self._relevant) if state.error]

    def answers(self) -> dict:
        """What is stored on completion: relevant answers only, calculated ones included."""
        given = {state.path: state.value for state in self._relevant if state.value is not None}
        return {**self.instances, **given}

    def kept(self) -> dict:
        """What once() has fixed, and the instances that were counted anew with their defaults.

        Store it with the draft, or the next evaluation fixes it anew.
        """
        fixed = {state.path: state.value for state in self._relevant if state.question.is_kept}
        given = {path: state.value for path, state in self.questions.items() if self._is_new(state)}
        return {**self.new, **{path: value for path, value in (fixed | given).items() if value is not None}}

    def _is_new(self, state: QuestionState) -> bool:
        return bool(self.new) and state.question.is_input and any(state.path.startswith(f"{at}/") for at in self.new)

    def needs(self) -> list[Need]:
        found = {}
        for state in self._relevant:
            if not state.question.opens:
                continue
            names = state.value if isinstance(state.value, list) else [state.value]
            opened = [slug for name in names for slug in state.question.opens.get(name, ())]
            found |= dict.fromkeys(Need(slug, state.path) for slug in opened)
        return list(found)
