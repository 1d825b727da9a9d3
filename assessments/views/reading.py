"""The answers of an assessment as they are read: on the check, the read and the review page."""

from dataclasses import dataclass, field

from assessments.xlsform import QuestionState, SectionState


@dataclass
class Block:
    """Answers under one heading; those of a page that stand in no section of it have none."""

    label: str
    rows: list[QuestionState] = field(default_factory=list)


@dataclass(frozen=True)
class AnswerPage:
    section: SectionState
    blocks: list[Block]


def answer_pages(state) -> list[AnswerPage]:
    found = (AnswerPage(page, [block for block in _blocks(page, "") if block.rows]) for page in state.pages)
    return [page for page in found if page.blocks]


def _blocks(section, label):
    blocks = [Block(label)]
    for item in section.items:
        if not item.is_question:
            blocks += [*_blocks(item, item.label), Block("")]
        elif not _is_plain_note(item):
            blocks[-1].rows.append(item)
    return blocks


def _is_plain_note(state):
    """A note that says a result is read with the answers; one that only explains is not."""
    return state.question.type == "note" and state.label == state.question.label
