from datetime import date

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.forms.belonging import BelongingForm, GiveBackForm
from cases.models import Belonging, Stay
from cases.paper_documents import belongings_in, belongings_out
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.client import header


def stay_of(request, pk):
    """Whoever is on duty takes things in and gives them back: daily work, not the file."""
    return get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.RECORD, pk=pk)


def list_url(stay):
    return reverse("cases:stay_belongings", args=[stay.pk])


@require_safe
def stay_belongings(request, pk):
    stay = stay_of(request, pk)
    context = header(request.user, stay.client) | {"stay": stay, "may": request.user.perms_at(stay.shelter)}
    context["belongings"] = things = stay.belongings.all()
    context["returned_days"] = sorted({thing.returned_on for thing in things if thing.returned_on})
    return render(request, "cases/stay_belongings.html", context)


@require_http_methods(["GET", "POST"])
def belonging_new(request, pk):
    stay = stay_of(request, pk)
    thing = Belonging(stay=stay)
    form = BelongingForm(request.POST or None, instance=thing, initial={"on": stay.shelter.today()})

    def make():
        thing.received_on = form.cleaned_data["on"]
        thing.receive(by=request.user)
        messages.success(request, f"“{thing}” dicatat.")
        return reverse("cases:belonging_new", args=[stay.pk]) if "more" in request.POST else list_url(stay)

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "cases/belonging_new.html", context)


@require_http_methods(["GET", "POST"])
def belonging_return(request, pk):
    stay = stay_of(request, pk)
    form = GiveBackForm(request.POST or None, stay=stay, initial={"on": stay.shelter.today()})

    @transaction.atomic
    def give_back():
        """All of it or nothing: a receipt that names a thing which stayed behind would be wrong."""
        given = form.cleaned_data
        for thing in given["items"].order_by("pk"):
            thing.give_back(by=request.user, on=given["on"], to=given["to"])
        return f"{len(given['items'])} barang dikembalikan kepada {given['to']}. Cetak tanda terimanya."

    gone = act(request, form, give_back, list_url(stay))
    return gone or render(request, "cases/belonging_return.html", {"form": form, "stay": stay, "client": stay.client})


@require_safe
def receipt_in(request, pk, day):
    return receipt(request, stay_of(request, pk), day, "received_on", belongings_in)


@require_safe
def receipt_out(request, pk, day):
    return receipt(request, stay_of(request, pk), day, "returned_on", belongings_out)


def receipt(request, stay, day, moved_on, document):
    """What came in, or went out, on one day."""
    try:
        day = date.fromisoformat(day)
    except ValueError as error:
        raise Http404("Bukan tanggal.") from error
    things = list(stay.belongings.filter(**{moved_on: day}).select_related("received_by", "returned_by"))
    if not things:
        raise Http404("Tidak ada barang pada tanggal itu.")
    record(by=request.user, action="belonging.printed", target=stay, date=str(day))
    return document(stay, day, things).response()
