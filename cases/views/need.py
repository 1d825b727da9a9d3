from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.forms.need import NeedAssignForm
from cases.models import Need
from cases.permissions import Perm, get_permitted
from cases.views.acts import act


@require_http_methods(["GET", "POST"])
def need_assign(request, pk):
    needs = Need.objects.visible_to(request.user).select_related("stay__client", "stay__shelter", "service")
    need = get_permitted(request.user, needs, Perm.ASSESS, pk=pk)
    form = NeedAssignForm(request.POST or None, need=need)

    def verb():
        need.assign(by=request.user, **form.cleaned_data)
        return f"Penanggung jawab kebutuhan “{need.service}” disimpan."

    context = {"form": form, "need": need, "stay": need.stay, "client": need.stay.client}
    url = reverse("assessments:stay_needs", args=[need.stay_id])
    return act(request, form, verb, url) or render(request, "cases/need_assign.html", context)
