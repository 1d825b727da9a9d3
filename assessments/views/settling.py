"""What else a save of a page settles or learns: a choice between two answers, and that a reviewer returned it."""

from assessments.models import AnswerChoice
from assessments.models.merge import Conflict


def settle(assessment, posted, conflicts, stamps, *, by):
    """Keep both answers of what was chosen. Who is asked again, because a third answer came, has not chosen yet."""
    again = {conflict.path for conflict in conflicts}
    for chosen in posted.chosen:
        path = chosen.path
        if path in again or path in posted.held:
            continue
        other = Conflict(path, chosen.mine, chosen.theirs, stamps.get(path, {}))
        AnswerChoice(
            assessment=assessment, path=path, was=chosen.was, mine=chosen.mine, theirs=chosen.theirs,
            theirs_by=other.by, theirs_at=other.at, kept=chosen.kept, comment=chosen.comment, by=by,
        ).keep()  # fmt: skip


def was_returned(assessment, posted):
    """A reviewer sent it back since this page was opened."""
    known = posted.returned
    return assessment.status == "returned" and known is not None and known != returned_mark(assessment)


def returned_mark(assessment):
    return assessment.reviewed_at.isoformat() if assessment.status == "returned" else ""


def returned_words(assessment):
    at = assessment.reviewed_at.astimezone(assessment.shelter.zone)
    return f"Dikembalikan oleh {assessment.signed_by} pukul {at:%H.%M}: {assessment.review_note}"
