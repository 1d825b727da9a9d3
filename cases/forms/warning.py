from datetime import timedelta
from uuid import uuid4

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import FileWarning

REVIEW_DAYS = 30


class WarningForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    kind = forms.ChoiceField(
        label="Jenis", choices=FileWarning.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih jenis peringatan."},
    )  # fmt: skip
    text = TextField(
        label="Peringatan", max_length=200, error_messages={"required": "Tulis peringatannya."},
        help_text="Singkat dan santun: apa yang harus diketahui siapa pun yang menemui klien. Petugas jaga membacanya.",
    )  # fmt: skip
    review_on = forms.DateField(
        label="Ditinjau lagi pada", widget=DateInput, error_messages={"required": "Isi tanggal tinjauan."}
    )

    def __init__(self, *args, shelter, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["review_on"].initial = shelter.today() + timedelta(days=REVIEW_DAYS)

    def put(self, client, shelter, *, by):
        said = {name: self.cleaned_data[name] for name in ("kind", "text", "review_on")}
        warning = FileWarning(client=client, shelter=shelter, **said)
        warning.put(by=by)
        return warning


class ReviewForm(forms.Form):
    """Looked at again: either it still holds until a later day, or it ends with a reason."""

    holds = forms.ChoiceField(
        label="Apakah masih berlaku?", widget=forms.RadioSelect, choices=[("yes", "Masih berlaku"), ("no", "Akhiri")],
        error_messages={"required": "Pilih salah satu."},
    )  # fmt: skip
    review_on = forms.DateField(label="Bila masih: ditinjau lagi pada", widget=DateInput, required=False)
    reason = TextField(label="Bila diakhiri: alasannya", required=False, max_length=200)

    def clean(self):
        given = super().clean()
        if given.get("holds") == "yes" and not given.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", "Isi tanggal tinjauan berikutnya.")
        if given.get("holds") == "no" and not given.get("reason"):
            self.add_error("reason", "Tulis mengapa peringatan diakhiri.")
        return given

    def apply(self, warning, *, by):
        if self.cleaned_data["holds"] == "yes":
            warning.review(by=by, review_on=self.cleaned_data["review_on"])
        else:
            warning.end(by=by, reason=self.cleaned_data["reason"])
