import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import BasicService, Visit


class VisitWordsForm(forms.Form):
    """What may be put right later: the words, and when to come again."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)
    visited_by = TextField(
        label="Petugas yang berkunjung", max_length=200, error_messages={"required": "Tulis siapa yang berkunjung."}
    )
    purpose = TextField(
        label="Tujuan kunjungan", max_length=300, error_messages={"required": "Tulis tujuan kunjungan."}
    )
    findings = TextField(
        label="Hasil kunjungan", required=False, max_length=5000, widget=forms.Textarea({"rows": 5}),
        help_text="Keadaan klien, keluarga, rumah. Hanya dapat dibaca pekerja sosial, kepala panti, dan penulisnya.",
    )  # fmt: skip
    next_on = forms.DateField(label="Kunjungan berikutnya", required=False, widget=DateInput)

    WORDS = ("visited_by", "purpose", "findings", "next_on")

    @classmethod
    def initial_of(cls, visit):
        return {field: getattr(visit, field) for field in ("version", *cls.WORDS)}

    def fill(self, visit):
        for field in self.WORDS:
            setattr(visit, field, self.cleaned_data[field])
        return visit


class VisitForm(VisitWordsForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    on = forms.DateField(label="Tanggal kunjungan", widget=DateInput, error_messages={"required": "Isi tanggal."})
    services = forms.ModelMultipleChoiceField(
        BasicService.objects, label="Layanan yang diberikan pada kunjungan", required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    field_order = ["key", "version", "on", "visited_by", "purpose", "services", "findings", "next_on"]

    def __init__(self, *args, stay, **kwargs):
        super().__init__(*args, **kwargs)
        if stay.service_type_id:  # what the standard knows for this type, at home or in the house
            owed = stay.service_type.rules.values("service")
            self.fields["services"].queryset = BasicService.objects.filter(pk__in=owed)

    def save(self, *, stay, by):
        visit = self.fill(Visit(stay=stay, on=self.cleaned_data["on"]))
        visit.make(by=by, services=self.cleaned_data["services"])
        return visit
