from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Length
from django.urls import reverse

from cases.audit import record
from cases.models.checked import CheckedModel
from cases.models.client import Client
from cases.models.shelter import Shelter
from cases.permissions import ScopedQuerySet

MOST_BEDS_AT_ONCE = 100


def reaching_past(day):
    """Periods [started_on, ended_on) that hold this day or a later one. An empty one holds no day at all."""
    return Q(ended_on=None) | (Q(ended_on__gt=day) & Q(ended_on__gt=F("started_on")))


class BuildingQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)


class Building(CheckedModel):
    shelter = models.ForeignKey(Shelter, models.PROTECT, related_name="buildings", verbose_name="panti")
    name = models.CharField("nama gedung", max_length=80)

    objects = BuildingQuerySet.as_manager()

    class Meta:
        verbose_name = "gedung"
        verbose_name_plural = "gedung"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["shelter", "name"],
                name="building_name_once",
                violation_error_message="Gedung dengan nama itu sudah ada.",
            )
        ]

    def __str__(self):
        return self.name


class RoomQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(building__shelter__in=shelters)


class Room(CheckedModel):
    """A room, and for whom. Places are counted from its beds and from who sleeps there, never stored."""

    class Kind(models.TextChoices):
        MEN = "men", "Laki-laki"
        WOMEN = "women", "Perempuan"
        FAMILY = "family", "Keluarga"
        ISOLATION = "isolation", "Isolasi"

    # For somebody of this sex these rooms are meant for others.
    NOT_FOR = {
        Client.Sex.MALE: (Kind.WOMEN, Kind.ISOLATION),
        Client.Sex.FEMALE: (Kind.MEN, Kind.ISOLATION),
        Client.Sex.UNKNOWN: (Kind.ISOLATION,),
    }

    building = models.ForeignKey(Building, models.PROTECT, related_name="rooms", verbose_name="gedung")
    name = models.CharField("nama kamar", max_length=60)
    kind = models.CharField("untuk siapa", max_length=10, choices=Kind)
    note = models.CharField("catatan kamar", max_length=200, blank=True)

    objects = RoomQuerySet.as_manager()

    class Meta:
        verbose_name = "kamar"
        verbose_name_plural = "kamar"
        ordering = ["building__name", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["building", "name"],
                name="room_name_once",
                violation_error_message="Kamar dengan nama itu sudah ada di gedung ini.",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("cases:room_edit", args=[self.pk])

    @property
    def shelter(self):
        return self.building.shelter

    def suits(self, client):
        return self.kind not in self.NOT_FOR[client.sex]

    def warning_for(self, client):
        """Why one would think twice before placing this person here; empty when there is no reason to."""
        if self.suits(client):
            return ""
        if self.kind == self.Kind.ISOLATION:
            return f"{self} adalah kamar isolasi."
        whom = Client.Sex(client.sex).label.lower()
        return f"{self} adalah kamar {self.get_kind_display().lower()}, sedangkan {client} {whom}."

    @classmethod
    @transaction.atomic
    def add(cls, shelter, *, by, building, name, kind, beds=0, note=""):
        """A new room with n beds, numbered from 1; the building (its name) is made when it is not there yet."""
        room = cls(building=Building.objects.get_or_create(shelter=shelter, name=building)[0])
        room.name, room.kind, room.note = name, kind, note
        room.full_clean()
        room.save()
        record(by=by, action="room.created", target=room, name=name, building=building, beds=beds)
        room._make_beds(beds)
        return room

    @transaction.atomic
    def add_beds(self, count, *, by):
        self.refresh_from_db(from_queryset=Room.objects.select_for_update(of=["self"]))
        self._make_beds(count)
        record(by=by, action="room.enlarged", target=self, beds=count)

    def _make_beds(self, count):
        if not 0 <= count <= MOST_BEDS_AT_ONCE:
            raise ValidationError({"beds": f"Jumlah tempat tidur antara 0 dan {MOST_BEDS_AT_ONCE}."})
        numbers = [int(label) for label in self.beds.values_list("label", flat=True) if label.isdecimal()]
        first = max(numbers, default=0) + 1
        Bed.objects.bulk_create(Bed(room=self, label=str(number)) for number in range(first, first + count))


class BedQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(room__building__shelter__in=shelters)

    def free_from(self, day):
        """Nobody's, and fit for use, on this day and every later one: whoever comes may stay."""
        beds = self
        for periods in ("placements", "outages"):
            model = self.model._meta.get_field(periods).related_model
            beds = beds.filter(~Exists(model.objects.filter(reaching_past(day), bed=OuterRef("pk"))))
        return beds

    def suiting(self, client):
        return self.exclude(room__kind__in=Room.NOT_FOR[client.sex])

    def per_shelter(self):
        """How many there are at each shelter: numbers that may be told to other houses."""
        counted = self.order_by().values(name=F("room__building__shelter__name")).annotate(beds=Count("pk"))
        return counted.order_by("-beds", "name")


class Bed(CheckedModel):
    room = models.ForeignKey(Room, models.PROTECT, related_name="beds", verbose_name="kamar")
    label = models.CharField("nomor tempat tidur", max_length=20)

    objects = BedQuerySet.as_manager()

    class Meta:
        verbose_name = "tempat tidur"
        verbose_name_plural = "tempat tidur"
        ordering = [Length("label"), "label"]  # 2 before 10
        constraints = [
            models.UniqueConstraint(
                fields=["room", "label"],
                name="bed_label_once",
                violation_error_message="Nomor itu sudah dipakai di kamar ini.",
            ),
            # What a placement's own foreign key refers to: a bed together with its room.
            models.UniqueConstraint(fields=["id", "room"], name="bed_and_its_room"),
        ]

    def __str__(self):
        return f"{self.room}-{self.label}"

    def get_absolute_url(self):
        return reverse("cases:bed_edit", args=[self.pk])

    @property
    def shelter(self):
        return self.room.shelter

    @property
    def is_unused(self):
        return not self.placements.exists() and not self.outages.exists()

    @transaction.atomic
    def remove(self, *, by):
        """Take back a bed that was never used: one too many at the set-up. Any other has a history to keep."""
        self.refresh_from_db(from_queryset=Bed.objects.select_for_update(of=["self"]))
        if not self.is_unused:
            raise ValidationError(
                f"{self} pernah dipakai, sehingga riwayatnya disimpan. Catat saja sebagai tidak dapat dipakai."
            )
        record(by=by, action="bed.removed", target=self, name=str(self))
        self.delete()
