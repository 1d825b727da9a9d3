"""Old answers in: choose a file, pair its columns, look, confirm; and all of it out again until it is published."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.permissions import Perm, get_permitted
from cases.views.acts import act
from reports.models import SurveyImport
from reports.survey.import_forms import OldAnswersForm, PairForm
from reports.survey.old_answers import read, right
from reports.survey.result_forms import AgreeForm
from reports.views.survey_results import period_for

MOST_SHOWN = 200
GET_POST = ["GET", "POST"]


def batch_for(user, pk):
    rows = SurveyImport.objects.visible_to(user).select_related("period__shelter", "applied_by", "undone_by")
    return get_permitted(user, rows, Perm.IMPORT, pk=pk)


@require_http_methods(GET_POST)
def survey_import_new(request, pk):
    period = period_for(request.user, Perm.IMPORT, pk)
    SurveyImport.objects.allowed(request.user, Perm.IMPORT).forgotten().delete()
    form = OldAnswersForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            batch = SurveyImport.keep(
                period, form.content, by=request.user, name=form.cleaned_data["file"].name,
                headings=form.reduced.headings, rows=form.reduced.rows, dropped=form.reduced.dropped,
            )  # fmt: skip
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return redirect("reports:survey_import_pair", batch.pk)
    return render(request, "reports/survey/import_new.html", {"form": form, "period": period})


@require_http_methods(GET_POST)
def survey_import_pair(request, pk):
    """Which column answers which element; what was decided is offered for the next file with these headings."""
    batch = batch_for(request.user, pk)
    if not batch.waits:
        return redirect(batch)
    form = PairForm(request.POST or None, batch=batch)
    if form.is_valid():
        form.keep(by=request.user)
        return redirect(batch)
    return render(request, "reports/survey/import_pair.html", {"form": form, "batch": batch})


@require_http_methods(GET_POST)
def survey_import(request, pk):
    """What the file would do; on confirmation all is checked once more. Afterwards: what it did."""
    batch = batch_for(request.user, pk)
    if batch.waits and not batch.pairs:
        return redirect("reports:survey_import_pair", batch.pk)
    if request.method == "POST":
        try:
            count = batch.put_in(right, by=request.user)
            messages.success(request, f"{count} jawaban dimasukkan ke {batch.period}.")
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect(batch)
    context = {"batch": batch, "period": batch.period, "most": MOST_SHOWN}
    if batch.waits:
        found = read(batch)
        context |= {"found": found, "errors": found.errors[:MOST_SHOWN], "notes": found.notes[:MOST_SHOWN]}
    return render(request, "reports/survey/import.html", context)


@require_http_methods(GET_POST)
def survey_import_undo(request, pk):
    batch = batch_for(request.user, pk)
    form = AgreeForm(request.POST if request.method == "POST" else None)

    def undo():
        batch.undo(by=request.user)
        return "Impor dibatalkan seluruhnya."

    done = act(request, form, undo, reverse("reports:survey_results", args=[batch.period_id]))
    return done or render(request, "reports/survey/import_undo.html", {"form": form, "batch": batch})
