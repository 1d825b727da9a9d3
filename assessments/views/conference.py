"""Case conferences: the minutes are written row by row, closed with a decision, and carried into the plan."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from assessments.documents.minutes import minutes
from assessments.forms.conference import PARTS, AddendumForm, CloseForm, ConferenceChangeForm, ConferenceForm
from assessments.models import Conference
from cases.audit import record
from cases.models import Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once


def conference_of(request, pk, perm=Perm.ASSESS):
    return get_permitted(request.user, Conference.objects.visible_to(request.user).for_page(), perm, pk=pk)


def draw(request, template, conference, form, **more):
    context = {"form": form, "conference": conference, "stay": conference.stay, "client": conference.stay.client}
    return render(request, template, context | more)


@require_http_methods(["GET", "POST"])
def conference_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.ASSESS, pk=pk)
    initial = {"held_on": stay.shelter.today(), "place": str(stay.shelter), "leader": request.user}
    form = ConferenceForm(request.POST or None, stay=stay, initial=initial)

    def make():
        conference = Conference(stay=stay, **form.values())
        conference.call(by=request.user)
        messages.success(request, "Pembahasan dicatat. Tambahkan peserta, pilihan, dan tindak lanjut.")
        return conference.get_absolute_url()

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "assessments/conference_form.html", context)


@require_safe
def conference_detail(request, pk):
    conference = conference_of(request, pk, Perm.FILE)
    record(by=request.user, action="conference.viewed", target=conference)
    context = {
        "conference": conference, "stay": conference.stay, "client": conference.stay.client,
        "may": request.user.perms_at(conference.shelter),
        "participants": conference.participants.select_related("user", "conference__stay__shelter"),
        "options": conference.options.all(), "addenda": conference.addenda.select_related("written_by"),
        "follow_ups": conference.follow_ups.select_related("responsible", "action__goal__plan"),
        "uncarried": conference.uncarried().count(),
    }  # fmt: skip
    return render(request, "assessments/conference_detail.html", context)


@require_http_methods(["GET", "POST"])
def conference_edit(request, pk):
    conference = conference_of(request, pk)
    form = ConferenceChangeForm(request.POST or None, stay=conference.stay, conference=conference)

    def verb():
        conference.rewrite(by=request.user, version=form.cleaned_data["version"], **form.values())
        return "Notulen disimpan."

    answer = act(request, form, verb, conference)
    return answer or draw(request, "assessments/conference_form.html", conference, form)


@require_http_methods(["GET", "POST"])
def conference_add(request, pk, part):
    """A participant, an option or a follow-up more."""
    conference = conference_of(request, pk)
    if part not in PARTS:
        raise Http404
    form = PARTS[part](request.POST or None, shelter=conference.shelter)

    def make():
        conference.write_down(form.part(), by=request.user)
        return f"{conference.get_absolute_url()}#{part}"

    answer = create_once(request, form, make)
    return answer or draw(request, "assessments/conference_part.html", conference, form)


@require_http_methods(["POST"])
def conference_remove(request, pk, part, row):
    conference = conference_of(request, pk)
    if part not in PARTS:
        raise Http404
    rows = PARTS[part].model.objects.allowed(request.user, Perm.ASSESS).filter(conference=conference)
    found = get_object_or_404(rows, pk=row)
    return say(request, conference, lambda: conference.strike_out(found, by=request.user), "Baris dihapus.")


@require_http_methods(["GET", "POST"])
def conference_close(request, pk):
    conference = conference_of(request, pk)
    form = CloseForm(request.POST or None, initial={"decision": conference.decision})

    def verb():
        conference.close(by=request.user, **form.cleaned_data)
        return f"Pembahasan ditutup. Notulen bernomor {conference.letter}."

    answer = act(request, form, verb, conference)
    return answer or draw(request, "assessments/conference_close.html", conference, form)


@require_http_methods(["GET", "POST"])
def conference_amend(request, pk):
    conference = conference_of(request, pk)
    form = AddendumForm(request.POST or None)

    def make():
        conference.add_note(by=request.user, text=form.cleaned_data["text"])
        return conference.get_absolute_url()

    answer = create_once(request, form, make)
    return answer or draw(request, "assessments/conference_amend.html", conference, form)


@require_http_methods(["POST"])
def conference_carry(request, pk):
    """One press: the follow-ups become actions of the plan."""
    conference = conference_of(request, pk)
    plans = []
    answer = say(
        request, conference, lambda: plans.append(conference.carry_into_plan(by=request.user)),
        "Tindak lanjut masuk ke konsep rencana. Lengkapi, lalu ajukan.",
    )  # fmt: skip
    return redirect(plans[0]) if plans else answer


@require_safe
def conference_minutes(request, pk):
    conference = conference_of(request, pk, Perm.FILE)
    letter = conference.letter
    url = request.build_absolute_uri(letter.get_verification_url()) if letter else ""
    record(by=request.user, action="conference.printed", target=conference)
    return minutes(conference, verification_url=url).response()


def say(request, conference, verb, done):
    try:
        verb()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
    return redirect(conference)
