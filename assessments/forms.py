import json
import secrets

from django import forms
from django.core.exceptions import BadRequest

from assessments.fields import Held
from assessments.models import InstrumentVersion
from assessments.xlsform import clean, show
from cases.cleaning import TextField


class StartForm(forms.Form):
    version = forms.ModelChoiceField(
        InstrumentVersion.objects.latest_published(),
        label="Instrumen",
        error_messages={
            "required": "Pilih instrumen.",
            "invalid_choice": "Instrumen ini sudah diganti; pilih kembali.",
        },
    )


class RevisionForm(forms.Form):
    """Which answers the person saw when pressing the button."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class ReturnForm(RevisionForm):
    note = TextField(
        label="Apa yang perlu diperbaiki?",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis apa yang perlu diperbaiki."},
    )


def new_editor(user):
    """Names one opened page of one person: saves of a page that somebody else opened are refused."""
    return f"{user.pk}-{secrets.token_urlsafe(6)}"


class PostedPage:
    """What a browser sent of one page. Only what the page showed (`was`) is read: empty boxes send nothing at all."""

    def __init__(self, data, questions):
        self.was, theirs = _mapping(data, "was"), _mapping(data, "theirs")
        self.editor, self.shape = data.get("editor", "")[:60], data.get("shape", "")
        self.is_choice = bool(theirs)
        self.raw, self.answers, self.held = {}, {}, {}
        for question in questions:
            path = question.path
            choice = data.get(f"choice-{path}") if path in theirs else None
            if path not in self.was or choice == "theirs":
                continue
            if choice == "mine":
                self.was[path] = theirs[path]  # seen and decided
            self.raw[path] = data.getlist(path)
            try:
                self.answers[path] = clean(question, self.raw[path])
            except ValueError as error:
                self.held[path] = Held(self.raw[path], str(error))

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
        self.rows = [_ConflictRow(conflict, form.question(conflict.path), zone) for conflict in conflicts]
        paths = [conflict.path for conflict in conflicts]
        # Also what was not understood comes back, to be mended on the page after this one.
        self.sent = [(path, value) for path in [*paths, *posted.held] for value in posted.raw[path]]
        self.was = json.dumps({path: posted.was[path] for path in [*paths, *posted.held]})
        self.theirs = json.dumps({conflict.path: conflict.theirs for conflict in conflicts})


class _ConflictRow:
    def __init__(self, conflict, question, zone):
        self.path, self.label, self.by = conflict.path, question.label, conflict.by
        self.mine, self.theirs = show(question, conflict.mine), show(question, conflict.theirs)
        self.at = f"{conflict.at.astimezone(zone):%d/%m %H.%M}" if conflict.at else ""
