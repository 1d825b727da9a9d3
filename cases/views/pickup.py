"""The family will fetch the client: who, when, and which papers have been seen by then."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.forms.pickup import CancelPickupForm, PickupChangeForm, PickupForm, SeenForm
from cases.models import Attachment, ClientLetter, ExitReason, Pickup, PickupItem, Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.client import header


def pickup_of(request, pk, perm=Perm.ASSESS):
    return get_permitted(request.user, Pickup.objects.for_page(), perm, pk=pk)


def page(form, pickup, **more):
    return {"form": form, "pickup": pickup, "stay": pickup.stay, "client": pickup.stay.client} | more


@require_http_methods(["GET", "POST"])
def pickup_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.ASSESS, pk=pk)
    initial = {"relative": request.GET.get("keluarga"), "met_by": request.user}
    form = PickupForm(request.POST or None, stay=stay, initial=initial)

    def make():
        pickup = Pickup(stay=stay, **form.said())
        pickup.make(by=request.user)
        messages.success(request, "Penjemputan direncanakan. Periksa syaratnya.")
        return pickup.get_absolute_url()

    otherwise = reverse("cases:client_family", args=[stay.client_id])
    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make, otherwise=otherwise) or render(request, "cases/pickup_new.html", context)


@require_safe
def pickup_detail(request, pk):
    user, pickup = request.user, pickup_of(request, pk, Perm.FILE)
    stay = pickup.stay
    record(by=user, action="client.viewed", target=stay.client, shelter=stay.shelter, page="pickup_detail")
    scans = {}
    kept = Attachment.objects.allowed(user, Perm.FILE).kept().filter(pickup_check__pickup=pickup)
    for key, scan in kept.values_list("pickup_check__item", "pk"):
        scans.setdefault(key, []).append(scan)
    lines = pickup.lines()
    for line in lines:
        line.files = scans.get(line.item.pk, [])
    letters = ClientLetter.objects.allowed(user, Perm.FILE).for_page().filter(stay=stay, relative=pickup.relative)
    reunion = ExitReason.objects.given().filter(is_reunion=True)  # a list of the department: allowed( everybody
    context = header(user, stay.client) | {
        "pickup": pickup, "of": stay, "lines": lines, "letters": letters, "reunion": reunion.first(),
        "missing": [line for line in lines if line.item.required and not line.is_seen],
        "may": user.perms_at(stay.shelter), "today": stay.shelter.today(),
    }  # fmt: skip
    return render(request, "cases/pickup_detail.html", context)


@require_http_methods(["GET", "POST"])
def pickup_edit(request, pk):
    pickup = pickup_of(request, pk)
    form = PickupChangeForm(request.POST or None, stay=pickup.stay, initial=PickupChangeForm.initial_of(pickup))

    def change():
        pickup.change(by=request.user, **form.cleaned_data)
        return "Rencana penjemputan disimpan."

    done = act(request, form, change, pickup.get_absolute_url())
    return done or render(request, "cases/pickup_edit.html", page(form, pickup))


def item_of(pk):
    return get_object_or_404(PickupItem.objects.in_use(), pk=pk)  # a list of the department: allowed( everybody


@require_http_methods(["GET", "POST"])
def pickup_see(request, pk, item):
    """One line of the checklist was seen, with a scan if there is one."""
    pickup, item = pickup_of(request, pk), item_of(item)
    initial = {"on": pickup.shelter.today()}
    form = SeenForm(request.POST if request.method == "POST" else None, request.FILES or None, initial=initial)

    def see():
        form.note(pickup, item, by=request.user)
        return f"Sudah dilihat: {item}."

    done = act(request, form, see, pickup.get_absolute_url())
    return done or render(request, "cases/pickup_see.html", page(form, pickup, item=item))


@require_POST
def pickup_unsee(request, pk, item):
    pickup, item = pickup_of(request, pk), item_of(item)
    try:
        pickup.unsee(item, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Tanda dicabut: {item}.")
    return redirect(pickup)


@require_http_methods(["GET", "POST"])
def pickup_cancel(request, pk):
    pickup = pickup_of(request, pk)
    form = CancelPickupForm(request.POST or None)

    def cancel():
        pickup.cancel(by=request.user, **form.cleaned_data)
        return "Rencana penjemputan dibatalkan."

    done = act(request, form, cancel, pickup.get_absolute_url())
    return done or render(request, "cases/pickup_cancel.html", page(form, pickup))
