"""Last year's plan as this year's draft."""

from django.db import transaction

from cases.audit import record
from reports.evaluation.sheet import sheet_of
from reports.models import EvaluationIndicator, EvaluationPlan
from reports.models.evaluation import SUBJECTS
from reports.models.evaluation_indicator import TARGETS

PLAN = (*SUBJECTS, "shelter", "title", "subject_text", "purpose", "near")
INDICATOR = ("position", "kind", "wording", "measure", "unit", "direction", "judged", "source", "responsible", *TARGETS)


@transaction.atomic
def copied(plan, year, *, by):
    """The other year's plan, a draft. What this year reached becomes its baseline, if known; else the old one stays."""
    plan.refresh_from_db(from_queryset=EvaluationPlan.objects.for_page())
    made = EvaluationPlan(year=year, **{name: getattr(plan, name) for name in PLAN}).open(by=by)
    for row in sheet_of(plan).rows:
        old = row.indicator
        new = EvaluationIndicator(plan=made, **{name: getattr(old, name) for name in INDICATOR})
        new.baseline, new.baseline_note = old.baseline, old.baseline_note
        if row.year.actual is not None:
            new.baseline, new.baseline_note = row.year.actual, f"realisasi {plan.year}"
        new.full_clean()
        new.save()
    record(by=by, action="evaluation.copied", target=made, year=year, source=plan.pk)
    return made
