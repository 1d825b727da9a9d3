"""Answers in, the state of every question out: relevant, required, value, choices, label, error.

Each item of the form is settled once, after all that it depends on (Form.order); what stands in a repeat, once for
each instance. Then the sections are drawn, in the order of the sheet.
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime

from assessments.xlsform.coercion import OFF, to_number
from assessments.xlsform.expressions import Expression
from assessments.xlsform.paths import MARKER, instance_of, placed, plain
from assessments.xlsform.question import Choice, Item, Question, Repeat, Section
from assessments.xlsform.state import Need, Progress, QuestionState, SectionState, State
from assessments.xlsform.values import from_instance, show, to_instance

__all__ = ["MOST_INSTANCES", "REFERENCE", "Need", "Progress", "QuestionState", "SectionState", "State", "evaluate"]
REFERENCE = re.compile(r"\$\{\s*([^}\s]+)\s*\}")
MOST_INSTANCES = 50
MOST_IN_ALL = 200
"""Of all repeats together: with one inside the other, fifty times fifty would be too many to keep quick."""
TOO_MANY = f"Paling banyak {MOST_INSTANCES} per pengulangan dan {MOST_IN_ALL} seluruhnya."


def evaluate(form, answers: Mapping, *, now: datetime, fresh: bool, new: str = "") -> State:
    """`new`: an instance that was just added, so that defaults stand in for its missing answers."""
    unknown = {path for path in answers if not form.knows(path)}
    if unknown:
        raise KeyError(f"The form {form.form_id} has no question {sorted(unknown)}")
    run = _Run(form, answers, now, fresh, new={new} if new else set())
    for path in form.order:
        run.settle(form.items[path])
    pages = tuple(run.section(page, page.path) for page in form.pages)
    instances = {path: order for path, order in run.instances.items() if run.relevant[path]}
    new = {path: order for path, order in instances.items() if path in run.new}
    return State(run.questions, pages, instances, new, tuple(run.refused))


@dataclass
class _Run:
    form: object
    answers: Mapping
    now: datetime
    fresh: bool
    relevant: dict[str, bool] = field(default_factory=lambda: {"": True})
    values: dict[str, object] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=lambda: {"": [""]})
    """Of each repeat where its instances stand; "" stands for what does not repeat."""
    instances: dict[str, int] = field(default_factory=dict)
    new: set[str] = field(default_factory=set)
    questions: dict[str, QuestionState] = field(default_factory=dict)
    refused: list[SectionState] = field(default_factory=list)

    def __post_init__(self):
        root = deepcopy(self.form.template)
        self.nodes = {"": root}
        self._grow("", "", root)
        self.lists = {held.get("list"): list(held) for held in root if held.tag == "choices-of"}
        self.added: dict[str, list[tuple[int, str]]] = {}
        for path, order in self.answers.items():
            if found := MARKER.fullmatch(path) if path[-1:] == "]" else None:
                self.added.setdefault(found["container"], []).append((order, found["id"]))

    def _grow(self, repeat: str, place: str, element):
        """The nodes of what stands in this instance (or outside of any), in document order."""
        # Not strict: behind the questions the template holds the choices that a choice_filter compares.
        inside = zip(self.form.blocks[repeat], element.iterdescendants(), strict=False)
        start = len(repeat)
        self.nodes |= {f"{place}{item.path[start:]}": node for item, node in inside}

    def settle(self, item: Item):
        """Everything that this item refers to is settled already: see Form.order."""
        repeat = self.form.repeat_of[item.path]
        for place in self.places.get(repeat, ()):
            path = f"{place}{item.path[len(repeat) :]}"
            parent = path.rpartition("/")[0]
            if item.is_repeat:
                self._settle_repeat(item, path, parent)
                continue
            node = self.nodes[path]
            self.relevant[path] = self.relevant[parent] and self._test(item, "relevant", node, True)
            if not self.relevant[path]:
                node.set(OFF, "")
            if item.is_question:
                self._settle_question(item, path, node)

    def _settle_question(self, item: Question, path: str, node):
        value = self.answers.get(path)
        if item.is_calculated:
            node.text = to_instance(value) if value is not None else None  # once() keeps it
            value = self._computed(item, path, item.rules["calculation"]) if self.relevant[path] else None
        elif value is None and (self.fresh or self.new and instance_of(path) in self.new):
            value = self._computed(item, path, item.rules["default"]) if "default" in item.rules else item.default
        self.values[path] = value
        node.text = to_instance(value) if value is not None and self.relevant[path] else None

    def _settle_repeat(self, item: Repeat, path: str, parent: str):
        """What stands in a repeat is not there before its instances are known."""
        node = self.nodes[parent]
        self.relevant[path] = self.relevant[parent] and self._test(item, "relevant", node, True)
        held = self.places.setdefault(item.path, [])
        ids = self._counted(item, path, node) if item.is_counted else self._listed(path)
        for order, name in ids:
            place = f"{path}[{name}]"
            element = deepcopy(self.form.prototypes[item.path])
            if self.relevant[path]:
                node.append(element)
            self.relevant[place] = self.relevant[path]
            self.nodes[place] = element
            self.instances[place] = order
            held.append(place)
            self._grow(item.path, place, element)
            if item.is_counted and place not in self.answers or instance_of(parent) in self.new:
                self.new.add(place)

    def _listed(self, path: str) -> list[tuple[int, str]]:
        return sorted(self.added.get(path, ()))

    def _counted(self, item: Repeat, path: str, node) -> list[tuple[int, str]]:
        number = to_number(item.rules["repeat_count"].value(node, self.now)) if self.relevant[path] else 0
        wanted = int(number) if 0 < number < 10**6 else 0
        there = min(wanted, MOST_INSTANCES, max(MOST_IN_ALL - len(self.instances), 0))
        if wanted > there:
            self.failures[path] = f"{TOO_MANY} Diminta {wanted}."
        return [(place, str(place)) for place in range(1, there + 1)]

    def _computed(self, item: Question, path: str, expression: Expression):
        text = expression.text(self.nodes[path], self.now)
        try:
            return from_instance(item, text)
        except ValueError as error:
            self.failures[path] = f"Hasil hitungan tidak dapat dipakai: {error}"
            return None

    def _test(self, item: Item, rule: str, node, otherwise: bool) -> bool:
        expression = item.rules.get(rule)
        return expression.test(node, self.now) if expression else otherwise

    def state(self, question: Question, path: str) -> QuestionState:
        relevant, value, node = self.relevant[path], self.values[path], self.nodes[path]
        required = relevant and self._test(question, "required", node, False)
        choices = self._choices(question, path, node) if relevant else question.choices
        missing = required and value is None and path not in self.failures
        return QuestionState(
            question=question,
            path=path,
            relevant=relevant,
            required=required,
            read_only=question.is_calculated or self._test(question, "read_only", node, False),
            value=value,
            choices=choices,
            label=self._render(question.label, path),
            hint=self._render(question.hint, path),
            error=self._error(question, path, choices, missing) if relevant else None,
            missing=missing,
        )

    def _error(self, question, path, choices, missing) -> str | None:
        value = self.values[path]
        if path in self.failures:
            return self.failures[path]
        if missing:
            return self._render(question.required_message or _please(question.label), path)
        if value is None:
            return None
        if question.choices:
            offered = {choice.name for choice in choices}
            if not offered.issuperset(value if isinstance(value, list) else [value]):
                return "Jawaban ini tidak lagi tersedia; pilih kembali."
        if not self._test(question, "constraint", self.nodes[path], True):
            return self._render(question.constraint_message or f"Periksa kembali isian ini: {question.label}", path)
        return None

    def _choices(self, question: Question, path: str, node) -> tuple[Choice, ...]:
        chosen, test = question.choices, question.rules.get("choice_filter")
        if test:
            items = self.lists[question.list_name]
            chosen = tuple(c for c, item in zip(chosen, items, strict=True) if test.test(item, self.now, node))
        if question.has_spoken_choices:
            return tuple(replace(choice, label=self._render(choice.label, path)) for choice in chosen)
        return chosen

    def _render(self, text: str, path: str) -> str:
        return REFERENCE.sub(lambda found: self._referred(found[1], path), text) if "${" in text else text

    def _referred(self, name: str, path: str) -> str:
        target = placed(self.form.path_of[name], path)
        if not self.relevant.get(target):
            return ""
        return show(self.form.items[plain(target)], self.values.get(target))

    def section(self, section: Section, path: str, number: int | None = None) -> SectionState:
        """An irrelevant section has nothing to show."""
        label = self._render(section.label, path)
        if section.is_repeat and number is None:
            there = [place for place in self.places.get(section.path, ()) if place.rpartition("[")[0] == path]
            items = [self.section(section, place, count) for count, place in enumerate(there, 1)]
        else:
            items = [self._item(item, f"{path}/{item.name}") for item in section.items]
        shown = (item for item in items if item.relevant and not (item.is_question and not item.question.is_shown))
        relevant = self.relevant[path]
        error = self.failures.get(path) if relevant else None
        label = f"{label} {number}" if number else label
        state = SectionState(section, path, label, relevant, tuple(shown) if relevant else (), number, error)
        if error:
            self.refused.append(state)
        return state

    def _item(self, item: Item, path: str):
        if not item.is_question:
            return self.section(item, path)
        state = self.questions[path] = self.state(item, path)
        return state


def _please(label: str) -> str:
    plain_label = label.rstrip(" .:")
    return f"Jawab pertanyaan ini: {plain_label}" if plain_label.endswith("?") else f"Isi {plain_label}."
