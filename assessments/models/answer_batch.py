"""A spreadsheet of old answers on its way in, and how its columns are read."""

import hashlib
import uuid
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import ProtectedError, Q
from django.urls import reverse
from django.utils import timezone

from assessments.models.instrument import Instrument
from assessments.models.version import InstrumentVersion
from cases.audit import record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import Perm, ScopedQuerySet


class OfImportQuerySet(ScopedQuerySet):
    """What is answered is for whoever reads the file: an import of it takes both rights at that shelter."""

    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def allowed(self, user, perm):
        return self.at(user.shelters_with(perm)).at(user.shelters_with(Perm.FILE))

    def visible_to(self, user):
        return self.allowed(user, Perm.IMPORT)


class AnswerMapping(CheckedModel):
    """Which column of a form answers which question (pasangan kolom): kept for the next file with the same headings."""

    class Style(models.TextChoices):
        INDONESIAN = "id", "Indonesia: 21/11/2026 dan 36,5"
        ISO = "iso", "KoboToolbox: 2026-11-21 dan 36.5"
        AMERICAN = "us", "Amerika: 11/21/2026 dan 36.5"

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="+", verbose_name="panti")
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="+", verbose_name="instrumen")
    headings = models.CharField("sidik judul kolom", max_length=64)
    # Heading -> path of a question, one of the marks of reports.answers.pairing, or "" for what is left out.
    columns = models.JSONField("pasangan kolom", default=dict)
    style = models.CharField("cara menulis tanggal dan angka", max_length=3, choices=Style, default=Style.INDONESIAN)
    saved_at = models.DateTimeField("disimpan", default=timezone.now)
    saved_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="disimpan oleh")

    objects = OfImportQuerySet.as_manager()

    class Meta:
        verbose_name = "pasangan kolom"
        verbose_name_plural = "pasangan kolom"
        ordering = ["-saved_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "instrument", "headings"],
                name="answer_mapping_once",
                violation_error_message="Pasangan untuk judul kolom ini sudah ada.",
            )
        ]

    def __str__(self):
        return f"Pasangan kolom {self.instrument}"

    @classmethod
    @transaction.atomic
    def keep(cls, batch, headings, *, columns, style, by):
        """What was decided for these headings, instead of what was decided before."""
        of_it = {"shelter": batch.shelter, "instrument": batch.version.instrument, "headings": headings}
        said = {"columns": columns, "style": style, "saved_by": by, "saved_at": timezone.now()}
        kept, _ = cls.objects.update_or_create(**of_it, defaults=said)
        used = sum(1 for target in columns.values() if target)
        record(by=by, action="answers.mapped", target=kept, instrument=batch.version.instrument.slug, columns=used)
        batch.mapping = kept
        batch.save(update_fields=["mapping"])
        return kept


def private_name(batch, filename):
    """A name that says nothing and cannot be guessed."""
    return f"impor/{uuid.uuid4().hex}"


class AnswerBatchQuerySet(OfImportQuerySet):
    def forgotten(self):
        """Looked at a day ago and never put in."""
        return self.filter(applied_at=None, uploaded_at__lt=timezone.now() - timedelta(days=1)).exclude(file="")

    def for_list(self):
        return self.select_related("shelter", "version__instrument", "uploaded_by").defer("version__source")


class AnswerBatch(CheckedModel):
    """One file of old answers (berkas jawaban lama). Once it is in, the file goes and the facts stay."""

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="+", verbose_name="panti")
    version = models.ForeignKey(InstrumentVersion, models.PROTECT, related_name="+", verbose_name="versi instrumen")
    mapping = models.ForeignKey(AnswerMapping, models.PROTECT, null=True, blank=True, related_name="batches")
    file = models.FileField("berkas", upload_to=private_name, blank=True)
    file_name = models.CharField("nama berkas", max_length=120)
    sha256 = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField("diunggah", default=timezone.now)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diunggah oleh")
    applied_at = models.DateTimeField("dimasukkan", null=True, blank=True)
    applied_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    counts = models.JSONField("hasil", default=dict, blank=True)
    undone_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = AnswerBatchQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas jawaban lama"
        verbose_name_plural = "berkas jawaban lama"
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            *(
                models.CheckConstraint(
                    name=f"answer_batch_{act}_at_and_by",
                    condition=Q((f"{act}_at__isnull", True), (f"{act}_by__isnull", True))
                    | Q((f"{act}_at__isnull", False), (f"{act}_by__isnull", False)),
                )
                for act in ("applied", "undone")
            ),
            models.CheckConstraint(
                name="answer_batch_undone_after_applied", condition=Q(undone_at=None) | Q(applied_at__isnull=False)
            ),
        ]

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("reports:answers_preview", args=[self.pk])

    @classmethod
    def keep(cls, content, *, by, shelter, version, name):
        batch = cls(shelter=shelter, version=version, uploaded_by=by, file_name=name[-120:])
        batch.uploaded_at = timezone.now()
        batch.sha256 = hashlib.sha256(content).hexdigest()
        batch.file.save("", ContentFile(content), save=False)
        batch.save()
        return batch

    @property
    def content(self):
        with self.file.open("rb") as kept:
            return kept.read()

    @property
    def held(self):
        return self.rows.filter(state="held").count()

    def lock(self):
        """Before it is put in, once: whoever confirms a second time is told so."""
        self.refresh_from_db(from_queryset=AnswerBatch.objects.select_for_update(of=["self"]))
        if self.applied_at:
            raise ValidationError("Berkas ini sudah dimasukkan.")
        if not self.file or not self.mapping_id:
            raise ValidationError("Berkas ini sudah dihapus. Unggah sekali lagi.")

    def settle(self, counts, *, by):
        """It is in: see reports.answers.old.put_in."""
        self.applied_at, self.applied_by, self.counts = timezone.now(), by, counts
        self.forget_file()
        record(by=by, action="answers.imported", target=self, instrument=self.version.instrument.slug,
               file=self.file_name, sha256=self.sha256, **counts)  # fmt: skip

    def forget_file(self):
        """The file is full of names: it goes when the row that no longer knows it is safely stored."""
        storage, name = self.file.storage, self.file.name
        self.file = ""
        self.save()
        transaction.on_commit(lambda: storage.delete(name))

    @transaction.atomic
    def undo(self, *, by):
        """All of it out again, as long as nobody has built on it."""
        self.refresh_from_db(from_queryset=AnswerBatch.objects.select_for_update(of=["self"]))
        if not self.applied_at or self.undone_at:
            raise ValidationError("Berkas ini belum dimasukkan atau sudah dibatalkan. Muat ulang halaman ini.")
        assessments = self.rows.model._meta.get_field("assessment").related_model.objects
        gone = list(assessments.filter(old_answers__batch=self).select_related("stay__shelter"))
        for assessment in gone:  # the trail's door also refuses what is in a file that death has closed
            record(by=by, action="assessment.import_undone", target=assessment, file=self.file_name)
        count = self.rows.count()
        self.rows.all().delete()
        try:
            assessments.filter(pk__in=[assessment.pk for assessment in gone]).delete()
        except ProtectedError as error:
            raise ValidationError(
                "Asesmen dari berkas ini sudah dipakai (diperbaiki, atau dirujuk catatan lain), sehingga tidak dapat "
                "dibatalkan sekaligus. Perbaiki yang keliru satu per satu."
            ) from error
        self.undone_at, self.undone_by = timezone.now(), by
        self.save(update_fields=["undone_at", "undone_by"])
        record(by=by, action="answers.undone", target=self, file=self.file_name, rows=count)
