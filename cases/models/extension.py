from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse

from cases.audit import record
from cases.limits import ONE_DAY, days_of
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.standin import Standin, standin_for
from cases.models.stay import Stay
from cases.models.user import User


class ExtensionQuerySet(OfStayQuerySet):
    def waiting(self):
        return self.filter(status=Extension.Status.REQUESTED, stay__status=Stay.Status.RESIDENT)

    def approved(self):
        return self.filter(status=Extension.Status.APPROVED)

    def for_list(self):
        return self.select_related("stay__client", "stay__shelter", "requested_by", "decided_by")


class Extension(CheckedModel):
    """More time for a resident at the limit of the stay: a worker asks, the head decides."""

    class Status(models.TextChoices):
        REQUESTED = "requested", "Menunggu persetujuan kepala panti"
        APPROVED = "approved", "Disetujui"
        REFUSED = "refused", "Tidak disetujui"

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="extensions", verbose_name="masa tinggal")
    until = models.DateField("diperpanjang sampai")
    reason = models.CharField("alasan", max_length=500)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.REQUESTED)
    requested_at = models.DateTimeField("diminta pada")
    requested_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diminta oleh")
    decided_at = models.DateTimeField("diputuskan pada", null=True, blank=True)
    decided_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diputuskan oleh"
    )
    decided_as = models.ForeignKey(Standin, models.PROTECT, null=True, blank=True, related_name="+")
    decision_note = models.CharField("catatan keputusan", max_length=300, blank=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = "perpanjangan"
        verbose_name_plural = "perpanjangan"
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stay"],
                condition=Q(status="requested"),
                name="extension_asked_once_at_a_time",
                violation_error_message="Permintaan perpanjangan sebelumnya masih menunggu keputusan.",
            ),
            models.CheckConstraint(
                name="extension_decided_at_and_by",
                condition=Q(status="requested", decided_at=None, decided_by=None)
                | Q(status__in=["approved", "refused"], decided_at__isnull=False, decided_by__isnull=False),
                violation_error_message="Keputusan memerlukan siapa dan kapan.",
            ),
            models.CheckConstraint(
                name="extension_decided_by_another",
                condition=Q(decided_by=None) | ~Q(decided_by=F("requested_by")),
                violation_error_message="Yang meminta perpanjangan tidak dapat memutuskannya sendiri.",
            ),
            models.CheckConstraint(
                name="extension_refused_with_note",
                condition=~Q(status="refused") | ~Q(decision_note=""),
                violation_error_message="Tulis mengapa perpanjangan tidak disetujui.",
            ),
        ]

    def __str__(self):
        return f"Perpanjangan sampai {self.until}"

    def get_absolute_url(self):
        return reverse("cases:extension_decide", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def signed_by(self):
        """Who decided, as they sign."""
        return f"Plh. {self.decided_by}" if self.decided_as_id else str(self.decided_by or "")

    @property
    def is_waiting(self):
        return self.status == self.Status.REQUESTED

    @classmethod
    @transaction.atomic
    def request(cls, stay, *, by, reason, days=None, until=None):
        """Ask for so many days more, in the shelter's unit, or until a date. Raises ValidationError."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter").get(pk=stay.pk)
        limit = stay.limit
        if not stay.is_resident:
            raise ValidationError("Klien sudah tidak tinggal di panti ini.")
        if limit is None:
            raise ValidationError("Panti ini tidak membatasi lama tinggal.")
        if until is None:
            until = days_of(stay.shelter.max_stay_unit).last(limit.last_day + ONE_DAY, days)
        if until <= limit.last_day:
            raise ValidationError({"until": "Pilih tanggal sesudah batas yang sekarang berlaku."})
        if until < limit.today:
            raise ValidationError({"until": "Tanggal itu sudah lewat; perpanjangan sedikitnya sampai hari ini."})
        asked = cls(stay=stay, until=until, reason=reason, requested_by=by, requested_at=stay.shelter.now())
        asked.full_clean()
        asked.save()
        record(by=by, action="extension.requested", target=asked, until=str(until))
        return asked

    def approve(self, *, by, note=""):
        self._decide(self.Status.APPROVED, "extension.approved", by=by, note=note)

    def refuse(self, *, by, note):
        """Not granted. It evicts nobody: the stay is then simply past its limit."""
        self._decide(self.Status.REFUSED, "extension.refused", by=by, note=note)

    @transaction.atomic
    def _decide(self, status, action, *, by, note):
        self.refresh_from_db(from_queryset=Extension.objects.select_for_update(of=["self"]))
        if not self.is_waiting:
            raise ValidationError("Permintaan ini sudah diputuskan. Muat ulang halaman ini.")
        self.status, self.decided_by, self.decided_at, self.decision_note = status, by, self.shelter.now(), note
        self.decided_as = standin_for(by, self.shelter)
        self.full_clean()
        self.save()
        record(by=by, action=action, target=self, until=str(self.until), standin=str(self.decided_as or ""))
