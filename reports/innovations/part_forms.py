"""The lines of an innovation: money, partners, activities and figures."""

import uuid

from django import forms

from cases.cleaning import TextField
from cases.forms.client import DateInput
from cases.models import Programme
from referrals.models import Partner
from reports.entry.meanwhile import AmountField
from reports.innovations.forms import List, offered
from reports.innovations.measures import MEASURES
from reports.innovations.proving import MOST_FIGURES
from reports.models import InnovationActivity, InnovationBudget, InnovationFigure, InnovationPartner

BILLIONS = 999_999_999_999


class LineForm(forms.ModelForm):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, innovation, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.innovation = innovation
        self.innovation = innovation
        self.offer(innovation)

    def offer(self, innovation):
        pass

    def add(self, *, by):
        self.instance.add(by=by)
        return self.instance


class BudgetForm(LineForm):
    amount = AmountField(label="Jumlah (Rp)", decimals=2, most=BILLIONS, error_messages={"required": "Isi jumlahnya."})

    class Meta:
        model = InnovationBudget
        fields = ["year", "source", "amount"]
        field_classes = {"source": TextField}

    def offer(self, innovation):
        self.fields["year"].initial = innovation.today().year


class PartnerForm(LineForm):
    class Meta:
        model = InnovationPartner
        fields = ["partner", "actor", "note"]
        field_classes = {"note": TextField}

    def offer(self, innovation):
        self.fields["partner"].queryset = Partner.objects.in_use()
        self.fields["actor"].queryset = offered(List.ACTOR, innovation.today())
        self.fields["partner"].empty_label = self.fields["actor"].empty_label = "Pilih"


class ActivityForm(LineForm):
    class Meta:
        model = InnovationActivity
        fields = ["programme"]

    def offer(self, innovation):
        programmes = Programme.objects.at(innovation.shelters()).select_related("shelter")
        self.fields["programme"].queryset = programmes
        self.fields["programme"].empty_label = "Pilih"
        if not innovation.shelter_id:
            self.fields["programme"].label_from_instance = lambda one: f"{one} ({one.shelter})"


class FigureForm(LineForm):
    measure = forms.ChoiceField(
        label="Angka dari data Balai", required=False, help_text="Dihitung sendiri setiap kali dibuka atau dicetak."
    )

    class Meta:
        model = InnovationFigure
        fields = [
            "measure", "before_first", "before_last", "after_first", "after_last", "label", "unit", "before_value",
            "after_value", "source",
        ]  # fmt: skip
        field_classes = dict.fromkeys(["label", "unit", "source"], TextField)
        widgets = dict.fromkeys(["before_first", "before_last", "after_first", "after_last"], DateInput)
        labels = {"label": "Angka lain, bila tidak ada dalam daftar"}

    def offer(self, innovation):
        listed = [(one.slug, f"{one.label} ({one.unit})" if one.unit else one.label) for one in MEASURES.values()]
        self.fields["measure"].choices = [("", "Bukan dari daftar: tulis di bawah"), *listed]
        for name in ("before_value", "after_value"):
            old = self.fields[name]
            self.fields[name] = AmountField(label=old.label.capitalize(), decimals=2, most=BILLIONS, required=False)

    def clean(self):
        given = super().clean()
        label = (given.get("label") or "").casefold()
        known = next((one.label for one in MEASURES.values() if one.label.casefold() == label), None)
        typed = [name for name in ("label", "unit", "before_value", "after_value", "source") if given.get(name)]
        if known and not given.get("measure"):
            self.add_error("label", f"“{known}” dihitung dari data. Pilih dari daftar di atas, jangan ditulis.")
        elif given.get("measure") and typed:
            self.add_error("measure", "Angka dari data tidak ditulis sendiri. Kosongkan isian angka lain di bawah.")
        elif not given.get("measure"):
            for name, words in (("label", "Tulis angka apa."), ("source", "Tulis sumbernya.")):
                if not given.get(name) and not self.errors.get(name):
                    self.add_error(name, words)
            if given.get("after_value") is None and not self.errors.get("after_value"):
                self.add_error("after_value", "Isi nilai sesudah.")
        if self.innovation.innovationfigure_set.count() >= MOST_FIGURES:
            self.add_error(None, f"Sudah {MOST_FIGURES} angka. Hapus yang kurang berarti lebih dahulu.")
        return given


LINES = {
    # slug: (heading, form, section of the page)
    "anggaran": ("Tambah anggaran", BudgetForm, "mitra"),
    "mitra": ("Tambah mitra", PartnerForm, "mitra"),
    "kegiatan": ("Tambah kegiatan", ActivityForm, "mitra"),
    "angka": ("Tambah angka", FigureForm, "angka"),
}
