from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.forms.stay import CancelForm, NeedCloseForm, NeedForm, StayForm
from cases.models import Need, Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import create_once
from cases.views.client import header
from cases.views.intake import add_errors


@require_safe
def stay_detail(request, pk):
    stay = get_permitted(request.user, Stay.objects.with_place(), Perm.SEE, pk=pk)
    record(by=request.user, action="stay.viewed", target=stay)
    context = header(request.user, stay.client) | {"stay": stay, "may": request.user.perms_at(stay.shelter)}
    context["places"] = stay.placements.in_words()
    context["needs"] = stay.needs.open().select_related("service") if "file" in context["may"] else []
    return render(request, "cases/stay_detail.html", context)


@require_http_methods(["GET", "POST"])
def stay_edit(request, pk):
    stay = get_permitted(request.user, Stay.objects, Perm.FILE, pk=pk)
    form = StayForm(request.POST or None, instance=stay)
    if form.is_valid():
        try:
            form.instance.full_clean()
        except ValidationError as error:
            add_errors(form, error)
        else:
            form.save(by=request.user)
            messages.success(request, "Data masa tinggal disimpan.")
            return redirect(stay)
    return render(request, "cases/stay_edit.html", {"form": form, "stay": stay, "client": stay.client})


@require_http_methods(["GET", "POST"])
def stay_cancel(request, pk):
    stay = get_permitted(request.user, Stay.objects, Perm.DISCHARGE, pk=pk)
    form = CancelForm(request.POST or None)
    if form.is_valid():
        try:
            stay.cancel(by=request.user, reason=form.cleaned_data["reason"])
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"Catatan masuk nomor {stay.register_number} dibatalkan.")
            return redirect("cases:client_list")
    return render(request, "cases/stay_cancel.html", {"form": form, "stay": stay, "client": stay.client})


@require_http_methods(["GET", "POST"])
def need_open(request, pk):
    stay = get_permitted(request.user, Stay.objects, Perm.ASSESS, pk=pk)
    form = NeedForm(request.POST or None, shelter=stay.shelter, initial={"opened_on": stay.shelter.today()})

    def make():
        asked = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        Need.open_for(stay, by=request.user, on=asked.pop("opened_on"), **asked)
        return stay.client.get_services_url()

    done = create_once(request, form, make, otherwise=stay.client.get_services_url())
    return done or render(request, "cases/need_open.html", {"form": form, "stay": stay, "client": stay.client})


@require_http_methods(["GET", "POST"])
def need_close(request, pk):
    need = get_permitted(request.user, Need.objects, Perm.ASSESS, pk=pk)
    form = NeedCloseForm(request.POST or None, initial={"on": need.shelter.today()})
    if form.is_valid():
        try:
            need.close(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"Kebutuhan “{need.service}” ditutup.")
            return redirect(need.stay.client.get_services_url())
    return render(request, "cases/need_close.html", {"form": form, "need": need, "client": need.stay.client})
