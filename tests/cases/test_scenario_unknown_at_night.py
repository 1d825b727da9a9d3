"""Scenario 1: an unknown man at night, from the door to his name."""

import io
import uuid
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client as Browser
from django.urls import reverse

from cases.arrival_documents import Kind, arrival_paper
from cases.models import ArrivalLetter, Client, NotSame, Stay
from tests.factories import make_client, make_ended_stay, make_room, picture_bytes

NIGHT = datetime(2026, 2, 3, 16, 40, tzinfo=UTC)  # 23.40 WIB
NEEDED_AT_THE_DOOR = 10


@pytest.fixture
def night(melati, oka, budi):
    with time_machine.travel(NIGHT, tick=False):
        for number, year in enumerate((1954, 1955, 1957, 1958)):
            former = make_client("Min" if number else "Suratmin Hadi", aliases=["Min"], sex="L",
                                 birth_date=date(year, 5, 1))  # fmt: skip
            make_ended_stay(melati, date(2025, 1, 5), date(2025, 1, 9 + number), by=oka, client=former)
        make_room(melati, "Isolasi", kind="isolation", beds=2, by=budi)
        yield


def body(response):
    return response.content.decode()


def photo():
    upload = io.BytesIO(picture_bytes())
    upload.name = "min.jpg"
    return upload


def hidden(page, name):
    return [one.split('value="')[1].split('"')[0] for one in page.split("<input") if f'name="{name}"' in one]


def taken_in(client, melati):
    """Searched, ruled out, registered: as Oka does it on a phone."""
    found = body(client.post(reverse("cases:intake_search"), {"q": "Min, laki-laki, ±70"}))
    others = hidden(found, "ruled_out")
    assert len(others) == 4 and "2025" in found
    form = body(client.post(reverse("cases:intake_new"), {"from_search": "1", "q": "Min, laki-laki, ±70"}))
    assert 'value="70"' in form  # neither age nor sex is typed a second time
    offered = {name: hidden(form, name)[0] for name in ("entered_on", "entered_at", "shelter")}
    typed = {
        "aliases": "Min", "name": "", "photo": photo(), "brought_by": "Polsek Contoh", "bringer_letter": "B/7/II/2026",
        "bringer_name": "Umpama Raharja", "bringer_rank": "Aipda", "found_at": "Terminal Madureso",
        "condition": "Bingung, tidak membawa apa pun",
    }  # fmt: skip
    assert len(typed) <= NEEDED_AT_THE_DOOR
    answers = typed | offered | {"sex": "L", "estimated_age": "70", "ruled_out": others, "key": str(uuid.uuid4())}
    return client.post(reverse("cases:intake_new"), answers)


def test_min_comes_at_night_and_is_suratmin_six_days_later(client, night, melati, oka, sari):
    client.force_login(oka)
    page = taken_in(client, melati)
    stay = Stay.objects.get(client__name="")
    assert page.url == stay.get_absolute_url()
    person, number = stay.client, stay.client.number
    assert (str(person), person.sex, person.age_text) == ("Tanpa nama (“Min”)", "L", "± 70 tahun")
    assert number.startswith("MLT-2026-") and person.photo
    assert f"{stay.entered_on} {stay.entered_at}" == "2026-02-03 23:40:00"
    assert NotSame.objects.count() == 4

    bed = melati.buildings.get().rooms.get().beds.all()[1]
    place = {"key": str(uuid.uuid4()), "place": f"bed-{bed.pk}", "on": "2026-02-03", "reason": "Bingung, perlu dijaga"}
    client.post(reverse("cases:stay_place", args=[stay.pk]), place | {"confirm": "on"})
    page = body(client.get(stay.get_absolute_url()))
    assert "Isolasi" in page and "Terbitkan nomor dan cetak" in page
    for title in ("Asesmen awal", "Pengecekan biometrik Dukcapil", "Pemeriksaan kesehatan di Puskesmas"):
        assert title in page
    assert stay.tasks.get(rule__slug="asesmen-awal").due_at == datetime(2026, 2, 4, 16, 40, tzinfo=UTC)

    printed = client.get(client.post(reverse("cases:stay_receipt_issue", args=[stay.pk])).url)
    assert printed["Content-Type"] == "application/pdf"
    receipt = ArrivalLetter.objects.get()
    paper = arrival_paper(Kind.RECEIPT, stay).html()
    for words in ("Selasa, tanggal 3 Februari 2026, pukul 23.40 WIB", "Umpama Raharja", "B/7/II/2026", number):
        assert words in paper, words

    with time_machine.travel(datetime(2026, 2, 9, 3, 0, tzinfo=UTC), tick=False):
        identified(sari, person)
        person.refresh_from_db()
        assert (str(person), person.aliases, person.number) == ("Suratmin", ["Min"], number)
        later = Browser()
        later.force_login(sari)
        for url in (stay.get_absolute_url(), person.get_absolute_url()):
            assert number in body(later.get(url)) and "Suratmin" in body(later.get(url))
        assert "Tanpa nama (“Min”)" in arrival_paper(Kind.RECEIPT, stay).html()  # what was signed that night
        assert str(receipt) in body(later.get(receipt.letter.get_verification_url()))
        assert number in body(later.post(reverse("cases:intake_search"), {"q": "Min"}))
        assert Client.objects.filter(number=number).count() == 1


def identified(sari, person):
    """Dukcapil says who he is: the name is written into the file that there is."""
    browser = Browser()
    browser.force_login(sari)
    url = reverse("cases:client_edit", args=[person.pk])
    form = browser.get(url).context["form"]
    known = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "")}
    assert browser.post(url, known | {"name": "Suratmin"}).status_code == 302


def test_no_field_demands_a_name_a_nik_or_a_birth_date(client, night, melati, oka):
    client.force_login(oka)
    form = client.get(reverse("cases:intake_new")).context["form"]
    assert {name for name, field in form.fields.items() if field.required} == {"key", "shelter", "entered_on"}
