"""A time in which a shelter asks how satisfied people are (periode SKM)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.db.models import Count, F, Func, Q, Value
from django.utils import timezone

from cases.audit import difference, record
from cases.models import Shelter, User
from cases.models.checked import CheckedModel
from cases.permissions import ScopedQuerySet
from reports.models.month_rules import both_or_neither
from reports.models.survey_question import SurveyQuestion

ENOUGH = 5  # answers from which on results are shown: fewer could tell who said it (skm.md §5)


class SurveyPeriodQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def visible_to(self, user):
        return self.at(Shelter.objects.visible_to(user))

    def with_counts(self):
        """Each with `answered`, the number of answers."""
        return self.annotate(answered=Count("responses")).order_by("-begins_on", "shelter__name", "pk")

    def asking(self, shelter):
        """The period that takes answers at the shelter today, or None."""
        today = shelter.today()
        running = self.filter(shelter=shelter, status=SurveyPeriod.Status.OPEN)
        return running.filter(begins_on__lte=today, ends_on__gte=today).first()


class SurveyPeriod(CheckedModel):
    class Status(models.TextChoices):
        DRAFT = "draft", "Disiapkan"
        OPEN = "open", "Dibuka"
        CLOSED = "closed", "Ditutup"
        PUBLISHED = "published", "Diumumkan"

    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="survey_periods", verbose_name="panti")
    name = models.CharField("nama periode", max_length=100, help_text="Misalnya Triwulan I 2026.")
    begins_on = models.DateField("mulai tanggal")
    ends_on = models.DateField("sampai tanggal")
    population = models.PositiveIntegerField(
        "jumlah penerima layanan", null=True, blank=True, validators=[MinValueValidator(1)],
        help_text="Perkiraan selama periode ini, untuk menghitung jumlah responden yang diperlukan. Boleh kosong.",
    )  # fmt: skip
    # The printed table of the regulation says 0,11; exact ninths are ours, unless a region insists (skm.md §3).
    equal_weight_rounded = models.BooleanField(
        "bobot cetak 0,11", default=False,
        help_text="Hanya bila daerah memintanya: dengan 0,11 nilai tertinggi menjadi 99,00, bukan 100,00.",
    )  # fmt: skip
    status = models.CharField("keadaan", max_length=10, choices=Status, default=Status.DRAFT)
    opened_at = models.DateTimeField("dibuka pada", null=True, blank=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField("ditutup pada", null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField("diumumkan pada", null=True, blank=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = SurveyPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = "periode SKM"
        verbose_name_plural = "periode SKM"
        ordering = ["-begins_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="survey_period_ends_after_it_begins", condition=Q(ends_on__gte=F("begins_on")),
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            ),
            models.CheckConstraint(
                name="survey_period_population_positive", condition=Q(population=None) | Q(population__gte=1),
                violation_error_message="Jumlah penerima layanan sedikitnya 1; kosongkan bila belum tahu.",
            ),
            models.CheckConstraint(
                name="survey_period_status_is_told",
                condition=Q(status="draft", opened_at=None, closed_at=None, published_at=None)
                | Q(status="open", opened_at__isnull=False, closed_at=None, published_at=None)
                | Q(status="closed", closed_at__isnull=False, published_at=None)
                | Q(status="published", closed_at__isnull=False, published_at__isnull=False),
                violation_error_message="Keadaan periode tidak sesuai dengan riwayatnya. Muat ulang halaman ini.",
            ),
            both_or_neither("survey_period_opened_at_and_by", "opened_at", "opened_by"),
            both_or_neither("survey_period_closed_at_and_by", "closed_at", "closed_by"),
            both_or_neither("survey_period_published_at_and_by", "published_at", "published_by"),
            ExclusionConstraint(
                name="survey_period_one_at_a_time",
                expressions=[
                    ("shelter", RangeOperators.EQUAL),
                    (
                        Func("begins_on", "ends_on", Value("[]"), function="daterange", output_field=DateRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Pada tanggal itu sudah ada periode survei lain di panti ini.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if self.begins_on and self.ends_on and self.ends_on < self.begins_on:
            # Told here as well: PostgreSQL cannot even ask whether such a range overlaps another.
            raise ValidationError({"ends_on": "Tanggal selesai tidak boleh sebelum tanggal mulai."})

    @property
    def is_asking(self):
        return self.status == self.Status.OPEN and self.begins_on <= self.shelter.today() <= self.ends_on

    @property
    def is_over(self):
        return self.status in (self.Status.CLOSED, self.Status.PUBLISHED)

    @property
    def is_past(self):
        return self.ends_on < self.shelter.today()

    def questions(self):
        """The questions of its first day: what is answered was asked in the same words from its start to its end."""
        return SurveyQuestion.objects.on(self.begins_on)

    @classmethod
    @transaction.atomic
    def prepare(cls, shelter, *, by, **values):
        period = cls(shelter=shelter, **values)
        period.full_clean()
        period.save()
        record(by=by, action="surveyperiod.created", target=period, row=str(period))
        return period

    @transaction.atomic
    def change(self, *, by, **values):
        """Only while nobody answered: afterwards the dates and weights are what the answers were given to."""
        self.lock()
        if self.is_over or self.responses.exists():
            raise ValidationError("Periode ini sudah dijawab atau sudah ditutup, jadi tidak diubah lagi.")
        before = {name: getattr(self, name) for name in values}
        for name, value in values.items():
            setattr(self, name, value)
        changed = difference(before, values)
        if changed:
            self.full_clean()
            self.save()
            record(by=by, action="surveyperiod.changed", target=self, row=str(self), changed=changed)

    @transaction.atomic
    def open(self, *, by):
        """Take answers; also again, when it was closed too early."""
        self.lock()
        if self.status not in (self.Status.DRAFT, self.Status.CLOSED):
            raise ValidationError(f"Periode ini sudah {self.get_status_display().lower()}.")
        if self.is_past:
            raise ValidationError("Tanggal selesai periode ini sudah lewat.")
        self.status, self.opened_at, self.opened_by = self.Status.OPEN, timezone.now(), by
        self.closed_at = self.closed_by = None
        self._keep(by, "surveyperiod.opened")

    @transaction.atomic
    def close(self, *, by):
        self.lock()
        if self.status != self.Status.OPEN:
            raise ValidationError(f"Periode ini {self.get_status_display().lower()}, tidak sedang dibuka.")
        self.status, self.closed_at, self.closed_by = self.Status.CLOSED, timezone.now(), by
        self._keep(by, "surveyperiod.closed")

    @transaction.atomic
    def publish(self, *, by):
        """The results go to the public page. What they are is computed by reports.survey.ikm."""
        self.lock()
        if self.status != self.Status.CLOSED:
            raise ValidationError("Tutup dahulu periodenya; hasil diumumkan sesudah ditutup.")
        self.status, self.published_at, self.published_by = self.Status.PUBLISHED, timezone.now(), by
        self._keep(by, "surveyperiod.published")

    def lock(self):
        """Whoever answers waits here too, so that nothing changes between the look and the writing."""
        self.refresh_from_db(from_queryset=SurveyPeriod.objects.select_for_update(of=["self"], no_key=True))

    def _keep(self, by, action):
        self.full_clean()
        self.save()
        record(by=by, action=action, target=self, row=str(self))
