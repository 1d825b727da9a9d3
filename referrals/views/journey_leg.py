"""What is heard of a leg, and the link by which its office tells it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.permissions import Perm, get_permitted
from cases.views.acts import create_once
from referrals.forms.journey_act import NewsForm
from referrals.journey_door import can_have_link
from referrals.models import DoorLink, JourneyLeg, JourneyNews
from referrals.reminding import office_text, reminder_of_leg
from referrals.views.journey import press
from referrals.views.sender import opened, sending


def leg_of(request, pk):
    return get_permitted(request.user, JourneyLeg.objects.for_page(), Perm.REFER, pk=pk)


@require_http_methods(["GET", "POST"])
def journeynews_new(request, pk):
    """What the office, or the family at the end, told on the telephone or wrote."""
    leg = leg_of(request, pk)
    now = leg.shelter.now()
    form = NewsForm(
        request.POST if request.method == "POST" else None, leg=leg, initial={"on": now.date(), "at": now.time()}
    )

    def make():
        news = form.hear(leg, by=request.user)
        messages.success(request, outcome(news))
        return leg.journey.get_absolute_url()

    context = {"form": form, "leg": leg, "journey": leg.journey}
    return create_once(request, form, make) or render(request, "referrals/journey_news.html", context)


def outcome(news):
    """What to tell whoever typed it."""
    if news.counts:
        return "Kabar dicatat."
    kept = "disimpan sebagai kabar berbeda; periksa mana yang benar" if news.differs else "disimpan"
    return f"Ruas ini sudah dikabarkan oleh {news.leg.answered_by_name}. Yang baru tidak mengubah apa pun dan {kept}."


def news_of(request, pk):
    return get_permitted(request.user, JourneyNews.objects.visible_to(request.user).for_list(), Perm.REFER, pk=pk)


@require_POST
def journeynews_settle(request, pk):
    news = news_of(request, pk)
    return press(request, news.leg.journey, lambda: news.settle(by=request.user), "Ditandai sudah dibaca.")


@require_POST
def journeynews_adopt(request, pk):
    """Somebody asked again: this word is true, and not the one before it."""
    news = news_of(request, pk)
    return press(request, news.leg.journey, lambda: news.adopt(by=request.user), "Kabar ini sekarang yang berlaku.")


@require_POST
def journeyleg_remind(request, pk):
    leg = leg_of(request, pk)
    return press(request, leg.journey, lambda: leg.remind(by=request.user), "Dicatat: dinas diingatkan hari ini.")


@require_http_methods(["GET", "POST"])
def journeyleg_link(request, pk):
    """Send it, see who opened it, make it anew, say a code, end it."""
    leg = leg_of(request, pk)
    code = ""
    if request.method == "POST":
        try:
            done = act_on_link(request.POST.get("act"), leg, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("referrals:journeyleg_link", pk=pk)
        if done:
            messages.success(request, done)
            return redirect("referrals:journeyleg_link", pk=pk)
        # Shown once, in this answer: it is kept nowhere that could show it again.
        code = leg.link.make_code(by=request.user)
    context = {"leg": leg, "journey": leg.journey, "code": code, "can_have_link": can_have_link(leg)}
    context |= opened(leg.link) | sending(request, leg.link, "arrival_page", leg, office_text(leg))
    context["reminder"] = reminder_of_leg(leg)
    return render(request, "referrals/journey_link.html", context)


def act_on_link(act, leg, *, by):
    """What was done, as a sentence; nothing for the code, which the page itself shows. Raises ValidationError."""
    if act == "new":
        if not can_have_link(leg):
            raise ValidationError("Tautan dibuat untuk dinas di ruas yang suratnya sudah terbit.")
        again = leg.link_id is not None
        DoorLink.mint_for(leg, DoorLink.Kind.JOURNEY, by=by)
        return "Tautan baru dibuat. Tautan yang lama mati." if again else "Tautan dibuat. Kirim kepada dinas."
    if leg.link is None:
        raise ValidationError("Ruas ini belum mempunyai tautan.")
    if act == "revoke":
        leg.link.revoke(by=by)
        return "Tautan dimatikan. Yang membukanya mendapat nomor telepon panti."
    if act == "code" and not leg.link.refusal:
        return ""
    raise ValidationError("Tautan ini tidak terbuka lagi. Buat tautan baru dahulu.")
