import io
import re
import uuid
from datetime import date

import pytest
from django.urls import reverse

from cases.models import AuditEvent, FormKey, Stay, Sweep, SweepPerson
from tests.factories import make_client, make_ended_stay, make_stay, make_sweep, picture_bytes

HTMX = {"HX-Request": "true"}


@pytest.fixture
def sweep(today, melati, oka):
    return make_sweep(melati, by=oka, marks=["Pria ± 40, kaos merah", "Ibu dengan bayi"])


def body(response):
    return response.content.decode()


def line(**values):
    return {"key": str(uuid.uuid4()), "sex": ""} | values


def about(row, page):
    return reverse(f"cases:sweepperson_{page}", args=[row.pk])


def test_the_officer_of_the_night_makes_a_sweep_and_types_the_first_row(client, today, oka, melati):
    client.force_login(oka)
    assert reverse("cases:sweep_list") in body(client.get(reverse("cases:intake_search")))
    officers = {"petugas-TOTAL_FORMS": "4", "petugas-INITIAL_FORMS": "0", "petugas-0-agency": "Satpol PP"}
    head = {"held_on": "2026-03-15", "arrived_on": "2026-03-16", "arrived_at": "00:30", "place": "Pasar Contoh"}
    key = {"key": str(uuid.uuid4()), "shelter": melati.pk}
    url = reverse("cases:sweep_new")
    first, second = (client.post(url, key | head | officers).url for _ in range(2))
    sweep = Sweep.objects.get()
    assert first == second == sweep.get_absolute_url()
    assert (sweep.created_by, sweep.agencies, str(sweep.arrived_on)) == (oka, ["Satpol PP"], "2026-03-16")
    response = client.post(first, line(mark="Kaos merah", estimated_age="40", group="a"))
    assert response.url == f"{first}#isian"
    row = sweep.people.get()
    assert (row.mark, row.estimated_age, row.group) == ("Kaos merah", 40, "A")
    assert "RZ-20260315-01" in body(client.get(first))


@pytest.mark.parametrize(
    "values, sentence",
    [
        ({"held_on": "2026-03-17"}, "Tanggal penertiban belum tiba."),
        ({"arrived_on": "2026-03-14"}, "Tanggal tiba tidak boleh sebelum tanggal penertiban."),
        ({"place": ""}, "Isi tempat penertiban"),
        ({"petugas-0-agency": "A\x00B"}, "Periksa isian petugas yang menyerahkan."),
    ],
)
def test_a_wrong_head_is_explained_and_kept(client, today, oka, melati, values, sentence):
    client.force_login(oka)
    officers = {"petugas-TOTAL_FORMS": "4", "petugas-INITIAL_FORMS": "0", "petugas-1-name": "Danru Contoh"}
    head = {"held_on": "2026-03-15", "arrived_on": "2026-03-16", "place": "Pasar Contoh", "shelter": melati.pk}
    page = body(client.post(reverse("cases:sweep_new"), {"key": str(uuid.uuid4())} | head | officers | values))
    assert sentence in page and "Danru Contoh" in page
    assert not Sweep.objects.exists()


def test_forty_lines_are_typed_and_all_are_there(client, sweep, oka):
    client.force_login(oka)
    for n in range(38):
        assert client.post(sweep.get_absolute_url(), line(mark=f"Orang {n}"), headers=HTMX).status_code == 200
    assert list(sweep.people.values_list("serial", flat=True)) == list(range(1, 41))
    assert sweep.people.last().number == "RZ-20260316-40"


def test_htmx_gets_a_fresh_line_the_new_row_and_the_counts(client, sweep, oka):
    client.force_login(oka)
    sent = line(mark="Kaos biru")
    answer = client.post(sweep.get_absolute_url(), sent, headers=HTMX)
    page = body(answer)
    row = sweep.people.last()
    assert answer["X-Balai-Sweep"] == "1"
    assert f"Tersimpan: {row.number} Kaos biru" in page and "<h1" not in page
    assert f'id="orang-{row.pk}"' in page and page.count("<li id=") == 1
    assert 'hx-swap-oob="true"' in page and '<span class="figure">3</span>' in page
    assert sent["key"] not in page and 'value="Kaos biru"' not in page


def test_a_line_sent_twice_is_one_person(client, sweep, oka):
    client.force_login(oka)
    sent = line(mark="Kaos biru")
    client.post(sweep.get_absolute_url(), sent, headers=HTMX)
    again = body(client.post(sweep.get_absolute_url(), sent, headers=HTMX))
    assert "Baris itu sudah tersimpan." in again and again.count('<li id="orang-') == 3
    assert sweep.people.filter(mark="Kaos biru").count() == 1


def test_two_devices_see_each_others_rows_and_the_piece_is_that_of_the_page(client, sweep, oka, sari):
    sweep.add(by=sari, mark="Dari ponsel")
    client.force_login(oka)
    piece = body(client.get(sweep.get_absolute_url(), headers=HTMX)).strip()
    whole = body(client.get(sweep.get_absolute_url()))
    assert "Dari ponsel" in piece and 'hx-trigger="every 20s"' in piece and "<form" not in piece
    assert piece[piece.index("<div") :] in whole


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_empty_line_is_refused_with_its_sentence_and_keeps_what_was_typed(client, sweep, oka, headers):
    client.force_login(oka)
    page = body(client.post(sweep.get_absolute_url(), line(remark="Batuk"), headers=headers))
    assert "Isi satu tanda pengenal: ciri-ciri, nama panggilan, atau foto." in page and "Batuk" in page
    page = body(client.post(sweep.get_absolute_url(), line(mark="Kaos", estimated_age="200"), headers=headers))
    assert "lebih kecil dari atau sama dengan 130" in page and 'value="Kaos"' in page
    assert sweep.people.count() == 2
    # The key was not used up: the mended line goes in.
    assert not FormKey.objects.exists()


def test_a_program_that_calls_itself_a_photo_is_refused(client, sweep, oka):
    client.force_login(oka)
    upload = io.BytesIO(b"MZ\x90\x00 this is a program")
    upload.name = "foto.jpg"
    page = body(client.post(sweep.get_absolute_url(), line(mark="Kaos biru", photo=upload)))
    assert "Berkas ini bukan foto yang dapat dibaca." in page and 'value="Kaos biru"' in page
    assert sweep.people.count() == 2


def test_a_photo_is_kept_small_and_shown_through_the_gate(client, sweep, oka, citra):
    client.force_login(oka)
    upload = io.BytesIO(picture_bytes())
    upload.name = "min-di-pasar.jpg"
    client.post(sweep.get_absolute_url(), line(photo=upload))
    row = sweep.people.last()
    assert re.fullmatch(r"razia/[0-9a-f]{32}\.jpg", row.photo.name)
    assert b"".join(client.get(about(row, "photo")).streaming_content)[:2] == b"\xff\xd8"
    client.force_login(citra)
    assert client.get(about(row, "photo")).status_code == 404


def test_a_row_is_completed_and_a_colleagues_change_is_shown(client, sweep, oka, sari):
    row = sweep.people.first()
    client.force_login(oka)
    client.post(about(row, "detail"), {"name": "Yanti", "mark": row.mark, "sex": "P", "version": "1"})
    row.refresh_from_db()
    assert (row.name, row.sex, row.label) == ("Yanti", "P", "Yanti")
    page = body(client.post(about(row, "detail"), {"name": "Yanto", "mark": "", "sex": "L", "version": "1"}))
    assert "sudah diubah orang lain" in page and "Isi sekarang" in page and 'value="Yanto"' in page


def test_likely_clients_are_shown_and_strangers_masked(client, sweep, oka, melati, kenanga, citra):
    ours = make_client("Ratna Dewi", number="MLT-2026-9002")
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=oka, client=ours)
    theirs = make_client("Ratna Wulandari", number="KNG-2026-9003")
    make_ended_stay(kenanga, date(2026, 1, 5), date(2026, 1, 9), by=citra, client=theirs)
    row = sweep.add(by=oka, called="Ratna")
    client.force_login(oka)
    page = body(client.get(about(row, "detail")))
    assert "Ratna Dewi" in page and "R. W." in page and "Wulandari" not in page and theirs.number not in page
    assert AuditEvent.objects.filter(action="client.searched").exists()
    link = reverse("cases:sweepperson_link", args=[row.pk, theirs.pk])
    assert "Wulandari" not in body(client.get(link))
    assert "Tulis bagaimana Anda mengenali orang ini." in body(client.post(link, {}))
    client.post(link, {"reason": "Menunjukkan KTP"})
    page = body(client.get(about(row, "detail")))
    assert "R. W." in page and "Wulandari" not in page and "sudah 1 kali tinggal" in page
    client.post(about(row, "admit"))
    assert "Ratna Wulandari" in body(client.get(about(row, "detail")))
    assert theirs.stays.filter(shelter=melati).count() == 1


def test_a_double_click_on_admit_makes_one_stay(client, sweep, oka):
    row = sweep.people.first()
    client.force_login(oka)
    for _ in range(2):
        page = body(client.post(about(row, "admit"), follow=True))
        assert "Nomor 1 diterima, nomor register 0001/2026." in page
    assert Stay.objects.count() == 1


def test_many_are_taken_in_and_each_gets_an_answer(client, sweep, oka, kenanga, citra, melati):
    melati.capacity = 1
    melati.save()
    busy = make_client("Ratna")
    make_stay(kenanga, by=citra, client=busy)
    third = sweep.add(by=oka, called="Ratna")
    third.link(busy, by=oka)
    client.force_login(oka)
    url = reverse("cases:sweep_admit", args=[sweep.pk])
    assert body(client.get(url + "?semua=1")).count(" checked") == 3
    page = body(client.post(url, {"people": [row.pk for row in sweep.people.all()]}))
    assert page.count("nomor register") == 2 and page.count("melebihi daya tampung") == 1
    assert "Klien masih tercatat tinggal di panti pada tanggal itu." in page
    assert "Pilih sedikitnya satu orang." in body(client.post(url, {"people": ["x", "²"]}))


def test_rows_of_another_sweep_cannot_be_slipped_in(client, sweep, oka, kenanga, citra):
    foreign = make_sweep(kenanga, by=citra, marks=["Orang Kenanga"]).people.get()
    client.force_login(oka)
    client.post(reverse("cases:sweep_admit", args=[sweep.pk]), {"people": [foreign.pk]})
    page = body(client.post(about(sweep.people.first(), "join"), {"same_as": foreign.pk}))
    assert "Orang Kenanga" not in page
    assert not Stay.objects.exists()
    assert SweepPerson.objects.filter(outcome="").count() == 3


@pytest.mark.parametrize(
    "values, sentence",
    [
        ({}, "Pilih keputusannya."),
        ({"outcome": "shelter"}, "Pilih panti tujuan."),
        ({"outcome": "partner"}, "Tulis nama lembaga tujuan."),
        ({"outcome": "family"}, "Tulis siapa yang menjemput."),
        ({"outcome": "family", "destination": "Ibu"}, "tulis bukti hubungan penjemput"),
        ({"outcome": "released"}, "Anak tidak boleh pulang sendiri."),
    ],
)
def test_a_decision_that_says_too_little_is_refused(client, sweep, oka, values, sentence):
    row = sweep.add(by=oka, mark="Anak", estimated_age=9)
    client.force_login(oka)
    assert sentence in body(client.post(about(row, "decide"), values))
    row.refresh_from_db()
    assert not row.is_decided


def test_a_sweep_is_decided_closed_and_opened_again(client, sweep, oka, melati):
    client.force_login(oka)
    first, second = sweep.people.all()
    close = reverse("cases:sweep_close", args=[sweep.pk])
    assert "Belum semua orang punya keputusan: nomor urut 1, 2." in body(client.post(close))
    client.post(about(first, "decide"), {"outcome": "partner", "destination": "RSJ"})
    client.post(about(second, "join"), {"same_as": first.pk})
    page = body(client.get(sweep.get_absolute_url()))
    assert "(2 baris, 1 digabung)" in page and "<strong>1</strong> ke rsj" in page
    client.post(about(second, "undecide"), {"reason": "Ternyata dua orang"})
    client.post(about(second, "decide"), {"outcome": "released"})
    client.post(close)
    closed = body(client.get(sweep.get_absolute_url()))
    assert "Ditutup 16 Maret 2026" in closed and 'id="isian"' not in closed and "every 20s" not in closed
    page = body(client.post(sweep.get_absolute_url(), line(mark="Terlambat"), follow=True))
    assert "Razia ini sudah ditutup." in page
    client.post(reverse("cases:sweep_reopen", args=[sweep.pk]))
    sweep.refresh_from_db()
    assert sweep.is_open and sweep.people.count() == 2


def test_the_papers_print_and_leave_a_trace(client, sweep, oka):
    client.force_login(oka)
    client.post(reverse("cases:sweep_letter_issue", args=[sweep.pk]))
    for page in ("receipt", "labels", "report"):
        answer = client.get(reverse(f"cases:sweep_{page}_pdf", args=[sweep.pk]))
        assert answer.content.startswith(b"%PDF")
    assert AuditEvent.objects.filter(action="sweep.printed").count() == 3
    client.post(reverse("cases:sweep_letter_void", args=[sweep.pk]), {"reason": "Salah tempat"})
    sweep.refresh_from_db()
    assert sweep.letter is None


def test_the_stay_says_by_which_sweep_it_began(client, sweep, sari):
    client.force_login(sari)
    client.post(about(sweep.people.first(), "admit"))
    assert "RZ-20260316-01" in body(client.get(Stay.objects.get().get_absolute_url()))


def test_nobody_of_another_shelter_finds_or_changes_a_row(client, sweep, citra):
    client.force_login(citra)
    assert "Alun-alun" not in body(client.get(reverse("cases:sweep_list")))
    row = sweep.people.first()
    for url in (sweep.get_absolute_url(), about(row, "detail"), about(row, "admit"), about(row, "decide")):
        assert client.post(url, line(mark="X", outcome="released")).status_code == 404
    assert sweep.people.undecided().count() == 2


def test_sixty_rows_ask_no_more_than_twelve_questions(client, sweep, oka, melati, django_assert_max_num_queries):
    known = make_client("Sukirno")
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=oka, client=known)
    rows = [sweep.add(by=oka, called=f"Orang {n}", group="A") for n in range(58)]
    rows[0].link(known, by=oka)
    rows[1].send_away("family", by=oka, destination="Ibu")
    rows[2].join(rows[3], by=oka)
    client.force_login(oka)
    for row in rows[:1] + rows[4:8]:
        client.post(about(row, "admit"))
    for headers in ({}, HTMX):
        with django_assert_max_num_queries(12):
            assert body(client.get(sweep.get_absolute_url(), headers=headers)).count('<li id="orang-') == 60
    with django_assert_max_num_queries(12):
        client.get(reverse("cases:sweep_list"))
    with django_assert_max_num_queries(12):
        client.get(reverse("cases:sweep_admit", args=[sweep.pk]))
