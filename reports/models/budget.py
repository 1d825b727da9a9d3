from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q

from cases.models import ServiceType
from cases.models.checked import CheckedModel
from reports.models import entered


class Budget(CheckedModel):
    """Money for a type in a year, in rupiah: allocated, and realised month by month (what was spent in each)."""

    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name="jenis pelayanan")
    year = models.PositiveSmallIntegerField("tahun")
    label = models.CharField("uraian", max_length=150, help_text="Subkegiatan, misalnya “Penyediaan permakanan”.")
    sipd_code = models.CharField("kode SIPD", max_length=40, blank=True)
    allocated = models.DecimalField(
        "alokasi (rupiah)", max_digits=16, decimal_places=2, validators=[MinValueValidator(0)]
    )
    source = models.CharField("sumber", max_length=200, help_text="Misalnya nomor DPA atau Perda APBD.")
    realised = ArrayField(
        models.DecimalField(
            "realisasi", max_digits=16, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
        ),
        verbose_name="realisasi per bulan", size=entered.MONTHS, default=entered.empty_months,
    )  # fmt: skip

    class Meta:
        verbose_name = "anggaran SPM"
        verbose_name_plural = "anggaran SPM"
        ordering = ["year", "service_type__position", "sipd_code", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service_type", "year", "label"], name="budget_once_per_year",
                violation_error_message="Uraian itu sudah ada untuk jenis pelayanan dan tahun ini.",
            ),
            models.CheckConstraint(**entered.within_years("budget")),
            models.CheckConstraint(
                name="budget_not_negative", condition=Q(allocated__gte=0),
                violation_error_message="Alokasi tidak boleh negatif.",
            ),
            *(
                models.CheckConstraint(**rule)
                for rule in entered.in_twelve_months("budget", "realised", "Realisasi tidak boleh negatif.")
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.label
