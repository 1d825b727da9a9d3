"""The plan of a stay: the tab of the file, the page of a version, writing, submitting and revising it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from assessments.documents.contract import contract
from assessments.forms.plan import PlanChangeForm, PlanForm, ReasonForm, ReviewForm, SubmitForm
from assessments.models import Conference, InterventionPlan
from assessments.plan_changes import changes_since
from assessments.plan_reading import laid_out
from cases.audit import record
from cases.models import FamilyContact, Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.client import file_of, header


def plans_of(user):
    return InterventionPlan.objects.visible_to(user).for_page()


@require_safe
def client_plans(request, pk):
    """The tab: the plan that is in force, every version, and the case conferences."""
    client = file_of(request, pk)
    context = header(request.user, client)
    plans = InterventionPlan.objects.allowed(request.user, Perm.FILE).filter(stay__client=client)
    listed = list(plans.for_list().order_by("-stay__entered_on", "-number"))
    current = next((plan for plan in listed if plan.is_in_force), None)
    conferences = Conference.objects.allowed(request.user, Perm.FILE).filter(stay__client=client).for_list()
    context |= {"plans": listed, "current": current, "tally": current and current.tally(), "conferences": conferences}
    stay = context["stay"]
    context["begun"] = any(plan.stay_id == stay.pk and plan.status != "discarded" for plan in listed) if stay else False
    return render(request, "assessments/client_plans.html", context)


@require_safe
def plan_detail(request, pk):
    plan = get_permitted(request.user, plans_of(request.user), Perm.FILE, pk=pk)
    record(by=request.user, action="plan.viewed", target=plan, number=str(plan.number))
    stay, today = plan.stay, plan.shelter.today()
    goals = laid_out(plan, today=today)
    agreements = plan.agreements.select_related("explained_by", "recorded_by", "withdrawn_by", "relative", "letter")
    context = {
        "plan": plan, "stay": stay, "client": stay.client, "may": request.user.perms_at(plan.shelter),
        "goals": goals, "today": today, "agreements": list(agreements),
        "changes": changes_since(plan, plan.previous) if plan.previous else None,
        "gaps": plan.gaps() if plan.status in ("draft", "submitted", "approved") and not plan.is_closed else None,
        "newer": plan.revisions.exclude(status="discarded").first(),
        "unfinished": [action for goal in goals for action in goal.rows if action.is_unfinished],
        "mine": plan.submitted_by_id == request.user.pk,
    }  # fmt: skip
    context["agreed"] = next((one for one in context["agreements"] if one.is_consent and one.is_standing), None)
    if plan.is_in_force and any(goal.is_standby for goal in goals):
        refusals = FamilyContact.objects.allowed(request.user, Perm.FILE).filter(stay=stay, result="refused")
        context["refusal"] = refusals.for_list().first()
    return render(request, "assessments/plan_detail.html", context)


@require_http_methods(["GET", "POST"])
def plan_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.ASSESS, pk=pk)
    form = PlanForm(request.POST or None)

    def make():
        return InterventionPlan.start(stay, by=request.user, **form.values()).get_absolute_url()

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "assessments/plan_form.html", context)


@require_http_methods(["GET", "POST"])
def plan_edit(request, pk):
    plan = get_permitted(request.user, plans_of(request.user), Perm.ASSESS, pk=pk)
    initial = {name: getattr(plan, name) for name in ("version", "direction", "review_on")}
    form = PlanChangeForm(request.POST or None, initial=initial)

    def verb():
        plan.rewrite(by=request.user, version=form.cleaned_data["version"], **form.values())
        return "Rencana disimpan."

    return act(request, form, verb, plan) or draw(request, "assessments/plan_form.html", plan, form)


@require_http_methods(["GET", "POST"])
def plan_submit(request, pk):
    plan = get_permitted(request.user, plans_of(request.user), Perm.ASSESS, pk=pk)
    gaps = plan.gaps()
    form = SubmitForm(request.POST or None, asks_why=bool(gaps), initial={"version": plan.version})

    def verb():
        plan.submit(by=request.user, **form.cleaned_data)
        return "Rencana diajukan kepada kepala panti."

    return act(request, form, verb, plan) or draw(request, "assessments/plan_submit.html", plan, form, gaps=gaps)


@require_http_methods(["GET", "POST"])
def plan_review(request, pk):
    """The head, or who stands in, reads it whole: also one from another house, who may open nothing else here."""
    plan = get_permitted(request.user, InterventionPlan.objects.for_page(), Perm.REVIEW, pk=pk)
    goals = laid_out(plan)
    form = ReviewForm(request.POST or None, goals=goals, initial={"version": plan.version})
    if plan.status != InterventionPlan.Status.SUBMITTED and request.method == "GET":
        return redirect(plan)
    if request.method == "GET":
        record(by=request.user, action="plan.viewed", target=plan, page="tinjau")
    file = Perm.FILE in request.user.perms_at(plan.shelter)
    answer = act(request, form, lambda: form.decide(plan, by=request.user), plan if file else reverse("reports:home"))
    changes = changes_since(plan, plan.previous) if plan.previous else None
    return answer or draw(
        request, "assessments/plan_review.html", plan, form,
        goals=goals, gaps=plan.gaps(), changes=changes, own=plan.submitted_by_id == request.user.pk,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def plan_revise(request, pk):
    plan = get_permitted(request.user, plans_of(request.user), Perm.ASSESS, pk=pk)
    returned = plan.status == InterventionPlan.Status.RETURNED
    form = ReasonForm(
        request.POST or None, initial={"reason": "Diperbaiki sesuai catatan peninjau"} if returned else None
    )
    made = []

    def verb():
        made.append(plan.revise(by=request.user, **form.cleaned_data))
        return f"Versi {made[0].number} dibuka sebagai salinan. Ubah, lalu ajukan."

    answer = act(request, form, verb, plan)
    if answer:
        return redirect(made[0])
    goals = plan.goals.annotate(rows=Count("actions")) if returned else []
    return draw(request, "assessments/plan_revise.html", plan, form, goals=goals)


@require_http_methods(["POST"])
def plan_discard(request, pk):
    plan = get_permitted(request.user, plans_of(request.user), Perm.ASSESS, pk=pk)
    try:
        plan.discard(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(plan)
    messages.success(request, f"Konsep versi {plan.number} tidak dipakai.")
    return redirect("assessments:client_plans", plan.stay.client_id)


@require_safe
def plan_contract(request, pk):
    plan = get_permitted(request.user, plans_of(request.user), Perm.FILE, pk=pk)
    agreement = plan.agreements.standing().filter(answer__in=["agreed", "partly"]).for_page().first()
    letter = agreement.letter if agreement else plan.letter
    url = request.build_absolute_uri(letter.get_verification_url()) if letter else ""
    record(by=request.user, action="plan.printed", target=plan, number=str(plan.number))
    return contract(plan, agreement, verification_url=url).response()


def draw(request, template, plan, form, **more):
    context = {"plan": plan, "form": form, "stay": plan.stay, "client": plan.stay.client}
    return render(request, template, context | more)
