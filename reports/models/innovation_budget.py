from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from reports.models.innovation_part import InnovationPart


class InnovationBudget(InnovationPart):
    """Money for an innovation in a year, and whose."""

    year = models.PositiveSmallIntegerField("tahun")
    amount = models.DecimalField("jumlah (Rp)", max_digits=14, decimal_places=2, validators=[MinValueValidator(0)])
    source = models.CharField("sumber dana", max_length=150, help_text="Misalnya APBD kabupaten, BPJS, CSR, swadaya.")

    class Meta:
        verbose_name = "anggaran inovasi"
        verbose_name_plural = "anggaran inovasi"
        ordering = ["year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["innovation", "year", "source"], name="innovation_budget_once",
                violation_error_message="Sumber dana itu untuk tahun itu sudah dicatat.",
            ),
            models.CheckConstraint(
                name="innovation_budget_makes_sense", condition=Q(amount__gte=0, year__gte=2000, year__lte=2100),
                violation_error_message="Jumlah tidak kurang dari 0, tahun antara 2000 dan 2100.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.year}, {self.source}"
