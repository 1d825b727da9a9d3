"""Who asks to be let in: the requests that somebody at the door has to answer, as home shows them."""

from django.db.models import Count

from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from referrals.models import IntakeRequest
from reports.dues import MOST


def incoming_dues(user):
    """[(heading with the count, rows of (words, address, note))], in two queries."""
    unread = IntakeRequest.objects.allowed(user, Perm.ADMIT).unread()
    rows = list(unread.select_related("shelter").annotate(person_count=Count("people")).order_by("sent_at")[:MOST])
    count = unread.count() if len(rows) == MOST else len(rows)
    return [(f"Permintaan penerimaan ({count})", [_row(asked) for asked in rows])]


def _row(asked):
    coming = f" · rencana datang {tanggal(asked.expected_on)}" if asked.expected_on else ""
    note = f"{asked.number} · {asked.shelter} · {asked.person_count} orang{coming}"
    return asked.agency or f"Laporan warga: {asked.bringer}", asked.get_absolute_url(), note
