from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models.checked import CheckedModel

ONE_DAY = timedelta(days=1)


class StepLimit(CheckedModel):
    """By when a step should be done (batas waktu langkah), since a day: a list that the department keeps.

    A step is judged by the limit that held on the day it began. A new limit is a new row, so what was measured
    before keeps its measure; without a row a step is measured and not judged.
    """

    class Step(models.TextChoices):
        ASSESSMENT = "assessment", "Masuk → asesmen pertama selesai"
        PLAN = "plan", "Asesmen pertama → rencana berlaku"
        REFERRAL = "referral", "Rencana berlaku → rujukan pertama dikirim"
        ANSWER = "answer", "Rujukan dikirim → dijawab mitra"
        BIOMETRIC = "biometric", "Masuk → pencocokan biometrik dimohon"
        DUKCAPIL = "dukcapil", "Biometrik dimohon → hasil Dukcapil"
        HEALTH = "health", "Masuk → pemeriksaan kesehatan"

    class Unit(models.TextChoices):
        HOURS = "hours", "jam"
        DAYS = "days", "hari kalender"
        WORKING = "working", "hari kerja"

    step = models.CharField("langkah", max_length=10, choices=Step)
    amount = models.PositiveSmallIntegerField(
        "paling lama", validators=[MinValueValidator(1), MaxValueValidator(3_650)]
    )
    unit = models.CharField(
        "satuan", max_length=10, choices=Unit, default=Unit.WORKING,
        help_text="Hari dihitung sampai akhir hari itu; hari kerja tanpa Sabtu, Minggu, dan hari libur.",
    )  # fmt: skip
    valid_from = models.DateField(
        "berlaku sejak", help_text="Langkah yang dimulai sebelum tanggal ini tetap diukur dengan batas sebelumnya."
    )
    source = models.CharField("sumber", max_length=200, help_text="Peraturan, SOP, atau keputusan dinas.")

    class Meta:
        verbose_name = "batas waktu langkah"
        verbose_name_plural = "batas waktu langkah"
        ordering = ["step", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["step", "valid_from"], name="step_limit_once_per_day",
                violation_error_message="Batas langkah ini sejak tanggal itu sudah ada. Ubah yang sudah ada.",
            ),
            models.CheckConstraint(
                name="step_limit_has_time", condition=Q(amount__gte=1, amount__lte=3_650),
                violation_error_message="Batas sedikitnya 1 dan paling banyak 3650.",
            ),
            models.CheckConstraint(
                name="step_limit_has_source", condition=~Q(source=""),
                violation_error_message="Tulis sumber batas ini.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.amount} {self.get_unit_display()}"

    def deadline(self, start, working):
        """The last moment in time, in the zone of `start`; days end with their midnight. `working`: WorkingDays."""
        if self.unit == self.Unit.HOURS:
            return start + timedelta(hours=self.amount)
        day = start.date()
        if self.unit == self.Unit.WORKING:
            last = working.numbered(working.before(day + ONE_DAY) - 1 + self.amount)
        else:
            last = day + timedelta(days=self.amount)
        return datetime.combine(last + ONE_DAY, time.min, tzinfo=start.tzinfo)

    @transaction.atomic
    def remove(self, *, by):
        """Entered by mistake; the limit before it holds again."""
        found = StepLimit.objects.select_for_update().filter(pk=self.pk).first()
        if found is None:
            raise ValidationError("Batas ini sudah dihapus orang lain.")
        told = {"step": found.get_step_display(), "limit": str(found), "valid_from": str(found.valid_from)}
        record(by=by, action="steplimit.removed", target=found, **told)
        found.delete()


def limits_of_steps():
    """{step: its limits, the newest first}. One query."""
    found = {}
    for limit in StepLimit.objects.order_by("-valid_from"):
        found.setdefault(limit.step, []).append(limit)
    return found


def limit_on(limits, day):
    """The one of a step's limits that held on a day; None when none did."""
    return next((limit for limit in limits if limit.valid_from <= day), None)
