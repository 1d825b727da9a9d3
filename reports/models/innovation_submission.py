"""An innovation sent to a contest or a yearly assessment (IID, KIPP/SINOVIK), and how far it came."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import User
from cases.models.checked import CheckedModel
from cases.templatetags.indonesian import tanggal
from reports.models.innovation import Innovation, OfInnovationQuerySet
from reports.models.innovation_option import InnovationOption


class SubmissionStatus(models.TextChoices):
    DRAFT = "konsep", "Konsep"
    SENT = "terkirim", "Terkirim"
    ADMITTED = "lolos_administrasi", "Lolos administrasi"
    SCORING = "penilaian", "Penilaian"
    FINALIST = "finalis", "Finalis"
    AWARDED = "penghargaan", "Penghargaan"
    FAILED = "tidak_lolos", "Tidak lolos"


S = SubmissionStatus


class InnovationSubmission(CheckedModel):
    """One entry into one contest of one year. It leaves the house only with the head's approval of what it says."""

    Status = SubmissionStatus
    NEXT = {
        S.DRAFT: [S.SENT],
        S.SENT: [S.ADMITTED, S.FAILED],
        S.ADMITTED: [S.SCORING, S.FAILED],
        S.SCORING: [S.FINALIST, S.AWARDED, S.FAILED],
        S.FINALIST: [S.AWARDED, S.FAILED],
    }

    innovation = models.ForeignKey(Innovation, models.PROTECT, related_name="submissions", verbose_name="inovasi")
    track = models.ForeignKey(
        InnovationOption, models.PROTECT, related_name="+", verbose_name="lomba atau penilaian",
        limit_choices_to={"list": InnovationOption.List.TRACK},
    )  # fmt: skip
    year = models.PositiveSmallIntegerField("tahun")
    status = models.CharField("status", max_length=20, choices=SubmissionStatus, default=S.DRAFT)
    status_on = models.DateField("status sejak")
    note = models.CharField("catatan", max_length=500, blank=True)
    # What was approved is the text as it stood then: a later version needs a new approval before it is sent.
    approved_at = models.DateTimeField("disetujui", null=True, blank=True)
    approved_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="disetujui oleh"
    )
    approved_version = models.PositiveIntegerField("versi yang disetujui", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="dicatat oleh")

    objects = OfInnovationQuerySet.as_manager()

    class Meta:
        verbose_name = "pengajuan inovasi"
        verbose_name_plural = "pengajuan inovasi"
        ordering = ["-year", "track__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["innovation", "track", "year"], name="innovation_submission_once",
                violation_error_message="Inovasi ini sudah diajukan pada lomba dan tahun itu.",
            ),
            models.CheckConstraint(
                name="innovation_submission_approved_by_somebody",
                condition=Q(approved_at=None, approved_by=None, approved_version=None)
                | Q(approved_at__isnull=False, approved_by__isnull=False, approved_version__isnull=False),
            ),
            models.CheckConstraint(
                name="innovation_submission_sent_with_approval",
                condition=Q(status="konsep") | Q(approved_at__isnull=False),
                violation_error_message="Pengajuan dikirim setelah disetujui kepala panti.",
            ),
            models.CheckConstraint(
                name="innovation_submission_year_plausible", condition=Q(year__gte=2000, year__lte=2100),
                violation_error_message="Tahun antara 2000 dan 2100.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.track} {self.year}"

    def get_absolute_url(self):
        return reverse("reports:innovation_submission", args=[self.pk])

    @property
    def shelter(self):
        return self.innovation.shelter

    @property
    def is_draft(self):
        return self.status == S.DRAFT

    @property
    def is_approved(self):
        """By the head, and nothing of the innovation was changed since."""
        return self.approved_version == self.innovation.version

    @property
    def choices(self):
        """What it may become now: sent only once it is approved."""
        if self.is_draft and not self.is_approved:
            return []
        return self.NEXT.get(self.status, [])

    def months_at(self, day):
        """Whole months of rollout on a day; None while it is not rolled out."""
        began = self.innovation.rollout_on
        if began is None:
            return None
        return (day.year - began.year) * 12 + day.month - began.month - (day.day < began.day)

    def lock(self):
        rows = InnovationSubmission.objects.select_related("innovation__shelter", "track")
        self.refresh_from_db(from_queryset=rows.select_for_update(of=["self"]))

    @transaction.atomic
    def prepare(self, *, by):
        self.status, self.status_on, self.created_by = S.DRAFT, self.innovation.today(), by
        self.full_clean()
        self.save()
        self._told(by, note=self.note)
        record(by=by, action="innovationsubmission.created", target=self, name=str(self))

    @transaction.atomic
    def approve(self, *, by, seen):
        """By the head, of the version on the page (`seen`): nobody approves a text that changed meanwhile."""
        self.lock()
        if not self.is_draft:
            raise ValidationError("Pengajuan ini sudah terkirim. Muat ulang halaman ini.")
        if self.innovation.version != seen:
            raise ValidationError("Isi inovasi berubah sejak halaman ini dibuka. Baca lagi, lalu setujui.")
        if self.is_approved:
            raise ValidationError("Pengajuan ini sudah disetujui.")
        self.approved_at, self.approved_by, self.approved_version = timezone.now(), by, seen
        self.full_clean()
        self.save()
        record(by=by, action="innovationsubmission.approved", target=self, name=str(self), version=seen)

    @transaction.atomic
    def move(self, status, *, by, on, note=""):
        """The next status, since a day. Raises ValidationError for a step that is not open, or a day out of order."""
        self.lock()
        if status not in self.NEXT.get(self.status, []):
            label = SubmissionStatus(status).label
            raise ValidationError(f"Status “{self.get_status_display()}” tidak dapat menjadi “{label}”.")
        if status == S.SENT and not self.is_approved:
            raise ValidationError("Isi inovasi belum disetujui kepala panti, atau berubah sesudah disetujui.")
        if on > self.innovation.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if self.status != S.DRAFT and on < self.status_on:
            raise ValidationError({"on": f"Status sebelumnya baru berlaku {tanggal(self.status_on)}."})
        before, self.status, self.status_on = self.status, status, on
        self.full_clean()
        self.save()
        self._told(by, note=note)
        record(by=by, action="innovationsubmission.moved", target=self, name=str(self), before=before, status=status)

    def _told(self, by, *, note):
        InnovationSubmissionStep.objects.create(
            submission=self, status=self.status, on=self.status_on, note=note, by=by
        )


class InnovationSubmissionStep(CheckedModel):
    """A status that a submission had, since a day. Written by its verbs alone."""

    submission = models.ForeignKey(InnovationSubmission, models.PROTECT, related_name="steps", verbose_name="pengajuan")
    status = models.CharField("status", max_length=20, choices=SubmissionStatus)
    on = models.DateField("sejak")
    note = models.CharField("catatan", max_length=500, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="oleh")

    class Meta:
        verbose_name = "langkah pengajuan inovasi"
        verbose_name_plural = "langkah pengajuan inovasi"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.get_status_display()}, {self.on:%d/%m/%Y}"
