from datetime import timedelta

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from cases.models.checked import CheckedModel
from reports.models.sheet import SheetUpload


class SheetTraceQuerySet(models.QuerySet):
    def expired(self):
        return self.filter(upload__applied_at__lt=timezone.now() - timedelta(days=settings.IMPORT_UNDO_DAYS))


class SheetTrace(CheckedModel):
    """What an import wrote, row by row, so that it can be taken back (jejak impor). See reports.imports.journal.

    It holds what stood in changed fields before: it goes when the import is undone or can no longer be.
    """

    upload = models.OneToOneField(
        SheetUpload, models.CASCADE, primary_key=True, related_name="trace", verbose_name="berkas"
    )  # fmt: skip
    rows = models.JSONField("baris", default=dict, encoder=DjangoJSONEncoder)

    objects = SheetTraceQuerySet.as_manager()

    class Meta:
        verbose_name = "jejak impor"
        verbose_name_plural = "jejak impor"

    def __str__(self):
        return f"Jejak {self.upload_id}"
