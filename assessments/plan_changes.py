"""What a version of a plan changes in the version before it."""

from dataclasses import dataclass, field

from cases.templatetags.indonesian import tanggal

GOAL_FIELDS = ("statement", "indicator", "domain_label", "need", "priority", "target_on", "branch_when")
ACTION_FIELDS = ("what", "who", "due_on", "partner", "service")
LABELS = {
    "domain_label": "aspek", "who": "penanggung jawab", "direction": "gambaran masalah dan arah",
    "review_on": "dievaluasi pada",
}  # fmt: skip


@dataclass(frozen=True)
class Difference:
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class ActionChange:
    action: object
    kind: str
    differences: list = field(default_factory=list)


@dataclass(frozen=True)
class GoalChange:
    goal: object
    kind: str
    remark: str = ""
    differences: list = field(default_factory=list)
    actions: list = field(default_factory=list)


@dataclass(frozen=True)
class Changes:
    """Kinds: baru (new), diubah (changed), dihapus (gone)."""

    plan: list
    goals: list

    def __bool__(self):
        return bool(self.plan or self.goals)


def changes_since(plan, before):
    """From one version to another; a remark made on the former stands beside what became of its goal."""
    old, new = ({goal.thread: goal for goal in goals_of(one)} for one in (before, plan))
    found = [_goal_change(old.get(thread), goal) for thread, goal in new.items()]
    found += [GoalChange(goal, "dihapus", goal.remark) for thread, goal in old.items() if thread not in new]
    whole = _differences(before, plan, ("direction", "review_on"))
    return Changes(whole, [one for one in found if one])


def goals_of(plan):
    return plan.goals.select_related("need__service").prefetch_related("actions__responsible", "actions__service")


def _goal_change(before, goal):
    if before is None:
        return GoalChange(goal, "baru")
    differences = _differences(before, goal, GOAL_FIELDS)
    actions = _action_changes(before, goal)
    if differences or actions:
        return GoalChange(goal, "diubah", before.remark, differences, actions)
    return GoalChange(goal, "tetap", before.remark) if before.remark else None


def _action_changes(before, goal):
    old, new = ({action.thread: action for action in one.actions.all()} for one in (before, goal))
    found = []
    for thread, action in new.items():
        if thread not in old:
            found.append(ActionChange(action, "baru"))
        elif differences := _differences(old[thread], action, ACTION_FIELDS):
            found.append(ActionChange(action, "diubah", differences))
    return found + [ActionChange(action, "dihapus") for thread, action in old.items() if thread not in new]


def _differences(before, after, names):
    told = [(name, _words(before, name), _words(after, name)) for name in names]
    return [Difference(_label(after, name), old, new) for name, old, new in told if old != new]


def _label(row, name):
    return LABELS.get(name) or row._meta.get_field(name).verbose_name


def _words(row, name):
    value = getattr(row, f"get_{name}_display")() if hasattr(row, f"get_{name}_display") else getattr(row, name)
    return tanggal(value) if hasattr(value, "year") else str(value or "–")
