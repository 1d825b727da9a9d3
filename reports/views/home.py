"""Home is the work list of the role: what waits, what is overdue, and the way to today's work."""

from datetime import timedelta

from django.db.models import Count, Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from assessments.models import Assessment
from cases.models import DayRecord, Shelter, Stay
from cases.permissions import Perm
from referrals.models import Referral

MOST = 8
WARN_DAYS = 2


@require_safe
def home(request):
    user = request.user
    context = {
        "houses": houses(user),
        "drafts": Assessment.objects.allowed(user, Perm.ASSESS).drafts_of(user).for_list()[:MOST],
        "reviews": Assessment.objects.allowed(user, Perm.REVIEW)
        .waiting_for_review()
        .for_list()
        .select_related("submitted_by")[:MOST],
        "unassessed": unassessed(user)[:MOST],
        "waiting": Referral.objects.allowed(user, Perm.FILE).waiting().for_list().order_by("sent_at")[:MOST],
        "overstays": overstays(user)[:MOST],
        "departments": department(user),
    }
    return render(request, "reports/home.html", context)


def houses(user):
    """The shelters where this person works: how full, who is away today, and the links to today's work."""
    residents = Count("stays", filter=Q(stays__status="resident"))
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


def unassessed(user):
    """Residents without any assessment yet, the longest waiting first."""
    stays = Stay.objects.allowed(user, Perm.ASSESS).resident().filter(assessments=None)
    return stays.select_related("client", "shelter").order_by("entered_on", "pk")


def overstays(user):
    """Residents two days from the longest stay of their shelter, at it, or past it. It warns; it ends nothing."""
    limits = Q(pk__in=[])
    for shelter in user.shelters_with(Perm.FILE).filter(max_stay__isnull=False, max_stay_unit="calendar"):
        latest_entry = shelter.today() - timedelta(days=shelter.max_stay - 1 - WARN_DAYS)
        limits |= Q(shelter=shelter, entered_on__lte=latest_entry)
    stays = Stay.objects.allowed(user, Perm.FILE).resident().filter(limits)
    return stays.select_related("client", "shelter").order_by("entered_on", "pk")


def department(user):
    """All shelters side by side, for whoever sees figures but no names."""
    if not user.memberships.current().filter(shelter=None).exists():
        return []
    residents = Count("stays", filter=Q(stays__status="resident"))
    return Shelter.objects.visible_to(user).annotate(residents=residents)
