"""What the reviewer says, and why an approved assessment is corrected."""

from django import forms
from django.core.exceptions import ValidationError

from cases.cleaning import TextField, clean_text

LONGEST_COMMENT = 1000


class RevisionForm(forms.Form):
    """Which answers the person saw when pressing the button."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class ReviewForm(RevisionForm):
    """Approve, or return with a note and with comments beside questions: `comment-<path>` each."""

    note = TextField(
        label="Catatan umum: apa yang perlu diperbaiki?",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
    )

    @property
    def returns(self):
        return "return" in self.data

    @property
    def typed_comments(self):
        """{path: what was typed}, also while something is wrong."""
        prefix = "comment-"
        typed = {name.removeprefix(prefix): text for name, text in self.data.items() if name.startswith(prefix)}
        return {path: text for path, text in typed.items() if text.strip()}

    def clean(self):
        given = super().clean()
        comments = {path: clean_text(text, lines=True) for path, text in self.typed_comments.items()}
        if any(len(text) > LONGEST_COMMENT for text in comments.values()):
            raise ValidationError(f"Catatan pada satu pertanyaan paling panjang {LONGEST_COMMENT} huruf.")
        note = given.get("note")
        if not self.returns and (note or comments):
            raise ValidationError(
                "Anda menulis catatan. Tekan “Kembalikan dengan catatan”, atau kosongkan catatannya untuk menyetujui."
            )
        if self.returns and not note and not comments and "note" not in self.errors:
            self.add_error("note", "Tulis apa yang perlu diperbaiki.")
        return given | {"comments": comments}


class CorrectionForm(forms.Form):
    reason = TextField(
        label="Mengapa perlu diperbaiki?",
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text="Misalnya “tanggal lahir menurut akta berbeda”. Alasan ini dibaca peninjau dan tercatat.",
        error_messages={"required": "Tulis mengapa asesmen diperbaiki."},
    )
