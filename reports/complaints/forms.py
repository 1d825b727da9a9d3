"""What anybody fills in: the public form, and the page on which the sender follows it."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import Shelter
from referrals.forms.incoming import PHONE, PlainText, Upload
from reports.models import Complaint
from reports.models.complaint_words import Addressee, Channel, Kind, Satisfaction, Secrecy
from reports.public.gate import honeypot

KINDS = [(value, label) for value, label in Kind.choices if value != Kind.PERSON] + [
    (Kind.PERSON, "Ada orang yang perlu ditolong")
]
FIELDS = (
    "key", "kind", "subject", "text", "happened_on", "about_head", "confidentiality", "reporter_name",
    "reporter_phone", "reporter_email",
)  # fmt: skip


class ComplaintForm(forms.Form):
    """What both the public and the desk write down. `shelter`: the one in the address, or chosen here."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    about = forms.ModelChoiceField(
        Shelter.objects.none(), label="Tentang panti", required=False, empty_label="Tidak tentang panti tertentu",
        error_messages={"required": "Pilih panti.", "invalid_choice": "Pilih panti dari daftar."},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="Apa yang ingin Anda sampaikan?", choices=KINDS, widget=forms.RadioSelect,
        error_messages={"required": "Pilih salah satu."},
    )  # fmt: skip
    subject = PlainText(
        label="Perihal", max_length=150, help_text="Satu kalimat pendek.",
        error_messages={"required": "Tulis perihalnya."},
    )  # fmt: skip
    text = PlainText(
        label="Ceritakan", max_length=4000, widget=forms.Textarea({"rows": 6}),
        help_text="Apa yang terjadi, di mana, dan apa yang Anda harapkan. Jangan menulis NIK.",
        error_messages={"required": "Tulis isinya."},
    )  # fmt: skip
    happened_on = forms.DateField(
        label="Tanggal kejadian", required=False, widget=DateInput, help_text="Boleh dikosongkan.",
        error_messages={"invalid": "Tanggal ini tidak ada."},
    )  # fmt: skip
    file = Upload(label="Foto atau PDF", papers=True, help_text="Boleh dikosongkan. Satu berkas, paling besar 10 MB.")
    about_head = forms.BooleanField(
        label="Ini tentang kepala panti", required=False, help_text="Hanya dinas yang membacanya."
    )
    confidentiality = forms.BooleanField(
        label="Rahasiakan dari panti", required=False, help_text="Hanya dinas yang membaca laporan dan nama Anda."
    )
    reporter_name = TextField(
        label="Nama Anda", required=False, max_length=100, help_text="Boleh dikosongkan: laporan tanpa nama diterima.",
        widget=forms.TextInput({"autocomplete": "name"}),
    )  # fmt: skip
    reporter_phone = TextField(
        label="Nomor HP", required=False, max_length=30,
        widget=forms.TextInput({"inputmode": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    reporter_email = forms.EmailField(
        label="Surel", required=False, error_messages={"invalid": "Tulis alamat surel, misalnya nama@contoh.id."},
        widget=forms.EmailInput({"autocomplete": "email"}),
    )  # fmt: skip

    def clean_reporter_phone(self):
        phone = self.cleaned_data["reporter_phone"]
        if phone and not PHONE.match(phone):
            raise ValidationError("Tulis nomor dengan angka, misalnya 0812-3456-7890.")
        return phone

    def clean_happened_on(self):
        day = self.cleaned_data["happened_on"]
        if day and day > timezone.localdate():
            raise ValidationError("Tanggal kejadian belum tiba.")
        return day

    def clean_confidentiality(self):
        return Secrecy.SECRET if self.cleaned_data["confidentiality"] else Secrecy.OPEN

    def complaint(self, **values):
        """Not yet received."""
        given = {name: self.cleaned_data[name] for name in FIELDS}
        return Complaint(file=self.cleaned_data["file"] or "", **given | values)


class PublicForm(ComplaintForm):
    situs_web = honeypot()

    def __init__(self, *args, shelter=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.shelter = shelter
        if shelter:
            del self.fields["about"]
        else:
            del self.fields["about_head"], self.fields["confidentiality"]  # the department reads it in any case
            self.fields["about"].queryset = Shelter.objects.order_by("name")

    @property
    def is_robot(self):
        return bool(self.cleaned_data["situs_web"])

    def complaint(self):
        if self.shelter:
            return super().complaint(about=self.shelter, channel=Channel.FORM, addressed_to=Addressee.SHELTER)
        self.cleaned_data |= {"about_head": False, "confidentiality": Secrecy.OPEN}
        about = self.cleaned_data["about"]
        return super().complaint(about=about, channel=Channel.FORM, addressed_to=Addressee.DEPARTMENT)


class DeskForm(ComplaintForm):
    """Whoever receives it at the desk or by telephone writes it down; who handles it reads it."""

    field_order = ["key", "about", "channel", "sp4n_id"]
    channel = forms.ChoiceField(
        label="Saluran", choices=[one for one in Channel.choices if one[0] != Channel.FORM], initial=Channel.DESK
    )
    sp4n_id = TextField(label="Nomor SP4N-LAPOR!", required=False, max_length=30, help_text="Bila datang dari sana.")

    def __init__(self, *args, shelters, in_department, **kwargs):
        super().__init__(*args, **kwargs)
        self.in_department = in_department
        about = self.fields["about"]
        about.queryset, about.required = shelters, not in_department
        if not in_department:
            about.label, about.empty_label = "Panti", "Pilih panti"
            if len(shelters) == 1:
                about.initial = shelters[0]
        labels = {
            "kind": "Jenis", "text": "Isi", "reporter_name": "Nama pengirim", "reporter_phone": "Nomor HP pengirim",
            "reporter_email": "Surel pengirim", "confidentiality": "Pengirim minta dirahasiakan dari panti",
        }  # fmt: skip
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["kind"].choices = Kind.choices
        for name in ("about_head", "confidentiality"):  # said above the form
            self.fields[name].help_text = ""

    def complaint(self):
        to = Addressee.DEPARTMENT if self.in_department else Addressee.SHELTER
        given = {name: self.cleaned_data[name] for name in ("about", "channel", "sp4n_id")}
        return super().complaint(addressed_to=to, **given)


class FollowForm(forms.Form):
    number = TextField(label="Nomor", max_length=30, error_messages={"required": "Tulis nomornya."})
    code = TextField(
        label="Kode", max_length=30, widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": "Tulis kodenya."},
    )  # fmt: skip


class SenderTextForm(forms.Form):
    text = PlainText(
        label="Pesan Anda", max_length=2000, widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Tulis pesannya."},
    )  # fmt: skip


class RateForm(forms.Form):
    satisfaction = forms.TypedChoiceField(
        label="Seberapa puas Anda dengan jawaban ini?", choices=Satisfaction.choices, coerce=int,
        widget=forms.RadioSelect, error_messages={"required": "Pilih salah satu."},
    )  # fmt: skip
