from django.db import models
from django.db.models import Q

from cases.models.checked import CheckedModel
from reports.models.innovation_option import SOURCE_HELP, ends_after_it_starts, has_source, in_force

LEVELS = 3


class InnovationIndicatorQuerySet(models.QuerySet):
    def on(self, day):
        return self.filter(in_force(day))


class InnovationIndicator(CheckedModel):
    """One indicator of the maturity of an innovation (indikator satuan inovasi), as a guideline weighs it.

    A weight that the guideline at hand does not tell is empty, never guessed: it is said and left out of the score.
    """

    code = models.SlugField("kode", max_length=40)
    name = models.CharField("indikator", max_length=150)
    position = models.PositiveSmallIntegerField("urutan")
    weight = models.PositiveSmallIntegerField(
        "bobot", null=True, blank=True, help_text="Kosongkan bila pedoman tidak menyebutnya; jangan dikira-kira."
    )
    proof = models.TextField(
        "bukti yang diminta per tingkat", max_length=1500, blank=True,
        help_text="Salin dari pedoman tahun itu: tingkat 1, tingkat 2, tingkat 3.",
    )  # fmt: skip
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True, help_text="Hari itu masih termasuk.")
    source = models.CharField("sumber", max_length=200, help_text=SOURCE_HELP)

    objects = InnovationIndicatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator inovasi"
        verbose_name_plural = "indikator inovasi"
        ordering = ["position", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"], name="innovation_indicator_once",
                violation_error_message="Indikator dengan kode itu sejak tanggal itu sudah ada.",
            ),
            models.CheckConstraint(
                name="innovation_indicator_weight_plausible",
                condition=Q(weight=None) | Q(weight__gte=1, weight__lte=100),
                violation_error_message="Bobot antara 1 dan 100.",
            ),
            ends_after_it_starts("innovation_indicator"),
            has_source("innovation_indicator"),
        ]  # fmt: skip

    def __str__(self):
        return self.name
