"""The way home: searches that stand still, families who come today, and papers that still lie on a desk."""

from django.utils import timezone

from cases.models import ExitRecord, FamilyTracing, Pickup
from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from reports.dues import first


def family_dues(user):
    """(heading, rows of (words, address, note))"""
    today = timezone.localdate()
    tracings = first(FamilyTracing.objects.allowed(user, Perm.FILE).due(today).for_page())
    pickups = first(Pickup.objects.allowed(user, Perm.FILE).due(today).for_page().order_by("planned_on", "pk"))
    unsigned = first(ExitRecord.objects.allowed(user, Perm.DISCHARGE).unsigned(today).for_page())
    return [
        ("Penelusuran keluarga yang perlu langkah", [_tracing(one, today) for one in tracings]),
        ("Penjemputan oleh keluarga", [_pickup(one, today) for one in pickups]),
        ("Berita acara serah terima belum diunggah", [_unsigned(one) for one in unsigned]),
    ]


def _tracing(tracing, today):
    late = f"jatuh tempo {tanggal(tracing.due_on)} · " if tracing.due_on and tracing.due_on <= today else ""
    note = f"{late}langkah terakhir {tanggal(tracing.last_step)}"
    who = f" · {tracing.responsible}" if tracing.responsible else ""
    return tracing.stay.client, tracing.get_absolute_url(), f"{note}{who}"


def _pickup(pickup, today):
    when = "hari ini" if pickup.planned_on == today else f"seharusnya {tanggal(pickup.planned_on)}"
    return pickup.stay.client, pickup.get_absolute_url(), f"{pickup.relative} · {when}"


def _unsigned(kept):
    return kept.stay.client, kept.get_absolute_url(), f"{kept.letter} · keluar {tanggal(kept.stay.ended_on)}"
