from django.db import models

from cases.models.checked import CheckedModel
from cases.models.pickup_item import PickupItem
from cases.models.user import User
from cases.permissions import ScopedQuerySet


class Line:
    """One line of a checklist: the item, and who has seen it when. The relation is seen on the page Keluarga."""

    def __init__(self, item, check, relative):
        self.item, self.check, self.relative = item, check, relative

    @property
    def is_seen(self):
        if self.item.is_relation:
            return self.relative is not None and self.relative.is_proven
        return self.check is not None

    @property
    def seen_on(self):
        return self.relative.decided_on if self.item.is_relation else self.check.seen_on

    @property
    def seen_by(self):
        return self.relative.decided_by if self.item.is_relation else self.check.seen_by


class PickupCheckQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(pickup__stay__shelter__in=shelters)


class PickupCheck(CheckedModel):
    """An item of the checklist that somebody has seen (syarat yang sudah dilihat)."""

    pickup = models.ForeignKey("cases.Pickup", models.PROTECT, related_name="checks", verbose_name="penjemputan")
    item = models.ForeignKey(PickupItem, models.PROTECT, related_name="checks", verbose_name="syarat")
    seen_on = models.DateField("dilihat tanggal")
    seen_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dilihat oleh")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = PickupCheckQuerySet.as_manager()

    class Meta:
        verbose_name = "syarat yang sudah dilihat"
        verbose_name_plural = "syarat yang sudah dilihat"
        ordering = ["item"]
        constraints = [
            models.UniqueConstraint(
                fields=["pickup", "item"], name="pickup_check_once",
                violation_error_message="Syarat ini sudah dicentang.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.item)
