"""How it goes about ninety days after leaving, added up by the way out.

Counted are stays for which contacts were planned and whose 90th day falls into the period. What counts is the last
contact from day 60 to day 120 that reached somebody, and only without one that nobody was reached; whoever had come
back to a shelter by day 90 is asked no more, and a death, once heard of, stands whatever was said before.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, Subquery, Value, When

from cases.models import Aftercare, Stay
from reports.figures.changes import FEWEST
from reports.figures.referrals import HIDDEN, shown

DAY, EARLIEST, LATEST = (timedelta(days=days) for days in (90, 60, 120))
Result = Aftercare.Result
STATES = {
    Result.WELL.value: "Baik", Result.CONCERN.value: "Masalah", Result.STREET.value: "Kembali ke jalan",
    Result.LEFT.value: "Pindah", "back": "Kembali ke panti", Result.UNREACHED.value: "Tidak tersambung",
    Result.DIED.value: "Meninggal", "unasked": "Belum ditanya",
}  # fmt: skip
HEADINGS = ["Klien", *STATES.values(), "Pernah kembali ke jalan"]
ALL = "Semua cara keluar"


@dataclass(frozen=True)
class Outcome:
    """One way out: how many left by it, how each of them fared, and how many were ever found on the street again."""

    label: str
    counts: tuple[int, ...]
    masked: bool = False

    @property
    def values(self):
        """(heading, text), for the page and the sheet alike."""
        return list(zip(HEADINGS, self.cells, strict=True))

    @property
    def cells(self):
        if not self.masked:
            return [str(count) for count in self.counts]
        if 0 < self.counts[0] < FEWEST:
            return [shown(self.counts[0], True), *[HIDDEN] * (len(self.counts) - 1)]
        cells = [shown(count, True) for count in self.counts]
        states = range(1, len(STATES) + 1)
        few = [place for place in states if 0 < self.counts[place] < FEWEST]
        others = sorted((self.counts[place], place) for place in states if self.counts[place] >= FEWEST)
        if len(few) == 1 and others:  # one single hidden figure could be told from the sum
            cells[others[0][1]] = HIDDEN
        return cells


def aftercare_outcomes(shelters, first, last, *, masked):
    """[Outcome], by the way out and of all together; whoever may not see small numbers gets the sum alone."""
    rows = [
        Outcome(row["exit_reason__name"], tuple(row[name] for name in COUNTED), masked)
        for row in left(shelters, first - DAY, last - DAY)
        .values("exit_reason__name")
        .annotate(**COUNTED)
        .order_by("exit_reason__name")
    ]
    if not rows:
        return []
    total = Outcome(ALL, tuple(map(sum, zip(*(row.counts for row in rows), strict=True))), masked)
    return [total] if masked else [*rows, total]


COUNTED = {
    "n": Count("pk"),
    **{f"n_{state}": Count("pk", filter=Q(fared=state)) for state in STATES},
    "n_ever": Count("pk", filter=Q(ever=True)),
}


def left(shelters, first, last):
    """The stays, each with how that person fared."""
    until = OuterRef("ended_on") + LATEST
    asked = Aftercare.objects.filter(stay=OuterRef("pk"), done_on__lte=until).order_by("-done_on", "-pk")
    late = asked.filter(done_on__gte=OuterRef("ended_on") + EARLIEST)
    back = Stay.objects.kept().filter(
        client=OuterRef("client"), entered_on__gte=OuterRef("ended_on"), entered_on__lte=OuterRef("ended_on") + DAY
    )
    stays = Stay.objects.at(shelters).filter(status=Stay.Status.DISCHARGED, ended_on__range=(first, last)).order_by()
    return stays.filter(Exists(Aftercare.objects.filter(stay=OuterRef("pk")))).annotate(
        ever=Exists(asked.filter(result=Result.STREET)),
        heard=Subquery(late.exclude(result=Result.UNREACHED).values("result")[:1]),
        fared=Case(
            When(Exists(asked.filter(result=Result.DIED)), then=Value(Result.DIED.value)),
            When(Exists(back.exclude(pk=OuterRef("pk"))), then=Value("back")),
            When(heard__isnull=False, then=F("heard")),
            When(Exists(late), then=Value(Result.UNREACHED.value)),
            default=Value("unasked"),
            output_field=CharField(),
        ),
    )  # fmt: skip
