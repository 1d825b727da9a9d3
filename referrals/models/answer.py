"""What a partner said, and what was said to it: every word is kept, also what came too late to count."""

from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models import Stay, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from referrals.models.reasons import DeclineReason
from referrals.models.voice import Channel, Voice


class ReferralAnswerQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(referral__stay__shelter__in=shelters)

    def raised(self):
        """What somebody of the shelter has to look at and has not."""
        wanted = Q(kind__in=ReferralAnswer.RAISED) | Q(differs=True)
        return self.filter(wanted, settled_at=None)

    def living(self):
        """Of somebody who has died nothing is asked any more."""
        return self.exclude(referral__stay__client__in=Stay.objects.of_the_dead().values("client"))

    def for_list(self):
        return self.select_related("referral__stay__client", "referral__stay__shelter", "referral__partner", "typed_by")


class ReferralAnswer(CheckedModel):
    """One thing said about a referral (jawaban): by whom, by which way, and who typed it."""

    class Kind(models.TextChoices):
        QUESTION = "question", "Pertanyaan"
        REPLY = "reply", "Balasan panti"
        MESSAGE = "message", "Pesan"
        ACCEPTED = "accepted", "Diterima"
        POSTPONED = "postponed", "Ditunda"
        DECLINED = "declined", "Tidak dapat diterima"
        ARRIVED = "arrived", "Klien sudah datang"
        NOT_ARRIVED = "not_arrived", "Klien tidak datang"
        RESULT = "result", "Hasil"

    RAISED = (Kind.MESSAGE, Kind.DECLINED, Kind.NOT_ARRIVED)

    referral = models.ForeignKey("referrals.Referral", models.PROTECT, related_name="answers", verbose_name="rujukan")
    kind = models.CharField("jawaban", max_length=12, choices=Kind)
    name = models.CharField("nama", max_length=150)
    position = models.CharField("jabatan", max_length=150, blank=True)
    channel = models.CharField("lewat", max_length=10, choices=Channel)
    at = models.DateTimeField("dicatat", auto_now_add=True)
    said_on = models.DateField("tanggal disampaikan")
    said_time = models.TimeField("jam disampaikan", null=True, blank=True)
    typed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dicatat oleh"
    )
    text = models.TextField("isi", max_length=3000, blank=True)
    day = models.DateField("tanggal yang disebut", null=True, blank=True)
    conditions = models.TextField("syarat", max_length=2000, blank=True)
    reason = models.CharField("alasan ditolak", max_length=10, choices=DeclineReason, blank=True)
    # It moved the referral; one that came after the first decision does not.
    counts = models.BooleanField(default=True)
    differs = models.BooleanField("berbeda dari jawaban yang berlaku", default=False)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = ReferralAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = "jawaban rujukan"
        verbose_name_plural = "jawaban rujukan"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="referral_answer_typed_by_somebody",
                condition=Q(channel="link", typed_by=None) | (~Q(channel="link") & Q(typed_by__isnull=False)),
                violation_error_message="Jawaban yang bukan lewat tautan memerlukan nama petugas yang mencatat.",
            ),
            models.CheckConstraint(
                name="referral_answer_differs_only_late",
                condition=Q(differs=False) | Q(counts=False),
            ),
            models.CheckConstraint(
                name="referral_answer_settled_at_and_by",
                condition=Q(settled_at=None, settled_by=None) | Q(settled_at__isnull=False, settled_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["referral"], name="referral_answer_open", condition=Q(settled_at=None))]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.voice}"

    @property
    def shelter(self):
        return self.referral.shelter

    @property
    def client_id(self):
        return self.referral.stay.client_id

    @property
    def voice(self):
        return Voice(self.name, self.position, self.channel)

    @property
    def is_raised(self):
        return self.settled_at is None and (self.differs or self.kind in self.RAISED)

    @transaction.atomic
    def settle(self, *, by):
        """Somebody has read it and knows what to do; pressing twice is the same."""
        self.refresh_from_db(from_queryset=ReferralAnswer.objects.select_for_update(of=["self"]))
        if self.settled_at:
            return
        self.settled_at, self.settled_by = self.shelter.now(), by
        self.full_clean()
        self.save()
        record(by=by, action="referral.answer_settled", target=self.referral, answer=self.get_kind_display())
