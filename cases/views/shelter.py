from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.account import ShelterForm
from cases.models import ServiceType, Shelter
from cases.permissions import Perm, require


@require_safe
def shelter_list(request):
    require(request.user, Perm.MANAGE)
    residents = Count("stays", filter=Q(stays__status="resident", stays__setting="in_house"))
    shelters = Shelter.objects.visible_to(request.user).annotate(residents=residents)
    return render(request, "cases/shelter_list.html", {"shelters": shelters})


@require_http_methods(["GET", "POST"])
def shelter_new(request):
    require(request.user, Perm.MANAGE)
    form = ShelterForm(request.POST or None)
    if form.is_valid():
        shelter = form.save(by=request.user)
        messages.success(request, f"{shelter} ditambahkan. Buat akun dan peran stafnya.")
        return redirect("cases:shelter_list")
    return render(request, "cases/shelter_form.html", {"form": form})


@require_http_methods(["GET", "POST"])
def shelter_edit(request, slug):
    require(request.user, Perm.MANAGE)
    shelter = get_object_or_404(Shelter.objects.visible_to(request.user), slug=slug)
    form = ShelterForm(request.POST or None, instance=shelter)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Data panti disimpan.")
        return redirect("cases:shelter_list")
    return render(request, "cases/shelter_form.html", {"form": form, "shelter": shelter})


@require_safe
def catalogue(request):
    """The service catalogue with its sources, for whoever answers for the figures."""
    require(request.user, Perm.REPORT)
    types = ServiceType.objects.prefetch_related("rules__service")  # everybody with figures: visible_to( all
    return render(request, "cases/catalogue.html", {"types": types})
