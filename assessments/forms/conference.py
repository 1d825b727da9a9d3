import uuid

from django import forms

from assessments.models import ConferenceOption, FollowUp, Participant
from assessments.models.conference import CONFIDENTIAL
from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.stay import TimeInput
from cases.models import User
from cases.staff import staff_of


def area(rows):
    return forms.Textarea({"rows": rows})


class ConferenceForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    held_on = forms.DateField(
        label="Tanggal pembahasan", widget=DateInput, error_messages={"required": "Isi tanggalnya."}
    )
    held_at = forms.TimeField(label="Jam mulai", widget=TimeInput, required=False)
    place = TextField(label="Tempat", max_length=150, error_messages={"required": "Tulis tempatnya."})
    leader = forms.ModelChoiceField(
        User.objects.none(), label="Dipimpin oleh", empty_label=None,
        error_messages={"required": "Pilih siapa yang memimpin."},
    )  # fmt: skip
    questions = TextField(
        label="Yang dibahas", max_length=3000, widget=area(3),
        error_messages={"required": "Tulis apa yang dibahas."},
        help_text="Pertanyaan yang harus dijawab, misalnya “Pulang ke keluarga atau ke panti lansia?”",
    )  # fmt: skip
    discussion = TextField(label="Jalannya pembahasan", required=False, max_length=5000, widget=area(5))
    decision = TextField(
        label="Keputusan", required=False, max_length=3000, widget=area(3),
        help_text="Boleh diisi kemudian; wajib saat pembahasan ditutup.",
    )  # fmt: skip
    confidentiality = TextField(
        label="Kerahasiaan", required=False, max_length=300, widget=area(2), initial=CONFIDENTIAL,
        help_text="Dicetak di notulen.",
    )  # fmt: skip

    def __init__(self, *args, stay, conference=None, **kwargs):
        if conference:
            names = ("version", "held_on", "held_at", "place", "leader", "questions", "discussion", "decision")
            kwargs["initial"] = {name: getattr(conference, name) for name in (*names, "confidentiality")}
        super().__init__(*args, **kwargs)
        self.fields["leader"].queryset = staff_of(stay.shelter)

    def values(self):
        return {name: value for name, value in self.cleaned_data.items() if name not in ("key", "version")}


class ConferenceChangeForm(ConferenceForm):
    key = None
    version = forms.IntegerField(widget=forms.HiddenInput)


class PartForm(forms.Form):
    """One row more of the minutes."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, shelter, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = staff_of(shelter)

    def part(self):
        return self.model(**{name: value for name, value in self.cleaned_data.items() if name != "key"})


class ParticipantForm(PartForm):
    model = Participant
    heading, button = "Tambah peserta", "Tambah peserta"
    user = forms.ModelChoiceField(
        User.objects.none(), label="Petugas panti", required=False, empty_label="Bukan petugas panti"
    )
    name = TextField(label="Atau nama orang dari luar", required=False, max_length=150)
    institution = TextField(
        label="Instansi, atau hubungan dengan klien", required=False, max_length=150,
        help_text="Misalnya Puskesmas Parakan, anak klien, atau klien sendiri.",
    )  # fmt: skip
    position = TextField(label="Jabatan atau peran", required=False, max_length=100)

    def clean(self):
        given = super().clean()
        if bool(given.get("user")) == bool(given.get("name")):
            self.add_error("name", "Pilih petugas panti, atau tulis nama orang dari luar; salah satu.")
        return given


class OptionForm(PartForm):
    model = ConferenceOption
    heading, button = "Tambah pilihan yang dipertimbangkan", "Tambah pilihan"
    what = TextField(label="Pilihan", max_length=300, error_messages={"required": "Tulis pilihannya."})
    pro = TextField(label="Yang mendukung", required=False, max_length=1000, widget=area(3))
    contra = TextField(label="Yang memberatkan", required=False, max_length=1000, widget=area(3))
    chosen = forms.BooleanField(label="Pilihan ini yang diambil", required=False)


class FollowUpForm(PartForm):
    model = FollowUp
    heading, button = "Tambah tindak lanjut", "Tambah tindak lanjut"
    what = TextField(label="Tindak lanjut", max_length=300, error_messages={"required": "Tulis tindak lanjutnya."})
    responsible = forms.ModelChoiceField(
        User.objects.none(), label="Penanggung jawab", required=False, empty_label="Bukan petugas panti"
    )
    responsible_name = TextField(label="Atau orang lain", required=False, max_length=150)
    due_on = forms.DateField(label="Paling lambat", widget=DateInput, required=False)

    def clean(self):
        given = super().clean()
        if not given.get("responsible") and not given.get("responsible_name"):
            self.add_error("responsible", "Pilih atau tulis siapa yang mengerjakannya.")
        return given


PARTS = {"peserta": ParticipantForm, "pilihan": OptionForm, "tindak-lanjut": FollowUpForm}


class CloseForm(forms.Form):
    decision = TextField(
        label="Keputusan", max_length=3000, widget=area(4), error_messages={"required": "Tulis keputusannya."}
    )


class AddendumForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    text = TextField(
        label="Tambahan atau koreksi", max_length=2000, widget=area(4),
        error_messages={"required": "Tulis tambahan atau koreksinya."},
    )  # fmt: skip
