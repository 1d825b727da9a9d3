"""Follow-ups of evaluations past their date, as home shows them."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal
from reports.dues import first
from reports.models import EvaluationFinding


def evaluation_dues(user):
    """(heading, rows of (words, address, note)): one's own, and those of the evaluations that one signs for."""
    findings = EvaluationFinding.objects
    own = Q(owner=user, pk__in=findings.allowed(user, Perm.VOICES).values("pk"))
    signed = Q(pk__in=findings.allowed(user, Perm.REVIEW).values("pk"))
    late = first(findings.overdue(timezone.localdate()).filter(own | signed).for_list())
    return [("Tindak lanjut evaluasi lewat tanggal", [_row(one) for one in late])]


def _row(finding):
    plan = finding.indicator.plan
    about = f"{plan.place} · {plan.title} · {finding.owner} · paling lambat {tanggal(finding.due_on)}"
    return finding.follow_up, reverse("reports:evaluation_follow_up", args=[finding.pk]), about
