"""What the shelter answers to a request, and who may send one by a link."""

import uuid

from django import forms
from django.db.models import Count, F, Q

from cases.cleaning import TextField
from cases.forms.client import RegionPicker
from cases.models import Region, Shelter
from referrals.forms.incoming import PlainText
from referrals.models import CommunityGroup, IntakeRequest, Partner, RequestPerson, SenderOffice

TO_SENDER = "Dibaca pengirim di tautannya. Jangan tulis nama klien atau tempat tinggalnya sekarang."


class AcceptForm(forms.Form):
    text = PlainText(
        label="Pesan untuk pengirim", required=False, max_length=1000, widget=forms.Textarea({"rows": 2}),
        help_text=f"Misalnya jam dan pintu masuk. {TO_SENDER}",
    )  # fmt: skip


class AskForm(forms.Form):
    text = PlainText(
        label="Pertanyaan untuk pengirim", max_length=1000, widget=forms.Textarea({"rows": 3}), help_text=TO_SENDER,
        error_messages={"required": "Tulis pertanyaannya."},
    )  # fmt: skip


class RefuseForm(forms.Form):
    reason = forms.ChoiceField(
        label="Alasan", choices=IntakeRequest.Reason.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih alasannya."},
    )  # fmt: skip
    text = PlainText(
        label="Keterangan untuk pengirim", required=False, max_length=500, widget=forms.Textarea({"rows": 3}),
        help_text=f"Wajib bila alasannya “Lainnya”. {TO_SENDER}",
    )  # fmt: skip

    def clean(self):
        given = super().clean()
        if given.get("reason") == "other" and not given.get("text") and "text" not in self.errors:
            self.add_error("text", "Tulis alasan lainnya.")
        return given


class PassForm(forms.Form):
    to = forms.ModelChoiceField(
        Shelter.objects.none(), label="Panti tujuan", widget=forms.RadioSelect, empty_label=None,
        error_messages={"required": "Pilih panti tujuan."},
    )  # fmt: skip
    note = TextField(
        label="Mengapa diteruskan?", max_length=300, error_messages={"required": "Tulis alasannya."},
        help_text="Dibaca panti tujuan.",
    )  # fmt: skip

    def __init__(self, *args, shelter, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        residents = Count("stays", filter=Q(stays__status="resident", stays__setting="in_house"))
        others = Shelter.objects.exclude(pk=shelter.pk).annotate(free=F("capacity") - residents)
        field.queryset = others.order_by("-free", "name")
        field.label_from_instance = lambda one: f"{one} ({free_places(one.free)})"


def free_places(free):
    return f"{free} tempat kosong" if free > 0 else "penuh"


class CloseForm(forms.Form):
    reason = forms.ChoiceField(
        label="Selesai karena", choices=RequestPerson.Close.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih alasannya."},
    )  # fmt: skip
    note = TextField(label="Keterangan", required=False, max_length=300)


class KnownForm(forms.Form):
    """This is somebody we know: whose stay this person has, or begins."""

    reason = TextField(
        label="Bagaimana Anda mengenalinya?", max_length=200,
        error_messages={"required": "Tulis bagaimana Anda mengenali orang ini."},
    )  # fmt: skip


class OfficeForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = SenderOffice
        fields = ["partner", "shelter"]

    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = Partner.objects.in_use().filter(shelter=None)
        self.fields["partner"].empty_label = "Pilih mitra"
        self.fields["partner"].help_text = "Belum ada dalam daftar? Tambahkan dahulu di menu Mitra."
        self.fields["partner"].error_messages["required"] = "Pilih mitra yang mengirim."
        self.fields["shelter"].queryset = shelters
        self.fields["shelter"].empty_label = None
        self.fields["shelter"].help_text = "Permintaan dari kantor ini masuk ke daftar panti ini."
        if len(shelters) == 1:
            self.fields["shelter"].initial = shelters[0]


class GroupForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = CommunityGroup
        fields = ["partner", "area", "region", "shelter"]
        field_classes = {"area": TextField}
        widgets = {"region": RegionPicker}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = Partner.objects.in_use().filter(shelter=None)
        self.fields["partner"].empty_label = "Pilih mitra"
        self.fields["partner"].error_messages["required"] = "Pilih mitra yang melapor."
        self.fields["area"].error_messages["required"] = "Isi wilayah kerja kelompok ini."
        self.fields["region"].label = "Kode wilayah"
        self.fields["region"].queryset = Region.objects.all()
        self.fields["shelter"].empty_label = "Tidak ada"
