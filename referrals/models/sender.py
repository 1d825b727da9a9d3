"""Offices that bring people often, and the standing link by which they announce them."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm, ScopedQuerySet
from referrals.models.link import DoorLink
from referrals.models.partner import Partner

LASTS = timedelta(days=365)


class SenderOfficeQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def visible_to(self, user):
        return self.allowed(user, Perm.PARTNERS)

    def for_list(self):
        waiting = Q(requests__state__in=["new", "question"])
        return self.select_related("partner", "shelter", "link").annotate(
            request_count=Count("requests"), waiting_count=Count("requests", filter=waiting)
        )


class SenderOffice(CheckedModel):
    """A known sender (kantor pengirim): a partner that may ask a shelter to take people in, without an account."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="sender_offices", verbose_name="mitra")
    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="sender_offices", verbose_name="panti")
    link = models.OneToOneField(
        DoorLink, models.PROTECT, null=True, blank=True, related_name="sender", verbose_name="tautan"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dibuat oleh")

    objects = SenderOfficeQuerySet.as_manager()

    class Meta:
        verbose_name = "kantor pengirim"
        verbose_name_plural = "kantor pengirim"
        ordering = ["partner__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "shelter"],
                name="sender_office_once",
                violation_error_message="Kantor ini sudah terdaftar sebagai pengirim ke panti itu.",
            ),
        ]

    def __str__(self):
        return str(self.partner)

    def get_absolute_url(self):
        return reverse("referrals:sender_detail", args=[self.pk])

    @property
    def is_open(self):
        return bool(self.link_id) and not self.link.refusal and not self.door_refusal()

    def door_refusal(self):
        return "revoked" if self.partner.retired_on else ""

    @transaction.atomic
    def begin(self, *, by):
        """On the list, with a link at once: nobody is a sender without one."""
        if self.partner_id and self.partner.retired_on:
            raise ValidationError({"partner": "Mitra ini tidak dipakai lagi."})
        self.created_by = by
        self.full_clean()
        self.save()
        record(by=by, action="sender.created", target=self, partner=str(self.partner))
        self.renew(by=by)

    def renew(self, *, by):
        """A new link for a year; the one before dies at once."""
        DoorLink.mint_for(self, DoorLink.Kind.SENDER, by=by, expires_at=timezone.now() + LASTS)
