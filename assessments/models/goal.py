import uuid

from django.core.exceptions import ValidationError
from django.db import models, transaction

from assessments.models.plan import ENDED, InterventionPlan
from assessments.models.plan_rules import GOAL_RULES
from cases.audit import record
from cases.models import Need, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet

# The sides of a life that a plan speaks of where no scored domain of an instrument does.
ASPECTS = [
    ("fisik", "Fisik dan kesehatan"),
    ("adl", "Kegiatan sehari-hari"),
    ("psikologis", "Psikologis"),
    ("sosial", "Sosial dan keluarga"),
    ("spiritual", "Mental dan spiritual"),
    ("ekonomi", "Ekonomi dan keterampilan"),
    ("hukum", "Hukum dan dokumen"),
    ("tempat_tinggal", "Tempat tinggal setelah keluar"),
]
# What goes on while a plan is in force, as opposed to what was agreed.
LIVE = ("result", "result_on", "result_note", "judged_at", "judged_by_id", "opened_at", "opened_by_id", "open_reason")
CONTENT = (
    "need_id", "domain", "domain_label", "statement", "indicator", "priority", "target_on", "branch_when", "position",
)  # fmt: skip


class GoalQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(plan__stay__shelter__in=shelters)

    def for_page(self):
        return self.select_related("plan__stay__client", "plan__stay__shelter", "need__service")


class Goal(CheckedModel):
    """What is to be reached, and how we shall know (tujuan). A branch (cadangan) waits until its case arises."""

    class Priority(models.IntegerChoices):
        URGENT = 1, "Mendesak"
        IMPORTANT = 2, "Penting"
        LATER = 3, "Dapat menunggu"

    class Result(models.TextChoices):
        ACHIEVED = "achieved", "Tercapai"
        PARTLY = "partly", "Tercapai sebagian"
        MISSED = "missed", "Tidak tercapai"

    plan = models.ForeignKey(InterventionPlan, models.PROTECT, related_name="goals", verbose_name="rencana")
    # The same goal in every version of the plan.
    thread = models.UUIDField(default=uuid.uuid4, editable=False)
    position = models.PositiveSmallIntegerField("urutan", default=1)
    need = models.ForeignKey(
        Need, models.PROTECT, null=True, blank=True, related_name="goals", verbose_name="kebutuhan yang dijawab"
    )
    domain = models.CharField("aspek", max_length=60, blank=True)
    domain_label = models.CharField(max_length=150, blank=True)
    statement = models.CharField("tujuan", max_length=300)
    indicator = models.CharField("ukuran keberhasilan", max_length=300)
    priority = models.PositiveSmallIntegerField("prioritas", choices=Priority, default=Priority.IMPORTANT)
    target_on = models.DateField("target tercapai", null=True, blank=True)
    branch_when = models.CharField("cadangan, dijalankan bila", max_length=200, blank=True)
    remark = models.CharField("catatan peninjau", max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    open_reason = models.CharField("alasan dijalankan", max_length=300, blank=True)
    result = models.CharField("hasil", max_length=10, choices=Result, blank=True)
    result_on = models.DateField("tanggal hasil", null=True, blank=True)
    result_note = models.CharField("keterangan hasil", max_length=500, blank=True)
    judged_at = models.DateTimeField(null=True, blank=True)
    judged_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = GoalQuerySet.as_manager()

    class Meta:
        verbose_name = "tujuan"
        verbose_name_plural = "tujuan"
        ordering = ["position", "pk"]
        constraints = GOAL_RULES

    def __str__(self):
        return self.statement

    @property
    def shelter(self):
        return self.plan.shelter

    @property
    def is_branch(self):
        return bool(self.branch_when)

    @property
    def is_standby(self):
        return self.is_branch and self.opened_at is None

    def clean(self):
        super().clean()
        if self.need_id and self.need.stay_id != self.plan.stay_id:
            raise ValidationError({"need": "Kebutuhan itu bukan dari masa tinggal ini."})

    @classmethod
    @transaction.atomic
    def add(cls, plan, *, by, **values):
        plan.write_in()
        last = plan.goals.aggregate(last=models.Max("position"))["last"] or 0
        goal = cls(plan=plan, position=last + 1, **values)
        goal.full_clean()
        goal.save()
        record(by=by, action="goal.added", target=plan, number=str(plan.number))
        return goal

    @transaction.atomic
    def rewrite(self, *, by, version, **values):
        self.plan.write_in()
        self._lock()
        if version != self.version:
            raise ValidationError("Tujuan ini baru saja diubah orang lain. Muat ulang halaman ini.")
        for field, value in values.items():
            setattr(self, field, value)
        self.version += 1
        self.full_clean()
        self.save()
        record(by=by, action="goal.changed", target=self.plan, number=str(self.plan.number))

    @transaction.atomic
    def remove(self, *, by):
        """Out of the draft, with its actions; the versions before keep theirs."""
        self.plan.write_in()
        for action in self.actions.all():
            action.follow_ups.update(action=None)
            action.delete()
        self.delete()
        record(by=by, action="goal.removed", target=self.plan, number=str(self.plan.number))

    @transaction.atomic
    def judge(self, *, by, result, on, note=""):
        """How it came out. Said again when it turns out otherwise: the trail keeps both."""
        self._lock()
        self._require_in_force()
        refuse_day(self.plan.stay, on)
        self.result, self.result_on, self.result_note = result, on, note
        self.judged_at, self.judged_by = self.shelter.now(), by
        self.full_clean()
        self.save()
        record(by=by, action="goal.judged", target=self.plan, result=result)

    @transaction.atomic
    def open_branch(self, *, by, reason):
        """The case that the plan foresaw has come: the branch was agreed with it and needs no new version."""
        self._lock()
        self._require_in_force()
        if self.plan.is_closed:
            raise ValidationError(ENDED)
        if not self.is_standby:
            raise ValidationError("Tujuan ini bukan cadangan, atau sudah dijalankan. Muat ulang halaman ini.")
        self.opened_at, self.opened_by, self.open_reason = self.shelter.now(), by, reason
        self.full_clean()
        self.save()
        record(by=by, action="goal.branch_opened", target=self.plan, reason=reason)

    def copy_to(self, plan):
        kept = {name: getattr(self, name) for name in (*CONTENT, *LIVE)}
        made = Goal.objects.create(plan=plan, thread=self.thread, **kept)
        for action in self.actions.all():
            action.copy_to(made)

    def carry_over_to(self, newer):
        for name in LIVE:
            setattr(newer, name, getattr(self, name))
        if not newer.is_branch:  # the new version made a goal of what was a branch
            newer.opened_at = newer.opened_by_id = None
            newer.open_reason = ""
        newer.save()
        news = {action.thread: action for action in newer.actions.all()}
        for action in self.actions.all():
            if action.thread in news:
                action.carry_over_to(news[action.thread])

    def _require_in_force(self):
        if self.plan.status != InterventionPlan.Status.APPROVED:
            raise ValidationError(
                f"Rencana ini “{self.plan.get_status_display()}”; kemajuan dicatat di versi yang berlaku."
            )

    def _lock(self):
        self.refresh_from_db(from_queryset=Goal.objects.select_for_update(of=["self"]))


def refuse_day(stay, on):
    """Something of the plan happened on a day of the stay, also when it is written down later."""
    if on > stay.shelter.today():
        raise ValidationError({"on": "Tanggal belum tiba."})
    if on < stay.entered_on or (stay.ended_on and on > stay.ended_on):
        raise ValidationError({"on": "Tanggal di luar masa tinggal."})
