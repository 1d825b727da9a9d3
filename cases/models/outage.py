from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Func, Q, Value

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.room import Bed, reaching_past
from cases.models.user import User
from cases.permissions import ScopedQuerySet


class BedOutageQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(bed__room__building__shelter__in=shelters)

    def from_day(self, day):
        return self.filter(reaching_past(day))


class BedOutage(CheckedModel):
    """A bed out of service, from a day up to the day on which it may be used again."""

    bed = models.ForeignKey(Bed, models.PROTECT, related_name="outages", verbose_name="tempat tidur")
    started_on = models.DateField("tidak dapat dipakai mulai")
    ended_on = models.DateField("dapat dipakai lagi mulai", null=True, blank=True)
    reason = models.CharField("alasan", max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = BedOutageQuerySet.as_manager()

    class Meta:
        verbose_name = "tempat tidur tidak dapat dipakai"
        verbose_name_plural = "tempat tidur tidak dapat dipakai"
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="bed_outage_ends_after_it_starts",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                violation_error_message="Tanggal dapat dipakai lagi tidak boleh sebelum tanggal mulai.",
            ),
            ExclusionConstraint(
                name="bed_outage_no_overlap",
                expressions=[
                    ("bed", RangeOperators.EQUAL),
                    (
                        Func(
                            "started_on", "ended_on", Value("[)"),
                            function="daterange", output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message="Tempat tidur ini sudah dicatat tidak dapat dipakai pada tanggal itu.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.bed}: {self.reason}"

    @property
    def shelter(self):
        return self.bed.shelter

    @classmethod
    @transaction.atomic
    def begin(cls, bed, *, by, on, reason, until=None):
        """Put a bed out of service. Whoever sleeps in it must have moved first; the refusal says who."""
        bed.refresh_from_db(from_queryset=Bed.objects.select_for_update(of=["self"]))
        if until and until <= on:
            raise ValidationError({"until": "Tanggal dapat dipakai lagi harus sesudah tanggal mulai."})
        taken = bed.placements.filter(reaching_past(on)).select_related("stay__client", "room", "bed")
        if until:
            taken = taken.filter(started_on__lt=until)
        sleeper = taken.order_by("started_on").first()
        if sleeper:
            raise ValidationError(f"{sleeper.in_words()} {sleeper.way_out()}")
        outage = cls(bed=bed, started_on=on, ended_on=until, reason=reason, created_by=by)
        outage.full_clean()
        outage.save()
        record(by=by, action="bedoutage.opened", target=outage, name=str(bed), on=str(on), until=until and str(until))
        return outage

    @transaction.atomic
    def end(self, *, by, on):
        """Back in service from this day; an outage that was only planned never was."""
        self.refresh_from_db(from_queryset=BedOutage.objects.select_for_update(of=["self"]))
        if self.ended_on and self.ended_on <= on:
            raise ValidationError("Tempat tidur ini sudah dapat dipakai lagi. Muat ulang halaman ini.")
        self.ended_on = max(on, self.started_on)
        self.full_clean()
        self.save()
        record(by=by, action="bedoutage.ended", target=self, name=str(self.bed), on=str(self.ended_on))
