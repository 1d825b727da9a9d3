from django import forms

from cases.cleaning import TextField


class WhyForm(forms.Form):
    """One reason, asked for in the words of the act."""

    reason = TextField(label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, label="Alasan", required=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = label
        self.fields["reason"].required = required
        self.fields["reason"].error_messages["required"] = "Tulis alasannya."


class SubmitForm(WhyForm):
    """Only a Ralat has a reason to give."""

    def __init__(self, *args, is_ralat, **kwargs):
        super().__init__(*args, label="Alasan ralat", **kwargs)
        if not is_ralat:
            del self.fields["reason"]
