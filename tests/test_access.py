"""Every route × every kind of person. The table is also the documentation of access.

302 leads to the login page, 404 hides what a person may not know of, 403 names a missing right, 405 wants a POST.
"""

import pytest
from django.urls import get_resolver

from tests.access.table import ACCESS, PEOPLE
from tests.access.world import make_world


@pytest.fixture
def world(today, melati, kenanga, sari, oka, budi, citra, dewi, agus, person, stay):
    """One of everything at Melati, and the address of each page about it."""
    return make_world(melati, person, stay, today=today, worker=sari, officer=oka, head=budi, department=dewi)


@pytest.fixture
def quick_print(monkeypatch):
    """Here it is asked who gets a paper; how it looks is each paper's own test, and setting forty takes a minute."""
    monkeypatch.setattr("weasyprint.HTML.write_pdf", lambda *_, **__: b"%PDF-")


@pytest.mark.parametrize("name", PEOPLE)
def test_access(name, client, request, world, quick_print):
    """A person's column of the table; and whatever answers a stranger or the department never says the client's name.

    The world is built once per person: a page that is only looked at changes none.
    """
    if name != "nobody":
        client.force_login(request.getfixturevalue(name))
    place, got, told = PEOPLE.index(name), {}, []
    for route in ACCESS:
        response = client.get(world(route))
        if b"Suratmin" in whole(response):
            told.append(route)
        got[route] = response.status_code
    assert got == {route: statuses[place] for route, statuses in ACCESS.items()}
    # Melati sent one referral to Kenanga, which accepted: that stay is open to its head, and nothing else.
    opened = {"citra": ["referrals:received_file"]}
    assert told == opened.get(name, []) or name in ("sari", "oka", "budi")


def test_every_route_is_in_the_table():
    assert named_routes() == set(ACCESS)


def named_routes():
    spaces = get_resolver().namespace_dict.items()
    return {f"{space}:{name}" for space, (_, urls) in spaces for name in urls.reverse_dict if isinstance(name, str)}


def whole(response):
    """All that was sent. A file is closed by whoever reads it to its end."""
    return b"".join(response) if response.streaming else response.content


POSTS = [route for route, statuses in ACCESS.items() if statuses[1] in (200, 403) and statuses[4] in (403, 404)]


def test_a_stranger_can_change_nothing_by_posting(client, world, citra):
    client.force_login(citra)
    got = {route: client.post(world(route), {}).status_code for route in POSTS}
    assert {route: status for route, status in got.items() if status not in (403, 404, 405)} == {}
