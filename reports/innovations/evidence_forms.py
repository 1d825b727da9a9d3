"""What proves an indicator, and what goes with a submission; and the submission itself."""

import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.uploads import ACCEPTED, checked
from reports.innovations.forms import List, offered
from reports.models import InnovationEvidence, InnovationSubmission
from reports.models.innovation import HTTPS
from reports.models.innovation_indicator import LEVELS

LEVEL_WORDS = [(0, "0 – belum membuktikan"), *((level, f"Tingkat {level}") for level in range(1, LEVELS + 1))]


class EvidenceForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    level = forms.TypedChoiceField(
        label="Tingkat yang dibuktikan", choices=LEVEL_WORDS, coerce=int, widget=forms.RadioSelect,
        error_messages={"required": "Pilih tingkatnya."},
    )  # fmt: skip
    title = TextField(
        label="Judul bukti", max_length=150, help_text="Misalnya “SK Kepala Dinas tentang Sudut Karya”.",
        error_messages={"required": "Tulis judulnya."},
    )  # fmt: skip
    file = forms.FileField(
        label="Berkas", required=False, help_text=f"{ACCEPTED} Paling besar 10 MB.",
        error_messages={"empty": "Berkas ini kosong."},
    )  # fmt: skip
    link = forms.URLField(
        label="Atau tautan", required=False, max_length=300, validators=[HTTPS], assume_scheme="https",
        help_text="Diawali https://. Pakai tautan untuk video dan berkas besar.",
        error_messages={"invalid": "Tulis alamat lengkap yang diawali https://."},
    )  # fmt: skip
    note = TextField(label="Catatan", required=False, max_length=300)

    def clean_file(self):
        given = self.cleaned_data["file"]
        return checked(given) if given else None

    def clean(self):
        given = super().clean()
        if not {"file", "link"} & set(self.errors) and bool(given.get("file")) == bool(given.get("link")):
            self.add_error("file", "Pilih berkas atau tulis tautan, salah satu.")
        return given

    def keep(self, innovation, *, by, **of):
        given = self.cleaned_data
        words = {name: given[name] for name in ("title", "link", "note")}
        InnovationEvidence(innovation=innovation, level=given.get("level"), **words, **of).keep(given["file"], by=by)


class PaperForm(EvidenceForm):
    """Of a submission: there are no levels to prove."""

    level = None


class SubmissionForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = InnovationSubmission
        fields = ["track", "year", "note"]
        field_classes = {"note": TextField}

    def __init__(self, *args, innovation, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.innovation = innovation
        self.instance.status_on = innovation.today()
        self.fields["track"].queryset = offered(List.TRACK, innovation.today())
        self.fields["track"].empty_label = "Pilih"
        self.fields["year"].initial = innovation.today().year


class MoveForm(forms.Form):
    status = forms.ChoiceField(
        label="Status baru", widget=forms.RadioSelect, error_messages={"required": "Pilih statusnya."}
    )
    on = forms.DateField(label="Sejak", widget=DateInput, error_messages={"required": "Isi tanggalnya."})
    note = TextField(label="Catatan", required=False, max_length=500, help_text="Misalnya nomor pengumuman atau nilai.")

    def __init__(self, *args, submission, **kwargs):
        super().__init__(*args, **kwargs)
        # What is open is judged by the verb, so that a stale page gets its words and not “pilihan tidak ada”.
        offered = submission.choices
        self.fields["status"].choices = [(one, one.label) for one in offered] if not self.is_bound else STATUSES


STATUSES = InnovationSubmission.Status.choices
