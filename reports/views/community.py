from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.audit import record
from cases.permissions import Perm, require
from referrals.half import due, latest
from referrals.models import CommunityReport
from reports.figures.community import HEADINGS, compare, figure_rows
from reports.figures.documents import community_document
from reports.models.office import Office
from reports.tables.making import handed_over
from reports.tables.table import plain_table

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
def community_print(request):
    """The same tables on paper: by region, and half-year beside half-year."""
    require(request.user, Perm.REPORT)
    shown, today = halves(), timezone.localdate()
    half = next((one for one in shown if str(one) == request.GET.get("semester")), due(today))
    found = compare(CommunityReport.objects.visible_to(request.user), shown, half)
    record(
        by=request.user, action="communityreport.exported", target=request.user, rows=len(found.by_area), format="pdf"
    )
    return community_document(found, half, today=today, **house_of(request.user, today)).response()


def house_of(user, today):
    """Whose paper it is: the department's, or that of the shelter where this person works."""
    shelter = user.shelters_with(Perm.REPORT).first()
    if shelter and not user.memberships.current().filter(shelter=None).exists():
        return {"house": shelter, "signer": shelter.head_on(today), "role": f"Kepala {shelter},"}
    office = Office.objects.on(today)  # the letterhead, which is allowed( everybody
    return {"house": office, "signer": office.signer, "role": f"{office.head_position},"}


@require_safe
def community_export(request):
    require(request.user, Perm.REPORT)
    format = request.GET.get("format", "xlsx")
    if format not in ("xlsx", "csv"):
        raise Http404
    shown = halves()
    rows = figure_rows(CommunityReport.objects.visible_to(request.user), shown)
    table = plain_table("Laporan WKSBM", "laporan-wksbm", HEADINGS, rows, [("Ralat", "Ralat terakhir yang berlaku")])
    chosen = f"Semester {shown[-1].short} s.d. {shown[0].short}"
    return handed_over(table, format, by=request.user, action="communityreport.exported", chosen=chosen)
