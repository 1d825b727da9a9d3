"""What the groups outside (WKSBM) reported: half-year beside half-year, by category, kind of help and region."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q

from referrals.models import CommunityFigure, CommunityGroup

HEADINGS = [
    "Semester", "Kelompok", "Jenis mitra", "Wilayah kerja", "Kode wilayah", "Kategori PPKS", "Jenis bantuan", "Orang",
    "Ralat", "Dikirim",
]  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """Each table: (heading, rows of (label, a number for each half-year))."""

    halves: list
    reported: list
    group_count: int
    tables: list
    by_area: list  # (area, a number for each kind of help, sum) of the chosen half-year
    helps: list
    half: object


def compare(reports, halves, half):
    """`reports`: those that this person may read; `half`: the one whose regions are told apart."""
    wanted = Q(pk__in=[])
    for one in halves:
        wanted |= Q(year=one.year, half=one.number)
    standing = reports.in_force().filter(wanted)
    reported = Counter(standing.order_by().values_list("year", "half"))
    tallies = {"help": Counter(), "category": Counter(), "area": Counter(), "all": Counter()}
    here = Counter()
    rows = CommunityFigure.objects.filter(report__in=standing).order_by("category__position", "category__name")
    values = rows.values_list(
        "report__year", "report__half", "help", "category__name", "report__group__area", "persons"
    )
    for year, number, kind, category, area, persons in values:
        period = (year, number)
        for name, label in (("help", kind), ("category", category), ("area", area), ("all", "Orang dibantu")):
            tallies[name][label, period] += persons
        if period == (half.year, half.number):
            here[area, kind] += persons
    return assembled(halves, half, reported, tallies, here)


def assembled(halves, half, reported, tallies, here):
    periods = [(one.year, one.number) for one in halves]
    names = dict(CommunityFigure.Help.choices)
    tables = []
    for heading, name in (
        ("Jumlah", "all"), ("Menurut jenis bantuan", "help"), ("Menurut kategori PPKS", "category"),
        ("Menurut wilayah kerja", "area"),
    ):  # fmt: skip
        labels = list(dict.fromkeys(label for label, _ in tallies[name]))
        labels = list(names) if name == "help" else sorted(labels) if name == "area" else labels
        rows = [
            (names.get(label, label), [tallies[name][label, period] for period in periods]) for label in labels
        ]  # fmt: skip
        tables.append((heading, rows))
    areas = [
        (area, [here[area, kind] for kind in names], sum(here[area, kind] for kind in names))
        for area in sorted({area for area, _ in here})
    ]
    return Comparison(
        halves=halves, reported=[reported[period] for period in periods], tables=tables, by_area=areas,
        group_count=CommunityGroup.objects.in_use().count(), helps=list(names.values()), half=half,
    )  # fmt: skip


def figure_rows(reports, halves):
    """A plain row per figure that holds, for a sheet."""
    wanted = Q(pk__in=[])
    for one in halves:
        wanted |= Q(year=one.year, half=one.number)
    standing = reports.in_force().filter(wanted)
    rows = CommunityFigure.objects.filter(report__in=standing).select_related(
        "report__group__partner", "category"
    )  # fmt: skip
    for row in rows.order_by("report__year", "report__half", "report__group__area", "report", "category__position"):
        report, group = row.report, row.report.group
        yield [
            report.period.short, str(group), group.partner.get_kind_display(), group.area, group.region_id or "",
            str(row.category), row.get_help_display(), row.persons, report.revision, report.sent_at.date(),
        ]  # fmt: skip
