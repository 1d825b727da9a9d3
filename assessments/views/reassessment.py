from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.reassessment import RuleForm
from assessments.models import ReassessmentRule
from assessments.models.reassessment import due_again
from cases.models import Stay
from cases.permissions import Perm, require

SOON = timedelta(days=7)


@require_safe
def reassessment_list(request):
    """What falls due within the week in the files that this person keeps."""
    require(request.user, Perm.FILE)
    today = timezone.localdate()
    dues = due_again(Stay.objects.allowed(request.user, Perm.FILE), until=today + SOON)
    context = {
        "over": [due for due in dues if due.due_on <= today], "soon": [due for due in dues if due.due_on > today],
        "rules": ReassessmentRule.objects.active(),  # a list of the office: allowed( everybody
    }  # fmt: skip
    return render(request, "assessments/reassessment_list.html", context)


@require_safe
def reassessment_rules(request):
    require(request.user, Perm.INSTRUMENTS)
    rules = ReassessmentRule.objects.select_related("instrument", "category")  # allowed( whoever keeps the instruments
    return render(request, "assessments/reassessment_rules.html", {"rules": rules.order_by("-is_active", "pk")})


@require_http_methods(["GET", "POST"])
def reassessment_rule_new(request):
    require(request.user, Perm.INSTRUMENTS)
    return save(request, RuleForm(request.POST or None))


@require_http_methods(["GET", "POST"])
def reassessment_rule_edit(request, pk):
    require(request.user, Perm.INSTRUMENTS)
    rule = get_object_or_404(ReassessmentRule.objects.all(), pk=pk)  # allowed( whoever keeps the instruments
    return save(request, RuleForm(request.POST or None, instance=rule))


def save(request, form):
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Aturan disimpan. Tanggal jatuh tempo dihitung ulang.")
        return redirect("assessments:reassessment_rules")
    return render(request, "assessments/reassessment_rule_form.html", {"form": form})
