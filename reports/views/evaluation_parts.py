"""The indicators of an evaluation, what is written of their quarters, and the follow-ups."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.intake import add_errors
from reports.evaluation.indicator_forms import DoneForm, FindingForm, IndicatorForm
from reports.evaluation.sheet import sheet_of
from reports.models import EvaluationFinding
from reports.models.evaluation_indicator import PERIODS
from reports.views.evaluation import FORM, hides, permitted


def url_of(plan, indicator=None):
    address = reverse("reports:evaluation_detail", args=[plan.pk])
    return f"{address}#indikator-{indicator.pk}" if indicator else address


def indicator_of(request, plan_pk, pk):
    """The indicator, by way of its plan: that says who may."""
    plan = permitted(request, plan_pk, Perm.VOICES)
    indicator = get_object_or_404(plan.indicators.all(), pk=pk)
    indicator.plan = plan
    return plan, indicator


@FORM
def indicator_new(request, plan):
    plan = permitted(request, plan, Perm.VOICES)
    form = IndicatorForm(request.POST or None, plan=plan)

    def make():
        indicator = form.add(by=request.user)
        messages.success(request, f"Indikator “{indicator}” ditambahkan.")
        return url_of(plan, indicator)

    context = {"form": form, "plan": plan}
    return create_once(request, form, make, otherwise="reports:evaluation_list") or render(
        request, "reports/evaluation/indicator_form.html", context
    )


@FORM
def indicator_edit(request, plan, pk):
    plan, indicator = indicator_of(request, plan, pk)
    form = IndicatorForm(request.POST or None, instance=indicator, plan=plan)
    if saved(request, form, "Indikator disimpan."):
        return redirect(url_of(plan, indicator))
    context = {"form": form, "plan": plan, "indicator": indicator}
    return render(request, "reports/evaluation/indicator_form.html", context)


def saved(request, form, words):
    """Whether it was; otherwise the form says why not."""
    if not form.is_valid():
        return False
    save = form.save_changes if hasattr(form, "save_changes") else form.save
    try:
        done = save(by=request.user)
    except ValidationError as error:
        add_errors(form, error)
        return False
    if done:
        messages.success(request, words)
    return done


@FORM
def indicator_remove(request, plan, pk):
    plan, indicator = indicator_of(request, plan, pk)
    form = forms.Form(request.POST or None)
    form.is_bound = request.method == "POST"

    def remove():
        indicator.remove(by=request.user)
        return "Indikator dihapus."

    context = {"form": form, "plan": plan, "indicator": indicator}
    done = act(request, form, remove, url_of(plan))
    return done or render(request, "reports/evaluation/indicator_remove.html", context)


@FORM
def finding_edit(request, plan, pk, quarter):
    """The note of a quarter or of the year."""
    plan, indicator = indicator_of(request, plan, pk)
    if quarter not in dict(PERIODS):
        raise Http404
    form = FindingForm(request.POST or None, indicator=indicator, quarter=quarter)
    if saved(request, form, "Catatan disimpan."):
        return redirect(url_of(plan, indicator))
    rows = sheet_of(plan, masked=hides(request.user, plan)).rows
    [cell] = [row.cells[quarter - 1] for row in rows if row.indicator == indicator]
    context = {"form": form, "plan": plan, "indicator": indicator, "cell": cell}
    return render(request, "reports/evaluation/finding_form.html", context)


@FORM
def follow_up_done(request, pk):
    found = EvaluationFinding.objects.for_list()  # get_permitted( below
    finding = get_permitted(request.user, found, Perm.VOICES, pk=pk)
    form = DoneForm(request.POST or None)

    def finish():
        finding.finish(by=request.user, result=form.cleaned_data["result"])
        return "Tindak lanjut ditandai selesai."

    url = url_of(finding.indicator.plan, finding.indicator)
    context = {"form": form, "finding": finding, "plan": finding.indicator.plan}
    return act(request, form, finish, url) or render(request, "reports/evaluation/follow_up_done.html", context)
