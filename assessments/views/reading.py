"""The answers of an assessment as they are read: on the check, the read and the review page."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from assessments.confidential import HIDDEN, sensitive_paths
from assessments.xlsform import QuestionState, SectionState, plain, show
from cases.permissions import Perm


@dataclass
class Beside:
    """What stands beside the answers: comments and choices by path, what was answered before, what is confidential."""

    comments: Mapping = field(default_factory=dict)
    choices: Mapping = field(default_factory=dict)
    from_file: Set = frozenset()
    sensitive: Set = frozenset()
    masks: bool = False
    typed: Mapping = field(default_factory=dict)
    """Comments that the reviewer wrote and that are not kept yet."""


@dataclass(frozen=True)
class Row:
    """One answer and what stands beside it."""

    state: QuestionState
    beside: Beside

    @property
    def path(self):
        return self.state.path

    @property
    def question(self):
        return self.state.question

    @property
    def label(self):
        return self.state.label

    @property
    def value(self):
        return self.state.value

    @property
    def shown(self):
        return HIDDEN if self.is_sensitive and self.beside.masks else self.state.shown

    @property
    def is_sensitive(self):
        return plain(self.path) in self.beside.sensitive

    @property
    def is_from_file(self):
        return self.path in self.beside.from_file

    @property
    def comments(self):
        return self.beside.comments.get(self.path, ())

    @property
    def typed(self):
        return self.beside.typed.get(self.path, "")

    @property
    def choices(self):
        """Two answers that somebody once chose between: (choice, its answers in words)."""
        question = self.question
        chosen = self.beside.choices.get(self.path, ())
        return [(one, show(question, one.mine), show(question, one.theirs)) for one in chosen]


@dataclass
class Block:
    """Answers under one heading; those of a page that stand in no section of it have none."""

    label: str
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class AnswerPage:
    section: SectionState
    blocks: list[Block]


class Change(NamedTuple):
    path: str
    label: str
    old: str
    new: str


def answer_pages(state, beside=None) -> list[AnswerPage]:
    beside = beside or Beside()
    found = (AnswerPage(page, [block for block in _blocks(page, "", beside) if block.rows]) for page in state.pages)
    return [page for page in found if page.blocks]


def beside(assessment, may, typed=None):
    """Everything for the answers of this assessment. Who neither assesses nor reviews here reads no sensitive one."""
    choices = {}
    for choice in assessment.choices.select_related("by"):
        choices.setdefault(choice.path, []).append(choice)
    return Beside(
        comments=assessment.comments.by_path() if assessment.submitted_at else {},
        choices=choices,
        from_file=assessment.from_file,
        sensitive=sensitive_paths(assessment.form, assessment.stay),
        masks=not {Perm.ASSESS, Perm.REVIEW} & may,
        typed=typed or {},
    )


def changes(state, before) -> list[Change]:
    """What is answered otherwise than before, in the order of the form; also what is answered no longer."""
    found = []
    for path, said in state.questions.items():
        now = said.value if said.relevant else None
        if said.question.is_shown and before.get(path) != now:
            found.append(Change(path, said.label, show(said.question, before.get(path)), show(said.question, now)))
    return found


def _blocks(section, label, beside):
    blocks = [Block(label)]
    for item in section.items:
        if not item.is_question:
            blocks += [*_blocks(item, item.label, beside), Block("")]
        elif not _is_plain_note(item):
            blocks[-1].rows.append(Row(item, beside))
    return blocks


def _is_plain_note(state):
    """A note that says a result is read with the answers; one that only explains is not."""
    return state.question.type == "note" and state.label == state.question.label
