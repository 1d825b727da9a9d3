import hashlib
import uuid
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import DatabaseError, models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.models import Shelter, User
from cases.permissions import Perm, ScopedQuerySet
from reports.imports import run


def private_name(upload, filename):
    """A name that says nothing and cannot be guessed."""
    return f"impor/{uuid.uuid4().hex}"


class SheetUploadQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def visible_to(self, user):
        return self.allowed(user, Perm.IMPORT)

    def forgotten(self):
        """Looked at a day ago and never put in."""
        return self.filter(applied_at=None, uploaded_at__lt=timezone.now() - timedelta(days=1)).exclude(file="")


class SheetUpload(models.Model):
    """A spreadsheet between its preview and its confirmation. Once it is in, the file goes and the facts stay."""

    class Kind(models.TextChoices):
        REGISTER = "register", "Register klien dan masa tinggal"
        PRESENCE = "kehadiran", "Kehadiran"
        SERVICES = "layanan", "Layanan yang diberikan"
        NEEDS = "kebutuhan", "Kebutuhan layanan"

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="+", verbose_name="panti")
    kind = models.CharField("jenis berkas", max_length=12, choices=Kind)
    file = models.FileField("berkas", upload_to=private_name, blank=True)
    file_name = models.CharField("nama berkas", max_length=120)
    sha256 = models.CharField(max_length=64)
    create_lists = models.BooleanField("tambahkan yang belum ada dalam daftar", default=False)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diunggah oleh")
    uploaded_at = models.DateTimeField("diunggah", auto_now_add=True)
    applied_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dimasukkan oleh"
    )
    applied_at = models.DateTimeField("dimasukkan", null=True, blank=True)
    counts = models.JSONField("hasil", default=dict, blank=True)

    objects = SheetUploadQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas impor"
        verbose_name_plural = "berkas impor"
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                name="sheet_upload_applied_at_and_by",
                condition=Q(applied_at=None, applied_by=None) | Q(applied_at__isnull=False, applied_by__isnull=False),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} — {self.shelter}"

    def get_absolute_url(self):
        return reverse("reports:import_preview", args=[self.pk])

    @classmethod
    def keep(cls, content, *, by, shelter, kind, name, create_lists):
        upload = cls(
            shelter=shelter, kind=kind, uploaded_by=by, create_lists=create_lists, file_name=name[-120:],
            sha256=hashlib.sha256(content).hexdigest(),
        )  # fmt: skip
        upload.file.save("", ContentFile(content), save=False)
        upload.save()
        return upload

    @property
    def content(self):
        with self.file.open("rb") as kept:
            return kept.read()

    def check_rows(self):
        """What the file would do now."""
        return run.check(self.kind, self.content, self.shelter, create_lists=self.create_lists)

    @transaction.atomic
    def put_in(self, *, by):
        """Put the file in, once: whoever confirms a second time is told so."""
        self._lock()
        if self.applied_at:
            raise ValidationError("Berkas ini sudah dimasukkan.")
        if not self.file:
            raise ValidationError("Berkas ini sudah dihapus. Unggah sekali lagi.")
        outcome = run.put_in(
            self.kind, self.content, self.shelter, by=by, create_lists=self.create_lists, name=self.file_name
        )
        if outcome.errors:
            return outcome
        self.applied_by, self.applied_at, self.counts = by, timezone.now(), outcome.counts
        self.forget_file()
        return outcome

    def _lock(self):
        try:
            self.refresh_from_db(from_queryset=SheetUpload.objects.select_for_update(of=["self"]))
        except DatabaseError as error:
            raise ValidationError(run.BUSY) from error

    def forget_file(self):
        """The file is full of names: it goes when the row that no longer knows it is safely stored."""
        storage, name = self.file.storage, self.file.name
        self.file = ""
        self.save()
        transaction.on_commit(lambda: storage.delete(name))
