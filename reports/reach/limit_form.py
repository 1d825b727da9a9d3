import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from reports.models import StepLimit


class StepLimitForm(RecordedForm):
    """A limit since a day. A new rule is a new row: what began before it keeps its own."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = StepLimit
        fields = ["step", "amount", "unit", "valid_from", "source"]
        field_classes = {"source": TextField}
        widgets = {"valid_from": DateInput}
        error_messages = {
            "amount": {"invalid": "Tulis angka bulat.", "required": "Isi batasnya."},
            "valid_from": {"invalid": "Tanggal ini tidak ada.", "required": "Isi tanggal."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["key"]
