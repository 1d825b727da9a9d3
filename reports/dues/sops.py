"""SOPs that somebody has not read yet, and those that wait for the head: as home shows them."""

from django.urls import reverse
from django.utils import timezone

from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from reports.dues import first
from reports.models import SopDocument, SopVersion


def sop_dues(user):
    """(heading, rows of (words, address, note))"""
    waiting = SopVersion.objects.waiting().filter(document__in=SopDocument.objects.allowed(user, Perm.REVIEW))
    unread = SopVersion.objects.in_force(timezone.localdate()).unread_by(user)
    return [
        (
            "SOP menunggu pengesahan",
            [_sign(one) for one in first(for_home(waiting, "written_by").order_by("written_at"))],
        ),
        ("SOP yang belum Anda baca", [_read(one) for one in first(for_home(unread).order_by("valid_from", "pk"))]),
    ]


def for_home(versions, *joined):
    return versions.select_related("document", *joined).defer("text")


def _sign(one):
    note = f"{one.document.number} · versi {one.number} · ditulis {one.written_by}, {tanggal(one.written_at)}"
    return one.document, reverse("reports:sop_review", args=[one.document_id]), note


def _read(one):
    note = f"{one.document.number} · versi {one.number}, berlaku sejak {tanggal(one.valid_from)}"
    return one.document, one.document.get_absolute_url(), note
