"""Answers in, the state of every question out: relevant, required, value, choices, label, error."""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from assessments.xlsform.expressions import Expression
from assessments.xlsform.question import Choice, Item, Question
from assessments.xlsform.values import from_instance, show, to_instance

REFERENCE = re.compile(r"\$\{\s*([^}\s]+)\s*\}")


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
    def path(self) -> str:
        return self.question.path

    @property
    def shown(self) -> str:
        return show(self.question, self.value)


@dataclass(frozen=True)
class SectionState:
    path: str
    name: str
    label: str
    relevant: bool
    items: tuple["QuestionState | SectionState", ...]
    """What is to be shown, in order: relevant, and no calculation."""

    is_question = False

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
    def progress(self) -> Progress:
        """Done: everything required and every select_one is answered without error; others may be empty."""
        if self.inputs and not self.answered:
            return Progress.NOT_STARTED
        expected = (state for state in self.inputs if state.required or state.question.type == "select_one")
        open_ = any(state.error for state in self.questions) or any(state.value is None for state in expected)
        return Progress.PARTIAL if open_ else Progress.DONE


@dataclass(frozen=True)
class State:
    questions: Mapping[str, QuestionState]
    pages: tuple[SectionState, ...]

    def __getitem__(self, path: str) -> QuestionState:
        return self.questions[path]

    def page(self, path: str) -> SectionState:
        return next(page for page in self.pages if page.path == path)

    @property
    def _relevant(self) -> list[QuestionState]:
        return [state for state in self.questions.values() if state.relevant]

    @property
    def problems(self) -> list[tuple[Question, str]]:
        """What stands in the way of completing."""
        return [(state.question, state.error) for state in self._relevant if state.error]

    def answers(self) -> dict:
        """What is stored on completion: relevant answers only, calculated ones included."""
        return {state.path: state.value for state in self._relevant if state.value is not None}

    def kept(self) -> dict:
        """What once() has fixed; store it with the draft, or the next evaluation fixes it anew."""
        fixed = (state for state in self._relevant if state.question.is_kept)
        return {state.path: state.value for state in fixed if state.value is not None}

    def needs(self) -> list[Need]:
        found = {}
        for state in self._relevant:
            names = state.value if isinstance(state.value, list) else [state.value]
            opened = [slug for name in names for slug in state.question.opens.get(name, ())]
            found |= dict.fromkeys(Need(slug, state.path) for slug in opened)
        return list(found)


def evaluate(form, answers: Mapping, *, now: datetime, fresh: bool) -> State:
    unknown = answers.keys() - {question.path for question in form.questions}
    if unknown:
        raise KeyError(f"The form {form.form_id} has no question {sorted(unknown)}")
    run = _Run(form, answers, now, fresh)
    for path in form.order:
        run.settle(form.items[path])
    questions = {question.path: run.state(question) for question in form.questions}
    pages = tuple(run.section(page, questions) for page in form.pages)
    return State(questions, pages)


@dataclass
class _Run:
    form: object
    answers: Mapping
    now: datetime
    fresh: bool
    relevant: dict[str, bool] = field(default_factory=lambda: {"": True})
    values: dict[str, object] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        root = deepcopy(self.form.template)
        # Not strict: behind the questions the template holds the choices that a choice_filter compares.
        self.nodes = dict(zip(self.form.items, root.iterdescendants(), strict=False))
        self.lists = {held.get("list"): list(held) for held in root if held.tag == "choices-of"}

    def settle(self, item: Item):
        """Everything that this item refers to is settled already: see Form.order."""
        path, node = item.path, self.nodes[item.path]
        parent = path.rpartition("/")[0]
        self.relevant[path] = self.relevant[parent] and self._test(item, "relevant", True)
        if not item.is_question:
            return
        value = self.answers.get(path)
        if item.is_calculated:
            node.text = to_instance(value) if value is not None else None  # once() keeps it
            value = self._computed(item, item.rules["calculation"]) if self.relevant[path] else None
        elif value is None and self.fresh:
            value = self._computed(item, item.rules["default"]) if "default" in item.rules else item.default
        self.values[path] = value
        node.text = to_instance(value) if value is not None and self.relevant[path] else None

    def _computed(self, item: Question, expression: Expression):
        text = expression.text(self.nodes[item.path], self.now)
        try:
            return from_instance(item, text)
        except ValueError as error:
            self.failures[item.path] = f"Hasil hitungan tidak dapat dipakai: {error}"
            return None

    def _test(self, item: Item, rule: str, otherwise: bool) -> bool:
        expression = item.rules.get(rule)
        return expression.test(self.nodes[item.path], self.now) if expression else otherwise

    def state(self, question: Question) -> QuestionState:
        relevant, value = self.relevant[question.path], self.values[question.path]
        required = relevant and self._test(question, "required", False)
        choices = self._choices(question) if relevant else question.choices
        missing = required and value is None and question.path not in self.failures
        return QuestionState(
            question=question,
            relevant=relevant,
            required=required,
            read_only=question.is_calculated or self._test(question, "read_only", False),
            value=value,
            choices=choices,
            label=self._render(question.label),
            hint=self._render(question.hint),
            error=self._error(question, value, choices, missing) if relevant else None,
            missing=missing,
        )

    def _error(self, question, value, choices, missing) -> str | None:
        if question.path in self.failures:
            return self.failures[question.path]
        if missing:
            return self._render(question.required_message or _please(question.label))
        if value is None:
            return None
        if choices:
            offered = {choice.name for choice in choices}
            if not offered.issuperset(value if isinstance(value, list) else [value]):
                return "Jawaban ini tidak lagi tersedia; pilih kembali."
        if not self._test(question, "constraint", True):
            return self._render(question.constraint_message or f"Periksa kembali isian ini: {question.label}")
        return None

    def _choices(self, question: Question) -> tuple[Choice, ...]:
        chosen, test = question.choices, question.rules.get("choice_filter")
        if test:
            items = self.lists[question.list_name]
            chosen = tuple(choice for choice, item in zip(chosen, items, strict=True) if test.test(item, self.now))
        if any("${" in choice.label for choice in chosen):
            return tuple(replace(choice, label=self._render(choice.label)) for choice in chosen)
        return chosen

    def _render(self, text: str) -> str:
        return REFERENCE.sub(self._referred, text) if "${" in text else text

    def _referred(self, found: re.Match) -> str:
        path = self.form.path_of[found[1]]
        if not self.relevant[path]:
            return ""
        return show(self.form.items[path], self.values[path])

    def section(self, section, questions: Mapping[str, QuestionState]) -> SectionState:
        """An irrelevant section has nothing to show."""
        relevant, items = self.relevant[section.path], []
        for item in section.items if relevant else ():
            state = questions[item.path] if item.is_question else self.section(item, questions)
            if state.relevant and (not item.is_question or item.is_shown):
                items.append(state)
        return SectionState(section.path, section.name, self._render(section.label), relevant, tuple(items))


def _please(label: str) -> str:
    plain = label.rstrip(" .:")
    return f"Jawab pertanyaan ini: {plain}" if plain.endswith("?") else f"Isi {plain}."
