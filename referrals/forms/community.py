"""The half-year report of a group: figures by category and kind of help, two texts, and who sends it."""

from django import forms

from cases.cleaning import TextField
from cases.models import Category
from referrals.forms.incoming import PlainText
from referrals.models import CommunityFigure
from referrals.models.community_report import MOST

HELPS = CommunityFigure.Help.choices


class CommunityReportForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    activities = PlainText(
        label="Kegiatan semester ini", required=False, max_length=3000, widget=forms.Textarea({"rows": 5}),
        help_text="Apa yang dilakukan kelompok. Jangan tulis nama atau NIK orang.",
    )  # fmt: skip
    needs = PlainText(
        label="Kebutuhan kelompok", required=False, max_length=2000, widget=forms.Textarea({"rows": 3}),
        help_text="Misalnya pelatihan, alat, pendampingan.",
    )  # fmt: skip

    def __init__(self, *args, report, **kwargs):
        self.report, self.cells = report, {}
        kept = report.figure_values()
        initial = {"version": report.version, "activities": report.activities, "needs": report.needs}
        self.categories = list(Category.objects.in_use().filter(maps_to=None))
        for category in self.categories:
            for kind, _ in HELPS:
                self.cells[cell_name(category, kind)] = (category.pk, kind)
                initial[cell_name(category, kind)] = kept.get((category.pk, kind))
        super().__init__(*args, initial=initial, **kwargs)
        for name, (_, kind) in self.cells.items():
            self.fields[name] = figure_field(dict(HELPS)[kind])

    def blocks(self):
        """(category, its four fields, whether any is filled), for the page."""
        found = []
        for category in self.categories:
            fields = [self[cell_name(category, kind)] for kind, _ in HELPS]
            found.append((category, fields, any(field.value() not in (None, "") for field in fields)))
        return found

    def figures(self):
        return {cell: self.cleaned_data[name] for name, cell in self.cells.items() if self.cleaned_data[name]}

    def save(self):
        given = self.cleaned_data
        self.report.save_draft(
            self.figures(), version=given["version"], activities=given["activities"], needs=given["needs"]
        )


def cell_name(category, kind):
    return f"n-{category.slug}-{kind}"


def figure_field(label):
    wrong = f"Tulis jumlah orang dengan angka, paling banyak {MOST:,}.".replace(",", ".")
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=MOST,
        widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
    )


class SendForm(forms.Form):
    name = TextField(label="Nama pengirim", max_length=150, error_messages={"required": "Tulis nama pengirim."})
    position = TextField(label="Jabatan di kelompok", required=False, max_length=100)


class CorrectionForm(forms.Form):
    why = PlainText(
        label="Apa yang diperbaiki dan mengapa?", max_length=300,
        error_messages={"required": "Tulis apa yang diperbaiki dan mengapa."},
    )  # fmt: skip
