"""What is typed of an indicator, and of a quarter."""

import uuid
from itertools import groupby

from django import forms
from django.db import transaction

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import User
from cases.staff import staff_of
from reports.entry.meanwhile import AmountField, changes, clashes, last_to_change, watched
from reports.evaluation.measures import measures
from reports.models import EvaluationFinding, EvaluationIndicator
from reports.models.evaluation_indicator import TARGETS

BY_HAND = [("", "Diisi tangan, dengan sumbernya")]
ZERO = "Persen dari target 0 tidak dapat dihitung. Isi target di atas 0, atau pilih “Tercapai atau belum saja”."
NUMBER = {"decimals": 2, "most": 9_999_999_999_999, "required": False}


class SignedField(AmountField):
    """As people write it, and below zero as well: 12,5 or -3."""

    def read(self, text):
        text = text.strip().replace("−", "-")
        return -super().read(text[1:]) if text.startswith("-") else super().read(text)


def people_of(plan):
    """Who may be responsible: the shelter's staff; for the department those with a role in it."""
    if plan.shelter:
        return staff_of(plan.shelter)
    there = User.objects.filter(memberships__shelter=None, memberships__ended_on=None, is_active=True)
    return there.distinct().order_by("name", "pk")


def number_field(name):
    label = str(EvaluationIndicator._meta.get_field(name).verbose_name).capitalize()
    return watched(SignedField(label=label, **NUMBER))


class IndicatorForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    measure = forms.ChoiceField(
        label="Diukur dari", required=False,
        help_text="Yang diukur dari data Balai dihitung sendiri, sama dengan halaman asalnya.",
    )  # fmt: skip
    baseline = number_field("baseline")
    target_year = number_field("target_year")
    target_1 = number_field("target_1")
    target_2 = number_field("target_2")
    target_3 = number_field("target_3")
    target_4 = number_field("target_4")

    class Meta:
        model = EvaluationIndicator
        fields = ["wording", "kind", "measure", "unit", "source", "direction", "judged", "baseline", "baseline_note",
                  "target_year", *TARGETS[:4], "responsible"]  # fmt: skip
        field_classes = dict.fromkeys(["wording", "unit", "source", "baseline_note"], TextField)
        widgets = {"source": forms.Textarea({"rows": 2})}
        help_texts = {
            "unit": "Kosongkan bila diukur dari data Balai.",
            "source": "Wajib bila diisi tangan: dihitung bagaimana, dari catatan mana.",
        }

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan, self.known = plan, measures()
        if not self.instance.pk:
            self.instance.plan = plan
        self.fields["measure"].choices = BY_HAND + [
            (group, [(one.key, f"{one.name} ({one.unit})") for one in found])
            for group, found in groupby(self.known.values(), key=lambda one: one.group)
        ]
        self.fields["unit"].required = False
        self.fields["responsible"].queryset = people_of(plan)
        self.fields["responsible"].empty_label = "Belum ditentukan"
        if self.instance.pk:
            del self.fields["key"]
        self.order_fields(["key", *self._meta.fields])

    def clean(self):
        given = self.cleaned_data
        measure = self.known.get(given.get("measure"))
        if measure:
            given["unit"] = measure.unit
        elif not given.get("unit"):
            self.add_error("unit", "Isi satuannya, misalnya orang atau persen.")
        if "measure" in given and not measure and not given.get("source"):
            self.add_error("source", "Angka yang diisi tangan perlu cara mengukur dan sumbernya.")
        if given.get("judged") == EvaluationIndicator.Judged.PERCENT:
            for name in TARGETS:
                if given.get(name) is not None and given[name] <= 0:
                    self.add_error(name, ZERO)
        return given

    def add(self, *, by):
        return self.instance.add(by=by)

    @transaction.atomic
    def save_changes(self, *, by):
        """Whether it was saved; if not, the form says what somebody else wrote meanwhile."""
        found = EvaluationIndicator.objects.select_related("plan").get(pk=self.instance.pk)
        found.locked()
        if clashes(self, {name: getattr(found, name) for name in ("baseline", *TARGETS)}, last_to_change(found.plan)):
            return False
        changed = changes(self)
        if "measure" in changed:
            changed["unit"] = self.cleaned_data["unit"]
        found.change(by=by, **changed)
        return True


class FindingForm(forms.Form):
    actual = watched(SignedField(label="Realisasi", **NUMBER))
    actual_source = watched(
        TextField(label="Sumber angka", max_length=300, required=False, help_text="Catatan, laporan, atau surat.")
    )
    measured_on = watched(forms.DateField(label="Tanggal diukur", required=False, widget=DateInput))
    note = watched(TextField(
        label="Penjelasan", max_length=2000, required=False, widget=forms.Textarea({"rows": 4}),
        help_text="Apa yang menjelaskan angka ini. Tanpa nama klien.",
    ))  # fmt: skip
    follow_up = watched(TextField(
        label="Tindak lanjut", max_length=1000, required=False, widget=forms.Textarea({"rows": 3}),
        help_text="Kosongkan bila tidak perlu.",
    ))  # fmt: skip
    owner = forms.ModelChoiceField(
        User.objects.none(), label="Penanggung jawab tindak lanjut", required=False, empty_label="–"
    )
    due_on = watched(forms.DateField(label="Paling lambat", required=False, widget=DateInput))

    def __init__(self, *args, indicator, quarter, **kwargs):
        self.indicator, self.quarter = indicator, quarter
        found = self.current()
        super().__init__(*args, initial={name: getattr(found, name) for name in self.base_fields}, **kwargs)
        self.fields["owner"].queryset = people_of(indicator.plan)
        if indicator.is_measured:
            for name in ("actual", "actual_source", "measured_on"):
                del self.fields[name]

    def current(self):
        found = EvaluationFinding.objects.filter(indicator=self.indicator, quarter=self.quarter).first()
        return found or EvaluationFinding(indicator=self.indicator, quarter=self.quarter)

    def clean(self):
        given = self.cleaned_data
        self.together(given, "actual", {
            "actual_source": "Tulis sumber angka ini.", "measured_on": "Isi tanggal diukur.",
        }, "Isi realisasi, atau kosongkan sumber dan tanggalnya.")  # fmt: skip
        self.together(given, "follow_up", {
            "owner": "Pilih penanggung jawab tindak lanjut.", "due_on": "Isi tanggal paling lambat.",
        }, "Tulis tindak lanjutnya, atau kosongkan penanggung jawab dan tanggalnya.")  # fmt: skip
        return given

    def together(self, given, first, others, words):
        if first not in self.fields or self.errors.keys() & {first, *others}:
            return
        if given[first] in (None, ""):
            if any(given[name] for name in others):
                self.add_error(first, words)
            return
        for name, lacking in others.items():
            if not given[name]:
                self.add_error(name, lacking)

    @transaction.atomic
    def save(self, *, by):
        """Whether it was saved; if not, the form says what somebody else wrote meanwhile."""
        self.indicator.plan.held(*self.indicator.plan.Status)
        now = self.current()
        values = {name: getattr(now, name) for name in self.fields if name != "owner"}
        if clashes(self, values, str(now.written_by) if now.pk else ""):
            return False
        EvaluationFinding.write(self.indicator, self.quarter, by=by, **changes(self))
        return True


class DoneForm(forms.Form):
    result = TextField(
        label="Hasilnya", max_length=300, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis apa yang sudah dilakukan."},
    )  # fmt: skip
