"""What a shelter told the public of a period: frozen, so that what comes later does not change what was said."""

import hashlib
import json

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from cases.audit import record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from reports.models.survey import ENOUGH, SurveyPeriod


class OfPeriodQuerySet(ScopedQuerySet):
    """Rows that hang on a period of the survey belong to its shelter. Wrong role: 403, wrong shelter: 404."""

    def at(self, shelters):
        return self.filter(period__shelter__in=shelters)

    def visible_to(self, user):
        return self.at(Shelter.objects.visible_to(user))


class SurveyPublication(CheckedModel):
    """The figures of a period as they were published (reports.survey.figures draws them), with their digest."""

    period = models.OneToOneField(
        SurveyPeriod, models.PROTECT, related_name="publication", verbose_name="periode"
    )  # fmt: skip
    figures = models.JSONField("angka")
    sha256 = models.CharField("sidik angka", max_length=64)
    published_at = models.DateTimeField("diumumkan pada")
    published_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diumumkan oleh")

    objects = OfPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "pengumuman SKM"
        verbose_name_plural = "pengumuman SKM"
        ordering = ["-period__ends_on"]

    def __str__(self):
        return f"{self.period}"

    @property
    def shelter(self):
        return self.period.shelter

    @property
    def is_unchanged(self):
        """Whether the figures are still those that were published."""
        return digest(self.figures) == self.sha256

    @classmethod
    @transaction.atomic
    def publish(cls, period, compute, *, by):
        """Freeze what `compute(period)` finds now, and announce it. Raises ValidationError.

        The period is locked first, so that no answer comes in between the counting and the freezing.
        """
        period.publish(by=by)
        figures = compute(period)
        if figures["respondents"] < ENOUGH:
            raise ValidationError(f"Hasil diumumkan bila sedikitnya {ENOUGH} orang menjawab.")
        made = cls(period=period, figures=figures, sha256=digest(figures), published_by=by)
        made.published_at = timezone.now()
        made.full_clean()
        made.save()
        record(by=by, action="surveypublication.published", target=made, row=str(period), sha256=made.sha256)
        return made


def digest(figures):
    return hashlib.sha256(json.dumps(figures, sort_keys=True).encode()).hexdigest()
