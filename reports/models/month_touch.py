from django.db import models

from cases.models import Shelter
from cases.models.checked import CheckedModel
from reports.models.month_report import MonthReport


class MonthTouch(CheckedModel):
    """A row that bears on a month was written while the month has a report. Triggers of the database write it
    (migration 0002), so no way of writing passes it by; what changed, a comparison tells."""

    shelter = models.ForeignKey(Shelter, models.DO_NOTHING, related_name="+", db_constraint=False)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        verbose_name = "perubahan pada bulan"
        verbose_name_plural = "perubahan pada bulan"
        indexes = [models.Index(fields=["shelter", "year", "number"], name="month_touch_month")]

    def __str__(self):
        return f"{self.shelter_id} {self.year}-{self.number:02}"


class MonthComparison(CheckedModel):
    """How many differences the last comparison of a signed month with its rows found, and at how many touches."""

    report = models.OneToOneField(
        MonthReport, models.CASCADE, primary_key=True, related_name="comparison", verbose_name="laporan"
    )  # fmt: skip
    touches = models.PositiveIntegerField()
    lines = models.PositiveIntegerField("selisih")

    class Meta:
        verbose_name = "perbandingan laporan"
        verbose_name_plural = "perbandingan laporan"

    def __str__(self):
        return f"{self.report_id}: {self.lines}"
