import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import Standin, User
from cases.models.standin import candidates


class StandinForm(forms.Form):
    """Who approves while the head is away. At several shelters the head says at which."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    shelter = forms.ModelChoiceField(None, label="Panti", error_messages={"required": "Pilih panti."})
    user = forms.ModelChoiceField(
        User.objects.none(), label="Pengganti (Plh.)", error_messages={"required": "Pilih penggantinya."},
        help_text="Pekerja sosial panti ini, atau kepala panti lain.",
    )  # fmt: skip
    first_on = forms.DateField(label="Mulai tanggal", widget=DateInput)
    until = forms.DateField(label="Sampai tanggal", widget=DateInput)
    reason = TextField(
        label="Alasan", max_length=200, error_messages={"required": "Tulis alasannya."},
        help_text="Misalnya cuti atau dinas luar, dan nomor suratnya.",
    )  # fmt: skip

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        shelters = by.headed_shelters()
        self.fields["shelter"].queryset = shelters
        self.fields["shelter"].initial = shelters.first()
        people = User.objects.none()
        for shelter in shelters:
            people |= candidates(shelter)
        self.fields["user"].queryset = people.exclude(pk=by.pk).distinct()

    def standin(self):
        return Standin(**{name: value for name, value in self.cleaned_data.items() if name != "key"})
