"""The occupancy board: counted, never stored."""

from datetime import date

import pytest
from django.urls import reverse

from cases.board import Board
from cases.models import BedOutage
from tests.factories import make_client, make_ended_stay, make_room, make_stay, make_warning, place

DAY = date(2026, 3, 16)


def url(shelter, **query):
    return reverse("cases:board", args=[shelter.slug], query=query)


def test_the_board_counts_beds_people_and_what_is_left(today, budi, sari, melati, stay):
    room = make_room(melati, by=budi, beds=4)
    first, second, *_ = room.beds.all()
    place(stay, first)
    BedOutage.begin(second, by=budi, on=DAY, reason="Diperbaiki")
    mattress = make_stay(melati, by=sari, client=make_client("Bejo", sex="L"))
    place(mattress, room=room, reason="Bersama ayahnya")
    waiting = make_stay(melati, by=sari, client=make_client("Cici"))
    make_ended_stay(melati, date(2026, 3, 1), DAY, by=sari, client=make_client("Pulang"))
    board = Board(melati, DAY)
    (one,) = board.rooms
    assert (len(one.people), one.total, len(one.free), one.excess) == (2, 3, 2, 0)
    assert (board.residents, board.beds, board.free, board.out, board.extra) == (3, 3, 2, 1, 1)
    assert board.unplaced == [waiting]


def test_the_board_shows_each_person_and_says_when_beds_and_capacity_differ(client, today, oka, budi, melati, stay):
    place(stay, make_room(melati, by=budi, beds=2).beds.first())
    client.force_login(oka)
    page = client.get(url(melati)).content.decode()
    assert "Laki-laki · 70 tahun · hari ke-15" in page
    assert "Tempat tidur siap pakai (2) berbeda dari daya tampung yang tercatat (20)." in page
    assert "Atur kamar" not in page  # the head's


def test_the_board_warns_whoever_looks(client, today, oka, budi, melati, stay):
    make_warning(stay, by=budi)
    place(stay, make_room(melati, by=budi).beds.first())
    client.force_login(oka)
    assert "Kejang bila terlambat minum obat" in client.get(url(melati)).content.decode()


def test_the_board_of_an_earlier_day_is_as_of_that_day(client, today, oka, budi, sari, melati, stay):
    first, second = make_room(melati, by=budi).beds.all()
    place(stay, first).move(by=sari, room=first.room, bed=second, on=date(2026, 3, 10))
    client.force_login(oka)
    (one,) = client.get(url(melati, tanggal="2026-03-09")).context["board"].rooms
    assert [bool(spot.stay) for spot in one.places] == [True, False]
    assert one.places[0].stay.board_day == 8


@pytest.mark.parametrize("typed", ["2026-03-17", "kemarin", "2026-02-30"])
def test_no_board_of_a_day_that_is_none(client, today, oka, melati, typed):
    client.force_login(oka)
    assert client.get(url(melati, tanggal=typed)).status_code == 404


def test_an_empty_house_says_what_to_do(client, today, budi, melati):
    client.force_login(budi)
    assert reverse("cases:room_new", args=["melati"]) in client.get(url(melati)).content.decode()


def test_sixty_beds_take_no_more_queries_than_two(client, today, budi, melati, django_assert_max_num_queries):
    for number in range(6):
        for bed in make_room(melati, name=f"Kamar {number}", by=budi, beds=10).beds.all():
            place(make_stay(melati, by=budi, client=make_client(sex="L")), bed)
    make_stay(melati, by=budi)
    client.force_login(budi)
    client.get(url(melati))  # the first page after a login also writes the session
    for page in (url(melati), reverse("cases:room_list", args=["melati"])):
        with django_assert_max_num_queries(14):  # 12, and a savepoint of the test with its release
            assert client.get(page).status_code == 200
