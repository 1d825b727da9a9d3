from uuid import uuid4

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import Belonging


class BelongingForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    on = forms.DateField(label="Diterima pada", widget=DateInput, error_messages={"required": "Isi tanggal."})

    class Meta:
        model = Belonging
        fields = ["description", "quantity", "value_note", "kept_at"]
        field_classes = dict.fromkeys(["description", "value_note", "kept_at"], TextField)
        help_texts = {
            "description": "Misalnya “tas hitam berisi pakaian” atau “uang tunai”.",
            "value_note": "Misalnya “Rp150.000” atau “layar retak”.",
            "kept_at": "Misalnya “lemari kantor, rak 2”.",
        }
        error_messages = {"description": {"required": "Tulis barangnya."}, "quantity": {"required": "Isi jumlahnya."}}

    field_order = ["key", "description", "quantity", "value_note", "kept_at", "on"]


class GiveBackForm(forms.Form):
    """Several things leave in one hand."""

    items = forms.ModelMultipleChoiceField(
        Belonging.objects.none(), label="Barang yang dikembalikan", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih barang yang dikembalikan."},
    )  # fmt: skip
    on = forms.DateField(label="Dikembalikan pada", widget=DateInput, error_messages={"required": "Isi tanggal."})
    to = TextField(
        label="Kepada", max_length=150, help_text="Klien sendiri, atau nama dan hubungannya.",
        error_messages={"required": "Tulis kepada siapa barang dikembalikan."},
    )  # fmt: skip

    def __init__(self, *args, stay, **kwargs):
        super().__init__(*args, **kwargs)
        # All of this stay: what somebody else has returned meanwhile is refused by name, not as an unknown choice.
        kept = Belonging.objects.filter(stay=stay)
        self.fields["items"].queryset = kept
        self.fields["items"].choices = [
            (one.pk, f"{one.description} ({one.quantity})") for one in kept if not one.returned_on
        ]
