"""By when each step should be done: the department's list, with the source of every limit."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import Perm, require
from cases.views.acts import create_once
from reports.models import StepLimit
from reports.models.step_limit import limit_on, limits_of_steps
from reports.reach.limit_form import StepLimitForm
from reports.reach.timeliness import NOTES


@require_safe
def step_limit_list(request):
    require(request.user, Perm.STANDARD)
    found, today = limits_of_steps(), timezone.localdate()
    steps = [
        (step, step.label, NOTES[step], limit_on(found.get(step, []), today), found.get(step, []))
        for step in StepLimit.Step
    ]
    return render(request, "reports/reach/limits.html", {"steps": steps})


@require_http_methods(["GET", "POST"])
def step_limit_new(request):
    require(request.user, Perm.STANDARD)
    asked = request.GET.get("langkah")
    initial = {"valid_from": timezone.localdate()} | ({"step": asked} if asked in StepLimit.Step else {})
    form = StepLimitForm(request.POST or None, initial=initial)

    def make():
        limit = form.save(by=request.user)
        messages.success(request, f"Batas “{limit.get_step_display()}” disimpan: {limit}.")
        return reverse("reports:step_limit_list")

    back = {"otherwise": "reports:step_limit_list"}
    return create_once(request, form, make, **back) or render(request, "reports/reach/limit_form.html", {"form": form})


@require_http_methods(["GET", "POST"])
def step_limit_edit(request, pk):
    require(request.user, Perm.STANDARD)
    limit = get_object_or_404(StepLimit, pk=pk)
    form = StepLimitForm(request.POST or None, instance=limit)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Batas disimpan. Semua ketepatan waktu dihitung ulang dengannya.")
        return redirect("reports:step_limit_list")
    return render(request, "reports/reach/limit_form.html", {"form": form, "limit": limit})


@require_http_methods(["GET", "POST"])
def step_limit_remove(request, pk):
    require(request.user, Perm.STANDARD)
    limit = get_object_or_404(StepLimit, pk=pk)
    if request.method == "POST":
        try:
            limit.remove(by=request.user)
            messages.success(request, "Batas dihapus.")
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("reports:step_limit_list")
    return render(request, "reports/reach/limit_remove.html", {"limit": limit})
