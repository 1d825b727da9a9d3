from django.db import models

from referrals.models import Partner
from reports.models.innovation_option import InnovationOption
from reports.models.innovation_part import InnovationPart


class InnovationPartner(InnovationPart):
    """A partner of the department's list, and its role among the five of a pentahelix."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="innovations", verbose_name="mitra")
    actor = models.ForeignKey(InnovationOption, models.PROTECT, related_name="+", verbose_name="peran")
    note = models.CharField("yang dikerjakan", max_length=200, blank=True)

    class Meta:
        verbose_name = "mitra inovasi"
        verbose_name_plural = "mitra inovasi"
        ordering = ["actor__position", "partner__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["innovation", "partner"], name="innovation_partner_once",
                violation_error_message="Mitra itu sudah tercatat pada inovasi ini.",
            )
        ]  # fmt: skip

    def __str__(self):
        return str(self.partner)
