"""What a shelter tells of its years that are over: no name, no group under five."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Min

from cases.models import ExitReason, Stay
from cases.templatetags.indonesian import angka
from reports.figures.changes import FEWEST
from reports.figures.recap import NOT_RECORDED, recap
from reports.figures.referrals import HIDDEN
from reports.reach.hiding import shown
from reports.reach.people import Tally, in_order, tally

YEARS = 3
FAMILY, INSTITUTION, OTHER, ABSENT, DEATH = OUTCOMES = (
    "Kembali ke keluarga", "Diserahkan atau dirujuk ke lembaga lain", "Mandiri, pulang, atau cara lain",
    "Pergi tanpa izin", "Meninggal dunia",
)  # fmt: skip


@dataclass(frozen=True)
class YearFigures:
    year: int
    facts: list[tuple[str, str]]
    outcomes: Tally | None  # None: too few left to be told apart, or nobody


def yearly_figures(shelter):
    """The last closed years with anybody in them, the newest first; the year that runs is never told."""
    first = Stay.objects.at([shelter]).kept().aggregate(first=Min("entered_on"))["first"]
    last = shelter.today().year - 1
    if first is None or first.year > last:
        return []
    groups = {reason.name: group_of(reason.asks) for reason in ExitReason.objects.select_related("maps_to")}
    return [one_year(shelter, year, groups) for year in range(last, max(first.year, last - YEARS + 1) - 1, -1)]


def one_year(shelter, year, groups):
    """The numbers of the recap. Nights and stays of fewer than five people would tell of each, so they are hidden."""
    found = recap(shelter, date(year, 1, 1), date(year, 12, 31))
    few = 0 < found.persons < FEWEST
    facts = [
        ("Orang yang dilayani", said(found.persons)),
        ("Penerimaan", HIDDEN if few else said(found.arrivals)),
        ("Malam pelayanan di panti (orang × malam)", HIDDEN if few else angka(found.nights)),
    ]
    labels = [
        groups.get(reason, OTHER) if reason != NOT_RECORDED else OTHER
        for reason, count in found.by_exit.items()
        for _ in range(count)
    ]
    outcomes = None if few else tally("Keluar menurut cara", in_order(labels, OUTCOMES), masked=True)
    return YearFigures(year, facts, outcomes if outcomes and outcomes.lines else None)


def said(count):
    return shown(count, masked=True) if count < FEWEST else angka(count)


def group_of(reason):
    if reason.is_death:
        return DEATH
    if reason.is_abscond:
        return ABSENT
    if reason.is_reunion:
        return FAMILY
    return INSTITUTION if reason.to_institution else OTHER
