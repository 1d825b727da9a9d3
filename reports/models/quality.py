from django.contrib.postgres.fields import ArrayField
from django.db import models

from cases.models import ServiceType
from cases.models.checked import CheckedModel
from reports.models import entered


class QualityRequirement(CheckedModel):
    """What the quality of a type asks for in a year: goods and services, or staff; fulfilled month by month.

    A month holds what was added in it, so that Jan … Des add up to what the year has.
    """

    class Kind(models.TextChoices):
        GOODS = "goods", "Barang dan/atau jasa"
        STAFF = "staff", "Sumber daya manusia"

    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="+", verbose_name="jenis pelayanan")
    year = models.PositiveSmallIntegerField("tahun")
    kind = models.CharField("kelompok mutu", max_length=10, choices=Kind)
    label = models.CharField("uraian", max_length=150, help_text="Misalnya “Paket sandang” atau “Pekerja sosial”.")
    unit = models.CharField("satuan", max_length=30, help_text="Misalnya paket, unit, orang.")
    required = models.PositiveIntegerField("yang harus dipenuhi setahun")
    source = models.CharField("sumber", max_length=200, help_text=entered.SOURCE_HELP)
    fulfilled = ArrayField(
        models.PositiveIntegerField("terpenuhi", null=True, blank=True), verbose_name="terpenuhi per bulan",
        size=entered.MONTHS, default=entered.empty_months,
    )  # fmt: skip

    class Meta:
        verbose_name = "mutu SPM"
        verbose_name_plural = "mutu SPM"
        ordering = ["year", "service_type__position", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["service_type", "year", "kind", "label"], name="quality_once_per_year",
                violation_error_message="Uraian itu sudah ada untuk jenis pelayanan dan tahun ini.",
            ),
            models.CheckConstraint(**entered.within_years("quality")),
            *(
                models.CheckConstraint(**rule)
                for rule in entered.in_twelve_months("quality", "fulfilled", "Jumlah terpenuhi tidak boleh negatif.")
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.label
