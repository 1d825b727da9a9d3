"""The annual report of the department: texts that it writes, figures that are computed, one PDF."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.models import ServiceType
from cases.permissions import Perm, require
from cases.views.intake import add_errors
from reports.entry.annual_form import AnnualTextForm
from reports.models import Office
from reports.models.annual_text import OF_TYPE, Section
from reports.views.department import known_year, shelters_of
from reports.yearly.annual import chapters, empty_texts, is_draft
from reports.yearly.documents import annual_document
from reports.yearly.report import year_report


@require_safe
def annual(request, year):
    report = whole_year(request, year)
    outline = chapters(report)
    office = Office.objects.on(timezone.localdate())  # nobody's file: allowed( whoever reads the department's figures
    context = {
        "report": report, "chapters": outline, "empty": empty_texts(outline), "office": office,
        "is_draft": is_draft(office), "may_enter": request.user.holds(Perm.STANDARD),
    }  # fmt: skip
    return render(request, "reports/annual.html", context)


@require_safe
def annual_pdf(request, year):
    report = whole_year(request, year)
    record(by=request.user, action="annualreport.printed", target=request.user, year=year)
    return annual_document(report).response()


@require_http_methods(["GET", "POST"])
def annual_text(request, year, section, code=""):
    require(request.user, Perm.STANDARD)
    known_year(year)
    if section not in Section.values or (section in OF_TYPE) != bool(code):
        raise Http404
    kind = get_object_or_404(ServiceType, code=code) if code else None
    form = AnnualTextForm(request.POST or None, year=year, section=section, kind=kind)
    if form.is_valid():
        try:
            saved = form.save(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            if saved:
                messages.success(request, f"{Section(section).label} disimpan.")
                return redirect("reports:annual", year)
    context = {"form": form, "year": year, "heading": Section(section).label, "kind": kind, "before": form.last_year()}
    return render(request, "reports/annual_text.html", context)


def whole_year(request, year):
    shelters = shelters_of(request.user)
    return year_report(known_year(year), 12, shelters, timezone.localdate())
