from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse

from cases.audit import record
from cases.models import Letter, Need, Stay, User
from cases.models.day import OfStayQuerySet
from referrals.models.partner import Partner
from referrals.models.rules import RULES


class ReferralQuerySet(OfStayQuerySet):
    def running(self):
        """Neither finished nor given up."""
        return self.filter(status__in=["draft", "sent", "accepted"])

    def waiting(self):
        """Sent, and the partner has not answered yet."""
        return self.filter(status=Referral.Status.SENT)

    def since(self, day):
        """Sent on this day or earlier: `waiting().since(day)` has been waiting since then at least."""
        return self.filter(letter__issued_on__lte=day)

    def for_list(self):
        return self.select_related("stay__client", "stay__shelter", "partner", "letter")

    def for_page(self):
        return self.for_list().select_related(
            "stay__client__origin", "stay__category", "created_by", "sent_by", "answer_recorded_by",
            "completed_by", "withdrawn_by",
        )  # fmt: skip


class Referral(models.Model):
    """A request to a partner to take over a client, or a part of the help (rujukan)."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Konsep"
        SENT = "sent", "Menunggu jawaban"
        ACCEPTED = "accepted", "Diterima mitra"
        DECLINED = "declined", "Ditolak mitra"
        COMPLETED = "completed", "Selesai"
        WITHDRAWN = "withdrawn", "Dibatalkan"

    class Urgency(models.TextChoices):
        NORMAL = "normal", "Biasa"
        SOON = "soon", "Segera"
        EMERGENCY = "emergency", "Darurat"

    class Consent(models.TextChoices):
        AGREED = "agreed", "Klien menyetujui"
        GUARDIAN = "guardian", "Disetujui wali atau keluarga"
        UNABLE = "unable", "Klien belum mampu menyatakan"

    class DeclineReason(models.TextChoices):
        FULL = "full", "Kuota penuh"
        CRITERIA = "criteria", "Tidak sesuai kriteria"
        REFUSED = "refused", "Klien menolak"
        PAPERS = "papers", "Dokumen kurang"
        OTHER = "other", "Lainnya"

    NEXT = {
        Status.DRAFT: {Status.SENT, Status.WITHDRAWN},
        Status.SENT: {Status.ACCEPTED, Status.DECLINED, Status.WITHDRAWN},
        Status.ACCEPTED: {Status.COMPLETED, Status.WITHDRAWN},
    }

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="referrals", verbose_name="masa tinggal")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="referrals", verbose_name="mitra tujuan")
    status = models.CharField("status", max_length=12, choices=Status, default=Status.DRAFT)
    purpose = models.TextField(
        "alasan dan tujuan rujukan",
        max_length=3000,
        help_text="Mengapa klien dirujuk dan apa yang diharapkan.",
    )
    summary = models.TextField(
        "ringkasan untuk mitra", max_length=5000, blank=True,
        help_text="Hanya yang perlu diketahui mitra untuk menolong klien. Dicetak di surat.",
    )  # fmt: skip
    needs = models.ManyToManyField(Need, related_name="referrals", blank=True, verbose_name="kebutuhan")
    urgency = models.CharField("sifat", max_length=10, choices=Urgency, default=Urgency.NORMAL)
    consent = models.CharField("persetujuan", max_length=10, choices=Consent)
    consent_note = models.CharField(
        "keterangan persetujuan", max_length=300, blank=True,
        help_text="Wajib bila bukan klien sendiri yang menyetujui: siapa walinya, atau mengapa belum mampu.",
    )  # fmt: skip
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dibuat oleh")

    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="referral", verbose_name="surat"
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    # The day on which the partner said so; `answered_at` is when we wrote it down.
    answered_on = models.DateField("tanggal jawaban", null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by_name = models.CharField("dijawab oleh", max_length=150, blank=True)
    answer_recorded_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answer_note = models.TextField("catatan jawaban", max_length=2000, blank=True)
    decline_reason = models.CharField("alasan ditolak", max_length=10, choices=DeclineReason, blank=True)
    arranged_on = models.DateField("tanggal mengantar klien", null=True, blank=True)
    conditions = models.TextField("syarat dari mitra", max_length=2000, blank=True)

    completed_at = models.DateTimeField(null=True, blank=True)
    completed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    result = models.TextField("hasil rujukan", max_length=3000, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdraw_reason = models.CharField("alasan pembatalan", max_length=200, blank=True)

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
    def shelter(self):
        return self.stay.shelter

    @property
    def client(self):
        return self.stay.client

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT

    @property
    def next_statuses(self):
        return self.NEXT.get(self.status, set())

    @property
    def milestones(self):
        """What happened so far, in order: (label, moment, who, words)."""
        answer = "Ditolak mitra" if self.status == self.Status.DECLINED else "Diterima mitra"
        steps = [
            ("Konsep dibuat", self.created_at, self.created_by, ""),
            ("Surat diterbitkan dan dikirim", self.sent_at, self.sent_by, str(self.letter or "")),
            (answer, self.answered_at, self.answer_recorded_by, self.answer_note),
            ("Selesai", self.completed_at, self.completed_by, self.result),
            ("Dibatalkan", self.withdrawn_at, self.withdrawn_by, self.withdraw_reason),
        ]
        return [step for step in steps if step[1]]

    def clean(self):
        super().clean()
        if self.answered_on and self.letter and self.answered_on < self.letter.issued_on:
            raise ValidationError({"on": "Tanggal jawaban tidak boleh sebelum tanggal surat."})

    @transaction.atomic
    def draft(self, *, by, needs=()):
        """Begin: only while the client lives in the house."""
        self.created_by = by
        self._require_resident()
        self.full_clean()
        self.save()
        self.needs.set(needs)
        record(by=by, action="referral.created", target=self, partner=str(self.partner))

    @transaction.atomic
    def redraft(self, *, by, version, needs, changed):
        """Whoever changes the draft waits for one who sends it at the same moment, and is then refused."""
        current = Referral.objects.select_for_update().get(pk=self.pk)
        if not current.is_draft:
            raise ValidationError("Rujukan ini bukan konsep lagi, isinya tidak dapat diubah.")
        if current.version != version:
            raise ValidationError("Konsep ini baru saja diubah orang lain. Muat ulang halaman ini.")
        self.version = version + 1
        self.full_clean()
        self.save()
        self.needs.set(needs)
        # What it says of the client stays in the file: the trail tells which parts changed.
        record(by=by, action="referral.changed", target=self, changed={part: ["•", "•"] for part in changed})

    def send(self, *, by):
        """The letter gets its number: from now on the words of the referral stand."""
        self._move_to(self.Status.SENT, "referral.sent", by=by, sent_at=self.shelter.now(), sent_by=by)

    def accept(self, *, by, answered_by, on, arranged_on=None, conditions="", note=""):
        """The partner will take the client. The stay goes on until the client really leaves."""
        self._answer(
            self.Status.ACCEPTED, "referral.accepted", by=by, answered_by=answered_by, on=on, note=note,
            arranged_on=arranged_on, conditions=conditions,
        )  # fmt: skip

    def decline(self, *, by, answered_by, on, reason, note=""):
        self._answer(
            self.Status.DECLINED, "referral.declined", by=by, answered_by=answered_by, on=on, note=note,
            decline_reason=reason,
        )  # fmt: skip

    def complete(self, *, by, result):
        self._move_to(
            self.Status.COMPLETED, "referral.completed", by=by,
            completed_at=self.shelter.now(), completed_by=by, result=result,
        )  # fmt: skip

    def withdraw(self, *, by, reason):
        """We no longer ask. A letter that was sent keeps its number and says why it is void."""
        self._move_to(
            self.Status.WITHDRAWN, "referral.withdrawn", by=by,
            withdrawn_at=self.shelter.now(), withdrawn_by=by, withdraw_reason=reason,
        )  # fmt: skip

    def _answer(self, status, action, *, by, answered_by, on, note, **changes):
        if on > self.shelter.today():
            raise ValidationError({"on": "Tanggal jawaban belum tiba."})
        self._move_to(
            status, action, by=by, answered_by_name=answered_by, answered_on=on, answer_note=note,
            answered_at=self.shelter.now(), answer_recorded_by=by, **changes,
        )  # fmt: skip

    @transaction.atomic
    def _move_to(self, status, action, *, by, **changes):
        self.refresh_from_db(from_queryset=Referral.objects.select_for_update(of=["self"]))
        if status not in self.next_statuses:
            raise ValidationError(
                f"Status “{self.get_status_display()}” tidak dapat menjadi “{status.label}”. Muat ulang halaman ini."
            )
        before, self.status = self.status, status
        for field, value in changes.items():
            setattr(self, field, value)
        if status == self.Status.SENT:
            self._require_resident()
            self.letter = Letter.issue(Letter.Kind.REFERRAL, shelter=self.shelter, by=by)
        self.full_clean()
        self.save()
        if status == self.Status.WITHDRAWN and self.letter:
            self._void_letter()
        record(by=by, action=action, target=self, before=before, letter=str(self.letter or ""))

    def _require_resident(self):
        # The stay is locked so that nobody discharges the client between the question and the letter.
        if not Stay.objects.select_for_update(of=["self"]).get(pk=self.stay_id).is_resident:
            raise ValidationError("Klien sudah tidak tinggal di panti. Rujukan dibuat dan dikirim selama masa tinggal.")

    def _void_letter(self):
        self.letter.void_reason = self.withdraw_reason
        self.letter.save(update_fields=["void_reason"])
