from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models import Attachment, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from referrals.models.journey_states import LEFT, CostKind, Status


class JourneyCostQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(journey__stay__shelter__in=shelters)

    def unproven(self):
        return self.filter(receipt=None, no_receipt_reason="")

    def for_page(self):
        return self.select_related("journey__stay__client", "journey__stay__shelter", "receipt", "recorded_by")


class JourneyCost(CheckedModel):
    """An amount that a journey home cost (biaya), in whole rupiah, and what proves it."""

    Kind = CostKind

    journey = models.ForeignKey("referrals.Journey", models.PROTECT, related_name="costs", verbose_name="pemulangan")
    kind = models.CharField("untuk", max_length=10, choices=CostKind)
    amount = models.PositiveIntegerField("jumlah (rupiah)")
    paid_on = models.DateField("tanggal")
    paid_to = models.CharField("diterima oleh", max_length=150, help_text="Misalnya PO Safari, atau klien sendiri.")
    receipt_number = models.CharField("nomor bukti", max_length=60, blank=True)
    receipt = models.ForeignKey(
        Attachment, models.PROTECT, null=True, blank=True, related_name="journey_costs", verbose_name="bukti"
    )
    no_receipt_reason = models.CharField("tanpa bukti, karena", max_length=300, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = JourneyCostQuerySet.as_manager()

    class Meta:
        verbose_name = "biaya pemulangan"
        verbose_name_plural = "biaya pemulangan"
        ordering = ["paid_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="journey_cost_positive", condition=Q(amount__gt=0), violation_error_message="Isi jumlahnya."
            ),
            models.CheckConstraint(
                name="journey_cost_receipt_or_reason",
                condition=Q(receipt=None) | Q(no_receipt_reason=""),
                violation_error_message="Biaya yang berbukti tidak memerlukan alasan tanpa bukti.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.paid_on}"

    @property
    def shelter(self):
        return self.journey.stay.shelter

    @property
    def stay(self):
        return self.journey.stay

    @property
    def client_id(self):
        return self.journey.stay.client_id

    @property
    def is_proven(self):
        return bool(self.receipt_id or self.no_receipt_reason)

    @transaction.atomic
    def spend(self, *, by, upload=None):
        """Money that was paid, with its receipt where it is at hand. `upload`: a file that passed the checks."""
        self._require_open()
        self.recorded_by = by
        self._check()
        if upload:
            self.receipt = self._keep(upload, by=by)
        self.full_clean()
        self.save()
        record(by=by, action="journeycost.spent", target=self, kind=self.kind, amount=self.amount)

    @transaction.atomic
    def prove(self, *, by, upload=None, number="", reason=""):
        """The receipt has come, or somebody says why there will be none."""
        self._require_open()
        if bool(upload) == bool(reason):
            raise ValidationError({"file": "Pilih buktinya, atau tulis mengapa tidak ada bukti."})
        self.receipt_number, self.no_receipt_reason = number or self.receipt_number, reason
        self.receipt = self._keep(upload, by=by) if upload else None
        self.full_clean()
        self.save()
        record(by=by, action="journeycost.proved", target=self, kind=self.kind, with_receipt=bool(upload))

    @transaction.atomic
    def strike(self, *, by, reason):
        """Noted wrongly: it counts no more; the trail keeps what it said, and the file its receipt."""
        self._require_open()
        record(by=by, action="journeycost.struck", target=self, kind=self.kind, amount=self.amount, reason=reason)
        self.delete()

    def _require_open(self):
        """Whoever closes the journey and whoever notes money go one after the other."""
        self.journey.lock()
        if self.pk:
            self.refresh_from_db(from_queryset=JourneyCost.objects.for_page().select_for_update(of=["self"]))
        open_in = (Status.APPROVED, Status.CANCELLED, *LEFT)
        if self.journey.status not in open_in or self.journey.status == Status.CLOSED:
            raise ValidationError("Biaya dicatat sejak pemulangan siap berangkat sampai ditutup.")

    def _check(self):
        if self.paid_on and self.paid_on > self.shelter.today():
            raise ValidationError({"paid_on": "Tanggal ini belum tiba."})

    def _keep(self, upload, *, by):
        """Into the client's file; one photo may prove several amounts."""
        stay = self.stay
        same = Attachment.objects.kept().filter(client=stay.client_id, shelter=stay.shelter_id, sha256=upload.sha256)
        if found := same.first():
            return found
        kept = Attachment(
            client=stay.client, shelter=stay.shelter, stay=stay, kind=Attachment.Kind.OTHER,
            title=f"Bukti {self.get_kind_display().lower()} pemulangan"[:150],
        )  # fmt: skip
        kept.keep(upload, by=by)
        return kept
