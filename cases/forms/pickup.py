import uuid

from django import forms
from django.db import transaction

from cases.cleaning import TextField
from cases.forms.attachment import ProofFile
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from cases.forms.stay import TimeInput
from cases.models import PickupItem, Relative
from cases.models.task import workers_of


class PickupChangeForm(forms.Form):
    planned_on = forms.DateField(
        label="Rencana tanggal", widget=DateInput, error_messages={"required": "Isi tanggal penjemputan."}
    )
    planned_at = forms.TimeField(label="Jam", widget=TimeInput, required=False)
    met_by = forms.ModelChoiceField(None, label="Ditemui petugas", required=False, empty_label="Belum ditentukan")
    note = TextField(label="Catatan", required=False, max_length=1000, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args, stay, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["met_by"].queryset = workers_of(stay.shelter)

    @staticmethod
    def initial_of(pickup):
        return {name: getattr(pickup, name) for name in PickupChangeForm.base_fields}


class PickupForm(PickupChangeForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    relative = forms.ModelChoiceField(
        Relative.objects.none(), label="Dijemput oleh", empty_label="Pilih keluarga",
        help_text="Yang terakhir kali menyatakan setuju menjemput.",
        error_messages={"required": "Pilih siapa yang menjemput."},
    )  # fmt: skip
    field_order = ["key", "relative"]

    def __init__(self, *args, stay, **kwargs):
        super().__init__(*args, stay=stay, **kwargs)
        self.fields["relative"].queryset = Relative.objects.filter(client=stay.client_id).exclude(
            state=Relative.State.DISPROVEN
        )

    def said(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


class SeenForm(forms.Form):
    """An item was seen, with its scan when there is one."""

    on = forms.DateField(label="Dilihat tanggal", widget=DateInput, error_messages={"required": "Isi tanggal."})
    file = ProofFile()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].label = "Foto atau pindaian (bila perlu)"

    @transaction.atomic
    def note(self, pickup, item, *, by):
        check = pickup.see(item, by=by, on=self.cleaned_data["on"])
        title = f"{item} {pickup.relative.name}"
        self.fields["file"].keep(self.cleaned_data["file"], pickup.stay, by=by, title=title, pickup_check=check)
        return check


class CancelPickupForm(forms.Form):
    reason = TextField(
        label="Alasan dibatalkan", max_length=300, widget=forms.Textarea({"rows": 2}),
        error_messages={"required": "Tulis mengapa penjemputan dibatalkan."},
    )  # fmt: skip


class PickupItemForm(RecordedForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = PickupItem
        fields = ["label", "when", "required", "source", "position", "in_use"]
        field_classes = dict.fromkeys(["label", "source"], TextField)
        widgets = {"when": forms.RadioSelect}
        help_texts = {
            "label": "Misalnya “surat keterangan desa”. Tampil di halaman penjemputan dan saat klien keluar.",
            "position": "Angka kecil tampil lebih dahulu.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["when"].choices = PickupItem.When.choices
