from dataclasses import dataclass
from datetime import date, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Max, Q
from django.urls import reverse

from assessments.models.instrument import Instrument
from cases.models import Category, Stay
from cases.models.checked import CheckedModel

COUNTING = ["submitted", "approved"]


class ReassessmentRuleQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True).select_related("instrument", "category")


class ReassessmentRule(CheckedModel):
    """How often an instrument is filled in again (aturan asesmen ulang): the department's, for all shelters.

    A rule for a category goes before the one for everybody.
    """

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="rules", verbose_name="instrumen")
    every_days = models.PositiveSmallIntegerField(
        "setiap (hari)", validators=[MinValueValidator(1), MaxValueValidator(730)]
    )
    category = models.ForeignKey(
        Category, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="hanya untuk kategori"
    )
    from_entry = models.BooleanField(
        "juga yang pertama", default=False, help_text="Yang belum pernah diisi jatuh tempo sekian hari sejak masuk."
    )
    is_active = models.BooleanField("dipakai", default=True)
    source = models.CharField(
        "dasar", max_length=200, blank=True, help_text="Peraturan, pedoman, atau keputusan dinas."
    )

    objects = ReassessmentRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan asesmen ulang"
        verbose_name_plural = "aturan asesmen ulang"
        ordering = ["instrument__title", "category__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "category"],
                condition=Q(is_active=True),
                nulls_distinct=False,
                name="reassessment_rule_once",
                violation_error_message="Aturan untuk instrumen dan kategori ini sudah ada.",
            ),
            models.CheckConstraint(
                name="reassessment_rule_some_days",
                condition=Q(every_days__gte=1, every_days__lte=730),
                violation_error_message="Antara 1 dan 730 hari.",
            ),
        ]

    def __str__(self):
        return f"{self.instrument}: setiap {self.every_days} hari"

    def get_absolute_url(self):
        return reverse("assessments:reassessment_rule_edit", args=[self.pk])


@dataclass(frozen=True)
class Due:
    """An instrument to be filled in again for a resident."""

    stay: Stay
    instrument: Instrument
    due_on: date
    last_on: date | None
    every_days: int

    @property
    def is_due(self):
        return self.due_on <= self.stay.shelter.today()


def due_again(stays, until=None):
    """What falls due by a day for residents among these stays, the longest overdue first: the rules and one query."""
    rules = list(ReassessmentRule.objects.active())
    if not rules:
        return []
    stays = stays.resident().select_related("client", "shelter", "category")
    filled = {f"last_{pk}": _last(pk) for pk in {rule.instrument_id for rule in rules}}
    found = []
    for stay in stays.annotate(**filled):
        for rule in _rules_for(stay, rules):
            last = getattr(stay, f"last_{rule.instrument_id}")
            base = last.astimezone(stay.shelter.zone).date() if last else stay.entered_on if rule.from_entry else None
            if base is None:
                continue
            due_on = base + timedelta(days=rule.every_days)
            if until is None or due_on <= until:
                found.append(Due(stay, rule.instrument, due_on, base if last else None, rule.every_days))
    return sorted(found, key=lambda due: (due.due_on, due.stay.pk, due.instrument.title))


def _last(instrument):
    # A correction is no new look at the person: the date of what it corrects stands.
    done = Q(assessments__instrument=instrument, assessments__status__in=COUNTING, assessments__corrects=None)
    return Max("assessments__submitted_at", filter=done)


def _rules_for(stay, rules):
    """Of each instrument the rule of the stay's category or else the general one."""
    chosen = {}
    for rule in rules:
        if rule.category_id == stay.category_id and rule.category_id is not None:
            chosen[rule.instrument_id] = rule
        elif rule.category_id is None:
            chosen.setdefault(rule.instrument_id, rule)
    return chosen.values()
