from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.warning import ReviewForm, WarningForm
from cases.models import FileWarning, Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.client import file_of, header


@require_safe
def client_warnings(request, pk):
    """All warnings of a file, also those that have ended, with who wrote them."""
    client = file_of(request, pk)
    context = header(request.user, client)
    warnings = FileWarning.objects.allowed(request.user, Perm.FILE).filter(client=client)
    context["warnings"] = warnings.select_related("shelter", "set_by", "ended_by").order_by("-ended_at", "kind")
    return render(request, "cases/client_warnings.html", context)


@require_http_methods(["GET", "POST"])
def warning_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.FILE, pk=pk)
    form = WarningForm(request.POST or None, shelter=stay.shelter)

    def make():
        form.put(stay.client, stay.shelter, by=request.user)
        messages.success(request, "Peringatan dibuat. Peringatan ini tampil di mana pun klien tampil.")
        return reverse("cases:client_warnings", args=[stay.client_id])

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "cases/warning_new.html", context)


@require_http_methods(["GET", "POST"])
def warning_review(request, pk):
    rows = FileWarning.objects.select_related("client", "shelter").visible_to(request.user)
    warning = get_permitted(request.user, rows, Perm.FILE, pk=pk)
    form = ReviewForm(request.POST or None)

    def review():
        form.apply(warning, by=request.user)
        return "Peringatan ditinjau."

    gone = act(request, form, review, warning.get_absolute_url())
    context = {"form": form, "warning": warning, "client": warning.client}
    return gone or render(request, "cases/warning_review.html", context)
