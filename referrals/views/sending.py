"""A draft on its way out, and a referral that nobody answers: each act one page or one press."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from cases.audit import record
from cases.permissions import Perm, get_permitted
from cases.views.acts import act
from referrals.forms.act import ReviewForm, SendForm, SubmitForm, WithdrawForm
from referrals.models import Referral


def referral_of(request, pk, perm=Perm.REFER):
    return get_permitted(request.user, Referral.objects.for_page(), perm, pk=pk)


def batch_of(user, referral, status, perm=Perm.REFER):
    """The referrals drafted together with this one that stand where it stands, this one first."""
    others = Referral.objects.allowed(user, perm).filter(batch=referral.batch, status=status).exclude(pk=referral.pk)
    return [referral, *others.for_page().order_by("pk")]


@require_http_methods(["GET", "POST"])
def referral_submit(request, pk):
    referral = referral_of(request, pk)
    batch = batch_of(request.user, referral, Referral.Status.DRAFT)
    form = SubmitForm(request.POST if request.method == "POST" else None, initial={"together": True})

    @transaction.atomic
    def submit():
        for one in batch if form.cleaned_data["together"] else batch[:1]:
            one.submit(by=request.user)
        return "Rujukan diajukan kepada kepala panti. Surat mendapat nomor saat disetujui."

    done = act(request, form, submit, referral.get_absolute_url())
    return done or render(
        request, "referrals/referral_submit.html", {"form": form, "referral": referral, "others": batch[1:]}
    )


@require_http_methods(["GET", "POST"])
def referral_review(request, pk):
    """The head, or who stands in: also one from another house, who may open nothing else here."""
    referral = referral_of(request, pk, Perm.REVIEW)
    batch = batch_of(request.user, referral, Referral.Status.WAITING, Perm.REVIEW)
    form = ReviewForm(request.POST if request.method == "POST" else None, initial={"together": True})
    if request.method == "GET":
        record(by=request.user, action="referral.viewed", target=referral, page="tinjau")

    @transaction.atomic
    def decide():
        form.decide(batch if form.cleaned_data["together"] else batch[:1], by=request.user)
        if form.cleaned_data["decision"] == "return":
            return "Rujukan dikembalikan dengan catatan."
        return f"Disetujui. Surat {referral.letter} diterbitkan."

    file = Perm.FILE in request.user.perms_at(referral.shelter)
    done = act(request, form, decide, referral.get_absolute_url() if file else reverse("reports:home"))
    context = {"form": form, "referral": referral, "others": batch[1:], "pieces": referral.shared()}
    context["own"] = referral.submitted_by_id == request.user.pk
    return done or render(request, "referrals/referral_review.html", context)


@require_http_methods(["GET", "POST"])
def referral_send(request, pk):
    referral = referral_of(request, pk)
    batch = batch_of(request.user, referral, Referral.Status.DRAFT)
    form = SendForm(request.POST if request.method == "POST" else None, initial={"together": True})

    @transaction.atomic
    def send():
        sent = batch if form.cleaned_data["together"] else batch[:1]
        for one in sent:
            one.send(by=request.user)
        letters = ", ".join(str(one.letter) for one in sent)
        return f"Surat {letters} diterbitkan. Cetak dan sampaikan kepada {', '.join(str(one.partner) for one in sent)}."

    done = act(request, form, send, referral.get_absolute_url())
    context = {"form": form, "referral": referral, "others": batch[1:]}
    return done or render(request, "referrals/referral_send.html", context)


@require_http_methods(["GET", "POST"])
def referral_withdraw(request, pk):
    referral = referral_of(request, pk)
    form = WithdrawForm(request.POST if request.method == "POST" else None)

    def withdraw():
        referral.withdraw(by=request.user, **form.cleaned_data)
        return "Rujukan dibatalkan."

    done = act(request, form, withdraw, referral.get_absolute_url())
    return done or render(request, "referrals/referral_withdraw.html", {"form": form, "referral": referral})


@require_POST
def referral_resume(request, pk):
    """The client is back: one press, and the referral goes on."""
    referral = referral_of(request, pk)
    done = f"Rujukan ke {referral.partner} dilanjutkan. Kabari mitra bahwa klien sudah kembali."
    return press(request, referral, lambda: referral.resume(by=request.user), done)


@require_POST
def referral_remind(request, pk):
    referral = referral_of(request, pk)
    return press(request, referral, lambda: referral.remind(by=request.user), "Dicatat: mitra diingatkan hari ini.")


@require_POST
def referral_expire(request, pk):
    referral = referral_of(request, pk)
    done = "Rujukan ditutup karena lewat waktu. Pilih mitra lain bila masih diperlukan."
    return press(request, referral, lambda: referral.expire(by=request.user), done)


def press(request, referral, verb, done):
    """One button without a form: what was done, or why not, is said on the referral's page."""
    try:
        verb()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
    return redirect(referral)
