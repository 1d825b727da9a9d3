"""Every figure of the month opens the people behind it, each with the days and records that were counted."""

from datetime import date

import pytest
from django.urls import reverse

from cases.models import AuditEvent, Client
from tests.factories import make_client, make_day, make_need, make_service, make_stay


def people_url(shelter="melati", year=2026, month=2):
    return reverse("reports:spm_people", args=[shelter, year, month])


def person_url(client, shelter="melati"):
    return reverse("reports:spm_person", args=[shelter, 2026, 2, client.pk])


def shown(client, user, url, **data):
    client.force_login(user)
    response = client.get(url, data)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def resident(shelter, sari, name, **values):
    person = make_client(name)
    return make_stay(
        shelter, by=sari, entered_on=date(2026, 2, 2), service_type_id="REG_GEPENG", client=person, **values
    )


@pytest.fixture
def served(today, melati, sari):
    stay = resident(melati, sari, "Sukinah")
    for slug in ("guidance", "data_complaint"):
        make_service(stay, slug, date(2026, 2, 3))
    for day in range(2, 9):
        make_service(stay, "food", date(2026, 2, day), 3)
    return stay


@pytest.fixture
def waiting(today, melati, sari):
    stay = resident(melati, sari, "Parjo")
    make_service(stay, "food", date(2026, 2, 2))
    make_day(stay, date(2026, 2, 5), "izin")
    make_need(stay, "civil_documents", date(2026, 2, 3))
    return stay


@pytest.mark.parametrize(
    "chosen, names",
    [
        ({}, ["Parjo", "Sukinah"]),
        ({"jenis": "REG_GEPENG"}, ["Parjo", "Sukinah"]),
        ({"jenis": "REG_CHILD"}, []),
        ({"hasil": "terlayani"}, ["Sukinah"]),
        ({"hasil": "belum"}, ["Parjo"]),
        ({"layanan": "food"}, ["Parjo", "Sukinah"]),
        ({"layanan": "food", "hasil": "terpenuhi"}, ["Sukinah"]),
        ({"layanan": "civil_documents", "hasil": "butuh"}, ["Parjo"]),
        ({"layanan": "civil_documents", "hasil": "kurang"}, ["Parjo"]),
    ],
)
def test_a_figure_opens_its_people(client, sari, served, waiting, chosen, names):
    page = shown(client, sari, people_url(), **chosen)
    assert [name for name in ("Parjo", "Sukinah") if name in page] == names


def test_each_figure_of_the_month_leads_to_its_people(client, sari, served, waiting):
    page = shown(client, sari, reverse("reports:spm_month", args=["melati", 2026, 2]))
    for query in ("hasil=belum&amp;jenis=REG_GEPENG", "jenis=REG_GEPENG&amp;layanan=food&amp;hasil=kurang"):
        assert f'href="{people_url()}?{query}"' in page


def test_why_a_person_is_not_served_is_said_and_can_be_mended(client, sari, served, waiting):
    page = shown(client, sari, people_url(), hasil="belum")
    assert "cukup pada 1 dari 6 hari yang diharuskan; kurang pada 5 hari." in page  # the fourth of the seven away
    assert "Tercatat 0 dari 1 kali yang diharuskan untuk 26 hari hadir." in page
    assert "Belum pernah diberikan pada masa tinggal ini." in page
    assert "Belum ada langkah pada bulan ini dan kebutuhannya belum ditutup sebagai terpenuhi." in page
    assert reverse("cases:day_sheet", args=["melati", "2026-02-28"]) in page
    assert reverse("assessments:stay_needs", args=[waiting.pk]) in page


def test_names_are_for_those_who_see_the_people_there(client, dewi, agus, budi, served, waiting):
    for user in (dewi, agus):
        page = shown(client, user, people_url())
        assert "Sukinah" not in page and "Parjo" not in page
        assert f"Klien {waiting.client.number}" in page
        page = shown(client, user, person_url(waiting.client))
        assert "Parjo" not in page and "Buka berkas" not in page and "lembar-harian" not in page
    assert not AuditEvent.objects.filter(action="spm.viewed").exists()
    assert "Parjo" in shown(client, budi, people_url())
    assert AuditEvent.objects.filter(action="spm.viewed", actor_id=budi.pk).exists()


def test_a_person_shows_days_records_and_services(client, sari, waiting):
    page = shown(client, sari, person_url(waiting.client))
    assert page.count('class="is-present"') == 26  # from the second on, but for one day of leave
    assert page.count('<span class="visually-hidden"> izin</span>') == 1
    assert "Semua: 3 porsi setiap hari hadir, hanya 7 hari pertama" in page
    assert "Buka berkas" in page
    assert AuditEvent.objects.filter(action="spmperson.viewed", client_id=waiting.client_id).exists()


def test_a_person_who_was_not_counted_is_not_found(client, sari, waiting):
    client.force_login(sari)
    foreigner = resident(waiting.shelter, sari, "Ali").client
    Client.objects.filter(pk=foreigner.pk).update(citizenship="wna")
    assert client.get(person_url(foreigner)).status_code == 404
    assert client.get(person_url(waiting.client, "kenanga")).status_code == 404


@pytest.mark.parametrize(
    "chosen, words",
    [
        ({"hasil": "kurang"}, "Pilih layanan dasar untuk hasil ini."),
        ({"hasil": "belum", "layanan": "food"}, "Untuk satu layanan pilih"),
        ({"jenis": "LAIN"}, "Masukkan pilihan yang valid"),
    ],
)
def test_a_choice_that_says_nothing_shows_everybody_and_says_so(client, sari, served, waiting, chosen, words):
    page = shown(client, sari, people_url(), **chosen)
    assert words in page
    assert "Parjo" in page and "Sukinah" in page


def test_the_list_is_paged_and_asks_little(client, sari, served, melati, django_assert_max_num_queries):
    for number in range(30):
        resident(melati, sari, f"Warga {number}")
    client.force_login(sari)
    client.get(people_url())
    with django_assert_max_num_queries(14):  # two of them a savepoint of the test with its release
        page = client.get(people_url()).content.decode()
    assert page.count("row-link") == 25
    assert "Halaman 1 dari 2" in page
    with django_assert_max_num_queries(20):
        client.get(person_url(served.client))
