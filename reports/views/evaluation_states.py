"""A plan of an evaluation is thrown away, set going, taken back or closed: each on a page that says what it means."""

from django import forms
from django.shortcuts import render
from django.urls import reverse

from cases.permissions import Perm
from cases.views.acts import act
from reports.evaluation.forms import WhyForm
from reports.evaluation.freezing import close
from reports.evaluation.sheet import sheet_of
from reports.models import EvaluationPlan
from reports.views.evaluation import FORM, hides, permitted


def page(request, plan, verb, said, template, *, form=None, url=None, **context):
    form = form or forms.Form(request.POST or None)
    form.is_bound = request.method == "POST"

    def do():
        verb(**getattr(form, "cleaned_data", {}))
        return said

    done = act(request, form, do, url or back_to(request.user, plan))
    return done or render(request, template, {"plan": plan, "form": form} | context)


def back_to(user, plan):
    """The plan's page; whoever only stands in for the head may have no business there."""
    reads = EvaluationPlan.objects.allowed(user, Perm.REPORT).filter(pk=plan.pk).exists()
    return plan.get_absolute_url() if reads else reverse("reports:home")


@FORM
def evaluation_discard(request, pk):
    plan = permitted(request, pk, Perm.VOICES)
    return page(
        request, plan, lambda: plan.discard(by=request.user), "Konsep evaluasi dibuang.",
        "reports/evaluation/discard.html", url=reverse("reports:evaluation_list"),
    )  # fmt: skip


@FORM
def evaluation_activate(request, pk):
    plan = permitted(request, pk, Perm.REVIEW)
    return page(
        request, plan, lambda: plan.activate(by=request.user), "Evaluasi berjalan.", "reports/evaluation/activate.html"
    )


@FORM
def evaluation_reopen(request, pk):
    plan = permitted(request, pk, Perm.REVIEW)
    form = WhyForm(request.POST or None)
    return page(
        request, plan, lambda reason="": plan.back_to_draft(by=request.user, reason=reason),
        "Evaluasi kembali menjadi konsep.", "reports/evaluation/reopen.html", form=form,
    )  # fmt: skip


@FORM
def evaluation_close(request, pk):
    plan = permitted(request, pk, Perm.REVIEW)
    return page(
        request, plan, lambda: close(plan, by=request.user), "Evaluasi ditutup. Angkanya tidak berubah lagi.",
        "reports/evaluation/close.html",
        sheet=None if request.method == "POST" else sheet_of(plan, masked=hides(request.user, plan)),
    )  # fmt: skip
