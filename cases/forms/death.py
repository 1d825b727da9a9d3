import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.moment import MomentField
from cases.models import Death, DeathStep


def area(rows):
    return forms.Textarea({"rows": rows})


class CircumstancesForm(forms.Form):
    """How it was, as far as it is known."""

    place = TextField(label="Tempat", max_length=200, error_messages={"required": "Tulis tempatnya."})
    found_by = TextField(label="Ditemukan atau didampingi oleh", required=False, max_length=200)
    cause = TextField(
        label="Sebab menurut keterangan", required=False, max_length=2000, widget=area(3),
        help_text="Menurut keterangan siapa. Hanya dapat dibaca pekerja sosial dan kepala panti.",
    )  # fmt: skip
    medical_note = TextField(
        label="Keterangan medis", required=False, max_length=3000, widget=area(3),
        help_text="Hasil pemeriksaan dokter atau visum. Hanya dapat dibaca pekerja sosial dan kepala panti.",
    )  # fmt: skip

    @staticmethod
    def initial_of(death):
        return {field: getattr(death, field) for field in ("place", "found_by", "cause", "medical_note")}


class DeathForm(CircumstancesForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    died_at = MomentField(
        label="Waktu meninggal atau ditemukan", error_messages={"required": "Isi tanggal dan jamnya."}
    )
    field_order = ["key", "died_at"]

    def __init__(self, *args, stay, **kwargs):
        super().__init__(*args, **kwargs)
        self.stay = stay
        self.fields["died_at"].zone = stay.shelter.zone

    def save(self, *, by):
        values = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        death = Death(stay=self.stay, **values)
        death.register(by=by)
        return death


class StepForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    kind = forms.ChoiceField(
        label="Langkah", choices=DeathStep.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih langkahnya."},
    )  # fmt: skip
    on = forms.DateField(label="Tanggal", widget=DateInput, error_messages={"required": "Isi tanggal."})
    to = TextField(
        label="Kepada atau oleh", required=False, max_length=200,
        help_text="Nama, jabatan, instansi: Polsek mana, dokter siapa, keluarga siapa.",
    )  # fmt: skip
    reference = TextField(label="Nomor surat", required=False, max_length=100)
    note = TextField(
        label="Hasil", required=False, max_length=1000, widget=area(3),
        help_text="Dibaca pekerja sosial dan kepala panti. Pengumuman memuat foto hanya bila diizinkan.",
    )  # fmt: skip

    def save(self, *, death, by):
        values = {name: value for name, value in self.cleaned_data.items() if name != "key"}
        DeathStep(death=death, **values).add(by=by)


class EarlyForm(forms.Form):
    reason = TextField(
        label="Mengapa sebelum waktu tunggu berakhir?", max_length=300, widget=area(3),
        error_messages={"required": "Tulis alasannya."},
    )  # fmt: skip


class BurialForm(forms.Form):
    buried_at = MomentField(label="Waktu pemakaman", error_messages={"required": "Isi tanggal dan jam pemakaman."})
    place = TextField(
        label="Tempat pemakaman", max_length=200, help_text="Misalnya TPU Madureso.",
        error_messages={"required": "Tulis tempat pemakaman."},
    )  # fmt: skip
    burial_plot = TextField(label="Blok dan nomor makam", required=False, max_length=100)
    washed_by = TextField(label="Dimandikan oleh", required=False, max_length=200)
    shrouded_by = TextField(label="Dikafani atau dipakaikan oleh", required=False, max_length=200)
    buried_by = TextField(
        label="Dimakamkan oleh", max_length=200, error_messages={"required": "Tulis siapa yang memakamkan."}
    )
    rite = TextField(
        label="Tata cara", required=False, max_length=200, help_text="Menurut agama yang bersangkutan bila diketahui."
    )
    rite_decided_by = TextField(
        label="Tata cara ditetapkan oleh", required=False, max_length=200,
        help_text="Diisi bila agamanya tidak diketahui.",
    )  # fmt: skip
    cost = forms.DecimalField(
        label="Biaya (Rp)", required=False, min_value=0, max_digits=12, decimal_places=2,
        help_text="Angka saja, misalnya 1500000.",
    )  # fmt: skip

    def __init__(self, *args, death, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["buried_at"].zone = death.shelter.zone


class CertificateForm(forms.Form):
    on = forms.DateField(label="Tanggal permohonan", widget=DateInput, error_messages={"required": "Isi tanggal."})
    number = TextField(
        label="Nomor akta kematian", required=False, max_length=60, help_text="Kosongkan bila belum terbit."
    )


class DeathCancelForm(forms.Form):
    reason = TextField(
        label="Mengapa catatan ini keliru?", max_length=200, error_messages={"required": "Tulis alasannya."}
    )
