"""The lists that a shelter works through: files that may be one person, and NIKs that cannot be right."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from cases.models import AuditEvent, Client, Merge, NotSame
from tests.cases.test_intake import body, form
from tests.factories import make_client, make_ended_stay, make_stay

SAME, ODD = reverse("cases:same_list"), reverse("cases:nik_list")
NIK = "3404991708850001"


@pytest.fixture
def twins(today, melati, sari):
    """The same woman, taken in twice at Melati under two spellings."""
    first = make_client("Sukinah", sex="P", birth_date=date(1961, 8, 12))
    second = make_client("Soekinnah", sex="P", estimated_age=63, age_estimated_on=date(2026, 3, 1))
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=sari, client=first)
    make_stay(melati, by=sari, client=second, entered_on=date(2026, 3, 2))
    return first, second


@pytest.fixture
def stranger(today, kenanga, citra):
    client = make_client("Sukinah Wulandari", sex="P", birth_date=date(1962, 1, 1), aliases=["Mbok Nah"])
    make_ended_stay(kenanga, date(2025, 2, 1), date(2025, 5, 1), by=citra, client=client)
    return client


def test_two_spellings_of_one_woman_are_offered_once(client, sari, twins):
    make_stay(
        twins[1].stays.get().shelter, by=sari, client=make_client("Sukirah", sex="P", birth_date=date(1988, 1, 1))
    )
    client.force_login(sari)
    page = body(client.get(SAME))
    assert page.count("Bukan orang yang sama</button>") == 1
    assert "Sukinah" in page and "Soekinnah" in page and "usia sesuai" in page and "Sukirah" not in page
    assert "minta kepala panti menggabungkan" in page and "Bandingkan dan gabungkan" not in page


def test_not_the_same_is_remembered_also_through_a_merge(client, today, sari, budi, melati, twins):
    first, second = twins
    client.force_login(sari)
    url = reverse("cases:not_same", args=[second.pk, first.pk])
    for _ in range(2):
        assert client.post(url, {"next": SAME}).url == SAME
    assert client.post(url, {"next": "https://evil.example/"}).url == SAME
    assert (NotSame.objects.get().first, NotSame.objects.get().second) == (first, second)
    assert AuditEvent.objects.filter(action="client.distinguished").count() == 1
    assert "Bukan orang yang sama</button>" not in body(client.get(SAME))
    client.force_login(budi)
    assert "Sari pernah menyatakan" in body(client.get(reverse("cases:client_merge", args=[first.pk, second.pk])))
    third = make_client("Sukinah", sex="P", birth_date=date(1961, 8, 12))
    make_ended_stay(melati, date(2020, 1, 5), date(2020, 1, 9), by=sari, client=third)
    Merge.perform(third, first, {}, by=budi)
    assert "Bukan orang yang sama</button>" not in body(client.get(SAME))


def test_a_pair_is_kept_once_and_in_order(db, today, sari, twins):
    first, second = twins
    with pytest.raises(IntegrityError), transaction.atomic():
        NotSame.objects.create(first=second, second=first, by=sari)
    with pytest.raises(ValidationError):
        NotSame.say(first, first, by=sari, shelter=None)


def test_a_stranger_is_masked_in_the_list_and_on_the_alert(client, sari, budi, stranger, twins):
    first, second = twins
    Client.objects.filter(pk=stranger.pk).update(nik=NIK, nik_status="valid")
    Client.objects.filter(pk=second.pk).update(nik=NIK, nik_status="doubled")
    for person in (sari, budi):
        client.force_login(person)
        for url in (SAME, ODD, second.get_absolute_url(), reverse("cases:client_merge_choose", args=[second.pk])):
            page = client.get(url).content.decode()
            assert "Wulandari" not in page and "Mbok Nah" not in page and stranger.number not in page, url
    assert "S. W." in body(client.get(SAME)) and "NIK sama" in body(client.get(SAME))
    assert "minta admin dinas menggabungkan kedua berkas" in body(client.get(second.get_absolute_url()))


def test_the_same_nik_alerts_both_files_of_their_own_shelters(client, oka, budi, citra, stranger, twins):
    second = twins[1]
    Client.objects.filter(pk=stranger.pk).update(nik=NIK, nik_status="valid")
    Client.objects.filter(pk=second.pk).update(nik=NIK, nik_status="doubled")
    client.force_login(budi)
    assert "NIK sama pada dua klien." in body(client.get(second.get_absolute_url()))
    client.force_login(citra)
    page = body(client.get(stranger.get_absolute_url()))
    assert "NIK sama pada dua klien." in page and "Soekinnah" not in page
    client.force_login(oka)
    assert "NIK sama" not in body(client.get(second.get_absolute_url()))


def test_odd_niks_of_scenario_4_stand_in_the_list_with_their_reason(client, today, sari, melati):
    client.force_login(sari)
    odd = {
        "340499570885000": "NIK terdiri dari 16 angka; yang tertulis 15.",
        "3404993202850001": "Tanggal 32 tidak mungkin",
        "9904995708850001": "Kode provinsi 99 tidak ada.",
    }
    for number in (*odd, "3404995708850001", "3404991203790002"):
        client.post(reverse("cases:intake_new"), form(melati, name=f"Klien {number[-4:]}", sex="L", nik=number))
    page = body(client.get(ODD))
    assert all(reason in page for reason in odd.values()) and "3 klien" in page
    assert Client.objects.filter(nik_status="valid").count() == 2
    edit = reverse("cases:client_edit", args=[Client.objects.filter(nik_status="invalid").first().pk])
    assert edit in page
    # only a valid one raises the alarm
    client.post(reverse("cases:intake_new"), form(melati, name="Lagi", nik="340499570885000"))
    assert "NIK sama pada dua klien." not in body(client.get(Client.objects.get(name="Lagi").get_absolute_url()))


def test_a_doubled_nik_whose_other_holder_is_gone_becomes_valid(client, today, sari, melati, twins):
    first, second = twins
    Client.objects.filter(pk=second.pk).update(nik=NIK, nik_status="doubled")
    client.force_login(sari)
    assert "Sahkan NIK" in body(client.get(ODD))
    client.post(reverse("cases:nik_recheck", args=[second.pk]))
    second.refresh_from_db()
    assert second.nik_status == "valid"
    Client.objects.filter(pk=first.pk).update(nik=NIK, nik_status="doubled")
    client.post(reverse("cases:nik_recheck", args=[first.pk]))
    first.refresh_from_db()
    assert first.nik_status == "doubled"


def test_lists_stay_quick_whatever_they_hold(
    client, today, sari, melati, kenanga, citra, django_assert_max_num_queries
):
    for number in range(30):
        nik = f"34049917088500{number:02}"
        one = make_client(f"Slamet Wibowo {number}", nik=nik, nik_status="valid")
        make_stay(melati, by=sari, client=one)
        other = make_client(f"Slamet Wibowo {number}", nik=nik, nik_status="doubled")
        make_stay(kenanga if number % 2 else melati, by=citra, client=other)
    client.force_login(sari)
    for url in (SAME, ODD):
        client.get(url)
        with django_assert_max_num_queries(12):
            assert client.get(url).status_code == 200
