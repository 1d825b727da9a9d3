"""What may lead to the family: noted, asked, and settled."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from cases.forms.tracing import LeadForm, SettleForm
from cases.models import TracingLead
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.intake import without_errors
from cases.views.tracing import tracing_of


def chosen_lead(request, stays):
    """The lead that the address names, among those of these stays; None without one, 404 for one of elsewhere."""
    wanted = request.GET.get("petunjuk", "")
    if not wanted:
        return None
    leads = TracingLead.objects.allowed(request.user, Perm.FILE).filter(
        tracing__stay__in=stays, tracing__closed_on=None
    )
    return get_object_or_404(leads.for_page(), pk=wanted if wanted.isdecimal() else 0)


@require_http_methods(["GET", "POST"])
def lead_new(request, pk):
    tracing = tracing_of(request, pk)
    form = LeadForm(request.POST or None)

    def make():
        lead = TracingLead(tracing=tracing, **form.said())
        lead.add(by=request.user)
        messages.success(request, "Petunjuk dicatat.")
        return lead.get_absolute_url()

    context = {"form": form, "tracing": tracing, "client": tracing.stay.client}
    if "find_region" in request.POST:
        without_errors(form)
        return render(request, "cases/lead_new.html", context)
    done = create_once(request, form, make, otherwise=tracing.get_absolute_url())
    return done or render(request, "cases/lead_new.html", context)


@require_http_methods(["GET", "POST"])
def lead_settle(request, pk):
    lead = get_permitted(request.user, TracingLead.objects.for_page(), Perm.ASSESS, pk=pk)
    initial = {"state": lead.state if lead.state != TracingLead.State.NEW else "asking", "result": lead.result}
    form = SettleForm(request.POST or None, initial=initial)

    def settle():
        lead.settle(by=request.user, **form.cleaned_data)
        return "Hasil petunjuk disimpan."

    done = act(request, form, settle, lead.get_absolute_url())
    return done or render(request, "cases/lead_settle.html", {"form": form, "lead": lead, "client": lead.stay.client})
