"""The worker's side of a partner's link: send it, see who opened it, make it anew, say a code, end it."""

from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.downloads import handed_out
from cases.pdf import qr
from cases.permissions import Perm, get_permitted
from referrals.models import DoorLink, LinkOpening, PartnerFile, Referral
from referrals.partner_door import can_have_link, consent_was_withdrawn


@require_http_methods(["GET", "POST"])
def referral_link(request, pk):
    referral = get_permitted(request.user, Referral.objects.for_page(), Perm.REFER, pk=pk)
    context = {"code": ""}
    if request.method == "POST":
        try:
            done = press(request.POST.get("act"), referral, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("referrals:referral_link", pk=pk)
        if done:
            messages.success(request, done)
            return redirect("referrals:referral_link", pk=pk)
        # Shown once, in this answer: it is kept nowhere that could show it again.
        context["code"] = referral.link.make_code(by=request.user)
    context |= link_context(request, referral)
    return render(request, "referrals/referral_link.html", context)


def press(act, referral, *, by):
    """What was done, as a sentence; nothing for the code, which the page itself shows. Raises ValidationError."""
    if act == "new":
        if not can_have_link(referral):
            raise ValidationError("Tautan hanya dibuat untuk rujukan yang sudah dikirim dan masih terbuka.")
        again = referral.link_id is not None
        DoorLink.mint_for(referral, DoorLink.Kind.REFERRAL, by=by)
        return "Tautan baru dibuat. Tautan yang lama mati." if again else "Tautan dibuat. Kirim kepada mitra."
    if referral.link is None:
        raise ValidationError("Rujukan ini belum mempunyai tautan.")
    if act == "revoke":
        referral.link.revoke(by=by)
        return "Tautan dimatikan. Mitra yang membukanya mendapat nomor telepon panti."
    if act == "code" and not referral.link.refusal:
        return ""
    raise ValidationError("Tautan ini tidak terbuka lagi. Buat tautan baru dahulu.")


def link_context(request, referral):
    link = referral.link
    url = link_url(request, link)
    chain = LinkOpening.objects.filter(link=link) if link else LinkOpening.objects.none()  # of what get_permitted( gave
    return {
        "referral": referral, "link": link, "url": url, "code_picture": qr(url) if url else "",
        "ways": ways(referral, url) if url else [], "openings": chain[:20], "partner": referral.partner,
        "can_have_link": can_have_link(referral), "consent_withdrawn": consent_was_withdrawn(referral),
    }  # fmt: skip


def link_url(request, link, page="partner_page"):
    """The address to send; empty when there is none that opens, or none that can still be shown."""
    if link is None or link.refusal or not link.token:
        return ""
    return request.build_absolute_uri(reverse(f"referrals:{page}", args=[link.token]))


def ways(referral, url):
    """Who can be sent the link, and by what: (name, by WhatsApp, by e-mail). Neither names the client."""
    partner, shelter = referral.partner, referral.shelter
    phone = f" {shelter.phone}" if shelter.phone else ""
    text = (
        f"Yth. {partner.addressee}\n\nKami dari {shelter} mengirim permintaan rujukan, surat nomor "
        f"{referral.letter.number}. Mohon dibuka dan dijawab lewat tautan rahasia ini:\n{url}\n\nData lengkap terbuka "
        f"dengan kode yang kami sampaikan lewat telepon{phone}. Terima kasih."
    )
    subject = f"Permintaan dari {shelter}, surat nomor {referral.letter.number}"
    found = []
    for who in [partner, *partner.contacts.filter(task="referral")]:
        whatsapp = f"{who.whatsapp_digits}?text={quote(text)}" if who.whatsapp else ""
        mail = f"{quote(who.email, safe='@')}?subject={quote(subject)}&body={quote(text)}" if who.email else ""
        if whatsapp or mail:
            found.append((str(who), whatsapp, mail))
    # Nobody's number is known: WhatsApp then asks whom to send it to.
    return found or [("", f"?text={quote(text)}", f"?subject={quote(subject)}&body={quote(text)}")]


@require_safe
def partner_file(request, pk):
    """What a partner sent, on its way into the file or not."""
    sent = get_permitted(request.user, PartnerFile.objects.for_page(), Perm.FILE, pk=pk)
    record(by=request.user, action="partnerfile.downloaded", target=sent)
    return handed_out(sent.file, sent.download_name, sent.content_type)


@require_POST
def partner_file_take(request, pk):
    sent = get_permitted(request.user, PartnerFile.objects.for_page(), Perm.REFER, pk=pk)
    try:
        sent.take(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"“{sent}” disimpan di berkas klien.")
    return redirect(sent.leg.journey if sent.leg_id else sent.referral)


@login_not_required
@require_safe
def robots(request):
    """Nothing here is for a search engine."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain; charset=utf-8")
