"""The components of the service standard: the law's list, kept by the department."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import Perm, require
from reports.models import StandardComponent
from reports.public.forms import NewStandardComponentForm, StandardComponentForm


@require_safe
def component_list(request):
    require(request.user, Perm.STANDARD)
    components = StandardComponent.objects.with_use()  # allowed( whoever keeps the standard
    return render(request, "reports/public/components.html", {"components": components})


@require_http_methods(["GET", "POST"])
def component_new(request):
    require(request.user, Perm.STANDARD)
    return saved(request, NewStandardComponentForm(request.POST or None))


@require_http_methods(["GET", "POST"])
def component_edit(request, pk):
    require(request.user, Perm.STANDARD)
    component = get_object_or_404(StandardComponent, pk=pk)
    return saved(request, StandardComponentForm(request.POST or None, instance=component), component)


def saved(request, form, component=None):
    """A new one needs no key against a double click: its code and its name exist once."""
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Komponen disimpan.")
        return redirect("reports:component_list")
    return render(request, "reports/public/component.html", {"form": form, "component": component})


@require_http_methods(["GET", "POST"])
def component_remove(request, pk):
    require(request.user, Perm.STANDARD)
    component = get_object_or_404(StandardComponent, pk=pk)
    if request.method == "POST":
        try:
            component.remove(by=request.user)
            messages.success(request, "Komponen dihapus.")
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect("reports:component_list")
    return render(request, "reports/public/component_remove.html", {"component": component})
