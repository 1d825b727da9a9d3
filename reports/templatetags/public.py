"""What a shelter typed for the public, with its simple formatting."""

from datetime import date

from django import template
from django.utils import timezone

from cases.templatetags.indonesian import tanggal
from reports.public import text

register = template.Library()


@register.filter
def rendered(typed, under=2):
    return text.rendered(typed or "", under)


@register.filter
def tanggal_di(moment, shelter):
    """21 November 2026: the date of a moment where the shelter is."""
    return tanggal(timezone.localdate(moment, shelter.zone)) if moment else "–"


@register.filter
def koma(number):
    """77,78 from a published figure, which is kept as the text 77.78."""
    return str(number).replace(".", ",") if number is not None else "–"


@register.filter
def tanggal_iso(day):
    return tanggal(date.fromisoformat(day)) if day else "–"
