"""Needs whose date has passed, as home shows them."""

from django.urls import reverse

from cases.templatetags.indonesian import tanggal
from reports.dues import MOST, first
from reports.lists.of_needs import SLUG, late_needs


def need_dues(user):
    """(heading, rows of (words, address, note)); the last row leads to the whole list when there are more."""
    found = first(late_needs(user).select_related("stay__client", "stay__shelter", "service", "responsible"))
    rows = [(one.stay.client, one.stay.get_absolute_url(), note(one)) for one in found]
    if len(found) == MOST:
        rows[-1] = ("Semua kebutuhan lewat tanggal", reverse("reports:listing_page", args=[SLUG]), "daftar lengkap")
    return [("Kebutuhan lewat tanggal", rows)]


def note(need):
    who = need.responsible or "belum ada penanggung jawab"
    return f"{need.stay.shelter} · {need.service} · {who} · paling lambat {tanggal(need.due_on)}"
