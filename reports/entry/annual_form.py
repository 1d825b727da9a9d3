from django import forms
from django.db import transaction

from cases.cleaning import TextField
from reports.entry.meanwhile import changes, clashes, last_to_change, watched
from reports.models import AnnualText
from reports.models.annual_text import LONGEST


class AnnualTextForm(forms.Form):
    text = watched(
        TextField(
            label="Isi", required=False, max_length=LONGEST, widget=forms.Textarea({"rows": 16}),
            help_text="Teks biasa. Baris kosong memisahkan alinea. Angka capaian disisipkan sendiri oleh laporan.",
        )
    )  # fmt: skip

    def __init__(self, *args, year, section, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.where = {"section": section, "service_type": kind}
        self.year = year
        found = self.text_of(year)
        self.fields["text"].initial = found.text if found else ""

    def text_of(self, year):
        return AnnualText.objects.filter(year=year, **self.where).first()

    def last_year(self):
        found = self.text_of(self.year - 1)
        return found.text if found else ""

    @transaction.atomic
    def save(self, *, by):
        """Whether it was saved; if not, the form says what somebody else wrote meanwhile."""
        found = AnnualText.held(self.year, **self.where)
        if clashes(self, {"text": found.text}, last_to_change(found)):
            return False
        if "text" in changes(self):
            found.write(self.cleaned_data["text"], by=by)
        return True
