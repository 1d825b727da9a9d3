"""What a journey home cost, and what proves it."""

from django.contrib import messages
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from referrals.forms.journey_act import CostForm, MoneyForm, ProveForm, ReasonForm
from referrals.models import JourneyCost
from referrals.views.journey import journey_of


def draw(request, journey, form, heading, button, intro=""):
    context = {"form": form, "journey": journey, "heading": heading, "button": button, "intro": intro}
    return render(request, "referrals/journey_act.html", context)


@require_http_methods(["GET", "POST"])
def journeycost_new(request, pk):
    journey = journey_of(request, pk)
    initial = {"paid_on": journey.shelter.today()}
    form = CostForm(request.POST or None, request.FILES or None, instance=JourneyCost(journey=journey), initial=initial)

    def make():
        form.instance.spend(by=request.user, upload=form.cleaned_data["file"])
        messages.success(request, "Biaya dicatat.")
        return f"{journey.get_absolute_url()}#biaya"

    return create_once(request, form, make) or draw(request, journey, form, "Catat biaya", "Simpan biaya")


def cost_of(request, pk):
    return get_permitted(request.user, JourneyCost.objects.for_page(), Perm.REFER, pk=pk)


@require_http_methods(["GET", "POST"])
def journeycost_prove(request, pk):
    cost = cost_of(request, pk)
    form = ProveForm(request.POST if request.method == "POST" else None, request.FILES or None)

    def prove():
        given = form.cleaned_data
        cost.prove(by=request.user, upload=given["file"], number=given["number"], reason=given["reason"])
        return "Bukti dicatat."

    done = act(request, form, prove, f"{cost.journey.get_absolute_url()}#biaya")
    return done or draw(request, cost.journey, form, f"Bukti {cost.get_kind_display().lower()}", "Simpan bukti")


@require_http_methods(["GET", "POST"])
def journeycost_strike(request, pk):
    cost = cost_of(request, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def strike():
        cost.strike(by=request.user, **form.cleaned_data)
        return "Biaya dihapus."

    done = act(request, form, strike, f"{cost.journey.get_absolute_url()}#biaya")
    return done or draw(request, cost.journey, form, f"Hapus {cost.get_kind_display().lower()}", "Hapus biaya")


@require_http_methods(["GET", "POST"])
def journey_money(request, pk):
    journey = journey_of(request, pk)
    form = MoneyForm(request.POST if request.method == "POST" else None, instance=journey)

    def settle():
        journey.settle_money(by=request.user, **form.cleaned_data)
        return "Uang muka dicatat."

    done = act(request, form, settle, f"{journey.get_absolute_url()}#biaya")
    return done or draw(request, journey, form, "Uang muka dan sisanya", "Simpan")
