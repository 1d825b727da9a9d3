"""Rooms and beds: the head sets the house up, and a bed is out of service for a while."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent, Bed, BedOutage, Building, Room
from tests.factories import make_client, make_room, make_stay, place


def day(number):
    return date(2026, 3, number)


def labels(room):
    return list(room.beds.values_list("label", flat=True))


def test_the_head_adds_a_room_with_its_beds_at_once(client, budi, melati):
    client.force_login(budi)
    url = reverse("cases:room_new", args=["melati"])
    key = str(client.get(url).context["form"]["key"].value())
    form = {"key": key, "name": "Putra", "kind": "men", "beds": "12", "building": "Gedung utama"}
    for _ in range(2):  # a double click makes one room
        assert client.post(url, form).url == reverse("cases:room_list", args=["melati"])
    room = Room.objects.get()
    assert (labels(room)[:3], labels(room)[-1]) == (["1", "2", "3"], "12")
    assert AuditEvent.objects.get(action="room.created").details["beds"] == 12


def test_a_second_room_of_the_same_name_is_refused_in_words(client, budi, melati):
    make_room(melati, by=budi)
    client.force_login(budi)
    form = {"name": "Putra", "kind": "men", "beds": "1", "building": "Gedung utama"}
    form["key"] = "11111111-1111-4111-8111-111111111111"
    response = client.post(reverse("cases:room_new", args=["melati"]), form)
    assert "Kamar dengan nama itu sudah ada di gedung ini." in response.content.decode()
    assert (Room.objects.count(), Bed.objects.count(), Building.objects.count()) == (1, 2, 1)


def test_more_beds_go_on_where_the_numbers_ended(client, budi, melati):
    room = make_room(melati, by=budi, beds=2)
    client.force_login(budi)
    url = reverse("cases:room_enlarge", args=[room.pk])
    client.post(url, {"key": str(client.get(url).context["form"]["key"].value()), "beds": "2"})
    assert labels(room) == ["1", "2", "3", "4"]


def test_the_same_number_twice_in_a_room_is_refused(client, budi, melati):
    first, _ = make_room(melati, by=budi).beds.all()
    client.force_login(budi)
    response = client.post(reverse("cases:bed_edit", args=[first.pk]), {"label": "2"})
    assert "Nomor itu sudah dipakai di kamar ini." in response.content.decode()


def test_a_bed_too_many_is_taken_back_and_a_used_one_is_not(client, budi, stay, melati, today):
    used, spare = make_room(melati, by=budi).beds.all()
    place(stay, used)
    client.force_login(budi)
    for bed in (used, spare):
        client.post(reverse("cases:bed_remove", args=[bed.pk]))
    assert list(Bed.objects.all()) == [used]


def test_an_occupied_bed_stays_in_service_until_somebody_has_moved(client, budi, stay, melati, today):
    bed, free = make_room(melati, by=budi).beds.all()
    place(stay, bed)
    client.force_login(budi)
    url = reverse("cases:bed_outage", args=[bed.pk])
    form = {"key": "11111111-1111-4111-8111-111111111111", "on": "2026-03-20", "until": "", "reason": "Dicat"}
    sentence = "Putra-1 ditempati Suratmin sejak 2 Maret 2026. Pindahkan dahulu lewat papan hunian."
    assert sentence in client.post(url, form).content.decode()
    assert not BedOutage.objects.exists()
    assert client.post(reverse("cases:bed_outage", args=[free.pk]), form).status_code == 302


@pytest.mark.parametrize(
    ("on", "until", "fits"),
    [(2, 5, False), (4, 6, False), (1, 2, True), (5, 9, True), (5, None, True), (1, None, False)],
)
def test_an_outage_fits_around_who_slept_there(today, budi, stay, melati, on, until, fits):
    """Suratmin had the bed for the nights of 2, 3 and 4 March."""
    bed, other = make_room(melati, by=budi).beds.all()
    place(stay, bed).move(by=budi, room=other.room, bed=other, on=day(5))
    said = {"by": budi, "on": day(on), "until": until and day(until), "reason": "Dicuci"}
    if fits:
        BedOutage.begin(bed, **said)
    else:
        with pytest.raises(ValidationError, match="ditempati Suratmin sejak 2 Maret 2026 sampai 5 Maret 2026"):
            BedOutage.begin(bed, **said)


def test_a_bed_out_of_service_is_given_to_nobody_and_comes_back(client, today, budi, stay, melati):
    bed = make_room(melati, by=budi, beds=1).beds.get()
    outage = BedOutage.begin(bed, by=budi, on=day(20), reason="Dicat")
    with pytest.raises(ValidationError, match=r"Putra-1 tidak dapat dipakai mulai 20 Maret 2026 \(Dicat\)"):
        place(stay, bed)
    assert not Bed.objects.free_from(day(16)).exists()
    client.force_login(budi)
    client.post(reverse("cases:outage_end", args=[outage.pk]), {"on": "2026-03-16"})
    outage.refresh_from_db()
    assert outage.ended_on == day(20)  # it was only planned: it never was
    assert list(Bed.objects.free_from(day(16))) == [bed]
    assert place(stay, bed).bed == bed


def test_the_database_refuses_two_outages_of_a_bed_at_once(today, budi, melati):
    bed = make_room(melati, by=budi, beds=1).beds.get()
    BedOutage.begin(bed, by=budi, on=day(1), until=day(5), reason="Dicat")
    BedOutage.begin(bed, by=budi, on=day(5), reason="Kasur")
    with pytest.raises(IntegrityError, match="bed_outage_no_overlap"), transaction.atomic():
        BedOutage.objects.create(bed=bed, started_on=day(9), reason="Lagi", created_by=budi)
    with pytest.raises(IntegrityError, match="bed_outage_ends_after_it_starts"), transaction.atomic():
        BedOutage.objects.create(bed=bed, started_on=day(4), ended_on=day(3), reason="Lagi", created_by=budi)


def test_the_words_for_a_place_name_the_building_where_there_are_two(today, budi, stay, melati):
    bed = make_room(melati, by=budi, name="Isolasi", kind="family").beds.last()
    place(stay, bed)
    assert melati.stays.with_place().get().place == "Isolasi-2"
    make_room(melati, by=budi, name="Isolasi", building="Gedung barat")
    assert melati.stays.with_place().get().place == "Isolasi-2, Gedung utama"


def test_beds_are_counted_where_they_suit(today, budi, melati, kenanga):
    for name, kind in (("Putra", "men"), ("Putri", "women"), ("Keluarga", "family"), ("Isolasi", "isolation")):
        make_room(kenanga, name=name, kind=kind, by=budi, beds=2)
    beds = Bed.objects.free_from(day(16))
    counts = [beds.suiting(make_client(sex=sex)).count() for sex in ("L", "P", "")]
    assert counts == [4, 4, 6]
    sleeper = make_stay(kenanga, by=budi, client=make_client(sex="L"))
    place(sleeper, Bed.objects.filter(room__kind="men").first())
    assert beds.suiting(make_client(sex="L")).per_shelter()[0] == {"name": "Panti Kenanga", "beds": 3}
