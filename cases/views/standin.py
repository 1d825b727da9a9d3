"""The head names who approves in their place (Plh.) for some days."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.forms.standin import StandinForm
from cases.models import Standin
from cases.views.acts import create_once


def headed(user):
    """The shelters of a head. A stand-in holds the approvals, and not the right to pass them on."""
    shelters = user.headed_shelters()
    if not shelters.exists():
        raise PermissionDenied
    return shelters


@require_safe
def standin_list(request):
    listed = Standin.objects.at(headed(request.user)).for_list()[:50]  # allowed( their head
    return render(request, "cases/standin_list.html", {"listed": listed})


@require_http_methods(["GET", "POST"])
def standin_new(request):
    headed(request.user)
    form = StandinForm(request.POST or None, by=request.user)

    def make():
        standin = form.standin()
        standin.name(by=request.user)
        messages.success(request, f"{standin.user} menjadi Plh. sampai {standin.until:%d/%m/%Y}.")
        return reverse("cases:standin_list")

    done = create_once(request, form, make)
    return done or render(request, "cases/standin_new.html", {"form": form})


@require_POST
def standin_end(request, pk):
    found = get_object_or_404(Standin.objects.at(headed(request.user)), pk=pk)  # allowed( their head
    try:
        found.end(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"{found.user} tidak lagi menjadi Plh.")
    return redirect("cases:standin_list")
