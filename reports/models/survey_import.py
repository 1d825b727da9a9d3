"""Answers that were given elsewhere (Google Forms), from the upload to the period."""

import hashlib
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import User
from cases.models.checked import CheckedModel
from reports.models.month_rules import both_or_neither
from reports.models.survey import SurveyPeriod
from reports.models.survey_answer import SurveyResponse, SurveyScore
from reports.models.survey_publication import OfPeriodQuerySet

KIND = "skm"  # of its remembered pairs of columns (ColumnMapping)
CLOSED = "Hasil periode ini sudah diumumkan, jadi jawabannya tidak berubah lagi."


class SurveyImportQuerySet(OfPeriodQuerySet):
    def forgotten(self):
        """Looked at a day ago and never put in."""
        old = timezone.now() - timedelta(days=1)
        return self.filter(applied_at=None, uploaded_at__lt=old)

    def put_in(self):
        return self.exclude(applied_at=None).select_related("applied_by", "undone_by")


class SurveyImport(CheckedModel):
    """The file itself is never kept: only its rows, without names, telephones and times of day, until they are in."""

    period = models.ForeignKey(SurveyPeriod, models.PROTECT, related_name="imports", verbose_name="periode")
    file_name = models.CharField("nama berkas", max_length=120)
    sha256 = models.CharField(max_length=64)
    headings = models.JSONField("judul kolom", default=list)
    rows = models.JSONField("baris", default=list, blank=True)  # [[number in the file, cells]]
    dropped = models.JSONField("kolom yang dibuang", default=list, blank=True)
    pairs = models.JSONField("pasangan kolom", default=dict, blank=True)  # our column -> their heading
    style = models.CharField("cara menulis tanggal", max_length=3, blank=True)
    uploaded_at = models.DateTimeField("diunggah", default=timezone.now)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="diunggah oleh")
    applied_at = models.DateTimeField("dimasukkan", null=True, blank=True)
    applied_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dimasukkan oleh"
    )
    count = models.PositiveIntegerField("jawaban yang dimasukkan", default=0)
    undone_at = models.DateTimeField("dibatalkan", null=True, blank=True)
    undone_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="dibatalkan oleh"
    )

    objects = SurveyImportQuerySet.as_manager()

    class Meta:
        verbose_name = "impor jawaban survei"
        verbose_name_plural = "impor jawaban survei"
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            both_or_neither("survey_import_applied_at_and_by", "applied_at", "applied_by"),
            both_or_neither("survey_import_undone_at_and_by", "undone_at", "undone_by"),
            models.CheckConstraint(
                name="survey_import_undone_after_applied", condition=Q(undone_at=None) | Q(applied_at__isnull=False),
                violation_error_message="Hanya impor yang sudah dimasukkan dapat dibatalkan.",
            ),
            models.UniqueConstraint(
                fields=["period", "sha256"], name="survey_import_file_once",
                condition=Q(applied_at__isnull=False, undone_at=None),
                violation_error_message="Berkas ini sudah dimasukkan ke periode ini.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.file_name

    def get_absolute_url(self):
        return reverse("reports:survey_import", args=[self.pk])

    @property
    def shelter(self):
        return self.period.shelter

    @property
    def kind(self):
        return KIND

    @property
    def waits(self):
        return self.applied_at is None

    @property
    def can_be_undone(self):
        return bool(self.applied_at and not self.undone_at and self.period.status != SurveyPeriod.Status.PUBLISHED)

    @classmethod
    @transaction.atomic
    def keep(cls, period, content, *, by, name, headings, rows, dropped):
        """Raises ValidationError when the period is published, or this very file is in already."""
        if period.status == SurveyPeriod.Status.PUBLISHED:
            raise ValidationError(CLOSED)
        seal = hashlib.sha256(content).hexdigest()
        if cls.objects.filter(period__shelter=period.shelter, sha256=seal, undone_at=None).exclude(applied_at=None):
            raise ValidationError("Berkas ini sudah dimasukkan. Batalkan impor itu dahulu bila hendak mengulang.")
        made = cls(period=period, file_name=name[-120:], sha256=seal, headings=headings, rows=rows, dropped=dropped,
                   uploaded_by=by)  # fmt: skip
        made.full_clean()
        made.save()
        return made

    @transaction.atomic
    def pair(self, pairs, style, *, by):
        self._lock()
        self.pairs, self.style = pairs, style
        self.save(update_fields=["pairs", "style"])
        record(by=by, action="surveyimport.paired", target=self, row=str(self), columns=len(pairs))

    @transaction.atomic
    def put_in(self, read, *, by):
        """All rows, or none when one is wrong. `read(batch)` gives them as (about the person, scores by code).

        A period of the past that never took answers of its own is closed by it: it could not be opened any more.
        """
        self._lock()
        period = self.period
        period.lock()
        if period.status == SurveyPeriod.Status.PUBLISHED:
            raise ValidationError(CLOSED)
        answers = read(self)
        responses = [SurveyResponse(period=period, way=SurveyResponse.Way.IMPORT, **about) for about, _ in answers]
        SurveyResponse.objects.bulk_create(responses)
        SurveyScore.objects.bulk_create(
            SurveyScore(response=response, element_id=code, score=score)
            for response, (_, scores) in zip(responses, answers, strict=True)
            for code, score in scores.items()
        )
        SurveyImported.objects.bulk_create(SurveyImported(batch=self, response=response) for response in responses)
        self.count, self.applied_at, self.applied_by, self.rows = len(responses), timezone.now(), by, []
        self.full_clean()
        self.save()
        record(by=by, action="surveyimport.applied", target=self, row=str(self), count=self.count, sha256=self.sha256)
        if period.status == SurveyPeriod.Status.DRAFT and period.ends_on < period.shelter.today():
            period.status, period.closed_at, period.closed_by = SurveyPeriod.Status.CLOSED, timezone.now(), by
            period.full_clean()
            period.save()
            record(by=by, action="surveyperiod.closed", target=period, row=str(period))
        return self.count

    @transaction.atomic
    def undo(self, *, by):
        """All of its answers out again, as long as nothing was published."""
        self._lock(waiting=False)
        self.period.lock()
        if not self.can_be_undone:
            raise ValidationError(CLOSED if self.applied_at and not self.undone_at else "Impor ini sudah dibatalkan.")
        keys = list(self.imported.values_list("response", flat=True))
        self.imported.all().delete()
        SurveyResponse.objects.filter(pk__in=keys).delete()
        self.undone_at, self.undone_by = timezone.now(), by
        self.full_clean()
        self.save()
        record(by=by, action="surveyimport.undone", target=self, row=str(self), count=self.count)

    def _lock(self, *, waiting=True):
        self.refresh_from_db(from_queryset=SurveyImport.objects.select_for_update(of=["self"]))
        if waiting and not self.waits:
            raise ValidationError("Berkas ini sudah dimasukkan.")


class SurveyImported(CheckedModel):
    """Which answers came with which file: the answer itself does not know it."""

    batch = models.ForeignKey(SurveyImport, models.PROTECT, related_name="imported", verbose_name="impor")
    response = models.OneToOneField(SurveyResponse, models.PROTECT, related_name="+", verbose_name="jawaban")

    class Meta:
        verbose_name = "jawaban yang diimpor"
        verbose_name_plural = "jawaban yang diimpor"

    def __str__(self):
        return str(self.batch_id)
