from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from reports.models.complaint import Complaint
from reports.models.complaint_words import OPEN
from reports.models.month_rules import both_or_neither


class ComplaintShareQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def visible_to(self, user):
        return self.at(Shelter.objects.visible_to(user))

    def waiting(self):
        return self.filter(answered_at=None)


class ComplaintShare(CheckedModel):
    """What the department tells a shelter of a complaint that the shelter does not see, and the shelter's reply.

    The text is the department's own: the complaint itself, its sender and its number stay where they are.
    """

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="shares", verbose_name="pengaduan")
    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="complaint_shares", verbose_name="panti")
    text = models.TextField("yang disampaikan kepada panti", max_length=2000)
    shared_at = models.DateTimeField("disampaikan")
    shared_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="disampaikan oleh")
    reply = models.TextField("tanggapan panti", max_length=2000, blank=True)
    answered_at = models.DateTimeField("ditanggapi", null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ComplaintShareQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan tanggapan dinas"
        verbose_name_plural = "permintaan tanggapan dinas"
        ordering = ["-shared_at", "-pk"]
        constraints = [
            both_or_neither("complaint_share_answered_at_and_by", "answered_at", "answered_by"),
            models.CheckConstraint(
                name="complaint_share_answered_with_words",
                condition=Q(answered_at=None, reply="") | (Q(answered_at__isnull=False) & ~Q(reply="")),
                violation_error_message="Tulis tanggapan.",
            ),
        ]

    def __str__(self):
        return f"Permintaan tanggapan dinas, {timezone.localtime(self.shared_at):%d/%m/%Y}"

    def get_absolute_url(self):
        return reverse("reports:complaint_reply", args=[self.pk])

    @classmethod
    @transaction.atomic
    def share(cls, complaint, shelter, text, *, by):
        complaint.lock()
        if complaint.shelter is not None or complaint.status not in OPEN:
            raise ValidationError("Hanya pengaduan di dinas yang belum selesai disampaikan kepada panti.")
        shared = cls(complaint=complaint, shelter=shelter, text=text, shared_at=timezone.now(), shared_by=by)
        shared.full_clean()
        shared.save()
        record(by=by, action="complaintshare.shared", target=shared)
        return shared

    @transaction.atomic
    def give_reply(self, text, *, by):
        self.refresh_from_db(from_queryset=ComplaintShare.objects.select_for_update(of=["self"]))
        if self.answered_at:
            raise ValidationError(f"Sudah ditanggapi oleh {self.answered_by}. Muat ulang halaman ini.")
        self.reply, self.answered_at, self.answered_by = text, timezone.now(), by
        self.full_clean()
        self.save()
        record(by=by, action="complaintshare.replied", target=self)
