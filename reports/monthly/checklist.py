"""What to look at before a month is handed in (daftar periksa data): each line says what, how often, and where to
mend it. A `must` makes a figure wrong and holds the report back, never the care; an advice is for the reader.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q
from django.urls import reverse
from django.utils import dateformat

from cases import duplicates
from cases.models import Absence, Client, DayRecord, Need, ServiceRecord, Stay

SHOWN = 5  # links of a line


@dataclass(frozen=True)
class Item:
    """`links`: (words, address) of the first few places where it is mended; none of them names anybody."""

    words: str
    count: int
    is_must: bool
    links: tuple = ()

    @property
    def more(self):
        return max(0, self.count - len(self.links))


@dataclass(frozen=True)
class Checklist:
    items: tuple

    @property
    def musts(self):
        return [item for item in self.items if item.is_must]

    @property
    def advices(self):
        return [item for item in self.items if not item.is_must]


def checklist(reading):
    found = []
    for look in (stays_without, days_of_the_house, services_outside, doubles, before, no_catalogue, needs, absences):
        found += look(reading)
    return Checklist(tuple(item for item in found if item.count))


def stays_without(reading):
    """What was left open about the people of the month."""
    month = reading.month
    rows = Stay.objects.at([reading.shelter]).overlapping(month.first, month.last).order_by("pk")
    values = ("pk", "register_number", "category", "service_type", "client__citizenship", "neglect", "entered_on")
    stays = list(rows.values_list(*values))
    lacking = {
        "Masa tinggal tanpa kategori; rekap menurut kategori tidak lengkap": (
            True, [stay for stay in stays if not stay[2] and stay[6] >= month.first]
        ),
        "Masa tinggal tanpa jenis pelayanan SPM; orangnya tidak ikut dihitung dalam SPM": (
            False, [stay for stay in stays if not stay[3]]
        ),
        "Kewarganegaraan belum dicatat; orangnya tidak ikut dihitung dalam SPM": (
            False, [stay for stay in stays if stay[3] and stay[4] not in (Client.Citizenship.WNI, "wna")]
        ),
        "Kriteria telantar belum dipastikan": (
            False, [stay for stay in stays if stay[3] and stay[5] == Stay.Neglect.UNCONFIRMED]
        ),
    }  # fmt: skip
    for words, (is_must, mine) in lacking.items():
        links = tuple((stay[1], reverse("cases:stay_edit", args=[stay[0]])) for stay in mine[:SHOWN])
        yield Item(words, len(mine), is_must, links)


def days_of_the_house(reading):
    """Nights with people in the house: without any record of the day, and more people than places."""
    shelter, month = reading.shelter, reading.month
    people = Counter()
    for stay in reading.rows[0]:
        if stay.is_in_house:
            day = max(stay.entered_on, month.first)
            until = min(stay.ended_on or date.max, month.last + timedelta(days=1), reading.today)
            while day < until:
                people[day] += 1
                day += timedelta(days=1)
    in_month = {"stay__shelter": shelter, "date__range": (month.first, month.last)}
    told = set()
    for model in (ServiceRecord, DayRecord):
        told |= set(model.objects.filter(**in_month).order_by().values_list("date", flat=True).distinct())
    silent = sorted(day for day in people if day not in told)
    full = sorted(day for day, number in people.items() if number > shelter.capacity)
    yield Item("Hari tanpa lembar harian; layanan hari itu terhitung nol", len(silent), True, days(shelter, silent))
    yield Item("Hari dengan penghuni melebihi daya tampung", len(full), False)


def days(shelter, found):
    return tuple(
        (dateformat.format(day, "j F"), reverse("cases:day_sheet", args=[shelter.slug, str(day)]))
        for day in found[:SHOWN]
    )


def services_outside(reading):
    month = reading.month
    outside = Q(date__lt=F("stay__entered_on")) | (Q(date__gt=F("stay__ended_on")) & ~Q(service="burial"))
    rows = ServiceRecord.objects.filter(
        outside, stay__shelter=reading.shelter, date__range=(month.first, month.last)
    ).exclude(stay__status=Stay.Status.CANCELLED)  # fmt: skip
    stays = list(rows.order_by("stay").values_list("stay", "stay__register_number").distinct())
    links = tuple((number, reverse("cases:stay_detail", args=[pk])) for pk, number in stays[:SHOWN])
    yield Item("Klien dengan layanan bertanggal di luar masa tinggalnya", len(stays), True, links)


def doubles(reading):
    """Files that may be one person would be counted twice."""
    here = {stay.client for stay in reading.rows[0]}
    pairs = [pair for pair in duplicates.same_nik(reading.shelter) if here & set(pair)]
    link = (("Mungkin orang yang sama", reverse("cases:same_list") + f"?panti={reading.shelter.slug}"),)
    yield Item("Pasang berkas dengan NIK yang sama; satu orang terhitung dua kali", len(pairs), True, link)
    newest = Client.objects.filter(pk__in=here).order_by("-pk")[: duplicates.WINDOW]
    alike = duplicates.alike(reading.shelter, newest) if here else []
    yield Item("Pasang berkas yang mungkin orang yang sama", len(alike), False, link)


def before(reading):
    """The signed month before closed with other people than this one opens with: it wants a Ralat first."""
    earlier = reading.month.moved(-1)
    for report in reading.shelter.month_reports.in_force(months=[earlier]):
        closing = next(line["value"] for line in report.figures["recap"]["movements"] if line["key"] == "closing")
        opening = reading.recap.opening
        words = (
            f"Keadaan awal menurut data {opening}, sedangkan laporan {earlier.label} yang ditandatangani menutup "
            f"dengan {closing}: tandatangani dahulu ralatnya"
        )
        yield Item(words, int(opening != closing), True, ((earlier.label, report.get_absolute_url()),))


def no_catalogue(reading):
    """Where nothing is asked, nobody can be said to be served."""
    bare = [figures.service_type.label for figures in reading.spm.without_catalogue]
    words = f"Katalog layanan kosong bulan ini, sehingga tidak ada yang terlayani: {'; '.join(bare)}"
    yield Item(words, len(bare), True, (("Katalog layanan", reverse("cases:catalogue")),))


def needs(reading):
    lacking = Need.objects.filter(Q(responsible=None) | Q(due_on=None), stay__shelter=reading.shelter, closed_on=None)
    rows = lacking.filter(opened_on__lte=reading.month.last).exclude(stay__status=Stay.Status.CANCELLED).order_by("pk")
    found = list(rows.values_list("pk", "stay__register_number", "service__label"))
    links = tuple(
        (f"{number}: {label}", reverse("cases:need_assign", args=[pk])) for pk, number, label in found[:SHOWN]
    )
    yield Item("Kebutuhan terbuka tanpa penanggung jawab atau tenggat", len(found), False, links)


def absences(reading):
    rows = Absence.objects.open().filter(stay__shelter=reading.shelter, left_on__lte=reading.month.last).order_by("pk")
    found = list(rows.values_list("pk", "stay__register_number"))
    links = tuple((number, reverse("cases:absence_return", args=[pk])) for pk, number in found[:SHOWN])
    yield Item("Klien yang pergi dan belum dicatat kembali", len(found), False, links)
