from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import FormKey
from cases.permissions import Perm, require
from referrals.forms import NewPartnerForm, PartnerChangeForm, PartnerSearchForm
from referrals.models import Partner, Referral


@require_safe
def partner_list(request):
    require(request.user, Perm.PARTNERS)
    search = PartnerSearchForm(request.GET)
    partners = Partner.objects.visible_to(request.user)
    if search.is_valid():
        partners = partners.matching(search.cleaned_data["q"])
    page = Paginator(partners, 25).get_page(request.GET.get("page"))
    return render(request, "referrals/partner_list.html", {"search": search, "page": page})


@require_safe
def partner_detail(request, pk):
    require(request.user, Perm.PARTNERS)
    partner = get_object_or_404(Partner.objects.visible_to(request.user), pk=pk)
    referrals = Referral.objects.allowed(request.user, Perm.FILE).filter(partner=partner).for_list()
    page = Paginator(referrals, 25).get_page(request.GET.get("page"))
    return render(request, "referrals/partner_detail.html", {"partner": partner, "page": page})


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
    require(request.user, Perm.PARTNERS)
    partner = get_object_or_404(Partner.objects.visible_to(request.user), pk=pk)
    form = PartnerChangeForm(request.POST or None, instance=partner)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, f"Data {partner} disimpan.")
        return redirect(partner)
    return render(request, "referrals/partner_form.html", {"form": form, "partner": partner})
