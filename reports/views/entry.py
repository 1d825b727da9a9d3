"""Targets, quality and budgets of a year, as the department enters them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cases.permissions import Perm, require
from cases.views.acts import create_once
from cases.views.intake import add_errors
from reports.entry.copying import can_copy, copy_year
from reports.entry.row_forms import BudgetForm, MonthForm, QualityForm
from reports.entry.target_form import TargetsForm
from reports.models import Budget, QualityRequirement, entered
from reports.views.department import known_month, known_year

PARTS = {"mutu": (QualityRequirement, QualityForm), "anggaran": (Budget, BudgetForm)}


@require_http_methods(["GET", "POST"])
def entry_year(request, year):
    require(request.user, Perm.STANDARD)
    known_year(year)
    form = TargetsForm(request.POST or None, year=year)
    if form.is_valid() and form.save(by=request.user):
        messages.success(request, f"Target tahun {year} disimpan.")
        return redirect("reports:entry_year", year)
    context = {
        "form": form,
        "year": year,
        "parts": [(part, rows_of(model, year)) for part, (model, _) in PARTS.items()],
        "months": [known_month(year, number) for number in range(1, 13)],
        "this_month": timezone.localdate().month if year == timezone.localdate().year else None,
        "may_copy": can_copy(year),
    }
    return render(request, "reports/entry_year.html", context)


@require_POST
def entry_copy(request, year):
    require(request.user, Perm.STANDARD)
    made = copy_year(known_year(year), by=request.user)
    said = f"{made} baris disalin dari tahun {year - 1}." if made else "Tidak ada yang perlu disalin."
    messages.success(request, f"{said} Realisasi tidak ikut disalin.")
    return redirect("reports:entry_year", year)


@require_http_methods(["GET", "POST"])
def entry_month(request, year, month):
    require(request.user, Perm.STANDARD)
    period = known_month(year, month)
    form = MonthForm(request.POST or None, year=year, month=month)
    if form.is_valid():
        try:
            saved = form.save(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            if saved:
                messages.success(request, f"Isian {period.label} disimpan.")
                return redirect("reports:entry_year", year)
    later = period.moved(1) if month < 12 else None
    context = {"form": form, "month": period, "later": later, "earlier": period.moved(-1) if month > 1 else None}
    return render(request, "reports/entry_month.html", context)


@require_http_methods(["GET", "POST"])
def entry_row_new(request, year, part):
    require(request.user, Perm.STANDARD)
    model, form_class = part_of(part)
    form = form_class(request.POST or None, instance=model(year=known_year(year)))

    def make():
        row = form.create(by=request.user)
        messages.success(request, f"“{row}” ditambahkan.")
        return reverse("reports:entry_year", args=[year])

    context = {"form": form, "year": year, "part": part}
    return create_once(request, form, make) or render(request, "reports/entry_row.html", context)


@require_http_methods(["GET", "POST"])
def entry_row_edit(request, part, pk):
    require(request.user, Perm.STANDARD)
    model, form_class = part_of(part)
    row = get_object_or_404(model, pk=pk)
    year = row.year
    form = form_class(request.POST or None, instance=row)
    if form.is_valid():
        try:
            saved = form.save_changes(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            if saved:
                messages.success(request, f"“{row}” disimpan.")
                return redirect("reports:entry_year", year)
    context = {"form": form, "year": year, "row": row, "part": part}
    return render(request, "reports/entry_row.html", context)


@require_http_methods(["GET", "POST"])
def entry_row_remove(request, part, pk):
    require(request.user, Perm.STANDARD)
    model, _ = part_of(part)
    row = get_object_or_404(model, pk=pk)
    if request.method == "POST":
        entered.remove(row, by=request.user)
        messages.success(request, f"“{row}” dihapus. Isinya tetap ada pada jejak.")
        return redirect("reports:entry_year", row.year)
    return render(request, "reports/entry_remove.html", {"row": row, "part": part})


def part_of(part):
    if part not in PARTS:
        raise Http404
    return PARTS[part]


def rows_of(model, year):
    rows = model.objects.filter(year=year)  # the department's own rows: allowed( whoever keeps the standard
    return rows.select_related("service_type")
