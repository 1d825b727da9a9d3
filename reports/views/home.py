"""Home is the work list of the role: what waits, what is overdue, and the way to today's work."""

from django.db.models import Count, Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.models import DayRecord, Shelter, Stay, Task
from cases.permissions import Perm
from reports.dues import MOST
from reports.dues.approvals import overdue_by_shelter, overdue_since
from reports.dues.complaints import complaint_dues
from reports.dues.evaluations import evaluation_dues
from reports.dues.exports import export_dues
from reports.dues.family import family_dues
from reports.dues.files import file_dues
from reports.dues.incoming import incoming_dues
from reports.dues.journeys import journey_dues
from reports.dues.months import month_dues
from reports.dues.needs import need_dues
from reports.dues.partners import partner_dues
from reports.dues.people import assessment_dues, people_dues
from reports.dues.plans import plan_dues
from reports.dues.referrals import referral_dues
from reports.dues.social_reports import report_dues
from reports.dues.sops import sop_dues
from reports.dues.survey import survey_dues

TASKS, LIMITS = 4, 3  # the whole lists are a press away
RESIDENT = Q(stays__status="resident", stays__setting="in_house")
# In the order in which they are read: people first, then what others wait for, then papers.
DUES = (
    people_dues, incoming_dues, complaint_dues, assessment_dues, referral_dues, journey_dues, need_dues, file_dues,
    family_dues, plan_dues, report_dues, month_dues, evaluation_dues, partner_dues, export_dues, sop_dues,
    survey_dues,
)  # fmt: skip


@require_safe
def home(request):
    user = request.user
    context = {
        "houses": houses(user),
        "tasks": Task.objects.allowed(user, Perm.FILE).concerning(user).for_list()[:TASKS],
        "overstays": Stay.objects.allowed(user, Perm.FILE).near_limit()[:LIMITS],
        "dues": [(heading, rows) for find in DUES for heading, rows in find(user) if rows],
        "most": MOST,
        "departments": department(user),
    }
    context["overdue"] = overdue_by_shelter(user, overdue_since()) if context["departments"] else []
    return render(request, "reports/home.html", context)


def houses(user):
    """The shelters where this person works: how full, who is away today, and the links to today's work."""
    residents = Count("stays", filter=RESIDENT)
    shelters = user.shelters_with(Perm.SEE).annotate(residents=residents)
    for shelter in shelters:
        today = shelter.today()
        shelter.away = (
            DayRecord.objects.visible_to(user)
            .filter(stay__shelter=shelter, date=today, stay__status="resident")
            .exclude(presence="hadir")
            .count()
        )
        shelter.day = today
    return shelters


def department(user):
    """All shelters side by side, for whoever sees figures but no names."""
    if not user.memberships.current().filter(shelter=None).exists():
        return []
    residents = Count("stays", filter=RESIDENT)
    return Shelter.objects.visible_to(user).annotate(residents=residents)
