"""Journeys home to read, and the plan: the list, the page, the draft and its legs."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.models import Attachment, Stay
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once
from cases.views.intake import without_errors
from referrals.forms.journey import JourneyChangeForm, JourneyForm, LegChangeForm, LegForm, usual_leg
from referrals.journey_steps import milestones
from referrals.models import Journey, JourneyLeg, JourneyNews
from referrals.models.journey_planning import lacking, lacking_legs, may_decide
from referrals.models.journey_travel import balance


def journey_of(request, pk, perm=Perm.REFER):
    return get_permitted(request.user, Journey.objects.for_page(), perm, pk=pk)


@require_safe
def journey_list(request):
    require(request.user, Perm.FILE)
    journeys = Journey.objects.allowed(request.user, Perm.FILE)
    counts = dict(journeys.order_by().values_list("status").annotate(Count("pk")))
    status = request.GET.get("status", "")
    status = status if status in Journey.Status.values else ""
    shown = journeys.filter(status=status) if status else journeys
    chips = [(value, label, counts.get(value, 0)) for value, label in Journey.Status.choices]
    context = {
        "page": Paginator(shown.for_list(), 25).get_page(request.GET.get("page")),
        "status": status,
        "chips": [chip for chip in chips if chip[2] or chip[0] == status],
        "total": sum(counts.values()),
    }
    return render(request, "referrals/journey_list.html", context)


@require_safe
def journey_detail(request, pk):
    journey = get_permitted(request.user, Journey.objects.visible_to(request.user).for_page(), Perm.FILE, pk=pk)
    record(by=request.user, action="journey.viewed", target=journey)
    news = JourneyNews.objects.allowed(request.user, Perm.FILE).for_list().filter(leg__journey=journey)
    back = journey.return_stay()
    costs = list(journey.costs.select_related("receipt"))
    context = {
        "journey": journey, "legs": journey.itinerary, "news": list(news), "costs": costs,
        "spent": sum(cost.amount for cost in costs), "planned": sum(leg.cost_planned for leg in journey.itinerary),
        "balance": balance(journey), "unproven": [cost for cost in costs if not cost.is_proven],
        "receipts": Attachment.objects.allowed(request.user, Perm.FILE).kept().in_bulk(
            [cost.receipt_id for cost in costs if cost.receipt_id]
        ),
        "may": request.user.perms_at(journey.shelter), "milestones": milestones(journey),
        "lacking": [*lacking(journey), *lacking_legs(journey)] if journey.is_draft else [],
        "may_ready": journey.is_draft and (not journey.needs_approval or may_decide(journey, request.user)),
        "may_resume": Journey.objects.allowed(request.user, Perm.REFER).to_resume().filter(pk=pk).exists(),
        "back": back if back and Stay.objects.visible_to(request.user).contains(back) else None, "is_back": bool(back),
    }  # fmt: skip
    return render(request, "referrals/journey_detail.html", context)


@require_http_methods(["GET", "POST"])
def journey_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.REFER, pk=pk)
    client = stay.client
    initial = {"region": client.origin_id, "address": client.origin_address}
    form = JourneyForm(request.POST or None, instance=Journey(stay=stay), initial=initial)

    def make():
        journey = form.save(by=request.user)
        messages.success(request, "Rencana pemulangan disimpan. Tambahkan ruas perjalanannya.")
        return journey.get_absolute_url()

    if "find_region" in request.POST:
        without_errors(form)
        return draw(request, form, stay)
    return create_once(request, form, make) or draw(request, form, stay)


@require_http_methods(["GET", "POST"])
def journey_edit(request, pk):
    journey = journey_of(request, pk)
    form = JourneyChangeForm(request.POST or None, instance=journey)

    def change():
        form.save(by=request.user)
        return "Perubahan rencana disimpan."

    if "find_region" in request.POST:
        without_errors(form)
        return draw(request, form, journey.stay, journey=journey)
    done = act(request, form, change, journey.get_absolute_url())
    return done or draw(request, form, journey.stay, journey=journey)


def draw(request, form, stay, **context):
    return render(request, "referrals/journey_form.html", {"form": form, "stay": stay} | context)


@require_http_methods(["GET", "POST"])
def journeyleg_new(request, pk):
    journey = journey_of(request, pk)
    form = LegForm(request.POST or None, instance=JourneyLeg(journey=journey), initial=usual_leg(journey))

    def make():
        form.instance.plan(by=request.user)
        messages.success(request, f"Ruas {form.instance.position} ditambahkan.")
        return journey.get_absolute_url()

    if "find_region" in request.POST:
        without_errors(form)
        return draw_leg(request, form, journey)
    return create_once(request, form, make) or draw_leg(request, form, journey)


@require_http_methods(["GET", "POST"])
def journeyleg_edit(request, pk):
    leg = get_permitted(request.user, JourneyLeg.objects.for_page(), Perm.REFER, pk=pk)
    form = LegChangeForm(request.POST or None, instance=leg)

    def change():
        form.instance.replan(by=request.user)
        return f"Ruas {leg.position} diubah."

    if "find_region" in request.POST:
        without_errors(form)
        return draw_leg(request, form, leg.journey, leg=leg)
    done = act(request, form, change, leg.journey.get_absolute_url())
    return done or draw_leg(request, form, leg.journey, leg=leg)


def draw_leg(request, form, journey, **context):
    return render(request, "referrals/journey_leg_form.html", {"form": form, "journey": journey} | context)


@require_POST
def journeyleg_drop(request, pk):
    leg = get_permitted(request.user, JourneyLeg.objects.for_page(), Perm.REFER, pk=pk)
    return press(request, leg.journey, lambda: leg.drop(by=request.user), f"Ruas {leg.position} dihapus.")


def press(request, journey, verb, done):
    """One button without a form: what was done, or why not, is said on the journey's page."""
    try:
        verb()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
    return redirect(journey)
