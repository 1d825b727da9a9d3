"""The department's year of the standard: the e-SPM layout, all shelters side by side, and both as a file."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.audit import record
from cases.models import Shelter
from cases.permissions import Perm, require
from reports.month import Month
from reports.spm.bars import shelter_bars
from reports.yearly.documents import year_document, year_workbook
from reports.yearly.report import quarter_name, year_report
from reports.yearly.side_by_side import side_by_side

FIRST_YEAR = 2000
QUARTERS = (3, 6, 9, 12)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def spm_year_now(request):
    shelters_of(request.user)
    return redirect("reports:spm_year", timezone.localdate().year)


@require_safe
def spm_year(request, year):
    report = asked_report(request, year)
    current = timezone.localdate().year
    context = {
        "report": report,
        "bars": shelter_bars(report),
        "quarters": [(month, f"Triwulan {quarter_name(month)}") for month in QUARTERS],
        "earlier": year - 1 if year > FIRST_YEAR else None,
        "later": year + 1 if year <= current else None,
        "may_enter": request.user.holds(Perm.STANDARD),
        "may_export": request.user.holds(Perm.EXPORT),
    }
    return render(request, "reports/spm_year.html", context)


@require_safe
def spm_year_pdf(request, year):
    report = asked_report(request, year)
    record(by=request.user, action="spmyear.printed", target=request.user, period=report.label)
    return year_document(report).response()


@require_safe
def spm_year_xlsx(request, year):
    require(request.user, Perm.EXPORT)
    report = asked_report(request, year)
    record(by=request.user, action="spmyear.exported", target=request.user, period=report.label)
    return year_workbook(report, by=request.user)


@require_safe
def spm_side(request, year, month):
    """One month of all shelters beside each other; each figure opens the shelter's month."""
    shelters = shelters_of(request.user)
    period, today = known_month(year, month), timezone.localdate()
    if period.first > today:
        raise Http404
    following = period.moved(1)
    context = {
        "month": period,
        "sides": side_by_side(shelters, period),
        "earlier": period.moved(-1) if period.moved(-1).year >= FIRST_YEAR else None,
        "later": following if following.first <= today else None,
    }
    return render(request, "reports/spm_side.html", context)


def shelters_of(user):
    """All shelters, for whoever reads the figures of the whole department; 403 for everybody else."""
    if not user.holds(Perm.REPORT) or not user.memberships.current().filter(shelter=None).exists():
        raise PermissionDenied
    return list(Shelter.objects.allowed(user, Perm.REPORT))


def asked_report(request, year):
    shelters = shelters_of(request.user)
    today = timezone.localdate()
    known_year(year)
    return year_report(year, asked_month(request.GET.get("sampai"), year, today), shelters, today)


def asked_month(text, year, today):
    """The last month of the period: the quarter asked for, else the one that runs, else the whole year."""
    if text in map(str, QUARTERS):
        return int(text)
    return -(-today.month // 3) * 3 if year == today.year else 12


def known_year(year):
    """A year of which there is a page: up to the next one, whose targets may be entered before it begins."""
    if not FIRST_YEAR <= year <= timezone.localdate().year + 1:
        raise Http404
    return year


def known_month(year, month):
    if not 1 <= month <= 12:
        raise Http404
    return Month(known_year(year), month)
