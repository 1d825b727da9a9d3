from django.contrib import messages
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from assessments.documents import consent_document
from assessments.forms.consent import AnswerForm, ConsentForm, WithdrawForm
from assessments.forms.report import ReasonForm
from assessments.models import Consent
from cases.audit import record
from cases.models import Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once


@require_http_methods(["GET", "POST"])
def consent_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.ASSESS, pk=pk)
    form = ConsentForm(request.POST or None, initial={"explained_by": request.user.name})

    def make():
        consent = form.consent_of(stay)
        consent.prepare(by=request.user)
        messages.success(request, "Lembar persetujuan siap dicetak. Setelah dijawab, catat jawabannya di sini.")
        return consent.get_absolute_url()

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "assessments/consent_new.html", context)


def consent_of(request, pk, perm):
    return get_permitted(request.user, Consent.objects.for_page(), perm, pk=pk)


@require_safe
def consent_detail(request, pk):
    consent = consent_of(request, pk, Perm.FILE)
    record(by=request.user, action="consent.viewed", target=consent)
    context = {"consent": consent, "client": consent.stay.client, "may": request.user.perms_at(consent.shelter)}
    return render(request, "assessments/consent_detail.html", context)


@require_http_methods(["GET", "POST"])
def consent_answer(request, pk):
    consent = consent_of(request, pk, Perm.ASSESS)
    form = AnswerForm(request.POST or None, consent=consent, initial={"on": consent.shelter.today()})

    def answer():
        form.answer(consent, by=request.user)
        return f"Jawaban dicatat: {consent.get_status_display().lower()}."

    context = {"consent": consent, "form": form, "client": consent.stay.client}
    return act(request, form, answer, consent) or render(request, "assessments/consent_answer.html", context)


@require_http_methods(["GET", "POST"])
def consent_withdraw(request, pk):
    consent = consent_of(request, pk, Perm.ASSESS)
    initial = {"on": consent.shelter.today(), "name": consent.giver_name}
    form = WithdrawForm(request.POST or None, initial=initial)

    def withdraw():
        consent.withdraw(by=request.user, **form.cleaned_data)
        return "Persetujuan dicabut. Yang sudah terjadi tetap tercatat."

    context = {"consent": consent, "form": form, "client": consent.stay.client}
    return act(request, form, withdraw, consent) or render(request, "assessments/consent_withdraw.html", context)


@require_http_methods(["GET", "POST"])
def consent_void(request, pk):
    consent = consent_of(request, pk, Perm.ASSESS)
    form = ReasonForm(request.POST or None)

    def void():
        consent.void(by=request.user, **form.cleaned_data)
        return "Lembar persetujuan dibatalkan; nomornya tetap tercatat."

    context = {"consent": consent, "form": form, "client": consent.stay.client}
    return act(request, form, void, consent) or render(request, "assessments/consent_void.html", context)


@require_safe
def consent_pdf(request, pk):
    consent = consent_of(request, pk, Perm.FILE)
    url = request.build_absolute_uri(consent.letter.get_verification_url())
    record(by=request.user, action="consent.printed", target=consent)
    return consent_document(consent, verification_url=url).response()
