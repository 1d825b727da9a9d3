"""Complaints in figures: how many, of what kind, how fast. No name and no word of any of them."""

from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from django.utils import timezone

from cases.templatetags.indonesian import angka, persen
from reports.complaints.deadlines import days_between
from reports.figures.referrals import Bar
from reports.models.complaint_words import DONE, OPEN, Channel, Kind, Status
from reports.month import months_between

NOT_SAID = "–"
HEADINGS = ["Masuk", "Belum selesai", "Lewat batas", "Dijawab", "Tepat waktu", "Hari kerja"]


@dataclass(frozen=True)
class Line:
    """`on_time`: of those answered, percent; `days`: working days to the answer, the middle one."""

    label: str
    count: int
    open: int
    answered: int
    late: int
    on_time: Decimal | None
    days: Decimal | None

    @property
    def cells(self):
        said = [angka(number) for number in (self.count, self.open, self.late, self.answered)]
        timely = persen(self.on_time) if self.on_time is not None else NOT_SAID
        return [*said, timely, f"{self.days:f}".replace(".", ",") if self.days is not None else NOT_SAID]

    @property
    def values(self):
        """(heading, text), for a phone, where each cell names its column."""
        return list(zip(HEADINGS, self.cells, strict=True))


@dataclass(frozen=True)
class Figures:
    total: Line
    months: list[Line]
    kinds: list[Line]
    shelters: list[Line]
    charts: list[tuple[str, list[Bar]]]


def complaint_figures(rows, clock, first, last, *, by_shelter):
    """Of complaints received within these days (both inclusive). Two queries beside those of the clock."""
    found = list(rows.filter(received_on__range=(first, last)).select_related("about").order_by("received_on"))
    months = [(month.label, [one for one in found if (one.received_on.year, one.received_on.month)
                             == (month.year, month.number)]) for month in months_between(first, last)]  # fmt: skip
    kinds = [(kind.label, [one for one in found if one.kind == kind]) for kind in Kind]
    houses = {}
    for one in found:
        houses.setdefault(str(one.about or "Tidak tentang panti tertentu"), []).append(one)
    return Figures(
        total=line("Semua", found, clock),
        months=[line(label, some, clock) for label, some in months if some],  # the chart shows the empty ones
        kinds=[line(label, some, clock) for label, some in kinds if some],
        shelters=[line(label, some, clock) for label, some in sorted(houses.items())] if by_shelter else [],
        charts=[
            ("Per bulan", bars((label, len(some)) for label, some in months)),
            ("Menurut saluran", tally(found, "channel", Channel)),
            ("Menurut keadaan sekarang", tally(found, "status", Status)),
        ],
    )  # fmt: skip


def line(label, rows, clock):
    answered = [(one, timezone.localdate(one.answered_at)) for one in rows if one.status in DONE]
    finish = [(day, clock.finish_on(one)) for one, day in answered]
    judged = [day <= until for day, until in finish if until]
    days = [days_between(one.counted_from, day, clock.working) for one, day in answered]
    late = sum(bool((due := clock.due(one)) and due.is_late) for one in rows)
    return Line(
        label, len(rows), sum(one.status in OPEN for one in rows), len(answered), late,
        share(sum(judged), len(judged)), Decimal(str(median(days))) if days else None,
    )  # fmt: skip


def share(part, whole):
    """Percent with one decimal; None of nothing."""
    return (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP) if whole else None


def tally(rows, field, choices):
    counted = Counter(getattr(one, field) for one in rows)
    return bars((label, counted[value]) for value, label in choices.choices if counted[value])


def bars(pairs):
    pairs = list(pairs)
    longest = max([count for _, count in pairs], default=0) or 1
    return [Bar(label, angka(count), 100 * count // longest) for label, count in pairs]
