"""Networks of neighbours and other partners outside (WKSBM) that report by a link, and the half-years they reported."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import Region, Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm
from referrals.models.link import DoorLink
from referrals.models.partner import Partner

LASTS = timedelta(days=365)


class CommunityGroupQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The list belongs to the department, as that of the partners does."""
        return self.allowed(user, Perm.PARTNERS)

    def allowed(self, user, perm):
        return self.all() if user.holds(perm) else self.none()

    def in_use(self):
        return self.filter(partner__retired_on=None)

    def for_list(self):
        return self.select_related("partner", "region", "link", "shelter")


class CommunityGroup(CheckedModel):
    """A group that reports each half-year whom it helped (kelompok WKSBM)."""

    partner = models.OneToOneField(
        Partner, models.PROTECT, related_name="community_group", verbose_name="mitra",
        error_messages={"unique": "Mitra ini sudah menjadi kelompok pelapor."},
    )  # fmt: skip
    region = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="wilayah kerja"
    )
    area = models.CharField(
        "wilayah kerja dalam kata-kata", max_length=120,
        help_text="Misalnya “Kecamatan Umpama”. Dipakai di tabel menurut wilayah.",
    )  # fmt: skip
    # Whose telephone the page shows.
    shelter = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="panti pendamping"
    )
    link = models.OneToOneField(
        DoorLink, models.PROTECT, null=True, blank=True, related_name="community", verbose_name="tautan"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dibuat oleh")

    objects = CommunityGroupQuerySet.as_manager()

    class Meta:
        verbose_name = "kelompok pelapor"
        verbose_name_plural = "kelompok pelapor"
        ordering = ["area", "partner__name"]
        constraints = [
            models.CheckConstraint(
                name="community_group_has_area", condition=~Q(area=""),
                violation_error_message="Isi wilayah kerja kelompok ini.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.partner)

    def get_absolute_url(self):
        return reverse("referrals:community_detail", args=[self.pk])

    @property
    def is_open(self):
        return bool(self.link_id) and not self.link.refusal and not self.door_refusal()

    def door_refusal(self):
        return "revoked" if self.partner.retired_on else ""

    def today(self):
        return self.shelter.today() if self.shelter else timezone.localdate()

    @transaction.atomic
    def begin(self, *, by):
        if self.partner_id and self.partner.retired_on:
            raise ValidationError({"partner": "Mitra ini tidak dipakai lagi."})
        self.created_by = by
        self.full_clean()
        self.save()
        record(by=by, action="community.created", target=self, shelter=self.shelter, partner=str(self.partner))
        self.renew(by=by)

    def renew(self, *, by):
        DoorLink.mint_for(self, DoorLink.Kind.COMMUNITY, by=by, expires_at=timezone.now() + LASTS)
