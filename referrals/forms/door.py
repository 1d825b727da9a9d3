"""What a partner may say through the link. The fields are the words of the referral's verbs."""

from django import forms
from django.conf import settings

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.uploads import ACCEPTED, checked
from referrals.models import Referral
from referrals.models.partner_file import PartnerFile
from referrals.models.voice import Channel, Voice

BIG_PHOTO = (
    "Berkas ini lebih dari 10 MB. Foto ulang suratnya dengan ukuran lebih kecil (setelan kamera), kirim dahulu lewat "
    "WhatsApp ke diri sendiri lalu pakai hasilnya, atau pindai sebagai PDF."
)


def words(label, rows=3, **options):
    options = {"max_length": 2000, "widget": forms.Textarea({"rows": rows})} | options
    return TextField(label=label, **options)


class CodeForm(forms.Form):
    code = forms.RegexField(
        r"^\s*\d{3}[\s.-]*\d{3}\s*$", label="Kode 6 angka",
        widget=forms.TextInput({"class": "code", "inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"required": "Ketik kode 6 angka dari panti.", "invalid": "Kode terdiri dari 6 angka."},
    )  # fmt: skip

    def clean_code(self):
        return "".join(filter(str.isdigit, self.cleaned_data["code"]))


class SaidForm(forms.Form):
    """Who speaks stands below what is said."""

    name = TextField(
        label="Nama Anda", max_length=150, widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": "Tulis nama Anda."},
    )  # fmt: skip
    position = TextField(
        label="Jabatan atau bagian", max_length=150, required=False,
        widget=forms.TextInput({"autocomplete": "organization-title"}),
    )  # fmt: skip

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        own = [name for name in self.fields if name not in SaidForm.base_fields]
        self.order_fields([*own, *SaidForm.base_fields])

    def coming(self, field):
        day = self.cleaned_data[field]
        if day and day < self.today:
            raise forms.ValidationError("Tanggal itu sudah lewat.")
        return day

    def voice(self):
        return Voice(self.cleaned_data["name"], self.cleaned_data["position"], Channel.LINK)

    def said(self):
        return {name: value for name, value in self.cleaned_data.items() if name not in SaidForm.base_fields}


class AcceptForm(SaidForm):
    arranged_on = forms.DateField(
        label="Tanggal klien dapat datang", required=False, widget=DateInput,
        help_text="Kosongkan bila akan disepakati lewat telepon.",
    )  # fmt: skip
    conditions = words("Syarat", required=False, help_text="Misalnya: bawa fotokopi KK dan surat keterangan sehat.")
    note = words("Catatan", required=False)

    def clean_arranged_on(self):
        return self.coming("arranged_on")

    def speak(self, referral):
        return referral.accept(voice=self.voice(), **self.said())


class DeclineForm(SaidForm):
    reason = forms.ChoiceField(
        label="Alasan", choices=Referral.DeclineReason.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih alasannya."},
    )  # fmt: skip
    note = words("Penjelasan", required=False, help_text="Wajib bila alasannya “Lainnya”.")

    def clean(self):
        given = super().clean()
        if given.get("reason") == Referral.DeclineReason.OTHER and not given.get("note"):
            self.add_error("note", "Jelaskan alasan lainnya.")
        return given

    def speak(self, referral):
        return referral.decline(voice=self.voice(), **self.said())


class PostponeForm(SaidForm):
    until = forms.DateField(
        label="Tanggal yang Anda usulkan", widget=DateInput, error_messages={"required": "Tulis tanggalnya."}
    )
    note = words("Catatan", required=False, help_text="Misalnya: tempat baru ada setelah tanggal itu.")

    def clean_until(self):
        return self.coming("until")

    def speak(self, referral):
        return referral.postpone(voice=self.voice(), **self.said())


class AskForm(SaidForm):
    text = words("Isi", rows=4, error_messages={"required": "Tulis pertanyaan atau pesan Anda."})

    def speak(self, referral):
        return referral.ask(self.cleaned_data["text"], voice=self.voice())


class ArrivalForm(SaidForm):
    came = forms.TypedChoiceField(
        label="Apakah klien datang?", choices=[("ya", "Sudah datang"), ("tidak", "Tidak datang")],
        widget=forms.RadioSelect, coerce=lambda value: value == "ya", error_messages={"required": "Pilih salah satu."},
    )  # fmt: skip
    on = forms.DateField(label="Tanggal", widget=DateInput, error_messages={"required": "Tulis tanggalnya."})
    note = words("Catatan", required=False)

    def speak(self, referral):
        return referral.report_arrival(voice=self.voice(), **self.said())


class ResultForm(SaidForm):
    result = words(
        "Hasil", rows=5, max_length=3000, error_messages={"required": "Tulis hasilnya."},
        help_text="Misalnya: sudah diperiksa, dirawat sampai kapan, tindak lanjut yang diperlukan.",
    )  # fmt: skip

    def speak(self, referral):
        return referral.report_result(voice=self.voice(), **self.said())


class LetterForm(SaidForm):
    title = TextField(label="Judul surat", max_length=150, error_messages={"required": "Tulis judul suratnya."})
    file = forms.FileField(
        label="Berkas atau foto surat", help_text=f"{ACCEPTED} Paling besar 10 MB.",
        error_messages={"required": "Pilih berkasnya.", "empty": "Berkas ini kosong."},
    )  # fmt: skip

    def clean_file(self):
        given = self.cleaned_data["file"]
        if given.size > settings.UPLOAD_LIMIT:
            raise forms.ValidationError(BIG_PHOTO)
        return checked(given)

    def speak(self, referral):
        PartnerFile.receive(referral, self.cleaned_data["file"], title=self.cleaned_data["title"], voice=self.voice())
