"""The pages of a journey home as a worker uses them, its papers, and what the work lists say of it."""

from datetime import date, timedelta

import time_machine
from django.utils import timezone

from cases.models import Letter
from referrals.journey_documents import journey_letter, travel_sheet
from referrals.models import Journey, JourneyLeg, JourneyNews, JourneyPayer
from reports.dues.journeys import journey_dues
from reports.figures.referrals import referral_figures
from tests.factories import make_client, make_relative, make_stay
from tests.referrals.factories import RATNA, make_departed, make_home_office, make_journey, make_region

KEY = "6a0c5f4e-0000-4000-8000-00000000000{}"


def plan_of(office, **values):
    return {
        "key": KEY.format(1), "purpose": "Ingin pulang.", "region": "33.07", "address": "Dusun Umpama",
        "office": office.pk, "payer": JourneyPayer.objects.get(slug="baznas").pk, "consent": "agreed", "fitness": "fit",
        "fitness_by": "dr. Ratna", "fitness_on": "2026-03-16",
    } | values  # fmt: skip


def leg_of(office, **values):
    return {
        "key": KEY.format(2), "region": "33.07", "place": "Terminal Mendolo", "office": office.pk,
        "leaves_on": "2026-03-17", "leaves_at": "07:00", "arrives_on": "2026-03-17", "arrives_at": "15:00",
        "vehicle": "bus", "cost_planned": "150.000", "escort_name": "Joko", "escort_phone": "0812-0000-7777",
    } | values  # fmt: skip


def rows(user):
    return {heading: [(str(words), note) for words, _, note in found] for heading, found in journey_dues(user) if found}


def test_from_the_file_to_the_letters_with_the_keyboard(client, today, stay, sari):
    office = make_home_office()
    make_region()
    client.force_login(sari)
    assert (
        f"/masa-tinggal/{stay.pk}/pemulangan/baru/" in client.get(f"/klien/{stay.client_id}/rujukan/").content.decode()
    )
    assert "Rencanakan pemulangan" in client.get(f"/masa-tinggal/{stay.pk}/keluar/").content.decode()
    for _ in range(2):  # a double click
        sent = client.post(f"/masa-tinggal/{stay.pk}/pemulangan/baru/", plan_of(office))
    journey = Journey.objects.get()
    assert sent.url == journey.get_absolute_url()
    assert "sedikitnya satu ruas" in client.get(sent.url).content.decode()
    for _ in range(2):
        client.post(f"{sent.url}ruas/baru/", leg_of(office))
    assert JourneyLeg.objects.get().cost_planned == 150_000
    client.post(f"{sent.url}siap/")
    page = client.get(sent.url).content.decode()
    assert "Siap berangkat" in page and Letter.objects.count() == 3
    client.post(f"{sent.url}berangkat/", {"on": "2026-03-16", "at": "06:30"})
    assert Journey.objects.get().status == "underway"


def test_an_escort_or_a_reason_and_what_was_typed_stays(client, today, stay, sari):
    journey = make_journey(stay, sari, legs=0)
    client.force_login(sari)
    url = f"{journey.get_absolute_url()}ruas/baru/"
    page = client.post(url, leg_of(journey.office, escort_name="", escort_phone="")).content.decode()
    assert "Isi pendamping, atau alasan tanpa pendamping." in page and "Terminal Mendolo" in page
    page = client.post(url, leg_of(journey.office, escort_phone="")).content.decode()
    assert "Isi telepon pendamping" in page
    assert not JourneyLeg.objects.exists()


def test_regions_are_found_without_a_script_and_nothing_is_saved(client, today, stay, sari):
    make_region()
    client.force_login(sari)
    page = client.post(
        f"/masa-tinggal/{stay.pk}/pemulangan/baru/",
        plan_of(make_home_office(), region="", region_q="wonosobo", find_region="1"),
    )
    assert "Jawa Tengah, Kab. Wonosobo" in page.content.decode() and not Journey.objects.exists()
    found = client.get("/wilayah/", {"region_q": "wonosobo"}).content.decode()
    assert 'name="region"' in found


def test_only_proven_family_can_be_chosen(client, today, stay, sari, person):
    claimed = make_relative(person, "Tarno", by=sari)
    make_relative(person, "Sumarni", by=sari, proven_on=today)
    client.force_login(sari)
    page = client.get(f"/masa-tinggal/{stay.pk}/pemulangan/baru/").content.decode()
    assert "Sumarni" in page and "Tarno" not in page
    make_region()
    client.post(f"/masa-tinggal/{stay.pk}/pemulangan/baru/", plan_of(make_home_office(), receiver=claimed.pk))
    assert not Journey.objects.exists()


def test_the_head_finds_it_reviews_it_and_sends_it_back(client, today, stay, sari, budi):
    stay.shelter.referral_needs_approval = True
    stay.shelter.save()
    journey = make_journey(stay, sari)
    journey.submit(by=sari)
    assert rows(budi)["Pemulangan menunggu persetujuan"][0][1].startswith("ke Kab. Wonosobo · diajukan Sari")
    client.force_login(budi)
    url = f"/pemulangan/{journey.pk}/tinjau/"
    assert "Tulis apa yang perlu diperbaiki" in client.post(url, {"decision": "return", "note": ""}).content.decode()
    client.post(url, {"decision": "return", "note": "Tulis telepon keluarga"})
    assert rows(sari)["Pemulangan dikembalikan kepala"]
    Journey.objects.for_page().get().submit(by=sari)
    client.post(url, {"decision": "approve"})
    assert Journey.objects.get().approved_by == budi


def test_nothing_falls_asleep(today, stay, sari, budi):
    journey = make_departed(stay, sari)
    assert rows(sari) == {} and rows(budi) == {}
    with time_machine.travel(timezone.now() + timedelta(days=2, hours=5), tick=False):
        assert list(rows(sari)) == ["Belum ada kabar tiba"]
        JourneyLeg.objects.for_page().get().remind(by=sari)
        assert rows(sari) == {}
    with time_machine.travel(timezone.now() + timedelta(days=10), tick=False):
        assert "Pemulangan tanpa kabar: macet" in rows(budi)
        JourneyLeg.objects.for_page().get().hear("arrived", voice=RATNA, by=sari)
        assert list(rows(sari)) == ["Pemulangan selesai: tutup"]
    assert journey.pk


def test_ready_and_not_gone_is_said_the_day_after(today, stay, sari):
    make_journey(stay, sari).ready(by=sari)
    assert rows(sari) == {}
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        assert rows(sari) == {"Siap pulang, belum berangkat": [("Suratmin", "ke Kab. Wonosobo · rencananya lewat")]}


def test_a_word_by_telephone_says_who_and_when_and_differing_ones_are_decided(client, today, stay, sari):
    journey = make_departed(stay, sari)
    leg = journey.legs.get()
    client.force_login(sari)
    url = f"/pemulangan/ruas/{leg.pk}/kabar/"
    said = {
        "key": KEY.format(3), "kind": "missing", "name": "Bu Rini", "position": "petugas piket", "channel": "phone",
        "on": "2026-03-16", "at": "16:00",
    }  # fmt: skip
    assert "Tulis nama yang mengabarkan." in client.post(url, said | {"name": ""}).content.decode()
    for _ in range(2):
        client.post(url, said)
    other = client.post(url, said | {"key": KEY.format(4), "kind": "arrived", "name": "Pak Joni"}, follow=True)
    assert "kabar berbeda" in other.content.decode()
    news = JourneyNews.objects.get(name="Pak Joni")
    assert (news.typed_by, news.channel, JourneyNews.objects.count()) == (sari, "phone", 2)
    client.post(f"/pemulangan/kabar/{news.pk}/pakai/")
    assert Journey.objects.get().status == "received"


def test_the_link_page_sends_without_a_name(client, today, stay, sari):
    journey = make_departed(stay, sari, legs=2)
    leg = journey.legs.get(position=1)
    client.force_login(sari)
    url = f"/pemulangan/ruas/{leg.pk}/tautan/"
    page = client.get(url).content.decode()
    sending = page[page.index("https://wa.me/628121?text=") :].split('"')[0]
    assert "Suratmin" not in sending and leg.link.token in sending
    code = client.post(url, {"act": "code"}).content.decode().split('class="figure">')[1][:7]
    assert code.replace(" ", "").isdigit()
    client.post(url, {"act": "new"})
    leg.link.refresh_from_db()
    assert leg.link.revoked_at
    client.post(url, {"act": "revoke"})
    assert "Tautan dimatikan" in client.get(url).content.decode()


def test_a_draft_prints_as_a_draft_and_the_letters_say_the_way(client, today, stay, sari):
    journey = make_journey(stay, sari, legs=2)
    html = journey_letter(journey, "letter").html()
    assert "KONSEP" in html and "Temanggung – Kota Magelang" in html and "Kepala Dinas Sosial Kota Magelang" in html
    journey.ready(by=sari)
    journey = Journey.objects.for_page().get()
    html = journey_letter(journey, "letter", leg=journey.itinerary[0], answer_url="https://x.example/tiba/y/").html()
    assert "KONSEP" not in html and "hanya untuk Dinas Sosial Kota Magelang" in html
    assert "Joko" in journey_letter(journey, "statement").html()
    sheet = travel_sheet(journey).html()
    for told in ("0293-362-000", "0286-321-000", "112", "Joko"):
        assert told in sheet, told
    client.force_login(sari)
    response = client.get(f"/pemulangan/{journey.pk}/surat/jalan/")
    assert response["Content-Type"] == "application/pdf"
    assert client.get(f"/pemulangan/{journey.pk}/surat/lain/").status_code == 404


def test_whoever_checks_a_letter_reads_that_the_journey_stands_still(client, today, stay, sari):
    journey = make_journey(stay, sari)
    journey.ready(by=sari)
    letter = Journey.objects.get().travel_letter.letter
    assert "Perhatian" not in client.get(letter.get_verification_url()).content.decode()
    stay.absences.create(
        kind="kabur", left_on=today, recorded_by=sari, let_go_at=timezone.now() + timedelta(hours=1), let_go_by=sari
    )
    page = client.get(letter.get_verification_url()).content.decode()
    assert "ditangguhkan" in page and "Suratmin" not in page


def test_a_failed_journey_leads_to_the_way_back_that_there_is(client, today, stay, sari):
    journey = make_departed(stay, sari)
    client.force_login(sari)
    url = journey.get_absolute_url()
    client.post(f"{url}terhenti/", {"failure": "returned", "on": "2026-03-16", "note": "Bus mogok, dibawa pulang"})
    assert f"/klien/{stay.client_id}/terima-kembali/" in client.get(url).content.decode()
    back = make_stay(stay.shelter, by=sari, client=stay.client, entered_on=today)
    assert back.register_number in client.get(url).content.decode()


def test_lists_ask_as_often_for_many_as_for_few(client, today, melati, sari, django_assert_max_num_queries):
    office = make_home_office()
    for number in range(4):
        one = make_stay(melati, by=sari, client=make_client(f"Klien {number}"))
        journey = make_journey(one, sari, office=office)
        journey.ready(by=sari)
    client.force_login(sari)
    with django_assert_max_num_queries(12):
        page = client.get("/pemulangan/").content.decode()
    assert page.count("Siap berangkat</span>") == 4
    assert "Tidak ada pemulangan dengan status itu" in client.get("/pemulangan/?status=failed").content.decode()


def test_figures_say_where_people_went(today, stay, sari, melati):
    journey = make_departed(stay, sari)
    journey.fail(by=sari, on=today, failure="left", note="Turun di jalan")
    figures = referral_figures([melati], date(2026, 1, 1), today, masked=False)
    assert [(bar.label, bar.text) for bar in figures.journeys] == [
        ("Jawa Tengah, Kab. Wonosobo", "1"), ("Di antaranya terhenti di perjalanan", "1"),
    ]  # fmt: skip
    hidden = referral_figures([melati], date(2026, 1, 1), today, masked=True)
    assert {bar.text for bar in hidden.journeys} == {"<5"}
