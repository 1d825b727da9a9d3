from datetime import timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from cases.audit import record
from cases.models import Shelter
from cases.models.checked import CheckedModel
from reports.models.index_class import ENDS_AFTER_IT_STARTS, VALIDITY, InForceQuerySet

ONE_DAY = timedelta(days=1)
EVERYWHERE = "Semua panti"


class MealRateQuerySet(InForceQuerySet):
    def of(self, shelters):
        """What may count at these shelters: their own rates, and those of all."""
        return self.filter(Q(shelter=None) | Q(shelter__in=shelters))

    def make_room(self, day):
        """As of other rows in force; a rate that ends later than the day before `day` ends then."""
        list(self.select_for_update(of=["self"]).order_by("pk"))  # the second of two people sees what the first did
        if self.filter(valid_from__gt=day).exists():
            raise ValidationError({"valid_from": "Sudah ada indeks yang berlaku sejak tanggal sesudah itu."})
        self.filter(valid_from=day).delete()
        self.on(day).update(valid_to=day - ONE_DAY)


class MealRate(CheckedModel):
    """Indeks permakanan: rupiah for one person and one day, of one shelter or (without one) of all that have no own."""

    shelter = models.ForeignKey(
        Shelter, models.PROTECT, null=True, blank=True, related_name="meal_rates", verbose_name="panti",
        help_text="Kosongkan untuk semua panti yang tidak punya indeks sendiri.",
    )  # fmt: skip
    amount = models.PositiveIntegerField("rupiah per orang per hari")
    valid_from = models.DateField("berlaku sejak")
    valid_to = models.DateField("berlaku sampai", null=True, blank=True)
    source = models.CharField("sumber", max_length=200, help_text="Peraturan, keputusan, atau DPA asal angka ini.")

    objects = MealRateQuerySet.as_manager()

    class Meta:
        verbose_name = "indeks permakanan"
        verbose_name_plural = "indeks permakanan"
        ordering = ["-valid_from", "pk"]
        constraints = [
            models.CheckConstraint(
                name="meal_rate_positive", condition=Q(amount__gte=1),
                violation_error_message="Indeks sedikitnya 1 rupiah.",
            ),
            models.CheckConstraint(
                name="meal_rate_has_source", condition=~Q(source=""), violation_error_message="Tulis sumber indeks.",
            ),
            models.CheckConstraint(
                name="meal_rate_ends_after_it_starts", condition=ENDS_AFTER_IT_STARTS,
                violation_error_message="Tanggal berakhir tidak boleh sebelum tanggal mulai berlaku.",
            ),
            ExclusionConstraint(
                name="meal_rate_one_at_a_time",
                expressions=[
                    (Coalesce("shelter", Value(0), output_field=models.BigIntegerField()), RangeOperators.EQUAL),
                    (VALIDITY, RangeOperators.OVERLAPS),
                ],
                violation_error_message="Sudah ada indeks lain pada masa itu.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.shelter or EVERYWHERE}, sejak {self.valid_from:%d/%m/%Y}"

    @classmethod
    @transaction.atomic
    def settle(cls, *, by, shelter, amount, valid_from, source, valid_to=None):
        """A rate from a day on, or for a span of days. What held until then stays as it was. Raises ValidationError."""
        cls.objects.filter(shelter=shelter).make_room(valid_from)
        made = cls(shelter=shelter, amount=amount, valid_from=valid_from, valid_to=valid_to, source=source)
        made.full_clean()
        made.save()
        record(by=by, action="mealrate.settled", target=made, valid_from=str(valid_from), source=source, amount=amount)
        return made

    @transaction.atomic
    def end(self, *, by, on, source):
        """It holds for the last time on a day, without another after it: days then fall to the rate of all, or to none.

        Only sooner than it would have ended, never longer: a rate that comes back is settled anew.
        """
        self.refresh_from_db(from_queryset=MealRate.objects.select_for_update(of=["self"]).select_related("shelter"))
        if on < self.valid_from:
            raise ValidationError({"on": f"Indeks ini baru berlaku sejak {self.valid_from:%d/%m/%Y}."})
        if self.valid_to and on >= self.valid_to:
            raise ValidationError({"on": f"Indeks ini sudah berakhir pada {self.valid_to:%d/%m/%Y}."})
        was, self.valid_to = self.valid_to, on
        self.full_clean()
        self.save()
        record(by=by, action="mealrate.ended", target=self, on=str(on), was=was and str(was), source=source)


def rate_on(rates, day):
    """The rate of a day among those that may count at one shelter: its own first, else that of all, else None."""
    found = [rate for rate in rates if rate.valid_from <= day and (rate.valid_to is None or day <= rate.valid_to)]
    return min(found, key=lambda rate: rate.shelter_id is None, default=None)
