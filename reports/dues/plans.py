"""What of the plans and of their assessments waits for somebody today; each list as home shows it."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from assessments.models import InterventionPlan, PlanAction
from assessments.models.reassessment import due_again
from assessments.plan_reading import PLAN_DAYS, unplanned
from cases.models import Stay
from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from reports.dues import MOST, first


def plan_dues(user):
    """(heading, rows of (words, address, note)), as many queries whatever the number of rows."""
    today = timezone.localdate()
    waiting = first(InterventionPlan.objects.allowed(user, Perm.REVIEW).waiting_for_review().for_list())
    begun = first(InterventionPlan.objects.allowed(user, Perm.ASSESS).to_work_on(user).for_list())
    actions = first(PlanAction.objects.allowed(user, Perm.FILE).due(today).for_list())
    before = timezone.now() - timedelta(days=PLAN_DAYS)
    bare = first(unplanned(Stay.objects.allowed(user, Perm.ASSESS), before))
    again = due_again(Stay.objects.allowed(user, Perm.ASSESS), until=today)[:MOST]
    return [
        ("Rencana menunggu persetujuan", [_review(plan) for plan in waiting]),
        ("Rencana yang belum selesai disusun", [_begun(plan) for plan in begun]),
        ("Tindakan jatuh tempo", [_action(action, today) for action in actions]),
        (f"Belum ada rencana {PLAN_DAYS} hari setelah asesmen disetujui", [_bare(stay) for stay in bare]),
        ("Asesmen ulang", [_again(due) for due in again]),
    ]


def _review(plan):
    note = f"Versi {plan.number} · diajukan {plan.submitted_by}, {tanggal(plan.submitted_at)}"
    return plan.stay.client, reverse("assessments:plan_review", args=[plan.pk]), note


def _begun(plan):
    return plan.stay.client, plan.get_absolute_url(), f"Versi {plan.number} · {plan.get_status_display().lower()}"


def _action(action, today):
    late = "terlambat, " if action.due_on < today else ""
    note = f"{action.what} · {action.who} · {late}paling lambat {tanggal(action.due_on)}"
    return action.plan.stay.client, f"{action.plan.get_absolute_url()}#tujuan-{action.goal.thread}", note


def _bare(stay):
    return stay.client, reverse("assessments:client_plans", args=[stay.client_id]), f"{stay.shelter}"


def _again(due):
    note = f"{due.instrument} · jatuh tempo {tanggal(due.due_on)}"
    return due.stay.client, reverse("assessments:client_assessments", args=[due.stay.client_id]), note
