"""What was heard of somebody on the way home: every word is kept, also what came too late to count."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models import Stay, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from referrals.models import journey_hearing
from referrals.models.journey_leg import JourneyLeg
from referrals.models.voice import Channel, Voice


class JourneyNewsQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(leg__journey__stay__shelter__in=shelters)

    def raised(self):
        """What somebody of the shelter has to look at and has not."""
        return self.filter(Q(kind__in=JourneyNews.RAISED) | Q(differs=True), settled_at=None)

    def living(self):
        """Of somebody who has died nothing is asked any more."""
        return self.exclude(leg__journey__stay__client__in=Stay.objects.of_the_dead().values("client"))

    def for_list(self):
        return self.select_related(
            "leg__journey__stay__client", "leg__journey__stay__shelter", "leg__journey__region", "leg__region",
            "leg__office", "typed_by", "settled_by",
        )  # fmt: skip


class JourneyNews(CheckedModel):
    """One thing said about a leg of a journey (kabar): by whom, by which way, and who typed it."""

    class Kind(models.TextChoices):
        ARRIVED = "arrived", "Sudah tiba di sini"
        FORWARDED = "forwarded", "Sudah diteruskan"
        MISSING = "missing", "Tidak datang"
        MESSAGE = "message", "Pesan"

    RAISED = (Kind.MISSING, Kind.MESSAGE)

    leg = models.ForeignKey(JourneyLeg, models.PROTECT, related_name="news", verbose_name="ruas")
    kind = models.CharField("kabar", max_length=10, choices=Kind)
    name = models.CharField("nama", max_length=150)
    position = models.CharField("jabatan", max_length=150, blank=True)
    channel = models.CharField("lewat", max_length=10, choices=Channel)
    at = models.DateTimeField("dicatat", auto_now_add=True)
    said_on = models.DateField("tanggal")
    said_time = models.TimeField("jam", null=True, blank=True)
    typed_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dicatat oleh"
    )
    condition = models.CharField("keadaan klien", max_length=300, blank=True)
    text = models.TextField("catatan", max_length=2000, blank=True)
    # It moved the leg; one that came after the first decision does not.
    counts = models.BooleanField(default=True)
    differs = models.BooleanField("berbeda dari kabar yang berlaku", default=False)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = JourneyNewsQuerySet.as_manager()

    class Meta:
        verbose_name = "kabar perjalanan"
        verbose_name_plural = "kabar perjalanan"
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="journey_news_typed_by_somebody",
                condition=Q(channel="link", typed_by=None) | (~Q(channel="link") & Q(typed_by__isnull=False)),
                violation_error_message="Kabar yang bukan lewat tautan memerlukan nama petugas yang mencatat.",
            ),
            models.CheckConstraint(
                name="journey_news_differs_only_late", condition=Q(differs=False) | Q(counts=False)
            ),
            models.CheckConstraint(
                name="journey_news_settled_at_and_by",
                condition=Q(settled_at=None, settled_by=None) | Q(settled_at__isnull=False, settled_by__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()}: {self.voice}"

    @property
    def shelter(self):
        return self.leg.shelter

    @property
    def stay(self):
        return self.leg.stay

    @property
    def client_id(self):
        return self.leg.client_id

    @property
    def voice(self):
        return Voice(self.name, self.position, self.channel)

    @property
    def is_raised(self):
        return self.settled_at is None and (self.differs or self.kind in self.RAISED)

    @property
    def may_be_adopted(self):
        """It says another thing than what counts, and nobody has decided between them."""
        return self.differs and self.settled_at is None

    @transaction.atomic
    def settle(self, *, by):
        """Somebody has read it and knows what to do; pressing twice is the same."""
        self.refresh_from_db(from_queryset=JourneyNews.objects.for_list().select_for_update(of=["self"]))
        if self.settled_at:
            return
        self._settle(by)
        record(by=by, action="journey.news_settled", target=self.leg.journey, answer=self.get_kind_display())

    @transaction.atomic
    def adopt(self, *, by):
        """Of two words that differ somebody asked again, and this one is true."""
        self.leg.journey.lock()
        self.refresh_from_db(from_queryset=JourneyNews.objects.for_list().select_for_update(of=["self"]))
        if not self.may_be_adopted:
            raise ValidationError("Kabar ini sudah diperiksa. Muat ulang halaman ini.")
        journey_hearing.correct(self.leg, self, by=by)
        self.counts, self.differs = True, False
        self._settle(by)

    def _settle(self, by):
        self.settled_at, self.settled_by = self.shelter.now(), by
        self.full_clean()
        self.save()
