"""Home is the work list of the role: what waits, what is overdue, and the way to today's work."""

from django.db.models import Count, Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.models import DayRecord, Shelter, Stay, Task
from cases.permissions import STANDIN_GRANTS, Perm
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
# In the order in which they are read: people first, then what others wait for, then papers. Each with the rights of
# which one has to be held somewhere: who holds none has nothing in these lists, and is not asked for.
DUES = [
    ({Perm.SEE}, people_dues), ({Perm.ADMIT}, incoming_dues), ({Perm.COMPLAINTS, Perm.FILE}, complaint_dues),
    ({Perm.ASSESS, Perm.REVIEW}, assessment_dues), ({Perm.REFER, Perm.REVIEW}, referral_dues),
    ({Perm.REFER, Perm.REVIEW}, journey_dues), (set(Perm), need_dues), ({Perm.FILE, Perm.REFER}, file_dues),
    ({Perm.FILE, Perm.DISCHARGE}, family_dues), ({Perm.ASSESS, Perm.REVIEW, Perm.FILE}, plan_dues),
    ({Perm.ASSESS, Perm.REVIEW}, report_dues), ({Perm.REPORT, Perm.FILE, Perm.REVIEW}, month_dues),
    ({Perm.VOICES, Perm.REVIEW}, evaluation_dues), ({Perm.MANAGE, Perm.REVIEW}, partner_dues),
    ({Perm.EXPORT}, export_dues), (set(Perm), sop_dues), ({Perm.VOICES}, survey_dues),
]  # fmt: skip


@require_safe
def home(request):
    user = request.user
    context = {
        "houses": houses(user),
        "tasks": Task.objects.allowed(user, Perm.FILE).concerning(user).for_list()[:TASKS],
        "overstays": Stay.objects.allowed(user, Perm.FILE).near_limit()[:LIMITS],
        "dues": [(heading, rows) for heading, rows in waiting(user) if rows],
        "most": MOST,
        "departments": department(user),
    }
    context["overdue"] = overdue_by_shelter(user, overdue_since()) if context["departments"] else []
    return render(request, "reports/home.html", context)


def waiting(user):
    held = user.rights()
    if user.standins.current().exists():
        held |= STANDIN_GRANTS
    return [found for needed, find in DUES if needed & held for found in find(user)]


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
