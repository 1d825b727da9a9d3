import base64
import json
import secrets
from typing import NamedTuple

from django.core.exceptions import BadRequest
from django.utils.crypto import salted_hmac

from assessments.fields import Held
from assessments.xlsform import clean, show
from cases.cleaning import clean_text


def new_editor(user):
    """Names one opened page of one person: saves of a page that somebody else opened are refused."""
    return f"{user.pk}-{secrets.token_urlsafe(6)}"


def draft_key(user, assessment):
    """Locks what waits unsent on a device: nobody else's page carries it, whoever sits at that device later."""
    made = salted_hmac("assessments.draft", f"{user.pk}:{assessment.pk}", algorithm="sha256")
    return base64.b64encode(made.digest()).decode()


class Chosen(NamedTuple):
    """Of two answers to one question the one that somebody decided for, and why."""

    path: str
    question: object
    kept: str
    was: object
    theirs: object
    raw: list[str]
    comment: str

    @property
    def mine(self):
        try:
            return clean(self.question, self.raw)
        except ValueError:
            return " ".join(self.raw)


class Lost(NamedTuple):
    """What was sent and has no place on the page any more: it is shown, so that it can be written down elsewhere."""

    label: str
    said: str
    why: str


class PostedPage:
    """What a browser sent of one page. Only what the page showed (`was`) is read: empty boxes send nothing at all.

    `asked` are the states of what can be answered on the page; `files` keeps uploads (posted_files.py).
    """

    def __init__(self, data, asked, *, files=None):
        self.was, theirs = _mapping(data, "was"), _mapping(data, "theirs")
        self.editor, self.shape = data.get("editor", "")[:60], data.get("shape", "")
        self.is_choice, self.data = bool(theirs), data
        self.raw, self.answers, self.held, self.chosen, self.lost = {}, {}, {}, [], []
        self.first, self.returned = self.was | _mapping(data, "first"), data.get("returned")
        self.asked = {state.path: state for state in asked}
        for path, state in self.asked.items():
            choice = data.get(f"choice-{path}") if path in theirs else None
            if choice in ("mine", "theirs"):
                said = clean_text(data.get(f"why-{path}", ""))[:500]
                was = self.first.get(path)
                self.chosen.append(Chosen(path, state.question, choice, was, theirs[path], data.getlist(path), said))
            if path not in self.was or choice == "theirs":
                continue
            if choice == "mine":
                self.was[path] = theirs[path]  # seen and decided
            self.raw[path] = data.getlist(path)
            try:
                self.answers[path] = self._answer(state, files)
            except ValueError as error:
                self.held[path] = Held(self.raw[path], str(error))

    def _answer(self, state, files):
        path = state.path
        if not state.question.is_file:
            return clean(state.question, self.raw[path])
        answer = files.answer(self.data, path, self.was[path]) if files else self.was[path]
        self.raw[path] = [answer or ""]  # what a page of two answers sends back
        return answer

    def strangers(self, form, page):
        """Paths that the page says it showed and that are no longer to be answered; BadRequest if it cannot have."""
        found = [path for path in self.was if path not in self.asked]
        for path in found:
            known = form.knows(path) and path[-1:] != "]" and form.question(path).is_input
            if not known or path.partition("/")[0] != page.name:
                raise BadRequest("was")
        return [path for path in found if self._typed(form, path) != self.was[path]]

    def _typed(self, form, path):
        try:
            return clean(form.question(path), self.data.getlist(path))
        except ValueError:
            return self.was[path] if form.question(path).is_file else object()

    def lose(self, path, question, why):
        said = show(question, self.answers[path]) if path in self.answers else ", ".join(self.data.getlist(path))
        self.answers.pop(path, None)
        self.lost.append(Lost(question.label, said, why))

    def refuse(self, path, error):
        """Not an answer that can be given now: it stays in its input and is not saved."""
        self.held[path] = Held(self.raw[path], error)
        del self.answers[path]

    def hold(self, paths, error):
        """These stay in their inputs as typed; they are not saved."""
        for path in paths:
            self.held.setdefault(path, Held(self.raw[path], error))

    @property
    def changed(self):
        return [path for path, value in self.answers.items() if value != self.was[path]]

    def differs_from(self, answers):
        """Does the page show something else than what is stored, apart from what it holds?"""
        shown = self.answers.items()
        return any(answers.get(path) != value for path, value in shown if path not in self.held)


def _mapping(data, name):
    try:
        found = json.loads(data.get(name, "{}"))
    except ValueError as error:
        raise BadRequest(name) from error
    if not isinstance(found, dict):
        raise BadRequest(name)
    return found


class ConflictForm:
    """Questions that two people answered differently: what each said, and which of the two is to stand."""

    def __init__(self, posted, conflicts, form, zone):
        self.editor, self.undecided = posted.editor, posted.is_choice
        self.rows = [
            _ConflictRow(conflict, form.question(conflict.path), posted.first.get(conflict.path), zone)
            for conflict in conflicts
        ]
        paths = [conflict.path for conflict in conflicts]
        # Also what was not understood comes back, to be mended on the page after this one.
        self.sent = [(path, value) for path in [*paths, *posted.held] for value in posted.raw[path]]
        self.was = json.dumps({path: posted.was[path] for path in [*paths, *posted.held]})
        self.first = json.dumps({path: posted.first.get(path) for path in paths})
        self.theirs = json.dumps({conflict.path: conflict.theirs for conflict in conflicts})


class _ConflictRow:
    def __init__(self, conflict, question, first, zone):
        self.path, self.label, self.by = conflict.path, question.label, conflict.by
        self.first = show(question, first)
        self.mine, self.theirs = show(question, conflict.mine), show(question, conflict.theirs)
        self.at = f"{conflict.at.astimezone(zone):%d/%m %H.%M}" if conflict.at else ""
