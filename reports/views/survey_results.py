"""What the survey found: a period's result, all shelters of a year side by side, and its papers."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.audit import record
from cases.permissions import Perm, get_permitted, require
from reports.models import SurveyAction, SurveyImport, SurveyPeriod
from reports.survey.documents import report_document, sheet_document
from reports.survey.export import answers_table
from reports.survey.result import result_of
from reports.survey.trend import trend
from reports.tables.making import handed_over

TOO_FEW = "Hasil ditampilkan sejak lima jawaban."


def period_for(user, perm, pk):
    return get_permitted(user, SurveyPeriod.objects.select_related("shelter"), perm, pk=pk)


@require_safe
def survey_results(request, pk):
    """Only of a closed period: while answers come in, the difference between two looks is what somebody answered."""
    period = period_for(request.user, Perm.REPORT, pk)
    actions = SurveyAction.objects.visible_to(request.user).filter(period=period).for_list()
    imports = SurveyImport.objects.visible_to(request.user).filter(period=period).put_in()
    result = result_of(period)
    known = {period.pk: result} if result else {}
    context = {
        "period": period, "result": result, "actions": actions, "imports": imports,
        "points": trend([period.shelter], period.ends_on, known), "may": request.user.perms_at(period.shelter),
    }  # fmt: skip
    return render(request, "reports/survey/results.html", context)


@require_safe
def survey_year(request, year=None):
    """The shelters of a year beside each other, in as many queries for fifty as for one."""
    shelters = list(request.user.shelters_with(Perm.REPORT))
    if not shelters:
        require(request.user, Perm.REPORT)
    this = timezone.localdate().year
    year = this if year is None else year
    if not 2000 <= year <= this + 1:
        raise Http404
    points = [point for point in trend(shelters) if point.ended_on.year == year]
    rows = [(shelter, [point for point in points if point.shelter == shelter.pk]) for shelter in shelters]
    context = {"year": year, "rows": rows, "before": year - 1, "after": year + 1}
    return render(request, "reports/survey/year.html", context)


@require_safe
def survey_report_pdf(request, pk):
    period = period_for(request.user, Perm.REPORT, pk)
    result = told(period)
    record(by=request.user, action="survey.printed", target=period, row=str(period))
    return report_document(period, result).response()


@require_safe
def survey_sheet_pdf(request, pk):
    period = period_for(request.user, Perm.REPORT, pk)
    result = told(period)
    record(by=request.user, action="survey.printed", target=period, row=str(period))
    return sheet_document(period, result).response()


@require_safe
def survey_export(request, pk):
    """The scores of each answer, and nothing beside them by which to know whose they are."""
    period = period_for(request.user, Perm.EXPORT, pk)
    told(period)
    return handed_over(answers_table(period), "xlsx", by=request.user, action="survey.exported", chosen=str(period),
                       shelter=period.shelter)  # fmt: skip


def told(period):
    """The result of a period that may be told; a sentence instead of it otherwise."""
    result = result_of(period)
    if not result or result["too_few"]:
        raise Http404(TOO_FEW)
    return result
