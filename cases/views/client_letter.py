"""Letters about a client in words of one's own: drafted, numbered, printed again as they were, voided."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.family_letters import begun_with
from cases.forms.client_letter import ClientLetterForm, initial_of
from cases.forms.paper import VoidForm
from cases.letter_documents import client_letter, words_now
from cases.models import ClientLetter, Letter, Stay
from cases.models.letter_kinds import AFTER_DEATH, FOR_CLIENT, OF_FAMILY
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.client import header
from cases.views.family import chosen_relative


def letter_of(request, pk, perm):
    return get_permitted(request.user, ClientLetter.objects.for_page(), perm, pk=pk)


@require_safe
def stay_letters(request, pk):
    """Every letter of a stay: those of this page, and by number those that other pages print."""
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.FILE, pk=pk)
    record(by=request.user, action="client.viewed", target=stay.client, shelter=stay.shelter, page="stay_letters")
    context = header(request.user, stay.client) | {
        "of": stay, "kept": ClientLetter.objects.allowed(request.user, Perm.FILE).for_page().filter(stay=stay),
        "others": Letter.objects.allowed(request.user, Perm.FILE).filter(about=stay, client_letter=None).for_agenda(),
        "may": request.user.perms_at(stay.shelter),
    }  # fmt: skip
    context["kinds"] = [kind for kind in FOR_CLIENT if (kind in AFTER_DEATH) == bool(context["locked"])]
    return render(request, "cases/stay_letters.html", context)


@require_http_methods(["GET", "POST"])
def clientletter_new(request, pk, kind):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.REFER, pk=pk)
    if kind not in FOR_CLIENT:
        raise Http404
    relative = chosen_relative(request, stay) if kind in OF_FAMILY else None
    initial = {"city": stay.shelter.city} | (begun_with(kind, relative, stay) if relative else {})
    form = ClientLetterForm(request.POST or None, kind=kind, initial=initial)
    kept = ClientLetter(stay=stay, kind=kind, relative=relative)

    def make():
        for name, value in form.said().items():
            setattr(kept, name, value)
        kept.draft(by=request.user)
        messages.success(request, "Konsep disimpan. Periksa, lalu terbitkan nomornya.")
        return kept.get_absolute_url()

    return create_once(request, form, make) or render(request, "cases/clientletter_form.html", page(form, kept))


def page(form, kept):
    return {"form": form, "kept": kept, "stay": kept.stay, "client": kept.stay.client}


@require_safe
def clientletter_detail(request, pk):
    kept = letter_of(request, pk, Perm.FILE)
    record(by=request.user, action="client.viewed", target=kept.stay.client, shelter=kept.shelter, page="clientletter")
    context = header(request.user, kept.stay.client) | {
        "kept": kept, "words": kept.frozen or words_now(kept), "may": request.user.perms_at(kept.shelter),
        "may_void": kept.letter and kept.letter.may_be_voided_by(request.user),
    }  # fmt: skip
    return render(request, "cases/clientletter_detail.html", context)


@require_http_methods(["GET", "POST"])
def clientletter_edit(request, pk):
    kept = letter_of(request, pk, Perm.REFER)
    if kept.letter:
        messages.error(request, "Surat ini sudah bernomor; isinya tidak dapat diubah.")
        return redirect(kept)
    form = ClientLetterForm(request.POST or None, kind=kept.kind, initial=initial_of(kept))

    def change():
        kept.rewrite(by=request.user, version=form.cleaned_data["version"], **form.said())
        return "Konsep disimpan."

    gone = act(request, form, change, kept.get_absolute_url())
    return gone or render(request, "cases/clientletter_form.html", page(form, kept))


@require_POST
def clientletter_issue(request, pk):
    kept = letter_of(request, pk, Perm.REFER)
    try:
        kept.issue(by=request.user, words=words_now)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Surat bernomor {kept.letter}. Cetak dan mintakan tanda tangan kepala panti.")
    return redirect("cases:clientletter_detail", pk=pk)


@require_POST
def clientletter_discard(request, pk):
    kept = letter_of(request, pk, Perm.REFER)
    back = reverse("cases:stay_letters", args=[kept.stay_id])
    try:
        kept.discard(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(kept)
    messages.success(request, "Konsep dihapus.")
    return redirect(back)


@require_http_methods(["GET", "POST"])
def clientletter_void(request, pk):
    kept = letter_of(request, pk, Perm.FILE)
    if not kept.letter or not kept.letter.may_be_voided_by(request.user):
        raise PermissionDenied
    form = VoidForm(request.POST or None)

    def void():
        kept.void(by=request.user, **form.cleaned_data)
        return f"Surat {kept.letter} dibatalkan. Nomornya tetap tercatat di agenda."

    gone = act(request, form, void, kept.get_absolute_url())
    return gone or render(request, "cases/letter_void.html", {"form": form, "letter": kept.letter, "back": kept})


@require_safe
def clientletter_pdf(request, pk):
    kept = letter_of(request, pk, Perm.FILE)
    record(by=request.user, action="clientletter.printed", target=kept)
    url = request.build_absolute_uri(kept.letter.get_verification_url()) if kept.letter else ""
    return client_letter(kept, verification_url=url).response()
