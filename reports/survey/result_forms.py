"""Forms around a result: following it up, the texts of its report, publishing, figures of before, the classes."""

import uuid
from decimal import Decimal, InvalidOperation

from django import forms

from cases.cleaning import TextField, clean_text
from cases.forms.client import DateInput
from cases.models import User
from reports.models import SurveyAction, SurveyElement
from reports.models.survey_text import LONGEST, USUAL, Section


def staff_of(shelter):
    """Whoever works at the shelter now."""
    here = shelter.memberships.filter(ended_on=None).values("user")
    return User.objects.filter(pk__in=here).order_by("name", "username")


class ActionForm(forms.Form):
    """Something to do about an element; the worst judged stand first."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    element = forms.ModelChoiceField(SurveyElement.objects.none(), label="Unsur", empty_label="Pilih unsur")
    action = TextField(label="Yang akan dilakukan", max_length=300, widget=forms.Textarea({"rows": 3}))
    owner = forms.ModelChoiceField(User.objects.none(), label="Penanggung jawab", empty_label="Pilih petugas")
    due_on = forms.DateField(label="Paling lambat", widget=DateInput)

    def __init__(self, *args, period, lowest=(), **kwargs):
        super().__init__(*args, **kwargs)
        elements = SurveyElement.objects.all()
        self.fields["element"].queryset = elements
        first = [(one.pk, f"{one} (dinilai rendah)") for code in lowest for one in elements if one.pk == code]
        rest = [(one.pk, str(one)) for one in elements if one.pk not in lowest]
        self.fields["element"].choices = [("", "Pilih unsur"), *first, *rest]
        self.fields["owner"].queryset = staff_of(period.shelter)

    def values(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


class FinishForm(forms.Form):
    note = TextField(
        label="Apa hasilnya?", max_length=300, widget=forms.Textarea({"rows": 3}),
        help_text="Tanpa nama klien: rencana ini ikut dicetak.", error_messages={"required": "Tulis hasilnya."},
    )  # fmt: skip


class MoveForm(forms.ModelForm):
    class Meta:
        model = SurveyAction
        fields = ["owner", "due_on"]
        widgets = {"due_on": DateInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = staff_of(self.instance.shelter)

    def validate_constraints(self):
        """The verb does, on the row as it is then."""


class TextsForm(forms.Form):
    """The sections that the shelter writes itself; figures are not typed."""

    def __init__(self, *args, period, **kwargs):
        super().__init__(*args, **kwargs)
        had = dict(period.texts.values_list("section", "text"))
        for section in Section:
            usual = f"Bila kosong: “{USUAL[section]}”" if section in USUAL else ""
            self.fields[section.value] = TextField(
                label=section.label, max_length=LONGEST, required=False, widget=forms.Textarea({"rows": 6}),
                initial=had.get(section.value, ""), help_text=usual,
            )  # fmt: skip


class OldFigureForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    name = TextField(label="Nama periode", max_length=100, help_text="Misalnya Semester II 2024.")
    ended_on = forms.DateField(label="Berakhir tanggal", widget=DateInput)
    index = forms.DecimalField(label="IKM", min_value=25, max_value=100, decimal_places=2, localize=True)
    respondents = forms.IntegerField(label="Jumlah responden", min_value=1, max_value=1_000_000, required=False)
    source = TextField(
        label="Sumber", max_length=200, help_text="Laporan atau surat asal angka ini.",
        error_messages={"required": "Tulis laporan atau surat asal angka ini."},
    )  # fmt: skip

    def values(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "key"}


class AgreeForm(forms.Form):
    """A page that asks once more; what it does is on its button."""

    agreed = forms.BooleanField(widget=forms.HiddenInput, initial=True)


class SurveyClassesForm(forms.Form):
    """The whole table from a day on, a line each: mutu, kinerja, and from which index on."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    lines = TextField(
        label="Mutu, satu baris satu mutu", max_length=2000, widget=forms.Textarea({"rows": 6}),
        help_text="Mutu; kinerja; mulai dari. Misalnya “A; Sangat baik; 88,31”.",
        error_messages={"required": "Tulis tabel mutu."},
    )  # fmt: skip
    valid_from = forms.DateField(label="Berlaku sejak", widget=DateInput)
    source = TextField(
        label="Sumber", max_length=200,
        error_messages={"required": "Tulis dasar hukum atau surat yang menetapkan."},
    )  # fmt: skip

    def clean_lines(self):
        bounds, problems = [], []
        for number, line in enumerate(filter(str.strip, self.cleaned_data["lines"].split("\n")), 1):
            parts = [part.strip() for part in clean_text(line).split(";")]
            try:
                grade, words, bound = parts
                lower = Decimal(bound.replace(",", "."))
                fits = grade and words and len(grade) <= 3 and len(words) <= 40 and lower == round(lower, 2)
            except (ValueError, InvalidOperation):
                fits = False
            if not fits or not 0 <= lower <= 100:
                problems.append(f"Baris {number}: tulis mutu; kinerja; angka 0 sampai 100 dengan dua desimal.")
                continue
            bounds.append((grade, words, lower))
        if not problems and len({one[0] for one in bounds} | {one[2] for one in bounds}) < 2 * len(bounds):
            problems.append("Ada mutu atau angka yang tertulis dua kali.")
        if problems:
            raise forms.ValidationError(problems)
        return bounds
