"""A year's evaluation of a service or an innovation (evaluasi): what is measured, aimed at and reached."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cases.audit import difference, record
from cases.models import BasicService, Programme, ServiceType, Shelter, User
from cases.models.checked import CheckedModel
from reports.models import entered
from reports.models.evaluation_plans import EvaluationPlanQuerySet
from reports.models.innovation import Innovation

# The columns of which exactly one says what is evaluated.
SUBJECTS = ("service_type", "service", "programme", "innovation")
WHOLE_DEPARTMENT = "Seluruh dinas"
STALE = "Keadaan evaluasi ini “{}”, jadi tidak dapat diubah begitu. Muat ulang halaman ini."
NOT_OVER = "Tahun {} belum berakhir. Evaluasi ditutup mulai 1 Januari {}."


def one_subject():
    """Exactly one of the subjects, or the text."""
    chosen = Q()
    for one in (*SUBJECTS, "subject_text"):
        others = Q(**{name: None for name in SUBJECTS if name != one})
        if one == "subject_text":
            chosen |= others & ~Q(subject_text="")
        else:
            chosen |= others & Q(**{f"{one}__isnull": False}, subject_text="")
    return chosen


class EvaluationPlan(CheckedModel):
    """draft → active → closed. Closed, its figures stand as they were: the database refuses every change."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Konsep"
        ACTIVE = "active", "Berjalan"
        CLOSED = "closed", "Ditutup"

    shelter = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="evaluation_plans", verbose_name="panti"
    )
    year = models.PositiveSmallIntegerField("tahun")
    title = models.CharField("judul", max_length=150)
    service_type = models.ForeignKey(
        ServiceType, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="jenis pelayanan SPM"
    )
    service = models.ForeignKey(
        BasicService, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="layanan dasar"
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="kegiatan"
    )
    innovation = models.ForeignKey(
        Innovation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="inovasi"
    )
    subject_text = models.CharField("yang lain", max_length=150, blank=True)
    purpose = models.TextField("tujuan evaluasi", max_length=2000, blank=True)
    near = models.PositiveSmallIntegerField(
        "“hampir tercapai” mulai (persen)", default=90, validators=[MinValueValidator(1), MaxValueValidator(99)],
        help_text="Capaian mulai angka ini, tetapi di bawah target, disebut hampir tercapai.",
    )  # fmt: skip
    status = models.CharField("keadaan", max_length=10, choices=Status, default=Status.DRAFT)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    activated_at = models.DateTimeField(null=True, blank=True)
    activated_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    signer = models.JSONField("penanda tangan", default=dict, blank=True)
    digest = models.CharField("sidik", max_length=64, blank=True)

    objects = EvaluationPlanQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluasi"
        verbose_name_plural = "evaluasi"
        ordering = ["-year", "shelter__name", "title"]
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "year", "title"], name="evaluation_once_by_title", nulls_distinct=False,
                violation_error_message="Sudah ada evaluasi dengan judul ini untuk tahun itu.",
            ),
            models.CheckConstraint(**entered.within_years("evaluation")),
            models.CheckConstraint(
                name="evaluation_has_title", condition=~Q(title=""), violation_error_message="Isi judul evaluasi."
            ),
            models.CheckConstraint(
                name="evaluation_of_one_subject", condition=one_subject(),
                violation_error_message="Pilih satu saja yang dievaluasi, atau tulis pada “Yang lain”.",
            ),
            models.CheckConstraint(
                name="evaluation_near_is_below_target", condition=Q(near__gte=1, near__lte=99),
                violation_error_message="Batas “hampir tercapai” antara 1 dan 99 persen.",
            ),
            models.CheckConstraint(
                name="evaluation_status_and_moments",
                condition=Q(status="draft", activated_at=None, activated_by=None, closed_at=None, closed_by=None,
                            digest="")
                | Q(status="active", activated_at__isnull=False, activated_by__isnull=False, closed_at=None,
                    closed_by=None, digest="")
                | (Q(status="closed", activated_at__isnull=False, activated_by__isnull=False, closed_at__isnull=False,
                     closed_by__isnull=False) & ~Q(digest="")),
                violation_error_message="Keadaan evaluasi tidak sesuai dengan siapa dan kapan.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.title} {self.year}"

    def get_absolute_url(self):
        return reverse("reports:evaluation_detail", args=[self.pk])

    def clean(self):
        if self.programme_id and self.shelter_id != self.programme.shelter_id:
            raise ValidationError({"programme": "Kegiatan ini milik panti lain."})
        if self.innovation_id and self.innovation.shelter_id not in (None, self.shelter_id):
            raise ValidationError({"innovation": "Inovasi ini milik panti lain."})

    @property
    def place(self):
        return self.shelter or WHOLE_DEPARTMENT

    @property
    def subject(self):
        """(what it is called, which)"""
        for name in SUBJECTS:
            if getattr(self, f"{name}_id"):
                return self._meta.get_field(name).verbose_name, str(getattr(self, name))
        return "layanan atau upaya", self.subject_text

    @property
    def houses(self):
        return [self.shelter] if self.shelter else list(Shelter.objects.order_by("name"))

    def today(self):
        return self.shelter.today() if self.shelter else timezone.localdate()

    @property
    def is_draft(self):
        return self.status == self.Status.DRAFT

    @property
    def is_active(self):
        return self.status == self.Status.ACTIVE

    @property
    def is_closed(self):
        return self.status == self.Status.CLOSED

    def held(self, *statuses):
        """As it is now, locked, and in one of these states. Raises ValidationError otherwise."""
        self.refresh_from_db(from_queryset=EvaluationPlan.objects.select_for_update(of=["self"]).for_page())
        if self.status not in statuses:
            raise ValidationError(STALE.format(self.get_status_display()))
        return self

    @transaction.atomic
    def open(self, *, by):
        """Begin it, as a draft."""
        self.created_by = by
        self.full_clean()
        self.save()
        record(by=by, action="evaluation.created", target=self, year=self.year, title=self.title)
        return self

    @transaction.atomic
    def change(self, *, by, **values):
        """What it is about; while it is a draft."""
        self.held(self.Status.DRAFT)
        before = {name: getattr(self, name) for name in values}
        for name, value in values.items():
            setattr(self, name, value)
        changed = difference(before, values)
        if changed:
            self.full_clean()
            self.save()
            record(by=by, action="evaluation.changed", target=self, changed=changed)

    @transaction.atomic
    def discard(self, *, by):
        """A draft that nobody wrote a note in is removed with its indicators."""
        self.held(self.Status.DRAFT)
        if self.indicators.filter(findings__isnull=False).exists():
            raise ValidationError("Evaluasi ini sudah mempunyai catatan triwulan, jadi tidak dapat dibuang.")
        record(by=by, action="evaluation.discarded", target=self, year=self.year, title=self.title)
        self.indicators.all().delete()
        self.delete()

    @transaction.atomic
    def activate(self, *, by):
        self.held(self.Status.DRAFT)
        indicators = list(self.indicators.all())
        if not indicators:
            raise ValidationError("Tambahkan sedikitnya satu indikator dahulu.")
        bare = [one.wording for one in indicators if one.target_year is None]
        if bare:
            raise ValidationError(f"Isi target setahun untuk: {'; '.join(bare)}.")
        self.status, self.activated_at, self.activated_by = self.Status.ACTIVE, timezone.now(), by
        self.full_clean()
        self.save()
        record(by=by, action="evaluation.activated", target=self, year=self.year)

    @transaction.atomic
    def back_to_draft(self, *, by, reason):
        """Its indicators or targets have to be changed; the notes stay."""
        self.held(self.Status.ACTIVE)
        self.status, self.activated_at, self.activated_by = self.Status.DRAFT, None, None
        self.full_clean()
        self.save()
        record(by=by, action="evaluation.reopened", target=self, reason=reason)
