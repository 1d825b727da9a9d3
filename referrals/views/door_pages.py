"""What the pages behind a link do alike: take the code, draw an act, keep what was said or say why not."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse

from cases.locks import FileLocked
from cases.views.intake import add_errors
from referrals.doors import give_key, note_opening

WRONG = "Kode salah atau sudah lewat waktu. Minta kode kepada panti lewat telepon."


def first_page(request, name):
    """The address of the first page behind the link of this request."""
    return reverse(f"referrals:{name}", args=[request.resolver_match.kwargs["token"]])


def open_with_code(request, link, form, page, *, may_open, then=None):
    """Six digits said on the telephone: the way back with the key to the rest. None when they were not right.

    `then` is called when the code was right.
    """
    if not form.is_valid():
        return None
    if may_open and link.try_code(form.cleaned_data["code"]):
        if then:
            then()
        note_opening(request, link, "Membuka data dengan kode")
        return give_key(redirect(page), link, page)
    note_opening(request, link, "Kode salah")
    form.add_error("code", WRONG)
    return None


def act_form(request, act, *, today):
    """The form of an act, with what was sent if anything was."""
    sent = request.POST if request.method == "POST" else None
    return act.form(sent, request.FILES or None, today=today, initial={"on": today})


def draw_act(request, link, act, form, *, back):
    context = {
        "link": link, "shelter": link.subject.shelter, "form": form, "heading": act.heading, "intro": act.intro,
        "button": act.button, "back": back,
    }  # fmt: skip
    return render(request, "referrals/door_form.html", context, status=422 if form.errors else 200)


def heard(form, subject):
    """Whether what was said could be kept; if not, the form says why."""
    try:
        form.answer = form.speak(subject)
    except FileLocked:  # why a file is closed is not for whoever holds a link
        form.add_error(None, "Urusan ini sudah ditutup panti. Sampaikan lewat telepon.")
    except ValidationError as error:
        add_errors(form, error)
    return form.is_valid()
