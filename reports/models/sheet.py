import hashlib
import uuid
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import DatabaseError, models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm, ScopedQuerySet
from reports.imports import run, undoing
from reports.imports.wrong_rows import wrong_rows

GONE = "Berkas ini sudah dihapus. Unggah sekali lagi."


def private_name(upload, filename):
    """A name that says nothing and cannot be guessed."""
    return f"impor/{uuid.uuid4().hex}"


class SheetUploadQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def allowed(self, user, perm):
        """Those of the shelters, and the lists of the whole department for whoever keeps that list.

        Of the latter each sees their own, and who keeps the department's accounts all of them.
        """
        held = user.rights()
        of_department = Q(kind__in=[kind for kind, needed in KEEPERS.items() if needed in held], shelter=None)
        of_department &= Q() if Perm.MANAGE in held else Q(uploaded_by=user)
        return self.filter(Q(shelter__in=user.shelters_with(perm)) | of_department)

    def visible_to(self, user):
        return self.allowed(user, Perm.IMPORT)

    def forgotten(self):
        """Looked at a day ago and never put in."""
        return self.filter(applied_at=None, uploaded_at__lt=timezone.now() - timedelta(days=1)).exclude(file="")

    def rests_forgotten(self):
        """Put in a day ago, with the rows that were left out still waiting to be fetched."""
        return self.filter(applied_at__lt=timezone.now() - timedelta(days=1)).exclude(rest="")

    def waiting(self):
        """Not put in yet, nor thrown away: whoever went away finds it again."""
        fresh = self.filter(applied_at=None, uploaded_at__gte=timezone.now() - timedelta(days=1)).exclude(file="")
        return fresh.select_related("shelter", "uploaded_by")

    def put_in(self):
        return self.exclude(applied_at=None).select_related("shelter", "applied_by").order_by("-applied_at", "-pk")


class SheetUpload(CheckedModel):
    """A spreadsheet from its upload to its report. Once it is in, the file goes and the facts stay."""

    class Kind(models.TextChoices):
        REGISTER = "register", "Register klien dan masa tinggal"
        PRESENCE = "kehadiran", "Kehadiran"
        SERVICES = "layanan", "Layanan yang diberikan"
        NEEDS = "kebutuhan", "Kebutuhan layanan"
        PARTNERS = "mitra", "Mitra rujukan"
        STAFF = "petugas", "Petugas dan perannya"
        TARGETS = "target", "Target SPM"

    # None: a list of the whole department.
    shelter = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="panti"
    )  # fmt: skip
    kind = models.CharField("jenis berkas", max_length=12, choices=Kind)
    file = models.FileField("berkas", upload_to=private_name, blank=True)
    file_name = models.CharField("nama berkas", max_length=120)
    sha256 = models.CharField(max_length=64)
    create_lists = models.BooleanField("tambahkan yang belum ada dalam daftar", default=False)
    # {} reads the first sheet with exactly our headings; else see reports.imports.layout.Layout.
    layout = models.JSONField("letak kolom", default=dict, blank=True)
    is_mapped = models.BooleanField("kolomnya sudah dipasangkan", default=True)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diunggah oleh")
    uploaded_at = models.DateTimeField("diunggah", auto_now_add=True)
    applied_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dimasukkan oleh"
    )
    applied_at = models.DateTimeField("dimasukkan", null=True, blank=True)
    counts = models.JSONField("hasil", default=dict, blank=True)
    # The rows that were wrong and left out, as a sheet to mend; kept for a day.
    rest = models.FileField("baris yang tertinggal", upload_to=private_name, blank=True)
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dibatalkan oleh"
    )
    undone_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    undo_reason = models.CharField("alasan pembatalan", max_length=200, blank=True)

    objects = SheetUploadQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas impor"
        verbose_name_plural = "berkas impor"
        ordering = ["-uploaded_at"]
        constraints = [
            models.CheckConstraint(
                name="sheet_upload_applied_at_and_by",
                condition=Q(applied_at=None, applied_by=None) | Q(applied_at__isnull=False, applied_by__isnull=False),
            ),
            models.CheckConstraint(
                name="sheet_upload_undone_at_and_by",
                condition=Q(undone_at=None, undone_by=None)
                | Q(undone_at__isnull=False, undone_by__isnull=False, applied_at__isnull=False),
            ),
            models.CheckConstraint(
                name="sheet_upload_shelter_fits_kind",
                condition=Q(kind__in=["mitra", "petugas", "target"], shelter=None)
                | (~Q(kind__in=["mitra", "petugas", "target"]) & Q(shelter__isnull=False)),
                violation_error_message="Pilih panti.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} — {self.shelter or 'Dinas'}"

    def get_absolute_url(self):
        return reverse("reports:import_preview", args=[self.pk])

    @classmethod
    def keep(cls, content, *, by, shelter, kind, name, create_lists, is_mapped=True):
        upload = cls(
            shelter=shelter, kind=kind, uploaded_by=by, create_lists=create_lists, file_name=name[-120:],
            sha256=hashlib.sha256(content).hexdigest(), is_mapped=is_mapped,
        )  # fmt: skip
        upload.file.save("", ContentFile(content), save=False)
        upload.save()
        return upload

    @classmethod
    def forget_old(cls, uploads):
        """Of these what nobody came back for: files of a day ago, and what an undoing would have needed."""
        for upload in uploads.forgotten():
            upload.forget_file()
        for upload in uploads.rests_forgotten():
            upload.forget_file("rest")
        cls.trace.related.related_model.objects.expired().delete()

    @property
    def content(self):
        with self.file.open("rb") as kept:
            return kept.read()

    @property
    def undo_until(self):
        return self.applied_at + timedelta(days=settings.IMPORT_UNDO_DAYS)

    @property
    def can_be_undone(self):
        return bool(self.applied_at and not self.undone_at and timezone.now() < self.undo_until and self.has_trace)

    @property
    def has_trace(self):
        return hasattr(self, "trace")

    def check_rows(self, *, leave_out=False):
        """What the file would do now; `leave_out`: with only the rows that are right."""
        return run.check(
            self.kind, self.content, self.shelter, create_lists=self.create_lists, layout=self.layout,
            leave_out=leave_out,
        )  # fmt: skip

    @transaction.atomic
    def map_columns(self, layout, *, by):
        """Where each column of ours stands in the file."""
        self._lock()
        self._refuse_unless_waiting()
        self.layout, self.is_mapped = layout, True
        self.save(update_fields=["layout", "is_mapped"])
        record(by=by, action="sheet.mapped", target=self, kind=self.kind, columns=len(layout.get("columns", {})))

    @transaction.atomic
    def put_in(self, *, by, may_leave_out=0):
        """Put the file in, once: whoever confirms a second time is told so. All rows, or none when one is wrong;
        `may_leave_out`: as many wrong rows as were shown to whoever confirmed may stay out.
        """
        self._lock()
        self._refuse_unless_waiting()
        outcome = run.put_in(
            self.kind, self.content, self.shelter, by=by, create_lists=self.create_lists, name=self.file_name,
            layout=self.layout, may_leave_out=may_leave_out,
        )  # fmt: skip
        if outcome.errors:
            return outcome
        self.applied_by, self.applied_at, self.counts = by, timezone.now(), outcome.counts
        if outcome.left_out:
            self.rest.save("", ContentFile(wrong_rows(outcome)), save=False)
        self.forget_file()
        if outcome.trace:
            type(self).trace.related.related_model.objects.create(upload=self, rows=outcome.trace)
        return outcome

    @transaction.atomic
    def undo(self, *, by, reason):
        """All of it out again, as long as nothing else has touched its rows. Raises ValidationError naming them."""
        self._lock()
        if not self.applied_at or self.undone_at:
            raise ValidationError("Berkas ini belum dimasukkan atau sudah dibatalkan. Muat ulang halaman ini.")
        if not self.can_be_undone:
            raise ValidationError("Rincian barisnya sudah dihapus, sehingga impor ini tidak dapat dibatalkan lagi.")
        undoing.take_back(self.trace.rows, by=by, shelter=self.shelter)
        self.trace.delete()
        self.undone_at, self.undone_by, self.undo_reason = timezone.now(), by, reason
        self.full_clean(exclude=["file"])
        self.save()
        record(
            by=by, action="sheet.undone", target=self.shelter or by, shelter=self.shelter, kind=self.kind,
            file=self.file_name, sha256=self.sha256, reason=reason, **self.counts,
        )  # fmt: skip

    @transaction.atomic
    def discard(self, *, by):
        """Not to be put in after all."""
        self._lock()
        self._refuse_unless_waiting()
        self.forget_file()

    def _refuse_unless_waiting(self):
        if self.applied_at:
            raise ValidationError("Berkas ini sudah dimasukkan.")
        if not self.file:
            raise ValidationError(GONE)

    def _lock(self):
        try:
            self.refresh_from_db(from_queryset=SheetUpload.objects.select_for_update(of=["self"]))
        except DatabaseError as error:
            raise ValidationError(run.BUSY) from error

    def forget_file(self, name="file"):
        """The file is full of names: it goes when the row that no longer knows it is safely stored."""
        kept = getattr(self, name)
        storage, stored = kept.storage, kept.name
        setattr(self, name, "")
        self.save()
        transaction.on_commit(lambda: storage.delete(stored))


# Lists of the whole department, and the right that their keeper holds.
KEEPERS = {
    SheetUpload.Kind.PARTNERS: Perm.IMPORT,
    SheetUpload.Kind.STAFF: Perm.MANAGE,
    SheetUpload.Kind.TARGETS: Perm.STANDARD,
}
