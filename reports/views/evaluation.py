"""Monitoring dan evaluasi: the plans of a year, what one of them shows, and its way from draft to closed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once
from reports.evaluation.copying import copied
from reports.evaluation.forms import CopyForm, FilterForm, PlanForm
from reports.evaluation.freezing import is_intact
from reports.evaluation.measures import measures
from reports.evaluation.sheet import sheet_of
from reports.models import EvaluationPlan

FORM = require_http_methods(["GET", "HEAD", "POST"])
LIST = "reports:evaluation_list"


@require_safe
def evaluation_list(request):
    require(request.user, Perm.REPORT)
    shelters = request.user.shelters_with(Perm.REPORT).order_by("name")
    form = FilterForm({"tahun": timezone.localdate().year} | request.GET.dict(), shelters=shelters)
    plans = EvaluationPlan.objects.allowed(request.user, Perm.REPORT).with_counts().select_related("shelter")
    found = form.chosen(plans) if form.is_valid() else plans.none()
    context = {"form": form, "page": Paginator(found, 25).get_page(request.GET.get("page"))}
    return render(request, "reports/evaluation/list.html", context)


@require_safe
def evaluation_measures(request):
    """What can be measured, and how each figure is counted."""
    require(request.user, Perm.REPORT)
    return render(request, "reports/evaluation/measures.html", {"measures": list(measures().values())})


@FORM
def evaluation_new(request):
    require(request.user, Perm.VOICES)
    form = PlanForm(request.POST or None, by=request.user)

    def make():
        plan = form.open(by=request.user)
        messages.success(request, "Evaluasi dibuat sebagai konsep. Tambahkan indikatornya.")
        return plan.get_absolute_url()

    return create_once(request, form, make, otherwise=LIST) or render(
        request, "reports/evaluation/plan_form.html", {"form": form}
    )


def permitted(request, pk, perm):
    return get_permitted(request.user, EvaluationPlan.objects.for_page(), perm, pk=pk)


def hides(user, plan):
    """Shares of very few people are told to whoever reads their files, and to nobody else."""
    return plan.shelter is None or Perm.FILE not in user.perms_at(plan.shelter)


def rights_on(user, plan):
    """What the page of a plan offers."""
    mine = EvaluationPlan.objects.filter(pk=plan.pk)  # allowed( below
    return {
        "may_write": mine.allowed(user, Perm.VOICES).exists(),
        "may_review": mine.allowed(user, Perm.REVIEW).exists(),
        "may_export": mine.allowed(user, Perm.EXPORT).exists(),
    }


@require_safe
def evaluation_detail(request, pk):
    plan = permitted(request, pk, Perm.REPORT)
    context = {"plan": plan, "sheet": sheet_of(plan, masked=hides(request.user, plan))} | rights_on(request.user, plan)
    if plan.is_closed:
        context["is_intact"] = is_intact(plan)
    return render(request, "reports/evaluation/detail.html", context)


@FORM
def evaluation_edit(request, pk):
    plan = permitted(request, pk, Perm.VOICES)
    form = PlanForm(request.POST or None, instance=plan, by=request.user)

    def save():
        form.save_changes(by=request.user)
        return "Evaluasi disimpan."

    done = act(request, form, save, reverse("reports:evaluation_detail", args=[pk]))
    return done or render(request, "reports/evaluation/plan_form.html", {"form": form, "plan": plan})


@FORM
def evaluation_copy(request, pk):
    plan = permitted(request, pk, Perm.VOICES)
    form = CopyForm(request.POST or None, initial={"year": plan.year + 1})

    def make():
        made = copied(plan, form.cleaned_data["year"], by=request.user)
        messages.success(request, f"Disalin sebagai konsep {made.year}. Periksa keadaan awal dan targetnya.")
        return made.get_absolute_url()

    return create_once(request, form, make, otherwise=LIST) or render(
        request, "reports/evaluation/copy.html", {"form": form, "plan": plan}
    )
