"""Who sleeps where: the board, and placing, moving, swapping and freeing a place."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.board import Board, free_elsewhere
from cases.forms.room import PlaceForm, SwapForm, VacateForm
from cases.models import FormKey, Placement, Shelter, Stay
from cases.models.warning import shown_warnings
from cases.permissions import Perm, get_permitted, require
from cases.views.day import date_or_404
from cases.views.intake import add_errors


@require_safe
def board_choose(request):
    """Straight to the board; with several shelters, a choice."""
    require(request.user, Perm.SEE)
    shelters = request.user.shelters_with(Perm.SEE)
    if len(shelters) == 1:
        return redirect("cases:board", slug=shelters[0].slug)
    return render(request, "cases/board_choose.html", {"shelters": shelters})


@require_safe
def board(request, slug):
    """Today's board, or with ?tanggal= that of an earlier day."""
    shelter = get_permitted(request.user, Shelter.objects, Perm.SEE, slug=slug)
    today = shelter.today()
    day = date_or_404(request.GET["tanggal"]) if request.GET.get("tanggal") else today
    if day > today:
        raise Http404("Papan hari yang belum tiba.")
    house = Board(shelter, day)
    prefetch_related_objects(house.clients, shown_warnings(request.user))
    context = {"board": house, "shelter": shelter, "day": day, "is_today": day == today}
    return render(request, "cases/board.html", context | {"may": request.user.perms_at(shelter)})


@require_http_methods(["GET", "POST"])
def stay_place(request, pk):
    """A resident gets a place, or moves to another one."""
    stay = get_permitted(request.user, Stay.objects, Perm.RECORD, pk=pk)
    current, shelter = stay.placements.open().first(), stay.shelter
    house = Board(shelter, shelter.today())
    form = PlaceForm(request.POST or None, board=house, stay=stay, initial={"on": shelter.today()})
    if form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if not mine:
            return redirect(key.result_url or stay)
        try:
            said = form.said()
            new = current.move(by=request.user, **said) if current else Placement.assign(stay, by=request.user, **said)
        except ValidationError as error:
            add_errors(form, error)
        else:
            key.settle(stay.get_absolute_url())
            messages.success(request, f"{stay.client} menempati {new}.")
            return redirect(stay)
    context = {"form": form, "stay": stay, "client": stay.client, "current": current, "board": house}
    if not house.has_free_place_for(stay.client):
        context |= {"is_full": True, "elsewhere": free_elsewhere(shelter, stay.client)}
    return render(request, "cases/stay_place.html", context)


def placed(stay):
    placement = stay.placements.open().select_related("room", "bed__room").first()
    if not placement:
        raise Http404("Belum punya tempat.")
    return placement


@require_http_methods(["GET", "POST"])
def stay_swap(request, pk):
    stay = get_permitted(request.user, Stay.objects, Perm.RECORD, pk=pk)
    placement = placed(stay)
    form = SwapForm(request.POST or None, placement=placement, initial={"on": stay.shelter.today()})
    if form.is_valid():
        said = dict(form.cleaned_data)
        key, mine = FormKey.claim(said.pop("key"), by=request.user)
        if not mine:
            return redirect(key.result_url or stay)
        try:
            placement.swap(said.pop("other"), by=request.user, despite=said.pop("confirm"), **said)
        except ValidationError as error:
            add_errors(form, error)
        else:
            key.settle(stay.get_absolute_url())
            messages.success(request, "Kedua penghuni bertukar tempat.")
            return redirect(stay)
    context = {"form": form, "stay": stay, "client": stay.client, "current": placement}
    return render(request, "cases/stay_swap.html", context)


@require_http_methods(["GET", "POST"])
def stay_vacate(request, pk):
    stay = get_permitted(request.user, Stay.objects, Perm.RECORD, pk=pk)
    placement = placed(stay)
    form = VacateForm(request.POST or None, initial={"on": stay.shelter.today()})
    if form.is_valid():
        try:
            placement.vacate(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"{placement} kosong.")
            return redirect(stay)
    context = {"form": form, "stay": stay, "client": stay.client, "current": placement}
    return render(request, "cases/stay_vacate.html", context)
