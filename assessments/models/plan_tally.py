"""How far a plan has come, in numbers."""

from dataclasses import dataclass

from django.db.models import Count, Q


@dataclass(frozen=True)
class Tally:
    total: int
    done: int
    dropped: int
    late: int
    goals: int
    reached: int

    @property
    def open(self):
        return self.total - self.done - self.dropped


def tally(plan):
    """One query. A branch that nobody opened does not count."""

    def actions(**which):
        return Count("actions", distinct=True, filter=Q(**{f"actions__{name}": value for name, value in which.items()}))

    counted = plan.goals.filter(Q(branch_when="") | Q(opened_at__isnull=False))
    return Tally(**counted.aggregate(
        total=Count("actions", distinct=True), done=actions(status="done"), dropped=actions(status="dropped"),
        late=actions(status__in=["planned", "running"], due_on__lt=plan.shelter.today()),
        goals=Count("pk", distinct=True), reached=Count("pk", distinct=True, filter=Q(result="achieved")),
    ))  # fmt: skip
