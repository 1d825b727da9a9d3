"""The head sets the house up: rooms, beds, and beds out of service."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.board import Board
from cases.forms.room import BedCountForm, BedForm, OutageEndForm, OutageForm, RoomEditForm, RoomForm
from cases.models import Bed, BedOutage, FormKey, Room, Shelter
from cases.permissions import Perm, get_permitted
from cases.views.intake import add_errors


@require_safe
def room_list(request, slug):
    shelter = get_permitted(request.user, Shelter.objects, Perm.REVIEW, slug=slug)
    return render(request, "cases/room_list.html", {"shelter": shelter, "board": Board(shelter, shelter.today())})


@require_http_methods(["GET", "POST"])
def room_new(request, slug):
    shelter = get_permitted(request.user, Shelter.objects, Perm.REVIEW, slug=slug)
    last = shelter.buildings.last()
    form = RoomForm(request.POST or None, initial={"building": last} if last else None)
    if form.is_valid():
        said = dict(form.cleaned_data)
        key, mine = FormKey.claim(said.pop("key"), by=request.user)
        if not mine:
            return redirect(key.result_url or "cases:board_choose")
        try:
            room = Room.add(shelter, by=request.user, **said)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"{room} ditambahkan dengan {said['beds']} tempat tidur.")
            answer = redirect("cases:room_list", slug=slug)
            key.settle(answer.url)
            return answer
    return render(request, "cases/room_form.html", {"form": form, "shelter": shelter})


def is_whole(form):
    """Whether the row still keeps its constraints; a form looks only at those whose fields are all its own."""
    try:
        form.instance.full_clean()
    except ValidationError as error:
        add_errors(form, error)
    return not form.errors


@require_http_methods(["GET", "POST"])
def room_edit(request, pk):
    room = get_permitted(request.user, Room.objects, Perm.REVIEW, pk=pk)
    form = RoomEditForm(request.POST or None, instance=room)
    if form.is_valid() and is_whole(form):
        form.save(by=request.user)
        messages.success(request, "Kamar disimpan.")
        return redirect("cases:room_list", slug=room.shelter.slug)
    return render(request, "cases/room_form.html", {"form": form, "shelter": room.shelter, "room": room})


@require_http_methods(["GET", "POST"])
def room_enlarge(request, pk):
    room = get_permitted(request.user, Room.objects, Perm.REVIEW, pk=pk)
    form = BedCountForm(request.POST or None)
    if form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        answer = redirect("cases:room_list", slug=room.shelter.slug)
        if mine:
            room.add_beds(form.cleaned_data["beds"], by=request.user)
            key.settle(answer.url)
            messages.success(request, f"{form.cleaned_data['beds']} tempat tidur ditambahkan di {room}.")
        return answer
    return render(request, "cases/room_enlarge.html", {"form": form, "room": room})


@require_http_methods(["GET", "POST"])
def bed_edit(request, pk):
    """A bed: its number, whether it is in service, and who slept in it."""
    bed = get_permitted(request.user, Bed.objects, Perm.REVIEW, pk=pk)
    form = BedForm(request.POST or None, instance=bed)
    if form.is_valid() and is_whole(form):
        form.save(by=request.user)
        messages.success(request, "Nomor tempat tidur disimpan.")
        return redirect(bed)
    context = {
        "form": form, "bed": bed, "outages": bed.outages.from_day(bed.shelter.today()),
        "sleepers": bed.placements.select_related("stay__client").order_by("-started_on", "-pk")[:10],
    }  # fmt: skip
    return render(request, "cases/bed_edit.html", context)


@require_http_methods(["GET", "POST"])
def bed_remove(request, pk):
    bed = get_permitted(request.user, Bed.objects, Perm.REVIEW, pk=pk)
    if request.method == "POST":
        shelter, name = bed.shelter, str(bed)
        try:
            bed.remove(by=request.user)
        except ValidationError as error:
            messages.error(request, error.messages[0])
            return redirect(bed)
        messages.success(request, f"{name} dihapus dari daftar.")
        return redirect("cases:room_list", slug=shelter.slug)
    return render(request, "cases/bed_remove.html", {"bed": bed})


@require_http_methods(["GET", "POST"])
def bed_outage(request, pk):
    bed = get_permitted(request.user, Bed.objects, Perm.REVIEW, pk=pk)
    form = OutageForm(request.POST or None, initial={"on": bed.shelter.today()})
    if form.is_valid():
        said = dict(form.cleaned_data)
        key, mine = FormKey.claim(said.pop("key"), by=request.user)
        if not mine:
            return redirect(key.result_url or bed.get_absolute_url())
        try:
            BedOutage.begin(bed, by=request.user, **said)
        except ValidationError as error:
            add_errors(form, error)
        else:
            key.settle(bed.get_absolute_url())
            messages.success(request, f"{bed} dicatat tidak dapat dipakai.")
            return redirect(bed)
    return render(request, "cases/bed_outage.html", {"form": form, "bed": bed})


@require_http_methods(["GET", "POST"])
def outage_end(request, pk):
    outage = get_permitted(request.user, BedOutage.objects, Perm.REVIEW, pk=pk)
    form = OutageEndForm(request.POST or None, initial={"on": outage.shelter.today()})
    if form.is_valid():
        try:
            outage.end(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"{outage.bed} dapat dipakai lagi.")
            return redirect(outage.bed)
    return render(request, "cases/outage_end.html", {"form": form, "outage": outage, "bed": outage.bed})
