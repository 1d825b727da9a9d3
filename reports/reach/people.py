"""Whom the shelters reached in a period: every person once, by where they come from and who they are.

Counted is whoever had a day of a stay in the period. What is told of a person (category, source, age at entry) is
what was recorded at their last entry among these stays.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Q

from assessments.models import Assessment
from cases.models import Stay
from reports.figures.recap import NOT_RECORDED, SEX_LABELS, UNKNOWN
from reports.lists.research import BANDS, age_band
from reports.month import Month, months_between
from reports.reach.hiding import hidden, shown

# Where the built-in instruments ask for it: instrument → the path of the question, and the answers that say no.
QUESTIONS = {"asesmen-pgot": "fisik/disabilitas", "tambahan-disabilitas": "ragam_riwayat/ragam"}
NONE_OF_IT = {"tidak_ada"}
NOT_KNOWN = {"", "tidak_diketahui"}
DISABLED, NOT_DISABLED, NOT_ASKED = "Ada", "Tidak ada", "Belum ditanyakan atau tidak diketahui"
BY_CATEGORY = ("Penyandang disabilitas", "Bukan")
AGES = [label for _, label in BANDS]


@dataclass(frozen=True)
class Line:
    label: str
    count: int
    text: str
    width: int  # of the bar, of 100; a hidden number has none that would tell it


@dataclass(frozen=True)
class Tally:
    """A list that adds up to everybody; `lines` None: too few to be told apart."""

    title: str
    lines: list[Line] | None
    note: str = ""


@dataclass(frozen=True)
class Reach:
    persons: int
    arrivals: int
    origins: Counter = field(repr=False)  # region code as it stands, or None → persons
    tallies: list[Tally]
    months: Tally
    masked: bool

    @property
    def persons_text(self):
        return shown(self.persons, masked=self.masked)

    @property
    def arrivals_text(self):
        return shown(self.arrivals, masked=self.masked)


def reach(shelters, span, *, masked):
    """Three queries, however many shelters and people."""
    rows = list(people(shelters, span))
    told = {
        "Menurut kategori PPKS": ranked(row["category__name"] or NOT_RECORDED for row in rows),
        "Menurut kelompok umur saat masuk": in_order((age_of(row) for row in rows), [*AGES, UNKNOWN]),
        "Menurut jenis kelamin": in_order((SEX_LABELS[row["client__sex"]] for row in rows), SEX_LABELS.values()),
        "Menurut sumber rujukan": ranked(row["source__name"] or NOT_RECORDED for row in rows),
        "Disabilitas menurut kategori PPKS": in_order((BY_CATEGORY[not by_category(row)] for row in rows), BY_CATEGORY),
        "Disabilitas menurut asesmen": by_assessment(shelters, span, rows),
    }
    arrivals = arrivals_by_month(shelters, span)
    return Reach(
        persons=len(rows),
        arrivals=sum(arrivals.values()),
        origins=Counter(row["client__origin"] for row in rows),
        tallies=[tally(title, counts, masked, NOTES.get(title, "")) for title, counts in told.items()],
        months=tally("Penerimaan per bulan", arrivals, masked),
        masked=masked,
    )


NOTES = {
    "Disabilitas menurut kategori PPKS": "Kategori yang termasuk kelompok SPM penyandang disabilitas, dan anak dengan "
    "kedisabilitasan.",
    "Disabilitas menurut asesmen": "Jawaban terakhir pada “Ragam disabilitas” dalam asesmen PGOT atau tambahan "
    "disabilitas yang sudah diselesaikan. Ragamnya tidak ditampilkan.",
}


def people(shelters, span):
    """One row per person: of the stay that they entered last."""
    stays = Stay.objects.at(shelters).overlapping(span.first, span.last)
    return stays.order_by("client_id", "-entered_on", "-pk").distinct("client_id").values(
        "client_id", "client__origin", "client__sex", "client__birth_date", "client__estimated_age",
        "client__age_estimated_on", "entered_on", "source__name", "category__name", "category__slug",
        "category__spm_group", "category__maps_to__slug", "category__maps_to__spm_group",
    )  # fmt: skip


def arrivals_by_month(shelters, span):
    """Stays that began in each month of the period, those without any as well: a person may come twice."""
    came = Stay.objects.at(shelters).kept().filter(entered_on__range=(span.first, span.last)).order_by()
    found = Counter(Month.of(day) for day in came.values_list("entered_on", flat=True))
    return {month.label: found[month] for month in months_between(span.first, span.last)}


def by_assessment(shelters, span, rows):
    """Who was asked last, and what they said; nothing but whether there is any."""
    wanted = Q()
    for slug, path in QUESTIONS.items():
        wanted |= Q(instrument__slug=slug, answers__has_key=path)
    stays = Stay.objects.at(shelters).overlapping(span.first, span.last).order_by()
    asked = Assessment.objects.filter(wanted, stay__in=stays, status__in=["submitted", "approved", "imported"])
    said = {}
    values = [f"answers__{path}" for path in QUESTIONS.values()]
    for client, *answers in asked.order_by("submitted_at", "pk").values_list("stay__client", *values):
        given = {word for answer in answers if answer for word in words(answer)}
        if given - NOT_KNOWN:
            said[client] = DISABLED if given - NOT_KNOWN - NONE_OF_IT else NOT_DISABLED
    found = (said.get(row["client_id"], NOT_ASKED) for row in rows)
    return in_order(found, [DISABLED, NOT_DISABLED, NOT_ASKED])


def words(answer):
    return answer.split() if isinstance(answer, str) else map(str, answer)


def by_category(row):
    """The category of disability, or that of children with one; a local category by the one it stands for."""
    slugs = {row["category__slug"], row["category__maps_to__slug"]}
    groups = {row["category__spm_group"], row["category__maps_to__spm_group"]}
    return "disability" in groups or "05" in slugs


def age_of(row):
    age = age_band(row["entered_on"], row["client__birth_date"], row["client__estimated_age"],
                   row["client__age_estimated_on"])  # fmt: skip
    return age or UNKNOWN


def ranked(labels):
    """The most frequent first, then by name."""
    return dict(sorted(Counter(labels).items(), key=lambda item: (-item[1], item[0])))


def in_order(labels, order):
    found = Counter(labels)
    return {label: found[label] for label in order if found[label]}


def tally(title, counts, masked, note=""):
    texts = hidden(counts.values(), masked=masked)
    if texts is None:
        return Tally(title, None, note)
    most = max(counts.values(), default=0) or 1
    lines = [
        Line(label, count, text, 100 * count // most if text.isdigit() else 0)
        for (label, count), text in zip(counts.items(), texts, strict=True)
    ]
    return Tally(title, lines, note)
