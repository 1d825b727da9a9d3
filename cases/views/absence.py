from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.absence_letter import absence_letter, report_of
from cases.audit import record
from cases.forms.absence import (
    CloseStayForm,
    CorrectAbsenceForm,
    NewAbsenceForm,
    PoliceNumberForm,
    ReportForm,
    ReturnForm,
)
from cases.models import Absence, FormKey, Stay
from cases.models.absence import TO_BE_CORRECTED
from cases.permissions import Perm, get_permitted, require
from cases.views.intake import add_errors


@require_safe
def absence_list(request):
    """Who is away now, the longest first; and which stays may be closed, for whoever may close them."""
    require(request.user, Perm.RECORD)
    away = list(Absence.objects.allowed(request.user, Perm.RECORD).open().for_list())
    to_close = list(Absence.objects.allowed(request.user, Perm.DISCHARGE).to_close().for_list())
    return render(request, "cases/absence_list.html", {"away": away, "to_close": to_close})


@require_http_methods(["GET", "POST"])
def absence_new(request, pk):
    stay = get_permitted(request.user, Stay.objects, Perm.RECORD, pk=pk)
    kind = request.GET.get("kind")
    initial = {"left_on": stay.shelter.today(), "kind": kind if kind in Absence.Kind.values else None}
    form = NewAbsenceForm(request.POST or None, initial=initial)
    if form.is_valid():
        values = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if not mine:
            return redirect(key.result_url or stay)
        try:
            Absence.begin(stay, by=request.user, **values)
        except ValidationError as error:
            add_errors(form, error)
        else:
            key.settle(stay.get_absolute_url())
            messages.success(request, f"{stay.client} dicatat tidak di panti sampai kembalinya dicatat.")
            return redirect(stay)
    return render(request, "cases/absence_new.html", {"form": form, "stay": stay, "client": stay.client})


@require_http_methods(["GET", "POST"])
def absence_return(request, pk):
    absence = get_permitted(request.user, Absence.objects.for_list(), Perm.RECORD, pk=pk)
    shelter = absence.shelter
    waiting = absence.stay.tasks.filter(status="suspended")
    form = ReturnForm(request.POST or None, initial={"on": shelter.today()}, tasks=waiting)
    may_readmit = absence.may_be_closed and "admit" in request.user.perms_at(shelter)
    if request.method == "POST" and "readmit" in request.POST and may_readmit:
        return readmit(request, absence)
    if form.is_valid():
        try:
            absence.return_(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"{absence.stay.client} kembali; masa tinggal yang sama berlanjut.")
            return redirect(place_again(request, absence))
    context = {"form": form, "absence": absence, "client": absence.stay.client, "may_readmit": may_readmit}
    return render(request, "cases/absence_return.html", context)


def place_again(request, absence):
    """Whose bed was freed meanwhile is offered another one at once."""
    stay = absence.stay
    if not stay.placements.exists() or stay.placements.open().exists():
        return absence.get_absolute_url()
    messages.warning(request, "Tempat tidurnya sudah dilepas. Pilih tempat untuk malam ini.")
    return reverse("cases:stay_place", args=[stay.pk])


@require_POST
def absence_let_go(request, pk):
    """One press: counted as gone, and the bed is free."""
    absence = get_permitted(request.user, Absence.objects.for_list(), Perm.RECORD, pk=pk)
    try:
        absence.let_go(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"{absence.stay.client} dinyatakan pergi tanpa izin; tempat tidurnya dilepas.")
    return redirect("cases:absence_list")


def readmit(request, absence):
    """Back after the days of waiting: the old stay ended on the day last seen, and the door opens for a new one.

    Whoever admits at night may do this without the right to discharge: nobody waits outside for the head.
    """
    try:
        absence.close_stay(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(absence)
    messages.success(request, "Masa tinggal lama ditutup. Terima klien kembali di bawah ini.")
    return redirect("cases:intake_return", pk=absence.stay.client_id)


@require_http_methods(["GET", "POST"])
def absence_edit(request, pk):
    absence = get_permitted(request.user, Absence.objects.for_list(), Perm.RECORD, pk=pk)
    initial = {name: getattr(absence, name) for name in TO_BE_CORRECTED}
    form = CorrectAbsenceForm(request.POST or None, initial=initial, absence=absence)
    if form.is_valid():
        try:
            absence.correct(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Catatan kepergian diperbaiki; malam-malamnya ikut dihitung ulang.")
            return redirect(absence)
    context = {"form": form, "absence": absence, "client": absence.stay.client}
    return render(request, "cases/absence_edit.html", context)


@require_http_methods(["GET", "POST"])
def absence_close(request, pk):
    """A page of its own for closing the stay of somebody who did not come back: what will happen, and one button."""
    absence = get_permitted(request.user, Absence.objects.for_list(), Perm.DISCHARGE, pk=pk)
    form = CloseStayForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            absence.close_stay(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"Masa tinggal {absence.stay.client} ditutup pada hari terakhir terlihat.")
            return redirect("cases:absence_list")
    context = {"form": form, "absence": absence, "client": absence.stay.client}
    return render(request, "cases/absence_close.html", context)


@require_http_methods(["GET", "POST"])
def absence_report(request, pk):
    absence = get_permitted(request.user, Absence.objects.for_list(), Perm.FILE, pk=pk)
    client = absence.stay.client
    initial = {"city": absence.shelter.city, "looks": client.description}
    form = ReportForm(request.POST or None, initial=initial)
    if form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if not mine:
            return redirect(key.result_url or absence)
        try:
            report_to_police(absence, form, by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            key.settle(absence.get_absolute_url())
            messages.success(request, f"Surat {absence.letter} diterbitkan. Cetak dan sampaikan.")
            return redirect(absence)
    return render(request, "cases/absence_report.html", {"form": form, "absence": absence, "client": client})


@transaction.atomic
def report_to_police(absence, form, *, by):
    said = {name: value for name, value in form.cleaned_data.items() if name != "key"}
    absence.write_report(by=by, report=report_of(absence, **said))


@require_http_methods(["GET", "POST"])
def absence_police_number(request, pk):
    absence = get_permitted(request.user, Absence.objects.for_list(), Perm.FILE, pk=pk)
    form = PoliceNumberForm(request.POST or None, initial={"police_number": absence.police_number})
    if form.is_valid():
        absence.note_police_number(form.cleaned_data["police_number"], by=request.user)
        messages.success(request, "Nomor laporan kepolisian disimpan.")
        return redirect(absence)
    context = {"form": form, "absence": absence, "client": absence.stay.client}
    return render(request, "cases/absence_police_number.html", context)


@require_safe
def absence_letter_pdf(request, pk):
    absence = get_permitted(request.user, Absence.objects.for_list(), Perm.FILE, pk=pk)
    if not absence.letter:
        raise Http404("Surat laporan belum diterbitkan.")
    url = request.build_absolute_uri(absence.letter.get_verification_url())
    record(by=request.user, action="absence.printed", target=absence)
    return absence_letter(absence, verification_url=url).response()
