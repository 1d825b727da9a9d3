"""The partner's page: a referral as somebody without an account sees and answers it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.audit import record
from cases.downloads import handed_out
from cases.templatetags.indonesian import waktu
from referrals.devices import device_of
from referrals.doors import DoorShut, Holder, door, has_key, note_opening, shut_page
from referrals.forms.door import CodeForm
from referrals.models import DoorLink
from referrals.models.voice import Voice
from referrals.partner_acts import BY_SLUG, DECIDED, DECISIONS, fitting
from referrals.partner_door import may_be_opened, refusal, refuse_over
from referrals.views.door_pages import act_form, draw_act, first_page, heard, open_with_code

HOLDER = Voice("Pemegang tautan")
KIND = DoorLink.Kind.REFERRAL
KEPT = "Jawaban Anda tetap kami catat dan kami sampaikan kepada panti."


def page_url(request):
    return first_page(request, "partner_page")


@door(KIND, refuse=refuse_over)
def partner_page(request, link):
    """The request with the least that a partner needs; the rest with the code. Looking changes nothing."""
    note_opening(request, link)
    return show(request, link, CodeForm())


@door(KIND, methods=["POST"], refuse=refuse_over)
def partner_code(request, link):
    """Six digits said on the telephone open the rest, in this browser, for two hours."""
    form, referral = CodeForm(request.POST), link.subject
    opened = open_with_code(
        request, link, form, page_url(request), may_open=may_be_opened(referral),
        then=lambda: referral.see(voice=HOLDER),
    )  # fmt: skip
    return opened or show(request, link, form, status=422)


@door(KIND, methods=["POST"], refuse=refuse_over)
def partner_seen(request, link):
    """A person pressed a button, which no preview does: now it counts as read."""
    link.subject.see(voice=HOLDER)
    note_opening(request, link, "Menandai sudah dibaca")
    messages.success(request, "Terima kasih, panti sudah diberi tahu bahwa permintaan ini dibaca.")
    return redirect(page_url(request))


@door(KIND)
def partner_act(request, link, act):
    """One act on a page of its own. What comes too late is kept all the same, and answered politely."""
    act, referral = BY_SLUG.get(act), link.subject
    if act is None:
        raise Http404
    sent = request.method == "POST"
    shut = refusal(link)
    if shut and not (sent and referral.status == referral.Status.WITHDRAWN and shut.why == "withdrawn"):
        raise shut
    if not sent and not act.fits(referral):
        messages.warning(request, "Keadaan permintaan ini sudah berubah. Lihat yang terbaru di bawah.")
        return redirect(page_url(request))
    form = act_form(request, act, today=referral.shelter.today())
    if sent and form.is_valid() and heard(form, referral):
        note_opening(request, link, act.link)
        if shut:
            return shut_page(request, DoorShut("withdrawn", link, f"{shut.words} {KEPT}"))
        say(request, act, form.answer, referral)
        return redirect(page_url(request))
    if shut:
        raise shut
    return draw_act(request, link, act, form, back=page_url(request))


def say(request, act, answer, referral):
    """That it was heard; and of a decision that came second, who was first."""
    if act.slug in DECISIONS and not answer.counts:
        messages.warning(request, f"{answered_by(referral)} Jawaban Anda tidak mengubahnya, tetapi sudah kami "
                         "sampaikan kepada panti. Bila perlu, tulis pesan.")  # fmt: skip
    else:
        messages.success(request, act.done)


def answered_by(referral):
    if referral.status not in DECIDED or not referral.answered_at:
        return "Permintaan ini sudah dijawab."
    when = waktu(referral.answered_at, referral.shelter)
    return f"Sudah dijawab oleh {referral.answered_by_name}, {when}: {referral.get_status_display()}."


@door(KIND, methods=["GET"], refuse=refuse_over)
def partner_share_file(request, link, pk):
    """A file that was chosen for this partner, after the code; the number of any other leads nowhere."""
    referral = link.subject
    share = next((share for share in referral.shared() if share.pk == pk and share.stored_file), None)
    if share is None or not has_key(request, link) or not may_be_opened(referral):
        raise Http404
    record(by=Holder(device_of(request.headers.get("User-Agent", ""))), action="link.downloaded", target=referral)
    if not share.is_picture:
        note_opening(request, link, "Membuka berkas")
    kind = share.attachment.content_type if share.attachment_id else "image/jpeg"
    name = f"berkas-{share.pk}.{share.stored_file.name.rpartition('.')[2]}"
    return handed_out(share.stored_file, name, kind, shown=share.is_picture)


def show(request, link, form, status=200):
    referral = link.subject
    opened = has_key(request, link) and may_be_opened(referral)
    context = {
        "link": link, "referral": referral, "shelter": referral.shelter, "form": form, "opened": opened,
        "may_open": may_be_opened(referral), "acts": fitting(referral), "page_url": page_url(request),
        "code_url": f"{page_url(request)}kode/",
        "answered": answered_by(referral) if referral.status in DECIDED else "",
        "replies": referral.answers.filter(kind="reply"), "partner": referral.partner,
        "files_at": f"{page_url(request)}berkas/",
        "needs": [str(need.service) for need in referral.needs.select_related("service")],
    }  # fmt: skip
    return render(request, "referrals/partner_page.html", context, status=status)
