from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.functional import cached_property

from cases.audit import record
from cases.models import ClientLetter, Region, Relative, Standin, Stay, User
from cases.models.checked import CheckedModel
from referrals.models import journey_planning, journey_states, journey_travel, reasons
from referrals.models.halt import Halt
from referrals.models.journey_payer import JourneyPayer
from referrals.models.journey_rules import RULES
from referrals.models.journeys import JourneyQuerySet
from referrals.models.partner import Partner

TOLD = {
    Halt.STOPPED: "Pemulangan dihentikan. Hubungi panti bila ada yang perlu diselesaikan.",
    Halt.SUSPENDED: "Pemulangan ditangguhkan untuk sementara. Panti akan memberi kabar bila dilanjutkan.",
}
CANCELLED = "Pemulangan ini dibatalkan panti. Terima kasih atas perhatian dan kesediaan Bapak/Ibu."


class Journey(CheckedModel):
    """The way of a client back to the home region (pemulangan), directly or from office to office (estafet)."""

    Status, NEXT = journey_states.Status, journey_states.NEXT
    Failure, Fitness, Consent = journey_states.Failure, journey_states.Fitness, reasons.Consent

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="journeys", verbose_name="masa tinggal")
    status = models.CharField("status", max_length=12, choices=Status, default=Status.DRAFT)
    purpose = models.TextField(
        "alasan dan tujuan pemulangan", max_length=2000, help_text="Mengapa klien pulang, dan kepada siapa."
    )
    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name="wilayah tujuan")
    address = models.CharField("alamat tujuan", max_length=250)
    receiver = models.ForeignKey(
        Relative, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="keluarga yang menerima"
    )
    office = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="journeys", verbose_name="dinas penerima"
    )
    payer = models.ForeignKey(JourneyPayer, models.PROTECT, related_name="+", verbose_name="dibiayai oleh")
    consent = models.CharField("persetujuan", max_length=10, choices=Consent)
    consent_note = models.CharField(
        "keterangan persetujuan", max_length=300, blank=True,
        help_text="Wajib bila bukan klien sendiri yang menyetujui: siapa walinya, atau mengapa tanpa persetujuan.",
    )  # fmt: skip
    fitness = models.CharField("pemeriksaan kesehatan", max_length=10, choices=Fitness, blank=True)
    fitness_by = models.CharField("diperiksa oleh", max_length=150, blank=True, help_text="Nama dan jabatan.")
    fitness_on = models.DateField("tanggal diperiksa", null=True, blank=True)
    fitness_note = models.CharField(
        "catatan kesehatan untuk perjalanan", max_length=500, blank=True,
        help_text="Misalnya obat yang dibawa, pantangan, dan apa yang dilakukan bila kambuh.",
    )  # fmt: skip
    documents = models.TextField(
        "dokumen yang dibawa", max_length=1000, blank=True, help_text="Satu baris satu dokumen."
    )
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dibuat oleh")

    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    returned_at = models.DateTimeField(null=True, blank=True)
    returned_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    return_note = models.CharField("catatan kepala", max_length=1000, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    approved_as = models.ForeignKey(Standin, models.PROTECT, null=True, blank=True, related_name="+")
    # The letters have their numbers and the plan stands; where no approval is wanted, by the worker.
    issued_at = models.DateTimeField(null=True, blank=True)
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    letter = models.OneToOneField(
        ClientLetter, models.PROTECT, null=True, blank=True, related_name="journey_return",
        verbose_name="surat pengantar pemulangan",
    )  # fmt: skip
    travel_letter = models.OneToOneField(
        ClientLetter, models.PROTECT, null=True, blank=True, related_name="journey_travel", verbose_name="surat jalan"
    )
    statement = models.OneToOneField(
        ClientLetter, models.PROTECT, null=True, blank=True, related_name="journey_statement",
        verbose_name="surat pernyataan",
    )  # fmt: skip
    # What an office on the way reads after the one-time code, as of the letters: [[heading, [[label, value], …]], …]
    told = models.JSONField("data untuk dinas", default=list, blank=True)

    departed_on = models.DateField("tanggal berangkat", null=True, blank=True)
    departed_time = models.TimeField("jam berangkat", null=True, blank=True)
    departed_at = models.DateTimeField(null=True, blank=True)
    departed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    arrived_on = models.DateField("tanggal tiba", null=True, blank=True)
    received_on = models.DateField("tanggal diterima", null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField("yang terjadi", max_length=10, choices=Failure, blank=True)
    failed_on = models.DateField("tanggal kejadian", null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    failed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    failure_note = models.TextField("penjelasan", max_length=2000, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    cancel_reason = models.CharField("alasan pembatalan", max_length=200, blank=True)
    # Taken up again after the client had been gone: see referrals.models.halt.
    resumed_at = models.DateTimeField(null=True, blank=True)
    resumed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    # Nothing more is expected of the offices; their links live some days longer.
    ended_at = models.DateTimeField(null=True, blank=True)

    # Whole rupiah.
    advance = models.PositiveIntegerField("uang muka (rupiah)", default=0)
    advance_to = models.CharField("uang muka diterima oleh", max_length=150, blank=True)
    advance_on = models.DateField("tanggal uang muka", null=True, blank=True)
    remainder = models.PositiveIntegerField("sisa yang dikembalikan (rupiah)", default=0)
    remainder_on = models.DateField("tanggal sisa dikembalikan", null=True, blank=True)
    balance_note = models.CharField("penjelasan selisih", max_length=300, blank=True)

    objects = JourneyQuerySet.as_manager()

    class Meta:
        verbose_name = "pemulangan"
        verbose_name_plural = "pemulangan"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["status", "-created_at"], name="journey_status_created")]
        constraints = RULES

    def __str__(self):
        return f"Pemulangan ke {self.region.name}"

    def get_absolute_url(self):
        return reverse("referrals:journey_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def client(self):
        return self.stay.client

    @property
    def destination(self):
        return f"{self.address}, {self.region}"

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT

    @property
    def has_left(self):
        return self.status in journey_states.LEFT

    @property
    def is_on_the_way(self):
        return self.status in journey_states.ON_THE_WAY

    @cached_property
    def itinerary(self):
        """The legs in order, each knowing the one before it."""
        legs, before = self.legs.select_related("region", "office", "link").prefetch_related("partner_files"), None
        legs = list(legs)
        for leg in legs:
            leg.journey, leg.before = self, before
            before = leg
        for leg in legs:
            leg.is_last = leg is legs[-1]
        return legs

    @property
    def is_relay(self):
        return len(self.itinerary) > 1

    @property
    def way(self):
        return "Estafet" if self.is_relay else "Langsung"

    @property
    def letters(self):
        return [kept for kept in (self.letter, self.travel_letter, self.statement) if kept]

    @property
    def standing(self):
        """The halt as it is now; pages annotate it (`with_halt`)."""
        if not hasattr(self, "halt"):
            self.halt = Journey.objects.with_halt().values_list("halt", flat=True).get(pk=self.pk)
        return self.halt

    @property
    def standing_label(self):
        return Halt(self.standing).label if self.standing else self.get_status_display()

    @property
    def told_to_office(self):
        """What whoever holds a letter or a link reads when nothing is to be done; empty while something is."""
        if self.standing:
            return TOLD[self.standing]
        return CANCELLED if self.status == self.Status.CANCELLED else ""

    @property
    def next_statuses(self):
        """What may follow. One that is stopped or suspended can only be cancelled."""
        following = self.NEXT.get(self.status, set())
        if self.standing:
            return following & {self.Status.CANCELLED}
        if self.is_draft:
            return following - {self.Status.APPROVED if self.needs_approval else self.Status.WAITING}
        return following

    @property
    def is_unescorted(self):
        return any(not leg.escort_name for leg in self.itinerary)

    @property
    def needs_head(self):
        """Nobody sends a child, or who is guarded like one, on the way alone without the head."""
        return self.is_unescorted and self.stay.is_guarded

    @property
    def needs_approval(self):
        return self.shelter.referral_needs_approval or (self.needs_head and self.approved_by_id is None)

    def return_stay(self):
        """The stay in which the person came back, wherever it is; None while nobody admitted them again."""
        if not self.departed_on:
            return None
        later = Stay.objects.kept().filter(client=self.stay.client_id, entered_on__gte=self.departed_on)
        return later.exclude(pk=self.stay_id).order_by("entered_on", "pk").first()

    # The verbs, one file for each part of the way; each is a function whose first argument is the journey.
    draft, redraft, submit = journey_planning.draft, journey_planning.redraft, journey_planning.submit
    return_, approve, ready = journey_planning.return_, journey_planning.approve, journey_planning.ready
    revise, cancel, resume = journey_planning.revise, journey_planning.cancel, journey_planning.resume
    depart, arrive, receive = journey_travel.depart, journey_travel.arrive, journey_travel.receive
    fail, close, settle_money = journey_travel.fail, journey_travel.close, journey_travel.settle_money

    def lock(self):
        self.refresh_from_db(from_queryset=Journey.objects.select_for_update(of=["self"]))
        self.__dict__.pop("itinerary", None)
        self.halt = Journey.objects.with_halt().values_list("halt", flat=True).get(pk=self.pk)

    def require_next(self, following):
        if following in self.next_statuses:
            return
        if following == self.Status.APPROVED and self.is_draft and not self.standing:
            raise ValidationError("Pemulangan ini berangkat dengan persetujuan kepala. Ajukan dahulu.")
        raise ValidationError(
            f"Status “{self.standing_label}” tidak dapat menjadi “{following.label}”. Muat ulang halaman ini."
        )

    @transaction.atomic
    def move_to(self, following, action, *, by, reason="", **changes):
        """The one door through which the status changes; what it means is with the verbs."""
        self.lock()
        self.require_next(following)
        before, self.status = self.status, following
        if following in journey_states.ENDED and not self.ended_at:
            self.ended_at = self.shelter.now()
        for field, value in changes.items():
            setattr(self, field, value)
        self.full_clean()
        self.save()
        del self.halt
        record(by=by, action=action, target=self, before=before, to=self.region.name, reason=reason)
