from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q

from cases.audit import difference, record
from cases.models import Shelter
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from reports.models.month_report import MonthReport
from reports.models.month_rules import FROZEN

LONGEST = 5000
PARTS = ("highlights", "problems", "follow_up")
CLOSED = "Laporan bulan ini sudah ditandatangani. Teksnya dapat diubah lagi bila ralat sedang disusun."


class MonthTextQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def of_month(self, shelter, month):
        return self.filter(shelter=shelter, year=month.year, number=month.number)


class MonthText(CheckedModel):
    """What figures do not say of a shelter's month. Plain text with paragraphs; earlier versions are on the trail."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="month_texts", verbose_name="panti")
    year = models.PositiveSmallIntegerField("tahun")
    number = models.PositiveSmallIntegerField("bulan")
    highlights = models.TextField("kegiatan menonjol", max_length=LONGEST, blank=True)
    problems = models.TextField("permasalahan", max_length=LONGEST, blank=True)
    follow_up = models.TextField("tindak lanjut", max_length=LONGEST, blank=True)

    objects = MonthTextQuerySet.as_manager()

    class Meta:
        verbose_name = "teks laporan bulanan"
        verbose_name_plural = "teks laporan bulanan"
        ordering = ["-year", "-number", "shelter__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "year", "number"], name="month_text_once",
                violation_error_message="Teks bulan ini sudah ada.",
            ),
            models.CheckConstraint(
                name="month_text_of_a_month", condition=Q(number__range=(1, 12), year__range=(1900, 9999)),
                violation_error_message="Bulan ini tidak ada.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.shelter} {self.year}-{self.number:02}"

    @classmethod
    def held(cls, shelter, month):
        """The text of a month, locked until the transaction ends; begun empty where there was none.

        Refused once the month is signed and no Ralat is open. Whoever signs at this very moment has locked the report
        and is waited for; a signature that began before this text was stored meets a changed report, and starts anew.
        """
        reports = MonthReport.objects.of_month(shelter, month)
        open_report = reports.exclude(status__in=FROZEN).select_for_update(of=["self"]).order_by().first()
        if open_report is None and reports.filter(status__in=FROZEN).exists():
            raise ValidationError(CLOSED)
        if open_report:
            reports.filter(pk=open_report.pk).update(revision=F("revision"))
        at = {"shelter": shelter, "year": month.year, "number": month.number}
        cls.objects.bulk_create([cls(**at)], ignore_conflicts=True)
        return cls.objects.select_for_update(of=["self"]).select_related("shelter").get(**at)

    @classmethod
    @transaction.atomic
    def write(cls, shelter, month, *, by, **texts):
        """Set these parts and no others. Raises ValidationError once the month is signed."""
        row = cls.held(shelter, month)
        before = row.values()
        for name, text in texts.items():
            setattr(row, name, text)
        changed = difference(before, row.values())
        if changed:
            row.full_clean()
            row.save()
            record(by=by, action="monthtext.changed", target=row, period=str(month), changed=changed)
        return row

    def values(self):
        return {name: getattr(self, name) for name in PARTS}
