"""A plan as a page or a paper shows it: goals with their actions, what was noted of them, and what is late."""

from django.db.models import Exists, OuterRef, Prefetch

from assessments.models import ActionNote, Assessment, InterventionPlan, PlanAction

# A plan follows the assessment within so many days; a door assessment of some minutes asks for none.
PLAN_DAYS = 7
DOOR = "asesmen-awal"


def laid_out(plan, *, today=None, with_notes=True):
    """The goals with .rows, their actions with .history and .is_late: three queries, whatever the size of the plan."""
    actions = PlanAction.objects.select_related("responsible", "service")
    goals = plan.goals.select_related("need__service", "opened_by", "judged_by")
    goals = list(goals.prefetch_related(Prefetch("actions", actions, to_attr="rows")))
    notes = ActionNote.objects.by_thread(plan.stay_id) if with_notes else {}
    today = today or plan.shelter.today()
    for goal in goals:
        for action in goal.rows:
            action.history = notes.get(action.thread, [])
            running = plan.is_in_force and not goal.is_standby
            action.is_late = bool(running and action.is_open and action.due_on and action.due_on < today)
            action.is_unfinished = plan.is_closed and plan.status == "approved" and action.is_open
    return goals


def unplanned(stays, before):
    """Residents among these whose assessment was approved before this moment, and who have no plan at all yet."""
    approved = Assessment.objects.current().filter(stay=OuterRef("pk"), reviewed_at__lt=before)
    approved = approved.exclude(instrument__slug=DOOR)
    planned = InterventionPlan.objects.kept().filter(stay=OuterRef("pk"))
    found = stays.resident().filter(Exists(approved), ~Exists(planned))
    return found.select_related("client", "shelter").order_by("entered_on", "pk")
