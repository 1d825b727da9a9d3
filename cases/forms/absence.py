import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.stay import TimeInput
from cases.models import Absence

SAFE_REASON = "Tanpa diagnosis: yang bertugas juga membacanya."


class AbsenceForm(forms.Form):
    """Somebody is away from a day on."""

    kind = forms.ChoiceField(
        label="Mengapa tidak di panti", choices=Absence.Kind.choices, widget=forms.RadioSelect,
        error_messages={"required": "Pilih mengapa klien tidak di panti."},
    )  # fmt: skip
    left_on = forms.DateField(
        label="Pergi sejak", widget=DateInput, error_messages={"required": "Isi tanggal pergi."},
        help_text="Untuk yang pergi tanpa izin: hari terakhir terlihat. Malam hari itu sudah dihitung tidak di panti.",
    )  # fmt: skip
    left_at = forms.TimeField(label="Jam pergi atau terakhir terlihat", widget=TimeInput, required=False)
    expected_on = forms.DateField(
        label="Rencana kembali", widget=DateInput, required=False, help_text="Kosongkan bila belum diketahui."
    )
    reason = TextField(label="Keterangan", required=False, max_length=300, help_text=SAFE_REASON)


class NewAbsenceForm(AbsenceForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class CorrectAbsenceForm(AbsenceForm):
    returned_on = forms.DateField(label="Kembali pada", widget=DateInput, error_messages={"required": "Isi tanggal."})
    returned_at = forms.TimeField(label="Jam kembali", widget=TimeInput, required=False)

    def __init__(self, *args, absence, **kwargs):
        super().__init__(*args, **kwargs)
        if absence.returned_on is None:
            del self.fields["returned_on"], self.fields["returned_at"]


class ReturnForm(forms.Form):
    on = forms.DateField(label="Kembali pada", widget=DateInput, error_messages={"required": "Isi tanggal kembali."})
    at = forms.TimeField(label="Jam kembali", widget=TimeInput, required=False)
    note = TextField(
        label="Keterangan", required=False, max_length=300, help_text=f"Misalnya diantar siapa. {SAFE_REASON}"
    )
    resume_tasks = forms.BooleanField(label="Lanjutkan tugas yang ditangguhkan", required=False, initial=True)

    def __init__(self, *args, tasks=(), **kwargs):
        """`tasks`: what waited for this return."""
        super().__init__(*args, **kwargs)
        if tasks:
            self.fields["resume_tasks"].help_text = ", ".join(str(task) for task in tasks)
        else:
            del self.fields["resume_tasks"]


class ReportForm(forms.Form):
    """What the police need to look for somebody: never what the person suffers from."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    to = TextField(
        label="Kepada", max_length=150, error_messages={"required": "Isi kepada siapa surat ini."},
        help_text="Misalnya Kepala Kepolisian Sektor Temanggung, atau Kepala Satpol PP.",
    )  # fmt: skip
    city = TextField(label="di", required=False, max_length=80)
    last_seen = TextField(
        label="Terakhir terlihat di", max_length=300, error_messages={"required": "Isi tempat terakhir terlihat."},
        help_text="Tempat dan keadaan, misalnya di gerbang belakang, berjalan ke arah pasar.",
    )  # fmt: skip
    looks = TextField(
        label="Ciri-ciri dan pakaian", required=False, max_length=500, widget=forms.Textarea({"rows": 3}),
        help_text="Yang dapat dilihat orang. Jangan menulis penyakit atau kategori.",
    )  # fmt: skip
    search = TextField(
        label="Upaya pencarian", required=False, max_length=500, widget=forms.Textarea({"rows": 2}),
        help_text="Misalnya sudah dicari di sekitar panti dan ditanyakan kepada keluarga.",
    )  # fmt: skip


class PoliceNumberForm(forms.Form):
    police_number = TextField(
        label="Nomor laporan kepolisian", max_length=100, error_messages={"required": "Isi nomor laporan."}
    )


class CloseStayForm(forms.Form):
    """Nothing to fill in: the page says what will happen."""
