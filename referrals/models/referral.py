import uuid

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.urls import reverse

from assessments.models import Consent as ConsentPaper
from cases.models import Letter, Need, Standin, Stay, Task, User
from cases.models.checked import CheckedModel
from referrals.models import handing, hearing, reasons, sending, share, status
from referrals.models.halt import TOLD, Halt
from referrals.models.partner import Partner
from referrals.models.referrals import ReferralQuerySet
from referrals.models.rules import RULES
from referrals.models.voice import Channel, Voice

THANKS = "Klien sudah mendapat tempat di lembaga lain. Terima kasih atas perhatian Bapak/Ibu."
WITHDRAWN = "Rujukan ini dibatalkan panti. Terima kasih; hubungi panti bila ada yang perlu diselesaikan."
EXPIRED = "Rujukan ini ditutup karena lama tidak dijawab. Hubungi panti bila masih ada tempat."


class Referral(CheckedModel):
    """A request to a partner to take over a client, or a part of the help (rujukan)."""

    Status, NEXT = status.Status, status.NEXT
    Urgency, Consent, DeclineReason = reasons.Urgency, reasons.Consent, reasons.DeclineReason

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="referrals", verbose_name="masa tinggal")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="referrals", verbose_name="mitra tujuan")
    # Several partners asked for one thing at once share it: the first acceptance withdraws the others.
    batch = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    status = models.CharField("status", max_length=12, choices=Status, default=Status.DRAFT)
    purpose = models.TextField(
        "alasan dan tujuan rujukan",
        max_length=3000,
        help_text="Mengapa klien dirujuk dan apa yang diharapkan.",
    )
    summary = models.TextField(
        "ringkasan asesmen untuk mitra", max_length=5000, blank=True,
        help_text="Hanya yang perlu diketahui mitra untuk menolong klien. Dicetak di surat bila dibagikan.",
    )  # fmt: skip
    needs = models.ManyToManyField(Need, related_name="referrals", blank=True, verbose_name="kebutuhan")
    urgency = models.CharField("sifat", max_length=10, choices=Urgency, default=Urgency.NORMAL)
    wished_on = models.DateField("diharapkan paling lambat", null=True, blank=True)
    consent = models.CharField("persetujuan", max_length=10, choices=Consent)
    consent_note = models.CharField(
        "keterangan persetujuan", max_length=300, blank=True,
        help_text="Wajib bila bukan klien sendiri yang menyetujui: siapa walinya, atau mengapa tanpa persetujuan.",
    )  # fmt: skip
    consent_paper = models.ForeignKey(
        ConsentPaper, models.PROTECT, null=True, blank=True, related_name="referrals", verbose_name="lembar persetujuan"
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

    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="referral", verbose_name="surat"
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    # Since when whoever is to move next is waited for, and when the partner was last reminded.
    waiting_since = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    reminded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    # The day on which the partner said so; `answered_at` is when it reached us. By link nobody types it for them.
    answered_on = models.DateField("tanggal jawaban", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by_name = models.CharField("dijawab oleh", max_length=150, blank=True)
    answered_by_position = models.CharField("jabatan yang menjawab", max_length=150, blank=True)
    answered_channel = models.CharField("dijawab lewat", max_length=10, choices=Channel, blank=True)
    answer_recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answer_note = models.TextField("catatan jawaban", max_length=3000, blank=True)
    decline_reason = models.CharField("alasan ditolak", max_length=10, choices=DeclineReason, blank=True)
    postponed_until = models.DateField("ditunda sampai", null=True, blank=True)
    arranged_on = models.DateField("tanggal mengantar klien", null=True, blank=True)
    conditions = models.TextField("syarat dari mitra", max_length=2000, blank=True)
    task = models.OneToOneField(Task, models.PROTECT, null=True, blank=True, related_name="referral")

    handed_over_on = models.DateField("tanggal serah terima", null=True, blank=True)
    handed_over_at = models.DateTimeField(null=True, blank=True)
    handed_over_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    received_by_name = models.CharField("diterima oleh", max_length=200, blank=True)
    arrived_on = models.DateField("tanggal tiba", null=True, blank=True)
    arrived_at = models.DateTimeField(null=True, blank=True)
    completed_at = models.DateTimeField(null=True, blank=True)
    completed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    result = models.TextField("hasil rujukan", max_length=3000, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    # Taken up again after the client had been gone: see referrals.models.halt.
    resumed_at = models.DateTimeField(null=True, blank=True)
    resumed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdraw_reason = models.CharField("alasan pembatalan", max_length=200, blank=True)
    # Nothing more is expected of the partner; their link lives some days longer.
    ended_at = models.DateTimeField(null=True, blank=True)

    link = models.OneToOneField(
        "referrals.DoorLink", models.PROTECT, null=True, blank=True, related_name="referral", verbose_name="tautan"
    )

    objects = ReferralQuerySet.as_manager()

    class Meta:
        verbose_name = "rujukan"
        verbose_name_plural = "rujukan"
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["status", "-created_at"], name="referral_status_created")]
        constraints = RULES

    def __str__(self):
        return f"{self.letter or 'Konsep rujukan'} — {self.partner}"

    def get_absolute_url(self):
        return reverse("referrals:referral_detail", args=[self.pk])

    @property
    def received_url(self):
        """Where the staff of a partner that is a shelter of this system read it."""
        return reverse("referrals:received_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def client(self):
        return self.stay.client

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT

    @property
    def is_out(self):
        """The partner has been asked: what it says is heard, even after the end."""
        return self.sent_at is not None

    @property
    def is_open(self):
        """The partner still has something to do or to tell; its link lives as long, and some days more."""
        return self.status in status.WITH_PARTNER

    @property
    def is_taken(self):
        return self.status in status.TAKEN

    @property
    def asked_with(self):
        """The other partners who were asked for the same at the same time."""
        return Referral.objects.filter(batch=self.batch).exclude(pk=self.pk)

    @property
    def answered_voice(self):
        return Voice(self.answered_by_name, self.answered_by_position, self.answered_channel)

    @property
    def standing(self):
        """The halt as it is now; pages annotate it (`with_halt`)."""
        if not hasattr(self, "halt"):
            self.halt = Referral.objects.with_halt().values_list("halt", flat=True).get(pk=self.pk)
        return self.halt

    @property
    def is_stopped(self):
        return self.standing == Halt.STOPPED

    @property
    def standing_label(self):
        return Halt(self.standing).label if self.standing else self.get_status_display()

    @property
    def told_to_partner(self):
        """What whoever holds the letter or the link reads when nothing is to be done; empty while something is."""
        if self.standing:
            return TOLD[self.standing]
        if self.status == self.Status.WITHDRAWN:
            return THANKS if self.withdraw_reason == hearing.ELSEWHERE else WITHDRAWN
        return EXPIRED if self.status == self.Status.EXPIRED else ""

    @property
    def next_statuses(self):
        """What may follow. A referral that is stopped or suspended can only be withdrawn, or answered late."""
        following = self.NEXT.get(self.status, set())
        if self.is_draft:
            following = following - {self.Status.SENT if self.needs_approval else self.Status.WAITING}
        match self.standing:
            case Halt.STOPPED:
                return following & {self.Status.WITHDRAWN}
            case Halt.SUSPENDED:
                return following - status.PAUSED
        return following

    @property
    def needs_approval(self):
        return self.shelter.referral_needs_approval

    def shared(self):
        """What the partner is shown, piece by piece: as it was sent, or while it is a draft, as the file says now."""
        pieces = list(self.shares.select_related("attachment"))
        for piece in pieces:
            piece.referral = self
        return [piece if self.is_out and piece.is_frozen else piece.draw() for piece in pieces]

    @property
    def needs_shared(self):
        """The needs in words, where they were chosen; a partner reads them before the one-time code as well."""
        chosen = [piece for piece in self.shared() if piece.piece == share.Piece.NEEDS]
        return [fact[0] for piece in chosen for fact in piece.facts]

    def minimum(self):
        """The facts that a partner reads before the one-time code."""
        return share.minimum(self)

    def clean(self):
        super().clean()
        if self.answered_on and self.letter and self.answered_on < self.letter.issued_on:
            raise ValidationError({"on": "Tanggal jawaban tidak boleh sebelum tanggal surat."})

    # The verbs, one file for each part of the way; each is a function whose first argument is the referral.
    draft, redraft, submit, return_ = sending.draft, sending.redraft, sending.submit, sending.return_
    approve, send = sending.approve, sending.send
    see, ask, reply = hearing.see, hearing.ask, hearing.reply
    accept, postpone, decline = hearing.accept, hearing.postpone, hearing.decline
    report_arrival, report_result, complete = hearing.report_arrival, hearing.report_result, hearing.complete
    hand_over, close, withdraw = handing.hand_over, handing.close, handing.withdraw
    expire, remind, rearrange, resume = handing.expire, handing.remind, handing.rearrange, handing.resume

    @property
    def mailed_at(self):
        """When the system itself last reminded the partner by e-mail."""
        return self.mails.filter(kind="reminder").aggregate(at=Max("sent_at"))["at"]

    def lock(self):
        self.refresh_from_db(from_queryset=Referral.objects.select_for_update(of=["self"]))
        self.halt = Referral.objects.with_halt().values_list("halt", flat=True).get(pk=self.pk)

    def require_next(self, following):
        if following in self.next_statuses:
            return
        if following == self.Status.SENT and self.is_draft and self.needs_approval and not self.standing:
            raise ValidationError("Surat rujukan panti ini terbit dengan persetujuan kepala. Ajukan dahulu.")
        raise ValidationError(
            f"Status “{self.standing_label}” tidak dapat menjadi “{following.label}”. Muat ulang halaman ini."
        )

    @transaction.atomic
    def move_to(self, following, action, *, by, voice=None, **changes):
        """The one door through which the status changes; what it means is with the verbs."""
        self.lock()
        self.require_next(following)
        before, self.status = self.status, following
        now = self.shelter.now()
        self.waiting_since, self.postponed_until = now, None
        if following in status.ENDED and not self.ended_at:
            self.ended_at = now
        for field, value in changes.items():
            setattr(self, field, value)
        self.full_clean()
        self.save()
        del self.halt
        hearing.told(self, action, by=by, voice=voice, before=before, letter=str(self.letter or ""))
