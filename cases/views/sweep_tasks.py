"""“Bagi tugas asesmen”: the tasks of a sweep among the workers on duty."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cases.forms.task import ShareOutForm
from cases.sweep_tasks import share_out, shares_of
from cases.views.sweep import sweep_of


@require_http_methods(["GET", "POST"])
def sweep_tasks(request, pk):
    sweep = sweep_of(request.user, pk)
    form = ShareOutForm(request.POST if request.method == "POST" else None, shelter=sweep.shelter)
    if form.is_valid():
        given = form.cleaned_data
        moved = share_out(sweep, given["workers"], by=request.user, again=given["again"])
        messages.success(request, f"{moved} tugas dibagi." if moved else "Semua tugas sudah terbagi.")
        return redirect("cases:sweep_tasks", sweep.pk)
    return render(request, "cases/sweep_tasks.html", {"form": form, "sweep": sweep, "shares": shares_of(sweep)})
