"""Who fits? The partners for a client, each with its reasons. The worker decides."""

from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from cases.audit import record
from cases.models import Stay
from cases.permissions import Perm, get_permitted
from referrals.fitting import rank
from referrals.fitting_facts import client_facts, conditions_of, open_needs, partner_facts, with_file, words
from referrals.forms.partner import FittingForm


@require_http_methods(["GET", "POST"])
def partner_fit(request, pk):
    stay = get_permitted(request.user, with_file(Stay.objects.visible_to(request.user)), Perm.REFER, pk=pk)
    # What was ticked says something of the person's health: it is sent by POST and kept nowhere.
    start = {"needs": open_needs(stay), "conditions": conditions_of(stay.category)}
    form, said = FittingForm(request.POST if request.method == "POST" else None, initial=start), words()
    form.fields["needs"].choices = list(said.services.items())  # read once for the boxes and for the reasons
    chosen = start
    if form.is_valid():
        chosen = form.cleaned_data | {"needs": [service.pk for service in form.cleaned_data["needs"]]}
    client = client_facts(stay, by=request.user, conditions=chosen["conditions"])
    fits = rank(partner_facts(stay), client, chosen["needs"], said)
    record(by=request.user, action="partnerfit.viewed", target=stay, rows=len(fits))
    context = {"form": form, "stay": stay, "fits": fits, "facts": client}
    return render(request, "referrals/partner_fit.html", context)
