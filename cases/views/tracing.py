"""The search for a client's family: opened, followed step by step on one page, closed with what came of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.forms.tracing import CloseForm, OpenForm, PhotoForm, PlanForm
from cases.models import FamilyContact, FamilyTracing, Pickup, Relative, Stay, TracingLead
from cases.models.tracing import SERVICE
from cases.models.tracing_proof import last_words
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once
from cases.views.client import header


def tracing_of(request, pk, perm=Perm.ASSESS):
    return get_permitted(request.user, FamilyTracing.objects.for_page(), perm, pk=pk)


def page(form, tracing):
    return {"form": form, "tracing": tracing, "stay": tracing.stay, "client": tracing.stay.client}


@require_safe
def tracing_list(request):
    """Every open search at one's own shelters, the longest silent first."""
    require(request.user, Perm.FILE)
    tracings = FamilyTracing.objects.allowed(request.user, Perm.FILE).listed().with_last_step().for_page()
    shown = Paginator(tracings.order_by("last_step", "pk"), 25).get_page(request.GET.get("page"))
    return render(request, "cases/tracing_list.html", {"page": shown, "today": timezone.localdate()})


@require_http_methods(["GET", "POST"])
def tracing_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.ASSESS, pk=pk)
    initial = {"opened_on": stay.shelter.today(), "responsible": request.user}
    form = OpenForm(request.POST or None, shelter=stay.shelter, initial=initial)

    def make():
        tracing = FamilyTracing(stay=stay, **form.said())
        tracing.begin(by=request.user)
        messages.success(request, "Penelusuran keluarga dibuka. Catat petunjuk pertama.")
        return tracing.get_absolute_url()

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "cases/tracing_new.html", context)


@require_safe
def tracing_detail(request, pk):
    """The whole story: what is known, the leads, every contact in order, what is next."""
    user = request.user
    tracing = get_permitted(user, FamilyTracing.objects.for_page().with_last_step(), Perm.FILE, pk=pk)
    record(by=user, action="client.viewed", target=tracing.stay.client, shelter=tracing.shelter, page="tracing_detail")
    found = Relative.objects.allowed(user, Perm.FILE).filter(lead__tracing=tracing)
    leads = list(TracingLead.objects.allowed(user, Perm.FILE).filter(tracing=tracing).for_page())
    contacts = FamilyContact.objects.allowed(user, Perm.FILE).filter(tracing=tracing).for_list()
    contacts = list(contacts.select_related("lead").order_by("on", "pk"))
    pickups = list(Pickup.objects.allowed(user, Perm.FILE).for_page().filter(stay=tracing.stay))
    said = [one.result for one in last_words(contacts).values()]
    context = header(user, tracing.stay.client) | {
        "tracing": tracing, "of": tracing.stay, "leads": leads, "contacts": contacts, "pickups": pickups,
        "relatives": list(found), "today": tracing.shelter.today(), "may": user.perms_at(tracing.shelter),
        "agreed": "agreed" in said, "planned": any(one.is_open for one in pickups),
        "blocked": "refused" in said or any(lead.state == TracingLead.State.DEAD_END for lead in leads),
    }  # fmt: skip
    return render(request, "cases/tracing_detail.html", context)


@require_http_methods(["GET", "POST"])
def tracing_plan(request, pk):
    tracing = tracing_of(request, pk)
    form = PlanForm(request.POST or None, shelter=tracing.shelter, initial=PlanForm.initial_of(tracing))

    def plan():
        tracing.plan(by=request.user, **form.cleaned_data)
        return "Langkah penelusuran disimpan."

    done = act(request, form, plan, tracing.get_absolute_url())
    return done or render(request, "cases/tracing_plan.html", page(form, tracing))


@require_http_methods(["GET", "POST"])
def tracing_photo(request, pk):
    """The head's word on the photo of somebody who is guarded."""
    tracing = tracing_of(request, pk, Perm.REVIEW)
    form = PhotoForm(request.POST or None)

    def permit():
        tracing.permit_photo(by=request.user, **form.cleaned_data)
        return "Izin foto dicatat."

    done = act(request, form, permit, tracing.get_absolute_url())
    return done or render(request, "cases/tracing_photo.html", page(form, tracing))


@require_http_methods(["GET", "POST"])
def tracing_close(request, pk):
    tracing = tracing_of(request, pk)
    has_need = tracing.stay.needs.filter(service=SERVICE).open().exists()
    form = CloseForm(request.POST or None, has_need=has_need, initial={"on": tracing.shelter.today(), "need": ""})

    def close():
        tracing.close(by=request.user, **form.cleaned_data)
        return f"Penelusuran ditutup: {tracing.get_outcome_display().lower()}."

    done = act(request, form, close, tracing.get_absolute_url())
    return done or render(request, "cases/tracing_close.html", page(form, tracing))
