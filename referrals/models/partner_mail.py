"""What the system itself wrote to a partner by e-mail: once per step of a referral, and never twice on a day."""

from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from referrals.models.referral import Referral


class PartnerMailQuerySet(OfStayQuerySet):
    def at(self, shelters):
        return self.filter(referral__stay__shelter__in=shelters)

    def sent(self):
        return self.filter(sent_at__isnull=False)

    def failed(self):
        """The mail server would not take it, and it is tried again."""
        return self.filter(sent_at=None, failed_at__isnull=False)

    def for_list(self):
        return self.select_related("referral__stay__client", "referral__stay__shelter", "referral__partner")


class PartnerMail(CheckedModel):
    """One step of which the partner is written: a reminder, or what was noted of an answer by telephone.

    The row is written before the mail leaves, so that two commands at once send one; a row that is neither sent nor
    failed was interrupted, and rests until the next day.
    """

    class Kind(models.TextChoices):
        REMINDER = "reminder", "Pengingat"
        NOTED = "noted", "Jawaban yang dicatat"

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="mails", verbose_name="rujukan")
    kind = models.CharField("jenis surel", max_length=10, choices=Kind)
    # The moment with which the step began: since then the partner is waited for, or then the answer was noted.
    step = models.DateTimeField("langkah sejak")
    on = models.DateField("hari")
    to = models.EmailField("kepada")
    sent_at = models.DateTimeField("terkirim", null=True, blank=True)
    failed_at = models.DateTimeField("gagal", null=True, blank=True)
    failure = models.CharField("sebab gagal", max_length=100, blank=True)

    objects = PartnerMailQuerySet.as_manager()

    class Meta:
        verbose_name = "surel kepada mitra"
        verbose_name_plural = "surel kepada mitra"
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["referral", "kind", "step"], name="partner_mail_once_per_step"),
            models.UniqueConstraint(fields=["referral", "on"], name="partner_mail_once_a_day"),
            models.CheckConstraint(
                name="partner_mail_sent_or_failed",
                condition=Q(failed_at=None, failure="") | (Q(failed_at__isnull=False, sent_at=None) & ~Q(failure="")),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.on}"

    @property
    def shelter(self):
        return self.referral.shelter

    @property
    def client(self):
        return self.referral.client

    @classmethod
    @transaction.atomic
    def claim(cls, referral, kind, *, step, to, standing):
        """The row for this step if it is now ours to send, else None. `standing`: whether the step still stands."""
        referral.lock()
        today = referral.shelter.today()
        if not standing(referral):
            return None
        mails = cls.objects.filter(referral=referral)
        found = mails.filter(kind=kind, step=step).first()
        if found and (found.sent_at or (found.on == today and not found.failed_at)):
            return None
        if mails.filter(on=today).exclude(pk=found and found.pk).exists():
            return None
        mail = found or cls(referral=referral, kind=kind, step=step)
        mail.on, mail.to, mail.failed_at, mail.failure = today, to, None, ""
        mail.full_clean()
        mail.save()
        return mail

    @transaction.atomic
    def note_sent(self):
        self.sent_at = self.shelter.now()
        self.save()
        said = {"mail": self.get_kind_display(), "partner": str(self.referral.partner)}
        record(by=None, action="referral.mailed", target=self.referral, **said)

    def note_failed(self, error):
        """The kind of failure only: what a server says may repeat the message."""
        self.failed_at, self.failure = self.shelter.now(), type(error).__name__[:100]
        self.save()
