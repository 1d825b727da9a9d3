"""Approvals that wait too long: the head sees which, the department only how many and where."""

from collections import Counter
from datetime import datetime, time, timedelta

from django.utils import timezone

from assessments.models import Assessment, InterventionPlan
from cases.limits import WorkingDays
from cases.models import Extension, Holiday
from cases.permissions import Perm
from referrals.models import Referral

PATIENCE = 2  # working days


def overdue_since(today=None):
    """What was asked for before this moment has waited more than two whole working days."""
    today = today or timezone.localdate()
    days = WorkingDays(Holiday.objects.dates())
    last = days.numbered(days.before(today) - PATIENCE - 1)
    return timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))


def overdue_by_shelter(user, since):
    """[(shelter, how many)] for whoever sees figures of shelters without being the one who approves there."""
    found = Counter()
    waiting = Assessment.objects.allowed(user, Perm.REPORT).waiting_for_review().filter(submitted_at__lt=since)
    plans = InterventionPlan.objects.allowed(user, Perm.REPORT).waiting_for_review().filter(submitted_at__lt=since)
    asked = Extension.objects.allowed(user, Perm.REPORT).waiting().filter(requested_at__lt=since)
    sent = Referral.objects.allowed(user, Perm.REPORT).for_approval().filter(submitted_at__lt=since)
    for rows in (waiting, plans, asked, sent):
        found.update(rows.order_by().values_list("stay__shelter__name", flat=True))
    return sorted(found.items())
