from django.core.exceptions import ValidationError
from django.db import models

from cases.models import Programme
from reports.models.innovation_part import InnovationPart


class InnovationActivity(InnovationPart):
    """A group activity (kegiatan) in which the innovation is done; its sessions and who came stay where they are."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="innovations", verbose_name="kegiatan")

    class Meta:
        verbose_name = "kegiatan inovasi"
        verbose_name_plural = "kegiatan inovasi"
        ordering = ["programme__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["innovation", "programme"], name="innovation_activity_once",
                violation_error_message="Kegiatan itu sudah tercatat pada inovasi ini.",
            )
        ]  # fmt: skip

    def __str__(self):
        return str(self.programme)

    def clean(self):
        super().clean()
        if self.programme_id and self.innovation.shelter_id not in (None, self.programme.shelter_id):
            raise ValidationError({"programme": "Kegiatan itu milik panti lain."})
