"""Complaints that wait for somebody: each list as home shows it. Number and kind only, never what was said."""

from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from reports.complaints.deadlines import Clock
from reports.dues import MOST
from reports.models import Complaint, ComplaintShare
from reports.models.complaint_words import Status


def complaint_dues(user):
    """(heading, rows of (words, address, note)); for whoever handles none and was given none, one query."""
    waiting = Complaint.objects.visible_to(user).open().select_related("about")
    asked = ComplaintShare.objects.allowed(user, Perm.REVIEW).waiting().select_related("shelter")
    # One reading for all three lists: those that came first are the ones that are late.
    rows = list(waiting.order_by("counted_from", "pk")[: 5 * MOST])
    clock = Clock() if rows else None
    for one in rows:
        one.due = clock.due(one)
    late = [one for one in rows if one.due and one.due.is_late]
    fresh = [one for one in rows if one not in late and one.status == Status.RECEIVED]
    mine = [one for one in rows if one not in late and one.assigned_to_id == user.pk]
    return [
        ("Pengaduan lewat batas", [_row(one) for one in late[:MOST]]),
        ("Pengaduan menunggu verifikasi", [_row(one) for one in fresh[:MOST]]),
        ("Pengaduan yang ditugaskan kepada Anda", [_row(one) for one in mine[:MOST]]),
        ("Dinas meminta tanggapan panti", [(one, *_share(one)) for one in asked[:MOST]]),
    ]


def _row(one):
    where = one.about or "dinas"
    due = f" · {one.due.words} paling lambat {tanggal(one.due.on)}" if one.due else ""
    return one, one.get_absolute_url(), f"{where}{due}"


def _share(one):
    return one.get_absolute_url(), f"{one.shelter} · {tanggal(one.shared_at)}"
