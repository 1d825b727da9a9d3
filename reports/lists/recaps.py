"""Recaps in figures, as offices hand them on: a test says that each agrees with reports.figures.recap by shelter."""

from collections import Counter

from django.db.models import Count, Q
from django.db.models.functions import ExtractMonth, ExtractYear
from django.utils import timezone

from cases.models import Stay
from cases.permissions import Perm
from reports.figures.recap import NOT_RECORDED
from reports.lists.filters import MonthsForm, SpanForm, broken, filled
from reports.lists.listing import Listing, Selection
from reports.month import Month
from reports.tables.table import Column, Kind

GROUP = "Rekap"
MOVES = {
    "opening": "Keadaan awal", "male": "Masuk L", "female": "Masuk P", "unknown": "Masuk, JK belum diketahui",
    "arrivals": "Masuk", "departures": "Keluar", "closing": "Keadaan akhir",
}  # fmt: skip
COUNTING = (
    "Cara menghitung",
    "Kedua tanggal termasuk. Keadaan awal + masuk − keluar = keadaan akhir. Kategori menurut pencatatan saat masuk. "
    "Masa tinggal yang dibatalkan karena salah catat tidak dihitung.",
)


def this_month():
    today = timezone.localdate()
    return {"dari": Month.of(today).first, "sampai": Month.of(today).last}


def this_year():
    today = timezone.localdate()
    return {"dari": today.replace(month=1, day=1), "sampai": today.replace(month=12, day=31)}


def movements(asking):
    """Of each category: who was there, came and left, and who stayed. Four sums of one query."""
    form = filled(SpanForm, asking, Perm.REPORT, **this_month())
    if not form.is_valid():
        return broken(form)
    first, last = form.first, form.last
    came = Q(entered_on__gte=first, entered_on__lte=last)
    stays = Stay.objects.at(form.houses).overlapping(first, last).order_by()
    found = stays.values("category__name", "category__position").annotate(
        opening=Count("pk", Q(entered_on__lt=first)), arrivals=Count("pk", came),
        male=Count("pk", came & Q(client__sex="L")), female=Count("pk", came & Q(client__sex="P")),
        unknown=Count("pk", came & Q(client__sex="")),
        departures=Count("pk", Q(ended_on__lte=last)),
        closing=Count("pk", Q(ended_on=None) | Q(ended_on__gt=last)),
    )  # fmt: skip
    found = sorted(found, key=lambda row: (row["category__position"] is None, row["category__position"] or 0))
    rows = [[row["category__name"] or NOT_RECORDED, *(row[name] for name in MOVES)] for row in found]
    columns = [Column("Kategori PPKS", width=34), *(Column(heading, Kind.INT) for heading in MOVES.values())]
    return Selection.of_list(
        columns, rows, form.described(), form=form, total=summed(columns, rows), shelter=form.house,
        remarks=[COUNTING],
    )  # fmt: skip


def by_month(count_of, heading, path, empty, remark):
    """A table with a column for each month: what happened when, by one of the lists of the office."""

    def selected(asking):
        form = filled(MonthsForm, asking, Perm.REPORT, **this_year())
        if not form.is_valid():
            return broken(form)
        happened = {f"{count_of}__gte": form.first, f"{count_of}__lte": form.last}
        found = Stay.objects.at(form.houses).kept().filter(**happened).order_by()
        found = found.values_list(
            f"{path}__name", f"{path}__position", ExtractYear(count_of), ExtractMonth(count_of)
        ).annotate(number=Count("pk"))  # fmt: skip
        tally, places = Counter(), {}
        for name, position, year, month, number in found:
            tally[name, Month(year, month)] += number
            places[name] = position if name else 10_000
        names = sorted(places, key=lambda name: (places[name], name or ""))
        rows = [[name or empty, *counted] for name in names for counted in [months_of(tally, name, form.months)]]
        columns = [
            Column(heading, width=34), *(Column(month_heading(month, form.months), Kind.INT) for month in form.months),
            Column("Jumlah", Kind.INT),
        ]  # fmt: skip
        return Selection.of_list(
            columns, rows, form.described(), form=form, total=summed(columns, rows), shelter=form.house,
            remarks=[("Cara menghitung", remark)],
        )  # fmt: skip

    return selected


def months_of(tally, name, months):
    counts = [tally[name, month] for month in months]
    return [*counts, sum(counts)]


def month_heading(month, months):
    """Jan; with its year where the period has two of them."""
    short = month.label[:3]
    return short if months[0].year == months[-1].year else f"{short} {month.year}"


def summed(columns, rows):
    """The last row of a table of figures: every column of whole numbers, added up."""
    sums = [
        sum(row[place] for row in rows) if column.kind == Kind.INT else None for place, column in enumerate(columns)
    ]
    return ["Jumlah", *sums[1:]]


RECAPS = [
    Listing(
        "pgot-bulanan", "Rekap PGOT bulanan",
        "Keadaan awal, masuk, keluar, dan keadaan akhir tiap kategori dalam satu bulan.", movements, Perm.REPORT,
        group=GROUP,
    ),
    Listing(
        "penerimaan", "Penerimaan per kategori per bulan", "Berapa klien diterima tiap bulan, menurut kategori PPKS.",
        by_month("entered_on", "Kategori PPKS", "category", NOT_RECORDED,
                 "Dihitung pada tanggal masuk; satu orang yang masuk dua kali dihitung dua kali."),
        Perm.REPORT, group=GROUP,
    ),
    Listing(
        "terminasi", "Terminasi per alasan per bulan", "Berapa klien keluar tiap bulan, menurut alasan keluar.",
        by_month("ended_on", "Alasan keluar", "exit_reason", NOT_RECORDED,
                 "Dihitung pada tanggal keluar. Izin, dirawat, dan pergi tanpa izin yang kembali bukan keluar."),
        Perm.REPORT, group=GROUP,
    ),
]  # fmt: skip
