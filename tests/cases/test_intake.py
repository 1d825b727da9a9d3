import io
import threading
import uuid
from datetime import date

import pytest
from django.db import connection
from django.test import Client as Browser
from django.urls import reverse
from PIL import Image

from cases.models import AuditEvent, Client, Stay
from tests.factories import category, make_client, make_ended_stay, make_stay, source

NEW = reverse("cases:intake_new")
SEARCH = reverse("cases:intake_search")


def form(shelter, **values):
    return {"key": str(uuid.uuid4()), "shelter": shelter.pk, "entered_on": "2026-03-16", "sex": ""} | values


def body(response):
    return response.content.decode()


def test_a_man_with_only_a_nickname_is_taken_in(client, today, sari, melati):
    client.force_login(sari)
    answers = form(
        melati, aliases="Min", sex="L", estimated_age="50", category=category("11").pk, source=source("satpol-pp").pk,
        brought_by="Bripka Contoh", found_at="Terminal Madureso", condition="Bingung", entered_at="23:40",
    )  # fmt: skip
    response = client.post(NEW, answers)
    stay = Stay.objects.get()
    assert response.url == stay.get_absolute_url()
    assert str(stay.client) == "Tanpa nama (“Min”)"
    assert (stay.client.number, stay.register_number) == ("MLT-2026-0001", "0001/2026")
    assert (stay.client.age_on(today), stay.client.age_on(date(2031, 3, 16))) == (50, 55)
    assert (stay.service_type_id, stay.category, stay.found_at) == (
        "REG_GEPENG",
        category("11"),
        "Terminal Madureso",
    )
    actions = list(AuditEvent.objects.values_list("action", "actor_name").order_by("pk"))
    assert actions == [("client.created", "Sari"), ("stay.admitted", "Sari"), ("task.opened", "Sari")]


def test_somebody_without_any_name_or_mark_is_refused_and_nothing_typed_is_lost(client, today, sari, melati):
    client.force_login(sari)
    page = body(client.post(NEW, form(melati, found_at="Pasar Contoh")))
    assert "Isi nama, nama panggilan, atau ciri-ciri klien." in page
    assert "Pasar Contoh" in page
    assert not Client.objects.exists()


@pytest.mark.parametrize(
    "values, sentence",
    [
        ({"entered_on": "2026-03-17"}, "Tanggal masuk belum tiba."),
        ({"entered_on": ""}, "Isi tanggal masuk."),
        ({"birth_date": "2027-01-01"}, "Tanggal lahir belum tiba."),
        ({"estimated_age": "140"}, "Pastikan nilai ini lebih kecil dari atau sama dengan 130."),
        ({"name": "A\x00B"}, "Teks memuat tanda yang tidak dapat disimpan."),
    ],
)
def test_bad_input_gets_its_sentence(client, today, sari, melati, values, sentence):
    client.force_login(sari)
    assert sentence in body(client.post(NEW, form(melati, name="Yanti") | values))
    assert not Client.objects.exists()


def test_direction_marks_and_capitals_with_emoji_do_no_harm(client, today, sari, melati):
    client.force_login(sari)
    client.post(NEW, form(melati, name="  YANTI \u202egnisa  🙂 "))
    assert Client.objects.get().name == "YANTI gnisa 🙂"


@pytest.mark.parametrize(
    "values",
    [
        {"name": "Min"},
        {"name": "SRI REJEKI"},
        {"name": "x" * 200},
        {"description": "bayi, selimut biru", "estimated_age": "0"},
        {"name": "Yanti", "entered_on": "2026-03-15"},
    ],
)
def test_unusual_people_and_late_entries_are_taken_in(client, today, sari, melati, values):
    client.force_login(sari)
    client.post(NEW, form(melati) | values)
    stay = Stay.objects.get()
    assert str(stay.entered_on) == values.get("entered_on", "2026-03-16")
    assert stay.client.age_on(today) == (0 if "estimated_age" in values else None)


def test_a_name_of_more_than_two_hundred_letters_is_refused_at_its_field(client, today, sari, melati):
    client.force_login(sari)
    assert "200" in body(client.post(NEW, form(melati, name="x" * 201)))
    assert not Client.objects.exists()


@pytest.mark.parametrize(
    "written, status, kept",
    [
        ("3404 9917 0885 0001", "valid", "3404991708850001"),
        ("340499170885000", "invalid", None),
        ("3404993902850001", "invalid", None),
        ("9904991708850001", "invalid", None),
    ],
)
def test_a_nik_never_stops_an_intake(client, today, sari, melati, written, status, kept):
    client.force_login(sari)
    client.post(NEW, form(melati, name="Yanti", nik=written))
    person = Client.objects.get()
    assert (person.nik_status, person.nik) == (status, kept)
    assert person.claimed_nik == ("" if kept else written)


def test_the_nik_of_another_client_is_kept_as_doubled(client, today, sari, melati):
    make_client("Pertama", nik="3404991708850001", nik_status="valid")
    client.force_login(sari)
    client.post(NEW, form(melati, name="Kedua", nik="3404991708850001"))
    assert Client.objects.get(name="Kedua").nik_status == "doubled"


def test_a_double_click_takes_in_one(client, today, sari, melati):
    client.force_login(sari)
    answers = form(melati, name="Yanti")
    first, second = client.post(NEW, answers), client.post(NEW, answers)
    assert (Client.objects.count(), first.url) == (1, second.url)


def test_a_refused_form_can_be_sent_again_with_the_same_key(client, today, sari, melati):
    client.force_login(sari)
    answers = form(melati)
    client.post(NEW, answers)
    client.post(NEW, answers | {"name": "Yanti"})
    assert Client.objects.get().name == "Yanti"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_sendings_at_the_same_moment_take_in_one(today, sari, melati):
    answers, ready, urls = form(melati, name="Yanti"), threading.Barrier(2), []

    def send():
        browser = Browser()
        browser.force_login(sari)
        ready.wait()
        urls.append(browser.post(NEW, answers).url)
        connection.close()

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (Client.objects.count(), urls[0]) == (1, urls[1])


def test_search_comes_first_and_leads_to_the_form_with_what_was_typed(client, today, sari):
    client.force_login(sari)
    assert "Daftarkan klien baru" in body(client.post(SEARCH, {"q": "Soekardi"}))
    assert 'value="Soekardi"' in body(client.post(NEW, {"from_search": "1", "q": "Soekardi"}))


def test_a_former_client_of_ones_own_is_found_with_name_and_last_exit(client, today, sari, melati, person):
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=sari, client=person)
    client.force_login(sari)
    page = body(client.post(SEARCH, {"q": "soeratmin"}))
    assert "Suratmin" in page and "Reunifikasi keluarga" in page and "1 kali tinggal" in page


def test_a_stranger_is_found_but_masked(client, today, sari, citra, kenanga):
    stranger = make_client("Ratna Wulandari", sex="P", birth_date=date(1961, 5, 2), aliases=["Mbak Ratna"])
    make_ended_stay(kenanga, date(2026, 1, 5), date(2026, 1, 9), by=citra, client=stranger)
    client.force_login(sari)
    page = body(client.post(SEARCH, {"q": "ratna wulandari"}))
    assert "R. W." in page and "Panti Kenanga, terakhir Januari 2026" in page
    assert "Wulandari" not in page.replace('value="ratna wulandari"', "") and stranger.number not in page


def test_a_stranger_who_comes_in_keeps_the_number_and_leaves_a_reason(client, today, sari, citra, melati, kenanga):
    stranger = make_client("Ratna Wulandari")
    make_ended_stay(kenanga, date(2026, 1, 5), date(2026, 1, 9), by=citra, client=stranger)
    client.force_login(sari)
    url = reverse("cases:intake_return", args=[stranger.pk])
    assert "Wulandari" not in body(client.get(url))
    assert "Tulis bagaimana Anda mengenali orang ini." in body(client.post(url, form(melati)))
    client.post(url, form(melati, reason="Menunjukkan KTP"))
    assert [stay.shelter for stay in stranger.stays.order_by("pk")] == [kenanga, melati]
    recognised = AuditEvent.objects.get(action="client.recognised")
    assert recognised.details == {"reason": "Menunjukkan KTP"}


def test_whoever_still_stays_elsewhere_is_refused_with_a_sentence(client, today, sari, citra, melati, kenanga):
    stranger = make_client("Ratna")
    make_stay(kenanga, by=citra, client=stranger)
    client.force_login(sari)
    page = body(client.post(reverse("cases:intake_return", args=[stranger.pk]), form(melati, reason="KTP")))
    assert "Klien masih tercatat tinggal di panti pada tanggal itu." in page
    assert stranger.stays.count() == 1


def test_a_worker_takes_in_only_at_own_shelters(client, today, sari, kenanga):
    client.force_login(sari)
    client.post(NEW, form(kenanga, name="Yanti"))
    assert not Client.objects.exists()


def picture():
    image = Image.new("RGB", (2000, 1000), "teal")
    exif = image.getexif()
    exif[0x0110] = "Kamera Contoh"
    data = io.BytesIO()
    image.save(data, "JPEG", exif=exif)
    return io.BytesIO(data.getvalue())


def test_a_photo_becomes_small_nameless_and_forgets_the_camera(client, today, sari, melati):
    client.force_login(sari)
    upload = picture()
    upload.name = "suratmin-di-pasar.jpg"
    client.post(NEW, form(melati, name="Yanti", photo=upload))
    person = Client.objects.get()
    with person.photo.open() as file, Image.open(file) as kept:
        assert (kept.size, dict(kept.getexif())) == ((640, 320), {})
    assert "suratmin" not in person.photo.name
    answer = client.get(reverse("cases:client_photo", args=[person.pk]))
    assert answer["Content-Type"] == "image/jpeg" and b"".join(answer.streaming_content)[:2] == b"\xff\xd8"


def test_a_program_that_calls_itself_a_photo_is_refused(client, today, sari, melati):
    client.force_login(sari)
    upload = io.BytesIO(b"MZ\x90\x00 this is a program")
    upload.name = "foto.jpg"
    page = body(client.post(NEW, form(melati, name="Yanti", photo=upload)))
    assert "Berkas ini bukan foto yang dapat dibaca." in page
    assert not Client.objects.exists()
