"""Referrals to read, and the draft: the list, the tab of a file, the page, what the partner will see, the letter."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from assessments.models import Consent
from cases.audit import record
from cases.models import Stay
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once
from cases.views.client import file_of, header
from referrals.documents import referral_letter
from referrals.forms.referral import ReferralChangeForm, ReferralForm
from referrals.mailing import address_of, can_mail
from referrals.milestones import milestones
from referrals.models import Journey, Referral, ReferralShare
from referrals.models.dues import Patience
from referrals.models.journey_states import OPEN
from referrals.partner_door import can_have_link
from referrals.reminding import noted_text, whatsapp, whatsapp_reminder
from referrals.views.link import link_url


def chosen_referrals(user, query):
    """The status chosen, and the referrals that have it: what the page shows and a spreadsheet holds."""
    referrals = Referral.objects.allowed(user, Perm.FILE)
    status = query.get("status", "")
    status = status if status in Referral.Status.values else ""
    return status, referrals.filter(status=status) if status else referrals


@require_safe
def referral_list(request):
    require(request.user, Perm.FILE)
    referrals = Referral.objects.allowed(request.user, Perm.FILE)
    counts = dict(referrals.order_by().values_list("status").annotate(Count("pk")))
    status, shown = chosen_referrals(request.user, request.GET)
    chips = [(value, label, counts.get(value, 0)) for value, label in Referral.Status.choices]
    context = {
        "page": Paginator(shown.for_list(), 25).get_page(request.GET.get("page")),
        "status": status,
        "chips": [chip for chip in chips if chip[2] or chip[0] == status],
        "total": sum(counts.values()),
    }
    return render(request, "referrals/referral_list.html", context)


@require_safe
def client_referrals(request, pk):
    """The tab of a client's file: what our own shelters asked for this person."""
    client = file_of(request, pk)
    context = header(request.user, client)
    referrals = Referral.objects.allowed(request.user, Perm.FILE).filter(stay__client=client)
    context["page"] = Paginator(referrals.for_list(), 25).get_page(request.GET.get("page"))
    journeys = Journey.objects.allowed(request.user, Perm.FILE).filter(stay__client=client)
    context["journeys"] = list(journeys.for_list())
    context["journey_open"] = any(journey.status in OPEN for journey in context["journeys"])
    return render(request, "referrals/client_referrals.html", context)


@require_safe
def referral_detail(request, pk):
    referrals = Referral.objects.visible_to(request.user).for_page().prefetch_related("needs__service")
    referral = get_permitted(request.user, referrals, Perm.FILE, pk=pk)
    record(by=request.user, action="referral.viewed", target=referral)
    patience = Patience()
    waits = referral.status in ("sent", "seen")
    context = {
        "referral": referral, "may": request.user.perms_at(referral.shelter),
        "may_resume": Referral.objects.allowed(request.user, Perm.REFER).to_resume().filter(pk=pk).exists(),
        "answers": referral.answers.select_related("typed_by", "settled_by"),
        "together": referral.asked_with.select_related("partner", "letter"),
        "pieces": referral.shares.select_related("attachment"),
        "due_on": patience.reminder_on(referral) if waits else None,
        "stuck_on": patience.escalation_on(referral) if waits else None,
        "whatsapp": whatsapp_reminder(referral) if waits else "", "today": referral.shelter.today(),
        "noted": whatsapp(referral, noted_text(referral)) if referral.answered_channel == "phone" else "",
        "milestones": milestones(referral), "mails": referral.mails.all(), "can_mail": can_mail(),
        "mail_address": address_of(referral.partner) if waits else "",
    }  # fmt: skip
    return render(request, "referrals/referral_detail.html", context)


@require_safe
def referral_preview(request, pk):
    """Exactly what the partner will see: before the one-time code, and after it."""
    referral = get_permitted(request.user, Referral.objects.for_page(), Perm.FILE, pk=pk)
    record(by=request.user, action="referral.viewed", target=referral, page="tampilan-mitra")
    context = {"referral": referral, "pieces": referral.shared()}
    return render(request, "referrals/referral_preview.html", context)


@require_safe
def referral_share_file(request, pk):
    """A photo or an upload that goes with a referral, for our own staff and for a shelter that received it."""
    share = ReferralShare.objects.allowed(request.user, Perm.FILE).filter(pk=pk).first()
    if share is None:
        received = Referral.objects.received_by(request.user).exclude(status__in=("withdrawn", "expired"))
        share = ReferralShare.objects.filter(pk=pk, referral__in=received).first()  # of what received_by( gave
    file = share and (share.stored_file or (share.is_picture and share.referral.client.photo))
    if not file:
        raise Http404
    record(by=request.user, action="referral.viewed", target=share.referral, page=share.piece)
    kind = share.attachment.content_type if share.attachment_id else "image/jpeg"
    name = share.attachment.download_name if share.attachment_id else "foto.jpg"
    return FileResponse(file.open(), content_type=kind, filename=name, as_attachment=bool(share.attachment_id))


@require_http_methods(["GET", "POST"])
def referral_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.REFER, pk=pk)
    partners = [one for one in request.GET.getlist("mitra") if one.isascii() and one.isdigit() and len(one) < 19]
    initial = {"partner": partners[0] if partners else None, "others": partners[1:]}
    form = ReferralForm(request.POST or None, instance=Referral(stay=stay), initial=initial)

    def make():
        referral = form.save(by=request.user)
        messages.success(request, "Konsep rujukan disimpan. Periksa tampilan untuk mitra, lalu kirim.")
        return referral.get_absolute_url()

    return create_once(request, form, make) or draw_form(request, form, stay)


@require_http_methods(["GET", "POST"])
def referral_edit(request, pk):
    referral = get_permitted(request.user, Referral.objects.for_page(), Perm.REFER, pk=pk)
    form = ReferralChangeForm(request.POST or None, instance=referral)

    def change():
        form.save(by=request.user)
        return "Perubahan konsep rujukan disimpan."

    done = act(request, form, change, referral.get_absolute_url())
    return done or draw_form(request, form, referral.stay, referral=referral)


def draw_form(request, form, stay, **context):
    """With the papers on which the client agreed that a partner is told."""
    papers = Consent.objects.allowed(request.user, Perm.FILE).filter(stay=stay, status=Consent.Status.GIVEN)
    context["papers"] = papers.filter(purpose=Consent.Purpose.SHARE).select_related("letter")
    return render(request, "referrals/referral_form.html", {"form": form, "stay": stay} | context)


@require_safe
def referral_letter_pdf(request, pk):
    referral = get_permitted(request.user, Referral.objects.for_page(), Perm.FILE, pk=pk)
    url = request.build_absolute_uri(referral.letter.get_verification_url()) if referral.letter else ""
    record(by=request.user, action="referral.printed", target=referral)
    answer_url = link_url(request, referral.link) if can_have_link(referral) else ""
    return referral_letter(referral, verification_url=url, answer_url=answer_url).response()
