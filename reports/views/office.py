"""The department's own letterhead, and who heads it."""

from django.contrib import messages
from django.forms.models import model_to_dict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import Perm, require
from cases.views.acts import create_once
from reports.entry.office_form import OfficeForm
from reports.models import Office


@require_safe
def office_list(request):
    require(request.user, Perm.STANDARD)
    offices = Office.objects.order_by("-valid_from")  # the department's own rows: allowed( whoever keeps the standard
    return render(request, "reports/office_list.html", {"offices": offices})


@require_http_methods(["GET", "POST"])
def office_new(request):
    """Filled with what holds today: usually only the head is somebody else."""
    require(request.user, Perm.STANDARD)
    today = timezone.localdate()
    now = Office.objects.on(today)  # allowed( whoever keeps the standard
    form = OfficeForm(request.POST or None, initial=model_to_dict(now) | {"valid_from": today})

    def make():
        form.save(by=request.user)
        messages.success(request, "Kop dan kepala dinas disimpan.")
        return reverse("reports:office_list")

    return create_once(request, form, make) or render(request, "reports/office_form.html", {"form": form})


@require_http_methods(["GET", "POST"])
def office_edit(request, pk):
    require(request.user, Perm.STANDARD)
    office = get_object_or_404(Office, pk=pk)
    form = OfficeForm(request.POST or None, instance=office)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Kop dan kepala dinas disimpan.")
        return redirect("reports:office_list")
    return render(request, "reports/office_form.html", {"form": form, "office": office})
