"""Referrals in figures: what was asked of whom, what came of it and how fast; where clients come from and go.

A referral counts in the period in which its letter was issued, with all that has happened to it since. Everything is
added up by the database; no row is read per referral.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Aggregate, Case, CharField, Count, DurationField, Exists, F, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce, Left

from cases.models import Region, Stay
from referrals.models import Journey, Referral, ReferralAnswer
from referrals.models.reasons import DeclineReason
from referrals.models.status import TAKEN, UNDECIDED, Status
from reports.figures.changes import FEW, FEWEST

REGENCY = 5  # letters of a region code, such as 33.23
NOT_RECORDED = "Tidak diketahui"
HIDDEN = "–"
STEPS = ["asked", "answered", "accepted", "arrived", "declined", "open"]
HEADINGS = ["Diminta", "Dijawab", "Diterima", "Tiba", "Ditolak", "Masih berjalan", "Hari jawab"]


class Median(Aggregate):
    """The middle value, half of them below it."""

    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@dataclass(frozen=True)
class Row:
    """`masked`: below five stands “<5”, and what could be told from the rest is not said at all."""

    label: str
    counts: tuple[int | None, ...]
    median: timedelta | None = None
    masked: bool = False

    @property
    def cells(self):
        counts = [shown(count, self.masked) for count in self.counts]
        if self.masked and (self.counts[0] or 0) < FEWEST:
            counts = [counts[0], *[HIDDEN] * (len(counts) - 1)]
        return counts

    @property
    def days(self):
        if self.median is None or (self.masked and (self.counts[1] or 0) < FEWEST):
            return HIDDEN
        return f"{self.median.total_seconds() / 86_400:.1f}".replace(".", ",").removesuffix(",0")

    @property
    def values(self):
        """(heading, text), for the page and the sheet alike."""
        return list(zip(HEADINGS, [*self.cells, self.days], strict=True))


@dataclass(frozen=True)
class Bar:
    """A name, how many, and how long the bar is (of 100); a hidden figure has no bar that would tell it."""

    label: str
    text: str
    width: int


@dataclass(frozen=True)
class ReferralFigures:
    total: Row
    funnel: list[Bar]
    partners: list[Row]
    reasons: list[Bar]
    origins: list[Bar]
    destinations: list[Bar]
    journeys: list[Bar]


def referral_figures(shelters, first, last, *, masked):
    """Of all these shelters together."""
    sent = Referral.objects.at(shelters).filter(letter__issued_on__range=(first, last)).order_by()
    partners = [
        Row(name, tuple(row[step] for step in STEPS), row["median"], masked)
        for name, row in sorted(
            ((row["partner__name"], row) for row in sent.values("partner__name").annotate(**steps())),
            key=lambda pair: (-pair[1]["asked"], pair[0]),
        )
    ]
    total = sent.aggregate(**steps())
    total = Row("Semua mitra", told_total([row.counts for row in partners], total, masked), total["median"], masked)
    return ReferralFigures(
        total=total,
        funnel=bars(zip(HEADINGS, total.counts[:4], strict=False), masked),
        partners=partners,
        reasons=bars(reasons(sent), masked),
        **ways(shelters, first, last, masked),
        journeys=bars(journeys_home(shelters, first, last), masked),
    )


def steps():
    said_yes = ReferralAnswer.objects.filter(referral=OuterRef("pk"), kind="accepted", counts=True)
    came = Q(arrived_on__isnull=False) | Q(completed_at__isnull=False)
    return {
        "asked": Count("pk"),
        "answered": Count("pk", filter=Q(answered_on__isnull=False)),
        "accepted": Count("pk", filter=Q(status__in=TAKEN) | Q(Exists(said_yes))),
        "arrived": Count("pk", filter=came),
        "declined": Count("pk", filter=Q(status=Status.DECLINED)),
        "open": Count("pk", filter=Q(status__in=UNDECIDED)),
        "median": Median(F("answered_on") - F("letter__issued_on")),
    }


def told_total(rows, total, masked):
    """One single hidden figure could be told from the sum: then the sum is not said (None)."""
    counts = [total[step] for step in STEPS]
    if not masked:
        return tuple(counts)
    told = []
    for place, count in enumerate(counts):
        hidden = sum(0 < row[place] < FEWEST or row[0] < FEWEST for row in rows)
        told.append(None if hidden == 1 else count)
    return tuple(told)


def reasons(sent):
    labels = dict(DeclineReason.choices)
    found = sent.exclude(decline_reason="").values_list("decline_reason").annotate(n=Count("pk"))
    return ((labels.get(code, code), count) for code, count in found.order_by("-n", "decline_reason"))


def ways(shelters, first, last, masked):
    """Arrivals by the regency that people come from; departures by the one they went to, or by the way out."""
    stays = Stay.objects.at(shelters).kept().order_by()
    came = stays.filter(entered_on__range=(first, last)).annotate(place=Left("client__origin_id", REGENCY))
    gone = stays.filter(ended_on__range=(first, last)).annotate(
        region=Left("exit_record__region_id", REGENCY),
        place=Case(
            When(region__isnull=False, then=F("region")), default=F("exit_reason__name"), output_field=CharField()
        ),
    )  # fmt: skip
    counted = [
        list(rows.values_list(Coalesce("place", Value(NOT_RECORDED))).annotate(n=Count("pk")).order_by("-n", "place"))
        for rows in (came, gone)
    ]
    names = Region.objects.in_bulk({code for rows in counted for code, _ in rows if code[:1].isdigit()})
    named = [[(names[code].path if code in names else code, count) for code, count in rows] for rows in counted]
    return {"origins": bars(named[0], masked), "destinations": bars(named[1], masked)}


def journeys_home(shelters, first, last):
    """Journeys home that began in the period, by the regency they led to, and how many did not come to their end."""
    began = Journey.objects.at(shelters).departed_between(first, last).order_by()
    lost = Count("pk", filter=~Q(failure="") & Q(received_on=None))
    places = began.annotate(place=Left("region_id", REGENCY)).values_list("place")
    rows = list(places.annotate(n=Count("pk"), lost=lost))
    names = Region.objects.in_bulk([code for code, *_ in rows])
    led = sorted(((str(names.get(code, code)), count) for code, count, _ in rows), key=lambda row: (-row[1], row[0]))
    return [*led, ("Di antaranya terhenti di perjalanan", sum(row[2] for row in rows))] if led else []


def bars(rows, masked):
    rows = list(rows)
    most = max((count or 0 for _, count in rows), default=0) or 1
    return [
        Bar(label, shown(count, masked), 0 if count is None or (masked and count < FEWEST) else 100 * count // most)
        for label, count in rows
    ]


def shown(count, masked):
    if count is None:
        return HIDDEN
    return FEW if masked and 0 < count < FEWEST else str(count)


def as_table(figures):
    """(heading, rows) for a spreadsheet, exactly what the page shows."""
    rows = [[row.label, *(text for _, text in row.values)] for row in (*figures.partners, figures.total)]
    lists = {
        "Alasan ditolak": figures.reasons, "Asal": figures.origins, "Tujuan": figures.destinations,
        "Pemulangan": figures.journeys,
    }  # fmt: skip
    for title, part in lists.items():
        rows += [[f"{title}: {bar.label}", bar.text] + [""] * (len(HEADINGS) - 1) for bar in part]
    return ["Mitra atau uraian", *HEADINGS], rows
