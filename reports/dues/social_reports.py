"""The social reports that wait for somebody: each list as home shows it."""

from django.urls import reverse

from assessments.models import SocialReport
from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from reports.dues import first


def report_dues(user):
    """(heading, rows of (words, address, note))"""
    waiting = SocialReport.objects.allowed(user, Perm.REVIEW).waiting_for_signature().for_list()
    begun = SocialReport.objects.allowed(user, Perm.ASSESS).to_work_on(user).for_list()
    return [
        ("Laporan klien menunggu tanda tangan", [_sign(one) for one in first(waiting.select_related("submitted_by"))]),
        ("Laporan klien yang belum diajukan", [_begun(one) for one in first(begun)]),
    ]


def _sign(report):
    note = f"{report.get_kind_display()} · diajukan {report.submitted_by}, {tanggal(report.submitted_at)}"
    return report.stay.client, reverse("assessments:socialreport_sign", args=[report.pk]), note


def _begun(report):
    return report.stay.client, report.get_absolute_url(), f"{report.get_kind_display()} · {report.get_status_display()}"
