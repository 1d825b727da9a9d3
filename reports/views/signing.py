"""A month on its way to a signature: check and hand in, sign or return, and what differs since."""

from django.db import transaction
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import Shelter
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act
from reports.models import MonthReport
from reports.monthly import comparing, signing
from reports.monthly.checklist import checklist
from reports.monthly.figures import Reading, month_figures
from reports.monthly.forms import SubmitForm, WhyForm
from reports.monthly.state import named, state_of
from reports.views.spm import month_begun

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
def month_submit(request, shelter, year, month):
    """The check list, and below it the button that hands the month in."""
    place = get_permitted(request.user, Shelter.objects, Perm.FILE, slug=shelter)
    period = month_begun(place, year, month)
    state = state_of(place, period)
    form = SubmitForm(request.POST or None, is_ralat=bool(state.in_force))
    if request.method == "POST":
        form.is_bound = True
        answer = act(request, form, lambda: submitted(request.user, place, period, form), url_of(place, period))
        if answer:
            return answer
    reading = Reading(place, period)
    context = {
        "shelter": place, "month": period, "state": state, "form": form, "check": checklist(reading),
        "may": request.user.perms_at(place),
    }  # fmt: skip
    return render(request, "reports/month_submit.html", context)


def submitted(user, shelter, month, form):
    MonthReport.submit(shelter, month, by=user, reason=form.cleaned_data.get("reason", ""))
    return f"Laporan {month.label} diajukan kepada kepala panti."


@FORM
def month_allow(request, shelter, year, month):
    """The head lets a month go although a figure is known to be wrong."""
    place = get_permitted(request.user, Shelter.objects, Perm.REVIEW, slug=shelter)
    period = month_begun(place, year, month)
    form = WhyForm(request.POST or None, label="Mengapa laporan tetap diajukan")

    def verb():
        MonthReport.allow_gaps(place, period, by=request.user, reason=form.cleaned_data["reason"])
        return "Dicatat. Laporan dapat diajukan, dan alasan ini ikut dicetak."

    answer = act(request, form, verb, back_to(request.user, place, period))
    context = {"shelter": place, "month": period, "form": form, "check": checklist(Reading(place, period))}
    return answer or render(request, "reports/month_allow.html", context)


@transaction.non_atomic_requests  # signing opens the transaction that sees one moment
@FORM
def month_sign(request, shelter, year, month):
    place = get_permitted(request.user, Shelter.objects, Perm.REVIEW, slug=shelter)
    period = month_begun(place, year, month)
    report = MonthReport.objects.allowed(request.user, Perm.REVIEW).of_month(place, period).for_page().first()
    if report is None:
        raise Http404
    returning = "return" in request.POST
    form = WhyForm(request.POST or None, label="Apa yang perlu diperbaiki", required=returning)
    if request.method == "POST":
        form.is_bound = True
        verb = returned if returning else signed
        answer = act(request, form, lambda: verb(request, report, form), back_to(request.user, place, period))
        if answer:
            return answer
        report.refresh_from_db()
    earlier = report.earlier
    differences = signing.differences_of(earlier) if earlier and not report.is_frozen else {}
    context = {
        "shelter": place, "month": period, "report": report, "form": form, "check": checklist(Reading(place, period)),
        "figures": report.figures or month_figures(place, period), "differences": named(request.user, differences),
        "own": report.submitted_by == request.user and signing.colleagues(place, request.user).exists(),
    }  # fmt: skip
    return render(request, "reports/month_sign.html", context)


def signed(request, report, form):
    report.sign(by=request.user, address=request.build_absolute_uri)
    return f"{report} ditandatangani dengan nomor {report.letter}."


def returned(request, report, form):
    report.return_to_draft(by=request.user, reason=form.cleaned_data["reason"])
    return f"{report} dikembalikan."


@require_safe
def month_differences(request, shelter, year, month):
    """What was signed against the rows of now."""
    place = get_permitted(request.user, Shelter.objects, Perm.REPORT, slug=shelter)
    period = month_begun(place, year, month)
    state = state_of(place, period)
    if not state.in_force:
        raise Http404
    found = signing.differences_of(state.in_force) if state.differs else {}
    context = {
        "shelter": place, "month": period, "state": state, "report": state.in_force,
        "differences": named(request.user, found), "may": request.user.perms_at(place),
    }  # fmt: skip
    return render(request, "reports/month_differences.html", context)


@require_safe
def month_differing(request):
    """Selisih data vs laporan: every signed month that no longer agrees with its rows."""
    require(request.user, Perm.REPORT)
    shelters = Shelter.objects.allowed(request.user, Perm.REPORT)
    found, waiting = comparing.differing(shelters)
    return render(request, "reports/month_differing.html", {"reports": found, "waiting": waiting})


def url_of(shelter, month, name="spm_month"):
    return reverse(f"reports:{name}", args=[shelter.slug, month.year, month.number])


def back_to(user, shelter, month):
    """The month's page; whoever only stands in for the head may have no business there."""
    return url_of(shelter, month) if Perm.REPORT in user.perms_at(shelter) else reverse("reports:home")
