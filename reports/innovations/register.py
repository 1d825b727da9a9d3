"""Which innovations of the register, and how many stand at which stage in each house."""

from collections import Counter

from django import forms
from django.db.models import Count, Q, Value
from django.db.models.functions import Coalesce

from cases.cleaning import TextField
from cases.models import Shelter
from reports.innovations.forms import List
from reports.models import Innovation, InnovationOption

OF_DEPARTMENT = "Seluruh dinas"
Stage = Innovation.Stage


class FilterForm(forms.Form):
    q = TextField(label="Cari nama atau inisiator", required=False, max_length=100)
    tahapan = forms.ChoiceField(label="Tahapan", choices=[("", "Semua tahapan"), *Stage.choices], required=False)
    tahun = forms.TypedChoiceField(label="Tahun", required=False, coerce=int, empty_value=None)
    tematik = forms.ModelChoiceField(
        InnovationOption.objects.of(List.THEME), label="Tematik", required=False, empty_label="Semua tematik"
    )
    panti = forms.ModelChoiceField(
        Shelter.objects.none(), label="Panti", required=False, empty_label="Semua panti", to_field_name="slug"
    )

    def __init__(self, *args, innovations, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        years = sorted({day.year for day in innovations.dates("started_on", "year")}, reverse=True)
        self.fields["tahun"].choices = [("", "Semua tahun"), *((year, str(year)) for year in years)]
        self.fields["panti"].queryset = shelters

    def apply(self, innovations):
        """Bad input of an address narrows nothing: the page says which field it did not understand."""
        given = self.cleaned_data if self.is_valid() else {}
        if words := given.get("q"):
            innovations = innovations.filter(Q(name__icontains=words) | Q(initiator_name__icontains=words))
        chosen = {
            "stage": given.get("tahapan"), "started_on__year": given.get("tahun"), "theme": given.get("tematik"),
            "shelter": given.get("panti"),
        }  # fmt: skip
        return innovations.filter(**{name: value for name, value in chosen.items() if value})

    @property
    def described(self):
        given = {name: value for name, value in (self.cleaned_data if self.is_valid() else {}).items() if value}
        told = [f"{self.fields[name].label}: {value}" for name, value in given.items()]
        return "; ".join(told) or "Semua inovasi"


def with_counts(innovations):
    """For the list and the sheets: one query, whatever their number."""
    kept = Count("evidence", filter=Q(evidence__removed_at=None, evidence__submission=None), distinct=True)
    counted = innovations.annotate(submission_count=Count("submissions", distinct=True), evidence_count=kept)
    return counted.select_related("shelter", "initiator", "form", "theme", "sector").order_by("-started_on", "-pk")


def by_stage(innovations):
    """[(house, [a number per stage], sum)], the department's own last; and the sums. One query."""
    house = Coalesce("shelter__name", Value(OF_DEPARTMENT))
    rows = innovations.order_by().annotate(house=house).values_list("house", "shelter", "stage").annotate(n=Count("pk"))
    tally, houses = Counter(), {}
    for name, shelter, stage, number in rows:
        tally[name, stage] += number
        houses[name] = shelter is None
    names = sorted(houses, key=lambda name: (houses[name], name))
    lines = [(name, [tally[name, stage] for stage in Stage]) for name in names]
    return [(name, numbers, sum(numbers)) for name, numbers in lines]
