from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from cases.audit import record
from cases.models import User
from cases.models.checked import CheckedModel
from reports.models.complaint import Complaint
from reports.models.complaint_words import OPEN, Status

STAGES_ONLY = "Pengirim laporan tentang orang hanya melihat diterima, ditangani, selesai. Teleponlah pengirim."


class ComplaintStep(CheckedModel):
    """What was done or said about a complaint. Nobody changes it afterwards.

    A note stays in the house; a message and an answer are read by the sender; what the sender wrote has no `by`.
    """

    class Kind(models.TextChoices):
        NOTE = "note", "Catatan (tidak dibaca pengirim)"
        MESSAGE = "message", "Pesan kepada pengirim"
        ANSWER = "answer", "Jawaban"
        SENDER = "sender", "Pesan dari pengirim"
        REOPENED = "reopened", "Dibuka kembali oleh pengirim"

    OF_SENDER = (Kind.SENDER, Kind.REOPENED)

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="steps", verbose_name="pengaduan")
    kind = models.CharField("jenis", max_length=10, choices=Kind)
    text = models.TextField("isi", max_length=2000)
    at = models.DateTimeField("waktu")
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="oleh")

    class Meta:
        verbose_name = "langkah pengaduan"
        verbose_name_plural = "langkah pengaduan"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="complaint_step_by_staff_or_sender",
                condition=models.Q(kind__in=["sender", "reopened"], by=None)
                | (~models.Q(kind__in=["sender", "reopened"]) & models.Q(by__isnull=False)),
            ),
            models.CheckConstraint(
                name="complaint_step_says_something", condition=~models.Q(text=""),
                violation_error_message="Tulis isinya.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()}: {self.text[:40]}"

    @classmethod
    def put(cls, complaint, kind, text, *, by):
        step = cls(complaint=complaint, kind=kind, text=text, at=timezone.now(), by=by if by.pk else None)
        step.full_clean()
        step.save()
        return step

    @classmethod
    @transaction.atomic
    def add(cls, complaint, kind, text, *, by):
        """A note, or a message to the sender. The first one after the verification is the first follow-up."""
        complaint.lock()
        if kind == cls.Kind.MESSAGE and not complaint.tells_words:
            raise ValidationError({"kind": STAGES_ONLY})
        if kind == cls.Kind.MESSAGE and complaint.status not in OPEN:
            raise ValidationError({"kind": "Pengaduan ini sudah selesai; pengirim tidak menunggu pesan lagi."})
        step = cls.put(complaint, kind, text, by=by)
        if complaint.status == Status.VERIFIED:
            complaint.status = Status.IN_PROGRESS
            complaint.followed_at, complaint.followed_by = complaint.followed_at or step.at, complaint.followed_by or by
            complaint.full_clean()
            complaint.save()
        record(by=by, action="complaint.followed", target=complaint, number=complaint.number, kind=kind)
        return step
