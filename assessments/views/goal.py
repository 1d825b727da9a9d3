"""Goals and actions of a plan: written in the draft, followed up in the version in force."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.plan import (
    ActionChangeForm,
    ActionForm,
    GoalChangeForm,
    GoalForm,
    ProgressForm,
    ReasonForm,
    ResultForm,
)
from assessments.models import ActionNote, Goal, InterventionPlan, PlanAction
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once


def goal_of(request, pk):
    goal = get_permitted(request.user, Goal.objects.visible_to(request.user).for_page(), Perm.ASSESS, pk=pk)
    return goal, goal.plan


def action_of(request, pk):
    actions = PlanAction.objects.visible_to(request.user).for_list()
    action = get_permitted(request.user, actions, Perm.ASSESS, pk=pk)
    return action, action.plan


def draw(request, template, plan, form, **more):
    context = {"form": form, "plan": plan, "stay": plan.stay, "client": plan.stay.client}
    return render(request, template, context | more)


def place(plan, row, noun):
    """Back to where the row stands on the page of the plan."""
    return f"{plan.get_absolute_url()}#{noun}-{row.thread}"


@require_http_methods(["GET", "POST"])
def goal_new(request, pk):
    plans = InterventionPlan.objects.visible_to(request.user).for_page()
    plan = get_permitted(request.user, plans, Perm.ASSESS, pk=pk)
    initial = {"need": request.GET.get("kebutuhan"), "domain": request.GET.get("aspek")}
    form = GoalForm(request.POST or None, plan=plan, initial=initial)

    def make():
        return place(plan, Goal.add(plan, by=request.user, **form.values()), "tujuan")

    return create_once(request, form, make) or draw(request, "assessments/goal_form.html", plan, form)


@require_http_methods(["GET", "POST"])
def goal_edit(request, pk):
    goal, plan = goal_of(request, pk)
    form = GoalChangeForm(request.POST or None, plan=plan, goal=goal)

    def verb():
        goal.rewrite(by=request.user, version=form.cleaned_data["version"], **form.values())
        return "Tujuan disimpan."

    answer = act(request, form, verb, place(plan, goal, "tujuan"))
    return answer or draw(request, "assessments/goal_form.html", plan, form, goal=goal)


@require_http_methods(["POST"])
def goal_remove(request, pk):
    goal, plan = goal_of(request, pk)
    return remove(request, goal, plan, "Tujuan dan tindakannya dihapus dari konsep.")


@require_http_methods(["POST"])
def action_remove(request, pk):
    action, plan = action_of(request, pk)
    return remove(request, action, plan, "Tindakan dihapus dari konsep.")


def remove(request, row, plan, done):
    try:
        row.remove(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
    return redirect(plan)


@require_http_methods(["GET", "POST"])
def goal_judge(request, pk):
    goal, plan = goal_of(request, pk)
    initial = {"on": plan.shelter.today(), "result": goal.result, "note": goal.result_note}
    form = ResultForm(request.POST or None, initial=initial)

    def verb():
        goal.judge(by=request.user, **form.cleaned_data)
        return "Hasil tujuan dicatat."

    answer = act(request, form, verb, place(plan, goal, "tujuan"))
    return answer or draw(request, "assessments/goal_judge.html", plan, form, goal=goal)


@require_http_methods(["GET", "POST"])
def goal_open(request, pk):
    """The case for which the plan kept this goal in reserve has come."""
    goal, plan = goal_of(request, pk)
    refusal = plan.stay.family_contacts.filter(result="refused").for_list().first()
    words = (
        f"{refusal.relative or refusal.whom} menolak pada {refusal.on:%d/%m/%Y}: {refusal.note}"[:300]
        if refusal
        else ""
    )
    form = ReasonForm(request.POST or None, initial={"reason": words})

    def verb():
        goal.open_branch(by=request.user, **form.cleaned_data)
        return "Tujuan cadangan dijalankan."

    answer = act(request, form, verb, place(plan, goal, "tujuan"))
    return answer or draw(request, "assessments/goal_open.html", plan, form, goal=goal)


@require_http_methods(["GET", "POST"])
def action_new(request, pk):
    goal, plan = goal_of(request, pk)
    initial = {"service": goal.need.service_id} if goal.need_id else {}
    form = ActionForm(request.POST or None, plan=plan, initial=initial)

    def make():
        PlanAction.add(goal, by=request.user, **form.values())
        return place(plan, goal, "tujuan")

    return create_once(request, form, make) or draw(request, "assessments/action_form.html", plan, form, goal=goal)


@require_http_methods(["GET", "POST"])
def action_edit(request, pk):
    action, plan = action_of(request, pk)
    form = ActionChangeForm(request.POST or None, plan=plan, action=action)

    def verb():
        action.rewrite(by=request.user, version=form.cleaned_data["version"], **form.values())
        return "Tindakan disimpan."

    answer = act(request, form, verb, place(plan, action.goal, "tujuan"))
    return answer or draw(request, "assessments/action_form.html", plan, form, goal=action.goal, action=action)


@require_http_methods(["GET", "POST"])
def action_note(request, pk):
    """Note how an action goes. Sent twice, it is noted once."""
    action, plan = action_of(request, pk)
    status = action.status if action.status != PlanAction.Status.PLANNED else PlanAction.Status.RUNNING
    form = ProgressForm(request.POST or None, action=action, initial={"on": plan.shelter.today(), "status": status})

    def make():
        action.note(by=request.user, **form.values())
        messages.success(request, "Kemajuan dicatat.")
        return place(plan, action.goal, "tujuan")

    notes = ActionNote.objects.allowed(request.user, Perm.FILE).filter(action__thread=action.thread)
    notes = notes.select_related("recorded_by")
    return create_once(request, form, make) or draw(
        request, "assessments/action_note.html", plan, form, goal=action.goal, action=action, notes=notes
    )


def chosen_actions(user, query):
    """Whether only one's own are shown, and the actions: what the page shows and a spreadsheet holds."""
    actions = PlanAction.objects.allowed(user, Perm.FILE).live().open().exclude(due_on=None)
    mine = query.get("milik") == "saya"
    actions = actions.filter(responsible=user) if mine else actions
    return mine, actions.for_list().order_by("due_on", "pk")


@require_safe
def action_list(request):
    """What is to be done in the files that this person keeps, the longest overdue first."""
    require(request.user, Perm.FILE)
    mine, actions = chosen_actions(request.user, request.GET)
    page = Paginator(actions, 25).get_page(request.GET.get("page"))
    context = {"page": page, "mine": mine, "today": timezone.localdate()}
    return render(request, "assessments/action_list.html", context)
