"""The classes of the satisfaction index (mutu pelayanan), as the department enters them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q

from cases.audit import record
from cases.models.checked import CheckedModel
from reports.models.index_class import ENDS_AFTER_IT_STARTS, VALIDITY, InForceQuerySet

LOWEST = 25  # of the index: all answers 1


class SurveyClass(CheckedModel):
    """A class: from `lower`, inclusive, up to the next one. The index is rounded to two decimals before it is classed,
    so that no value falls between 76,60 and 76,61."""

    grade = models.CharField("mutu", max_length=3)
    words = models.CharField("kinerja", max_length=40)
    lower = models.DecimalField("mulai dari", max_digits=5, decimal_places=2)
    valid_from = models.DateField("berlaku sejak")
    valid_to = models.DateField("berlaku sampai", null=True, blank=True)
    source = models.CharField("sumber", max_length=200)

    objects = InForceQuerySet.as_manager()

    class Meta:
        verbose_name = "mutu SKM"
        verbose_name_plural = "mutu SKM"
        ordering = ["-lower", "valid_from"]
        constraints = [
            models.CheckConstraint(
                name="survey_class_ends_after_it_starts", condition=ENDS_AFTER_IT_STARTS,
                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
            ),
            models.CheckConstraint(
                name="survey_class_lower_in_range", condition=Q(lower__gte=0, lower__lte=100),
                violation_error_message="Batas bawah antara 0 dan 100.",
            ),
            models.CheckConstraint(
                name="survey_class_has_words", condition=~Q(grade="") & ~Q(words="") & ~Q(source=""),
                violation_error_message="Tulis mutu, kinerja, dan sumbernya.",
            ),
            ExclusionConstraint(
                name="survey_class_one_bound_at_a_time",
                expressions=[("lower", RangeOperators.EQUAL), (VALIDITY, RangeOperators.OVERLAPS)],
                violation_error_message="Dua mutu tidak boleh mulai pada angka yang sama.",
            ),
            ExclusionConstraint(
                name="survey_class_one_grade_at_a_time",
                expressions=[("grade", RangeOperators.EQUAL), (VALIDITY, RangeOperators.OVERLAPS)],
                violation_error_message="Mutu itu sudah ada pada masa itu.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.grade} ({self.words})"

    @classmethod
    @transaction.atomic
    def settle(cls, bounds, *, by, valid_from, source):
        """A whole table from a day on: `bounds` is [(grade, words, lower)]. Raises ValidationError.

        A table is replaced as one: a single row changed would leave a gap or an overlap.
        """
        if not any(lower <= LOWEST for _, _, lower in bounds):
            raise ValidationError(f"Mutu terendah harus mulai dari {LOWEST} atau kurang, supaya setiap nilai bermutu.")
        cls.objects.all().make_room(valid_from)
        made = [
            cls(grade=grade, words=words, lower=lower, valid_from=valid_from, source=source)
            for grade, words, lower in bounds
        ]
        for one in made:
            one.full_clean()
            one.save()
        record(by=by, action="surveyclass.settled", target=made[0], valid_from=str(valid_from), source=source,
               classes={one.grade: str(one.lower) for one in made})  # fmt: skip
        return made
