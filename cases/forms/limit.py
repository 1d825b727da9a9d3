import uuid
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from cases.cleaning import TextField, clean_text
from cases.forms.client import DateInput
from cases.forms.recorded import RecordedForm
from cases.models import Holiday

MONTHS = ["januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober",
          "november", "desember"]  # fmt: skip
MOST_LINES = 60


class ExtensionForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    days = forms.IntegerField(
        label="Tambahan hari", required=False, min_value=1, max_value=365,
        error_messages={"min_value": "Sedikitnya 1 hari.", "max_value": "Paling banyak 365 hari."},
    )  # fmt: skip
    until = forms.DateField(
        label="Atau sampai tanggal", required=False, widget=DateInput, help_text="Isi salah satu dari keduanya."
    )
    reason = TextField(
        label="Alasan", max_length=500, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": "Tulis mengapa perpanjangan diperlukan."},
        help_text="Misalnya menunggu jawaban LKS.",
    )  # fmt: skip

    def clean(self):
        said = [self.cleaned_data.get(name) for name in ("days", "until")]
        if not self.errors.keys() & {"days", "until"} and sum(one is not None for one in said) != 1:
            self.add_error("days", "Isi tambahan hari atau tanggal, salah satu.")


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label="Keputusan", widget=forms.RadioSelect, choices=[("approve", "Setujui"), ("refuse", "Tidak disetujui")],
        error_messages={"required": "Pilih keputusan."},
    )  # fmt: skip
    note = TextField(
        label="Catatan", required=False, max_length=300,
        help_text="Wajib bila tidak disetujui: apa yang perlu dilakukan.",
    )  # fmt: skip

    def clean(self):
        if self.cleaned_data.get("decision") == "refuse" and not self.cleaned_data.get("note"):
            self.add_error("note", "Tulis mengapa tidak disetujui.")


class HolidayForm(RecordedForm):
    class Meta:
        model = Holiday
        fields = ["date", "name", "source"]
        field_classes = dict.fromkeys(["name", "source"], TextField)
        widgets = {"date": DateInput}


class HolidayPasteForm(forms.Form):
    """The holidays of one year, a line each: the date as anybody writes it, then the name."""

    year = forms.IntegerField(label="Tahun", min_value=2000, max_value=2100)
    source = TextField(label="Sumber", max_length=200, required=False, help_text="Misalnya nomor SKB 3 Menteri.")
    lines = TextField(
        label="Hari libur, satu baris satu tanggal", max_length=10_000, widget=forms.Textarea({"rows": 12}),
        error_messages={"required": "Tempel daftar hari libur."},
        help_text="Misalnya “21 Maret 2026 Idulfitri 1447 H” atau “2026-03-21; Idulfitri 1447 H”.",
    )  # fmt: skip

    def clean(self):
        year, text = self.cleaned_data.get("year"), self.cleaned_data.get("lines")
        if year is None or not text:
            return
        days, problems = {}, []
        for number, line in enumerate(filter(str.strip, text.split("\n")), 1):
            try:
                day, name = read_holiday(line, year)
            except ValidationError as error:
                problems += [f"Baris {number}: {message}" for message in error.messages]
                continue
            if day in days:
                problems.append(f"Baris {number}: tanggal itu sudah ada di baris lain.")
            days[day] = name
        if len(days) > MOST_LINES:
            problems.append(f"Paling banyak {MOST_LINES} hari libur setahun.")
        if problems:
            self.add_error("lines", problems)
        self.cleaned_data["days"] = days


def read_holiday(line, year):
    """One line as (date, name). Raises ValidationError with what is wrong in it."""
    words = clean_text(line).replace(";", " ").replace("\t", " ").split()
    day, used = read_date(words)
    if day is None:
        raise ValidationError(f"“{words[0]}” bukan tanggal. Tulis misalnya 21 Maret {year} atau {year}-03-21.")
    if day.year != year:
        raise ValidationError(f"tahun {day.year} bukan tahun {year}.")
    name = " ".join(words[used:]).strip(" -–:,")
    if not name:
        raise ValidationError("nama hari libur belum ada.")
    if len(name) > 120:
        raise ValidationError("nama hari libur terlalu panjang.")
    return day, name


def read_date(words):
    """The date at the head of these words, and how many of them it takes; (None, 0) without one."""
    first = words[0].rstrip(",:").replace("/", "-").replace(".", "-").split("-") if words else []
    if len(first) == 3 and all(part.isascii() and part.isdigit() for part in first):
        year, month, day = first if len(first[0]) == 4 else reversed(first)
        return safe_date(year, month, day), 1
    if len(words) >= 3 and words[1].lower() in MONTHS and words[0].isdigit() and words[2].rstrip(",:").isdigit():
        return safe_date(words[2].rstrip(",:"), MONTHS.index(words[1].lower()) + 1, words[0]), 3
    return None, 0


def safe_date(year, month, day):
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
