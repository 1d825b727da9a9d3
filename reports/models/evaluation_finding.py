"""What is said of an indicator in a quarter (catatan triwulan), and the figures that a closed evaluation keeps."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from cases.audit import difference, record
from cases.models import User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from reports.models.evaluation import EvaluationPlan
from reports.models.evaluation_indicator import PERIODS, YEAR, EvaluationIndicator, number
from reports.month import Month


class EvaluationFindingQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(indicator__plan__shelter__in=shelters)

    def visible_to(self, user):
        return self.filter(indicator__plan__in=EvaluationPlan.objects.visible_to(user))

    def allowed(self, user, perm):
        return self.filter(indicator__plan__in=EvaluationPlan.objects.allowed(user, perm))

    def to_follow_up(self):
        """Follow-ups that are not done, the most urgent first."""
        return self.exclude(follow_up="").filter(done_at=None).order_by("due_on", "pk")

    def overdue(self, today):
        return self.to_follow_up().filter(due_on__lt=today)

    def for_list(self):
        return self.select_related("indicator__plan__shelter", "owner")


class EvaluationFinding(CheckedModel):
    """A note on a quarter or on the year. `actual` only where the system measures nothing."""

    indicator = models.ForeignKey(
        EvaluationIndicator, models.PROTECT, related_name="findings", verbose_name="indikator"
    )
    quarter = models.PositiveSmallIntegerField("masa", choices=PERIODS)
    actual = number("realisasi")
    actual_source = models.CharField("sumber angka", max_length=300, blank=True)
    measured_on = models.DateField("tanggal diukur", null=True, blank=True)
    note = models.TextField("penjelasan", max_length=2000, blank=True)
    follow_up = models.TextField("tindak lanjut", max_length=1000, blank=True)
    owner = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="penanggung jawab tindak lanjut"
    )
    due_on = models.DateField("paling lambat", null=True, blank=True)
    written_at = models.DateTimeField(default=timezone.now)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    result = models.CharField("hasil tindak lanjut", max_length=300, blank=True)

    objects = EvaluationFindingQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan evaluasi"
        verbose_name_plural = "catatan evaluasi"
        ordering = ["quarter", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "quarter"], name="evaluation_finding_once",
                violation_error_message="Catatan untuk masa ini sudah ada. Muat ulang halaman.",
            ),
            models.CheckConstraint(
                name="evaluation_finding_quarter", condition=Q(quarter__gte=1, quarter__lte=YEAR),
                violation_error_message="Pilih triwulan I sampai IV, atau setahun.",
            ),
            models.CheckConstraint(
                name="evaluation_finding_actual_has_source",
                condition=Q(actual=None, actual_source="", measured_on=None)
                | (Q(actual__isnull=False, measured_on__isnull=False) & ~Q(actual_source="")),
                violation_error_message="Realisasi yang diisi tangan perlu sumber dan tanggal diukur.",
            ),
            models.CheckConstraint(
                name="evaluation_finding_follow_up_has_owner",
                condition=Q(follow_up="", owner=None, due_on=None)
                | (Q(owner__isnull=False, due_on__isnull=False) & ~Q(follow_up="")),
                violation_error_message="Tindak lanjut perlu penanggung jawab dan tanggal paling lambat.",
            ),
            models.CheckConstraint(
                name="evaluation_finding_done_pair",
                condition=Q(done_at=None, done_by=None, result="")
                | (Q(done_at__isnull=False, done_by__isnull=False) & ~Q(result="") & ~Q(follow_up="")),
                violation_error_message="Tulis hasil tindak lanjut.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.indicator}, {self.get_quarter_display()}"

    @property
    def shelter(self):
        return self.indicator.plan.shelter

    @property
    def is_done(self):
        return self.done_at is not None

    @classmethod
    @transaction.atomic
    def write(cls, indicator, quarter, *, by, **values):
        """The note of a quarter, new or changed. What is not named stays. Raises ValidationError."""
        plan = indicator.plan.held(EvaluationPlan.Status.ACTIVE)
        if begins_on(plan.year, quarter) > plan.today():
            raise ValidationError("Masa ini belum mulai.")
        found = cls.objects.select_for_update(of=["self"]).filter(indicator=indicator, quarter=quarter).first()
        found = found or cls(indicator=indicator, quarter=quarter)
        before = {name: getattr(found, name) for name in values}
        for name, value in values.items():
            setattr(found, name, value)
        changed = difference(before, values)
        if not changed:
            return found
        found.refuse_wrong(plan.today(), was_done=found.is_done and changed.keys() & {"follow_up", "owner", "due_on"})
        found.written_at, found.written_by = timezone.now(), by
        found.full_clean()
        found.save()
        record(by=by, action="evaluation.note_written", target=plan, indicator=indicator.wording, quarter=quarter,
               changed={name: ["•", "•"] if name in ("note", "follow_up") else pair
                        for name, pair in changed.items()})  # fmt: skip
        return found

    def refuse_wrong(self, today, *, was_done):
        if self.actual is not None and self.indicator.is_measured:
            raise ValidationError({"actual": "Realisasi indikator ini dihitung dari data, tidak diisi tangan."})
        if self.measured_on and self.measured_on > today:
            raise ValidationError({"measured_on": "Tanggal belum tiba."})
        if was_done:
            raise ValidationError({"follow_up": "Tindak lanjut ini sudah selesai, jadi tidak diubah lagi."})

    @transaction.atomic
    def finish(self, *, by, result):
        """The follow-up is done; also after the evaluation was closed."""
        plan = self.indicator.plan.held(EvaluationPlan.Status.ACTIVE, EvaluationPlan.Status.CLOSED)
        self.refresh_from_db(from_queryset=EvaluationFinding.objects.select_for_update(of=["self"]))
        if not self.follow_up or self.is_done:
            raise ValidationError("Tindak lanjut ini sudah selesai. Muat ulang halaman.")
        self.done_at, self.done_by, self.result = timezone.now(), by, result
        self.full_clean()
        self.save()
        record(by=by, action="evaluation.follow_up_done", target=plan, indicator=self.indicator.wording,
               quarter=self.quarter)  # fmt: skip


class EvaluationFigure(CheckedModel):
    """A figure of a closed evaluation, as it was on the day of closing. Written once."""

    indicator = models.ForeignKey(EvaluationIndicator, models.PROTECT, related_name="figures")
    quarter = models.PositiveSmallIntegerField(choices=PERIODS)
    actual = number("realisasi")
    achieved = number("capaian (persen)")
    verdict = models.CharField("penilaian", max_length=10)
    is_small = models.BooleanField("dari kurang dari lima orang", default=False)

    class Meta:
        verbose_name = "angka evaluasi"
        verbose_name_plural = "angka evaluasi"
        ordering = ["indicator", "quarter"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "quarter"], name="evaluation_figure_once"),
            models.CheckConstraint(
                name="evaluation_figure_quarter", condition=Q(quarter__gte=1, quarter__lte=YEAR)
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.indicator_id}, {self.get_quarter_display()}"


def begins_on(year, quarter):
    return Month(year, 1 if quarter == YEAR else 3 * quarter - 2).first
