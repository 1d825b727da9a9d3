from datetime import datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import ServiceRecord
from cases.models.paper_rules import both_or_neither
from cases.models.release import is_guarded
from cases.models.stay import Stay
from cases.models.task_rule import TaskRule
from cases.models.tasks import UNFINISHED, TaskQuerySet
from cases.models.user import User
from cases.permissions import Perm, roles_with


class Task(CheckedModel):
    """Something to do for a stay by a moment (tugas). Some appear at intake by a rule, others are added by hand."""

    class Status(models.TextChoices):
        OPEN = "open", "Terbuka"
        DONE = "done", "Selesai"
        SUSPENDED = "suspended", "Ditangguhkan"
        CANCELLED = "cancelled", "Dibatalkan"

    # Only the return of an ended stay, TaskQuerySet.revive, takes a cancelled one up again.
    NEXT = {
        Status.OPEN: {Status.DONE, Status.SUSPENDED, Status.CANCELLED},
        Status.SUSPENDED: {Status.OPEN, Status.DONE, Status.CANCELLED},
    }

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="tasks", verbose_name="masa tinggal")
    rule = models.ForeignKey(
        TaskRule, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="aturan tugas"
    )
    title = models.CharField("tugas", max_length=120)
    due_at = models.DateTimeField("batas waktu")
    status = models.CharField("status", max_length=10, choices=Status, default=Status.OPEN)
    assigned_to = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name="ditugaskan kepada"
    )
    assigned_at = models.DateTimeField(null=True, blank=True)
    assigned_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField("selesai", null=True, blank=True)
    done_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField("hasil", max_length=300, blank=True)
    suspended_at = models.DateTimeField("ditangguhkan", null=True, blank=True)
    suspended_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    suspend_reason = models.CharField("alasan ditangguhkan", max_length=200, blank=True)
    cancelled_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    cancelled_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    cancel_reason = models.CharField("alasan dibatalkan", max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = "tugas"
        verbose_name_plural = "tugas"
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(fields=["assigned_to", "due_at"], name="task_open_of", condition=Q(status="open")),
            models.Index(fields=["due_at"], name="task_open_due", condition=Q(status="open")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["stay", "rule"], name="task_once_per_rule", condition=Q(rule__isnull=False),
                violation_error_message="Tugas ini sudah ada untuk masa tinggal ini.",
            ),
            *(both_or_neither("task", f"{step}_at", f"{step}_by")
              for step in ("assigned", "done", "suspended", "cancelled")),
            models.CheckConstraint(
                name="task_assigned_to_somebody",
                condition=Q(assigned_to=None) | Q(assigned_at__isnull=False),
            ),
            models.CheckConstraint(
                name="task_status_fits",
                condition=Q(status="open", done_at=None, suspended_at=None, cancelled_at=None)
                | Q(status="done", done_at__isnull=False, suspended_at=None, cancelled_at=None)
                | (Q(status="suspended", done_at=None, suspended_at__isnull=False, cancelled_at=None)
                   & ~Q(suspend_reason=""))
                | (Q(status="cancelled", done_at=None, suspended_at=None, cancelled_at__isnull=False)
                   & ~Q(cancel_reason="")),
                violation_error_message="Tulis alasannya.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title

    @property
    def shelter(self):
        return self.stay.shelter

    @property
    def is_unfinished(self):
        return self.status in UNFINISHED

    @property
    def is_overdue(self):
        return self.status == self.Status.OPEN and self.due_at < timezone.now()

    @property
    def is_assessment(self):
        """Done by the assessment itself, not by a tick."""
        return bool(self.rule_id) and self.rule.slug == "asesmen-awal"

    @classmethod
    @transaction.atomic
    def begin_for(cls, stay, *, by):
        """The tasks that a new stay calls for, by the department's rules. An ended stay calls for none."""
        if not stay.is_resident:
            return []
        rules = TaskRule.objects.for_intake(stay.client, is_child=is_guarded(stay, stay.entered_on))
        arrived = arrived_at(stay)
        tasks = [
            cls(stay=stay, rule=rule, title=rule.title, due_at=arrived + timedelta(hours=rule.hours), created_by=by)
            for rule in rules
        ]
        cls.objects.bulk_create(tasks)
        if tasks:
            record(by=by, action="task.opened", target=stay, task=", ".join(task.title for task in tasks))
        return tasks

    @transaction.atomic
    def add(self, *, by):
        """One more thing to do, by hand."""
        self.stay = Stay.objects.select_for_update(of=["self"]).select_related("shelter", "client").get(pk=self.stay_id)
        if not self.stay.is_resident:
            raise ValidationError("Masa tinggal ini sudah berakhir.")
        self.created_by = by
        if self.assigned_to:
            self.assigned_at, self.assigned_by = timezone.now(), by
        self._refuse_stranger(self.assigned_to)
        self.full_clean()
        self.save()
        record(by=by, action="task.opened", target=self, task=self.title)

    @transaction.atomic
    def assign(self, to, *, by):
        """`to`: whoever will do it; None takes it from whoever had it."""
        self._lock()
        self._require(*UNFINISHED)
        if to == self.assigned_to:
            return
        self._refuse_stranger(to)
        self.assigned_to, self.assigned_at, self.assigned_by = to, timezone.now(), by
        self.full_clean()
        self.save()
        record(by=by, action="task.assigned", target=self, task=self.title, to=str(to or ""))

    @transaction.atomic
    def finish(self, *, by, note="", on=None, gives=True):
        """`gives`: doing this task was a basic service, which is now recorded. Not when a service finished it."""
        self._move_to(
            self.Status.DONE, "task.finished", by=by, done_at=timezone.now(), done_by=by, note=note[:300],
            suspended_at=None, suspended_by=None, suspend_reason="",
        )  # fmt: skip
        if gives and self.rule and self.rule.service_id:
            day = on or self.shelter.today()
            ServiceRecord.give(self.stay, self.rule.service_id, by=by, on=day, note=self.title)

    def suspend(self, *, by, reason):
        values = {"suspended_at": timezone.now(), "suspended_by": by, "suspend_reason": reason}
        self._move_to(self.Status.SUSPENDED, "task.suspended", by=by, **values)

    def resume(self, *, by):
        values = {"suspended_at": None, "suspended_by": None, "suspend_reason": ""}
        self._move_to(self.Status.OPEN, "task.resumed", by=by, **values)

    def cancel(self, *, by, reason):
        self._move_to(
            self.Status.CANCELLED, "task.cancelled", by=by, cancelled_at=timezone.now(), cancelled_by=by,
            cancel_reason=reason, suspended_at=None, suspended_by=None, suspend_reason="",
        )  # fmt: skip

    @transaction.atomic
    def _move_to(self, status, action, *, by, **changes):
        self._lock()
        self._require(*(before for before, after in self.NEXT.items() if status in after))
        self.status = status
        for field, value in changes.items():
            setattr(self, field, value)
        self.full_clean()
        self.save()
        record(by=by, action=action, target=self, task=self.title)

    def _lock(self):
        """The stay first, as every other verb does, then the task."""
        Stay.objects.select_for_update(of=["self"], no_key=True).get(pk=self.stay_id)
        self.refresh_from_db(from_queryset=Task.objects.select_for_update(of=["self"]).select_related("rule"))

    def _require(self, *statuses):
        if self.status not in statuses:
            raise ValidationError(f"Tugas ini sudah “{self.get_status_display().lower()}”. Muat ulang halaman ini.")

    def _refuse_stranger(self, to):
        if to and not workers_of(self.stay.shelter).filter(pk=to.pk).exists():
            raise ValidationError({"assigned_to": "Pilih pekerja sosial atau kepala panti ini."})


def workers_of(shelter):
    """Whoever a task of this shelter may be given to: those who assess there."""
    roles = roles_with(Perm.ASSESS)
    working = User.objects.filter(is_active=True, memberships__ended_on=None, memberships__shelter=shelter)
    return working.filter(memberships__role__in=roles).distinct().order_by("name", "pk")


def arrived_at(stay):
    """The moment of coming in. Without an hour: now when it was today, else the end of that day."""
    zone, now = stay.shelter.zone, stay.shelter.now()
    if stay.entered_at is None and stay.entered_on == now.date():
        return now
    return datetime.combine(stay.entered_on, stay.entered_at or time(23, 59), tzinfo=zone)
