import tempfile

from django.http import FileResponse, Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.audit import record
from cases.permissions import Perm, require
from referrals.half import due, latest
from referrals.models import CommunityReport
from reports.community import HEADINGS, compare, figure_rows
from reports.exports import write_csv, write_xlsx
from reports.views.exports import CONTENT

HALVES = 6


def halves():
    """The half-years beside each other, the latest first: on a phone only the first columns are in sight."""
    return latest(timezone.localdate(), HALVES)


@require_safe
def community(request):
    """Figures without names, of all groups: how they change, and where."""
    require(request.user, Perm.REPORT)
    shown = halves()
    half = next((one for one in shown if str(one) == request.GET.get("semester")), due(timezone.localdate()))
    found = compare(CommunityReport.objects.visible_to(request.user), shown, half)
    return render(request, "reports/community.html", {"found": found, "half": half})


@require_safe
def community_export(request):
    require(request.user, Perm.REPORT)
    format = request.GET.get("format", "xlsx")
    if format not in CONTENT:
        raise Http404
    shown = halves()
    rows = figure_rows(CommunityReport.objects.visible_to(request.user), shown)
    file = tempfile.TemporaryFile()
    if format == "xlsx":
        remarks = [
            ("Isi", "Laporan semester WKSBM dan mitra luar; ralat terakhir yang berlaku"),
            ("Semester", f"{shown[-1].short} s.d. {shown[0].short}"), ("Diambil oleh", str(request.user)),
            ("Waktu", timezone.localtime().strftime("%Y-%m-%d %H.%M")),
        ]  # fmt: skip
        count = write_xlsx(file, HEADINGS, rows, remarks, name="Laporan WKSBM")
    else:
        count = write_csv(file, HEADINGS, rows)
    record(by=request.user, action="communityreport.exported", target=request.user, rows=count, format=format)
    file.seek(0)
    name = f"laporan-wksbm-{timezone.localdate():%Y-%m-%d}.{format}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT[format])
