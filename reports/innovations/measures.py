"""Figures of our own data that can show what an innovation brings: each of some shelters, from a day to a day.

A measure is asked twice, of a period before and one after. It gives a Decimal, or None where there is nothing to
measure. Groups of fewer than five persons are not told: such a count says “<5”, and a share or mean of them is None.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from django.db.models import Avg, Count, Exists, OuterRef, Q, Sum
from django.utils import timezone

from cases.limits import WorkingDays
from cases.models import (
    ActivitySession,
    Aftercare,
    Attendance,
    EffectRating,
    Holiday,
    IdentityPaper,
    Product,
    ServiceRecord,
    Stay,
)
from cases.models.paper_kinds import PaperStatus
from cases.templatetags.indonesian import angka
from reports.figures.changes import FEWEST
from reports.innovations.score import rounded
from reports.models.step_limit import limits_of_steps
from reports.models.survey import SurveyPeriod
from reports.models.survey_answer import SurveyScore
from reports.reach.period import Span
from reports.reach.timeliness import Step, answers, measured
from reports.survey.ikm import Element, Index

MEASURES = {}


@dataclass(frozen=True)
class Measure:
    """`of(shelters, first, last)`: both days inclusive. `people`: it counts persons, so a small number is hidden."""

    slug: str
    label: str
    unit: str
    of: Callable
    note: str = ""
    people: bool = False

    def told(self, value):
        """As it is read: 12 sesi, <5 orang, Rp1.000.000, 81,25 %."""
        if value is None:
            return "–"
        if self.people and 0 < value < FEWEST:
            return f"<{FEWEST} {self.unit}"
        return in_words(value, self.unit)

    def is_hidden(self, value):
        return self.people and value is not None and 0 < value < FEWEST


def in_words(value, unit):
    return f"Rp{angka(value)}" if unit == "rupiah" else f"{angka(value)} {unit}".rstrip()


def measure(slug, label, unit, note="", people=False):
    def register(of):
        MEASURES[slug] = Measure(slug, label, unit, of, note, people)
        return of

    return register


def whole(number):
    return Decimal(number or 0)


def share(part, all):
    """Of a hundred; None of fewer than five."""
    return rounded(Fraction(100 * part, all)) if all >= FEWEST else None


@measure("sesi-kegiatan", "Sesi kegiatan terlaksana", "sesi", "Sesi yang kehadirannya dicatat.")
def sessions_held(shelters, first, last):
    came = Attendance.objects.filter(session=OuterRef("pk"))
    return whole(ActivitySession.objects.at(shelters).filter(Exists(came), on__range=(first, last)).count())


@measure("kehadiran-kegiatan", "Kehadiran dalam kegiatan", "kehadiran", "Satu orang pada satu sesi dihitung satu.")
def attendance(shelters, first, last):
    return whole(came_to(shelters, first, last).count())


@measure("peserta-kegiatan", "Peserta kegiatan", "orang", "Setiap orang dihitung satu kali.", people=True)
def participants(shelters, first, last):
    return whole(came_to(shelters, first, last).aggregate(n=Count("stay__client", distinct=True))["n"])


def came_to(shelters, first, last):
    return Attendance.objects.at(shelters).filter(session__on__range=(first, last)).order_by()


@measure("hasil-karya", "Hasil karya kegiatan", "buah")
def products_made(shelters, first, last):
    return whole(made_in(shelters, first, last).aggregate(n=Sum("quantity"))["n"])


@measure("nilai-hasil-karya", "Hasil penjualan karya", "rupiah")
def products_sold(shelters, first, last):
    return whole(made_in(shelters, first, last).aggregate(n=Sum("sold_for"))["n"])


def made_in(shelters, first, last):
    return Product.objects.at(shelters).filter(session__on__range=(first, last)).order_by()


@measure("pengaruh-kegiatan", "Rata-rata penilaian pengaruh kegiatan (skala 1–5)", "", "Semua aspek dan peserta.")
def effect(shelters, first, last):
    rows = EffectRating.objects.at(shelters).filter(rated_on__range=(first, last)).order_by()
    found = rows.aggregate(mean=Avg("value"), n=Count("stay", distinct=True))
    return found["mean"].quantize(Decimal("0.01")) if found["n"] >= FEWEST else None


@measure("bimbingan-lanjut-baik", "Bimbingan lanjut dengan keadaan baik", "%", "Dari kontak yang tersambung.")
def aftercare_well(shelters, first, last):
    result = Aftercare.Result
    rows = Aftercare.objects.at(shelters).filter(done_on__range=(first, last)).exclude(result=result.UNREACHED)
    found = rows.order_by().aggregate(all=Count("pk"), well=Count("pk", filter=Q(result=result.WELL)))
    return share(found["well"], found["all"])


@measure("rujukan-tepat-waktu", "Rujukan dijawab tepat waktu", "%", "Menurut batas waktu langkah yang berlaku.")
def answered_on_time(shelters, first, last):
    """As the page Ketepatan waktu judges them, by the limits that the department keeps."""
    houses, span = {shelter.pk: shelter for shelter in shelters}, Span.between(first, last)
    passages = [one for _, one in answers(houses, span) if first <= one.start.date() <= last]
    limits, working = limits_of_steps().get(Step.ANSWER, []), WorkingDays(Holiday.objects.dates())
    return measured(Step.ANSWER, passages, limits, working, timezone.now(), masked=True).share


@measure("kembali-ke-keluarga", "Klien kembali ke keluarga", "orang", people=True)
def reunited(shelters, first, last):
    rows = Stay.objects.at(shelters).filter(status=Stay.Status.DISCHARGED, ended_on__range=(first, last))
    home = Q(exit_reason__is_reunion=True) | Q(exit_reason__maps_to__is_reunion=True)
    return whole(rows.filter(home).order_by().aggregate(n=Count("client", distinct=True))["n"])


@measure("klien-masuk", "Klien yang mulai dilayani", "orang", people=True)
def admitted(shelters, first, last):
    rows = Stay.objects.at(shelters).kept().filter(entered_on__range=(first, last)).order_by()
    return whole(rows.aggregate(n=Count("client", distinct=True))["n"])


@measure("layanan-diberikan", "Layanan dasar yang diberikan", "layanan", "Menurut jumlah pada catatan layanan.")
def services_given(shelters, first, last):
    rows = ServiceRecord.objects.at(shelters).filter(date__range=(first, last)).order_by()
    return whole(rows.aggregate(n=Sum("quantity"))["n"])


@measure("dokumen-terbit", "Dokumen kependudukan terbit", "dokumen")
def papers_issued(shelters, first, last):
    done = [PaperStatus.ISSUED, PaperStatus.HANDED]
    return whole(IdentityPaper.objects.at(shelters).filter(status__in=done, decided_on__range=(first, last)).count())


@measure("ikm", "Indeks Kepuasan Masyarakat (IKM)", "", "Dari survei yang sudah diumumkan.")
def satisfaction(shelters, first, last):
    rows = SurveyScore.objects.filter(
        response__period__shelter__in=shelters, response__period__status=SurveyPeriod.Status.PUBLISHED,
        response__answered_on__range=(first, last),
    ).order_by()  # fmt: skip
    if rows.aggregate(n=Count("response", distinct=True))["n"] < FEWEST:
        return None
    sums = rows.values_list("element").annotate(total=Sum("score"), filled=Count("pk"))
    return Index(tuple(Element(code, code, total, filled) for code, total, filled in sums)).converted
