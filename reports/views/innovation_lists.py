"""The lists and numbers behind the innovations, as the department keeps them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import Perm, require
from cases.views.acts import create_once
from reports.innovations.list_forms import LISTS
from reports.models import InnovationIndicator, InnovationOption, InnovationRule
from reports.models.innovation_option import in_force


@require_safe
def innovation_lists(request):
    require(request.user, Perm.STANDARD)
    options, today = {list: [] for list in InnovationOption.List}, timezone.localdate()
    rows = InnovationOption.objects.order_by("position", "name", "-valid_from")  # allowed( the department, see above
    for row in rows:
        options[row.list].append(row)
    context = {
        "options": [(list, list.label, rows) for list, rows in options.items()], "today": today,
        "rules": InnovationRule.objects.select_related("track"),  # allowed( the department
        "indicators": InnovationIndicator.objects.filter(in_force(today)),  # allowed( the department
        "past": InnovationIndicator.objects.exclude(in_force(today)),  # allowed( the department
    }  # fmt: skip
    return render(request, "reports/innovations/lists.html", context)


@require_http_methods(["GET", "POST"])
def innovation_list_new(request, kind):
    require(request.user, Perm.STANDARD)
    if kind not in LISTS:
        raise Http404
    heading, _, form_class = LISTS[kind]
    asked = request.GET.get("daftar")
    initial = {"valid_from": timezone.localdate()} | ({"list": asked} if asked in InnovationOption.List else {})
    form = form_class(request.POST or None, initial=initial)

    def make():
        form.save(by=request.user)
        messages.success(request, "Disimpan.")
        return reverse("reports:innovation_lists")

    made = create_once(request, form, make, otherwise="reports:innovation_lists")
    return made or render(request, "reports/innovations/list_form.html", {"form": form, "heading": heading})


@require_http_methods(["GET", "POST"])
def innovation_list_edit(request, kind, pk):
    require(request.user, Perm.STANDARD)
    if kind not in LISTS:
        raise Http404
    heading, model, form_class = LISTS[kind]
    row = get_object_or_404(model, pk=pk)
    form = form_class(request.POST or None, instance=row)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Disimpan.")
        return redirect("reports:innovation_lists")
    context = {"form": form, "heading": heading, "row": row}
    return render(request, "reports/innovations/list_form.html", context)
