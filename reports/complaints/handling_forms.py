"""What whoever handles a complaint fills in."""

import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from cases.models import Shelter
from reports.models import Complaint, ComplaintClient, ComplaintLimit, ComplaintStep
from reports.models.complaint_words import Reason, Satisfaction

LINES = {"rows": 4}


class VerdictForm(forms.Form):
    text = TextField(
        label="Penjelasan bagi pengirim", required=False, max_length=1000, widget=forms.Textarea(LINES),
        help_text="Dibaca pengirim. Jangan menulis nama klien atau petugas.",
    )  # fmt: skip


class RefuseForm(VerdictForm):
    field_order = ["reason", "text"]
    reason = forms.ChoiceField(
        label="Alasan", choices=Reason.choices, widget=forms.RadioSelect, error_messages={"required": "Pilih alasan."}
    )

    def clean(self):
        given = super().clean()
        if given.get("reason") == Reason.OTHER and not given.get("text"):
            self.add_error("text", "Tulis alasan lainnya.")
        return given


class DuplicateForm(VerdictForm):
    field_order = ["of", "text"]
    of = forms.ModelChoiceField(
        Complaint.objects.none(), label="Nomor laporan yang sama", to_field_name="number", widget=forms.TextInput,
        error_messages={
            "required": "Tulis nomornya.", "invalid_choice": "Nomor ini tidak ada dalam register yang Anda baca.",
        },
    )  # fmt: skip

    def __init__(self, *args, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["of"].queryset = others


class ForwardForm(VerdictForm):
    field_order = ["to", "text"]
    to = TextField(
        label="Instansi yang berwenang", max_length=150, error_messages={"required": "Tulis instansinya."},
        help_text="Misalnya “Dinas Kesehatan”. Isi laporan tidak dikirim oleh sistem ini.",
    )  # fmt: skip


class AssignForm(forms.Form):
    to = forms.ModelChoiceField(
        None, label="Ditangani oleh", empty_label="Pilih petugas",
        error_messages={"required": "Pilih petugas.", "invalid_choice": "Pilih petugas dari daftar."},
    )  # fmt: skip

    def __init__(self, *args, complaint, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = complaint.handlers()
        self.fields["to"].initial = complaint.assigned_to_id


class StepForm(forms.Form):
    kind = forms.ChoiceField(label="Jenis", widget=forms.RadioSelect, initial="note")
    text = TextField(
        label="Isi", max_length=2000, widget=forms.Textarea(LINES), error_messages={"required": "Tulis isinya."}
    )

    def __init__(self, *args, complaint, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [ComplaintStep.Kind.NOTE]
        if complaint.tells_words and complaint.is_open:
            kinds.append(ComplaintStep.Kind.MESSAGE)
        self.fields["kind"].choices = [(kind, kind.label) for kind in kinds]


class AnswerForm(forms.Form):
    text = TextField(
        label="Jawaban", max_length=2000, widget=forms.Textarea({"rows": 6}),
        error_messages={"required": "Tulis jawabannya."},
    )  # fmt: skip

    def __init__(self, *args, complaint, **kwargs):
        super().__init__(*args, **kwargs)
        said = "Dibaca pengirim. Jangan menulis nama klien atau petugas."
        if not complaint.tells_words:
            said = "Untuk register saja: pengirim laporan tentang orang hanya melihat “selesai”."
        self.fields["text"].help_text = said


class CloseForm(forms.Form):
    satisfaction = forms.TypedChoiceField(
        label="Kepuasan pengirim, bila disampaikan", choices=[("", "Tidak disampaikan"), *Satisfaction.choices],
        coerce=int, empty_value=None, required=False,
    )  # fmt: skip


class HandUpForm(forms.Form):
    """A page with one button."""


class ShareForm(forms.Form):
    shelter = forms.ModelChoiceField(
        Shelter.objects.none(), label="Panti", empty_label="Pilih panti", error_messages={"required": "Pilih panti."}
    )
    text = TextField(
        label="Yang disampaikan", max_length=2000, widget=forms.Textarea(LINES),
        help_text="Hanya kalimat ini yang dibaca kepala panti. Jangan menulis siapa pengirimnya.",
        error_messages={"required": "Tulis yang disampaikan."},
    )  # fmt: skip

    def __init__(self, *args, complaint, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shelter"].queryset = shelters
        self.fields["shelter"].initial = complaint.about_id


class AnnounceForm(ShareForm):
    field_order = ["shelter", "mark", "text"]
    mark = TextField(
        label="Siapa yang perlu ditolong", max_length=200, help_text="Ciri-ciri dan tempatnya.",
        error_messages={"required": "Tulis ciri-cirinya."},
    )  # fmt: skip

    def __init__(self, *args, complaint, **kwargs):
        super().__init__(*args, complaint=complaint, **kwargs)
        self.fields["text"].required, self.fields["text"].label = False, "Keterangan bagi petugas panti"
        self.fields["text"].help_text = "Masuk ke daftar permintaan penerimaan panti itu."
        if complaint.shelter:
            self.fields["mark"].initial, self.fields["text"].initial = complaint.subject, complaint.text[:2000]


class JoinForm(forms.Form):
    number = TextField(
        label="Nomor klien", max_length=20, help_text="Misalnya MLT-2026-0001.",
        error_messages={"required": "Tulis nomor klien."},
    )  # fmt: skip


class PartForm(forms.Form):
    joined = forms.ModelChoiceField(
        ComplaintClient.objects.none(), label="Klien yang dilepaskan", empty_label=None, widget=forms.RadioSelect,
        error_messages={"required": "Pilih klien."},
    )  # fmt: skip

    def __init__(self, *args, complaint, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["joined"].queryset = complaint.clients.select_related("client", "complaint")
        self.fields["joined"].label_from_instance = lambda one: one.client.number


class ReplyForm(forms.Form):
    text = TextField(
        label="Tanggapan panti", max_length=2000, widget=forms.Textarea(LINES),
        error_messages={"required": "Tulis tanggapan."},
    )  # fmt: skip


class NumberForm(forms.Form):
    number = TextField(label="Nomor SP4N-LAPOR!", required=False, max_length=30)


class ComplaintLimitForm(RecordedForm):
    """Days since a day. A new rule is a new row: what came before it keeps its own."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = ComplaintLimit
        fields = ["kind", "valid_from", "verify_days", "follow_days", "finish_days", "reopen_days", "source"]
        field_classes = {"source": TextField}
        widgets = {"valid_from": DateInput}
        error_messages = {"valid_from": {"invalid": "Tanggal ini tidak ada.", "required": "Isi tanggal."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["key"]
