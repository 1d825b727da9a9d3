from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse

from assessments.models.plan import InterventionPlan
from assessments.models.plan_rules import both_or_neither
from cases.audit import record
from cases.models import Letter, Stay, User
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet

CONFIDENTIAL = (
    "Isi pembahasan bersifat rahasia. Peserta tidak menyampaikannya kepada pihak lain selain untuk menolong klien."
)


class ConferenceQuerySet(OfStayQuerySet):
    def open(self):
        return self.filter(closed_at=None)

    def for_list(self):
        return self.select_related("stay__client", "stay__shelter", "letter", "leader")

    def for_page(self):
        return self.for_list().select_related("created_by", "closed_by", "stay__category")


class Conference(CheckedModel):
    """A case conference (pembahasan kasus): who sat together, what was weighed, what was decided, who does what.

    Once closed the minutes stand as they are; what was wrong or forgotten is added below them.
    """

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="conferences", verbose_name="masa tinggal")
    held_on = models.DateField("tanggal")
    held_at = models.TimeField("jam mulai", null=True, blank=True)
    place = models.CharField("tempat", max_length=150)
    leader = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dipimpin oleh")
    questions = models.TextField("yang dibahas", max_length=3000)
    discussion = models.TextField("jalannya pembahasan", max_length=5000, blank=True)
    decision = models.TextField("keputusan", max_length=3000, blank=True)
    confidentiality = models.CharField("kerahasiaan", max_length=300, blank=True, default=CONFIDENTIAL)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="notulis")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    letter = models.OneToOneField(
        Letter, models.PROTECT, null=True, blank=True, related_name="conference", verbose_name="nomor notulen"
    )

    objects = ConferenceQuerySet.as_manager()

    class Meta:
        verbose_name = "pembahasan kasus"
        verbose_name_plural = "pembahasan kasus"
        ordering = ["-held_on", "-pk"]
        constraints = [
            both_or_neither("conference", "closed"),
            models.CheckConstraint(
                name="conference_closed_with_decision",
                condition=Q(closed_at=None, letter=None)
                | (Q(closed_at__isnull=False, letter__isnull=False) & ~Q(decision="")),
                violation_error_message="Pembahasan ditutup dengan keputusannya.",
            ),
            models.CheckConstraint(
                name="conference_about_something",
                condition=~Q(questions="") & ~Q(place=""),
                violation_error_message="Tulis tempat dan apa yang dibahas.",
            ),
        ]

    def __str__(self):
        return "Pembahasan kasus"

    def get_absolute_url(self):
        return reverse("assessments:conference_detail", args=[self.pk])

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def is_open(self):
        return self.closed_at is None

    def clean(self):
        super().clean()
        if self.held_on is None:
            return
        if self.held_on < self.stay.entered_on or (self.stay.ended_on and self.held_on > self.stay.ended_on):
            raise ValidationError({"held_on": "Tanggal di luar masa tinggal."})

    @transaction.atomic
    def call(self, *, by):
        """Begin the minutes: before the day, to prepare it, or after. Whoever leads is the first participant."""
        self.created_by = by
        if self.stay.status == Stay.Status.CANCELLED:
            raise ValidationError("Masa tinggal ini dibatalkan.")
        self.full_clean()
        self.save()
        self.participants.create(user=self.leader, position=self.leader.position)
        record(by=by, action="conference.created", target=self)

    @transaction.atomic
    def rewrite(self, *, by, version, **values):
        self.write_in()
        if version != self.version:
            raise ValidationError("Notulen ini baru saja diubah orang lain. Muat ulang halaman ini.")
        for field, value in values.items():
            setattr(self, field, value)
        self.version += 1
        self.full_clean()
        self.save()
        record(by=by, action="conference.changed", target=self)

    def write_in(self):
        self.refresh_from_db(from_queryset=Conference.objects.select_for_update(of=["self"]))
        if not self.is_open:
            raise ValidationError("Pembahasan ini sudah ditutup; tulis koreksinya sebagai tambahan.")

    @transaction.atomic
    def write_down(self, part, *, by):
        """A participant, an option or a follow-up more."""
        self.write_in()
        part.conference = self
        part.full_clean()
        part.save()
        record(by=by, action="conference.changed", target=self)

    @transaction.atomic
    def strike_out(self, part, *, by):
        self.write_in()
        part.delete()
        record(by=by, action="conference.changed", target=self)

    @transaction.atomic
    def close(self, *, by, decision):
        """The minutes get their number and stay as they are."""
        self.write_in()
        if self.held_on > self.shelter.today():
            raise ValidationError("Tanggal pembahasan belum tiba; notulen ditutup sesudahnya.")
        if self.participants.count() < 2:
            raise ValidationError("Tambahkan peserta: pembahasan kasus dihadiri sedikitnya dua orang.")
        self.decision, self.closed_at, self.closed_by = decision, self.shelter.now(), by
        self.letter = Letter.issue(
            Letter.Kind.CONFERENCE, shelter=self.shelter, by=by, about=self.stay,
            people=[self.created_by, self.leader, *User.objects.filter(pk__in=self.participants.values("user"))],
        )  # fmt: skip
        self.full_clean()
        self.save()
        record(by=by, action="conference.closed", target=self, letter=self.letter.number)

    @transaction.atomic
    def add_note(self, *, by, text):
        """Correct or complete minutes that are closed, below them and under one's own name."""
        self.refresh_from_db(from_queryset=Conference.objects.select_for_update(of=["self"]))
        if self.is_open:
            raise ValidationError("Pembahasan ini masih terbuka; ubah notulennya langsung.")
        note = self.addenda.model(conference=self, text=text, written_by=by)
        note.full_clean()
        note.save()
        record(by=by, action="conference.amended", target=self)
        return note

    def uncarried(self):
        """Follow-ups that no plan knows of yet, or only a draft that was given up."""
        return self.follow_ups.filter(Q(action=None) | Q(action__goal__plan__status="discarded"))

    @transaction.atomic
    def carry_into_plan(self, *, by):
        """Every follow-up becomes an action of the plan that is being written; one is begun when there is none."""
        self.refresh_from_db(from_queryset=Conference.objects.select_for_update(of=["self"]))
        waiting = list(self.uncarried().select_related("responsible"))
        if not waiting:
            raise ValidationError("Semua tindak lanjut sudah ada di rencana. Muat ulang halaman ini.")
        plan = self._plan_to_write(by)
        title = f"Melaksanakan keputusan pembahasan kasus {self.held_on:%d/%m/%Y}"
        goal = plan.goals.filter(statement=title).first() or plan.goals.model.add(
            plan, by=by, statement=title, indicator="Semua tindak lanjut selesai pada waktunya",
            target_on=max((one.due_on for one in waiting if one.due_on), default=None),
        )  # fmt: skip
        actions = goal.actions.model
        for one in waiting:
            one.action = actions.add(
                goal, by=by, what=one.what, responsible=one.responsible, responsible_name=one.responsible_name,
                due_on=one.due_on,
            )  # fmt: skip
            one.save(update_fields=["action"])
        record(by=by, action="conference.carried", target=self, number=str(plan.number))
        return plan

    def _plan_to_write(self, by):
        latest = InterventionPlan.objects.kept().filter(stay=self.stay_id).order_by("number").last()
        if latest is None:
            return InterventionPlan.start(self.stay, by=by)
        if latest.status == InterventionPlan.Status.SUBMITTED:
            raise ValidationError("Rencana sedang menunggu persetujuan. Masukkan tindak lanjut sesudah diputuskan.")
        if latest.is_draft:
            return latest
        return latest.revise(by=by, reason=f"Pembahasan kasus {self.held_on:%d/%m/%Y}")
