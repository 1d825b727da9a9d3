"""Families: who says to be one, what was proven, who was asked, and who came together."""

from cases.audit import record
from cases.models import FamilyContact, Relative, Stay
from cases.models.household import come_together
from reports.demo.papers import longest_residents
from reports.demo.timeline import clock_at

Relation, Way, Result = Relative.Relation, FamilyContact.Way, FamilyContact.Result
RELATIVES = [
    # name, relation, days ago on which it was settled, and how
    ("Sulastri Handayani", Relation.CHILD, 12, "prove"),
    ("Bambang Purnomo", Relation.NEPHEW, 0, ""),
    ("Supri", Relation.YOUNGER, 10, "disprove"),
    ("Bu Endang, tetangga", Relation.NEIGHBOUR, 0, ""),
    ("Agung Wibowo", Relation.ELDER, 6, "prove"),
]
CONTACTS = [
    # way, result, days ago, words
    (Way.PHONE, Result.UNREACHED, 15, ""),
    (Way.OFFICE, Result.WAITING, 14, "Surat dikirim ke desa asal."),
    (Way.LETTER, Result.UNKNOWN, 13, "Surat kembali, alamat tidak dikenal."),
    (Way.PHONE, Result.REFUSED, 11, "Belum sanggup merawat; bersedia ditelepon lagi bulan depan."),
    (Way.VISIT, Result.REACHED, 8, "Rumah layak, keluarga menanyakan kabar."),
    (Way.GUEST, Result.AGREED, 5, "Datang ke panti dan bersedia menjemput."),
    (Way.SOCIAL_MEDIA, Result.WAITING, 3, "Foto diunggah dengan izin klien."),
]


def find_families(world):
    stays = longest_residents(world, "kenanga", 20)[12:17]
    for stay, (name, relation, days_ago, verb) in zip(stays, RELATIVES, strict=True):
        relative = name_relative(world, stay, name, relation)
        if verb:
            settle(world, relative, stay, verb, days_ago)
    for number, (way, result, days_ago, note) in enumerate(CONTACTS):
        ask(world, stays[number % len(stays)], way, result, days_ago, note)
    mother_and_child(world)


def name_relative(world, stay, name, relation):
    by = world.worker(stay.shelter)
    with clock_at(world.moment(world.day(16), 10)):
        relative = Relative(
            client=stay.client, name=name, relation=relation, created_by=by, phone="0000-5550-9300",
            address="Desa Umpama RT 02 RW 01",
        )  # fmt: skip
        relative.full_clean()
        relative.save()
        record(by=by, action="relative.created", target=relative, shelter=stay.shelter)
    return relative


def settle(world, relative, stay, verb, days_ago):
    by, on = world.worker(stay.shelter), world.day(days_ago)
    with clock_at(world.moment(on, 14)):
        if verb == "prove":
            relative.prove(by=by, on=on, proof=Relative.Proof.KK, number="3404990101010001")
        else:
            relative.disprove(by=by, on=on, note="Nama tidak ada dalam KK klien; menurut Dukcapil bukan keluarga.")


def ask(world, stay, way, result, days_ago, note):
    relative = stay.client.relatives.first() if result != Result.UNKNOWN else None
    with clock_at(world.moment(world.day(days_ago), 10)):
        contact = FamilyContact(
            stay=stay, relative=relative, whom="" if relative else "Saudara di desa asal", on=world.day(days_ago),
            way=way, result=result, note=note, consented=way == Way.SOCIAL_MEDIA,
        )  # fmt: skip
        contact.log(by=world.worker(stay.shelter), is_tracing=True)


def mother_and_child(world):
    """The two of special.py: who came with whom, which proves nothing."""
    stays = Stay.objects.filter(shelter__slug="melati", note__startswith="Datang bersama")
    day = stays.first().entered_on
    with clock_at(world.moment(day, 23)):
        come_together(stays, by=world.officer(world.shelters["melati"]))
