"""Forms of the department's standard: rules, what a basic service is called, classes and weights of the index."""

import uuid
from decimal import Decimal, InvalidOperation

from django import forms
from django.utils.text import slugify

from cases.cleaning import TextField, clean_text
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from cases.models import BasicService, ServiceRule

SOURCE = {"required": "Tulis dasar hukum atau surat yang menetapkan."}


class RuleForm(forms.ModelForm):
    """A version of a rule; saved by ServiceRule.settle."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    class Meta:
        model = ServiceRule
        fields = ["service", "needed_by", "rule", "quantity", "first_days", "valid_from", "sipd_code", "source"]
        field_classes = {"source": TextField, "sipd_code": TextField}
        widgets = {"valid_from": DateInput}
        error_messages = {"source": SOURCE}

    def __init__(self, *args, kind, service=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.service_type, self.fixed = kind, service
        if service:
            self.instance.service = service
            del self.fields["service"]

    def clean(self):
        super().clean()
        if self.cleaned_data.get("first_days") and self.cleaned_data.get("rule") != ServiceRule.Rule.DAILY:
            self.add_error("first_days", "Hari pertama hanya untuk aturan setiap hari hadir.")
        if self.cleaned_data.get("quantity") == 0:
            self.add_error("quantity", "Jumlah sedikitnya 1.")

    def validate_constraints(self):
        """The versions make room for each other when it is settled (ServiceRule.fitted)."""


class EndForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    on = forms.DateField(label="Hari terakhir berlaku", widget=DateInput)
    source = TextField(label="Sumber", max_length=200, error_messages=SOURCE)

    def __init__(self, *args, rule, **kwargs):
        super().__init__(*args, **kwargs)
        self.rule = rule

    def clean_on(self):
        on = self.cleaned_data["on"]
        if on < self.rule.valid_from:
            raise forms.ValidationError(f"Aturan ini baru berlaku sejak {self.rule.valid_from:%d/%m/%Y}.")
        return on


class BasicServiceForm(RecordedForm):
    """What a basic service is called; its code stays, for rows bear it."""

    class Meta:
        model = BasicService
        fields = ["label", "short_label", "unit", "on_daily_sheet"]
        field_classes = dict.fromkeys(["label", "short_label", "unit"], TextField)

    def clean_label(self):
        label = self.cleaned_data["label"]
        if BasicService.objects.filter(label__iexact=label).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError("Layanan dasar dengan sebutan itu sudah ada.")
        return label

    def save(self, *, by, shelter=None):
        if not self.instance.pk:
            self.instance.pk = free_code(self.cleaned_data["label"])
            last = BasicService.objects.order_by("position").last()
            self.instance.position = min(last.position + 10, 32_000) if last else 10
        return super().save(by=by, shelter=shelter)


class NewBasicServiceForm(BasicServiceForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def free_code(label):
    """A code that no basic service has yet."""
    stem = slugify(label)[:36] or "layanan"
    taken = set(BasicService.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(code for code in [stem, *(f"{stem}-{n}" for n in range(2, 999))] if code not in taken)


class ClassesForm(forms.Form):
    """The whole table of classes from a day on, a line each: name, then the bound from which it counts."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    lines = TextField(
        label="Predikat, satu baris satu predikat", max_length=2000, widget=forms.Textarea({"rows": 8}),
        help_text="Nama, titik koma, lalu angka mulainya. Misalnya “Tuntas Utama; 90”.",
        error_messages={"required": "Tulis tabel predikat."},
    )  # fmt: skip
    valid_from = forms.DateField(label="Berlaku sejak", widget=DateInput)
    source = TextField(label="Sumber", max_length=200, error_messages=SOURCE)

    def clean_lines(self):
        bounds, problems = [], []
        for number, line in enumerate(filter(str.strip, self.cleaned_data["lines"].split("\n")), 1):
            name, _, bound = clean_text(line).rpartition(";")
            try:
                lower = Decimal(bound.strip().replace(",", "."))
            except InvalidOperation:
                problems.append(f"Baris {number}: tulis nama, titik koma, lalu angka.")
                continue
            if not name.strip() or len(name) > 60:
                problems.append(f"Baris {number}: nama predikat belum ada atau terlalu panjang.")
            if not 0 <= lower <= 100 or lower != round(lower, 2):
                problems.append(f"Baris {number}: angka antara 0 dan 100, paling banyak dua desimal.")
            bounds.append((name.strip(), lower))
        if not problems and {len(bounds)} != {len(set(column)) for column in zip(*bounds, strict=True)}:
            problems.append("Ada nama atau angka yang tertulis dua kali.")
        if problems:
            raise forms.ValidationError(problems)
        return bounds


class WeightsForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    recipients = forms.DecimalField(
        label="Bobot penerima layanan (persen)", min_value=0, max_value=100, decimal_places=2, localize=True
    )
    quality = forms.DecimalField(
        label="Bobot mutu (persen)", min_value=0, max_value=100, decimal_places=2, localize=True
    )
    valid_from = forms.DateField(label="Berlaku sejak", widget=DateInput)
    source = TextField(label="Sumber", max_length=200, error_messages=SOURCE)

    def clean(self):
        weights = [self.cleaned_data.get(name) for name in ("recipients", "quality")]
        if None not in weights and sum(weights) != 100:
            self.add_error("quality", "Kedua bobot bersama-sama harus 100.")
