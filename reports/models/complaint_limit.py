from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q

from cases.audit import record
from cases.models.checked import CheckedModel
from reports.models.complaint_words import Kind

ONE_DAY = timedelta(days=1)
DAYS = [MinValueValidator(1, "Sedikitnya 1 hari."), MaxValueValidator(250, "Paling lama 250 hari.")]


class ComplaintLimit(CheckedModel):
    """By when a complaint of a kind should be verified, followed up and finished, since a day.

    In working days after the day on which it came (or was reopened), all three from that same day. Which days the law
    sets is told differently by different sources: so it is the department's data, each row with where it comes from.
    """

    kind = models.CharField("jenis", max_length=12, choices=Kind)
    valid_from = models.DateField(
        "berlaku sejak", help_text="Yang masuk sebelum tanggal ini tetap memakai batas sebelumnya."
    )
    verify_days = models.PositiveSmallIntegerField("verifikasi paling lama (hari kerja)", validators=DAYS)
    follow_days = models.PositiveSmallIntegerField("tindak lanjut pertama paling lama (hari kerja)", validators=DAYS)
    finish_days = models.PositiveSmallIntegerField("jawaban paling lama (hari kerja)", validators=DAYS)
    reopen_days = models.PositiveSmallIntegerField(
        "dapat dibuka kembali oleh pengirim dalam (hari kalender)", validators=DAYS
    )
    source = models.CharField("sumber", max_length=300, help_text="Peraturan, SOP, atau keputusan dinas.")

    class Meta:
        verbose_name = "batas waktu pengaduan"
        verbose_name_plural = "batas waktu pengaduan"
        ordering = ["kind", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "valid_from"], name="complaint_limit_once_per_day",
                violation_error_message="Batas jenis ini sejak tanggal itu sudah ada. Ubah yang sudah ada.",
            ),
            models.CheckConstraint(
                name="complaint_limit_in_order",
                condition=Q(verify_days__gte=1, follow_days__gte=F("verify_days"), finish_days__gte=F("follow_days"),
                            reopen_days__gte=1),
                violation_error_message="Urutannya: verifikasi, lalu tindak lanjut, lalu jawaban; semua sedikitnya 1.",
            ),
            models.CheckConstraint(
                name="complaint_limit_has_source", condition=~Q(source=""),
                violation_error_message="Tulis sumber batas ini.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.verify_days}, {self.follow_days}, dan {self.finish_days} hari kerja"

    @transaction.atomic
    def remove(self, *, by):
        """Entered by mistake; the limit before it holds again."""
        found = ComplaintLimit.objects.select_for_update().filter(pk=self.pk).first()
        if found is None:
            raise ValidationError("Batas ini sudah dihapus orang lain.")
        told = {"kind": found.get_kind_display(), "limit": str(found), "valid_from": str(found.valid_from)}
        record(by=by, action="complaintlimit.removed", target=found, **told)
        found.delete()
