"""The period of these pages: a month, a quarter, a year, or from a day to a day."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from django import forms
from django.db.models import Min
from django.utils import timezone

from cases.models import Stay
from cases.templatetags.indonesian import tanggal
from reports.lists.filters import PlaceForm, day_field
from reports.month import Month

QUARTERS = ("I", "II", "III", "IV")
WRITTEN = re.compile(r"(2\d{3})(?:-T([1-4])|-(0[1-9]|1[0-2]))?\Z", re.ASCII)
FIRST_YEAR, YEARS_BACK = 2000, 10
LONGEST_YEARS = 10
FREE = ("", "Dari tanggal sampai tanggal")


@dataclass(frozen=True)
class Span:
    """Both days inclusive; `label` as people say it."""

    first: date
    last: date
    label: str

    @classmethod
    def parse(cls, text):
        """2026, 2026-T1 or 2026-03; a ValueError for anything else."""
        found = WRITTEN.match(text)
        if not found:
            raise ValueError(text)
        year, quarter, month = found.groups()
        if month:
            one = Month(int(year), int(month))
            return cls(one.first, one.last, one.label)
        if quarter:
            last = Month(int(year), 3 * int(quarter))
            return cls(last.moved(-2).first, last.last, f"Triwulan {QUARTERS[int(quarter) - 1]} {year}")
        return cls(date(int(year), 1, 1), date(int(year), 12, 31), f"Tahun {year}")

    @classmethod
    def between(cls, first, last):
        return cls(first, last, f"{tanggal(first)} s.d. {tanggal(last)}")


def choices(today):
    """What is offered, the latest first: years, the quarters of three years, the months of two."""
    years = range(today.year, max(FIRST_YEAR, today.year - YEARS_BACK) - 1, -1)
    quarters = [f"{year}-T{n}" for year in list(years)[:3] for n in (4, 3, 2, 1) if date(year, 3 * n - 2, 1) <= today]
    months = [str(Month.of(today).moved(-back)) for back in range(24)]
    named = [(group, [(text, Span.parse(text).label) for text in texts])
             for group, texts in (("Bulan", months), ("Triwulan", quarters), ("Tahun", map(str, years)))]  # fmt: skip
    return [*named, FREE]


class PeriodChoice(forms.ChoiceField):
    """Any month, quarter or year that can be written, not only those that are offered."""

    def valid_value(self, value):
        return bool(WRITTEN.match(value))


class SpanForm(PlaceForm):
    masa = PeriodChoice(
        label="Masa", required=False, error_messages={"invalid_choice": "Pilih masa dari daftar, misalnya Maret 2026."}
    )
    dari = day_field("Dari tanggal", required=False)
    sampai = day_field("Sampai tanggal", required=False)
    dari.help_text = "Diisi bila pada Masa dipilih “Dari tanggal sampai tanggal”."

    def __init__(self, *args, shelters, **kwargs):
        super().__init__(*args, shelters=shelters, **kwargs)
        self.today = timezone.localdate()
        self.fields["masa"].choices = choices(self.today)
        # From the shelters that are read anyway, instead of asking for them once more.
        self.fields["panti"].choices = [("", "Semua panti"), *((one.slug, str(one)) for one in shelters)]

    @property
    def latest_today(self):
        """The day that it is at whichever of these shelters is furthest ahead: WITA's day begins before WIB's."""
        return max([self.today, *(shelter.today() for shelter in self.houses)])

    def clean(self):
        if self.errors:
            return
        if self.cleaned_data["masa"]:
            self.span = Span.parse(self.cleaned_data["masa"])
            field = "masa"
        else:
            field = "dari"
            self.read_days(self.cleaned_data["dari"], self.cleaned_data["sampai"])
        if not self.errors and self.span.first > self.latest_today:
            self.add_error(field, f"Masa ini belum mulai. Hari ini {tanggal(self.latest_today)}.")

    def read_days(self, first, last):
        for name, day in (("dari", first), ("sampai", last)):
            if day is None:
                self.add_error(name, "Isi tanggal.")
        if self.errors:
            return
        if first > last:
            self.add_error("sampai", "Tanggal sampai tidak boleh sebelum tanggal dari.")
        elif first.year < FIRST_YEAR:
            self.add_error("dari", f"Pilih tanggal sejak 1 Januari {FIRST_YEAR}.")
        elif last >= years_later(first, LONGEST_YEARS):
            self.add_error("sampai", f"Pilih masa paling lama {LONGEST_YEARS} tahun.")
        else:
            self.span = Span.between(first, last)

    def remarks(self, anybody):
        """What has to be known of this period: not over yet, or before anybody was registered (asked when empty)."""
        said, today = [], self.latest_today
        if self.span.last >= today:
            said.append(f"Sementara: masa ini belum berakhir. Dihitung sampai hari ini, {tanggal(today)}.")
        if not anybody:
            first = Stay.objects.at(self.houses).kept().aggregate(first=Min("entered_on"))["first"]
            if first is None:
                said.append("Belum ada masa tinggal yang tercatat.")
            elif self.span.last < first:
                said.append(f"Masa ini sebelum masa tinggal pertama yang tercatat, {tanggal(first)}. Semua angka nol.")
        return said


def years_later(day, years):
    """The same day so many years later; 29 February becomes the 28th where there is none."""
    year = day.year + years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
