"""Announcing people to a shelter: what a known sender and what the public fill in without an account."""

import re
import uuid
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.cleaning import TextField
from cases.forms.client import SEXES, DateInput
from cases.forms.stay import TimeInput
from cases.models import Shelter
from cases.uploads import checked
from referrals.models import IntakeRequest

FIRST_ROWS, MORE_ROWS, MOST_ROWS = 6, 10, 60
# The page stays light on a slow line: of what is wrong so many rows stand open at once, and so many empty ones.
MOST_WRONG, MOST_BLANK = 10, 16
TOO_MANY = f"Paling banyak {MOST_ROWS} orang dalam satu permintaan. Kirim sisanya sebagai permintaan kedua."
LATEST = timedelta(days=60)
PHONE = re.compile(r"^\+?[0-9][0-9 ()./-]{6,}$")
DIGITS_16 = re.compile(r"(?<!\d)(?:\d[ .\-]?){15}\d(?!\d)")


def refuse_nik(text, sentence="Ada 16 angka seperti NIK di teks ini. Hapus nomor itu; tidak diperlukan di sini."):
    if DIGITS_16.search(text or ""):
        raise ValidationError(sentence)
    return text


class PlainText(TextField):
    """Text in which no identity number belongs."""

    def clean(self, value):
        return refuse_nik(super().clean(value))


class Upload(forms.FileField):
    """A photo, or where `papers` are wanted a PDF as well; checked and rebuilt as every file from outside."""

    def __init__(self, *, papers=False, **options):
        self.papers = papers
        said = "Foto atau PDF, paling besar 10 MB." if papers else "Boleh dikosongkan. Paling besar 10 MB."
        accept = "image/*,application/pdf" if papers else "image/*"
        options = {"required": False, "help_text": said, "widget": forms.FileInput({"accept": accept})} | options
        super().__init__(error_messages={"empty": "Berkas ini kosong."}, **options)

    def clean(self, data, initial=None):
        given = super().clean(data, initial)
        if not given:
            return None
        kept = checked(given)
        if kept.content_type not in ("image/jpeg", "application/pdf")[: 1 + self.papers]:
            raise ValidationError("Pilih foto (JPG, PNG, WebP)" + (" atau PDF." if self.papers else "."))
        return kept.file


class Announcement(forms.Form):
    """What both have in common: sent once, by nobody's machine, by somebody who can be called back."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    # People do not see it; what fills every field of a page does.
    alamat_web = forms.CharField(
        label="Jangan diisi", required=False, widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"})
    )
    bringer = TextField(label="Nama Anda", max_length=100, error_messages={"required": "Tulis nama Anda."})
    phone = TextField(
        label="Nomor HP yang dapat dihubungi", max_length=30, widget=forms.TextInput({"inputmode": "tel"}),
        error_messages={"required": "Tulis nomor HP yang dapat dihubungi."},
    )  # fmt: skip
    found_on = forms.DateField(label="Tanggal ditemukan", required=False, widget=DateInput)
    found_at = TextField(
        label="Tempat ditemukan", required=False, max_length=200, help_text="Misalnya “Pasar Umpama, pintu barat”."
    )

    def clean_alamat_web(self):
        if self.cleaned_data["alamat_web"]:
            raise ValidationError("Kosongkan isian “Jangan diisi”, lalu kirim lagi.")
        return ""

    def clean_phone(self):
        if not PHONE.match(self.cleaned_data["phone"]):
            raise ValidationError("Tulis nomor dengan angka, misalnya 0812-3456-7890.")
        return self.cleaned_data["phone"]

    def clean_found_on(self):
        day = self.cleaned_data["found_on"]
        if day and day > self.today:
            raise ValidationError("Tanggal ditemukan belum tiba.")
        return day

    def values(self, *names):
        return {name: self.cleaned_data[name] for name in ("key", "bringer", "phone", "found_on", "found_at", *names)}


class SenderForm(Announcement):
    rank = TextField(label="Pangkat atau jabatan", required=False, max_length=100)
    expected_on = forms.DateField(
        label="Rencana datang", widget=DateInput, error_messages={"required": "Isi tanggal rencana datang."}
    )
    expected_at = forms.TimeField(label="Jam rencana datang", required=False, widget=TimeInput)
    letter_number = TextField(label="Nomor surat", required=False, max_length=100)
    letter = Upload(label="Surat pengantar", papers=True)
    remarks = TextField(
        label="Catatan keamanan dan keselamatan", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Misalnya: gelisah, membawa benda tajam, perlu ambulans, ibu dan anak jangan dipisah.",
    )  # fmt: skip

    def __init__(self, *args, office, **kwargs):
        super().__init__(*args, **kwargs)
        self.office, self.today = office, office.shelter.today()
        if not self.is_bound:
            self.initial["expected_on"] = self.today
        self.people = PeopleFormSet(self.data if self.is_bound else None, prefix="orang", auto_id=False)

    def clean_expected_on(self):
        day = self.cleaned_data["expected_on"]
        if day < self.today:
            raise ValidationError("Tanggal rencana datang sudah lewat.")
        if day > self.today + LATEST:
            raise ValidationError("Rencana datang paling lama 60 hari lagi.")
        return day

    def clean(self):
        given = super().clean()
        if not self.people.is_valid():
            said = [message for error in self.people.non_form_errors().as_data() for message in error.messages]
            self.add_error(None, said or ["Periksa isian daftar orang."])
        elif not self.rows():
            self.add_error(None, "Isi sedikitnya satu orang: nama atau ciri-ciri.")
        return given

    def rows(self):
        rows = [row.cleaned_data for row in self.people if row.has_changed()]
        return [row for row in rows if any(value not in ("", None) for value in row.values())]

    def offer(self, *, more=False, row=""):
        """The same page with more rows or with one opened again, and no word of what is not filled in yet."""
        self.data = self.data.copy()
        count = self.people.total_form_count()
        if more:
            room = max(0, MOST_BLANK - self.people.blank)
            self.data["orang-TOTAL_FORMS"] = str(min(count + min(MORE_ROWS, room), MOST_ROWS))
        self.people = PeopleFormSet(self.data, prefix="orang", auto_id=False)
        self.people.opened = int(row) if row.isascii() and row.isdigit() else None
        self.people._errors, self.people._non_form_errors = [], self.error_class()
        for form in (self, *self.people):
            form._errors = type(forms.Form().errors)()
            form.cleaned_data = {}

    @property
    def can_grow(self):
        return self.people.total_form_count() < MOST_ROWS and self.people.blank < MOST_BLANK

    def send(self):
        given = self.values("rank", "expected_on", "expected_at", "letter_number", "remarks")
        asked = IntakeRequest(shelter=self.office.shelter, office=self.office, agency=str(self.office.partner), **given)
        asked.letter = self.cleaned_data["letter"] or ""
        return asked.send(self.rows())


class PersonRow(forms.Form):
    mark = TextField(label="Ciri-ciri", required=False, max_length=200)
    name = TextField(label="Nama, bila tahu", required=False, max_length=200)
    sex = forms.ChoiceField(label="Jenis kelamin", choices=SEXES[::-1], required=False)
    estimated_age = forms.IntegerField(
        label="Perkiraan usia", required=False, min_value=0, max_value=130, error_messages={
            "invalid": "Tulis usia dengan angka.", "max_value": "Perkiraan usia antara 0 dan 130 tahun.",
            "min_value": "Perkiraan usia antara 0 dan 130 tahun.",
        },
    )  # fmt: skip
    condition = TextField(label="Kondisi", required=False, max_length=140)
    needs = TextField(label="Kebutuhan mendesak", required=False, max_length=140)

    def clean(self):
        given = super().clean()
        told = any(value not in ("", None) for value in given.values())
        if told and not self.errors and not given.get("mark") and not given.get("name"):
            self.add_error("mark", "Isi nama atau ciri-ciri orang ini.")
        return given


class People(forms.BaseFormSet):
    """Rows that are told stand as one line with what was typed carried along; empty and wrong ones stand open."""

    opened = None

    def get_form_kwargs(self, index):
        return {"use_required_attribute": False}

    @property
    def blank(self):
        return sum(not row.has_changed() for row in self)

    def lines(self):
        """[(row, whether it stands open, whether it has to be mended)]: of the wrong ones only the first stand open."""
        told, wrong = [], 0
        for place, row in enumerate(self):
            bad = self.is_bound and row.has_changed() and bool(row.errors)
            wrong += bad
            nameless = not (row["name"].data or row["mark"].data)
            told.append((row, place == self.opened or nameless or (bad and wrong <= MOST_WRONG), bad))
        return told


PeopleFormSet = forms.formset_factory(
    PersonRow, formset=People, extra=FIRST_ROWS, max_num=MOST_ROWS, absolute_max=MOST_ROWS + 1, validate_max=True
)
People.default_error_messages = forms.BaseFormSet.default_error_messages | {"too_many_forms": TOO_MANY}


class ReportForm(Announcement):
    """Anybody who saw somebody in need (laporan warga): one person, in plain words."""

    field_order = [
        "key", "shelter", "found_at", "found_on", "mark", "name", "sex", "estimated_age", "condition", "needs", "photo",
        "bringer", "agency", "phone", "alamat_web",
    ]  # fmt: skip
    shelter = forms.ModelChoiceField(
        Shelter.objects.none(), label="Panti terdekat", empty_label="Pilih panti",
        error_messages={"required": "Pilih panti terdekat."},
    )  # fmt: skip
    mark = PlainText(
        label="Siapa yang perlu ditolong?", max_length=200,
        help_text="Keadaan dan ciri-cirinya, misalnya “nenek ± 75 tahun, tinggal sendiri, tidak ada yang merawat”.",
        error_messages={"required": "Tulis keadaan dan ciri-ciri orangnya."},
    )  # fmt: skip
    name = TextField(label="Namanya, bila tahu", required=False, max_length=200)
    sex = forms.ChoiceField(label="Jenis kelamin", choices=SEXES, required=False, widget=forms.RadioSelect, initial="")
    estimated_age = PersonRow.base_fields["estimated_age"]
    condition = PlainText(label="Kesehatan dan keselamatannya", required=False, max_length=140)
    needs = PlainText(label="Yang paling mendesak", required=False, max_length=140)
    photo = Upload(label="Foto keadaan")
    agency = TextField(
        label="Kelompok atau RT/RW", required=False, max_length=150, help_text="Misalnya “WKSBM Guyub Rukun”."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        shelters, field = Shelter.objects.order_by("name"), self.fields["shelter"]
        field.queryset = shelters
        field.label_from_instance = lambda one: f"{one}, {one.city}" if one.city else str(one)
        if len(shelters) == 1:
            field.widget, field.initial = forms.HiddenInput(), shelters[0]
        self.today = timezone.localdate()
        self.fields["found_at"].required = True
        self.fields["found_at"].error_messages["required"] = "Tulis di mana orangnya dapat ditemui."
        self.fields["found_at"].label = "Di mana orangnya dapat ditemui?"
        self.fields["found_on"].label = "Terakhir dilihat tanggal"

    def send(self):
        asked = IntakeRequest(shelter=self.cleaned_data["shelter"], **self.values("agency"))
        asked.photo = self.cleaned_data["photo"] or ""
        fields = ("mark", "name", "sex", "estimated_age", "condition", "needs")
        return asked.send([{name: self.cleaned_data[name] for name in fields}])


class CheckForm(forms.Form):
    number = TextField(label="Nomor laporan", max_length=30, error_messages={"required": "Tulis nomor laporan."})
    code = TextField(
        label="Kode", max_length=20, error_messages={"required": "Tulis kodenya."},
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )  # fmt: skip


class ReplyForm(forms.Form):
    text = PlainText(
        label="Jawaban Anda", max_length=1000, widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Tulis jawaban Anda."},
    )  # fmt: skip
