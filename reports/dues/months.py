"""The monthly reports that wait for somebody: each list as home shows it."""

from django.urls import reverse

from cases.models import Stay
from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from reports.dues import MOST, first
from reports.models import MonthReport
from reports.month import Month
from reports.monthly import comparing

COMPARED_AT_HOME = 1  # home has to be quick: the page of the differences compares more


def month_dues(user):
    """(heading, rows of (words, address, note))"""
    waiting = first(MonthReport.objects.allowed(user, Perm.REVIEW).waiting().for_list())
    returned = first(MonthReport.objects.allowed(user, Perm.FILE).returned().for_list().select_related("returned_by"))
    return [
        ("Laporan bulanan menunggu tanda tangan", [_sign(one) for one in waiting]),
        ("Laporan bulanan yang dikembalikan", [_again(one) for one in returned]),
        ("Laporan bulanan yang belum diajukan", unsubmitted(user)),
        ("Data berubah sejak laporan ditandatangani", changed(user)),
    ]


def unsubmitted(user):
    """Last month, where nobody began its report though people were there."""
    rows = []
    for shelter in user.shelters_with(Perm.FILE):
        month = Month.of(shelter.today()).moved(-1)
        begun = MonthReport.objects.of_month(shelter, month)
        people = Stay.objects.filter(shelter=shelter).overlapping(month.first, month.last)
        if not begun.exists() and people.exists():
            url = _url(shelter, month, "month_submit")
            rows.append((f"{month.label} – {shelter}", url, "periksa data, lalu ajukan"))
    return rows


def changed(user):
    """For whoever signs, and for the department: months that no longer agree with what was signed."""
    everywhere = user.memberships.current().filter(shelter=None).exists()
    shelters = user.shelters_with(Perm.REPORT if everywhere else Perm.REVIEW)
    found, _ = comparing.differing(shelters, COMPARED_AT_HOME)
    return [_differs(one) for one in found[:MOST]]


def _sign(report):
    note = f"{report.title} · diajukan {report.submitted_by}, {tanggal(report.submitted_at)}"
    return _words(report), _url(report.shelter, report.month, "month_sign"), note


def _again(report):
    return _words(report), report.get_absolute_url(), f"oleh {report.returned_by}: {report.return_reason}"


def _differs(report):
    note = f"{report.letter} · {report.lines} selisih"
    return _words(report), _url(report.shelter, report.month, "month_differences"), note


def _words(report):
    return f"{report.month.label} – {report.shelter}"


def _url(shelter, month, name):
    return reverse(f"reports:{name}", args=[shelter.slug, month.year, month.number])
