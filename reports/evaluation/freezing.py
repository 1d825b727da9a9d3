"""What closing keeps: every figure as it is, who signs, and a fingerprint of the whole."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cases.audit import record
from reports.evaluation.measures import read
from reports.evaluation.sheet import judgements
from reports.models import EvaluationFigure, EvaluationPlan, Office
from reports.models.evaluation import NOT_OVER, SUBJECTS
from reports.models.evaluation_indicator import TARGETS
from reports.monthly.digest import canonical, sha256

PLAN = ("shelter_id", "year", "title", *(f"{name}_id" for name in SUBJECTS), "subject_text", "purpose", "near")
INDICATOR = ("kind", "wording", "measure", "unit", "direction", "judged", "source", "baseline", "baseline_note",
             *TARGETS, "responsible_id")  # fmt: skip
NOTE = ("quarter", "actual", "actual_source", "measured_on", "note", "follow_up", "owner_id", "due_on")
FIGURE = ("quarter", "actual", "achieved", "verdict", "is_small")


@transaction.atomic
def close(plan, *, by):
    """The year is over: every figure is kept as it is now, with its fingerprint. Raises ValidationError before."""
    plan.held(EvaluationPlan.Status.ACTIVE)
    if plan.today() <= date(plan.year, 12, 31):
        raise ValidationError(NOT_OVER.format(plan.year, plan.year + 1))
    freeze(plan)
    plan.signer = signature(plan)
    plan.status, plan.closed_at, plan.closed_by = EvaluationPlan.Status.CLOSED, timezone.now(), by
    plan.digest = digest_of(plan)
    plan.full_clean()
    plan.save()
    record(by=by, action="evaluation.closed", target=plan, year=plan.year, digest=plan.digest)


def freeze(plan):
    """The figures of now, stored."""
    indicators = list(plan.indicators.prefetch_related("findings"))
    values = read(plan, {one.measure for one in indicators if one.measure})
    kept = []
    for one in indicators:
        one.plan = plan
        kept += [
            EvaluationFigure(
                indicator=one, quarter=found.period, actual=found.actual, achieved=found.percent,
                verdict=found.verdict.value, is_small=found.is_small,
            )
            for found in judgements(one, values.get(one.measure, {}))
        ]  # fmt: skip
    EvaluationFigure.objects.bulk_create(kept)


def signature(plan):
    """Who signs, where and when, as it is printed from now on."""
    today = plan.today()
    if plan.shelter:
        head = plan.shelter.head_on(today)
        role, place = f"Kepala {plan.shelter}", plan.shelter.city
        person = {"name": head.name, "rank": head.rank, "nip": head.nip} if head else {}
    else:
        office = Office.objects.on(today)
        role, place, signer = office.head_position, office.city, office.signer
        person = signer._asdict() if signer else {}
    return {"date": str(today), "role": role, "place": place, "person": person}


def digest_of(plan):
    """The fingerprint of the plan with its indicators, notes and kept figures. That a follow-up was done is not in it:
    that may still be written."""
    indicators = plan.indicators.prefetch_related("findings", "figures")
    return sha256(canonical({
        "plan": told(plan, PLAN), "signer": plan.signer,
        "indicators": [
            told(one, INDICATOR) | {
                "notes": [told(note, NOTE) for note in sorted(one.findings.all(), key=lambda note: note.quarter)],
                "figures": [told(kept, FIGURE) for kept in sorted(one.figures.all(), key=lambda kept: kept.quarter)],
            }
            for one in indicators
        ],
    }))  # fmt: skip


def told(row, names):
    """Plain values, numbers with their two digits: as the database gives them back."""
    return {name: text(getattr(row, name)) for name in names}


def text(value):
    if value is None or isinstance(value, (str, bool, int)):
        return value
    return f"{value:.2f}" if hasattr(value, "quantize") else str(value)


def is_intact(plan):
    return plan.digest == digest_of(plan)
