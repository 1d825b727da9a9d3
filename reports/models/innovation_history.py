from django.db import models
from django.db.models import Q

from cases.models import User
from cases.models.checked import CheckedModel
from reports.models.innovation import Innovation, OfInnovationQuerySet


class InnovationHistory(CheckedModel):
    """A stage that an innovation reached, or went back to: since which day, and why. Written by its verbs alone."""

    innovation = models.ForeignKey(Innovation, models.PROTECT, related_name="history", verbose_name="inovasi")
    stage = models.CharField("tahapan", max_length=10, choices=Innovation.Stage)
    on = models.DateField("sejak")
    note = models.CharField("catatan", max_length=500, blank=True)
    is_back = models.BooleanField("mundur", default=False)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="oleh")

    objects = OfInnovationQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat tahapan inovasi"
        verbose_name_plural = "riwayat tahapan inovasi"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="innovation_history_back_has_reason", condition=Q(is_back=False) | ~Q(note=""),
                violation_error_message="Tulis mengapa tahapannya mundur.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_stage_display()}, {self.on:%d/%m/%Y}"

    @property
    def shelter(self):
        return self.innovation.shelter
