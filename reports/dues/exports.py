"""Home's note that an export is ready: for a day, to whoever asked for it."""

from datetime import timedelta

from django.utils import timezone

from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from reports.dues import MOST
from reports.models import ExportJob


def export_dues(user):
    """(heading, rows of (words, address, note))"""
    if not user.holds(Perm.EXPORT):
        return []
    since = timezone.now() - timedelta(days=1)
    ready = ExportJob.objects.visible_to(user).filter(status=ExportJob.Status.DONE, finished_at__gte=since)
    rows = [(job, job.get_absolute_url(), f"sampai {tanggal(job.expires_at)}") for job in ready.exclude(file="")[:MOST]]
    return [("Ekspor siap diunduh", rows)]
