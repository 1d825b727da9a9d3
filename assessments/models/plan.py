from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from assessments.models.plan_gaps import find_gaps, find_problems
from assessments.models.plan_rules import PLAN_RULES
from assessments.models.plan_tally import tally
from cases.audit import record
from cases.models import Letter, Standin, Stay, User
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.standin import standin_for

ENDED = "Masa tinggal ini sudah berakhir; rencananya tidak dapat diubah lagi."


class PlanQuerySet(OfStayQuerySet):
    def kept(self):
        return self.exclude(status=InterventionPlan.Status.DISCARDED)

    def in_force(self):
        return self.filter(status=InterventionPlan.Status.APPROVED)

    def open(self):
        """Being written, or waiting for the head: a stay has one at most."""
        return self.filter(status__in=["draft", "submitted"])

    def waiting_for_review(self):
        """Of residents, the longest waiting first."""
        waiting = self.filter(status=InterventionPlan.Status.SUBMITTED, stay__status=Stay.Status.RESIDENT)
        return waiting.order_by("submitted_at")

    def to_work_on(self, user):
        """What this person began to write, and what came back to them and has no newer version yet."""
        later = InterventionPlan.objects.kept().filter(stay=OuterRef("stay"), number__gt=OuterRef("number"))
        mine = Q(status="draft", created_by=user) | (Q(status="returned", submitted_by=user) & ~Exists(later))
        return self.filter(mine, stay__status=Stay.Status.RESIDENT)

    def for_list(self):
        return self.select_related("stay__client", "stay__shelter", "created_by", "submitted_by", "reviewed_by")

    def for_page(self):
        return self.for_list().select_related("stay__category", "stay__exit_reason", "letter", "previous", "ended_by")


class InterventionPlan(CheckedModel):
    """A version of the plan of a stay (rencana intervensi): written, submitted, approved; replaced by a newer one.

    Once submitted its goals and actions never change; only how far they have come does. A correction is a new version.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", "Konsep"
        SUBMITTED = "submitted", "Menunggu persetujuan"
        RETURNED = "returned", "Dikembalikan"
        APPROVED = "approved", "Berlaku"
        SUPERSEDED = "superseded", "Diganti versi baru"
        DISCARDED = "discarded", "Tidak dipakai"

    NEXT = {
        Status.DRAFT: {Status.SUBMITTED, Status.DISCARDED},
        Status.SUBMITTED: {Status.RETURNED, Status.APPROVED},
        Status.APPROVED: {Status.SUPERSEDED},
    }

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="plans", verbose_name="masa tinggal")
    number = models.PositiveSmallIntegerField("versi")
    status = models.CharField("status", max_length=10, choices=Status, default=Status.DRAFT)
    direction = models.TextField("gambaran masalah dan arah penanganan", max_length=3000, blank=True)
    review_on = models.DateField("dievaluasi pada", null=True, blank=True)
    previous = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="revisions", verbose_name="versi yang diperbaiki"
    )
    reason = models.CharField("alasan perubahan", max_length=300, blank=True)
    # Grows with every change of the draft: whoever submits or reviews says which content they saw.
    version = models.PositiveIntegerField(default=1)

    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="disusun oleh")
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    submit_note = models.TextField("alasan diajukan dengan kekurangan", max_length=1000, blank=True)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    reviewed_as = models.ForeignKey(Standin, models.PROTECT, null=True, blank=True, related_name="+")
    review_note = models.TextField("catatan peninjau", max_length=2000, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    # The contract of this version: its number is given at the moment of approval, and void once it is replaced.
    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="plan", verbose_name="surat kontrak"
    )

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana intervensi"
        verbose_name_plural = "rencana intervensi"
        ordering = ["stay", "-number"]
        indexes = [models.Index(fields=["status", "submitted_at"], name="plan_status_submitted")]
        constraints = PLAN_RULES

    def __str__(self):
        return f"Rencana intervensi versi {self.number}"

    def get_absolute_url(self):
        return reverse("assessments:plan_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT

    @property
    def is_closed(self):
        """The stay has ended, and with it the plan: what is not done by then stays undone. Nothing is stored."""
        return not self.stay.is_resident

    @property
    def signed_by(self):
        """Who reviewed it, as they sign."""
        return f"Plh. {self.reviewed_by}" if self.reviewed_as_id else str(self.reviewed_by or "")

    @property
    def is_in_force(self):
        return self.status == self.Status.APPROVED and not self.is_closed

    def tally(self):
        return tally(self)

    def gaps(self):
        return find_gaps(self)

    @classmethod
    @transaction.atomic
    def start(cls, stay, *, by, direction="", review_on=None):
        """The first version of a stay, or the one that is being written already: a double click makes one."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter").get(pk=stay.pk)
        latest = cls.objects.kept().filter(stay=stay).order_by("number").last()
        if latest and latest.is_draft:
            return latest
        if latest:
            raise ValidationError("Masa tinggal ini sudah punya rencana. Buat perubahannya dari halaman rencana itu.")
        return cls._begin(stay, by=by, direction=direction, review_on=review_on)

    @classmethod
    def _begin(cls, stay, *, by, **values):
        if not stay.is_resident:
            raise ValidationError("Rencana hanya disusun selama klien mendapat pelayanan di sini.")
        number = 1 + (cls.objects.filter(stay=stay).aggregate(last=models.Max("number"))["last"] or 0)
        plan = cls(stay=stay, number=number, created_by=by, **values)
        plan.full_clean()
        plan.save()
        record(by=by, action="plan.started", target=plan, number=str(number), reason=plan.reason)
        return plan

    @transaction.atomic
    def revise(self, *, by, reason=""):
        """A new version that begins as a copy of this one; or the draft that somebody began already."""
        stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter").get(pk=self.stay_id)
        self.refresh_from_db()
        drafted = InterventionPlan.objects.open().filter(stay=stay).first()
        if drafted and drafted.is_draft:
            return drafted
        if drafted or self.status not in (self.Status.APPROVED, self.Status.RETURNED):
            raise ValidationError(f"Status rencana ini “{self.get_status_display()}”. Muat ulang halaman ini.")
        if self.status == self.Status.RETURNED:
            reason = reason or "Diperbaiki sesuai catatan peninjau"
        if not reason:
            raise ValidationError({"reason": "Tulis mengapa rencana diubah."})
        made = self._begin(
            stay, by=by, direction=self.direction, review_on=self.review_on, previous=self, reason=reason
        )
        for goal in self.goals.prefetch_related("actions"):
            goal.copy_to(made)
        return made

    def write_in(self, version=None):
        """Lock, re-read, and refuse unless it is a draft of a resident; every writing counts the version up."""
        self.refresh_from_db(from_queryset=InterventionPlan.objects.select_for_update(of=["self"]))
        if version is not None and version != self.version:
            raise ValidationError("Rencana ini baru saja diubah orang lain. Muat ulang halaman ini.")
        if not self.is_draft:
            raise ValidationError(f"Rencana ini “{self.get_status_display()}”; isinya tidak dapat diubah lagi.")
        if self.is_closed:
            raise ValidationError(ENDED)
        self.version += 1
        self.save(update_fields=["version"])

    @transaction.atomic
    def rewrite(self, *, by, version, direction, review_on):
        self.write_in(version)
        self.direction, self.review_on = direction, review_on
        self.full_clean()
        self.save()
        record(by=by, action="plan.changed", target=self, number=str(self.number))

    @transaction.atomic
    def submit(self, *, by, version=None, note=""):
        """To the head. What is missing stops it; a need or weak domain left out on purpose wants its reason."""
        self._lock(version)
        problems = find_problems(self)
        if problems:
            raise ValidationError(problems)
        if self.gaps() and not note:
            raise ValidationError({"note": "Tulis mengapa rencana diajukan tanpa kebutuhan atau aspek itu."})
        self._move_to(
            self.Status.SUBMITTED, "plan.submitted", by=by,
            submitted_at=self.shelter.now(), submitted_by=by, submit_note=note,
        )  # fmt: skip

    @transaction.atomic
    def approve(self, *, by, version=None, note=""):
        """From now on it is in force, its contract has a number, and the version before it is replaced."""
        Stay.objects.select_for_update(of=["self"]).get(pk=self.stay_id)
        self._lock(version)
        self._refuse_own(by)
        self._require_next(self.Status.APPROVED)
        stands_in = standin_for(by, self.shelter)
        letter = Letter.issue(
            Letter.Kind.AGREEMENT, shelter=self.shelter, by=by, about=self.stay, signer=by if stands_in else None,
            people=[self.submitted_by],
        )  # fmt: skip
        former = InterventionPlan.objects.in_force().filter(stay=self.stay_id).first()
        if former:
            former._replaced_by(self, letter, by=by)
        self._move_to(
            self.Status.APPROVED, "plan.approved", by=by, letter=letter,
            reviewed_at=self.shelter.now(), reviewed_by=by, review_note=note,
            reviewed_as=stands_in,
        )  # fmt: skip

    @transaction.atomic
    def return_(self, *, by, note="", remarks=None, version=None):
        """Back to its author: what is wrong stands beside the goal that it is about, or below."""
        self._lock(version)
        self._refuse_own(by)
        remarks = {pk: text for pk, text in (remarks or {}).items() if text.strip()}
        if not remarks and not note.strip():
            raise ValidationError({"note": "Tulis apa yang perlu diperbaiki, di sini atau di samping tujuannya."})
        self._move_to(
            self.Status.RETURNED, "plan.returned", by=by,
            reviewed_at=self.shelter.now(), reviewed_by=by, review_note=note,
            reviewed_as=standin_for(by, self.shelter),
        )  # fmt: skip
        for goal in self.goals.filter(pk__in=remarks):
            goal.remark = remarks[goal.pk]
            goal.save(update_fields=["remark"])

    @transaction.atomic
    def discard(self, *, by):
        """A draft that nobody needs any more; the number stays taken."""
        self._lock()
        self._move_to(self.Status.DISCARDED, "plan.discarded", by=by, ended_at=self.shelter.now(), ended_by=by)

    def _replaced_by(self, newer, letter, *, by):
        """How far the actions came in the meantime goes over to the newer version."""
        self._lock()
        news = {goal.thread: goal for goal in newer.goals.prefetch_related("actions")}
        for goal in self.goals.prefetch_related("actions"):
            if goal.thread in news:
                goal.carry_over_to(news[goal.thread])
        self._move_to(
            self.Status.SUPERSEDED, "plan.superseded", by=by, ended_at=self.shelter.now(), ended_by=by
        )  # fmt: skip
        for old in Letter.objects.filter(Q(plan=self) | Q(agreement__plan=self), void_reason="").distinct():
            old.replace(letter)

    def _refuse_own(self, by):
        if by.pk == self.submitted_by_id:
            raise ValidationError("Rencana ditinjau oleh orang lain, bukan oleh yang mengajukannya.")

    def _lock(self, version=None):
        self.refresh_from_db(from_queryset=InterventionPlan.objects.select_for_update(of=["self"]))
        if version is not None and version != self.version:
            raise ValidationError("Rencana ini berubah sejak halaman ini dibuka. Periksa kembali isinya.")

    def _require_next(self, status):
        if self.is_closed:
            raise ValidationError(ENDED)
        if status not in self.NEXT.get(self.status, ()):
            raise ValidationError(
                f"Status “{self.get_status_display()}” tidak dapat menjadi “{status.label}”. Muat ulang halaman ini."
            )

    def _move_to(self, status, action, *, by, **changes):
        self._require_next(status)
        self.status = status
        for field, value in changes.items():
            setattr(self, field, value)
        self.full_clean()
        self.save()
        record(by=by, action=action, target=self, number=str(self.number))
