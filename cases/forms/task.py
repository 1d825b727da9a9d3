import uuid
from datetime import datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from cases.forms.stay import TimeInput
from cases.models import Task, TaskRule
from cases.models.task import workers_of


class WorkerField(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(None, label="Ditugaskan kepada", required=False, empty_label="Belum ditentukan", **kwargs)


class TaskForm(forms.Form):
    """A thing to do, added by hand."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    title = TextField(
        label="Tugas", max_length=120, error_messages={"required": "Tulis apa yang harus dikerjakan."},
        help_text="Misalnya “Antar kontrol ke RSUD”.",
    )  # fmt: skip
    due_on = forms.DateField(
        label="Paling lambat tanggal", widget=DateInput, error_messages={"required": "Isi tanggalnya."}
    )
    due_at = forms.TimeField(label="Jam", widget=TimeInput, required=False, help_text="Kosong: sampai akhir hari.")
    assigned_to = WorkerField()

    def __init__(self, *args, stay, **kwargs):
        super().__init__(*args, **kwargs)
        self.stay = stay
        self.fields["assigned_to"].queryset = workers_of(stay.shelter)
        self.fields["due_on"].initial = stay.shelter.today() + timedelta(days=1)

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day < self.stay.shelter.today():
            raise ValidationError("Tanggal itu sudah lewat.")
        return day

    def task(self):
        given = self.cleaned_data
        due = datetime.combine(given["due_on"], given["due_at"] or time(23, 59), tzinfo=self.stay.shelter.zone)
        return Task(stay=self.stay, title=given["title"], due_at=due, assigned_to=given["assigned_to"])


class FinishTaskForm(forms.Form):
    on = forms.DateField(label="Dikerjakan tanggal", widget=DateInput, error_messages={"required": "Isi tanggal."})
    note = TextField(
        label="Hasil", required=False, max_length=300, widget=forms.Textarea({"rows": 3}),
        help_text="Hanya tampil bagi yang boleh membuka berkas.",
    )  # fmt: skip

    def __init__(self, *args, task, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = task.shelter.today()
        if not (task.rule and task.rule.service_id):
            del self.fields["on"]  # only a service has a day of its own


class AssignTaskForm(forms.Form):
    assigned_to = WorkerField()

    def __init__(self, *args, task, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assigned_to"].queryset = workers_of(task.shelter)
        self.fields["assigned_to"].initial = task.assigned_to_id


class StopTaskForm(forms.Form):
    """It cannot be done now, or need not be done at all."""

    how = forms.ChoiceField(
        label="Tugas ini", widget=forms.RadioSelect,
        choices=[("suspend", "Ditangguhkan, dikerjakan nanti"), ("cancel", "Tidak perlu dikerjakan")],
        error_messages={"required": "Pilih salah satu."},
    )  # fmt: skip
    reason = TextField(label="Mengapa?", max_length=200, error_messages={"required": "Tulis alasannya."})

    def __init__(self, *args, task, **kwargs):
        super().__init__(*args, **kwargs)
        if task.status == Task.Status.SUSPENDED:
            self.fields["how"].choices = self.fields["how"].choices[1:]
            self.fields["how"].initial = "cancel"


class TaskRuleForm(RecordedForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = TaskRule
        fields = ["title", "when", "hours", "service", "source", "in_use"]
        field_classes = dict.fromkeys(["title", "source"], TextField)
        widgets = {"when": forms.RadioSelect}
        help_texts = {
            "in_use": "Tanpa tanda ini tugasnya tidak muncul lagi; yang sudah ada tetap ada.",
            "source": "Peraturan atau keputusan yang mendasarinya.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["service"].empty_label = "Tidak ada"
        if self.instance.pk:
            del self.fields["key"]

    def clean(self):
        given = super().clean()
        if not self.instance.slug and given.get("title"):
            self.instance.slug = free_slug(given["title"])
        return given


def free_slug(title):
    base = slugify(title)[:50] or "tugas"
    taken = set(TaskRule.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    return base if base not in taken else next(f"{base}-{n}" for n in range(2, 1000) if f"{base}-{n}" not in taken)


class ShareOutForm(forms.Form):
    """Who is on duty, for the tasks of a sweep."""

    workers = forms.ModelMultipleChoiceField(
        None, label="Pekerja yang bertugas", widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Pilih sedikitnya satu pekerja."},
    )  # fmt: skip
    again = forms.BooleanField(
        label="Bagi ulang semua tugas yang belum selesai", required=False,
        help_text="Tanpa tanda ini hanya tugas yang belum dipegang siapa pun yang dibagi.",
    )  # fmt: skip

    def __init__(self, *args, shelter, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["workers"].queryset = workers_of(shelter)
