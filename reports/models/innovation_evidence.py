from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q, Sum
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import User
from cases.models.checked import CheckedModel
from reports.models.innovation import HTTPS, Innovation, OfInnovationQuerySet
from reports.models.innovation_indicator import LEVELS, InnovationIndicator
from reports.models.innovation_submission import InnovationSubmission

QUOTA = 200 * 1024 * 1024  # of one innovation: twenty indicators, and the papers of its contests


class InnovationEvidenceQuerySet(OfInnovationQuerySet):
    def kept(self):
        return self.filter(removed_at=None)

    def highest(self):
        """{indicator: the highest level that something kept proves}."""
        rows = self.kept().exclude(indicator=None).order_by().values_list("indicator")
        return dict(rows.annotate(highest=models.Max("level")))


class InnovationEvidence(CheckedModel):
    """What proves an indicator up to a level, or goes with a submission: a file (cases.uploads) or a link."""

    innovation = models.ForeignKey(Innovation, models.PROTECT, related_name="evidence", verbose_name="inovasi")
    indicator = models.ForeignKey(
        InnovationIndicator, models.PROTECT, null=True, blank=True, related_name="evidence", verbose_name="indikator"
    )
    level = models.PositiveSmallIntegerField("tingkat yang dibuktikan", null=True, blank=True)
    submission = models.ForeignKey(
        InnovationSubmission, models.PROTECT, null=True, blank=True, related_name="papers", verbose_name="pengajuan"
    )
    title = models.CharField("judul bukti", max_length=150)
    note = models.CharField("catatan", max_length=300, blank=True)
    link = models.URLField("tautan", max_length=300, blank=True, default="", validators=[HTTPS])
    file = models.FileField("berkas", upload_to="inovasi/", blank=True)
    content_type = models.CharField("bentuk", max_length=100, blank=True, default="")
    size = models.PositiveIntegerField("ukuran", default=0)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="disimpan oleh")
    removed_at = models.DateTimeField("dihapus", null=True, blank=True)
    removed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    remove_reason = models.CharField("alasan dihapus", max_length=200, blank=True, default="")

    objects = InnovationEvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti inovasi"
        verbose_name_plural = "bukti inovasi"
        ordering = ["indicator__position", "-level", "pk"]
        constraints = [
            models.CheckConstraint(
                name="innovation_evidence_of_one",
                condition=Q(indicator__isnull=False, level__isnull=False, submission=None)
                | Q(indicator=None, level=None, submission__isnull=False),
                violation_error_message="Bukti milik satu indikator dengan tingkatnya, atau satu pengajuan.",
            ),
            models.CheckConstraint(
                name="innovation_evidence_level_known", condition=Q(level=None) | Q(level__gte=0, level__lte=LEVELS),
                violation_error_message="Tingkat antara 0 dan 3.",
            ),
            models.CheckConstraint(
                name="innovation_evidence_there_or_removed",
                condition=(Q(removed_at=None, removed_by=None, remove_reason="") & (~Q(file="") ^ ~Q(link="")))
                | (Q(removed_at__isnull=False, removed_by__isnull=False, file="") & ~Q(remove_reason="")),
                violation_error_message="Pilih berkas atau tulis tautan, salah satu.",
            ),
            models.UniqueConstraint(
                fields=["innovation", "indicator", "submission", "sha256"], name="innovation_evidence_once",
                nulls_distinct=False, condition=Q(removed_at=None) & ~Q(sha256=""),
                violation_error_message="Berkas yang sama sudah ada di sini.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("reports:innovation_evidence_file", args=[self.pk])

    @property
    def shelter(self):
        return self.innovation.shelter

    @property
    def download_name(self):
        return f"inovasi-{self.innovation_id}-bukti-{self.pk}.{self.file.name.rpartition('.')[2]}"

    def clean(self):
        super().clean()
        if self.submission_id and self.submission.innovation_id != self.innovation_id:
            raise ValidationError("Pengajuan itu milik inovasi lain.")

    @transaction.atomic
    def keep(self, checked, *, by):
        """Put it in: `checked` is a file that passed cases.uploads, or None for a link."""
        Innovation.objects.select_for_update(of=["self"]).get(pk=self.innovation_id)  # one at a time: the quota
        self.added_by = by
        if checked:
            kept = InnovationEvidence.objects.kept().filter(innovation=self.innovation_id)
            if (kept.aggregate(total=Sum("size"))["total"] or 0) + checked.size > QUOTA:
                raise ValidationError({"file": "Bukti inovasi ini sudah 200 MB. Pakai tautan untuk berkas besar."})
            self.content_type, self.size, self.sha256 = checked.content_type, checked.size, checked.sha256
            self.file = checked.file
        self.full_clean()
        self.save()
        record(by=by, action="innovationevidence.created", target=self, name=self.title, level=self.level)

    @transaction.atomic
    def remove(self, *, by, reason):
        """The file goes, the row stays: what it proved, and who took it away and why."""
        self.refresh_from_db(from_queryset=InnovationEvidence.objects.select_for_update(of=["self"]))
        if self.removed_at:
            raise ValidationError("Bukti ini sudah dihapus. Muat ulang halaman ini.")
        storage, name = self.file.storage, self.file.name
        self.file, self.removed_at, self.removed_by, self.remove_reason = "", timezone.now(), by, reason
        self.full_clean()
        self.save()
        record(by=by, action="innovationevidence.removed", target=self, name=self.title, reason=reason)
        if name:  # only once the row is safe: a rollback must not leave a row without its file
            transaction.on_commit(lambda: storage.delete(name))
