from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.event_documents import death_minutes
from cases.forms.death import (
    BurialForm,
    CertificateForm,
    CircumstancesForm,
    DeathCancelForm,
    DeathForm,
    EarlyForm,
    StepForm,
)
from cases.models import Death, DeathStep, FormKey, Stay
from cases.permissions import Perm, get_permitted
from cases.views.client import header
from cases.views.intake import add_errors


@require_http_methods(["GET", "POST"])
def death_new(request, pk):
    """Whoever is on duty records it; the page that follows leads through what is to be done."""
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.RECORD, pk=pk)
    form = DeathForm(request.POST or None, stay=stay, initial={"died_at": stay.shelter.now()})
    if form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if not mine:
            return redirect(key.result_url or stay)
        try:
            death = form.save(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            key.settle(death.get_absolute_url())
            messages.success(request, "Kematian dicatat dan masa tinggal diakhiri. Kami turut berduka.")
            return redirect(death)
    return render(request, "cases/death_new.html", {"form": form, "stay": stay, "client": stay.client})


@require_safe
def death_detail(request, pk):
    death = get_permitted(request.user, Death.objects.for_page(), Perm.SEE, pk=pk)
    record(by=request.user, action="death.viewed", target=death)
    steps = list(death.steps.select_related("recorded_by"))
    done = {step.kind for step in steps}
    context = header(request.user, death.stay.client) | {
        "death": death, "stay": death.stay, "may": request.user.perms_at(death.shelter), "steps": steps,
        "missing": [kind.label for kind in DeathStep.EXPECTED if kind not in done],
    }  # fmt: skip
    return render(request, "cases/death_detail.html", context)


@require_http_methods(["GET", "POST"])
def death_edit(request, pk):
    def correct(form, death):
        death.correct(by=request.user, **form.cleaned_data)
        return "Catatan dilengkapi."

    return act(
        request, pk, Perm.FILE, CircumstancesForm, "cases/death_edit.html", correct, CircumstancesForm.initial_of
    )


@require_http_methods(["GET", "POST"])
def death_step(request, pk):
    def add(form, death):
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if mine:
            form.save(death=death, by=request.user)
            key.settle(death.get_absolute_url())
        return "Langkah dicatat."

    return act(request, pk, Perm.RECORD, StepForm, "cases/death_step.html", add, today)


@require_http_methods(["GET", "POST"])
def death_early(request, pk):
    def allow(form, death):
        death.allow_early(by=request.user, **form.cleaned_data)
        return "Pemakaman sebelum waktu tunggu berakhir diizinkan."

    return act(request, pk, Perm.REVIEW, EarlyForm, "cases/death_early.html", allow)


@require_http_methods(["GET", "POST"])
def death_bury(request, pk):
    death = permitted_death(request, pk, Perm.RECORD)
    form = BurialForm(request.POST or None, death=death)
    if form.is_valid():
        told = dict(form.cleaned_data)
        try:
            death.bury(by=request.user, at=told.pop("buried_at"), **told)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Pemakaman dicatat.")
            return redirect(death)
    return render(request, "cases/death_bury.html", {"form": form, "death": death})


@require_http_methods(["GET", "POST"])
def death_certificate(request, pk):
    def ask(form, death):
        death.ask_certificate(by=request.user, **form.cleaned_data)
        return "Permohonan akta kematian dicatat."

    def asked(death):
        return {"on": death.certificate_requested_on or death.shelter.today(), "number": death.certificate_number}

    return act(request, pk, Perm.FILE, CertificateForm, "cases/death_certificate.html", ask, asked)


@require_http_methods(["GET", "POST"])
def death_cancel(request, pk):
    def cancel(form, death):
        place = death.cancel(by=request.user, **form.cleaned_data)
        if place is None and not death.stay.is_outside:
            messages.warning(
                request, "Tempat tidurnya tidak kosong lagi: berilah klien tempat di halaman masa tinggal."
            )
        return "Catatan kematian dibatalkan; klien kembali tercatat dalam pelayanan."

    return act(request, pk, Perm.REVIEW, DeathCancelForm, "cases/death_cancel.html", cancel)


@require_POST
def death_minutes_issue(request, pk):
    death = permitted_death(request, pk, Perm.FILE)
    try:
        death.issue_minutes(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Berita acara {death.letter} diterbitkan.")
    return redirect(death)


@require_safe
def death_minutes_pdf(request, pk):
    death = permitted_death(request, pk, Perm.FILE)
    url = request.build_absolute_uri(death.letter.get_verification_url()) if death.letter else ""
    record(by=request.user, action="death.printed", target=death)
    return death_minutes(death, verification_url=url).response()


def permitted_death(request, pk, perm):
    return get_permitted(request.user, Death.objects.for_page(), perm, pk=pk)


def today(death):
    return {"on": death.shelter.today()}


def act(request, pk, perm, form_class, template, verb, initial_of=lambda death: {}):
    """One page, one act on a recorded death: `verb` does it and says what was done."""
    death = permitted_death(request, pk, perm)
    form = form_class(request.POST if request.method == "POST" else None, initial=initial_of(death))
    if form.is_valid():
        try:
            done = verb(form, death)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, done)
            return redirect(death)
    return render(request, template, {"form": form, "death": death})
