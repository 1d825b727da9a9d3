from django.db import models
from django.db.models import Q

from cases.models.activity import ActivitySession, Dimension, Programme
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet, ServiceRecord
from cases.models.stay import Stay
from cases.models.user import User


class Attendance(CheckedModel):
    """Somebody took part in a session. It counts through its own service record and goes with it."""

    session = models.ForeignKey(ActivitySession, models.PROTECT, related_name="attendances", verbose_name="sesi")
    stay = models.ForeignKey(Stay, models.PROTECT, related_name="attendances", verbose_name="masa tinggal")
    service_record = models.OneToOneField(ServiceRecord, models.PROTECT, related_name="attendance")
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = OfStayQuerySet.as_manager()

    class Meta:
        verbose_name = "kehadiran kegiatan"
        verbose_name_plural = "kehadiran kegiatan"
        ordering = ["-session__on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["session", "stay"], name="attendance_once_per_session")]

    def __str__(self):
        return f"{self.stay_id} · {self.session_id}"


class EffectRatingQuerySet(OfStayQuerySet):
    def before_and_latest(self):
        """{stay: {dimension: (before, latest)}}; with one rating only, latest is None."""
        found = {}
        for rating in self.order_by("rated_on", "pk"):
            of_stay = found.setdefault(rating.stay_id, {})
            before, _ = of_stay.get(rating.dimension, (None, None))
            of_stay[rating.dimension] = (before, rating) if before else (rating, None)
        return found


class EffectRating(CheckedModel):
    """How a resident does in one respect, on a scale of five: before a programme, and again later."""

    LOWEST, HIGHEST = 1, 5

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="ratings", verbose_name="masa tinggal")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="ratings", verbose_name="kegiatan")
    dimension = models.CharField("aspek", max_length=10, choices=Dimension)
    rated_on = models.DateField("tanggal penilaian")
    value = models.PositiveSmallIntegerField("nilai")
    rated_at = models.DateTimeField(auto_now=True)
    rated_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = EffectRatingQuerySet.as_manager()

    class Meta:
        verbose_name = "penilaian pengaruh"
        verbose_name_plural = "penilaian pengaruh"
        ordering = ["rated_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stay", "programme", "dimension", "rated_on"], name="effect_rating_once_a_day"
            ),
            models.CheckConstraint(
                name="effect_rating_on_the_scale",
                condition=Q(value__gte=1, value__lte=5),
                violation_error_message="Nilai antara 1 dan 5.",
            ),
        ]

    def __str__(self):
        return f"{self.get_dimension_display()}: {self.value}"
