"""The page of an office on the way home: whom it expects, and what it says of them, without an account."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from cases.templatetags.indonesian import jam, tanggal
from referrals.doors import door, has_key, note_opening
from referrals.forms.door import CodeForm
from referrals.journey_acts import BY_SLUG, DECISIONS, fits, fitting
from referrals.journey_door import minimum, refuse_over
from referrals.models import DoorLink
from referrals.views.door_pages import act_form, draw_act, first_page, heard, open_with_code

KIND = DoorLink.Kind.JOURNEY


def page_url(request):
    return first_page(request, "arrival_page")


@door(KIND, refuse=refuse_over)
def arrival_page(request, link):
    """The least that an office needs to meet somebody; the rest with the code. Looking changes nothing."""
    note_opening(request, link)
    return show(request, link, CodeForm())


@door(KIND, methods=["POST"], refuse=refuse_over)
def arrival_code(request, link):
    """Six digits said on the telephone open the rest, in this browser, for two hours."""
    form = CodeForm(request.POST)
    opened = open_with_code(request, link, form, page_url(request), may_open=True)
    return opened or show(request, link, form, status=422)


@door(KIND, refuse=refuse_over)
def arrival_act(request, link, act):
    """One act on a page of its own. What comes second is kept all the same, and answered politely."""
    act, leg = BY_SLUG.get(act), link.subject
    if act is None:
        raise Http404
    sent = request.method == "POST"
    if not sent and not fits(act, leg):
        messages.warning(request, "Keadaan perjalanan ini sudah berubah. Lihat yang terbaru di bawah.")
        return redirect(page_url(request))
    form = act_form(request, act, today=leg.shelter.today())
    if sent and form.is_valid() and heard(form, leg):
        note_opening(request, link, act.link)
        say(request, act, form.answer, leg)
        return redirect(page_url(request))
    return draw_act(request, link, act, form, back=page_url(request))


def say(request, act, news, leg):
    """That it was heard; and of a word that came second, who was first."""
    if act.slug in DECISIONS and not news.counts:
        messages.warning(request, f"{heard_of(leg)} Kabar Anda tidak mengubahnya, tetapi sudah kami sampaikan kepada "
                         "panti. Bila perlu, tulis pesan.")  # fmt: skip
    else:
        messages.success(request, act.done)


def heard_of(leg):
    """Who said what of this leg first; empty while nobody has."""
    if not leg.answered_at:
        return ""
    hour = f" {jam(leg.answered_time)}" if leg.answered_time else ""
    return f"Sudah dikabarkan {leg.answered_by_name}, {tanggal(leg.answered_on)}{hour}: {leg.get_status_display()}."


def show(request, link, form, status=200):
    leg = link.subject
    journey, opened = leg.journey, has_key(request, link)
    context = {
        "link": link, "leg": leg, "journey": journey, "shelter": leg.shelter, "form": form, "opened": opened,
        "minimum": minimum(leg), "told": journey.told if opened else [], "acts": fitting(leg),
        "heard": heard_of(leg), "page_url": page_url(request), "code_url": f"{page_url(request)}kode/",
        "following": leg.following,
    }  # fmt: skip
    return render(request, "referrals/journey_page.html", context, status=status)
