from django.db import models, transaction
from django.utils import timezone

from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from reports.models.sheet import SheetUpload


class ColumnMappingQuerySet(models.QuerySet):
    def of(self, upload, headings):
        """What was decided for a file of this kind and shelter with these headings."""
        return self.filter(shelter=upload.shelter, kind=upload.kind, headings=headings)


class ColumnMapping(CheckedModel):
    """Which column of an office's own sheet is which of ours (pasangan kolom impor), for the next file like it."""

    shelter = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="panti"
    )  # fmt: skip
    kind = models.CharField("jenis berkas", max_length=12, choices=SheetUpload.Kind)
    headings = models.CharField("sidik judul kolom", max_length=64)
    columns = models.JSONField("pasangan kolom", default=dict)  # our heading -> theirs
    style = models.CharField("cara menulis tanggal", max_length=3, default="iso")
    saved_at = models.DateTimeField("disimpan", default=timezone.now)
    saved_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="disimpan oleh")

    objects = ColumnMappingQuerySet.as_manager()

    class Meta:
        verbose_name = "pasangan kolom impor"
        verbose_name_plural = "pasangan kolom impor"
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "kind", "headings"],
                name="column_mapping_once",
                nulls_distinct=False,
                violation_error_message="Pasangan untuk judul kolom ini sudah ada.",
            )
        ]

    def __str__(self):
        return f"Pasangan kolom {self.get_kind_display()}"

    @classmethod
    @transaction.atomic
    def keep(cls, upload, headings, *, columns, style, by):
        """What was decided for these headings, instead of what was decided before."""
        of_it = {"shelter": upload.shelter, "kind": upload.kind, "headings": headings}
        said = {"columns": columns, "style": style, "saved_by": by, "saved_at": timezone.now()}
        cls.objects.update_or_create(**of_it, defaults=said)
