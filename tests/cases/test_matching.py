"""Who is this? Likely people, best first, with the reasons, and strangers masked."""

from datetime import date

import pytest
from django.urls import reverse

from cases.matching import Sketch, likely
from cases.models import AuditEvent, Client, NotSame, Relative
from tests.cases.test_intake import body, form
from tests.factories import make_client, make_ended_stay, make_stay, source

NEW, LIKELY, SEARCH = (reverse(f"cases:{name}") for name in ("intake_new", "intake_likely", "intake_search"))
NIK = "3404995208610044"


@pytest.fixture
def sukinah(kenanga, citra):
    """Scenario 2: a closed file of another shelter, years ago."""
    client = make_client(
        "Sukinah", sex="P", birth_date=date(1961, 8, 12), aliases=["Mbok Nah"], number="TMG-2023-0044",
        nik=NIK, nik_status="valid",
    )  # fmt: skip
    make_ended_stay(kenanga, date(2023, 2, 1), date(2023, 5, 1), by=citra, client=client)
    Relative.objects.create(client=client, name="Tarno", relation="child", phone="0812-5500-1234")
    return client


@pytest.fixture
def sukirah(db):
    return make_client("Sukirah", sex="P", birth_date=date(1988, 1, 1))


@pytest.mark.parametrize(
    "text, reason",
    [
        ("Soekina", "nama mirip"),
        ("mbok nah", "alias"),
        ("610044", "NIK"),
        ("tmg-2023-0044", "nomor klien"),
        ("+62 812 5500 1234", "telepon keluarga"),
        ("Soekina, perempuan, ±65", "usia sesuai"),
    ],
)
def test_four_searches_find_the_closed_file_of_another_shelter(today, sari, sukinah, sukirah, text, reason):
    found = likely(sari, Sketch.of_text(text))
    assert found[0] == sukinah and reason in found[0].reasons
    assert not found[0].is_ours


def test_sex_age_and_origin_tip_the_balance(today, sari, db):
    old = make_client("Slamet", sex="L", birth_date=date(1950, 1, 1))
    young = make_client("Slamet", sex="L", estimated_age=30, age_estimated_on=date(2026, 1, 1))
    woman = make_client("Slamet", sex="P")
    found = likely(sari, Sketch(names=("Slamet",), sex="L", age=74))
    assert found == [old, young, woman]
    assert found[0].reasons == ["nama sama", "usia sesuai"]
    assert found[1].reasons == ["nama sama", "usia berbeda"]
    assert found[2].reasons == ["nama sama", "jenis kelamin berbeda"]


@pytest.mark.parametrize("typed", ["Moch. Djoko", "Muh Joko", "Mohammad Djoko"])
def test_old_spelling_and_the_many_muhammads(today, sari, db, typed):
    meant = make_client("Muhammad Joko")
    assert likely(sari, Sketch(names=(typed,)))[0] == meant


def test_while_typing_a_piece_answers_masked_and_by_post_only(client, today, sari, sukinah):
    client.force_login(sari)
    assert client.get(LIKELY).status_code == 405
    page = body(client.post(LIKELY, {"name": "Soekina", "sex": "P", "estimated_age": "63"}))
    assert page.startswith("{#") is False and '<section id="likely"' in page and "<html" not in page
    assert "Panti Kenanga, terakhir Februari 2023" in page and "usia sesuai" in page
    assert "Sukinah" not in page and "Nah" not in page and sukinah.number not in page
    assert AuditEvent.objects.first().action == "client.searched"


def test_half_typed_answers_never_fail(client, today, sari, sukinah):
    client.force_login(sari)
    odd = {"name": "S\x00", "birth_date": "19", "estimated_age": "tujuh", "nik": "abc", "sex": "x", "ruled_out": "1e9"}
    assert client.post(LIKELY, odd).status_code == 200
    assert client.post(LIKELY, {}).status_code == 200


def test_without_script_a_button_asks_and_nothing_typed_is_lost(client, today, sari, melati, sukinah):
    client.force_login(sari)
    assert "Cek kemiripan" in body(client.get(NEW))
    page = body(client.post(NEW, form(melati, name="Soekina", found_at="Pasar Contoh", find_matches="1")))
    assert "Mungkin sudah pernah datang" in page and "Pasar Contoh" in page
    assert Client.objects.count() == 1


def test_whom_the_worker_rules_out_is_remembered(client, today, sari, melati, kenanga, sukinah):
    client.force_login(sari)
    page = body(client.post(SEARCH, {"q": "Soekina"}))
    assert f'name="ruled_out" value="{sukinah.pk}"' in page
    page = body(client.post(NEW, {"from_search": "1", "q": "Soekina", "ruled_out": sukinah.pk}))
    assert f'name="ruled_out" value="{sukinah.pk}"' in page
    client.post(NEW, form(melati, name="Soekina", ruled_out=[sukinah.pk, "999999"]))
    new = Client.objects.get(name="Soekina")
    assert NotSame.between(new, sukinah).by == sari


def test_earlier_runaways_and_sweeps_are_told_at_the_door(client, today, sari, melati, person):
    for month in (1, 2):
        start, end = date(2026, month, 5), date(2026, month, 9)
        make_ended_stay(
            melati, start, end, by=sari, client=person, reason_slug="kabur", source=source("satpol-pp")
        )  # fmt: skip
    client.force_login(sari)
    page = body(client.get(reverse("cases:intake_return", args=[person.pk])))
    assert "kabur 2×" in page and "razia 2×" in page and "Sudah 2 kali tinggal" in page
    assert "kabur 2×" in body(client.post(SEARCH, {"q": "Suratmin"}))


def test_questions_are_few_whatever_the_number_of_matches(client, today, sari, melati, django_assert_max_num_queries):
    for number in range(15):
        make_stay(melati, by=sari, client=make_client(f"Slamet {number}", aliases=["Mat"]))
    client.force_login(sari)
    client.post(LIKELY, {"name": "Slamet"})
    with django_assert_max_num_queries(9):
        client.post(LIKELY, {"name": "Slamet", "aliases": "Mat", "nik": "3404", "phone": "081255001234"})
