"""How a frozen figure of the survey reads."""

from datetime import date

from django import template

register = template.Library()


@register.filter
def koma(text):
    """“77.78” as 77,78: to the digit, as it was frozen; a dash where there is none."""
    return "–" if text in (None, "") else str(text).replace(".", ",")


@register.filter
def hari(text):
    """An ISO date of a frozen figure as a date."""
    return date.fromisoformat(text)
