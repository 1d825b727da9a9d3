"""How long each step took, against the limit that held on the day it began (reports.models.StepLimit).

A step counts in the period in which it began, whenever it was done. Judged is a step that was done, or whose limit is
over; what is still within its limit is neither early nor late.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from fractions import Fraction
from typing import NamedTuple

from django.db.models import Exists, Min, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from assessments.models import Assessment, InterventionPlan
from cases.limits import WorkingDays
from cases.models import BiometricCheck, Holiday, Stay, Task
from cases.models.task_rule import BIOMETRIC, HEALTH
from cases.models.tasks import UNFINISHED
from referrals.models import Referral
from referrals.models.status import UNANSWERED
from reports.figures.changes import FEWEST
from reports.figures.referrals import HIDDEN
from reports.models.step_limit import StepLimit, limit_on, limits_of_steps
from reports.reach.hiding import hidden, shown
from reports.reach.numbers import as_decimal, at_share, percent, said

Step = StepLimit.Step
ONE_DAY = timedelta(days=1)
SECOND, HOUR = timedelta(seconds=1), 3600
# Without an hour of entry a step begins with the end of that day, as tasks do.
UNTIMED = time(23, 59)
LISTS = {
    Step.ASSESSMENT: "cases:task_list", Step.PLAN: "cases:client_list", Step.REFERRAL: "referrals:referral_list",
    Step.ANSWER: "referrals:referral_list", Step.BIOMETRIC: "cases:task_list", Step.DUKCAPIL: "cases:client_list",
    Step.HEALTH: "cases:task_list",
}  # fmt: skip
NOTES = {
    Step.ASSESSMENT: "Asesmen apa pun yang pertama diselesaikan; asesmen yang diimpor tidak dihitung.",
    Step.PLAN: "Sampai rencana pertama disetujui.",
    Step.REFERRAL: "Hanya masa tinggal yang punya rujukan. Yang dikirim sebelum rencana berlaku tidak dihitung.",
    Step.ANSWER: "Jawaban, penundaan, atau pertanyaan mitra dihitung menurut tanggal jawabannya.",
    Step.BIOMETRIC: "Masa tinggal yang mendapat tugas biometrik; selesai saat dimohon atau ditandai selesai.",
    Step.DUKCAPIL: "Dari tanggal permohonan sampai tanggal hasil.",
    Step.HEALTH: "Masa tinggal yang mendapat tugas pemeriksaan kesehatan.",
}
HEADINGS = [
    "Dimulai", "Selesai", "Median", "90 % selesai dalam", "Tepat waktu", "Masih menunggu", "Menunggu lewat batas",
    "Berakhir tanpa langkah ini",
]  # fmt: skip


class Passage(NamedTuple):
    """One step of one person: both moments in the shelter's zone; `open`: somebody still waits for it."""

    start: datetime
    done: datetime | None
    open: bool


@dataclass(frozen=True)
class Timeliness:
    step: Step
    limit: StepLimit | None
    begun: int
    hours: list[Fraction]
    judged: int
    within: int
    waiting: int
    late: int
    dropped: int
    masked: bool

    @property
    def label(self):
        return self.step.label

    @property
    def note(self):
        return NOTES[self.step]

    @property
    def work_list(self):
        return reverse(LISTS[self.step])

    @property
    def limit_text(self):
        return str(self.limit) if self.limit else "belum ada batas"

    @property
    def share(self):
        """Within the limit, of those judged."""
        if self.masked and (self.judged < FEWEST or 0 < self.judged - self.within < FEWEST or 0 < self.within < FEWEST):
            return None
        return percent(self.within, self.judged)

    @property
    def cells(self):
        """Done, waiting and dropped add up to those begun: what is hidden must not be told from that."""
        parts = hidden([len(self.hours), self.waiting, self.dropped], masked=self.masked)
        if parts is None:
            return [shown(self.begun, masked=True), *[HIDDEN] * (len(HEADINGS) - 1)]
        done, waiting, dropped = parts
        few = self.masked and len(self.hours) < FEWEST
        middle, ninth = (HIDDEN if few else duration(at_share(self.hours, share)) for share in ("1/2", "9/10"))
        share = said(self.share, "%") if self.limit else HIDDEN
        return [str(self.begun), done, middle, ninth, share, waiting, self.late_text(waiting), dropped]

    def late_text(self, waiting):
        """Of those waiting; with one of both parts hidden, the other would tell it."""
        in_time = self.waiting - self.late
        if not self.limit or not waiting.isdigit() or (self.masked and self.late >= FEWEST and 0 < in_time < FEWEST):
            return HIDDEN
        return shown(self.late, masked=self.masked)

    @property
    def values(self):
        return list(zip(HEADINGS, self.cells, strict=True))


def timeliness(shelters, span, *, masked, now=None):
    """A line per step. Seven queries, however many shelters."""
    now = now or timezone.now()
    limits, working = limits_of_steps(), WorkingDays(Holiday.objects.dates())
    houses = {shelter.pk: shelter for shelter in shelters}
    begun = {step: [] for step in Step}
    for read in READERS:
        for step, one in read(houses, span):
            if span.first <= one.start.date() <= span.last:
                begun[step].append(one)
    return [measured(step, cases, limits.get(step, []), working, now, masked) for step, cases in begun.items()]


def measured(step, cases, limits, working, now, masked):
    hours, judged, within, waiting, late, dropped = [], 0, 0, 0, 0, 0
    for one in cases:
        limit = limit_on(limits, one.start.date())
        deadline = limit and limit.deadline(one.start, working)
        if one.done:
            hours.append(Fraction(max((one.done - one.start) // SECOND, 0), HOUR))
            judged += bool(deadline)
            within += bool(deadline) and one.done <= deadline
            continue
        over = bool(deadline) and now > deadline
        judged += over
        waiting += one.open
        late += one.open and over
        dropped += not one.open
    newest = limits[0] if limits else None
    return Timeliness(step, newest, len(cases), hours, judged, within, waiting, late, dropped, masked)


def duration(hours):
    """Up to two days in hours, then in days."""
    if hours is None:
        return HIDDEN
    return said(as_decimal(hours), "jam") if hours < 48 else said(as_decimal(hours / 24), "hari")


def of_entry(houses, span):
    return Stay.objects.at(houses).kept().filter(entered_on__range=(span.first, span.last)).order_by()


def local(houses, shelter, moment):
    return moment and moment.astimezone(houses[shelter].zone)


def arrived(houses, shelter, day, hour, done=None):
    """The moment of coming in; without an hour, the end of that day, or what was done on it sooner."""
    moment = datetime.combine(day, hour or UNTIMED, tzinfo=houses[shelter].zone)
    return min(moment, done) if done and hour is None and done.date() == day else moment


def assessments_done(houses, span):
    earliest = Min("assessments__submitted_at", filter=Q(assessments__imported_at=None))
    rows = of_entry(houses, span).annotate(first=earliest)
    values = rows.values_list("shelter", "entered_on", "entered_at", "status", "first")
    for shelter, day, hour, status, moment in values:
        done = local(houses, shelter, moment)
        yield Step.ASSESSMENT, Passage(arrived(houses, shelter, day, hour, done), done, status == Stay.Status.RESIDENT)


def around(span):
    """Moments that may fall into the period in any zone of the country."""
    first = datetime.combine(span.first - ONE_DAY, time.min, tzinfo=timezone.get_default_timezone())
    return first, datetime.combine(span.last + 2 * ONE_DAY, time.min, tzinfo=timezone.get_default_timezone())


def plans_and_referrals(houses, span):
    """Two steps of one stay: from the first completed assessment to the first approved plan, whatever its day; and
    from that plan to the first letter sent after it, where a referral was drafted at all."""
    submitted = Assessment.objects.filter(imported_at=None, submitted_at__isnull=False)
    approved = InterventionPlan.objects.filter(status__in=["approved", "superseded"])
    theirs = Referral.objects.filter(stay=OuterRef("pk")).exclude(sent_at=None, status="withdrawn").order_by()
    began = Q(pk__in=submitted.at(houses).filter(submitted_at__range=around(span)).order_by().values("stay"))
    planned = Q(pk__in=approved.at(houses).filter(reviewed_at__range=around(span)).order_by().values("stay"))
    rows = Stay.objects.at(houses).kept().filter(began | planned).order_by().annotate(
        assessed=first(submitted, "submitted_at"), planned=first(approved, "reviewed_at"),
        sent=first(Referral.objects.filter(sent_at__isnull=False), "sent_at"), referred=Exists(theirs),
    )  # fmt: skip
    for row in rows.values_list("shelter", "status", "assessed", "planned", "sent", "referred"):
        shelter, status, *moments, referred = row
        assessed, plan, sent = (local(houses, shelter, moment) for moment in moments)
        here = status == Stay.Status.RESIDENT
        if assessed:
            yield Step.PLAN, Passage(assessed, plan, here)
        if plan and referred and (sent is None or sent >= plan):
            yield Step.REFERRAL, Passage(plan, sent, here)


def first(rows, moment):
    return Subquery(rows.filter(stay=OuterRef("pk")).order_by(moment).values(moment)[:1])


def answers(houses, span):
    sent = Referral.objects.at(houses).filter(sent_at__range=around(span)).exclude(stay__status="cancelled").order_by()
    for shelter, began, done, status in sent.values_list("stay__shelter", "sent_at", "answered_at", "status"):
        yield Step.ANSWER, Passage(local(houses, shelter, began), local(houses, shelter, done), status in UNANSWERED)


def tasks_of_entry(houses, span):
    steps = {BIOMETRIC: Step.BIOMETRIC, HEALTH: Step.HEALTH}
    rows = Task.objects.at(houses).filter(rule__slug__in=steps, stay__entered_on__range=(span.first, span.last))
    rows = rows.exclude(stay__status=Stay.Status.CANCELLED).order_by()
    values = ("rule__slug", "stay__shelter", "stay__entered_on", "stay__entered_at", "status", "done_at")
    for slug, shelter, day, hour, status, moment in rows.values_list(*values):
        done = local(houses, shelter, moment)
        yield steps[slug], Passage(arrived(houses, shelter, day, hour, done), done, status in UNFINISHED)


def dukcapil_answers(houses, span):
    """Both are days without an hour: from the beginning of the one to that of the other."""
    rows = BiometricCheck.objects.at(houses).filter(asked_on__range=(span.first, span.last)).order_by()
    rows = rows.exclude(stay__status=Stay.Status.CANCELLED)
    values = rows.values_list("stay__shelter", "asked_on", "answered_on", "stay__status")
    for shelter, asked, answered, status in values:
        zone = houses[shelter].zone
        start = datetime.combine(asked, time.min, tzinfo=zone)
        done = answered and datetime.combine(answered, time.min, tzinfo=zone)
        yield Step.DUKCAPIL, Passage(start, done, status == Stay.Status.RESIDENT)


READERS = (assessments_done, plans_and_referrals, answers, tasks_of_entry, dukcapil_answers)
