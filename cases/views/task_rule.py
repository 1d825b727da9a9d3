"""Which tasks appear at intake, and by when: the department's list."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.task import TaskRuleForm
from cases.models import TaskRule
from cases.permissions import Perm, require
from cases.views.acts import create_once


@require_safe
def task_rule_list(request):
    require(request.user, Perm.MANAGE)
    rules = TaskRule.objects.select_related("service")  # a list of the department: allowed( whoever manages
    return render(request, "cases/task_rule_list.html", {"rules": rules})


@require_http_methods(["GET", "POST"])
def task_rule_new(request):
    require(request.user, Perm.MANAGE)
    form = TaskRuleForm(request.POST or None)

    def make():
        rule = form.save(by=request.user)
        messages.success(request, f"“{rule}” ditambahkan. Berlaku bagi penerimaan berikutnya.")
        return reverse("cases:task_rule_list")

    return create_once(request, form, make) or render(request, "cases/task_rule_form.html", {"form": form})


@require_http_methods(["GET", "POST"])
def task_rule_edit(request, pk):
    require(request.user, Perm.MANAGE)
    rule = get_object_or_404(TaskRule.objects.all(), pk=pk)  # allowed( whoever manages
    form = TaskRuleForm(request.POST or None, instance=rule)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, f"“{rule}” disimpan. Tugas yang sudah ada tidak berubah.")
        return redirect("cases:task_rule_list")
    return render(request, "cases/task_rule_form.html", {"form": form, "rule": rule})
