"""Movements of a period: who was there, came and left, and how many nights (spm-computation.md, "Recap")."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import F, Q

from cases.models import Client, DayRecord, ServiceRecord, Stay
from reports.figures.days import is_day_service, night_count
from reports.month import Month, months_between

NOT_RECORDED = "Belum dicatat"
UNKNOWN = "Tidak diketahui"
SEX_LABELS = dict(Client.Sex.choices)


class StayRow(NamedTuple):
    pk: int
    client: int
    sex: str
    entered_on: date
    ended_on: date | None
    category: str | None
    source: str | None
    exit_reason: str | None
    destination: str
    is_in_house: bool = True


@dataclass(frozen=True)
class Recap:
    """A period, both dates inclusive. by_exit and by_destination count departures, others arrivals."""

    first: date
    last: date
    opening: int
    arrivals: int
    departures: int
    closing: int
    persons: int
    nights: int
    nights_away: int
    day_services: int
    by_month: dict[str, int]
    by_category: dict[str, int]
    by_sex: dict[str, int]
    by_source: dict[str, int]
    by_exit: dict[str, int]
    by_destination: dict[str, int]

    @property
    def movements(self):
        return [
            ("Keadaan awal", self.opening),
            ("Masuk", self.arrivals),
            ("Keluar", self.departures),
            ("Keadaan akhir", self.closing),
        ]

    @property
    def volumes(self):
        return [
            ("Orang yang dilayani", self.persons, "orang"),
            ("Malam di panti", self.nights, "malam"),
            ("Malam tidak di panti", self.nights_away, "malam"),
            ("Layanan harian tanpa menginap", self.day_services, "kali"),
        ]

    @property
    def tables(self):
        by_sex = {SEX_LABELS.get(sex, sex): number for sex, number in self.by_sex.items()}
        by_month = {Month.parse(month).label: number for month, number in self.by_month.items()}
        return [
            *([("Masuk menurut bulan", by_month)] if len(by_month) > 1 else []),
            ("Masuk menurut kategori", self.by_category),
            ("Masuk menurut jenis kelamin", by_sex),
            ("Masuk menurut sumber rujukan", self.by_source),
            ("Keluar menurut alasan", self.by_exit),
            ("Keluar menurut tujuan", self.by_destination),
        ]

    def as_json(self):
        values = {name: value for name, value in vars(self).items() if name not in ("first", "last")}
        names = {"arrivals": "in", "departures": "out"}
        return {names.get(name, name): value for name, value in values.items()}


def recap(shelter, first, last):
    """The recap of a shelter. A stay entered by mistake counts nowhere, nor do its services."""
    return figures(*read(shelter, first, last))


def read(shelter, first, last):
    """What `figures` asks for. Three queries."""
    stays = Stay.objects.at([shelter]).overlapping(first, last).order_by()
    rows = [
        StayRow(*row[:-1], is_in_house=row[-1] == Stay.Setting.IN_HOUSE)
        for row in stays.values_list(
            "pk", "client_id", "client__sex", "entered_on", "ended_on",
            "category__name", "source__name", "exit_reason__name", "destination", "setting",
        )
    ]  # fmt: skip
    until = min(last, shelter.today())
    records = ServiceRecord.objects.filter(stay__shelter=shelter, date__range=(first, last)).order_by()
    given = records.exclude(stay__status=Stay.Status.CANCELLED).values_list("stay__client_id", flat=True)
    return rows, nights_away(shelter, first, until), set(given.distinct()), first, last, until


def nights_away(shelter, first, until):
    """{stay: nights of leave, hospital, absconding or travel}; a record outside the stay's nights is none."""
    nights = DayRecord.objects.filter(
        Q(stay__ended_on=None) | Q(date__lt=F("stay__ended_on")),
        stay__shelter=shelter, date__range=(first, until), date__gte=F("stay__entered_on"),
    )  # fmt: skip
    return Counter(nights.exclude(presence=DayRecord.Presence.PRESENT).order_by().values_list("stay", flat=True))


def figures(stays, away, given, first, last, until):
    """The arithmetic, on plain rows: `away` nights by stay, `given` the clients with a recorded service.

    A night that has not come is no night: they count up to `until`, the shelter's today or the end.
    `persons` are those with a shelter night, a day service or a recorded service, each once.
    """
    came = [stay for stay in stays if first <= stay.entered_on <= last]
    left = [stay for stay in stays if stay.ended_on and first <= stay.ended_on <= last]
    # Whoever is served at home sleeps at home: visits, no shelter nights.
    housed = [stay for stay in stays if stay.is_in_house]
    nights = {stay: night_count(stay, first, until) - away.get(stay.pk, 0) for stay in housed}
    visits = [stay for stay in came if stay.is_in_house and is_day_service(stay)]
    return Recap(
        first=first,
        last=last,
        opening=sum(stay.entered_on < first and (not stay.ended_on or stay.ended_on >= first) for stay in stays),
        arrivals=len(came),
        departures=len(left),
        closing=sum(stay.entered_on <= last and (not stay.ended_on or stay.ended_on > last) for stay in stays),
        persons=len(given | {stay.client for stay in visits} | {stay.client for stay, n in nights.items() if n}),
        nights=sum(nights.values()),
        nights_away=sum(away.get(stay.pk, 0) for stay in housed),
        day_services=len(visits),
        by_month=arrivals_by_month(came, first, last),
        by_category=count(stay.category or NOT_RECORDED for stay in came),
        by_sex=count(stay.sex or UNKNOWN for stay in came),
        by_source=count(stay.source or NOT_RECORDED for stay in came),
        by_exit=count(stay.exit_reason or NOT_RECORDED for stay in left),
        by_destination=count(stay.destination.strip() or NOT_RECORDED for stay in left),
    )


def arrivals_by_month(came, first, last):
    """Every month of the period, those without an arrival as well."""
    arrivals = Counter(str(Month.of(stay.entered_on)) for stay in came)
    return {str(month): arrivals[str(month)] for month in months_between(first, last)}


def count(names):
    """The most frequent first, then by name."""
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))
