"""What a signed month keeps: its paper, its people, and the history of its revisions."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cases.audit import record
from cases.models import Shelter
from cases.permissions import Perm, get_permitted
from reports.models import MonthReport
from reports.monthly.documents import draft_document, history_document, paper_name
from reports.monthly.state import named, names_of
from reports.views.spm import month_begun


def place_and_month(request, shelter, year, month):
    place = get_permitted(request.user, Shelter.objects, Perm.REPORT, slug=shelter)
    return place, month_begun(place, year, month)


def frozen(user, shelter, month, revision):
    """A signed revision, in force or superseded."""
    reports = MonthReport.objects.allowed(user, Perm.REPORT).of_month(shelter, month).for_page()
    report = reports.filter(revision=revision).first()
    if report is None or not report.is_frozen:
        raise Http404
    return report


def paper_response(request, report):
    data = report.print_once(address=request.build_absolute_uri)
    record(by=request.user, action="monthreport.printed", target=report, period=str(report.month))
    disposition = content_disposition_header(False, paper_name(report))
    return HttpResponse(data, "application/pdf", headers={"Content-Disposition": disposition})


@require_safe
def spm_month_pdf(request, shelter, year, month):
    """A signed month as it was signed; any other as a draft."""
    place, period = place_and_month(request, shelter, year, month)
    signed = MonthReport.objects.allowed(request.user, Perm.REPORT).in_force([place], [period]).for_page().first()
    if signed:
        return paper_response(request, signed)
    record(by=request.user, action="spm.printed", target=place, shelter=place, period=str(period))
    return draft_document(place, period).response()


@require_safe
def month_paper(request, shelter, year, month, revision):
    """The stored paper of a revision, byte for byte as it was signed."""
    place, period = place_and_month(request, shelter, year, month)
    return paper_response(request, frozen(request.user, place, period, revision))


@require_safe
def month_people(request, shelter, year, month, revision):
    """Who was counted, as it was at signing; by name for whoever sees the people of the shelter."""
    place, period = place_and_month(request, shelter, year, month)
    report = frozen(request.user, place, period, revision)
    rows = list(report.people.exclude(service_type=""))
    names = names_of(request.user, {row.client_id for row in rows})
    by_type = {}
    for row in rows:
        row.name = names.get(row.client_id)
        by_type.setdefault(row.service_type, []).append(row)
    kinds = [(kind, labelled(by_type.get(kind["code"], []), kind)) for kind in report.figures["spm"]["types"]]
    record(by=request.user, action="monthreport.viewed", target=report, period=str(period))
    context = {"shelter": place, "month": period, "report": report, "kinds": [one for one in kinds if one[1]]}
    return render(request, "reports/month_people.html", context)


def labelled(rows, kind):
    """With the labels of the services that each person still lacked."""
    labels = {line["slug"]: line["label"] for line in kind["services"]}
    for row in rows:
        row.missing = [labels.get(slug, slug) for slug, state in sorted(row.services.items()) if state == "missing"]
    return rows


@require_safe
def month_history(request, shelter, year, month):
    place, period = place_and_month(request, shelter, year, month)
    context = {"shelter": place, "month": period, "reports": history(request.user, place, period)}
    return render(request, "reports/month_history.html", context)


@require_safe
def month_history_pdf(request, shelter, year, month):
    """For the file of the office: without names."""
    place, period = place_and_month(request, shelter, year, month)
    reports = history(request.user, place, period, with_names=False)
    record(by=request.user, action="monthreport.printed", target=place, shelter=place, period=str(period))
    return history_document(place, period, reports).response()


def history(user, shelter, month, *, with_names=True):
    """The frozen revisions, the first one first, each with what it corrected."""
    reports = list(MonthReport.objects.allowed(user, Perm.REPORT).of_month(shelter, month).for_page())
    reports = sorted((one for one in reports if one.is_frozen), key=lambda one: one.revision)
    if not reports:
        raise Http404
    for report in reports:
        report.shown = named(user if with_names else None, report.differences)
    return reports
