from django.db import models
from django.db.models import Case, F, Q, Value, When

from assessments.scoring import Readable, scores
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet


class MeasureQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(assessment__stay__shelter__in=shelters)

    def current(self):
        """Of assessments that hold: each filling once, and what was corrected no longer speaks."""
        assessments = self.model._meta.get_field("assessment").related_model.objects
        return self.filter(assessment__in=assessments.current()).exclude(assessment__stay__status="cancelled")

    def complete(self):
        return self.filter(answered=F("asked"))

    def by_time(self):
        return self.order_by("at", "assessment_id", "position")

    def for_change(self):
        """With whatever a page about change says of them, and without the answers."""
        joined = self.select_related("assessment__instrument", "assessment__stay__shelter")
        return joined.defer("assessment__answers", "assessment__stamps", "assessment__returned_answers")


class Measure(Readable, CheckedModel):
    """A scored domain of an assessment (nilai bidang), written when it is completed: lists need not read answers."""

    # Derived from its answers, and nothing without it.
    assessment = models.ForeignKey("assessments.Assessment", models.CASCADE, related_name="measures")
    at = models.DateTimeField(
        "dinilai", help_text="Perbaikan menilai saat yang sama dengan asesmen yang diperbaikinya."
    )
    position = models.PositiveSmallIntegerField("urutan", default=0)
    slug = models.CharField("kode bidang", max_length=60)
    label = models.CharField("bidang", max_length=150)
    value = models.DecimalField("nilai", max_digits=12, decimal_places=2)
    minimum = models.DecimalField("nilai terendah", max_digits=12, decimal_places=2)
    maximum = models.DecimalField("nilai tertinggi", max_digits=12, decimal_places=2)
    answered = models.PositiveSmallIntegerField("dijawab")
    asked = models.PositiveSmallIntegerField("ditanyakan")
    band = models.CharField("pita", max_length=100, blank=True)
    is_weak = models.BooleanField("perlu perhatian", default=False)
    higher_is_better = models.BooleanField("makin tinggi makin baik", default=True)
    # From 0, as bad as the scale goes, to 1: comparable though a version or the relevant questions changed the limits.
    standing = models.GeneratedField(
        expression=Case(
            When(~Q(answered=F("asked")), then=Value(None)),
            When(higher_is_better=True, then=(F("value") - F("minimum")) / (F("maximum") - F("minimum"))),
            default=(F("maximum") - F("value")) / (F("maximum") - F("minimum")),
        ),
        output_field=models.DecimalField(max_digits=7, decimal_places=6, null=True),
        db_persist=True,
    )

    objects = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = "nilai bidang"
        verbose_name_plural = "nilai bidang"
        ordering = ["assessment_id", "position"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "slug"], name="measure_domain_once"),
            models.CheckConstraint(
                name="measure_answered_of_asked", condition=Q(answered__gte=1, answered__lte=F("asked"))
            ),
            models.CheckConstraint(
                name="measure_within_its_limits",
                condition=Q(minimum__lt=F("maximum"))
                & (~Q(answered=F("asked")) | Q(value__gte=F("minimum"), value__lte=F("maximum"))),
            ),
            models.CheckConstraint(
                name="measure_band_only_when_complete",
                condition=Q(answered=F("asked")) | Q(band="", is_weak=False),
            ),
        ]
        indexes = [models.Index(fields=["at"], name="measure_at")]

    def __str__(self):
        return f"{self.label}: {self.value}"

    @property
    def instrument(self):
        return self.assessment.instrument

    @property
    def on(self):
        """The day of the assessment, by the shelter's clock."""
        return self.at.astimezone(self.assessment.shelter.zone).date()

    @classmethod
    def write(cls, assessment, state):
        """What the answers score, instead of what they scored before. Inside the verb that completes them."""
        cls.objects.filter(assessment=assessment).delete()
        of_it = {"assessment": assessment, "at": assessment.root.submitted_at}
        domains = assessment.form.domains
        places = {domain.slug: place for place, domain in enumerate(domains)}
        cls.objects.bulk_create(
            cls(position=places[score.slug], **of_it, **score.stored()) for score in scores(domains, state)
        )
