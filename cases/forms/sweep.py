import uuid

from django import forms
from django.core.exceptions import ValidationError

from cases.cleaning import TextField
from cases.forms.client import SEXES, ClientFields, DateInput
from cases.forms.recorded import RecordedForm
from cases.forms.stay import TimeInput
from cases.models import Category, EntrySource, Shelter, Sweep, SweepPerson

OFFICER_ROWS = 4


class SweepForm(RecordedForm):
    """The head of a sweep: when, where, under which order."""

    class Meta:
        model = Sweep
        fields = ["held_on", "arrived_on", "arrived_at", "place", "order_number", "source", "note"]
        field_classes = dict.fromkeys(["place", "order_number", "note"], TextField)
        widgets = {
            "held_on": DateInput,
            "arrived_on": DateInput,
            "arrived_at": TimeInput,
            "note": forms.Textarea({"rows": 2}),
        }
        error_messages = {
            "held_on": {"required": "Isi tanggal penertiban."},
            "arrived_on": {"required": "Isi tanggal tiba di panti."},
            "place": {"required": "Isi tempat penertiban, misalnya “Alun-alun”."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].queryset = EntrySource.objects.in_use()
        self.fields["source"].empty_label = "Belum diketahui"
        self.officers = OfficerFormSet(
            self.data if self.is_bound else None, prefix="petugas", initial=self.instance.officers
        )

    def clean(self):
        given = super().clean()
        for field, sentence in (("held_on", "Tanggal penertiban"), ("arrived_on", "Tanggal tiba")):
            if given.get(field) and given[field] > self.instance.shelter.today():
                self.add_error(field, f"{sentence} belum tiba.")
        if not self.officers.is_valid():
            self.add_error(None, "Periksa isian petugas yang menyerahkan.")
        else:
            rows = [row.cleaned_data for row in self.officers if row.cleaned_data]
            self.instance.officers = [row for row in rows if any(row.values())]
        return given


class NewSweepForm(SweepForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    shelter = forms.ModelChoiceField(Shelter.objects, label="Panti", empty_label=None)

    def __init__(self, *args, shelters, **kwargs):
        first = shelters.first()
        now = first.now()
        initial = {"shelter": first, "held_on": now.date(), "arrived_on": now.date()}
        initial |= {"arrived_at": now.time().replace(second=0, microsecond=0)}
        initial["source"] = EntrySource.objects.filter(slug="satpol-pp").first()
        super().__init__(*args, initial=initial, instance=Sweep(shelter=first), **kwargs)
        self.fields["shelter"].queryset = shelters
        if len(shelters) == 1:
            self.fields["shelter"].widget = forms.HiddenInput()

    def clean_shelter(self):
        self.instance.shelter = self.cleaned_data["shelter"]
        return self.instance.shelter


class OfficerForm(forms.Form):
    """One of those who hand the people over, as the paper names them."""

    agency = TextField(label="Instansi", required=False, max_length=100)
    name = TextField(label="Nama petugas", required=False, max_length=100)
    position = TextField(label="Pangkat atau jabatan", required=False, max_length=100)
    number = TextField(label="NIP atau NRP", required=False, max_length=40)
    contact = TextField(label="Alamat atau telepon", required=False, max_length=120)


OfficerFormSet = forms.formset_factory(OfficerForm, extra=OFFICER_ROWS, max_num=OFFICER_ROWS, absolute_max=OFFICER_ROWS)


class PersonFields(forms.Form):
    """What is known of somebody at the door. One mark is enough."""

    mark = TextField(label="Ciri-ciri", required=False, max_length=200, help_text="Misalnya “pria ± 40, kaos merah”.")
    called = TextField(label="Nama panggilan", required=False, max_length=100)
    sex = forms.ChoiceField(label="Jenis kelamin", choices=SEXES, widget=forms.RadioSelect, required=False)
    estimated_age = forms.IntegerField(label="Perkiraan usia", required=False, min_value=0, max_value=130)
    group = TextField(label="Keluarga", required=False, max_length=3)
    photo = ClientFields.base_fields["photo"]
    category = forms.ModelChoiceField(
        Category.objects.in_use(), label="Kategori PPKS", required=False, empty_label="Belum ditentukan"
    )
    has_ktp = forms.ChoiceField(label="KTP", choices=SweepPerson.Ktp.choices, widget=forms.RadioSelect, required=False)
    needs_isolation = forms.BooleanField(label="Perlu isolasi", required=False)
    remark = TextField(label="Keterangan", required=False, max_length=300)

    clean_photo = ClientFields.clean_photo

    def clean_group(self):
        return self.cleaned_data["group"].upper()

    def values(self):
        """What was answered, as the row keeps it; no new photo leaves the old one."""
        given = dict(self.cleaned_data)
        for bookkeeping in ("key", "version"):
            given.pop(bookkeeping, None)
        if not given["photo"]:
            del given["photo"]
        return given


class EntryForm(PersonFields):
    """The fast line at the head of a sweep: Enter saves it and opens the next."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mark"].widget.attrs |= {"autofocus": True, "autocomplete": "off"}
        self.fields["called"].widget.attrs["autocomplete"] = "off"
        self.fields["group"].widget.attrs |= {"autocomplete": "off", "autocapitalize": "characters"}
        self.fields["group"].help_text = "Huruf yang sama: A, B, …"

    def clean(self):
        given = super().clean()
        if not self.errors and not any(given.get(field) for field in ("mark", "called", "photo")):
            self.add_error("mark", "Isi satu tanda pengenal: ciri-ciri, nama panggilan, atau foto.")
        return given


class SweepPersonForm(PersonFields):
    name = TextField(label="Nama", required=False, max_length=200, help_text="Bila sudah diketahui.")
    version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ["name", "called", "mark", "sex", "estimated_age", "category", "has_ktp", "group", "photo"]

    @staticmethod
    def initial_of(person):
        fields = ("name", "called", "mark", "sex", "estimated_age", "has_ktp", "group", "needs_isolation", "remark")
        return {field: getattr(person, field) for field in (*fields, "version")} | {"category": person.category_id}


class LinkForm(forms.Form):
    reason = TextField(label="Bagaimana Anda mengenalinya?", required=False, max_length=200)

    def __init__(self, *args, stranger, **kwargs):
        super().__init__(*args, **kwargs)
        if not stranger:
            del self.fields["reason"]
        else:
            self.fields["reason"].required = True
            self.fields["reason"].error_messages["required"] = "Tulis bagaimana Anda mengenali orang ini."


class SendAwayForm(forms.Form):
    """Everything but being admitted here; the field names are the verb's arguments."""

    Outcome = SweepPerson.Outcome
    outcome = forms.ChoiceField(
        label="Keputusan",
        choices=[(one.value, one.label) for one in (Outcome.OTHER_SHELTER, Outcome.PARTNER, Outcome.FAMILY,
                                                    Outcome.RELEASED)],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih keputusannya."},
    )  # fmt: skip
    to_shelter = forms.ModelChoiceField(
        Shelter.objects, label="Panti tujuan", required=False, empty_label="Pilih panti",
        help_text="Bila ke panti lain. Panti itu mencatat penerimaannya sendiri.",
    )  # fmt: skip
    destination = TextField(
        label="Nama lembaga, atau siapa yang menjemput", required=False, max_length=200,
        help_text="Misalnya “RSJ”, atau “Suami, Bapak T., HP 08…”.",
    )  # fmt: skip
    proof = TextField(
        label="Bukti hubungan keluarga", required=False, max_length=200,
        help_text="Wajib bila yang dijemput anak: KK, akta, atau surat keterangan.",
    )  # fmt: skip

    def __init__(self, *args, shelter, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to_shelter"].queryset = Shelter.objects.exclude(pk=shelter.pk)

    def clean(self):
        given = super().clean()
        outcome = given.get("outcome")
        if outcome == self.Outcome.OTHER_SHELTER:
            if not given.get("to_shelter") and "to_shelter" not in self.errors:
                self.add_error("to_shelter", "Pilih panti tujuan.")
        else:
            given["to_shelter"] = None
        if outcome == self.Outcome.PARTNER and not given.get("destination"):
            self.add_error("destination", "Tulis nama lembaga tujuan.")
        if outcome == self.Outcome.FAMILY and not given.get("destination"):
            self.add_error("destination", "Tulis siapa yang menjemput.")
        return given


class JoinForm(forms.Form):
    same_as = forms.ModelChoiceField(
        SweepPerson.objects, label="Orang yang sama dengan nomor", empty_label="Pilih baris",
        error_messages={"required": "Pilih baris yang menjadi orang ini."},
    )  # fmt: skip

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        others = person.sweep.people.persons().exclude(pk=person.pk).select_related("stay__client")
        self.fields["same_as"].queryset = others
        self.fields["same_as"].label_from_instance = lambda other: f"{other.serial} · {other.label}"


class ReasonForm(forms.Form):
    reason = TextField(label="Mengapa?", max_length=200, error_messages={"required": "Tulis alasannya."})


def chosen_rows(data):
    """The ticked rows of a page as numbers; whatever is none was not ticked there."""
    chosen = [int(pk) for pk in data.getlist("people") if pk.isascii() and pk.isdigit() and len(pk) < 16]
    if not chosen:
        raise ValidationError("Pilih sedikitnya satu orang.")
    return chosen
