from django.db import models
from django.db.models import Q

from cases.models.checked import CheckedModel
from reports.models.month_report import MonthReport


class MonthReportPerson(CheckedModel):
    """Somebody behind the figures of a signed month, as it was at signing. Plain keys and numbers: merging or removing
    a file later changes nothing here.

    One row per person and service type of the standard; and one without a type: what the recap counted of them.
    """

    report = models.ForeignKey(MonthReport, models.PROTECT, related_name="people", verbose_name="laporan")
    service_type = models.CharField("jenis pelayanan", max_length=40, blank=True)
    client_id = models.BigIntegerField()
    client_number = models.CharField("nomor klien", max_length=40)
    served = models.BooleanField("terlayani", default=False)
    # {slug: "fulfilled" | "missing"} of the services that they needed.
    services = models.JSONField("layanan", default=dict, blank=True)
    # {figure of the recap: how many of it}, for the row without a type.
    counted = models.JSONField("terhitung", default=dict, blank=True)

    class Meta:
        verbose_name = "orang dalam laporan"
        verbose_name_plural = "orang dalam laporan"
        ordering = ["service_type", "client_number", "client_id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "service_type", "client_id"], name="month_report_person_once"),
            models.CheckConstraint(
                name="month_report_person_of_recap_or_type",
                condition=Q(service_type="", served=False, services={}) | (~Q(service_type="") & Q(counted={})),
            ),
        ]
        indexes = [models.Index(fields=["client_id"], name="month_report_person_client")]

    def __str__(self):
        return self.client_number
