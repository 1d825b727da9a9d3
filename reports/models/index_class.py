"""The index of achievement (IPSPM): its weights and the names of its classes, as the department enters them."""

from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Func, Q, Value

from cases.audit import record
from cases.models.checked import CheckedModel

VALIDITY = Func("valid_from", "valid_to", Value("[]"), function="daterange", output_field=DateRangeField())
ENDS_AFTER_IT_STARTS = Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))
PERCENT = Decimal("0.01")


class InForceQuerySet(models.QuerySet):
    def on(self, day):
        """The rows in force on a day. Of classes the highest comes first."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)

    def make_room(self, day):
        """What is in force on `day` ends the day before it; what began on that very day is replaced.

        Raises ValidationError when something later has been settled.
        """
        list(self.select_for_update().order_by("pk"))  # two people at once: the second sees what the first settled
        if self.filter(valid_from__gt=day).exists():
            raise ValidationError({"valid_from": "Sudah ada ketentuan yang berlaku sejak tanggal sesudah itu."})
        self.filter(valid_from=day).delete()
        self.on(day).update(valid_to=day - timedelta(days=1))


class IndexClass(CheckedModel):
    """A class of the index (predikat): from `lower` percent, inclusive, up to the next class."""

    name = models.CharField("predikat", max_length=60)
    lower = models.DecimalField("mulai (persen)", max_digits=5, decimal_places=2)
    valid_from = models.DateField("berlaku sejak")
    valid_to = models.DateField("berlaku sampai", null=True, blank=True)
    source = models.CharField("sumber", max_length=200)

    objects = InForceQuerySet.as_manager()

    class Meta:
        verbose_name = "predikat indeks SPM"
        verbose_name_plural = "predikat indeks SPM"
        ordering = ["-lower", "valid_from"]
        constraints = [
            models.CheckConstraint(
                name="index_class_ends_after_it_starts",
                condition=ENDS_AFTER_IT_STARTS,
                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
            ),
            models.CheckConstraint(
                name="index_class_lower_is_a_percentage",
                condition=Q(lower__gte=0, lower__lte=100),
                violation_error_message="Batas bawah antara 0 dan 100.",
            ),
            ExclusionConstraint(
                name="index_class_one_bound_at_a_time",
                expressions=[("lower", RangeOperators.EQUAL), (VALIDITY, RangeOperators.OVERLAPS)],
                violation_error_message="Dua predikat tidak boleh mulai pada angka yang sama.",
            ),
            ExclusionConstraint(
                name="index_class_one_name_at_a_time",
                expressions=[("name", RangeOperators.EQUAL), (VALIDITY, RangeOperators.OVERLAPS)],
                violation_error_message="Predikat itu sudah ada pada masa itu.",
            ),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def name_of(cls, index, classes):
        """The name for an index (Decimal, or None: no name), among `classes`: those in force, highest first.

        The index is rounded to two decimals first, so that what is printed is what is classified.
        """
        if index is None:
            return ""
        rounded = index.quantize(PERCENT, ROUND_HALF_UP)
        return next((one.name for one in sorted(classes, key=lambda c: -c.lower) if rounded >= one.lower), "")

    @classmethod
    @transaction.atomic
    def settle(cls, bounds, *, by, valid_from, source):
        """A whole table of classes from a day on: `bounds` is [(name, lower)]. Raises ValidationError.

        A table is always replaced as one: a single row changed would leave a gap or an overlap.
        """
        if not any(lower == 0 for _, lower in bounds):
            raise ValidationError("Predikat terendah harus mulai dari 0, supaya setiap angka mendapat predikat.")
        cls.objects.all().make_room(valid_from)
        made = [cls(name=name, lower=lower, valid_from=valid_from, source=source) for name, lower in bounds]
        for one in made:
            one.full_clean()
            one.save()
        record(by=by, action="indexclass.settled", target=made[0], valid_from=str(valid_from), source=source,
               classes={one.name: str(one.lower) for one in made})  # fmt: skip
        return made


class IndexWeight(CheckedModel):
    """How much of the index the people served make up, and how much the quality: percent, together 100."""

    recipients = models.DecimalField("bobot penerima layanan (persen)", max_digits=5, decimal_places=2)
    quality = models.DecimalField("bobot mutu (persen)", max_digits=5, decimal_places=2)
    valid_from = models.DateField("berlaku sejak")
    valid_to = models.DateField("berlaku sampai", null=True, blank=True)
    source = models.CharField("sumber", max_length=200)

    objects = InForceQuerySet.as_manager()

    class Meta:
        verbose_name = "bobot indeks SPM"
        verbose_name_plural = "bobot indeks SPM"
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(
                name="index_weight_ends_after_it_starts",
                condition=ENDS_AFTER_IT_STARTS,
                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
            ),
            models.CheckConstraint(
                name="index_weights_make_a_hundred",
                condition=Q(recipients__gte=0, quality__gte=0, recipients=Value(Decimal(100)) - F("quality")),
                violation_error_message="Kedua bobot bersama-sama harus 100.",
            ),
            ExclusionConstraint(
                name="index_weight_one_at_a_time",
                expressions=[(VALIDITY, RangeOperators.OVERLAPS)],
                violation_error_message="Sudah ada bobot lain pada masa itu.",
            ),
        ]

    def __str__(self):
        return f"{self.recipients} : {self.quality}"

    def index(self, recipients, quality):
        """The index of two percentages (Decimal), each capped at 100; not rounded."""
        both = min(recipients, Decimal(100)) * self.recipients + min(quality, Decimal(100)) * self.quality
        return both / 100

    @classmethod
    @transaction.atomic
    def settle(cls, *, by, recipients, quality, valid_from, source):
        """New weights from a day on. Raises ValidationError."""
        cls.objects.all().make_room(valid_from)
        made = cls(recipients=recipients, quality=quality, valid_from=valid_from, source=source)
        made.full_clean()
        made.save()
        record(by=by, action="indexweight.settled", target=made, valid_from=str(valid_from), source=source,
               recipients=str(recipients), quality=str(quality))  # fmt: skip
        return made
