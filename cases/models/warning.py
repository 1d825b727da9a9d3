from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, ExpressionWrapper, OuterRef, Prefetch, Q
from django.urls import reverse

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.client import Client
from cases.models.shelter import Shelter
from cases.models.stay import Stay
from cases.models.user import User
from cases.permissions import Perm, ScopedQuerySet


class FileWarningQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def active(self):
        return self.filter(ended_at=None)

    def due(self, today):
        """For the work list: is it still so?"""
        died = Stay.objects.of_the_dead().filter(client=OuterRef("client"))
        return self.active().filter(review_on__lte=today).exclude(Exists(died))

    def known_to(self, user):
        """Those of the user's shelters; and of a client in their care also what another shelter wrote of a danger.

        Whoever now feeds and houses a person must know of the fits and of the knife. Nothing else of that shelter's
        file comes with it: `is_foreign` says of which only the text, the date and the shelter's name are told.
        """
        ours = user.shelters_with(Perm.SEE)
        in_care = Stay.objects.resident().filter(shelter__in=ours, client=OuterRef("client"))
        told = Q(shelter__in=ours) | Q(Exists(in_care), kind__in=FileWarning.TOLD)
        foreign = ExpressionWrapper(~Q(shelter__in=ours), output_field=models.BooleanField())
        return self.filter(told).annotate(is_foreign=foreign).select_related("shelter")


class FileWarning(CheckedModel):
    """What everybody who meets this client must know (peringatan berkas). It is looked at again, and it ends."""

    class Kind(models.TextChoices):
        HEALTH = "health", "Kesehatan"
        SAFETY = "safety", "Keamanan"
        CHILD = "child", "Anak"
        OTHER = "other", "Lainnya"

    # Told to a later shelter, for they are about life and limb.
    TOLD = (Kind.HEALTH, Kind.SAFETY)

    client = models.ForeignKey(Client, models.PROTECT, related_name="warnings", verbose_name="klien")
    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="+", verbose_name="panti")
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    text = models.CharField("peringatan", max_length=200)
    review_on = models.DateField("ditinjau lagi pada")
    set_at = models.DateTimeField(auto_now_add=True)
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dibuat oleh")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    end_reason = models.CharField("alasan diakhiri", max_length=200, blank=True)

    objects = FileWarningQuerySet.as_manager()

    class Meta:
        verbose_name = "peringatan berkas"
        verbose_name_plural = "peringatan berkas"
        ordering = ["kind", "-set_at"]
        indexes = [models.Index(fields=["review_on"], name="warning_review", condition=Q(ended_at=None))]
        constraints = [
            models.CheckConstraint(
                name="warning_ended_with_reason",
                condition=Q(ended_at=None, ended_by=None, end_reason="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(end_reason="")),
                violation_error_message="Isi alasan mengapa peringatan diakhiri.",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text}"

    def get_absolute_url(self):
        return reverse("cases:client_warnings", args=[self.client_id])

    @property
    def is_due(self):
        return not self.ended_at and self.review_on <= self.shelter.today()

    @transaction.atomic
    def put(self, *, by):
        self._require_later(self.review_on)
        self.set_by = by
        self.full_clean()
        self.save()
        record(by=by, action="warning.put", target=self, kind=self.kind)

    @transaction.atomic
    def review(self, *, by, review_on):
        """Looked at again: it still holds, until the next time."""
        self._lock()
        self._require_later(review_on)
        self.review_on = review_on
        self.full_clean()
        self.save()
        record(by=by, action="warning.reviewed", target=self, review_on=str(review_on))

    @transaction.atomic
    def end(self, *, by, reason):
        self._lock()
        self.ended_at, self.ended_by, self.end_reason = self.shelter.now(), by, reason
        self.full_clean()
        self.save()
        record(by=by, action="warning.ended", target=self, kind=self.kind)

    def _lock(self):
        self.refresh_from_db(from_queryset=FileWarning.objects.select_for_update(of=["self"]))
        if self.ended_at:
            raise ValidationError("Peringatan ini sudah diakhiri. Muat ulang halaman ini.")

    def _require_later(self, day):
        if day <= self.shelter.today():
            raise ValidationError({"review_on": "Tanggal tinjauan harus sesudah hari ini."})


def shown_warnings(user):
    """To prefetch: whatever page shows a client shows the warnings that this person may know of, in one query."""
    active = FileWarning.objects.known_to(user).active()
    return Prefetch("warnings", queryset=active, to_attr="shown_warnings")
