"""The occupancy board (papan hunian): one shelter, one day, each bed and who sleeps in it. Every number is counted."""

from dataclasses import dataclass, field

from cases.models import Bed, BedOutage, Room, Stay


@dataclass
class Place:
    """A bed, or without one an extra place, with who has it on the day."""

    bed: Bed | None
    stay: Stay | None = None
    outage: BedOutage | None = None
    is_out: bool = False

    @property
    def is_free(self):
        return not self.stay and not self.outage


@dataclass
class RoomOnBoard:
    room: Room
    places: list = field(default_factory=list)
    extra: list = field(default_factory=list)

    @property
    def people(self):
        return [place.stay for place in [*self.places, *self.extra] if place.stay]

    @property
    def total(self):
        """Beds in service."""
        return sum(not place.is_out for place in self.places)

    @property
    def free(self):
        return [place for place in self.places if place.is_free]

    @property
    def excess(self):
        return max(0, len(self.people) - self.total)


class Board:
    def __init__(self, shelter, day):
        self.shelter, self.day = shelter, day
        rooms = Room.objects.filter(building__shelter=shelter).select_related("building")
        rooms = {room.pk: RoomOnBoard(room) for room in rooms}
        sleepers = self._seat(rooms)
        self._add_beds(rooms, sleepers)
        self.rooms = list(rooms.values())

    def _seat(self, rooms):
        """Everybody of the house that night: who has no bed goes to an extra place or to the list of the unplaced."""
        stays = self.shelter.stays.on(self.day).exclude(ended_on=self.day).in_house().select_related("client")
        self.stays = list(stays.with_night(self.day).order_by("client__name", "pk"))
        self.unplaced, sleepers = [], {}
        for stay in self.stays:
            stay.shelter = self.shelter
            stay.board_day = (self.day - stay.entered_on).days + 1
            if stay.night_bed:
                sleepers[stay.night_bed] = stay
            elif stay.night_room:
                rooms[stay.night_room].extra.append(Place(None, stay))
            else:
                self.unplaced.append(stay)
        return sleepers

    def _add_beds(self, rooms, sleepers):
        outages = {}
        later = BedOutage.objects.from_day(self.day).filter(bed__room__in=rooms)
        for outage in later.order_by("-started_on"):  # the nearest one remains
            outages[outage.bed_id] = outage
        for bed in Bed.objects.filter(room__in=rooms):
            outage = outages.get(bed.pk)
            is_out = bool(outage and outage.started_on <= self.day)
            rooms[bed.room_id].places.append(Place(bed, sleepers.get(bed.pk), outage, is_out))

    @property
    def clients(self):
        return [stay.client for stay in self.stays]

    @property
    def residents(self):
        return len(self.stays)

    @property
    def beds(self):
        """Beds in service."""
        return sum(one.total for one in self.rooms)

    @property
    def free(self):
        return sum(len(one.free) for one in self.rooms)

    @property
    def out(self):
        return sum(place.is_out for one in self.rooms for place in one.places)

    @property
    def extra(self):
        return sum(len(one.extra) for one in self.rooms)

    @property
    def over_capacity(self):
        return max(0, self.residents - self.shelter.capacity)

    def rooms_for(self, client):
        """Those meant for this person first; each with the free beds in it."""
        return sorted(self.rooms, key=lambda one: not one.room.suits(client))

    def has_free_place_for(self, client):
        return any(one.free for one in self.rooms if one.room.suits(client))


def free_elsewhere(shelter, client):
    """Free places suitable for this person at the installation's other shelters: numbers, and nobody's name."""
    beds = Bed.objects.free_from(shelter.today()).suiting(client).exclude(room__building__shelter=shelter)
    return beds.per_shelter()
