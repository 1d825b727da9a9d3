"""What is typed for the monthly report: its texts, by the shelter; the rate of meals, by the department."""

import uuid

from django import forms
from django.db import transaction

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import Shelter
from reports.entry.meanwhile import AmountField, changes, clashes, last_to_change, watched
from reports.models.meal_rate import EVERYWHERE
from reports.models.month_text import LONGEST, PARTS, MonthText
from reports.standard.forms import SOURCE

HELP = {
    "highlights": "Yang patut diketahui dinas: kunjungan, pelatihan, kerja sama.",
    "problems": "Tanpa nama klien. Baris kosong memisahkan alinea.",
    "follow_up": "Apa yang sudah atau akan dilakukan, dan oleh siapa.",
}


def part_field(name):
    label = str(MonthText._meta.get_field(name).verbose_name).capitalize()
    widget = forms.Textarea({"rows": 6})
    return watched(
        TextField(label=label, required=False, max_length=LONGEST, widget=widget, help_text=HELP[name])
    )  # fmt: skip


class MonthTextForm(forms.Form):
    highlights = part_field("highlights")
    problems = part_field("problems")
    follow_up = part_field("follow_up")

    def __init__(self, *args, shelter, month, **kwargs):
        found = MonthText.objects.of_month(shelter, month).first()
        super().__init__(*args, initial=found.values() if found else dict.fromkeys(PARTS, ""), **kwargs)
        self.shelter, self.month = shelter, month

    @transaction.atomic
    def save(self, *, by):
        """Whether it was saved; if not, the form says what somebody else wrote meanwhile."""
        held = MonthText.held(self.shelter, self.month)
        if clashes(self, held.values(), last_to_change(held)):
            return False
        MonthText.write(self.shelter, self.month, by=by, **changes(self))
        return True


class MealRateForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    shelter = forms.ModelChoiceField(
        Shelter.objects.none(), label="Panti", required=False, empty_label=EVERYWHERE,
        help_text="“Semua panti” berlaku di panti yang tidak punya indeks sendiri pada hari itu.",
    )  # fmt: skip
    amount = AmountField(label="Rupiah per orang per hari", most=10_000_000)
    valid_from = forms.DateField(label="Berlaku sejak", widget=DateInput)
    valid_to = forms.DateField(
        label="Berlaku sampai", required=False, widget=DateInput,
        help_text="Biasanya kosong: berlaku sampai ada indeks yang baru.",
    )  # fmt: skip
    source = TextField(label="Sumber", max_length=200, error_messages=SOURCE)

    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["shelter"].queryset = shelters

    def clean_amount(self):
        if not self.cleaned_data["amount"]:
            raise forms.ValidationError("Indeks sedikitnya 1 rupiah.")
        return self.cleaned_data["amount"]


class MealRateEndForm(forms.Form):
    on = forms.DateField(label="Hari terakhir berlaku", widget=DateInput)
    source = TextField(
        label="Alasan dan sumber", max_length=200, error_messages={"required": "Tulis alasan dan sumbernya."},
        help_text="Misalnya nomor keputusan yang mencabutnya.",
    )  # fmt: skip
