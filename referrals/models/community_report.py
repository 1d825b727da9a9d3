from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, Sum
from django.urls import reverse
from django.utils import timezone

from cases.audit import record
from cases.models import Category
from cases.models.checked import CheckedModel
from cases.permissions import Perm
from referrals.half import Half
from referrals.models.community import CommunityGroup
from referrals.models.voice import Channel, Voice

MOST = 100_000


class CommunityReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Figures without names: whoever may read figures."""
        return self.allowed(user, Perm.REPORT)

    def allowed(self, user, perm):
        return self.all() if user.holds(perm) else self.none()

    def sent(self):
        return self.filter(sent_at__isnull=False)

    def of_half(self, half):
        return self.filter(year=half.year, half=half.number)

    def in_force(self):
        """Of each group and half-year the last that was sent: a correction takes the place of what it corrects."""
        later = CommunityReport.objects.sent().filter(
            group=OuterRef("group"), year=OuterRef("year"), half=OuterRef("half"), revision__gt=OuterRef("revision")
        )
        return self.sent().filter(~Exists(later))

    def for_list(self):
        figures = Prefetch("figures", CommunityFigure.objects.select_related("category"))
        return self.select_related("group__partner", "group__region").prefetch_related(figures)


class CommunityReport(CheckedModel):
    """What a group says of half a year (laporan semester): how many persons it helped, and how. No names.

    Kept as a draft behind the group's link until it is sent; afterwards only a numbered correction (ralat) changes it.
    """

    group = models.ForeignKey(CommunityGroup, models.PROTECT, related_name="reports", verbose_name="kelompok")
    year = models.PositiveSmallIntegerField("tahun")
    half = models.PositiveSmallIntegerField("semester", choices=[(1, "Januari–Juni"), (2, "Juli–Desember")])
    revision = models.PositiveSmallIntegerField("ralat", default=0)
    why = models.CharField("alasan ralat", max_length=300, blank=True)
    activities = models.TextField("kegiatan", max_length=3000, blank=True)
    needs = models.TextField("kebutuhan kelompok", max_length=2000, blank=True)
    version = models.PositiveIntegerField(default=1)
    begun_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField("disimpan", auto_now=True)
    sent_at = models.DateTimeField("dikirim", null=True, blank=True)
    sent_by = models.CharField("nama pengirim", max_length=150, blank=True)
    position = models.CharField("jabatan pengirim", max_length=150, blank=True)

    objects = CommunityReportQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan kelompok"
        verbose_name_plural = "laporan kelompok"
        ordering = ["-year", "-half", "-revision"]
        constraints = [
            models.UniqueConstraint(fields=["group", "year", "half", "revision"], name="community_report_once"),
            models.UniqueConstraint(
                fields=["group", "year", "half"], condition=Q(sent_at=None), name="community_report_one_draft"
            ),
            models.CheckConstraint(name="community_report_half", condition=Q(half__in=[1, 2])),
            models.CheckConstraint(
                name="community_report_correction_says_why",
                condition=Q(revision=0, why="") | (Q(revision__gt=0) & ~Q(why="")),
                violation_error_message="Tulis apa yang diperbaiki dan mengapa.",
            ),
            models.CheckConstraint(
                name="community_report_sent_by_somebody",
                condition=Q(sent_at=None, sent_by="") | (Q(sent_at__isnull=False) & ~Q(sent_by="")),
                violation_error_message="Isi nama pengirim laporan.",
            ),
        ]

    def __str__(self):
        correction = f", Ralat {self.revision}" if self.revision else ""
        return f"{self.group}, {self.period.label}{correction}"

    def get_absolute_url(self):
        return reverse("referrals:community_report", args=[self.pk])

    @property
    def period(self):
        return Half(self.year, self.half)

    @property
    def is_sent(self):
        return self.sent_at is not None

    @property
    def persons(self):
        """Of rows.for_list()."""
        return sum(figure.persons for figure in self.figures.all())

    @classmethod
    def latest_of(cls, group, period):
        """What stands for this half-year by now: the draft if there is one, else the last that was sent, else None."""
        return cls.objects.of_half(period).filter(group=group).order_by("-revision").first()

    @classmethod
    @transaction.atomic
    def begin(cls, group, period, *, why="", by):
        """A draft: the first of a half-year that has begun, or a correction of what was sent, with its figures."""
        CommunityGroup.objects.select_for_update(of=["self"]).get(pk=group.pk)
        if period.first > group.today():
            raise ValidationError("Semester itu belum mulai.")
        before = cls.latest_of(group, period)
        if before and not before.is_sent:
            return before
        if before and not why:
            raise ValidationError({"why": "Tulis apa yang diperbaiki dan mengapa."})
        report = cls(group=group, year=period.year, half=period.number, why=why)
        if before:
            report.revision, report.activities, report.needs = before.revision + 1, before.activities, before.needs
        report.full_clean()
        report.save()
        if before:
            report.write_figures(before.figure_values())
            record(by=by, action="communityreport.reopened", target=report, shelter=group.shelter, reason=why)
        return report

    def figure_values(self):
        """{(category key, kind of help): persons}"""
        rows = self.figures.all() if self.pk else []
        return {(row.category_id, row.help): row.persons for row in rows}

    @transaction.atomic
    def save_draft(self, figures, *, version, activities, needs):
        """Keep what is filled in, unless another phone of the group did so since the page was opened."""
        self._hold()
        if version != self.version:
            raise ValidationError(
                "Laporan ini sudah diubah dari perangkat lain sejak Anda membukanya. Yang tersimpan sekarang ada di "
                "bawah; bandingkan, lalu simpan lagi."
            )
        self.activities, self.needs = activities, needs
        self.version += 1
        self.full_clean()
        self.save()
        self.write_figures(figures)

    @transaction.atomic
    def send(self, *, name, position=""):
        """To the department, for good."""
        self._hold()
        if not self.period.is_due(self.group.today()):
            raise ValidationError("Semester ini belum selesai. Konsepnya disimpan; kirim mulai bulan terakhirnya.")
        if not self.figures.exists() and not self.activities:
            raise ValidationError("Laporan masih kosong. Isi jumlah orang, atau tulis di kegiatan bahwa tidak ada.")
        self.sent_by, self.position, self.sent_at = name, position, timezone.now()
        self.version += 1
        self.full_clean()
        self.save()
        voice = Voice(name, ", ".join(filter(None, [position, str(self.group)])), Channel.LINK)
        people = self.figures.aggregate(total=Sum("persons"))["total"] or 0
        action = "communityreport.corrected" if self.revision else "communityreport.sent"
        record(by=voice, action=action, target=self, shelter=self.group.shelter, number=str(self.period), people=people)

    def write_figures(self, figures):
        self.figures.all().delete()
        rows = [
            CommunityFigure(report=self, category_id=category, help=kind, persons=persons)
            for (category, kind), persons in figures.items() if persons
        ]  # fmt: skip
        for row in rows:
            row.clean_fields()
        CommunityFigure.objects.bulk_create(rows)

    def _hold(self):
        self.refresh_from_db(from_queryset=CommunityReport.objects.select_for_update(of=["self"]))
        if self.is_sent:
            raise ValidationError("Laporan ini sudah dikirim. Perbaikan hanya lewat ralat.")


class CommunityFigure(CheckedModel):
    """So many persons of a category got this kind of help."""

    class Help(models.TextChoices):
        GRANT = "grant", "Santunan"
        EMPOWERMENT = "empowerment", "Pemberdayaan"
        PROTECTION = "protection", "Perlindungan"
        REHABILITATION = "rehabilitation", "Rehabilitasi sosial"

    report = models.ForeignKey(CommunityReport, models.CASCADE, related_name="figures", verbose_name="laporan")
    category = models.ForeignKey(Category, models.PROTECT, related_name="+", verbose_name="kategori PPKS")
    help = models.CharField("jenis bantuan", max_length=15, choices=Help)
    persons = models.PositiveIntegerField("orang", validators=[MaxValueValidator(MOST)])

    class Meta:
        verbose_name = "angka laporan kelompok"
        verbose_name_plural = "angka laporan kelompok"
        ordering = ["category__position", "help"]
        constraints = [
            models.UniqueConstraint(fields=["report", "category", "help"], name="community_figure_once"),
            models.CheckConstraint(
                name="community_figure_counts", condition=Q(persons__gte=1, persons__lte=MOST),
                violation_error_message="Jumlah orang antara 1 dan 100.000.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.category}, {self.get_help_display()}: {self.persons}"
