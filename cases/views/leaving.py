from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.exit_documents import handover_minutes
from cases.forms.attachment import SignedPaperForm
from cases.forms.leaving import ExitForm, LetterNumberForm, MinutesForm, PermissionForm
from cases.leaving import leave
from cases.models import Attachment, ExitReason, ExitRecord, HandoverPermission, Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import create_once
from cases.views.intake import add_errors, without_errors


@require_http_methods(["GET", "POST"])
def stay_discharge(request, pk):
    """Choose why; then a page that asks what this way out needs."""
    stays = Stay.objects.visible_to(request.user).select_related("client", "shelter", "category")
    stay = get_permitted(request.user, stays, Perm.DISCHARGE, pk=pk)
    reason = chosen_reason(request)
    context = {"stay": stay, "client": stay.client, "reason": reason}
    if reason is None and request.method == "GET":
        context["reasons"] = ExitReason.objects.in_use().select_related("maps_to")  # a list; the gate is get_permitted(
        context["may"] = request.user.perms_at(stay.shelter)
        return render(request, "cases/exit_choose.html", context)
    is_head = Perm.REVIEW in request.user.perms_at(stay.shelter)
    pickup = stay.pickups.open().for_page().first()
    initial = {"on": stay.shelter.today()}
    form = ExitForm(request.POST or None, stay=stay, reason=reason, is_head=is_head, pickup=pickup, initial=initial)
    if "find_region" in request.POST:
        without_errors(form)
    elif form.is_valid():
        try:
            kept = leave(stay, by=request.user, **form.acts())
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"{stay.client} telah keluar dari {stay.shelter}.")
            return redirect(kept if kept.wants_minutes else stay)
    context |= {"form": form, "guarded": reason and reason.is_release and stay.is_guarded, "is_head": is_head}
    context["pickup"] = pickup
    return render(request, "cases/stay_discharge.html", context)


def chosen_reason(request):
    wanted = request.POST.get("reason") or request.GET.get("alasan", "")
    reasons = ExitReason.objects.in_use().select_related("maps_to")  # a list of the department, not allowed( or not
    return reasons.filter(pk=wanted).first() if wanted.isdigit() else None


@require_http_methods(["GET", "POST"])
def exit_detail(request, pk):
    """What the exit left behind, and the berita acara: number it once, print it as often as wanted."""
    kept = get_permitted(request.user, ExitRecord.objects.for_page(), Perm.FILE, pk=pk)
    form = MinutesForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        kept = get_permitted(request.user, ExitRecord.objects.for_page(), Perm.DISCHARGE, pk=pk)
        try:
            kept.issue_minutes(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"Berita acara {kept.letter} bernomor. Cetak dan tanda tangani bersama.")
            return redirect(kept)
    context = {"form": form, "exit": kept, "stay": kept.stay, "client": kept.stay.client}
    context |= {"letter_form": LetterNumberForm(), "may": request.user.perms_at(kept.shelter)}
    papers = list(Attachment.objects.allowed(request.user, Perm.FILE).kept().filter(exit_record=kept))
    context |= {"papers": papers, "signed": any(one.kind == Attachment.Kind.LETTER for one in papers)}
    return render(request, "cases/exit_detail.html", context)


@require_http_methods(["GET", "POST"])
def exit_paper(request, pk):
    """The berita acara with its signatures, and a photo of the handover."""
    kept = get_permitted(request.user, ExitRecord.objects.for_page(), Perm.DISCHARGE, pk=pk)
    form = SignedPaperForm(request.POST if request.method == "POST" else None, request.FILES or None)

    def make():
        paper = form.keep(kept, by=request.user)
        messages.success(request, f"“{paper}” disimpan.")
        return kept.get_absolute_url()

    if kept.letter is None:
        messages.error(request, "Terbitkan dahulu nomor berita acaranya.")
        return redirect(kept)
    done = create_once(request, form, make, otherwise=kept)
    return done or render(request, "cases/exit_paper.html", {"form": form, "exit": kept})


@require_http_methods(["GET", "POST"])
def exit_letter(request, pk):
    """The letter that was to follow has its number now."""
    kept = get_permitted(request.user, ExitRecord.objects.for_page(), Perm.DISCHARGE, pk=pk)
    form = LetterNumberForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            kept.add_letter_number(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect(kept)
    return render(request, "cases/exit_letter.html", {"form": form, "exit": kept})


@require_safe
def exit_minutes(request, pk):
    kept = get_permitted(request.user, ExitRecord.objects.for_page(), Perm.FILE, pk=pk)
    url = request.build_absolute_uri(kept.letter.get_verification_url()) if kept.letter else ""
    record(by=request.user, action="exit.printed", target=kept.stay)
    return handover_minutes(kept, verification_url=url).response()


@require_http_methods(["GET", "POST"])
def handover_permit(request, pk):
    """The head lets go in spite of missing proof: to whom, and why. Somebody on duty may then carry it out."""
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.REVIEW, pk=pk)
    form = PermissionForm(request.POST if request.method == "POST" else None, request.FILES or None, stay=stay)
    if form.is_valid():
        try:
            form.grant(stay, by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Izin penyerahan dicatat.")
            return redirect("cases:client_family", stay.client_id)
    return render(request, "cases/handover_permit.html", {"form": form, "stay": stay, "client": stay.client})


@require_POST
def handover_withdraw(request, pk):
    permission = get_permitted(request.user, HandoverPermission.objects, Perm.REVIEW, pk=pk)
    try:
        permission.withdraw(by=request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, "Izin penyerahan dicabut.")
    return redirect("cases:client_family", permission.stay.client_id)
