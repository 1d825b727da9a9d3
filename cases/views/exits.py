"""What each way out asks for, and when somebody asks afterwards how it goes: lists of the department."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.forms.exits import AftercareRuleForm, ExitRuleForm
from cases.models import AftercareRule, ExitReason
from cases.permissions import Perm, require
from cases.views.acts import act


@require_safe
def exit_rules(request):
    require(request.user, Perm.MANAGE)
    reasons = ExitReason.objects.in_use()  # allowed( whoever manages
    context = {"reasons": reasons.select_related("maps_to").prefetch_related("aftercare_rules")}
    return render(request, "cases/exit_rules.html", context)


def editable(request, pk):
    """A reason that asks for itself: a local one asks what the given one asks, death and absconding ask nothing."""
    require(request.user, Perm.MANAGE)
    return get_object_or_404(ExitReason.objects.given(), pk=pk)  # allowed( whoever manages


@require_http_methods(["GET", "POST"])
def exit_rule_edit(request, pk):
    reason = editable(request, pk)
    form = ExitRuleForm(request.POST if request.method == "POST" else None, instance=reason)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, f"Syarat “{reason}” disimpan. Berlaku mulai klien berikutnya yang keluar.")
        return redirect("cases:exit_rules")
    context = {"form": form, "reason": reason, "days_form": AftercareRuleForm(), "days": reason.aftercare_rules.all()}
    return render(request, "cases/exit_rule_edit.html", context)


@require_http_methods(["GET", "POST"])
def aftercare_rule_add(request, pk):
    reason = editable(request, pk)
    form = AftercareRuleForm(request.POST if request.method == "POST" else None)

    def add():
        rule = AftercareRule.add(reason, by=request.user, **form.cleaned_data)  # allowed( whoever manages
        return f"{rule} ditambahkan."

    done = act(request, form, add, "cases:exit_rules")
    return done or render(request, "cases/aftercare_rule_add.html", {"form": form, "reason": reason})


@require_POST
def aftercare_rule_remove(request, pk):
    require(request.user, Perm.MANAGE)
    rule = get_object_or_404(AftercareRule.objects.select_related("reason"), pk=pk)  # allowed( whoever manages
    rule.remove(by=request.user)
    messages.success(request, f"{rule} dihapus. Yang sudah dijadwalkan tidak berubah.")
    return redirect("cases:exit_rules")
