"""What goes to the civil registry and comes back: the cover letter, and the request to find a person by biometrics."""

from django.contrib import messages
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.forms.paper import BiometricAnswerForm, BiometricForm, CoverLetterForm, VoidForm
from cases.models import BiometricCheck, CoverLetter, Stay
from cases.paper_documents import cover_letter
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.paper import tab_url


@require_http_methods(["GET", "POST"])
def cover_letter_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.FILE, pk=pk)
    form = CoverLetterForm(request.POST or None, stay=stay)

    def make():
        cover = form.issue(stay, by=request.user)
        messages.success(request, f"Surat {cover} diterbitkan. Cetak dan bawa ke Dukcapil.")
        return tab_url(stay)

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "cases/cover_letter_new.html", context)


@require_safe
def cover_letter_pdf(request, pk):
    cover = get_permitted(request.user, CoverLetter.objects.for_page(), Perm.FILE, pk=pk)
    record(by=request.user, action="letter.printed", target=cover)
    url = request.build_absolute_uri(cover.letter.get_verification_url())
    return cover_letter(cover, verification_url=url).response()


@require_http_methods(["GET", "POST"])
def cover_letter_void(request, pk):
    cover = get_permitted(request.user, CoverLetter.objects.for_page(), Perm.FILE, pk=pk)
    form = VoidForm(request.POST or None)

    def void():
        cover.void(by=request.user, reason=form.cleaned_data["reason"])
        return f"Surat {cover} dibatalkan."

    gone = act(request, form, void, tab_url(cover.stay))
    return gone or render(request, "cases/cover_letter_void.html", {"form": form, "cover": cover})


@require_http_methods(["GET", "POST"])
def biometric_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.FILE, pk=pk)
    check = BiometricCheck(stay=stay)
    form = BiometricForm(request.POST or None, instance=check, initial={"on": stay.shelter.today()})

    def make():
        check.asked_on = form.cleaned_data["on"]
        check.ask(by=request.user)
        messages.success(request, "Permohonan pencocokan biometrik dicatat.")
        return tab_url(stay)

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "cases/biometric_new.html", context)


@require_http_methods(["GET", "POST"])
def biometric_answer(request, pk):
    check = get_permitted(request.user, BiometricCheck.objects.select_related("stay__shelter"), Perm.FILE, pk=pk)
    form = BiometricAnswerForm(request.POST or None, initial={"on": check.shelter.today()})

    def answer():
        check.answer(by=request.user, **form.cleaned_data)
        return "Hasil pencocokan biometrik dicatat."

    gone = act(request, form, answer, tab_url(check.stay))
    return gone or render(request, "cases/biometric_answer.html", {"form": form, "check": check})
