"""What a known sender sees and sends behind its link: requests, and how far they are. Never names, never places."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from cases.views.intake import add_errors
from referrals.doors import DoorShut, door, note_opening
from referrals.forms.incoming import ReplyForm, SenderForm
from referrals.models import DoorLink

SHOWN = 50


def refuse_retired(link):
    why = link.subject.door_refusal()
    if why:
        raise DoorShut(why, link)


def here(request, name="sender_page", **kwargs):
    kwargs["token"] = request.resolver_match.kwargs["token"]
    return reverse(f"referrals:{name}", kwargs=kwargs)


@door(DoorLink.Kind.SENDER, methods=["GET", "HEAD"], refuse=refuse_retired)
def sender_page(request, link):
    """All requests of the office, the latest first, each with what became of it."""
    note_opening(request, link)
    office = link.subject
    sent = list(office.requests.with_counts().order_by("-sent_at", "-pk")[:SHOWN])
    for asked in sent:
        asked.url = here(request, "sender_request", number=asked.number)
    context = {"office": office, "shelter": link.shelter, "sent": sent, "new_url": here(request, "sender_new")}
    return render(request, "referrals/sender_page.html", context | {"shown": SHOWN})


@door(DoorLink.Kind.SENDER, refuse=refuse_retired)
def sender_new(request, link):
    """A request, its list of persons growing without a script."""
    office = link.subject
    form = SenderForm(request.POST or None, request.FILES or None, office=office)
    if "more" in request.POST or "row" in request.POST:
        form.offer(more="more" in request.POST, row=request.POST.get("row", ""))
    elif form.is_valid():
        try:
            asked, is_new = form.send()
        except ValidationError as error:
            add_errors(form, error)
        else:
            if is_new:
                note_opening(request, link, f"Mengirim permintaan {asked.number}")
            messages.success(request, f"Permintaan {asked.number} sampai di {asked.shelter}.")
            return redirect(here(request, "sender_request", number=asked.number))
    context = {"form": form, "office": office, "shelter": link.shelter, "back": here(request)}
    return render(request, "referrals/sender_new.html", context)


@door(DoorLink.Kind.SENDER, refuse=refuse_retired)
def sender_request(request, link, number):
    """One request: its state, questions of the shelter and the sender's answers."""
    asked = get_object_or_404(link.subject.requests.with_counts(), number=number)
    form = ReplyForm(request.POST or None)
    if form.is_valid():
        try:
            asked.reply(form.cleaned_data["text"])
        except ValidationError as error:
            add_errors(form, error)
        else:
            note_opening(request, link, f"Menjawab pertanyaan {asked.number}")
            messages.success(request, "Jawaban Anda sudah terkirim.")
            return redirect(here(request, "sender_request", number=number))
    context = {"asked": asked, "form": form, "shelter": link.shelter, "back": here(request)}
    return render(request, "referrals/sender_request.html", context | {"said": asked.messages.all()})
