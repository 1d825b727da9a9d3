from django.db import models

from cases.models import User
from cases.models.checked import CheckedModel
from referrals.models.intake_request import IntakeRequest


class RequestMessage(CheckedModel):
    """A question to the sender, the answer to it, or a word with the decision. Nobody changes it afterwards."""

    request = models.ForeignKey(IntakeRequest, models.PROTECT, related_name="messages", verbose_name="permintaan")
    at = models.DateTimeField("waktu", auto_now_add=True)
    name = models.CharField("oleh", max_length=150)
    typed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="ditulis oleh"
    )
    text = models.TextField("pesan", max_length=1000)

    class Meta:
        verbose_name = "pesan permintaan"
        verbose_name_plural = "pesan permintaan"
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.name}: {self.text[:40]}"
