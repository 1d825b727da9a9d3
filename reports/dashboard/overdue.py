"""What is late at each shelter: how many, and the list that holds them. One query for all kinds and shelters."""

from collections import defaultdict
from typing import NamedTuple

from django.db.models import CharField, Count, F, Q, Value
from django.utils import timezone

from assessments.models import Assessment, InterventionPlan, PlanAction
from cases.models import Aftercare, Extension, IdentityPaper, Need, Stay, Task
from referrals.models import Referral
from reports.dues.approvals import overdue_since


class Late(NamedTuple):
    words: str
    count: int
    page: str


PAGES = {
    "tasks": ("Tugas lewat tenggat", "cases:task_list"),
    "actions": ("Tindakan rencana jatuh tempo", "assessments:action_list"),
    "needs": ("Kebutuhan lewat tenggat", ""),
    "papers": ("Dokumen yang lama menunggu", "cases:paper_list"),
    "aftercare": ("Bimbingan lanjut jatuh tempo", "cases:aftercare_list"),
    "approvals": ("Persetujuan menunggu lebih dari 2 hari kerja", "reports:home"),
}


def overdue(shelters):
    """{shelter key: [Late], what is none left out}"""
    found = defaultdict(dict)
    parts = [
        rows.order_by().annotate(late_kind=Value(kind, CharField()), house=F(where)).values("late_kind", "house")
        .annotate(n=Count("pk", distinct=True)).values_list("late_kind", "house", "n")
        for kind, where, rows in asked(shelters)
    ]  # fmt: skip
    for kind, place, count in parts[0].union(*parts[1:], all=True):
        found[place][kind] = found[place].get(kind, 0) + count
    return {
        place: [Late(words, kinds[kind], page) for kind, (words, page) in PAGES.items() if kind in kinds]
        for place, kinds in found.items()
    }


def asked(shelters):
    """(kind, the way to the shelter, rows)"""
    today, since, of_stay = timezone.localdate(), overdue_since(), "stay__shelter"
    assessments, plans = (model.objects.at(shelters).waiting_for_review() for model in (Assessment, InterventionPlan))
    resident = Q(stay__status=Stay.Status.RESIDENT)
    return [
        ("tasks", of_stay, Task.objects.at(shelters).overdue()),
        ("actions", "goal__plan__stay__shelter", PlanAction.objects.at(shelters).due(today)),
        ("needs", of_stay, Need.objects.at(shelters).open().filter(resident, due_on__lt=today)),
        ("papers", of_stay, IdentityPaper.objects.at(shelters).overdue(today)),
        ("aftercare", of_stay, Aftercare.objects.at(shelters).due(today)),
        ("approvals", of_stay, assessments.filter(submitted_at__lt=since)),
        ("approvals", of_stay, plans.filter(submitted_at__lt=since)),
        ("approvals", of_stay, Extension.objects.at(shelters).waiting().filter(requested_at__lt=since)),
        ("approvals", of_stay, Referral.objects.at(shelters).for_approval().filter(submitted_at__lt=since)),
    ]  # fmt: skip
