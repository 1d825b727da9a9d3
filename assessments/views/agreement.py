from django.contrib import messages
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from assessments.forms.agreement import AgreementForm, WithdrawForm
from assessments.models import Agreement, InterventionPlan
from assessments.models.agreement import is_child
from assessments.plan_reading import laid_out
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once


@require_http_methods(["GET", "POST"])
def agreement_new(request, pk):
    """What the client or the guardian says to the plan in force."""
    plans = InterventionPlan.objects.visible_to(request.user).for_page()
    plan = get_permitted(request.user, plans, Perm.ASSESS, pk=pk)
    initial = {"on": plan.shelter.today(), "explained_by": request.user}
    form = AgreementForm(request.POST or None, plan=plan, initial=initial)

    def make():
        form.agreement(plan).give(by=request.user)
        messages.success(request, "Jawaban atas rencana dicatat.")
        return f"{plan.get_absolute_url()}#persetujuan"

    context = {
        "form": form, "plan": plan, "stay": plan.stay, "client": plan.stay.client,
        "goals": laid_out(plan, with_notes=False), "child": is_child(plan.stay, plan.shelter.today()),
    }  # fmt: skip
    return create_once(request, form, make) or render(request, "assessments/agreement_form.html", context)


@require_http_methods(["GET", "POST"])
def agreement_withdraw(request, pk):
    agreements = Agreement.objects.visible_to(request.user).for_page()
    agreement = get_permitted(request.user, agreements, Perm.ASSESS, pk=pk)
    plan = agreement.plan
    form = WithdrawForm(request.POST or None, initial={"on": plan.shelter.today()})

    def verb():
        agreement.withdraw(by=request.user, **form.cleaned_data)
        return "Persetujuan ditarik; kontrak pelayanan tidak berlaku lagi."

    context = {"form": form, "agreement": agreement, "plan": plan, "stay": plan.stay, "client": plan.stay.client}
    answer = act(request, form, verb, f"{plan.get_absolute_url()}#persetujuan")
    return answer or render(request, "assessments/agreement_withdraw.html", context)
