"""The way home by relay, whole: Temanggung, a relay office, the home office; and somebody lost between two legs."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from cases.models import AuditEvent, ServiceRecord, Stay
from referrals.models import Journey, JourneyLeg, JourneyNews
from reports.dues.journeys import journey_dues
from tests.factories import make_belonging, make_relative
from tests.referrals.factories import make_journey
from tests.referrals.links import TRI, at_phone, seen_text


def address(journey, position):
    return f"/tiba/{journey.legs.select_related('link').get(position=position).link.token}/"


def headings(user):
    return [heading for heading, rows in journey_dues(user) if rows]


def test_home_by_relay(client, today, stay, sari, budi, person):
    stay.shelter.referral_needs_approval, stay.shelter.phone = True, "0293-555-777"
    stay.shelter.save()
    make_belonging(stay, sari)
    daughter = make_relative(person, "Sumarni", by=sari, proven_on=today, phone="0812-0000-0042")
    journey = make_journey(stay, sari, legs=2, receiver=daughter)
    url = journey.get_absolute_url()

    # Sari plans, Budi agrees; three letters have their numbers, and each office its own page.
    client.force_login(sari)
    client.post(f"{url}ajukan/")
    assert headings(budi) == ["Pemulangan menunggu persetujuan"]
    client.force_login(budi)
    client.post(f"/pemulangan/{journey.pk}/tinjau/", {"decision": "approve"})
    relay, home = address(journey, 1), address(journey, 2)
    assert relay != home
    assert "Klien belum berangkat" in seen_text(at_phone().get(relay))

    # They leave: the stay is over, the belongings are asked for, the service counts.
    client.force_login(sari)
    assert "Barang titipan yang masih disimpan" in seen_text(client.get(f"{url}berangkat/"))
    client.post(f"{url}berangkat/", {"on": "2026-03-16", "at": "07:00", "note": ""})
    stay.refresh_from_db()
    assert (stay.status, stay.exit_reason.slug) == ("discharged", "pemulangan")
    assert ServiceRecord.objects.filter(stay=stay, service="repatriation").count() == 2
    assert stay.exit_record.receiver == daughter

    # The relay office: arrived, and on the road again. Nothing of that needs an account.
    tri = at_phone()
    tri.post(f"{relay}sampai/", TRI | {"on": "2026-03-16", "at": "09:40", "condition": "lelah, sehat"})
    tri.post(f"{relay}diteruskan/", TRI | {"on": "2026-03-16", "at": "09:55", "text": "Bus berikutnya"})
    assert Journey.objects.get().status == "underway"

    # The home office has the code on the telephone, reads the name, and receives.
    joni = at_phone("10.0.0.9")
    assert "Suratmin" not in seen_text(joni.get(home))
    code = JourneyLeg.objects.for_page().get(position=2).link.make_code(by=sari)
    page = seen_text(joni.post(f"{home}kode/", {"code": code}, follow=True))
    assert "Suratmin" in page and "Sumarni (anak), telepon 0812-0000-0042" in page
    joni.post(f"{home}sampai/", {"name": "Pak Joni", "position": "petugas", "on": "2026-03-16", "at": "10:00"})
    journey = Journey.objects.for_page().get()
    assert (journey.status, journey.received_on) == ("received", today)
    # A colleague at the relay office who knew less changes nothing.
    at_phone("10.0.0.7").post(f"{relay}tidak-datang/", {"name": "Bu Rini", "on": "2026-03-16"})
    assert JourneyNews.objects.get(name="Bu Rini").differs
    assert JourneyLeg.objects.get(position=1).status == "forwarded"

    client.post(f"{url}tutup/")
    assert Journey.objects.get().status == "closed"
    page = seen_text(client.get(url))
    for told in ("Ibu Tri, Bagian penerimaan (tautan)", "Pak Joni, petugas (tautan)", "lelah, sehat"):
        assert told in page, told
    assert AuditEvent.objects.filter(action="link.viewed", client_id=stay.client_id).count() >= 2
    with time_machine.travel(timezone.now() + timedelta(days=8), tick=False):
        assert at_phone().get(home).status_code == 410


def test_lost_between_two_legs(client, today, stay, sari, budi):
    journey = make_journey(stay, sari, legs=2)
    journey.ready(by=sari)
    Journey.objects.for_page().get().depart(by=sari, on=today)
    url = journey.get_absolute_url()
    tri = at_phone()
    tri.post(f"{address(journey, 1)}sampai/", TRI | {"on": "2026-03-16", "at": "09:40"})
    tri.post(f"{address(journey, 1)}diteruskan/", TRI | {"on": "2026-03-16", "at": "09:50"})

    # Nobody hears of him: the worker is told, then the head.
    with time_machine.travel(timezone.now() + timedelta(days=2, hours=6), tick=False):
        assert headings(sari) == ["Belum ada kabar tiba"]
    with time_machine.travel(timezone.now() + timedelta(days=7), tick=False):
        assert "Pemulangan tanpa kabar: macet" in headings(budi)
        at_phone("10.0.0.9").post(f"{address(journey, 2)}tidak-datang/", TRI | {"on": "2026-03-23"})
        assert "Kabar perjalanan" in headings(sari)
        client.force_login(sari)
        client.post(f"{url}terhenti/", {"failure": "left", "on": "2026-03-16", "note": "Turun di Secang."})
        page = seen_text(client.get(url))
        assert "Pergi di perjalanan" in page and "Terima kembali" in page
        # He stands at the door again: the usual way in, and the journey knows.
        back = client.get(f"/klien/{stay.client_id}/")
        assert "Terima kembali" in seen_text(back)
    assert Stay.objects.get(pk=stay.pk).exit_reason.slug == "pemulangan"
    assert Journey.objects.get().failure == "left"
