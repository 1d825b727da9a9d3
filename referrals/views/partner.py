"""The list of partners, one partner, and the acts on it as a whole. What hangs on a partner: partner_part."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.models import FormKey
from cases.permissions import Perm, require
from cases.views.acts import act
from referrals.forms.partner import NewPartnerForm, PartnerChangeForm, PartnerSearchForm, RetireForm
from referrals.models import Criteria, Partner, PartnerNote, Referral


@require_safe
def partner_list(request):
    require(request.user, Perm.PARTNERS)
    search = PartnerSearchForm(request.GET)
    partners = search.apply(Partner.objects.all()).for_list()  # allowed( by require above
    page = Paginator(partners, 25).get_page(request.GET.get("page"))
    return render(request, "referrals/partner_list.html", {"search": search, "page": page})


@require_safe
def partner_detail(request, pk):
    partner = partner_of(request, pk)
    referrals = Referral.objects.allowed(request.user, Perm.FILE).filter(partner=partner).for_list()
    context = {
        "partner": partner, "criteria": Criteria.of(partner), "today": timezone.localdate(),
        "contacts": partner.contacts.all(), "hours": partner.hours.all(), "agreements": partner.agreements.all(),
        "notes": PartnerNote.objects.visible_to(request.user).filter(partner=partner).for_list()[:50],
        "page": Paginator(referrals, 25).get_page(request.GET.get("page")),
    }  # fmt: skip
    return render(request, "referrals/partner_detail.html", context)


def partner_of(request, pk):
    """The list belongs to whoever keeps it: 403 for everybody else, whichever partner it is."""
    require(request.user, Perm.PARTNERS)
    partners = Partner.objects.visible_to(request.user).select_related("criteria", "shelter", "retired_by")
    return get_object_or_404(partners, pk=pk)


@require_http_methods(["GET", "POST"])
def partner_new(request):
    require(request.user, Perm.PARTNERS)
    form = NewPartnerForm(request.POST or None)
    valid = form.is_valid()
    # The key comes before the errors: after a double click the name is taken, by the first of the two.
    if form.is_bound and "key" in form.cleaned_data:
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if not mine:
            return redirect(key.result_url or "referrals:partner_list")
    if valid:
        partner = form.save(by=request.user)
        goal = next_page(request, partner)
        key.settle(goal)
        messages.success(request, f"{partner} ditambahkan ke daftar mitra.")
        return redirect(goal)
    return render(request, "referrals/partner_form.html", {"form": form})


def next_page(request, partner):
    """Back to the referral that the new partner was wanted for, if there was one."""
    stay = request.GET.get("masa-tinggal", "")
    if stay.isascii() and stay.isdigit() and len(stay) < 19:
        return f"{reverse('referrals:referral_new', args=[stay])}?mitra={partner.pk}"
    return partner.get_absolute_url()


@require_http_methods(["GET", "POST"])
def partner_edit(request, pk):
    partner = partner_of(request, pk)
    form = PartnerChangeForm(request.POST or None, instance=partner)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, f"Data {partner} disimpan.")
        return redirect(partner)
    return render(request, "referrals/partner_form.html", {"form": form, "partner": partner})


@require_http_methods(["GET", "POST"])
def partner_retire(request, pk):
    """What is still on its way there is shown: by name to whoever reads the file, as a figure of other shelters."""
    partner = partner_of(request, pk)
    form = RetireForm(request.POST or None, initial={"on": timezone.localdate()})

    def retire():
        partner.retire(by=request.user, **form.cleaned_data)
        return f"{partner} tidak dipakai lagi. Rujukan yang berjalan tetap dapat dilihat dan ditutup."

    response = act(request, form, retire, partner.get_absolute_url())
    if response:
        return response
    running = partner.running_referrals
    own = Referral.objects.allowed(request.user, Perm.FILE).filter(pk__in=running.values("pk")).for_list()
    context = {"form": form, "partner": partner, "referrals": own, "elsewhere": running.count() - len(own)}
    return render(request, "referrals/partner_retire.html", context)


@require_POST
def partner_restore(request, pk):
    partner = partner_of(request, pk)
    try:
        partner.restore(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"{partner} dipakai lagi.")
    return redirect(partner)
