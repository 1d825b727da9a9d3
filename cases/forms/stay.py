import uuid

from django import forms
from django.core.exceptions import ValidationError

from cases.cleaning import TextField
from cases.forms.client import ClientFields, DateInput
from cases.forms.recorded import RecordedForm
from cases.models import BasicService, Category, EntrySource, Need, ServiceType, Shelter, Stay, User
from cases.staff import staff_of

BRINGER = ("brought_by", "bringer_letter", "bringer_name", "bringer_rank", "bringer_number")


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M")


class SearchForm(forms.Form):
    q = TextField(
        label="Nama, alias, NIK, nomor klien, atau nomor register",
        max_length=100,
        error_messages={"required": "Tulis nama atau nomor yang dicari."},
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class EntryFields(forms.Form):
    """How somebody came in."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    shelter = forms.ModelChoiceField(Shelter.objects, label="Panti", empty_label=None)
    setting = forms.ChoiceField(
        label="Tempat pelayanan", choices=Stay.Setting.choices, widget=forms.RadioSelect, required=False,
        initial=Stay.Setting.IN_HOUSE,
    )  # fmt: skip
    entered_on = forms.DateField(
        label="Tanggal masuk", widget=DateInput, error_messages={"required": "Isi tanggal masuk."}
    )
    entered_at = forms.TimeField(label="Jam masuk", widget=TimeInput, required=False)
    source = forms.ModelChoiceField(
        EntrySource.objects.in_use(),
        label="Sumber rujukan masuk",
        required=False,
        empty_label="Belum diketahui",
    )
    brought_by = TextField(
        label="Diantar oleh", required=False, max_length=200, help_text="Instansi atau orang, misalnya Polsek Kota."
    )
    bringer_letter = TextField(label="Nomor surat pengantar", required=False, max_length=100)
    bringer_name = TextField(label="Nama petugas yang mengantar", required=False, max_length=100)
    bringer_rank = TextField(label="Pangkat atau jabatan", required=False, max_length=100)
    bringer_number = TextField(label="NIP atau NRP", required=False, max_length=40)
    found_at = TextField(label="Ditemukan di", required=False, max_length=200)
    condition = TextField(
        label="Kondisi saat datang", required=False, max_length=300, widget=forms.Textarea({"rows": 2})
    )
    category = forms.ModelChoiceField(
        Category.objects.in_use(), label="Kategori PPKS", required=False, empty_label="Belum ditentukan"
    )

    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shelter"].queryset = shelters
        first = shelters.first()
        self.fields["shelter"].initial = first
        if len(shelters) == 1:
            self.fields["shelter"].widget = forms.HiddenInput()
        if first:
            now = first.now()
            self.fields["entered_on"].initial = now.date()
            self.fields["entered_at"].initial = now.time().replace(second=0, microsecond=0)

    def clean(self):
        given = super().clean()
        shelter, day = given.get("shelter"), given.get("entered_on")
        if shelter and day and day > shelter.today():
            self.add_error("entered_on", "Tanggal masuk belum tiba.")
        return given

    def new_stay(self):
        given = self.cleaned_data
        stay = Stay(**{
            field: given[field]
            for field in ("entered_on", "entered_at", "source", "found_at", "condition", "category", *BRINGER)
        })  # fmt: skip
        stay.setting = given.get("setting") or Stay.Setting.IN_HOUSE
        level = level_of(given["shelter"], stay.setting)
        stay.service_type = likely_type(given["shelter"], given["category"], level)
        return stay


class IntakeForm(ClientFields, EntryFields):
    """A new client comes in: who, and how."""

    field_order = [
        "name", "aliases", "description", "sex", "estimated_age", "category", "source", *BRINGER, "found_at",
        "condition", "photo", "setting", "entered_on", "entered_at", "shelter", "nik", "no_nik_reason", "birth_date",
        "birth_place", "origin", "origin_address", "phone", "health_note",
    ]  # fmt: skip


class ReturnForm(EntryFields):
    """A known client comes in again."""

    reason = TextField(label="Bagaimana Anda mengenalinya?", max_length=200, required=False)

    def __init__(self, *args, stranger, **kwargs):
        super().__init__(*args, **kwargs)
        # Whoever opens a file of another shelter says why; it stands on the trail.
        self.fields["reason"].required = stranger
        self.fields["reason"].error_messages["required"] = "Tulis bagaimana Anda mengenali orang ini."
        if not stranger:
            del self.fields["reason"]


def level_of(shelter, setting):
    """Outside an institution the standard's list is that of the regency (domain/spm.md §3.2), whoever serves."""
    return Shelter.Level.REGENCY if setting == Stay.Setting.OUTSIDE else shelter.level


def likely_type(shelter, category, level=None):
    """The SPM type that fits the shelter's level and the category's group; the worker may change it later."""
    if category is None or not category.spm_group:
        return None
    return ServiceType.objects.filter(level=level or shelter.level, group=category.spm_group).first()


class StayForm(RecordedForm):
    class Meta:
        model = Stay
        fields = [
            "setting", "entered_on", "entered_at", "source", *BRINGER, "found_at", "condition", "category",
            "service_type", "neglect", "note",
        ]  # fmt: skip
        field_classes = dict.fromkeys([*BRINGER, "found_at", "condition", "note"], TextField)
        widgets = {
            "entered_on": DateInput,
            "entered_at": TimeInput,
            "condition": forms.Textarea({"rows": 2}),
            "note": forms.Textarea({"rows": 3}),
            "neglect": forms.RadioSelect,
            "setting": forms.RadioSelect,
        }
        labels = {"service_type": "Jenis pelayanan SPM"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        levels = {self.instance.shelter.level, Shelter.Level.REGENCY}
        self.fields["service_type"].queryset = ServiceType.objects.filter(level__in=levels)
        self.fields["setting"].required = False
        self.fields["service_type"].empty_label = "Di luar SPM"

    def clean_setting(self):
        return self.cleaned_data["setting"] or self.instance.setting

    def clean(self):
        given = super().clean()
        kind = given.get("service_type")
        if kind and kind.level != level_of(self.instance.shelter, given.get("setting")):
            self.add_error("service_type", "Pilih jenis pelayanan yang sesuai dengan tempat pelayanannya.")
        return given

    def clean_entered_on(self):
        day = self.cleaned_data["entered_on"]
        if day > self.instance.shelter.today():
            raise ValidationError("Tanggal masuk belum tiba.")
        return day


class CancelForm(forms.Form):
    reason = TextField(
        label="Mengapa dibatalkan?", max_length=200, error_messages={"required": "Tulis alasan pembatalan."}
    )


class NeedForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    service = forms.ModelChoiceField(
        BasicService.objects, label="Layanan dasar yang dibutuhkan", empty_label="Pilih layanan",
        error_messages={"required": "Pilih layanan yang dibutuhkan."},
    )  # fmt: skip
    opened_on = forms.DateField(label="Sejak tanggal", widget=DateInput)
    note = TextField(label="Catatan", required=False, max_length=300)
    responsible = forms.ModelChoiceField(
        User.objects.none(), label="Penanggung jawab", required=False, empty_label="Belum ditentukan"
    )
    due_on = forms.DateField(label="Paling lambat", required=False, widget=DateInput)

    def __init__(self, *args, shelter, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["responsible"].queryset = staff_of(shelter)


class NeedCloseForm(forms.Form):
    on = forms.DateField(label="Tanggal ditutup", widget=DateInput, error_messages={"required": "Isi tanggal."})
    reason = forms.ChoiceField(
        label="Mengapa ditutup", choices=Need.Reason.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih alasannya."},
    )  # fmt: skip
