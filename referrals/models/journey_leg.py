from datetime import datetime, time

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from cases.audit import record
from cases.models import Region, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from referrals.models import journey_hearing
from referrals.models.journey import Journey
from referrals.models.journey_states import LEG_NEXT, ON_THE_WAY, PLANNING, LegStatus, Vehicle
from referrals.models.partner import PHONE, Partner, whatsapp_digits
from referrals.models.voice import Channel, Voice


class JourneyLegQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(journey__stay__shelter__in=shelters)

    def silent(self):
        """Of somebody on the way, not heard of from there, nor from any office further on."""
        heard = JourneyLeg.objects.filter(journey=OuterRef("journey"), position__gt=OuterRef("position"))
        heard = heard.filter(status__in=(LegStatus.ARRIVED, LegStatus.FORWARDED))
        waited = self.filter(status=LegStatus.WAITING, journey__status__in=ON_THE_WAY, waiting_since__isnull=False)
        return waited.exclude(Exists(heard))

    def unanswered(self, shelters, patience):
        """Expected, and neither heard of nor reminded for as long as the shelter waits."""
        again = Q(reminded_at=None) | self._due(shelters, patience, "reminder_days", since="reminded_at")
        return self.silent().filter(self._due(shelters, patience, "reminder_days"), again).order_by("waiting_since")

    def stuck(self, shelters, patience):
        """Waited for so long that the head is told."""
        return self.silent().filter(self._due(shelters, patience, "escalation_days")).order_by("waiting_since")

    def _due(self, shelters, patience, name, **since):
        return patience.due(shelters, name, stay="journey__stay", **since)

    def for_list(self):
        return self.select_related("journey__stay__client", "journey__stay__shelter", "journey__region", "office")

    def for_page(self):
        return self.for_list().select_related("region", "link", "journey__stay__client__origin")


class JourneyLeg(CheckedModel):
    """One part of a journey home (ruas): from the place before to a region, where an office takes over."""

    Status, Vehicle, NEXT = LegStatus, Vehicle, LEG_NEXT

    journey = models.ForeignKey(Journey, models.PROTECT, related_name="legs", verbose_name="pemulangan")
    position = models.PositiveSmallIntegerField("urutan")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="wilayah tujuan ruas ini")
    place = models.CharField(
        "tempat serah terima", max_length=200, help_text="Misalnya Terminal Tirtonadi atau kantor dinas."
    )
    # None only where the last leg ends with the family.
    office = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="journey_legs", verbose_name="yang mengambil alih"
    )
    contact_name = models.CharField("narahubung di sana", max_length=150, blank=True)
    contact_phone = models.CharField("telepon narahubung", max_length=50, blank=True, validators=[PHONE])
    leaves_on = models.DateField("tanggal berangkat")
    leaves_at = models.TimeField("jam berangkat", null=True, blank=True)
    arrives_on = models.DateField("perkiraan tanggal tiba")
    arrives_at = models.TimeField("perkiraan jam tiba", null=True, blank=True)
    vehicle = models.CharField("kendaraan", max_length=10, choices=Vehicle)
    operator = models.CharField("nama perusahaan atau nomor kendaraan", max_length=100, blank=True)
    ticket = models.CharField("nomor tiket", max_length=60, blank=True)
    escort_name = models.CharField("pendamping", max_length=150, blank=True)
    escort_position = models.CharField("jabatan pendamping", max_length=150, blank=True)
    escort_phone = models.CharField("telepon pendamping", max_length=50, blank=True, validators=[PHONE])
    unescorted_reason = models.CharField(
        "tanpa pendamping, karena", max_length=300, blank=True,
        help_text="Untuk anak dan klien yang dijaga hanya dengan persetujuan kepala panti.",
    )  # fmt: skip
    cost_planned = models.PositiveIntegerField("rencana biaya (rupiah)", default=0)

    status = models.CharField("keadaan", max_length=10, choices=LegStatus, default=LegStatus.WAITING)
    # Since when the office is waited for: the planned arrival, or the word of the office before it.
    waiting_since = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    reminded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    # Who decided, the first time; every word is kept with the news.
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_on = models.DateField("tanggal kabar", null=True, blank=True)
    answered_time = models.TimeField("jam kabar", null=True, blank=True)
    answered_by_name = models.CharField("dikabarkan oleh", max_length=150, blank=True)
    answered_by_position = models.CharField("jabatan yang mengabarkan", max_length=150, blank=True)
    answered_channel = models.CharField("dikabarkan lewat", max_length=10, choices=Channel, blank=True)

    # Named as the kind of the link: DoorLink.subject.
    link = models.OneToOneField(
        "referrals.DoorLink", models.PROTECT, null=True, blank=True, related_name="journey", verbose_name="tautan"
    )

    objects = JourneyLegQuerySet.as_manager()

    class Meta:
        verbose_name = "ruas perjalanan"
        verbose_name_plural = "ruas perjalanan"
        ordering = ["journey", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["journey", "position"], name="journey_leg_position_once",
                violation_error_message="Ruas dengan urutan itu sudah ada. Muat ulang halaman ini.",
            ),
            models.CheckConstraint(
                name="journey_leg_arrives_after_leaving", condition=Q(arrives_on__gte=F("leaves_on")),
                violation_error_message="Perkiraan tiba tidak boleh sebelum berangkat.",
            ),
            models.CheckConstraint(
                name="journey_leg_escorted_or_why_not",
                condition=(~Q(escort_name="") & ~Q(escort_phone="") & Q(unescorted_reason=""))
                | (Q(escort_name="", escort_position="", escort_phone="") & ~Q(unescorted_reason="")),
                violation_error_message="Isi nama dan telepon pendamping, atau alasan tanpa pendamping.",
            ),
            models.CheckConstraint(
                name="journey_leg_answered_by_somebody",
                condition=Q(answered_at=None, answered_on=None, answered_by_name="", answered_channel="")
                | (Q(answered_at__isnull=False, answered_on__isnull=False) & ~Q(answered_by_name=""))
            ),
            models.CheckConstraint(
                name="journey_leg_status_fits_answer",
                condition=Q(status__in=["waiting", "passed"], answered_at=None)
                | (~Q(status__in=["waiting", "passed"]) & Q(answered_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="journey_leg_reminded_at_and_by",
                condition=Q(reminded_at=None, reminded_by=None)
                | Q(reminded_at__isnull=False, reminded_by__isnull=False),
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.start} – {self.end}"

    def get_absolute_url(self):
        return f"{self.journey.get_absolute_url()}#ruas-{self.position}"

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
    def start(self):
        """Where this leg begins: where the one before it ends, the first at the shelter."""
        if not hasattr(self, "before"):
            self.before = self.journey.legs.select_related("region").filter(position__lt=self.position).last()
        return self.before.end if self.before else self.shelter.city or self.shelter.name

    @property
    def end(self):
        return self.region.name

    @property
    def following(self):
        """The leg after this one, or None."""
        return self.journey.legs.filter(position__gt=self.position).first()

    @property
    def receiving(self):
        """Who takes over there, in words."""
        return str(self.office or self.journey.receiver or "")

    @property
    def phone(self):
        """Whom one calls there."""
        return self.contact_phone or (self.office.phone if self.office else "")

    @property
    def whatsapp_digits(self):
        return whatsapp_digits(self.contact_phone) or (self.office.whatsapp_digits if self.office else "")

    @property
    def voice(self):
        return Voice(self.answered_by_name, self.answered_by_position, self.answered_channel)

    @property
    def escort(self):
        return ", ".join(filter(None, [self.escort_name, self.escort_position])) or "tanpa pendamping"

    @property
    def carrier(self):
        words = " ".join(filter(None, [self.get_vehicle_display(), self.operator]))
        return f"{words}, tiket {self.ticket}" if self.ticket else words

    def expected_at(self):
        """When the office looks for them; without an hour in the evening of that day."""
        return datetime.combine(self.arrives_on, self.arrives_at or time(23, 59), tzinfo=self.shelter.zone)

    def clean(self):
        super().clean()
        one_day = self.leaves_on == self.arrives_on and self.leaves_at and self.arrives_at
        if one_day and self.arrives_at < self.leaves_at:
            raise ValidationError({"arrives_at": "Perkiraan jam tiba tidak boleh sebelum jam berangkat."})

    # What is heard of the leg: each a function whose first argument is the leg.
    hear, remind = journey_hearing.hear, journey_hearing.remind

    @transaction.atomic
    def plan(self, *, by):
        """One leg more at the end of the journey, while it is a draft."""
        require_draft(self.journey)
        last = self.journey.legs.last()
        self.position = last.position + 1 if last else 1
        self.full_clean()
        self.save()
        self._tell("journey.leg_planned", by=by)

    @transaction.atomic
    def replan(self, *, by):
        require_draft(self.journey)
        self.full_clean()
        self.save()
        self._tell("journey.leg_changed", by=by)

    @transaction.atomic
    def drop(self, *, by):
        """A leg that is not needed; those after it move up."""
        require_draft(self.journey)
        position = self.position
        self._tell("journey.leg_dropped", by=by)
        self.delete()
        for later in self.journey.legs.filter(position__gt=position):
            later.position -= 1
            later.save(update_fields=["position"])

    def _tell(self, action, *, by):
        Journey.objects.filter(pk=self.journey_id).update(version=F("version") + 1)
        record(by=by, action=action, target=self.journey, number=str(self.position), to=self.region.name)


def require_draft(journey):
    """The plan changes while it is a draft; whoever sends it at the same moment goes first."""
    journey.lock()
    if journey.status not in PLANNING[:1]:
        raise ValidationError("Rencana ini bukan konsep lagi. Kembalikan menjadi konsep dahulu bila perlu diubah.")
    if journey.standing:
        raise ValidationError(f"Pemulangan ini {journey.standing_label.lower()}.")
