"""How long people stayed, how they left, and who came back.

Nights count as everywhere: the day of entry counts, the day of leaving does not. Length of stay is told of stays in
the house; services outside it have no nights. Returns look at every shelter of the installation and say no more than
that somebody came back, once per exit; a death, and a referral to another shelter of this system, are no exits to
come back from.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from cases.models import Stay
from referrals.models import Referral
from referrals.models.status import TAKEN
from reports.figures.changes import FEWEST
from reports.figures.recap import NOT_RECORDED
from reports.figures.referrals import HIDDEN
from reports.reach.hiding import shown
from reports.reach.numbers import as_decimal, at_share, percent, said
from reports.reach.people import Tally, ranked, tally

WINDOWS = (30, 90, 365)
LENGTHS = [
    (1, "Kurang dari semalam"), (4, "1–3 malam"), (8, "4–7 malam"), (31, "8–30 malam"), (91, "31–90 malam"),
    (181, "91–180 malam"), (366, "181–365 malam"), (100_000, "Lebih dari setahun"),
]  # fmt: skip
ALL = "Semua yang keluar"


class StayDays(NamedTuple):
    """A stay as returns see it."""

    pk: int
    client: int
    entered_on: date
    ended_on: date | None


@dataclass(frozen=True)
class Lengths:
    """Nights of so many stays: middle and quartiles, with one digit after the comma; and how they spread."""

    title: str
    values: list[int]
    masked: bool

    @property
    def count(self):
        return shown(len(self.values), masked=self.masked)

    @property
    def facts(self):
        """(words, text). Of fewer than five nothing but that."""
        words = {"1/4": "Kuartil pertama", "1/2": "Median", "3/4": "Kuartil ketiga"}
        veiled = self.masked and len(self.values) < FEWEST
        return [
            (label, HIDDEN if veiled else said(as_decimal(at_share(self.values, share)), "malam"))
            for share, label in words.items()
        ]

    @property
    def bands(self):
        found = Counter(band(nights) for nights in self.values)
        return tally(self.title, {label: found[label] for _, label in LENGTHS if found[label]}, self.masked)


@dataclass(frozen=True)
class Return:
    """Of exits of one way: who came back within so many days. `open`: not back, and the days are not over yet.

    The share is of the exits whose days are over (`ripe`), so that it does not change when nothing more can happen.
    """

    label: str
    days: int
    exits: int
    back: int
    open: int
    ripe: int
    ripe_back: int
    masked: bool = False

    @property
    def share(self):
        small = 0 < self.ripe_back < FEWEST or 0 < self.ripe - self.ripe_back < FEWEST or self.ripe < FEWEST
        return None if self.masked and small else percent(self.ripe_back, self.ripe)

    @property
    def cells(self):
        """A small number is hidden, and with it whatever would tell it: the exits are known."""
        if self.masked and 0 < self.exits < FEWEST:
            return [shown(self.exits, masked=True), *[HIDDEN] * 4]
        exits, back, still, ripe = (
            shown(count, masked=self.masked) for count in (self.exits, self.back, self.open, self.ripe)
        )
        share = said(self.share, "%")
        if self.masked and 0 < self.exits - self.back - self.open < FEWEST:
            still = HIDDEN
        if not (back.isdigit() and still.isdigit() and ripe.isdigit()):
            ripe = share = HIDDEN
        return [exits, back, still, ripe, share]

    @property
    def values(self):
        return list(zip(RETURN_HEADINGS, self.cells, strict=True))


RETURN_HEADINGS = ["Keluar", "Kembali", "Belum genap", "Sudah genap", "Kembali dari yang genap"]


@dataclass(frozen=True)
class Outcomes:
    ended: Lengths
    now: Lengths
    outside: int
    reasons: Tally
    departures: int
    transferred: int
    returns: list[tuple[int, list[Return]]]  # days, a line per way of leaving and of all together
    masked: bool

    @property
    def transferred_text(self):
        return shown(self.transferred, masked=self.masked)


def outcomes(shelters, span, *, masked):
    """Three queries."""
    todays = {shelter.pk: shelter.today() for shelter in shelters}
    left = list(exits(shelters, span))
    nights = [(row["ended_on"] - row["entered_on"]).days for row in left if row["setting"] == Stay.Setting.IN_HOUSE]
    here = Stay.objects.at(shelters).resident().in_house().order_by().values_list("shelter", "entered_on")
    lived = [max((todays[shelter] - entered).days, 0) for shelter, entered in here]
    reasons = ranked(row["exit_reason__name"] or NOT_RECORDED for row in left)
    counted = [row for row in left if not (row["dead"] or row["moved"])]
    return Outcomes(
        ended=Lengths("Lama tinggal yang berakhir dalam masa ini", nights, masked),
        now=Lengths("Lama tinggal penghuni saat ini", lived, masked),
        outside=len(left) - len(nights),
        reasons=tally("Keluar menurut alasan", reasons, masked),
        departures=len(left),
        transferred=sum(row["moved"] for row in left),
        returns=returns(counted, gaps_of(counted), todays, masked=masked),
        masked=masked,
    )


def exits(shelters, span):
    """Stays that ended in the period; `moved`: taken over by another shelter of this system."""
    taken = Referral.objects.filter(stay=OuterRef("pk"), partner__shelter__isnull=False, status__in=TAKEN)
    left = Stay.objects.at(shelters).filter(status=Stay.Status.DISCHARGED, ended_on__range=(span.first, span.last))
    dead = Coalesce("exit_reason__maps_to__is_death", "exit_reason__is_death", False)
    return left.order_by("pk").annotate(dead=dead, moved=Exists(taken)).values(
        "pk", "client_id", "shelter_id", "setting", "entered_on", "ended_on", "exit_reason__name", "dead", "moved"
    )  # fmt: skip


def gaps_of(left):
    """{exit: days until that person's next entry, at whichever shelter}. One query."""
    if not left:
        return {}
    since = min(row["entered_on"] for row in left)
    theirs = Stay.objects.kept().filter(client__in={row["client_id"] for row in left}, entered_on__gte=since)
    return gaps(StayDays(*row) for row in theirs.order_by().values_list("pk", "client_id", "entered_on", "ended_on"))


def gaps(stays):
    """{stay: days from its end to the beginning of the person's next one}, whatever order they come in.

    Of stays on one day the one that ended first went before.
    """
    found, before = {}, None
    for stay in sorted(stays, key=lambda one: (one.client, one.entered_on, one.ended_on or date.max, one.pk)):
        if before and before.client == stay.client and before.ended_on and before.ended_on <= stay.entered_on:
            found[before.pk] = (stay.entered_on - before.ended_on).days
        before = stay
    return found


def returns(left, found, todays, *, masked):
    """By the way of leaving, and all together; whoever may not see small numbers gets the sum alone."""
    ways = {}
    for row in left:
        ways.setdefault(row["exit_reason__name"] or NOT_RECORDED, []).append(row)
    lines = [] if masked else sorted(ways.items())
    return [
        (days, [one_return(label, days, rows, found, todays, masked) for label, rows in [*lines, (ALL, left)]])
        for days in WINDOWS
    ]


def one_return(label, days, rows, found, todays, masked):
    counts = Counter()
    for row in rows:
        back = found.get(row["pk"], days + 1) <= days
        ripe = (todays[row["shelter_id"]] - row["ended_on"]).days > days
        counts += Counter(back=back, open=not back and not ripe, ripe=ripe, ripe_back=back and ripe)
    return Return(label, days, len(rows), counts["back"], counts["open"], counts["ripe"], counts["ripe_back"], masked)


def band(nights):
    return next(label for limit, label in LENGTHS if nights < limit)
