from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from cases.models.checked import CheckedModel
from reports.models.innovation_option import SOURCE_HELP, InnovationOption, has_source


class InnovationRuleQuerySet(models.QuerySet):
    def held(self, kind, day, track=None):
        """The number that held on a day, or None when nobody said one."""
        rows = self.filter(kind=kind, track=track, valid_from__lte=day).order_by("-valid_from").values_list("amount")
        return next((amount for (amount,) in rows[:1]), None)


class InnovationRule(CheckedModel):
    """A number that a guideline fixes, since a day: a new guideline is a new row."""

    class Kind(models.TextChoices):
        WORDS = "words", "Rancang bangun paling sedikit (kata)"
        AGE = "age", "Sudah diterapkan paling sedikit (bulan)"

    kind = models.CharField("aturan", max_length=10, choices=Kind)
    track = models.ForeignKey(
        InnovationOption, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lomba atau penilaian",
        limit_choices_to={"list": InnovationOption.List.TRACK}, help_text="Hanya untuk umur penerapan.",
    )  # fmt: skip
    amount = models.PositiveSmallIntegerField("angka", validators=[MinValueValidator(1)])
    valid_from = models.DateField("berlaku sejak")
    source = models.CharField("sumber", max_length=200, help_text=SOURCE_HELP)

    objects = InnovationRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan inovasi"
        verbose_name_plural = "aturan inovasi"
        ordering = ["kind", "track", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "track", "valid_from"], name="innovation_rule_once", nulls_distinct=False,
                violation_error_message="Aturan itu sejak tanggal itu sudah ada. Ubah yang sudah ada.",
            ),
            models.CheckConstraint(
                name="innovation_rule_age_names_track",
                condition=Q(kind="words", track=None) | Q(kind="age", track__isnull=False),
                violation_error_message="Umur penerapan memerlukan lomba; jumlah kata tidak memakainya.",
            ),
            models.CheckConstraint(
                name="innovation_rule_above_zero", condition=Q(amount__gte=1),
                violation_error_message="Angka sedikitnya 1.",
            ),
            has_source("innovation_rule"),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.get_kind_display()}: {self.amount}"
