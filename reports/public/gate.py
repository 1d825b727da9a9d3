"""What keeps robots and floods off the forms that anybody may send."""

from django import forms

from cases.address import neighbourhood_of
from cases.models import Throttle


def honeypot():
    """A field that no person sees. Whoever fills it is a robot: answered like a success, and nothing is written."""
    attrs = {"class": "hp", "tabindex": "-1", "autocomplete": "off", "aria-hidden": "true"}
    return forms.CharField(label="Kosongkan bagian ini", required=False, widget=forms.TextInput(attrs=attrs))


def too_often(request, what, *, most, within):
    """Whether more than `most` came from this neighbourhood within the span, this one counted."""
    return Throttle.knock(what, neighbourhood_of(request), within=within) > most
