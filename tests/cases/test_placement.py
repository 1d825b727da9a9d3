"""Who sleeps where: placing, moving, swapping, leaving; and two people who want the last bed."""

import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cases.models import AuditEvent, Bed, BedOutage, Placement, Stay
from tests.factories import make_client, make_room, make_stay, place, reason


def day(number):
    return date(2026, 3, number)


@pytest.fixture
def room(today, melati, budi):
    return make_room(melati, by=budi, beds=3)


@pytest.fixture
def beds(room):
    return list(room.beds.all())


@pytest.fixture
def other(melati, sari):
    return make_stay(melati, by=sari, client=make_client("Bejo", sex="L"), entered_on=day(3))


def history(stay):
    return [(str(one), one.started_on, one.ended_on) for one in stay.placements.all()]


def post(client, name, stay, **form):
    url = reverse(f"cases:{name}", args=[stay.pk])
    form = {"on": "2026-03-16", "key": "11111111-1111-4111-8111-111111111111"} | form
    return client.post(url, form)


# the screens


def test_the_officer_gives_a_bed_and_the_file_shows_it(client, oka, stay, beds):
    client.force_login(oka)
    url = reverse("cases:stay_place", args=[stay.pk])
    assert url in client.get(stay.get_absolute_url()).content.decode()
    response = post(client, "stay_place", stay, place=f"bed-{beds[1].pk}", on="2026-03-02", at="23:40")
    assert response.url == stay.get_absolute_url()
    assert history(stay) == [("Putra-2", day(2), None)]
    assert "Rumah Singgah Melati · Putra-2" in client.get(response.url).content.decode()
    sheet = client.get(reverse("cases:day_sheet", args=["melati", "2026-03-16"]))
    assert "MLT-2026-9001 · Putra-2" in sheet.content.decode()
    event = AuditEvent.objects.get(action="stay.placed")
    assert (event.actor_name, event.target_id, event.details["place"]) == ("Oka", str(stay.pk), "Putra-2")


def test_isolation_asks_for_a_reason_and_then_gives_way(client, today, oka, budi, stay, melati):
    """Scenario 1: Min, confused, at night, into Isolasi-2."""
    bed = make_room(melati, name="Isolasi", kind="isolation", by=budi).beds.last()
    client.force_login(oka)
    said = {"place": f"bed-{bed.pk}", "on": "2026-03-02"}
    page = post(client, "stay_place", stay, **said).content.decode()
    assert "Isolasi adalah kamar isolasi. Centang dan tulis alasannya bila tetap ditempatkan di sana." in page
    assert (f'value="bed-{bed.pk}" selected' in page, 'name="confirm"' in page) == (True, True)
    assert not stay.placements.exists()
    post(client, "stay_place", stay, **said, confirm="on", reason="Bingung, belum diperiksa")
    assert history(stay) == [("Isolasi-2", day(2), None)]


@pytest.mark.parametrize(("sex", "kind", "warns"), [("L", "women", True), ("P", "men", True), ("", "men", False),
                                                   ("L", "men", False), ("P", "family", False)])  # fmt: skip
def test_a_room_for_others_wants_a_reason_not_a_lock(today, sari, budi, melati, sex, kind, warns):
    bed = make_room(melati, kind=kind, by=budi, beds=1).beds.get()
    stay = make_stay(melati, by=sari, client=make_client("Rahmat", sex=sex))
    if warns:
        with pytest.raises(ValidationError, match="adalah kamar .*, sedangkan Rahmat"):
            place(stay, bed, despite=True)
    assert place(stay, bed, despite=True, reason="Bayi bersama ibunya").bed == bed


def test_a_full_room_takes_one_more_and_the_page_says_where_else(client, oka, budi, melati, kenanga, today):
    """Scenario 7: Putri is full, Yanti comes at night; nobody's name from another house."""
    putri = make_room(melati, name="Putri", kind="women", beds=14, by=budi)
    for bed in putri.beds.all():
        place(make_stay(melati, by=budi, client=make_client(sex="P")), bed)
    elsewhere = make_room(kenanga, name="Putri", kind="women", beds=3, by=budi)
    make_room(kenanga, name="Putra", kind="men", beds=5, by=budi)
    place(make_stay(kenanga, by=budi, client=make_client("Rahasia", sex="P")), elsewhere.beds.first())
    yanti = make_stay(melati, by=budi, client=make_client("Yanti", sex="P"), entered_on=day(16))
    client.force_login(oka)
    page = client.get(reverse("cases:stay_place", args=[yanti.pk])).content.decode()
    assert "Panti Kenanga: <strong>2 kosong</strong>" in page
    assert "Rahasia" not in page
    refused = post(client, "stay_place", yanti, place=f"room-{putri.pk}")
    assert "Tulis alasan memberi tempat tambahan (melebihi kapasitas)." in refused.content.decode()
    post(client, "stay_place", yanti, place=f"room-{putri.pk}", reason="Datang pukul 02.00, penuh")
    board = client.get(reverse("cases:board", args=["melati"])).content.decode()
    assert '<strong class="board-over">15/14</strong>' in board
    assert "melebihi kapasitas 1 orang" in board
    sheet = client.get(reverse("cases:day_sheet", args=["melati", "2026-03-16"])).content.decode()
    assert "1 orang di tempat tambahan: Yanti" in sheet


def test_a_move_closes_and_opens_on_the_same_day(client, oka, stay, beds):
    place(stay, beds[0])
    client.force_login(oka)
    post(client, "stay_place", stay, place=f"bed-{beds[2].pk}", on="2026-03-10", reason="Dekat kamar mandi")
    assert history(stay) == [("Putra-1", day(2), day(10)), ("Putra-3", day(10), None)]
    event = AuditEvent.objects.get(action="stay.moved")
    assert (event.details["before"], event.details["place"]) == ("Putra-1", "Putra-3")
    page = client.get(stay.get_absolute_url()).content.decode()
    assert "Riwayat tempat" in page


def test_two_residents_swap(client, oka, stay, other, beds):
    place(stay, beds[0])
    theirs = place(other, beds[1])
    client.force_login(oka)
    post(client, "stay_swap", stay, other=theirs.pk)
    assert history(stay)[-1] == ("Putra-2", day(16), None)
    assert history(other) == [("Putra-2", day(3), day(16)), ("Putra-1", day(16), None)]
    assert AuditEvent.objects.filter(action="stay.swapped").count() == 2


def test_a_place_is_freed_while_the_stay_goes_on(client, oka, stay, other, beds):
    place(stay, beds[0])
    client.force_login(oka)
    post(client, "stay_vacate", stay, reason="Pergi tanpa izin")
    assert list(Stay.objects.resident().unplaced()) == [other, stay]
    assert place(other, beds[0], on=day(16)).bed == beds[0]


def test_a_bed_taken_meanwhile_is_refused_by_name(client, oka, stay, other, beds):
    place(other, beds[0])
    client.force_login(oka)
    page = post(client, "stay_place", stay, place=f"bed-{beds[0].pk}", reason="Dekat pintu").content.decode()
    assert "Putra-1 ditempati Bejo sejak 3 Maret 2026. Pilih tempat lain." in page
    assert 'value="Dekat pintu"' in page


@pytest.mark.parametrize("typed", ["bed-999999", "room-0", "x", "bed-", "bed-9999999999999999999", "bed-²"])
def test_a_place_that_is_none_is_refused(client, oka, stay, beds, typed):
    client.force_login(oka)
    assert "Pilih tempat dari daftar." in post(client, "stay_place", stay, place=typed).content.decode()


def test_a_bed_of_another_house_is_not_on_offer(client, oka, budi, stay, kenanga, beds):
    foreign = make_room(kenanga, by=budi).beds.first()
    client.force_login(oka)
    assert "Pilih tempat dari daftar." in post(client, "stay_place", stay, place=f"bed-{foreign.pk}").content.decode()
    with pytest.raises(ValidationError, match="bukan kamar Rumah Singgah Melati"):
        place(stay, foreign)


# the rules


def test_out_in_the_morning_and_another_in_at_night(sari, stay, other, beds):
    place(stay, beds[0])
    stay.discharge(by=sari, on=day(10), reason=reason("reunifikasi"))
    place(other, beds[0], on=day(10))
    assert Placement.objects.on(day(9)).get().stay == stay
    assert Placement.objects.on(day(10)).get().stay == other


def test_a_night_that_is_taken_cannot_be_given_afterwards(sari, stay, other, beds):
    place(stay, beds[0])
    stay.discharge(by=sari, on=day(10), reason=reason("reunifikasi"))
    with pytest.raises(ValidationError, match="Putra-1 ditempati Suratmin sejak 2 Maret 2026 sampai 10 Maret 2026"):
        place(other, beds[0], on=day(9))


@pytest.mark.parametrize("on", [date(2026, 3, 1), date(2026, 3, 17)])
def test_a_place_lies_within_the_stay_and_not_ahead(stay, beds, on):
    with pytest.raises(ValidationError, match="Klien baru masuk|Tanggal belum tiba"):
        place(stay, beds[0], on=on)


def test_discharge_frees_the_bed_on_the_same_day(sari, stay, beds):
    place(stay, beds[0])
    stay.discharge(by=sari, on=day(12), reason=reason("reunifikasi"))
    placement = stay.placements.get()
    assert (placement.ended_on, placement.closed_by) == (day(12), sari)
    assert AuditEvent.objects.get(action="stay.vacated").details == {"place": "Putra-1", "on": "2026-03-12"}


def test_a_late_discharge_cuts_what_was_entered_since(sari, stay, beds):
    """He left on the 5th; the move of the 9th was entered by mistake and took no night at all."""
    place(stay, beds[0]).move(by=sari, room=beds[1].room, bed=beds[1], on=day(9))
    stay.discharge(by=sari, on=day(5), reason=reason("kabur"))
    assert history(stay) == [("Putra-1", day(2), day(5)), ("Putra-2", day(9), day(9))]


def test_a_stay_that_never_was_took_no_night(sari, stay, other, beds):
    place(stay, beds[0])
    stay.cancel(by=sari, reason="Salah orang")
    assert history(stay) == [("Putra-1", day(2), day(2))]
    assert place(other, beds[0], on=day(3)).bed == beds[0]


def test_who_left_gets_no_place(sari, stay, beds):
    stay.discharge(by=sari, on=day(12), reason=reason("reunifikasi"))
    with pytest.raises(ValidationError, match="sudah selesai"):
        place(stay, beds[0])


def test_who_is_served_at_home_needs_no_bed(sari, stay, beds):
    Stay.objects.filter(pk=stay.pk).update(setting=Stay.Setting.OUTSIDE)
    with pytest.raises(ValidationError, match="dilayani di luar panti"):
        place(stay, beds[0])


def test_a_stale_page_moves_nobody(sari, stay, beds):
    first = place(stay, beds[0])
    stale = Placement.objects.get(pk=first.pk)
    first.move(by=sari, room=beds[1].room, bed=beds[1], on=day(5))
    for act in (
        lambda: stale.move(by=sari, room=beds[2].room, bed=beds[2], on=day(6)),
        lambda: stale.vacate(by=sari, on=day(6)),
    ):
        with pytest.raises(ValidationError, match="sudah diubah orang lain"):
            act()
    with pytest.raises(ValidationError, match="sudah menempati Putra-2"):
        place(stay, beds[2])


# the backstops


def test_the_database_refuses_one_bed_for_two_and_two_beds_for_one(sari, stay, other, beds):
    place(stay, beds[0])
    for values, name in (
        ({"stay": other, "bed": beds[0]}, "placement_one_per_bed"),
        ({"stay": stay, "bed": beds[1]}, "placement_one_per_stay"),
        ({"stay": other, "bed": beds[1], "ended_on": day(3)}, "placement_ends_after_it_starts|placement_closed"),
        ({"stay": other, "bed": None}, "placement_without_bed_says_why"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Placement.objects.create(room=beds[0].room, started_on=day(4), created_by=sari, **values)


def test_the_database_keeps_bed_and_room_together(sari, budi, stay, melati, beds):
    elsewhere = make_room(melati, name="Lain", by=budi)
    with pytest.raises(IntegrityError, match="placement_bed_in_room"), transaction.atomic():
        Placement.objects.create(stay=stay, room=elsewhere, bed=beds[0], started_on=day(4), created_by=sari)


def at_once(*acts):
    """Each act in its own thread and connection, started together; what each said."""
    outcomes, ready = [], threading.Barrier(len(acts))

    def run(act):
        try:
            ready.wait()
            act()
            outcomes.append("done")
        except ValidationError as error:
            outcomes.append(error.messages[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_last_bed_goes_to_one_and_the_other_is_told(sari, budi, stay, other, melati, today):
    bed = make_room(melati, beds=1, by=budi).beds.get()
    outcomes = at_once(*(
        lambda stay=stay: place(Stay.objects.get(pk=stay.pk), Bed.objects.get(pk=bed.pk), on=day(5), by=sari)
        for stay in (stay, other)
    ))  # fmt: skip
    assert outcomes[1] == "done"
    assert outcomes[0] in [f"Putra-1 ditempati {name} sejak 5 Maret 2026. Pilih tempat lain." for name in
                           ("Suratmin", "Bejo")]  # fmt: skip
    assert Placement.objects.count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_bed_goes_out_of_service_or_to_somebody_never_both(sari, budi, stay, melati, today):
    bed = make_room(melati, beds=1, by=budi).beds.get()
    outcomes = at_once(
        lambda: place(Stay.objects.get(pk=stay.pk), Bed.objects.get(pk=bed.pk), on=day(5), by=sari),
        lambda: BedOutage.begin(Bed.objects.get(pk=bed.pk), by=budi, on=day(5), reason="Dicat"),
    )
    assert (outcomes[1], Placement.objects.count() + BedOutage.objects.count()) == ("done", 1)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_same_swap_from_both_sides_happens_once(sari, budi, stay, other, melati, today):
    first, second = make_room(melati, by=budi).beds.all()
    pair = [place(stay, first).pk, place(other, second).pk]

    def swap(mine, theirs):
        Placement.objects.get(pk=mine).swap(Placement.objects.get(pk=theirs), by=sari, on=day(10))

    outcomes = at_once(lambda: swap(*pair), lambda: swap(*reversed(pair)))
    assert outcomes == ["Tempat ini sudah diubah orang lain. Muat ulang halaman ini.", "done"]
    assert (str(stay.placements.last()), str(other.placements.last())) == ("Putra-2", "Putra-1")
