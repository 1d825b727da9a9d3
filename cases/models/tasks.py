"""The questions about tasks, and the acts on several of one stay at once."""

from django.db import transaction
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils import timezone

from cases.audit import record
from cases.models.day import OfStayQuerySet
from cases.permissions import Perm

OPEN, SUSPENDED, CANCELLED = "open", "suspended", "cancelled"
UNFINISHED = (OPEN, SUSPENDED)
STAY_ENDED = "Masa tinggal berakhir."


class TaskQuerySet(OfStayQuerySet):
    def open(self):
        return self.filter(status=OPEN)

    def unfinished(self):
        """Still to be done, now or when whoever is away comes back."""
        return self.filter(status__in=UNFINISHED)

    def overdue(self, now=None):
        return self.open().filter(due_at__lt=now or timezone.now())

    def concerning(self, user):
        """What this person's work list holds: their own first, then what nobody has, then, for whoever leads there,
        what others have let become late."""
        late = Q(due_at__lt=timezone.now(), stay__shelter__in=user.shelters_with(Perm.REVIEW))
        mine = Case(
            When(assigned_to=user, then=Value(0)),
            When(assigned_to=None, then=Value(1)),
            default=Value(2),
            output_field=IntegerField(),
        )
        wanted = self.open().filter(Q(assigned_to=user) | Q(assigned_to=None) | late)
        return wanted.annotate(whose=mine).order_by("whose", "due_at", "pk")

    def for_list(self):
        return self.select_related("stay__client", "stay__shelter", "assigned_to", "rule")

    def for_stay(self):
        """Those of one stay as its page shows them: what is to be done first."""
        unfinished = Case(When(status__in=UNFINISHED, then=Value(0)), default=Value(1), output_field=IntegerField())
        told = ("assigned_to", "done_by", "suspended_by", "cancelled_by", "rule", "stay__shelter")
        return self.select_related(*told).order_by(unfinished, "due_at", "pk")

    # The following are acts on the tasks of one stay, whose row the caller has locked.

    def finish_kind(self, slug, *, by, note=""):
        """Something that was done finishes the task of this rule; nothing happens when there is none."""
        for task in self.unfinished().filter(rule__slug=slug).order_by("pk"):
            task.finish(by=by, note=note, gives=False)

    def finish_by_service(self, service, *, by, note=""):
        """A service was recorded: the task that asks for it is done."""
        for task in self.unfinished().filter(rule__service=service).order_by("pk"):
            task.finish(by=by, note=note, gives=False)

    @transaction.atomic
    def end_with_stay(self, *, by):
        """The stay ended, or never was: nothing remains to be done for it."""
        self._all_at_once(
            UNFINISHED, CANCELLED, "task.cancelled", by=by,
            cancelled_at=timezone.now(), cancelled_by=by, cancel_reason=STAY_ENDED,
            suspended_at=None, suspended_by=None, suspend_reason="",
        )  # fmt: skip

    @transaction.atomic
    def revive(self, *, by):
        """The end of the stay was a mistake: what it cancelled is to be done again."""
        ended = self.filter(cancel_reason=STAY_ENDED)
        ended._all_at_once(
            [CANCELLED], OPEN, "task.revived", by=by, cancelled_at=None, cancelled_by=None, cancel_reason=""
        )

    @transaction.atomic
    def suspend_all(self, *, by, reason):
        """Whoever the tasks are for is away: they wait."""
        self._all_at_once(
            [OPEN], SUSPENDED, "task.suspended", by=by,
            suspended_at=timezone.now(), suspended_by=by, suspend_reason=reason[:200],
        )  # fmt: skip

    @transaction.atomic
    def resume_all(self, *, by):
        self._all_at_once(
            [SUSPENDED], OPEN, "task.resumed", by=by, suspended_at=None, suspended_by=None, suspend_reason=""
        )

    def _all_at_once(self, before, after, action, *, by, **values):
        """One statement and one line on the trail, of the stay."""
        chosen = list(self.filter(status__in=before).select_related("stay__shelter").order_by("pk"))
        if chosen:
            self.model.objects.filter(pk__in=[task.pk for task in chosen]).update(status=after, **values)
            titles = ", ".join(task.title for task in chosen)
            record(by=by, action=action, target=chosen[0].stay, task=titles)
