from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.limit import DecisionForm, ExtensionForm
from cases.models import Extension, Stay
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import create_once
from cases.views.intake import add_errors


@require_safe
def limit_list(request):
    """Stays past their limit and near it, and what the head is asked for. It ends nothing."""
    require(request.user, Perm.FILE)
    near = Stay.objects.allowed(request.user, Perm.FILE).near_limit()
    context = {
        "over": [stay for stay in near if stay.limit.is_over],
        "near": [stay for stay in near if not stay.limit.is_over],
        "waiting": Extension.objects.allowed(request.user, Perm.FILE).waiting().for_list().order_by("requested_at"),
    }
    return render(request, "cases/limit_list.html", context)


@require_http_methods(["GET", "POST"])
def extension_new(request, pk):
    stay = get_permitted(request.user, Stay.objects, Perm.ASSESS, pk=pk)
    form = ExtensionForm(request.POST or None)

    def make():
        values = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        asked = Extension.request(stay, by=request.user, **values)
        messages.success(request, f"Perpanjangan sampai {asked.until:%d/%m/%Y} diminta kepada kepala panti.")
        return stay.get_absolute_url()

    done = create_once(request, form, make, otherwise=stay)
    return done or render(request, "cases/extension_new.html", {"form": form, "stay": stay, "client": stay.client})


@require_http_methods(["GET", "POST"])
def extension_decide(request, pk):
    extension = get_permitted(request.user, Extension.objects.for_list(), Perm.REVIEW, pk=pk)
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        verb = extension.approve if form.cleaned_data["decision"] == "approve" else extension.refuse
        try:
            verb(by=request.user, note=form.cleaned_data["note"])
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"{extension.get_status_display()}: {extension.stay.client}.")
            return redirect(extension.stay)
    context = {"form": form, "extension": extension, "stay": extension.stay, "client": extension.stay.client}
    return render(request, "cases/extension_decide.html", context)
