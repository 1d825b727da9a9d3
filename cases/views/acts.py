"""The two shapes of a page with one form: it makes something once, or it does one act on a row."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect

from cases.models import FormKey
from cases.views.intake import add_errors


def create_once(request, form, make, *, otherwise="cases:client_list"):
    """Where to go after a form was sent, the first time or again; None while it has to be shown.

    `make` creates the row and returns the address to go to; `otherwise` is for a second sending that finds none yet.
    """
    if not form.is_valid():
        return None
    key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
    if not mine:
        return redirect(key.result_url or otherwise)
    try:
        url = make()
    except ValidationError as error:
        add_errors(form, error)
        return None
    key.settle(url)
    return redirect(url)


def act(request, form, verb, url):
    """Where to go after the act; None while the form has to be shown. `verb` says what was done."""
    if not form.is_valid():
        return None
    try:
        done = verb()
    except ValidationError as error:
        add_errors(form, error)
        return None
    messages.success(request, done)
    return redirect(url)
