from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Case, Exists, F, Func, OuterRef, Q, Value, When
from django.db.models.functions import Concat, Greatest
from django.utils import dateformat, timezone

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.day import OfStayQuerySet
from cases.models.room import Bed, Building, Room, reaching_past
from cases.models.stay import Stay
from cases.models.user import User

NIGHTS = Func("started_on", "ended_on", Value("[)"), function="daterange", output_field=DateRangeField())


class PlacementQuerySet(OfStayQuerySet):
    def open(self):
        return self.filter(ended_on=None)

    def on(self, day):
        """In force during the night that starts on this day."""
        return self.filter(reaching_past(day), started_on__lte=day)

    def in_words(self):
        """With `place`: “Putri-3”, “Putri (tempat tambahan)”; the building's name only where a shelter has several."""
        others = Building.objects.filter(shelter=OuterRef("room__building__shelter"), rooms__isnull=False)
        building = Concat(Value(", "), "room__building__name")
        return self.annotate(
            place=Concat(
                "room__name",
                Case(When(bed=None, then=Value(" (tempat tambahan)")), default=Concat(Value("-"), "bed__label")),
                Case(
                    When(Exists(others.exclude(pk=OuterRef("room__building"))), then=building),
                    default=Value(""),
                    output_field=models.CharField(),
                ),
                output_field=models.CharField(),
            )
        )

    def end(self, *, by, on):
        """Cut the places of a stay at the day on which it ended. What would have begun later took no night at all."""
        for placement in self.filter(reaching_past(on)).select_related("stay__shelter", "room", "bed"):
            record(by=by, action="stay.vacated", target=placement.stay, place=str(placement), on=str(on))
        self.filter(reaching_past(on)).update(
            ended_on=Greatest(F("started_on"), Value(on, models.DateField())), closed_by=by, closed_at=timezone.now()
        )

    def give_back(self, *, by, on):
        """The place of a stay that ended on a day by mistake: theirs again, or None when somebody has it since."""
        last = self.filter(ended_on=on).select_related("stay__shelter", "room", "bed").order_by("started_on").last()
        return last and last.resume(by=by)


class Placement(CheckedModel):
    """Where a resident sleeps from a day on: a bed, or, without one, an extra place in a room (melebihi kapasitas).

    The night of the last day is no longer theirs: out in the morning, somebody else in at night. Beds are locked
    first, in the order of their numbers, then stays; whoever comes second is told. The constraints hold the rest.
    """

    stay = models.ForeignKey(Stay, models.PROTECT, related_name="placements", verbose_name="masa tinggal")
    room = models.ForeignKey(Room, models.PROTECT, related_name="placements", verbose_name="kamar")
    bed = models.ForeignKey(
        Bed, models.PROTECT, null=True, blank=True, related_name="placements", verbose_name="tempat tidur"
    )
    started_on = models.DateField("menempati sejak")
    started_at = models.TimeField("jam", null=True, blank=True)
    ended_on = models.DateField("sampai", null=True, blank=True)
    reason = models.CharField("alasan", max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = "tempat di kamar"
        verbose_name_plural = "tempat di kamar"
        ordering = ["started_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="placement_ends_after_it_starts",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")),
                violation_error_message="Tanggal pindah tidak boleh sebelum tanggal mulai menempati.",
            ),
            models.CheckConstraint(
                name="placement_closed_at_and_by",
                condition=Q(ended_on=None, closed_at=None, closed_by=None)
                | Q(ended_on__isnull=False, closed_at__isnull=False, closed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="placement_without_bed_says_why",
                condition=Q(bed__isnull=False) | ~Q(reason=""),
                violation_error_message="Tulis alasan memberi tempat tambahan.",
            ),
            ExclusionConstraint(
                name="placement_one_per_bed",
                expressions=[("bed", RangeOperators.EQUAL), (NIGHTS, RangeOperators.OVERLAPS)],
                condition=Q(bed__isnull=False),
                violation_error_message="Tempat tidur itu sudah ditempati pada tanggal itu.",
            ),
            ExclusionConstraint(
                name="placement_one_per_stay",
                expressions=[("stay", RangeOperators.EQUAL), (NIGHTS, RangeOperators.OVERLAPS)],
                violation_error_message="Klien tercatat di tempat lain pada tanggal itu.",
            ),
        ]
        indexes = [models.Index(fields=["room", "started_on"], name="placement_room")]

    def __str__(self):
        return str(self.bed) if self.bed else f"{self.room} (tempat tambahan)"

    @property
    def shelter(self):
        return self.stay.shelter

    def in_words(self):
        """For a refusal: who is where, since when."""
        until = f" sampai {spoken(self.ended_on)}" if self.ended_on else ""
        return f"{self} ditempati {self.stay.client} sejak {spoken(self.started_on)}{until}."

    def way_out(self):
        return "Pilih tanggal sesudahnya." if self.ended_on else "Pindahkan dahulu lewat papan hunian."

    @classmethod
    @transaction.atomic
    def assign(cls, stay, *, by, room, on, bed=None, at=None, reason="", despite=False):
        """Give a resident without a place a bed or, without `bed`, an extra place in the room."""
        lock(beds=[bed], stays=[stay])
        current = stay.placements.open().first()
        if current:
            raise ValidationError(f"Klien sudah menempati {current}. Muat ulang halaman ini untuk memindahkannya.")
        placement = cls(stay=stay, room=room, bed=bed, started_on=on, started_at=at, reason=reason, created_by=by)
        placement._begin(despite=despite)
        record(by=by, action="stay.placed", target=stay, place=str(placement), on=str(on), reason=reason)
        return placement

    @transaction.atomic
    def move(self, *, by, room, on, bed=None, at=None, reason="", despite=False):
        """From here to there: closed and opened in one go."""
        lock(beds=[bed], stays=[self.stay])
        self._reread()
        if (room, bed) == (self.room, self.bed):
            raise ValidationError({"place": f"Klien sudah berada di {self}."})
        self._close(by=by, on=on)
        new = Placement(stay=self.stay, room=room, bed=bed, started_on=on, started_at=at, reason=reason, created_by=by)
        new._begin(despite=despite)
        places = {"before": str(self), "place": str(new)}
        record(by=by, action="stay.moved", target=self.stay, on=str(on), reason=reason, **places)
        return new

    @transaction.atomic
    def swap(self, other, *, by, on, reason="", despite=False):
        """Two residents change places."""
        lock(beds=[self.bed, other.bed], stays=[self.stay, other.stay])
        pair = (self, other)
        for one in pair:
            one._reread()
        if self.stay_id == other.stay_id or self.shelter != other.shelter:
            raise ValidationError({"other": "Pilih penghuni lain di panti yang sama."})
        for one in pair:
            one._close(by=by, on=on)
        for one, target in (pair, pair[::-1]):
            new = Placement(
                stay=one.stay, room=target.room, bed=target.bed, started_on=on, reason=reason, created_by=by
            )
            new._begin(despite=despite)
            places = {"before": str(one), "place": str(new)}
            record(by=by, action="stay.swapped", target=one.stay, on=str(on), reason=reason, **places)

    @transaction.atomic
    def vacate(self, *, by, on, reason=""):
        """The place is free again while the stay goes on: somebody who left without a word, or is long in hospital."""
        lock(beds=[], stays=[self.stay])
        self._reread()
        self._close(by=by, on=on)
        record(by=by, action="stay.vacated", target=self.stay, place=str(self), on=str(on), reason=reason)

    def resume(self, *, by):
        """As if it had never ended; None when the bed was given away or is broken. A bed just taken is one as well."""
        ended_on, self.ended_on, self.closed_at, self.closed_by = self.ended_on, None, None, None
        if self.bed and self.bed.outages.from_day(ended_on).exists():
            return None
        try:
            with transaction.atomic():
                self.full_clean()
                self.save()
        except (ValidationError, IntegrityError):
            return None
        record(by=by, action="stay.placed", target=self.stay, place=str(self), on=str(ended_on))
        return self

    def _reread(self):
        self.refresh_from_db()
        if self.ended_on:
            raise ValidationError("Tempat ini sudah diubah orang lain. Muat ulang halaman ini.")

    def _close(self, *, by, on):
        if on < self.started_on:
            since = spoken(self.started_on)
            raise ValidationError({"on": f"{self.stay.client} baru menempati {self} sejak {since}."})
        if on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        self.ended_on, self.closed_by, self.closed_at = on, by, timezone.now()
        self.full_clean()
        self.save()

    def _begin(self, *, despite):
        self._fit_stay()
        if self.bed:
            self._fit_bed()
        elif not self.reason:
            raise ValidationError({"reason": "Tulis alasan memberi tempat tambahan (melebihi kapasitas)."})
        warning = self.room.warning_for(self.stay.client)
        if warning and not (despite and self.reason):
            raise ValidationError({"confirm": f"{warning} Centang dan tulis alasannya bila tetap ditempatkan di sana."})
        self.full_clean()
        self.save()

    def _fit_stay(self):
        if not self.stay.is_resident:
            raise ValidationError("Masa tinggal ini sudah selesai. Muat ulang halaman ini.")
        if self.stay.is_outside:
            raise ValidationError("Klien dilayani di luar panti, sehingga tidak menempati kamar.")
        if self.room.shelter != self.shelter:
            raise ValidationError({"place": f"{self.room} bukan kamar {self.shelter}."})
        if self.started_on > self.shelter.today():
            raise ValidationError({"on": "Tanggal belum tiba."})
        if self.started_on < self.stay.entered_on:
            raise ValidationError({"on": f"Klien baru masuk pada {spoken(self.stay.entered_on)}."})

    def _fit_bed(self):
        taken = self.bed.placements.filter(reaching_past(self.started_on)).select_related("stay__client", "room", "bed")
        sleeper = taken.order_by("started_on").first()
        if sleeper:
            raise ValidationError({"place": f"{sleeper.in_words()} Pilih tempat lain."})
        outage = self.bed.outages.from_day(self.started_on).first()
        if outage:
            since = spoken(outage.started_on)
            raise ValidationError({"place": f"{self.bed} tidak dapat dipakai mulai {since} ({outage.reason})."})


def lock(*, beds, stays):
    """Beds first, then stays, each in the order of their numbers: so nobody waits for somebody who waits for them."""
    beds = sorted({bed.pk for bed in beds if bed})
    if len(Bed.objects.filter(pk__in=beds).order_by("pk").select_for_update(of=["self"])) < len(beds):
        raise ValidationError("Tempat tidur itu sudah dihapus dari daftar. Muat ulang halaman ini.")
    for stay in sorted(stays, key=lambda stay: stay.pk):
        stay.refresh_from_db(from_queryset=Stay.objects.select_for_update(of=["self"]))


def spoken(day):
    return dateformat.format(day, "j F Y")
