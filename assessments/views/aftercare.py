"""The pasca-layanan instrument, begun from a contact after leaving; what is answered there is the contact's result."""

from django import forms
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assessments.aftercare import begin_aftercare
from assessments.models import AftercareFilling
from cases.models import Aftercare, Stay
from cases.permissions import Perm, get_permitted
from cases.views.intake import add_errors


@require_http_methods(["GET", "POST"])
def aftercare_fill(request, pk):
    """About a contact that was planned; where it was asked already, its answers."""
    contact = get_permitted(request.user, Aftercare.objects.for_list(), Perm.ASSESS, pk=pk)
    filled = AftercareFilling.objects.filter(contact=contact).first()  # got by get_permitted(
    if filled:
        return redirect(filled.assessment)
    return begin(request, contact.stay, contact)


@require_http_methods(["GET", "POST"])
def aftercare_ask(request, pk):
    """About a contact that nobody had planned."""
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.ASSESS, pk=pk)
    return begin(request, stay)


def begin(request, stay, contact=None):
    form = forms.Form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return redirect(begin_aftercare(stay, by=request.user, contact=contact))
        except ValidationError as error:
            add_errors(form, error)
    context = {"form": form, "stay": stay, "client": stay.client, "contact": contact}
    return render(request, "assessments/aftercare_fill.html", context)
