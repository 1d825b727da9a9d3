from datetime import date
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from cases.models import AuditEvent, BiometricCheck, CoverLetter, FormKey, IdentityPaper, Letter, Need, ServiceRecord
from cases.paper_documents import cover_letter
from tests.factories import make_client, make_ended_stay, make_paper, make_stay, reason
from tests.uploads import jpeg

KEY = "7d1f3a0e-7e49-4d5c-8d5e-0f9f5f6b0001"
OFFICE = "Dinas Dukcapil Temanggung"


@pytest.fixture
def paper(stay, sari, today):
    return make_paper(stay, sari)


def body(response):
    return response.content.decode()


def given(stay):
    """What was counted: the dates and words of the SPM service, in order."""
    rows = ServiceRecord.objects.filter(stay=stay, service="civil_documents").order_by("date", "pk")
    return [(row.date.day, row.note) for row in rows]


def requested(paper, by, on=date(2026, 3, 5)):
    paper.request(by=by, on=on, office=OFFICE, file_number="B-12")
    return paper


def test_yanti_gets_her_ktp_and_each_step_counts_on_its_date(paper, stay, sari, today):
    paper.gather(by=sari, on=date(2026, 3, 3), requirements=["no_papers", "shelter"])
    requested(paper, sari)
    assert paper.due_on == date(2026, 3, 19)
    paper.issue(by=sari, on=date(2026, 3, 12), number="3404990101560001", nik="3404990101560001")
    paper.hand_over(by=sari, on=today, to="Klien sendiri")
    assert (paper.status, paper.due_on) == ("handed", None)
    assert given(stay) == [
        (3, "KTP-el: syarat dikumpulkan"), (5, "KTP-el: diajukan"), (12, "KTP-el: terbit"), (16, "KTP-el: diserahkan"),
    ]  # fmt: skip
    stay.client.refresh_from_db()
    assert (stay.client.nik, stay.client.nik_status, stay.client.version) == ("3404990101560001", "valid", 2)
    told = AuditEvent.objects.filter(target_model="cases.IdentityPaper").order_by("pk").values_list("action", flat=True)
    assert list(told) == ["paper.started", "paper.gathered", "paper.requested", "paper.issued", "paper.handed"]
    assert "3404990101560001" not in str(list(AuditEvent.objects.values_list("details")))


def test_the_first_line_opens_the_need_and_the_second_does_not(paper, stay, sari, today):
    make_paper(stay, sari, kind="kk", started_on=today)
    need = Need.objects.get(stay=stay)
    assert (need.service_id, need.opened_on, need.closed_on) == ("civil_documents", date(2026, 3, 2), None)


def test_a_need_that_was_closed_is_opened_anew_from_then_on(paper, stay, sari, today):
    Need.objects.get(stay=stay).close(by=sari, on=date(2026, 3, 10), reason="terpenuhi")
    make_paper(stay, sari, kind="kk", started_on=date(2026, 3, 9))
    assert [need.opened_on.day for need in Need.objects.filter(stay=stay).open()] == [10]


def test_what_the_client_has_is_noted_without_need_or_service(stay, sari, today):
    paper = make_paper(stay, sari, begun_as="held", number="3404990101560001")
    assert not paper.is_open and not Need.objects.exists() and not ServiceRecord.objects.exists()
    with pytest.raises(ValidationError, match="tidak dapat menjadi"):
        requested(paper, sari)


def test_one_line_per_kind_at_a_time(paper, stay, sari, today):
    with pytest.raises(ValidationError, match="sudah dalam proses"):
        make_paper(stay, sari)
    requested(paper, sari).refuse(by=sari, on=today, reason="Data ganda")
    make_paper(stay, sari, started_on=today)
    assert given(stay)[-1] == (16, "KTP-el: ditolak")


@pytest.mark.parametrize(
    "verb, values",
    [
        ("issue", {}), ("refuse", {"reason": "x"}), ("hand_over", {"to": "x"}),
        ("follow_up", {"due_on": date(2026, 4, 1)}),
    ],
)  # fmt: skip
def test_no_step_out_of_turn(paper, sari, today, verb, values):
    with pytest.raises(ValidationError, match="Muat ulang"):
        getattr(paper, verb)(by=sari, on=today, **values)
    assert not ServiceRecord.objects.exists()


@pytest.mark.parametrize(
    "on, said", [(date(2026, 3, 17), "belum tiba"), (date(2026, 3, 4), "langkah sebelumnya, 5 Maret 2026")]
)
def test_no_step_before_the_last_or_after_today(paper, sari, today, on, said):
    requested(paper, sari)
    with pytest.raises(ValidationError, match=said):
        paper.issue(by=sari, on=on)
    paper.refresh_from_db()
    assert paper.status == "requested"


def test_a_dropped_line_counts_nothing(paper, stay, sari, today):
    paper.drop(by=sari, on=today, reason="Ditemukan di tas")
    assert given(stay) == []


def test_the_database_knows_that_a_refusal_has_a_reason(paper):
    with pytest.raises(IntegrityError, match="paper_refused_with_reason"), transaction.atomic():
        IdentityPaper.objects.filter(pk=paper.pk).update(status="refused")


def test_fourteen_days_of_silence_bring_it_up(paper, sari, today):
    requested(paper, sari, on=date(2026, 3, 2))
    assert list(IdentityPaper.objects.overdue(date(2026, 3, 15))) == []
    assert list(IdentityPaper.objects.overdue(today)) == [paper]
    paper.follow_up(by=sari, on=today, due_on=date(2026, 3, 30), note="Alat rusak", pick_up="Bu Tri, kakak")
    assert list(IdentityPaper.objects.overdue(today)) == []
    with pytest.raises(ValidationError, match="sesudah hari ini"):
        paper.follow_up(by=sari, on=today, due_on=today)


def test_the_line_outlives_the_stay_but_nobody_is_served_any_more(paper, stay, sari, today):
    requested(paper, sari)
    stay.discharge(by=sari, on=date(2026, 3, 10), reason=reason("reunifikasi"))
    paper.refresh_from_db()
    paper.issue(by=sari, on=date(2026, 3, 12))
    assert list(IdentityPaper.objects.open()) == [paper]
    assert [day for day, _ in given(stay)] == [5]


def test_a_step_after_the_return_counts_for_the_new_stay(paper, stay, sari, melati, today):
    stay.discharge(by=sari, on=date(2026, 3, 10), reason=reason("mandiri"))
    again = make_stay(melati, by=sari, client=stay.client, entered_on=date(2026, 3, 14))
    paper.refresh_from_db()
    requested(paper, sari, on=today)
    assert (given(stay), given(again)) == ([], [(16, "KTP-el: diajukan")])


def test_a_wrong_nik_is_kept_as_claimed_but_never_in_place_of_a_good_one(paper, stay, sari, today):
    requested(paper, sari)
    paper.issue(by=sari, on=today, nik="34049901")
    stay.client.refresh_from_db()
    assert (stay.client.nik, stay.client.claimed_nik, stay.client.nik_status) == (None, "34049901", "invalid")
    card = requested(make_paper(stay, sari, kind="kia", started_on=today), sari, on=today)
    card.issue(by=sari, on=today, nik="3404990101560001")
    birth = requested(make_paper(stay, sari, kind="birth", started_on=today), sari, on=today)
    with pytest.raises(ValidationError, match="tidak diganti"):
        birth.issue(by=sari, on=today, nik="3404")
    birth.refresh_from_db()
    assert birth.status == "requested"


def test_the_same_nik_elsewhere_is_said_not_stopped(client, paper, stay, sari, melati, today):
    make_client("Lain", nik="3404990101560001", nik_status="valid")
    requested(paper, sari)
    client.force_login(sari)
    page = body(
        client.post(
            reverse("cases:paper_issue", args=[paper.pk]),
            {"on": "2026-03-16", "nik": "3404 9901 0156 0001", "scan": jpeg()},
            follow=True,
        )
    )
    assert "NIK yang sama ada pada klien lain." in page
    stay.client.refresh_from_db()
    assert stay.client.nik_status == "doubled"
    assert [(one.kind, one.title) for one in paper.attachments.all()] == [("identity", "KTP-el")]


def test_a_refused_scan_issues_nothing(client, paper, sari, today):
    requested(paper, sari)
    client.force_login(sari)
    url = reverse("cases:paper_issue", args=[paper.pk])
    page = body(client.post(url, {"on": "2026-03-16", "nik": "3404990101560001", "scan": jpeg(b"MZ")}))
    assert "program, bukan dokumen" in page and 'value="3404990101560001"' in page
    paper.refresh_from_db()
    assert paper.status == "requested"


def test_the_whole_way_by_the_screens(client, stay, sari, today):
    client.force_login(sari)
    new = reverse("cases:paper_new", args=[stay.pk])
    page = body(client.post(new, {"key": KEY, "kind": "other", "begun_as": "lost", "on": "2026-03-16"}))
    assert "Tulis dokumen apa yang dimaksud." in page
    assert "Tanggal belum tiba." in body(
        client.post(new, {"key": KEY, "kind": "kk", "begun_as": "lost", "on": "2026-03-17"})
    )
    answers = {"key": KEY, "kind": "kk", "begun_as": "lost", "on": "2026-03-16"}
    assert client.post(new, answers).url == client.post(new, answers).url
    paper = IdentityPaper.objects.get()
    steps = [
        ("gather", {"requirements": ["rt_rw"], "note": "Saksi kurang satu"}),
        ("request", {"office": OFFICE, "due_on": "2026-03-16"}),
        ("request", {"office": OFFICE}),
        ("follow_up", {"due_on": "2026-03-30", "pick_up": "Bu Tri"}),
        ("issue", {"number": "3404990101200001"}),
        ("hand_over", {"to": "Bu Tri, kakak"}),
    ]
    for step, values in steps:
        page = body(client.post(reverse(f"cases:paper_{step}", args=[paper.pk]), {"on": "2026-03-16"} | values))
        assert bool(page) is (values.get("due_on") == "2026-03-16")
    paper.refresh_from_db()
    assert (paper.status, paper.begun_as, paper.requirement_labels) == ("handed", "lost", ["Surat pengantar RT/RW"])
    page = body(client.get(reverse("cases:client_papers", args=[stay.client_id])))
    assert "Semua dokumen sudah selesai diurus." in page
    assert body(client.get(paper.get_absolute_url())).count("16 Maret 2026") == 5


def test_refusal_and_stop_by_the_screens(client, stay, sari, today):
    client.force_login(sari)
    for kind, step, field in (("kk", "refuse", "refuse_reason"), ("ktp", "drop", "drop_reason")):
        paper = requested(make_paper(stay, sari, kind=kind, started_on=date(2026, 3, 3)), sari)
        url = reverse(f"cases:paper_{step}", args=[paper.pk])
        assert "Tulis" in body(client.post(url, {"on": "2026-03-16"}))
        client.post(url, {"on": "2026-03-16", "reason": "Data ganda"})
        paper.refresh_from_db()
        assert getattr(paper, field) == "Data ganda"


def test_figures_per_kind(paper, stay, sari, today, melati):
    requested(paper, sari).issue(by=sari, on=date(2026, 3, 11))
    requested(make_paper(stay, sari, kind="kk"), sari).refuse(by=sari, on=date(2026, 3, 6), reason="x")
    other = make_stay(melati, by=sari, client=make_client("Lain"), entered_on=date(2026, 3, 1))
    requested(make_paper(other, sari), sari, on=date(2026, 3, 2)).issue(by=sari, on=date(2026, 3, 6))
    figures = IdentityPaper.objects.figures(date(2026, 1, 1), today)
    assert {kind.value: row for kind, row in figures.items()} == {
        "ktp": {"requested": 2, "issued": 2, "refused": 0, "median_days": 5},
        "kk": {"requested": 1, "issued": 0, "refused": 1, "median_days": 1},
    }
    assert IdentityPaper.objects.figures(date(2026, 4, 1), date(2026, 4, 30)) == {}


def test_the_lists_stay_flat(client, sari, melati, today, django_assert_max_num_queries):
    for number in range(30):
        stay = make_stay(melati, by=sari, client=make_client(f"Klien {number}"), entered_on=date(2026, 2, 1))
        requested(make_paper(stay, sari), sari, on=date(2026, 2, 2))
    client.force_login(sari)
    client.get(reverse("cases:paper_list"))
    with django_assert_max_num_queries(12):
        page = body(client.get(reverse("cases:paper_list"), {"tampil": "terlambat"}))
    assert "Perlu ditanyakan lagi (30)" in page and "lewat 16/02/2026" in page


def test_the_tab_stays_flat(client, sari, stay, today, django_assert_max_num_queries):
    client.force_login(sari)
    url = reverse("cases:client_papers", args=[stay.client_id])
    client.get(url)
    for kind in ("ktp", "kk", "kia", "birth", "biodata", "health"):
        make_paper(stay, sari, kind=kind)
    with django_assert_max_num_queries(20):
        client.get(url)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_hand_over_at_once_make_one_step(melati, sari, today):
    stay = make_stay(melati, by=sari, entered_on=date(2026, 3, 2))
    paper = requested(make_paper(stay, sari), sari)
    paper.issue(by=sari, on=today)
    gate, said = Barrier(2), []

    def hand_over():
        mine = IdentityPaper.objects.get(pk=paper.pk)
        gate.wait()
        try:
            mine.hand_over(by=sari, on=today, to="Klien")
            said.append("ya")
        except ValidationError:
            said.append("tidak")
        finally:
            connection.close()

    threads = [Thread(target=hand_over) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["tidak", "ya"]
    assert [note for _, note in given(stay)].count("KTP-el: diserahkan") == 1


def ask(client, stay, **values):
    answers = {"key": KEY, "office": "Kepala Dinas Dukcapil", "city": "Temanggung"} | values
    return client.post(reverse("cases:cover_letter_new", args=[stay.pk]), answers)


def test_the_cover_letter_is_numbered_once_and_says_what_dukcapil_needs(client, paper, stay, sari, budi, today):
    paper.gather(by=sari, on=today, requirements=["no_papers"])
    client.force_login(sari)
    assert "Pilih sedikitnya satu dokumen" in body(ask(client, stay))
    for _ in range(2):
        ask(client, stay, papers=[paper.pk], biometric="on", note="Mengaku lahir di Parakan.")
    cover = CoverLetter.objects.get()
    assert Letter.objects.filter(kind="civil").count() == 1
    html = cover_letter(cover, verification_url="https://balai.example/surat/x/").html()
    for words in (
        "400.9/001/MLT/2026", "Kepala Dinas Dukcapil", "Suratmin", "1 Januari 1956", "KTP-el", "Belum punya",
        "pencocokan biometrik", "Mengaku lahir di Parakan.", "Surat pernyataan tidak memiliki", "Pindai kode ini",
        "Budi", "https://balai.example/surat/x/", "belum diketahui",
    ):  # fmt: skip
        assert words in html
    response = client.get(cover.get_absolute_url())
    assert response.content.startswith(b"%PDF")
    assert "surat-pengantar-400.9-001-MLT-2026.pdf" in response["Content-Disposition"]
    assert AuditEvent.objects.filter(action="letter.printed", actor_name="Sari").count() == 1


def test_a_void_letter_keeps_its_number_and_says_so(client, paper, stay, sari, today):
    client.force_login(sari)
    ask(client, stay, papers=[paper.pk])
    cover = CoverLetter.objects.get()
    url = reverse("cases:cover_letter_void", args=[cover.pk])
    client.post(url, {"reason": "Salah alamat"})
    assert "sudah dibatalkan" in body(client.post(url, {"reason": "lagi"}))
    cover = CoverLetter.objects.get()
    assert "DIBATALKAN — Salah alamat" in cover_letter(cover).html()
    client.logout()
    assert "Dibatalkan" in body(client.get(cover.letter.get_verification_url()))


def test_a_letter_names_only_open_documents_of_this_stay(paper, stay, sari, melati, today):
    paper.drop(by=sari, on=today, reason="x")
    other = make_paper(make_ended_stay(melati, date(2026, 2, 1), date(2026, 2, 5), by=sari), sari)
    for wrong in (paper, other):
        with pytest.raises(ValidationError, match="sudah selesai"):
            CoverLetter(stay=stay, office="Dukcapil").issue(by=sari, papers=[wrong])
    assert not Letter.objects.exists()


def test_the_biometric_request_keeps_result_and_number_only(client, stay, sari, today):
    client.force_login(sari)
    url = reverse("cases:biometric_new", args=[stay.pk])
    assert "di luar masa tinggal" in body(client.post(url, {"key": KEY, "on": "2026-03-01"})).lower()
    for _ in range(2):
        client.post(url, {"key": KEY, "on": "2026-03-03", "letter_number": "470/12"})
    check = BiometricCheck.objects.pending().get()
    answer = reverse("cases:biometric_answer", args=[check.pk])
    assert "sebelum permohonan" in body(client.post(answer, {"on": "2026-03-02", "result": "found"}))
    client.post(answer, {"on": "2026-03-05", "result": "not_found", "officer": "Pak Heru"})
    assert "sudah dicatat" in body(client.post(answer, {"on": "2026-03-05", "result": "found"}))
    check.refresh_from_db()
    assert (check.result, check.officer, check.letter_number) == ("not_found", "Pak Heru", "470/12")
    assert [day for day, _ in given(stay)] == [3, 5]


def test_another_users_key_makes_nothing(client, stay, sari, budi, today):
    FormKey.claim(KEY, by=budi)
    client.force_login(sari)
    client.post(
        reverse("cases:paper_new", args=[stay.pk]),
        {"key": KEY, "kind": "kk", "begun_as": "lost", "on": "2026-03-16"},
    )
    assert not IdentityPaper.objects.exists()
