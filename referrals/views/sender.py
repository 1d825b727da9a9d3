"""Who may announce people by a link: the department and the head give it, anew each year, and take it away."""

from urllib.parse import quote

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.pdf import qr
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import create_once
from referrals.forms.triage import OfficeForm
from referrals.models import LinkOpening, SenderOffice
from referrals.models.partner import Partner


def giving(user):
    """The right by which this person gives links: the department's everywhere, the head's at the own shelter."""
    return Perm.MANAGE if user.holds(Perm.MANAGE) else Perm.REVIEW


def gives(user):
    return user.holds(Perm.MANAGE) or user.holds(Perm.REVIEW)


@require_safe
def sender_list(request):
    require(request.user, Perm.PARTNERS)
    offices = SenderOffice.objects.visible_to(request.user).for_list()
    context = {"offices": offices, "may_give": gives(request.user)}
    return render(request, "referrals/sender_list.html", context)


@require_http_methods(["GET", "POST"])
def sender_office_new(request):
    require(request.user, giving(request.user))
    shelters = request.user.shelters_with(giving(request.user))
    form = OfficeForm(request.POST or None, shelters=shelters)

    def make():
        form.instance.begin(by=request.user)
        messages.success(request, f"{form.instance} terdaftar. Kirim tautannya.")
        return form.instance.get_absolute_url()

    return create_once(request, form, make) or render(request, "referrals/sender_form.html", {"form": form})


@require_safe
def sender_detail(request, pk):
    rows = SenderOffice.objects.visible_to(request.user).for_list()
    office = get_permitted(request.user, rows, Perm.PARTNERS, pk=pk)
    may_give = office.shelter in request.user.shelters_with(giving(request.user))
    context = {"office": office, "may_give": may_give, **opened(office.link)}
    if may_give:
        text = (
            f"Yth. {office.partner.addressee}\n\nMelalui tautan rahasia ini kantor Anda dapat mengirim permintaan "
            f"penerimaan ke {office.shelter} dan melihat perkembangannya. Berlaku satu tahun:\n"
        )
        context |= sending(request, office.link, "sender_page", office.partner, text)
    return render(request, "referrals/sender_detail.html", context)


def opened(link):
    openings = LinkOpening.objects.filter(link=link)  # of what get_permitted( gave
    return {"link": link, "openings": openings[:20] if link else []}


def sending(request, link, route, partner: Partner, text):
    """The address to hand on, by WhatsApp or as a picture; nothing when there is none that opens."""
    if link is None or link.refusal or not link.token:
        return {"url": ""}
    url = request.build_absolute_uri(reverse(f"referrals:{route}", args=[link.token]))
    whatsapp = f"{partner.whatsapp_digits}?text={quote(f'{text}{url}')}"
    return {"url": url, "whatsapp": whatsapp, "code_picture": qr(url)}


@require_POST
def sender_link(request, pk):
    rows = SenderOffice.objects.visible_to(request.user).select_related("partner", "shelter", "link")
    office = get_permitted(request.user, rows, giving(request.user), pk=pk)
    press(request, office)
    return redirect(office)


def press(request, subject):
    """A new link, or the end of the one there is."""
    try:
        if request.POST.get("act") == "revoke" and subject.link:
            subject.link.revoke(by=request.user)
            messages.success(request, "Tautan dimatikan. Siapa pun yang membukanya hanya membaca nomor telepon panti.")
        elif request.POST.get("act") == "new":
            subject.renew(by=request.user)
            messages.success(request, "Tautan baru dibuat untuk satu tahun. Tautan yang lama mati.")
        else:
            raise PermissionDenied
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
