"""Forms of old answers: the file, and which of its columns is which element."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

from reports.imports.headings import digest
from reports.models import ColumnMapping
from reports.survey.old_answers import likely_style
from reports.survey.pairing import NONE, propose, targets
from reports.survey.sheet import reduced

STYLES = [("iso", "2026-03-16 (tahun dahulu) atau tanggal Excel"), ("id", "16/03/2026 (hari dahulu)"),
          ("us", "03/16/2026 (bulan dahulu)")]  # fmt: skip
SAMPLES = 3


class OldAnswersForm(forms.Form):
    file = forms.FileField(
        label="Berkas XLSX atau CSV", help_text="Unduhan jawaban Google Forms. Paling banyak 2.000 jawaban.",
        error_messages={"required": "Pilih berkas.", "empty": "Berkas ini kosong."},
    )  # fmt: skip

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError("Berkas lebih besar daripada 10 MB.")
        self.content = file.read()
        self.reduced = reduced(self.content)
        return file


class PairForm(forms.Form):
    """A choice for each element; what could be several columns is left open and has to be chosen."""

    def __init__(self, *args, batch, **kwargs):
        super().__init__(*args, **kwargs)
        self.batch, self.targets = batch, targets()
        self.digest = digest(batch.headings)
        self.kept = ColumnMapping.objects.of(batch, self.digest).select_related("saved_by").first()
        proposed, self.unclear = propose(batch.headings, batch.rows)
        if self.kept:
            proposed = self.kept.columns
        filled = [place for place in range(len(batch.headings)) if any(cells[place] for _, cells in batch.rows)]
        offered = [(NONE, "Tidak ada di berkas ini"), *((batch.headings[place],) * 2 for place in filled)]
        for target in self.targets:
            heading = proposed.get(target.key, "" if self.may_be(target) else NONE)
            choices = [("", "Pilih kolomnya"), *offered] if not heading else offered
            self.fields[target.key] = forms.ChoiceField(
                label=target.label, choices=choices, initial=heading,
                error_messages={"required": "Pilih kolomnya, atau “Tidak ada di berkas ini”."},
            )  # fmt: skip
        style = self.kept.style if self.kept else self.guess
        self.fields["style"] = forms.ChoiceField(
            label="Cara berkas ini menulis tanggal", choices=STYLES, initial=style, widget=forms.RadioSelect,
            error_messages={"required": "Pilih cara menulis tanggal."},
        )  # fmt: skip

    def may_be(self, target):
        """An element always has to be chosen or refused; what is said of the person may be missing."""
        return target.is_element

    @cached_property
    def guess(self):
        headings = self.batch.headings
        proposed, _ = propose(headings, self.batch.rows)
        return likely_style(self.batch.rows, headings.index(proposed["date"])) if "date" in proposed else "iso"

    @property
    def columns(self):
        """(field, samples of what is chosen at first) for the page."""
        for target in self.targets:
            field = self[target.key]
            yield field, self.samples(field.value())

    def samples(self, heading):
        if heading not in self.batch.headings:
            return []
        place = self.batch.headings.index(heading)
        found = dict.fromkeys(cells[place] for _, cells in self.batch.rows if cells[place])
        return [value[:60] for value in found][:SAMPLES]

    def clean(self):
        chosen = {target.key: self.cleaned_data.get(target.key) for target in self.targets}
        columns = [heading for heading in chosen.values() if heading and heading != NONE]
        for key, heading in chosen.items():
            if heading and heading != NONE and columns.count(heading) > 1:
                self.add_error(key, "Kolom ini dipilih dua kali.")
        if not self.errors and not any(chosen[one.key] != NONE for one in self.targets if one.is_element):
            raise ValidationError("Pilih sedikitnya satu kolom yang memuat jawaban atas sebuah unsur.")

    def keep(self, *, by):
        """For this file, and for the next one with the same headings in whatever order."""
        style, chosen = self.cleaned_data["style"], {one.key: self.cleaned_data[one.key] for one in self.targets}
        self.batch.pair({key: heading for key, heading in chosen.items() if heading != NONE}, style, by=by)
        ColumnMapping.keep(self.batch, self.digest, columns=chosen, style=style, by=by)
