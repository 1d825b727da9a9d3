"""The catalogue of the Minimum Service Standard: data that the department edits, each row with its source."""

from copy import copy
from datetime import timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Func, Q, Value

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.lists import Category
from cases.models.shelter import Shelter

ONE_DAY = timedelta(days=1)


class ServiceType(CheckedModel):
    """A type of service of the SPM: a level of government and a group of people (domain/spm.md §2)."""

    code = models.CharField("kode", max_length=30, primary_key=True)
    level = models.CharField("tingkat", max_length=20, choices=Shelter.Level)
    group = models.CharField("kelompok", max_length=20, choices=Category.Group)
    label = models.CharField("jenis pelayanan dasar", max_length=200)
    source = models.CharField("sumber", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "jenis pelayanan SPM"
        verbose_name_plural = "jenis pelayanan SPM"
        ordering = ["position", "code"]
        constraints = [
            models.UniqueConstraint(fields=["level", "group"], name="service_type_once_per_level_and_group"),
        ]

    def __str__(self):
        return self.label


class BasicServiceQuerySet(models.QuerySet):
    def labels(self):
        """{slug: label}, for pages that hold slugs."""
        return dict(self.order_by().values_list("pk", "label"))


class BasicService(CheckedModel):
    """A basic service that may be given, recorded and needed; what each type owes is said by its rules."""

    slug = models.SlugField("kode", max_length=40, primary_key=True)
    label = models.CharField("layanan dasar", max_length=150)
    short_label = models.CharField("sebutan pendek", max_length=30, help_text="Untuk lembar harian dan tabel.")
    unit = models.CharField("satuan", max_length=30, default="kali")
    position = models.PositiveSmallIntegerField("urutan", default=0)
    on_daily_sheet = models.BooleanField("tampil di lembar harian", default=False)

    objects = BasicServiceQuerySet.as_manager()

    class Meta:
        verbose_name = "layanan dasar"
        verbose_name_plural = "layanan dasar"
        ordering = ["position", "label"]

    def __str__(self):
        return self.label


class ServiceRuleQuerySet(models.QuerySet):
    def in_force(self, first, last):
        """Rules valid on at least one day from first to last, both inclusive."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=first), valid_from__lte=last)


class ServiceRule(CheckedModel):
    """What a type of service owes: to whom, how much, since when, by which source (spm-computation.md)."""

    class NeededBy(models.TextChoices):
        EVERYONE = "everyone", "Semua penerima"
        ASSESSED = "assessed", "Sesuai hasil asesmen"

    class Rule(models.TextChoices):
        DAILY = "daily", "Setiap hari hadir"
        MONTHLY = "monthly", "Kali per bulan"
        ONCE = "once", "Sekali selama masa tinggal"
        PROCESS = "process", "Ada langkah pada bulan itu"
        PRESENCE = "presence", "Dengan tinggal di panti"

    service_type = models.ForeignKey(ServiceType, models.PROTECT, related_name="rules", verbose_name="jenis pelayanan")
    service = models.ForeignKey(BasicService, models.PROTECT, related_name="rules", verbose_name="layanan dasar")
    needed_by = models.CharField("dibutuhkan oleh", max_length=10, choices=NeededBy)
    rule = models.CharField("aturan", max_length=10, choices=Rule)
    quantity = models.PositiveSmallIntegerField("jumlah", default=1)
    first_days = models.PositiveSmallIntegerField(
        "hanya hari pertama", null=True, blank=True, help_text="Untuk aturan harian: berapa hari pertama."
    )
    valid_from = models.DateField("berlaku sejak")
    valid_to = models.DateField("berlaku sampai", null=True, blank=True)
    sipd_code = models.CharField("kode SIPD", max_length=40, blank=True)
    source = models.CharField("sumber", max_length=200)
    end_source = models.CharField(
        "sumber pengakhiran", max_length=200, blank=True, default="", db_default=""
    )  # fmt: skip

    objects = ServiceRuleQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan layanan dasar"
        verbose_name_plural = "aturan layanan dasar"
        ordering = ["service_type__position", "service__position", "valid_from"]
        constraints = [
            models.CheckConstraint(
                name="service_rule_ends_after_it_starts",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
            ),
            models.CheckConstraint(
                name="service_rule_quantity_positive",
                condition=Q(quantity__gte=1) & (Q(first_days=None) | Q(first_days__gte=1, rule="daily")),
                violation_error_message="Jumlah sedikitnya 1; hari pertama hanya untuk aturan harian.",
            ),
            ExclusionConstraint(
                name="service_rule_one_at_a_time",
                expressions=[
                    ("service_type", RangeOperators.EQUAL),
                    ("service", RangeOperators.EQUAL),
                    (
                        Func(
                            "valid_from", "valid_to", Value("[]"),
                            function="daterange", output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Sudah ada aturan lain untuk layanan ini pada masa itu.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.service_type_id}: {self.service}"

    def fitted(self, versions):
        """What becomes of these versions (of one type and service) when this one comes in: (kept, replaced, new).

        It takes over from its first day: the version before it ends the day before, one that began on that very day
        is replaced, and one that begins later stays, so that this one ends before it. Changes copies, saves nothing.
        """
        new, kept, replaced = copy(self), [], []
        for version in map(copy, versions):
            if version.valid_from == new.valid_from:
                replaced.append(version)
                continue
            if version.valid_from < new.valid_from and (not version.valid_to or version.valid_to >= new.valid_from):
                version.valid_to = new.valid_from - ONE_DAY
            elif version.valid_from > new.valid_from:
                before = version.valid_from - ONE_DAY
                new.valid_to = min(new.valid_to or before, before)
            kept.append(version)
        return kept, replaced, new

    @classmethod
    @transaction.atomic
    def settle(cls, new, *, by):
        """A rule from its `valid_from` on, unsaved until now; with its source. Raises ValidationError."""
        ServiceType.objects.select_for_update().get(pk=new.service_type_id)  # one change of a type's rules at a time
        versions = list(cls.objects.filter(service_type=new.service_type_id, service=new.service_id))
        kept, replaced, new = new.fitted(versions)
        for version in replaced:
            version.delete()
        for version in kept:
            version.save()
        new.full_clean()
        new.save()
        record(
            by=by, action="servicerule.settled", target=new, type=new.service_type_id, service=new.service_id,
            valid_from=str(new.valid_from), source=new.source, rule=new.rule, needed_by=new.needed_by,
            quantity=new.quantity, first_days=new.first_days,
            replaced=[f"{old.rule} {old.quantity}, {old.source}" for old in replaced],
        )  # fmt: skip
        return new

    @transaction.atomic
    def end(self, *, by, on, source):
        """The last day on which the rule asks for anything. Raises ValidationError."""
        self.refresh_from_db(from_queryset=ServiceRule.objects.select_for_update(of=["self"]))
        if self.valid_to:
            raise ValidationError({"on": f"Aturan ini sudah berakhir pada {self.valid_to:%d/%m/%Y}."})
        self.valid_to, self.end_source = on, source
        self.full_clean()
        self.save()
        record(
            by=by, action="servicerule.ended", target=self, type=self.service_type_id, service=self.service_id,
            on=str(on), source=source,
        )  # fmt: skip
