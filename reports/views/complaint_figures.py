"""Complaints in figures, and the days that they may take: the department's list."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.permissions import Perm, require
from cases.views.acts import create_once
from reports.complaints.deadlines import Clock
from reports.complaints.documents import figures_document
from reports.complaints.figures import HEADINGS, complaint_figures
from reports.complaints.handling_forms import ComplaintLimitForm
from reports.models import Complaint, ComplaintLimit
from reports.models.complaint_words import Kind
from reports.models.complaints import in_department
from reports.models.step_limit import limit_on
from reports.views.changes import ChangeForm
from reports.views.community import house_of


def asked(request):
    """The form, and what it asks for; of a shelter's own register unless the department or its auditor asks."""
    user, today = request.user, timezone.localdate()
    given = {"dari": today.replace(month=1, day=1), "sampai": today} | request.GET.dict()
    form = ChangeForm(given, shelters=user.shelters_with(Perm.REPORT))
    if not form.is_valid():
        return form, {}
    first, last, chosen = (form.cleaned_data[name] for name in ("dari", "sampai", "panti"))
    rows = Complaint.objects.counted_for(user)  # allowed( in it
    rows = rows.filter(about=chosen) if chosen else rows
    everywhere = in_department(user, Perm.REPORT)
    if not chosen and not everywhere and len(own := list(user.shelters_with(Perm.REPORT)[:2])) == 1:
        chosen = own[0]  # said by its name
    figures = complaint_figures(rows, Clock(), first, last, by_shelter=everywhere)
    return form, {"figures": figures, "first": first, "last": last, "chosen": chosen, "headings": HEADINGS}


@require_safe
def complaint_figures_page(request):
    require(request.user, Perm.REPORT)
    form, found = asked(request)
    return render(request, "reports/complaints/figures.html", {"form": form} | found)


@require_safe
def complaint_figures_pdf(request):
    require(request.user, Perm.REPORT)
    _, found = asked(request)
    if not found:
        return redirect("reports:complaint_figures")
    today = timezone.localdate()
    period = f"{found['first']} s.d. {found['last']}"
    record(by=request.user, action="complaint.figures_printed", target=request.user, filter=period)
    return figures_document(**found, today=today, **house_of(request.user, today)).response()


@require_safe
def complaint_limits(request):
    require(request.user, Perm.STANDARD)
    clock, today = Clock(), timezone.localdate()
    kinds = [(kind, limit_on(clock.limits.get(kind, []), today), clock.limits.get(kind, [])) for kind in Kind]
    return render(request, "reports/complaints/limits.html", {"kinds": kinds})


@require_http_methods(["GET", "POST"])
def complaint_limit_new(request):
    require(request.user, Perm.STANDARD)
    kind = request.GET.get("jenis")
    initial = {"valid_from": timezone.localdate()} | ({"kind": kind} if kind in Kind else {})
    form = ComplaintLimitForm(request.POST or None, initial=initial)

    def make():
        limit = form.save(by=request.user)
        messages.success(request, f"Batas “{limit.get_kind_display()}” disimpan: {limit}.")
        return reverse("reports:complaint_limits")

    context, back = {"form": form}, {"otherwise": "reports:complaint_limits"}
    return create_once(request, form, make, **back) or render(request, "reports/complaints/limit_form.html", context)


@require_http_methods(["GET", "POST"])
def complaint_limit_edit(request, pk):
    require(request.user, Perm.STANDARD)
    limit = get_object_or_404(ComplaintLimit, pk=pk)
    form = ComplaintLimitForm(request.POST or None, instance=limit)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Batas disimpan. Semua tenggat dihitung ulang dengannya.")
        return redirect("reports:complaint_limits")
    return render(request, "reports/complaints/limit_form.html", {"form": form, "limit": limit})


@require_http_methods(["GET", "POST"])
def complaint_limit_remove(request, pk):
    require(request.user, Perm.STANDARD)
    limit = get_object_or_404(ComplaintLimit, pk=pk)
    if request.method == "POST":
        try:
            limit.remove(by=request.user)
            messages.success(request, "Batas dihapus.")
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("reports:complaint_limits")
    return render(request, "reports/complaints/limit_remove.html", {"limit": limit})
