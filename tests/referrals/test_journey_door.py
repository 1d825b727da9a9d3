"""The page of an office on the way home, from the outside: what comes in late, twice, bad, or from somebody else."""

import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from cases.models import Attachment, AuditEvent, User
from referrals.models import DoorLink, Journey, JourneyLeg, JourneyNews, PartnerFile, Voice
from tests.factories import make_client, make_shelter, make_stay, make_user
from tests.referrals.factories import make_departed, make_home_office, make_journey
from tests.referrals.links import TRI, at_phone, seen_text
from tests.uploads import jpeg

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"
CAME = TRI | {"on": "2026-03-16", "at": "10:00", "condition": "sehat"}


@pytest.fixture
def journey(today, stay, sari):
    stay.shelter.phone = "0293-555-777"
    stay.shelter.save()
    return make_departed(stay, sari, legs=2)


def address(journey, position=1):
    return f"/tiba/{journey.legs.select_related('link').get(position=position).link.token}/"


def leg_of(journey, position=1):
    return JourneyLeg.objects.for_page().get(journey=journey, position=position)


def test_the_page_says_the_least_and_the_rest_opens_with_the_code(journey, sari):
    phone = at_phone()
    response = phone.get(address(journey))
    page = seen_text(response)
    for told in ("S.", "Laki-laki", "70 tahun", "16 Maret 2026", "sekitar pukul 15.00", "0812-0000-7777", "0293-555"):
        assert told in page, told
    for kept in ("Suratmin", "Dusun Umpama", "dr. Ratna", "Surat sehat", "Joko"):
        assert kept not in page, kept
    assert len(response.content) < 50_000 and "<script" not in page
    assert "noindex" in response["X-Robots-Tag"] and response["Cache-Control"] == "no-store, private"
    code = leg_of(journey).link.make_code(by=sari)
    assert (
        phone.post(f"{address(journey)}kode/", {"code": "000000" if code != "000000" else "1" * 6}).status_code == 422
    )
    page = seen_text(phone.post(f"{address(journey)}kode/", {"code": code}, follow=True))
    for told in ("Suratmin", "Dusun Umpama", "dr. Ratna", "Surat sehat"):
        assert told in page, told
    assert "Suratmin" not in seen_text(at_phone("10.0.0.8").get(address(journey)))


def test_what_the_code_opens_is_as_of_the_letters(journey, sari, person):
    person.name = "Suratmin Widodo"
    person.save()
    phone = at_phone()
    phone.post(f"{address(journey)}kode/", {"code": leg_of(journey).link.make_code(by=sari)})
    page = seen_text(phone.get(address(journey)))
    assert "Suratmin" in page and "Widodo" not in page


def test_a_relay_tells_of_arrival_and_of_going_on_and_the_last_office_ends_it(journey):
    relay, home = at_phone(), at_phone("10.0.0.9")
    relay.post(f"{address(journey)}sampai/", CAME)
    assert leg_of(journey).status == "arrived"
    relay.post(f"{address(journey)}diteruskan/", TRI | {"on": "2026-03-16", "text": "Bus pukul 13.00"})
    assert (leg_of(journey).status, Journey.objects.get().status) == ("forwarded", "underway")
    assert "diteruskan/" not in seen_text(home.get(address(journey, 2)))
    home.post(f"{address(journey, 2)}sampai/", CAME)
    leg = leg_of(journey, 2)
    assert (leg.status, leg.answered_by_name, leg.answered_channel) == ("arrived", "Ibu Tri", "link")
    journey = Journey.objects.get()
    assert (journey.status, journey.received_on) == ("received", date(2026, 3, 16))
    event = AuditEvent.objects.get(action="journey.received")
    assert (event.actor_id, event.actor_name) == (None, "Ibu Tri, Bagian penerimaan (tautan)")


def test_the_first_word_counts_and_a_later_different_one_is_kept(journey):
    first, second = at_phone(), at_phone("10.0.0.9")
    first.post(f"{address(journey)}tidak-datang/", TRI | {"on": "2026-03-16", "text": "Ditunggu sampai 16.00"})
    answer = second.post(f"{address(journey)}sampai/", CAME | {"name": "Pak Joni"}, follow=True)
    assert "Sudah dikabarkan Ibu Tri, 16 Maret 2026" in seen_text(answer)
    kept = JourneyNews.objects.get(name="Pak Joni")
    assert (kept.counts, kept.differs, leg_of(journey).status) == (False, True, "missing")


def test_a_double_click_is_said_once(journey):
    phone = at_phone()
    for _ in range(2):
        assert phone.post(f"{address(journey)}sampai/", CAME).status_code == 302
    assert JourneyNews.objects.count() == 1


def test_before_the_departure_only_a_message_is_taken(today, stay, sari):
    journey = make_journey(stay, sari)
    journey.ready(by=sari)
    phone, here = at_phone(), address(journey)
    assert "Klien belum berangkat" in seen_text(phone.get(here))
    assert phone.get(f"{here}sampai/").status_code == 302
    assert "belum berangkat" in seen_text(phone.post(f"{here}sampai/", CAME))
    assert not JourneyNews.objects.exists()
    phone.post(f"{here}pesan/", TRI | {"text": "Kami siap menjemput"})
    assert JourneyNews.objects.get().is_raised


@pytest.mark.parametrize("given", [{"on": "2026-03-20"}, {"on": "2026-03-01"}, {"on": "kemarin"}, {"name": ""}])
def test_bad_input_keeps_what_was_typed(journey, given):
    page = at_phone().post(f"{address(journey)}sampai/", CAME | {"text": "Catatan saya"} | given)
    assert page.status_code in (200, 422) and "Catatan saya" in seen_text(page)
    assert not JourneyNews.objects.exists()


def test_expired_seven_days_after_the_end_and_revoked_at_once(journey, sari):
    here = address(journey)
    journey.fail(by=sari, on=journey.departed_on, failure="refused", note="Keluarga menolak")
    page = at_phone().get(here)
    assert page.status_code == 200 and "Keluarga menolak" not in seen_text(page)
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        shut = at_phone().get(here)
        assert shut.status_code == 410 and "0293-555-777" in seen_text(shut) and "S." not in seen_text(shut)
    leg_of(journey).link.revoke(by=sari)
    shut = at_phone().get(here)
    assert (shut.status_code, "tidak berlaku lagi" in seen_text(shut)) == (410, True)
    assert at_phone().post(f"{here}sampai/", CAME).status_code == 410


def test_a_guessed_link_and_that_of_a_referral_open_nothing(journey, stay):
    known = leg_of(journey).link.token
    for path in ("/tiba/tebakan/", f"/m/{known}/", f"/kirim/{known}/"):
        assert at_phone().get(path).status_code == 404
    for _ in range(20):
        last = at_phone("10.9.9.9").get("/tiba/x/")
    assert at_phone("10.9.9.9").get("/tiba/x/").status_code == 429 or last.status_code == 429


def test_the_link_of_one_journey_never_opens_another(journey, sari, melati):
    other = make_departed(
        make_stay(melati, by=sari, client=make_client("Sukinah")), sari, office=make_home_office("Dinas Sosial Lain")
    )
    phone, here, there = at_phone(), address(journey), address(other)
    phone.post(f"{here}kode/", {"code": leg_of(journey).link.make_code(by=sari)})
    phone.cookies["kunci"]["path"] = there
    page = seen_text(phone.get(there))
    assert "Suratmin" not in page and "Sukinah" not in page
    phone.post(f"{here}sampai/", CAME)
    assert (leg_of(journey).status, leg_of(other).status) == ("arrived", "waiting")


def test_cancelled_before_departure_the_office_is_told_without_the_reason(today, stay, sari):
    journey = make_journey(stay, sari)
    journey.ready(by=sari)
    here = address(journey)
    journey.cancel(by=sari, reason="Keluarga menjemput")
    shut = at_phone().get(here)
    assert shut.status_code == 410
    assert "dibatalkan panti" in seen_text(shut) and "menjemput" not in seen_text(shut)


def test_a_photo_of_thirty_megabytes_is_refused_with_advice_and_a_small_one_reaches_the_file(journey, sari, client):
    phone, here = at_phone(), address(journey)
    big = SimpleUploadedFile("foto.jpg", b"\xff\xd8\xff" + b"0" * (30 * 1024 * 1024))
    page = phone.post(f"{here}surat/", TRI | {"title": "BA penerimaan", "file": big})
    assert page.status_code == 422 and "lebih dari 10 MB" in seen_text(page) and "BA penerimaan" in seen_text(page)
    small = jpeg()
    assert phone.post(f"{here}surat/", TRI | {"title": "BA penerimaan", "file": small}).status_code == 302
    sent = PartnerFile.objects.get()
    client.force_login(sari)
    assert b"".join(client.get(sent.get_absolute_url())).startswith(b"\xff\xd8")
    assert client.post(f"{sent.get_absolute_url()}simpan/").url == journey.get_absolute_url()
    assert Attachment.objects.get().title == "BA penerimaan (dari Dinas Sosial Kota Magelang)"


def test_script_in_a_message_stays_text(journey, sari, client):
    at_phone().post(f"{address(journey)}pesan/", TRI | {"name": SCRIPT[:40], "text": SCRIPT})
    client.force_login(sari)
    page = seen_text(client.get(journey.get_absolute_url()))
    assert "&lt;script&gt;" in page and "<script>alert" not in page


def test_the_stylesheet_and_the_page_stay_small(journey):
    page = at_phone().get(address(journey))
    sheet = (Path(settings.BASE_DIR) / "static/css/doors.css").stat().st_size
    assert len(page.content) + sheet < 50_000


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_of_one_office_at_once_one_counts():
    shelter = make_shelter("melati", city="Temanggung")
    sari = make_user("sari", "worker", shelter)
    stay = make_stay(shelter, by=sari, client=make_client("Suratmin"))
    journey = make_departed(stay, sari)
    start, results = threading.Barrier(2), []

    def say(name, kind):
        try:
            leg = JourneyLeg.objects.for_page().get(journey_id=journey.pk)
            start.wait(timeout=10)
            results.append(leg.hear(kind, voice=Voice(name)).counts)
        finally:
            connection.close()

    threads = [threading.Thread(target=say, args=pair) for pair in (("Tri", "arrived"), ("Joni", "missing"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [False, True]
    assert JourneyNews.objects.filter(differs=True).count() == 1
    assert DoorLink.objects.count() == 1 and User.objects.count() == 1
