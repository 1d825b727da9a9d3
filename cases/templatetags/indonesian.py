"""Numbers, dates and events as Indonesians write and read them."""

from decimal import Decimal

from django import template
from django.utils import dateformat, timezone

from cases.audit_words import ACTIONS, DETAILS, FIELDS

register = template.Library()


@register.filter
def tanggal(day):
    """21 November 2026"""
    return dateformat.format(day, "j F Y") if day else "–"


@register.filter
def tanggal_pendek(day):
    """21/11/2026"""
    return dateformat.format(day, "d/m/Y") if day else "–"


@register.filter
def waktu(moment, shelter=None):
    """21 November 2026 13.30 WIB, in the shelter's zone; the installation's without one."""
    if not moment:
        return "–"
    local = timezone.localtime(moment, shelter.zone if shelter else None)
    label = shelter.zone_label if shelter else ""
    return f"{dateformat.format(local, 'j F Y H.i')} {label}".rstrip()


@register.filter
def jam(moment):
    """13.30"""
    return dateformat.time_format(moment, "H.i") if moment else ""


@register.filter
def angka(number):
    """1.234,5; a dash where there is no number."""
    if number is None or number == "":
        return "–"
    text = f"{number:,.2f}".rstrip("0").rstrip(".") if isinstance(number, Decimal) else f"{number:,}"
    return text.translate(str.maketrans(",.", ".,"))


@register.filter
def persen(number):
    """87,50 %; a dash where nothing was owed. A frozen report keeps its percentages as text."""
    return "–" if number is None else f"{Decimal(number):.2f} %".replace(".", ",")


@register.filter
def peristiwa(action):
    """What happened, in words; an action of the trail that has none yet shows itself."""
    return ACTIONS.get(action, action)


@register.filter
def rincian(event, services):
    """What an event tells besides its name: numbers, services (by their labels), reasons and partners."""
    told = {key: event.details[key] for key in DETAILS if isinstance(event.details.get(key), str)}
    words = {key: services.get(value, value) for key, value in told.items() if value}
    return " · ".join(f"{DETAILS[key]} {value}".strip() for key, value in words.items())


@register.filter
def nama_isian(field):
    """The label of a changed field of the trail."""
    return FIELDS.get(field, field)
