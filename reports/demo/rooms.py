"""Buildings, rooms and beds, and who sleeps where. Two are still without a place, one has an extra one."""

from datetime import timedelta

from cases.models import BedOutage, Placement, Room
from reports.demo.timeline import clock_at

Kind = Room.Kind
ROOMS = {
    # building, room, for whom, beds
    "melati": [
        ("Gedung depan", "Cempaka", Kind.MEN, 14),
        ("Gedung dalam", "Anggrek", Kind.WOMEN, 12),
        ("Gedung dalam", "Keluarga", Kind.FAMILY, 6),
        ("Gedung dalam", "Tenang", Kind.ISOLATION, 2),
    ],
    "kenanga": [
        ("Wisma Timur", "Nusa", Kind.MEN, 12),
        ("Wisma Timur", "Bahari", Kind.MEN, 12),
        ("Wisma Barat", "Dahlia", Kind.WOMEN, 16),
        ("Wisma Barat", "Keluarga", Kind.FAMILY, 4),
        ("Wisma Barat", "Tenang", Kind.ISOLATION, 2),
    ],
}
# Where to look first; whoever finds the room full sleeps with the families.
MEANT_FOR = {"L": [Kind.MEN, Kind.FAMILY], "P": [Kind.WOMEN, Kind.FAMILY], "": [Kind.FAMILY]}
FULL = "Kamar penuh; kasur tambahan sampai ada tempat tidur kosong."


def furnish(world):
    """Before anybody came."""
    for slug, rooms in ROOMS.items():
        shelter = world.shelters[slug]
        for building, name, kind, beds in rooms:
            Room.add(shelter, by=world.head(shelter), building=building, name=name, kind=kind, beds=beds)


def fill(world):
    """Everybody in the house gets a bed as they came; the last two of Melati wait for theirs."""
    for shelter in world.shelters.values():
        repair(world, shelter)
        stays = list(shelter.stays.resident().in_house().select_related("client").order_by("entered_on", "pk"))
        waiting = 2 if shelter.slug == "melati" else 0
        for number, stay in enumerate(stays[: len(stays) - waiting]):
            with clock_at(world.moment(stay.entered_on, 20)):
                lay_down(world, stay, number)


def lay_down(world, stay, number):
    """The third has a bed of their own only after a week apart, the fourth sleeps on an extra mattress."""
    by, on = world.officer(stay.shelter), stay.entered_on
    bed = bed_for(stay, MEANT_FOR[stay.client.sex])
    if bed is None or number == 3:
        kind = MEANT_FOR[stay.client.sex][0]
        room = Room.objects.filter(building__shelter=stay.shelter, kind=kind).first()
        Placement.assign(stay, by=by, room=room, on=on, reason=FULL)
    elif number == 2:
        move_after_a_week(world, stay, bed, by)
    else:
        Placement.assign(stay, by=by, room=bed.room, bed=bed, on=on)


def move_after_a_week(world, stay, bed, by):
    apart = bed_for(stay, [Kind.ISOLATION])
    placement = Placement.assign(
        stay, by=by, room=apart.room, bed=apart, on=stay.entered_on, reason="Batuk, menunggu hasil puskesmas.",
        despite=True,
    )  # fmt: skip
    day = min(stay.entered_on + timedelta(days=7), world.today)
    with clock_at(world.moment(day, 9)):
        placement.move(by=by, room=bed.room, bed=bed, on=day, reason="Hasil pemeriksaan baik.")


def bed_for(stay, kinds):
    for kind in kinds:
        for room in Room.objects.filter(building__shelter=stay.shelter, kind=kind):
            bed = room.beds.free_from(stay.entered_on).first()
            if bed:
                return bed
    return None


def repair(world, shelter):
    """A bed that is broken since last week, and one that was for three days."""
    room = Room.objects.filter(building__shelter=shelter, kind=Kind.FAMILY).first()
    broken, mended = room.beds.all()[:2]
    by = world.officer(shelter)
    with clock_at(world.moment(world.day(20), 9)):
        BedOutage.begin(mended, by=by, on=world.day(20), until=world.day(17), reason="Kasur dijemur dan dibersihkan.")
    with clock_at(world.moment(world.day(6), 9)):
        BedOutage.begin(broken, by=by, on=world.day(6), reason="Rangka patah, menunggu tukang.")
