"""Search over a hundred thousand clients: few queries, an index, and the right person first."""

import pytest
from django.db import connection
from django.urls import reverse

from cases.models import Client
from tests.factories import make_client, make_stay

CROWD = """
INSERT INTO cases_client (number, name, aliases, description, sex, birth_place, claimed_nik, nik_status, nik_note,
    no_nik_reason, kk_number, citizenship, phone, origin_address, health_note, photo, version, created_at)
SELECT 'MASSAL-' || n,
    initcap(given[1 + n % 12] || ' ' || family[1 + (n / 12) % 10] || ' ' || substr(md5(n::text), 1, 6)),
    '{}', '', 'L', '', '', '', '', '', '', 'wni', '', '', '', '', 1, now()
FROM generate_series(1, 100000) n, (SELECT
    string_to_array('slamet suratmin yanti bambang sutrisno wahyuni agus siti endang joko tri dewi', ' ') AS given,
    string_to_array('riyadi lestari santoso rahayu widodo hartono utami susilo wijaya pratama', ' ') AS family) words
"""
STAYS = """
INSERT INTO cases_stay (client_id, shelter_id, register_number, status, setting, entered_on, ended_on, exit_reason_id,
    brought_by, found_at, condition, neglect, note, over_capacity, destination, exit_note, cancel_reason, created_at)
SELECT id, %s, number, 'discharged', 'in_house', date '2025-01-01' + (id %% 300)::int,
    date '2025-01-05' + (id %% 300)::int, (SELECT min(id) FROM cases_exitreason),
    '', '', '', 'unconfirmed', '', false, '', '', '', now()
FROM cases_client WHERE number LIKE 'MASSAL-%%'
"""


@pytest.fixture
def crowd(melati):
    with connection.cursor() as cursor:
        cursor.execute(CROWD)
        cursor.execute(STAYS, [melati.pk])
        cursor.execute("ANALYZE cases_client, cases_stay")


def test_a_hundred_thousand_clients(crowd, client, today, sari, melati, django_assert_max_num_queries):
    make_stay(melati, by=sari, client=make_client("Sukinah", aliases=["Mbok Nah"]))
    client.force_login(sari)
    url = reverse("cases:client_list") + "?status=semua"
    client.get(url)
    with django_assert_max_num_queries(10):
        page = client.get(url).content.decode()
    assert "100.001 klien" in page
    with django_assert_max_num_queries(10):
        found = client.post(url, {"q": "Soekinnah"}).content.decode()
    assert "Sukinah" in found

    plan = Client.objects.matching("Soekinnah").explain()
    assert "client_search_names" in plan and "Seq Scan on cases_client" not in plan
    numbers = Client.objects.matching("885000").explain()
    assert "client_nik_part" in numbers and "client_number_upper" in numbers and "stay_register_upper" in numbers


@pytest.mark.parametrize(
    "written, meant",
    [
        ("Soekarno", "Sukarno"),
        ("Djoko", "Joko"),
        ("Tjipto", "Cipto"),
        ("Sjarif", "Syarif"),
        ("Chadidjah", "Khadijah"),
        ("Moch. Fajar", "Muhammad Pajar"),
        ("Muh Fajar", "Mohammad Fajar"),
        ("Vitri", "Fitri"),
        ("Sri", "Srie"),
        ("Suminnah", "Sumina"),
        ("Sutrino", "Sutrisno"),
        ("Sulastr", "Sulastri"),
    ],
)
def test_spelling_does_not_make_a_new_person(db, written, meant):
    person = make_client(meant)
    make_client("Bambang")
    assert Client.objects.matching(written).first() == person


def test_the_better_match_comes_first(db):
    other, meant = make_client("Sukirah"), make_client("Sukinah")
    assert list(Client.objects.matching("Soekina"))[:1] == [meant]
    assert other not in list(Client.objects.matching("Soekina"))[:1]
