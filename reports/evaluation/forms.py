"""What is typed of an evaluation as a whole."""

import uuid

from django import forms
from django.db.models import Q
from django.utils import timezone

from cases.cleaning import TextField
from cases.models import Programme, Shelter
from reports.entry.meanwhile import changes
from reports.models import EvaluationPlan, Innovation
from reports.models.evaluation import SUBJECTS, WHOLE_DEPARTMENT
from reports.models.evaluation_plans import STATUSES, writes_for

YEARS = {"min_value": 2000, "max_value": 2100}
ONE = "Pilih satu saja yang dievaluasi, atau tulis pada “Yang lain”."


class FilterForm(forms.Form):
    tahun = forms.IntegerField(label="Tahun", required=False, **YEARS)
    panti = forms.ModelChoiceField(
        None, label="Panti", required=False, empty_label="Semua", to_field_name="slug",
        error_messages={"invalid_choice": "Pilih panti dari daftar."},
    )  # fmt: skip
    keadaan = forms.ChoiceField(label="Keadaan", required=False, choices=[("", "Semua"), *STATUSES])

    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["panti"].queryset = shelters

    def chosen(self, plans):
        given = self.cleaned_data
        wanted = {"year": given["tahun"], "shelter": given["panti"], "status": given["keadaan"]}
        return plans.filter(**{name: value for name, value in wanted.items() if value})


class PlanForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = EvaluationPlan
        fields = ["shelter", "year", "title", *SUBJECTS, "subject_text", "purpose", "near"]
        field_classes = dict.fromkeys(["title", "subject_text", "purpose"], TextField)
        widgets = {"purpose": forms.Textarea({"rows": 3})}
        help_texts = {
            "service_type": "Pilih satu saja dari kotak-kotak ini, atau tulis pada “Yang lain”.",
            "purpose": "Mengapa dievaluasi, dan untuk memutuskan apa.",
        }

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        shelters, department = writes_for(by)
        self.fields["shelter"].queryset = Shelter.objects.filter(pk__in=shelters.values("pk")).order_by("name")
        self.fields["shelter"].required = not department
        self.fields["shelter"].empty_label = WHOLE_DEPARTMENT if department else None
        self.fields["programme"].queryset = Programme.objects.at(shelters)
        self.fields["innovation"].queryset = innovations_of(Q(shelter__in=shelters))
        self.fields["year"].initial = timezone.localdate().year
        for name in SUBJECTS:
            self.fields[name].empty_label = "–"
        if self.instance.pk:
            del self.fields["key"], self.fields["shelter"]
            self.fields["programme"].queryset = Programme.objects.filter(shelter=self.instance.shelter)
            self.fields["innovation"].queryset = innovations_of(Q(shelter=self.instance.shelter))

    def clean(self):
        chosen = [name for name in (*SUBJECTS, "subject_text") if self.cleaned_data.get(name)]
        if len(chosen) != 1 and not self.errors.keys() & {*SUBJECTS, "subject_text"}:
            self.add_error(chosen[-1] if chosen else SUBJECTS[0], ONE)
        return self.cleaned_data

    def open(self, *, by):
        return self.instance.open(by=by)

    def save_changes(self, *, by):
        EvaluationPlan.objects.get(pk=self.instance.pk).change(by=by, **changes(self))


def innovations_of(place):
    """Those of a place, and those of the whole department."""
    return Innovation.objects.filter(place | Q(shelter=None))


class WhyForm(forms.Form):
    reason = TextField(
        label="Alasan", max_length=300, widget=forms.Textarea({"rows": 3}), error_messages={"required": "Tulis alasan."}
    )


class CopyForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    year = forms.IntegerField(label="Untuk tahun", **YEARS)
