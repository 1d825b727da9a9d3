"""Home is the work list of the role: what waits, what is overdue, and the way to today's work."""

from django.db.models import Count, Q
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from assessments.models import Assessment
from cases.models import (
    Absence,
    Aftercare,
    DayRecord,
    Death,
    Extension,
    FileWarning,
    IdentityPaper,
    Shelter,
    Stay,
    Task,
    Visit,
)
from cases.models.household import left_alone
from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from referrals.models import Referral
from reports.approvals import overdue_by_shelter, overdue_since
from reports.incoming_dues import incoming_dues
from reports.partner_dues import partner_dues
from reports.referral_dues import referral_dues
from reports.report_dues import report_dues
from reports.worklists import plan_dues

MOST = 8
RESIDENT = Q(stays__status="resident", stays__setting="in_house")


@require_safe
def home(request):
    user = request.user
    context = {
        "houses": houses(user),
        "tasks": Task.objects.allowed(user, Perm.FILE).concerning(user).for_list()[:MOST],
        "drafts": Assessment.objects.allowed(user, Perm.ASSESS).drafts_of(user).for_list()[:MOST],
        "reviews": Assessment.objects.allowed(user, Perm.REVIEW)
        .waiting_for_review()
        .for_list()
        .select_related("submitted_by")[:MOST],
        "unassessed": unassessed(user)[:MOST],
        "overstays": Stay.objects.allowed(user, Perm.FILE).near_limit()[:MOST],
        "extensions": Extension.objects.allowed(user, Perm.REVIEW).waiting().for_list()[:MOST],
        "gone": Absence.objects.allowed(user, Perm.DISCHARGE).to_close().for_list()[:MOST],
        "alone": left_alone(Stay.objects.allowed(user, Perm.REVIEW)),
        "unburied": Death.objects.visible_to(user).unburied().for_page()[:MOST],
        "dues": incoming_dues(user, MOST)
        + referral_dues(user)
        + dues(user)
        + plan_dues(user)
        + report_dues(user)
        + partner_dues(user),
        "departments": department(user),
    }
    late = overdue_since() if context["reviews"] or context["departments"] else None
    context["overdue"] = overdue_by_shelter(user, late) if context["departments"] else []
    return render(request, "reports/home.html", context | {"late_before": late})


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


def unassessed(user):
    """Residents without any assessment yet, the longest waiting first."""
    stays = Stay.objects.allowed(user, Perm.ASSESS).resident().filter(assessments=None)
    return stays.select_related("client", "shelter").order_by("entered_on", "pk")


def dues(user):
    """What is due today in the files that this person keeps: (heading, rows of (words, address, note))."""
    today, file = timezone.localdate(), Perm.FILE
    papers = IdentityPaper.objects.allowed(user, file).overdue(today).for_page()[:MOST]
    warnings = FileWarning.objects.allowed(user, file).due(today).select_related("client")[:MOST]
    contacts = Aftercare.objects.allowed(user, file).due(today).for_list()[:MOST]
    visits = Visit.objects.allowed(user, file).due(today)[:MOST]
    halted = Referral.objects.allowed(user, Perm.REFER).to_resume().for_list()[:MOST]
    return [
        (
            "Klien sudah kembali: lanjutkan rujukannya?",
            [(row.client, row.get_absolute_url(), str(row.partner)) for row in halted],
        ),
        ("Dokumen yang lama menunggu", [(row.client, row.get_absolute_url(), str(row)) for row in papers]),
        (
            "Peringatan yang perlu dilihat lagi",
            [(row.client, row.client.get_absolute_url(), str(row)) for row in warnings],
        ),
        (
            "Bimbingan lanjut",
            [(row.stay.client, reverse("cases:aftercare_list"), tanggal(row.due_on)) for row in contacts],
        ),
        (
            "Kunjungan yang dijanjikan",
            [(row.stay.client, row.stay.get_absolute_url(), tanggal(row.next_on)) for row in visits],
        ),
    ]


def department(user):
    """All shelters side by side, for whoever sees figures but no names."""
    if not user.memberships.current().filter(shelter=None).exists():
        return []
    residents = Count("stays", filter=RESIDENT)
    return Shelter.objects.visible_to(user).annotate(residents=residents)
