from datetime import timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from cases.models import User
from cases.models.checked import CheckedModel
from cases.permissions import Perm
from referrals.models.partner import Partner

REMIND_DAYS = 60  # so long before its end an agreement comes up on the home page: renewing one takes weeks


class PartnerAgreementQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.all() if user.holds(Perm.PARTNERS) else self.none()

    def latest_first(self):
        return self.order_by(F("ends_on").desc(nulls_first=True), "-starts_on", "-pk")

    def ending(self, today, days=REMIND_DAYS):
        """Near the end or past it for no longer than as many days, and not followed by a later one."""
        later = PartnerAgreement.objects.filter(Q(ends_on=None) | Q(ends_on__gt=OuterRef("ends_on")))
        near = (today - timedelta(days=days), today + timedelta(days=days))
        ending = self.filter(ends_on__range=near, partner__retired_on=None)
        return ending.exclude(Exists(later.filter(partner=OuterRef("partner")))).order_by("ends_on", "pk")


class PartnerAgreement(CheckedModel):
    """An agreement (MoU, perjanjian kerja sama) with a partner."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="agreements", verbose_name="mitra")
    number = models.CharField("nomor MoU atau perjanjian", max_length=100)
    subject = models.CharField("tentang", max_length=200, blank=True)
    starts_on = models.DateField("berlaku sejak")
    ends_on = models.DateField(
        "berlaku sampai", null=True, blank=True, help_text="Kosongkan bila tidak dibatasi waktu."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = PartnerAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = "perjanjian mitra"
        verbose_name_plural = "perjanjian mitra"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "number"], name="partner_agreement_number_once",
                violation_error_message="Nomor perjanjian itu sudah dicatat pada mitra ini.",
            ),
            models.CheckConstraint(
                name="partner_agreement_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.number
