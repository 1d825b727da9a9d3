import uuid

from django.core.exceptions import ValidationError
from django.db import models, transaction

from assessments.models.goal import Goal, refuse_day
from assessments.models.plan import InterventionPlan
from assessments.models.plan_rules import ACTION_RULES
from cases.audit import record
from cases.models import BasicService, ServiceRecord, Stay, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet

OPEN = ("planned", "running")
CONTENT = ("what", "responsible_id", "responsible_name", "due_on", "partner", "service_id", "position")
LIVE = ("status", "status_on", "status_at", "status_by_id", "drop_reason")


class PlanActionQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(goal__plan__stay__shelter__in=shelters)

    def open(self):
        return self.filter(status__in=OPEN)

    def live(self):
        """Of plans in force whose client is still here, without branches that nobody opened."""
        plans = self.filter(goal__plan__status="approved", goal__plan__stay__status=Stay.Status.RESIDENT)
        return plans.filter(models.Q(goal__branch_when="") | models.Q(goal__opened_at__isnull=False))

    def due(self, day):
        """Open and to be done by this day, the longest overdue first."""
        return self.live().open().filter(due_on__lte=day).order_by("due_on", "pk")

    def for_list(self):
        return self.select_related("goal__plan__stay__client", "goal__plan__stay__shelter", "responsible", "service")


class PlanAction(CheckedModel):
    """What somebody does by a day towards a goal (tindakan)."""

    class Status(models.TextChoices):
        PLANNED = "planned", "Belum mulai"
        RUNNING = "running", "Berjalan"
        DONE = "done", "Selesai"
        DROPPED = "dropped", "Batal"

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="actions", verbose_name="tujuan")
    # The same action in every version of the plan: what was noted of it is found by this.
    thread = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    position = models.PositiveSmallIntegerField("urutan", default=1)
    what = models.CharField("tindakan", max_length=300)
    responsible = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="penanggung jawab"
    )
    responsible_name = models.CharField("atau orang lain", max_length=150, blank=True)
    due_on = models.DateField("paling lambat", null=True, blank=True)
    # A referral to the partner is a noun of the floor above; here stands with whom it is meant to be done.
    partner = models.CharField("bersama mitra", max_length=200, blank=True)
    service = models.ForeignKey(
        BasicService, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="layanan dasar"
    )
    version = models.PositiveIntegerField(default=1)
    status = models.CharField("status", max_length=10, choices=Status, default=Status.PLANNED)
    status_on = models.DateField("sejak", null=True, blank=True)
    status_at = models.DateTimeField(null=True, blank=True)
    status_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    drop_reason = models.CharField("alasan batal", max_length=500, blank=True)

    objects = PlanActionQuerySet.as_manager()

    class Meta:
        verbose_name = "tindakan"
        verbose_name_plural = "tindakan"
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["status", "due_on"], name="plan_action_due")]
        constraints = ACTION_RULES

    def __str__(self):
        return self.what

    @property
    def plan(self):
        return self.goal.plan

    @property
    def shelter(self):
        return self.goal.plan.shelter

    @property
    def who(self):
        return " dan ".join(filter(None, [str(self.responsible or ""), self.responsible_name]))

    @property
    def is_open(self):
        return self.status in OPEN

    @classmethod
    @transaction.atomic
    def add(cls, goal, *, by, **values):
        goal.plan.write_in()
        last = goal.actions.aggregate(last=models.Max("position"))["last"] or 0
        action = cls(goal=goal, position=last + 1, **values)
        action.full_clean()
        action.save()
        record(by=by, action="planaction.added", target=goal.plan, number=str(goal.plan.number))
        return action

    @transaction.atomic
    def rewrite(self, *, by, version, **values):
        self.plan.write_in()
        self._lock()
        if version != self.version:
            raise ValidationError("Tindakan ini baru saja diubah orang lain. Muat ulang halaman ini.")
        for field, value in values.items():
            setattr(self, field, value)
        self.version += 1
        self.full_clean()
        self.save()
        record(by=by, action="planaction.changed", target=self.plan, number=str(self.plan.number))

    @transaction.atomic
    def remove(self, *, by):
        self.plan.write_in()
        self.follow_ups.update(action=None)
        self.delete()
        record(by=by, action="planaction.removed", target=self.plan, number=str(self.plan.number))

    @transaction.atomic
    def note(self, *, by, on, text, status="", as_service=False):
        """What was done on a day, and with it perhaps a new status; it may count as the service of that day."""
        self._lock()
        plan = self.plan
        if plan.status != InterventionPlan.Status.APPROVED:
            raise ValidationError(f"Rencana ini “{plan.get_status_display()}”; kemajuan dicatat di versi yang berlaku.")
        refuse_day(plan.stay, on)
        status = status or self.status
        if status != self.status:
            self._become(status, by=by, on=on, text=text)
        given = None
        if as_service:
            given = ServiceRecord.give(plan.stay, self.service_id, by=by, on=on, note=self.what)
        noted = ActionNote(action=self, on=on, text=text, status=status, service=given, recorded_by=by)
        noted.full_clean()
        noted.save()
        record(by=by, action="planaction.noted", target=plan, status=status)
        return noted

    def _become(self, status, *, by, on, text):
        self.status, self.status_on, self.status_at, self.status_by = status, on, self.shelter.now(), by
        self.drop_reason = text if status == self.Status.DROPPED else ""
        if status == self.Status.PLANNED:
            self.status_on = self.status_at = self.status_by = None
        self.full_clean()
        self.save()

    def copy_to(self, goal):
        kept = {name: getattr(self, name) for name in (*CONTENT, *LIVE)}
        PlanAction.objects.create(goal=goal, thread=self.thread, **kept)

    def carry_over_to(self, newer):
        for name in LIVE:
            setattr(newer, name, getattr(self, name))
        newer.save()

    def _lock(self):
        self.refresh_from_db(from_queryset=PlanAction.objects.select_for_update(of=["self"]))


class ActionNoteQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(action__goal__plan__stay__shelter__in=shelters)

    def by_thread(self, stay):
        """{thread of an action: its notes, the latest first}, of all versions of the plan of a stay."""
        found = {}
        for note in self.filter(action__goal__plan__stay=stay).select_related("recorded_by", "action"):
            found.setdefault(note.action.thread, []).append(note)
        return found


class ActionNote(CheckedModel):
    """A dated line on how an action goes (catatan kemajuan)."""

    action = models.ForeignKey(PlanAction, models.PROTECT, related_name="notes", verbose_name="tindakan")
    on = models.DateField("tanggal")
    text = models.CharField("apa yang dilakukan", max_length=500)
    status = models.CharField("status", max_length=10, choices=PlanAction.Status)
    service = models.OneToOneField(
        ServiceRecord, models.PROTECT, null=True, blank=True, related_name="plan_note", verbose_name="layanan"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = ActionNoteQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan kemajuan"
        verbose_name_plural = "catatan kemajuan"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="action_note_says_something",
                condition=~models.Q(text=""),
                violation_error_message="Tulis apa yang dilakukan.",
            )
        ]

    def __str__(self):
        return f"{self.on}: {self.text}"
