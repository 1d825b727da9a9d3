from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from cases.audit import record
from cases.models import Client, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from reports.models.complaint import Complaint
from reports.models.complaint_words import WORKING


class ComplaintClientQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(complaint__addressed_to="shelter", complaint__about__in=shelters)


class ComplaintClient(CheckedModel):
    """The person in need of whom a report speaks is this client: for those alone who read files there."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="clients", verbose_name="laporan")
    client = models.ForeignKey(Client, models.PROTECT, related_name="+", verbose_name="klien")
    joined_at = models.DateTimeField("dihubungkan")
    joined_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dihubungkan oleh")

    objects = ComplaintClientQuerySet.as_manager()

    class Meta:
        verbose_name = "klien dalam laporan"
        verbose_name_plural = "klien dalam laporan"
        ordering = ["joined_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["complaint", "client"], name="complaint_client_once",
                violation_error_message="Klien ini sudah dihubungkan dengan laporan ini.",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"{self.complaint}: {self.client.number}"

    @property
    def shelter(self):
        return self.complaint.shelter

    @classmethod
    @transaction.atomic
    def join(cls, complaint, client, *, by):
        complaint.lock()
        if complaint.kind != Complaint.Kind.PERSON or complaint.shelter is None or complaint.status not in WORKING:
            raise ValidationError("Hanya laporan tentang orang yang sudah diverifikasi panti dihubungkan dengan klien.")
        joined = cls(complaint=complaint, client=client, joined_at=timezone.now(), joined_by=by)
        joined.full_clean()
        joined.save()
        record(by=by, action="complaintclient.joined", target=joined, number=complaint.number)
        return joined

    @transaction.atomic
    def part(self, *, by):
        """It was somebody else. Also before two files are merged that are both joined to one report."""
        self.complaint.lock()
        record(by=by, action="complaintclient.parted", target=self, number=self.complaint.number)
        self.delete()
