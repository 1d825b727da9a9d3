import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from reports.models import Office


class OfficeForm(RecordedForm):
    """The department's letterhead and head since a day. Whoever is new gets a new row: older prints keep theirs."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = Office
        fields = [
            "valid_from", "letterhead_government", "name", "address", "city", "phone", "email",
            "head_name", "head_rank", "head_nip", "head_position",
        ]  # fmt: skip
        field_classes = dict.fromkeys(
            [name for name in fields if name not in ("valid_from", "email")], TextField
        )  # fmt: skip
        widgets = {"valid_from": DateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["key"]
