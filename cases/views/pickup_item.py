"""What has to be seen before somebody is fetched: the department's list."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.pickup import PickupItemForm
from cases.models import PickupItem
from cases.permissions import Perm, require
from cases.views.acts import create_once


@require_safe
def pickupitem_list(request):
    require(request.user, Perm.MANAGE)
    items = PickupItem.objects.all()  # a list of the department: allowed( whoever manages
    return render(request, "cases/pickupitem_list.html", {"items": items})


@require_http_methods(["GET", "POST"])
def pickupitem_new(request):
    require(request.user, Perm.MANAGE)
    form = PickupItemForm(request.POST or None)

    def make():
        item = form.save(by=request.user)
        messages.success(request, f"“{item}” ditambahkan. Berlaku mulai penjemputan berikutnya.")
        return reverse("cases:pickupitem_list")

    return create_once(request, form, make) or render(request, "cases/pickupitem_form.html", {"form": form})


@require_http_methods(["GET", "POST"])
def pickupitem_edit(request, pk):
    require(request.user, Perm.MANAGE)
    item = get_object_or_404(PickupItem.objects.all(), pk=pk)  # allowed( whoever manages
    form = PickupItemForm(request.POST or None, instance=item)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, f"“{item}” disimpan. Yang sudah keluar tidak berubah.")
        return redirect("cases:pickupitem_list")
    return render(request, "cases/pickupitem_form.html", {"form": form, "item": item})
