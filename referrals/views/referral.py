from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.models import FormKey, Stay
from cases.permissions import Perm, get_permitted, require
from cases.views.client import file_of, header
from cases.views.intake import add_errors
from referrals.documents import referral_letter
from referrals.forms import (
    AnswerForm,
    CompleteForm,
    ReferralChangeForm,
    ReferralForm,
    SendForm,
    WithdrawForm,
)
from referrals.models import Referral


@require_safe
def referral_list(request):
    require(request.user, Perm.FILE)
    referrals = Referral.objects.allowed(request.user, Perm.FILE)
    counts = dict(referrals.order_by().values_list("status").annotate(Count("pk")))
    status = request.GET.get("status", "")
    shown = referrals.filter(status=status) if status in Referral.Status.values else referrals
    context = {
        "page": Paginator(shown.for_list(), 25).get_page(request.GET.get("page")),
        "status": status if status in Referral.Status.values else "",
        "chips": [(value, label, counts.get(value, 0)) for value, label in Referral.Status.choices],
        "total": sum(counts.values()),
    }
    return render(request, "referrals/referral_list.html", context)


@require_safe
def client_referrals(request, pk):
    """The tab of a client's file: what our own shelters asked for this person."""
    client = file_of(request, pk)
    context = header(request.user, client)
    referrals = Referral.objects.allowed(request.user, Perm.FILE).filter(stay__client=client)
    context["page"] = Paginator(referrals.for_list(), 25).get_page(request.GET.get("page"))
    return render(request, "referrals/client_referrals.html", context)


@require_safe
def referral_detail(request, pk):
    referrals = Referral.objects.visible_to(request.user).for_page().prefetch_related("needs__service")
    referral = get_permitted(request.user, referrals, Perm.FILE, pk=pk)
    record(by=request.user, action="referral.viewed", target=referral)
    may = request.user.perms_at(referral.shelter)
    return render(request, "referrals/referral_detail.html", {"referral": referral, "may": may})


@require_http_methods(["GET", "POST"])
def referral_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.REFER, pk=pk)
    fresh = Referral(stay=stay)
    form = ReferralForm(request.POST or None, instance=fresh, initial={"partner": request.GET.get("mitra")})
    if form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if not mine:
            return redirect(key.result_url or "referrals:referral_list")
        try:
            referral = form.save(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            key.settle(referral.get_absolute_url())
            messages.success(request, "Konsep rujukan disimpan. Periksa, lalu terbitkan suratnya.")
            return redirect(referral)
    return render(request, "referrals/referral_form.html", {"form": form, "stay": stay})


@require_http_methods(["GET", "POST"])
def referral_edit(request, pk):
    referral = get_permitted(request.user, Referral.objects.for_page(), Perm.REFER, pk=pk)
    form = ReferralChangeForm(request.POST or None, instance=referral)
    if form.is_valid():
        try:
            form.save(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Perubahan konsep rujukan disimpan.")
            return redirect(referral)
    context = {"form": form, "stay": referral.stay, "referral": referral}
    return render(request, "referrals/referral_form.html", context)


@require_http_methods(["GET", "POST"])
def referral_send(request, pk):
    def send(form, referral):
        referral.send(by=request.user)
        return f"Surat {referral.letter} diterbitkan. Cetak dan sampaikan kepada {referral.partner}."

    return act(request, pk, SendForm, "referrals/referral_send.html", send)


@require_http_methods(["GET", "POST"])
def referral_answer(request, pk):
    def answer(form, referral):
        form.record(referral, by=request.user)
        return "Jawaban mitra dicatat."

    return act(request, pk, AnswerForm, "referrals/referral_answer.html", answer)


@require_http_methods(["GET", "POST"])
def referral_complete(request, pk):
    def complete(form, referral):
        referral.complete(by=request.user, **form.cleaned_data)
        return "Rujukan selesai."

    return act(request, pk, CompleteForm, "referrals/referral_complete.html", complete)


@require_http_methods(["GET", "POST"])
def referral_withdraw(request, pk):
    def withdraw(form, referral):
        referral.withdraw(by=request.user, **form.cleaned_data)
        return "Rujukan dibatalkan."

    return act(request, pk, WithdrawForm, "referrals/referral_withdraw.html", withdraw)


def act(request, pk, form_class, template, verb):
    """One page, one act on a referral: `verb` does it and says what was done."""
    referral = get_permitted(request.user, Referral.objects.for_page(), Perm.REFER, pk=pk)
    initial = {"on": referral.shelter.today()}
    form = form_class(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            done = verb(form, referral)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, done)
            return redirect(referral)
    return render(request, template, {"form": form, "referral": referral})


@require_safe
def referral_letter_pdf(request, pk):
    referral = get_permitted(request.user, Referral.objects.for_page(), Perm.FILE, pk=pk)
    url = request.build_absolute_uri(referral.letter.get_verification_url()) if referral.letter else ""
    record(by=request.user, action="referral.printed", target=referral)
    return referral_letter(referral, verification_url=url).response()
