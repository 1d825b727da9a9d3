"""Scenario 6: many people at once, each with nothing but a mark, and nobody counted twice or lost."""

import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, connection, transaction

from cases.models import AuditEvent, Client, Stay, SweepPerson
from cases.sweep_documents import sweep_labels, sweep_receipt, sweep_report
from cases.sweeps import admit_chosen, admit_person, tally
from tests.factories import (
    category,
    make_client,
    make_ended_stay,
    make_shelter,
    make_stay,
    make_sweep,
    picture_bytes,
)

Outcome = SweepPerson.Outcome


@pytest.fixture
def sweep(today, melati, oka):
    return make_sweep(
        melati, by=oka, order_number="300/118",
        officers=[{"agency": "Satpol PP", "name": "Contoh", "position": "Danru", "number": "1990", "contact": ""}],
    )  # fmt: skip


def words(error):
    return " ".join(error.value.messages)


def test_forty_rows_of_one_night_become_thirty_nine_persons_who_all_go_somewhere(sweep, melati, oka):
    melati.capacity = 11
    melati.save()
    elsewhere = make_shelter("parakan", name="Rumah Singgah Parakan")
    rows = [sweep.add(by=oka, mark=f"Orang {n}", estimated_age=30) for n in range(40)]
    rows[39].join(rows[0], by=oka)
    told = admit_chosen(sweep, [row.pk for row in rows[:23]], by=oka)
    for row in rows[23:29]:
        row.send_away(Outcome.OTHER_SHELTER, by=oka, to_shelter=elsewhere)
    for row in rows[29:32]:
        row.send_away(Outcome.PARTNER, by=oka, destination="RSJ")
    for row in rows[32:34]:
        row.send_away(Outcome.PARTNER, by=oka, destination="PSAA")
    for row in rows[34:39]:
        row.send_away(Outcome.FAMILY, by=oka, destination="Kakak")
    assert [refusal for _, refusal in told] == [""] * 23
    counts = dict(tally(list(sweep.people.for_list())))
    assert counts == {
        "Diterima di sini": 11, "Ke Rumah Singgah Parakan": 6, "Ke RSJ": 3, "Ke PSAA": 2, "Dijemput keluarga": 5,
        "Diterima melebihi daya tampung": 12,
    }  # fmt: skip
    assert sum(counts.values()) == sweep.people.persons().count() == 39
    sweep.close(by=oka)
    assert not sweep.is_open


def test_numbers_stand_from_the_first_moment_and_two_sweeps_of_a_day_share_none(sweep, melati, oka):
    second = make_sweep(melati, by=oka, marks=["Ibu bertopi"])
    first = [sweep.add(by=oka, mark=mark) for mark in ("Pria ± 40, kaos merah", "Bayi")]
    assert [(row.serial, row.number) for row in first] == [(1, "RZ-20260316-02"), (2, "RZ-20260316-03")]
    assert [(row.serial, row.number) for row in second.people.all()] == [(1, "RZ-20260316-01")]


def test_a_row_needs_one_mark_and_no_more(sweep, oka):
    with pytest.raises(ValidationError) as error:
        sweep.add(by=oka, mark="")
    assert "Isi satu tanda pengenal" in words(error)
    for values in ({"mark": "Kaos merah"}, {"called": "Min"}, {"photo": ContentFile(picture_bytes(), "a.jpg")}):
        sweep.add(by=oka, **values)
    assert list(sweep.people.values_list("serial", flat=True)) == [1, 2, 3]


def test_admission_makes_a_client_and_a_stay_with_all_that_the_night_knows(sweep, oka):
    row = sweep.add(
        by=oka, mark="Kaos merah", called="Min", sex="L", estimated_age=70, category=category("11"),
        needs_isolation=True, remark="Batuk", photo=ContentFile(picture_bytes(), "a.jpg"),
    )  # fmt: skip
    stay = admit_person(row, by=oka)
    client = stay.client
    assert (str(client), client.description, client.sex, client.age_on(date(2026, 3, 16))) == (
        "Tanpa nama (“Min”)", "Kaos merah", "L", 70,
    )  # fmt: skip
    assert (stay.entered_on, stay.source.slug, stay.brought_by, stay.found_at) == (
        date(2026, 3, 16), "satpol-pp", "Satpol PP, surat 300/118", "Alun-alun",
    )  # fmt: skip
    assert (stay.service_type_id, stay.condition, stay.sweep_person) == ("REG_GEPENG", "Perlu isolasi", row)
    assert "Batuk" in stay.note and row.number in stay.note
    assert client.photo.name.startswith("klien/") and client.photo.name != row.photo.name
    assert AuditEvent.objects.filter(action="sweepperson.decided", actor_name="Oka").count() == 1


def test_a_photo_alone_is_enough_to_be_taken_in(sweep, oka):
    row = sweep.add(by=oka, photo=ContentFile(picture_bytes(), "a.jpg"))
    assert row.number in str(admit_person(row, by=oka).client)


def test_a_family_with_a_baby_without_name_comes_in_together(sweep, oka):
    mother = sweep.add(by=oka, called="Lestari", sex="P", estimated_age=28, group="A")
    baby = sweep.add(by=oka, mark="Bayi perempuan", estimated_age=0, group="A")
    admit_chosen(sweep, [mother.pk, baby.pk], by=oka)
    stays = Stay.objects.order_by("pk")
    assert [str(stay.client) for stay in stays] == ["Tanpa nama (“Lestari”)", "Tanpa nama (“Bayi perempuan”)"]
    assert stays[0].household_place.household == stays[1].household_place.household
    assert (baby.age_text, baby.is_minor, mother.is_minor) == ("di bawah 1 tahun", True, False)


def test_a_known_client_keeps_the_number_and_is_counted(sweep, melati, oka):
    known = make_client("Sukirno")
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 9), by=oka, client=known)
    earlier = make_sweep(melati, by=oka, marks=["Kirno"], held_on=date(2026, 2, 1))
    earlier.people.get().link(known, by=oka)
    row = sweep.add(by=oka, called="Kirno")
    row.link(known, by=oka, recognised_by="Wajahnya")
    seen = sweep.people.for_list().get()
    assert (seen.former_stays, seen.nth_sweep) == (1, 2)
    stay = admit_person(row, by=oka)
    assert (stay.client, Client.objects.count()) == (known, 1)
    seen = sweep.people.for_list().get()
    assert (seen.former_stays, seen.nth_sweep) == (1, 2)
    assert AuditEvent.objects.get(action="client.recognised").details == {"reason": "Wajahnya"}


def test_one_refusal_stops_nobody_else(sweep, melati, kenanga, oka):
    elsewhere = make_client("Ratna")
    make_stay(kenanga, by=oka, client=elsewhere)
    rows = [sweep.add(by=oka, mark=mark) for mark in ("Satu", "Dua", "Tiga")]
    rows[1].link(elsewhere, by=oka)
    told = admit_chosen(sweep, [row.pk for row in rows], by=oka)
    assert [(row.serial, refusal) for row, refusal in told] == [
        (1, ""), (2, "Klien masih tercatat tinggal di panti pada tanggal itu."), (3, ""),
    ]  # fmt: skip
    assert melati.stays.count() == 2
    assert [row.serial for row in sweep.people.undecided()] == [2]


def test_a_second_click_finds_its_work_done(sweep, melati, oka):
    row = sweep.add(by=oka, mark="Satu")
    for _ in range(2):
        assert [refusal for _, refusal in admit_chosen(sweep, [row.pk], by=oka)] == [""]
    assert melati.stays.count() == 1
    with pytest.raises(ValidationError) as error:
        admit_person(row, by=oka)
    assert "Nomor 1 sudah diputuskan: Diterima di sini." in words(error)


def test_a_child_goes_only_into_hands_that_are_known(sweep, oka):
    child = sweep.add(by=oka, mark="Anak laki-laki", estimated_age=9)
    young = sweep.add(by=oka, mark="Anak jalanan", category=category("04"))
    for row in (child, young):
        with pytest.raises(ValidationError, match="Anak tidak boleh pulang sendiri"):
            row.send_away(Outcome.RELEASED, by=oka)
        with pytest.raises(ValidationError, match="bukti hubungan"):
            row.send_away(Outcome.FAMILY, by=oka, destination="Perempuan yang mengaku ibunya")
    child.refresh_from_db()
    child.send_away(Outcome.FAMILY, by=oka, destination="Bibi", proof="KK dan akta kelahiran")
    assert child.outcome == Outcome.FAMILY
    with pytest.raises(IntegrityError), transaction.atomic():
        SweepPerson.objects.filter(pk=child.pk).update(proof="")


def test_joined_rows_follow_when_their_row_is_joined_too(sweep, oka):
    first, second, third = (sweep.add(by=oka, mark=mark) for mark in "ABC")
    third.join(second, by=oka)
    with pytest.raises(ValidationError):
        first.join(third, by=oka)
    first.refresh_from_db()
    second.join(first, by=oka)
    assert {row.same_as_id for row in sweep.people.exclude(same_as=None)} == {first.pk}
    assert sweep.people.persons().count() == 1
    other = make_sweep(sweep.shelter, by=oka, marks=["D"]).people.get()
    with pytest.raises(ValidationError):
        other.join(first, by=oka)


def test_a_decision_can_be_taken_back_but_not_over_a_living_stay(sweep, oka, budi):
    row = sweep.add(by=oka, mark="Satu")
    stay = admit_person(row, by=oka)
    with pytest.raises(ValidationError, match="Batalkan dahulu masa tinggalnya"):
        row.undecide(by=oka, reason="Keliru")
    stay.cancel(by=budi, reason="Keliru")
    row.refresh_from_db()
    assert row.outcome_text == "Penerimaan dibatalkan"
    row.undecide(by=oka, reason="Keliru")
    assert (row.outcome, row.stay, row.decided_at) == ("", None, None)


def test_a_sweep_closes_when_everybody_went_somewhere_and_then_stands(sweep, oka):
    row = sweep.add(by=oka, mark="Satu")
    with pytest.raises(ValidationError, match="nomor urut 1"):
        sweep.close(by=oka)
    row.send_away(Outcome.RELEASED, by=oka)
    sweep.close(by=oka)
    for act in (lambda: sweep.add(by=oka, mark="Dua"), lambda: row.undecide(by=oka, reason="Keliru")):
        with pytest.raises(ValidationError, match="sudah ditutup"):
            act()
    sweep.reopen(by=oka)
    assert sweep.add(by=oka, mark="Dua").serial == 2


def test_whoever_saw_an_older_row_overwrites_nothing(sweep, oka, sari):
    row = sweep.add(by=oka, mark="Satu")
    row.complete(by=oka, version=1, called="Min")
    with pytest.raises(ValidationError, match="sudah diubah orang lain"):
        row.complete(by=sari, version=1, called="Man")
    row.refresh_from_db()
    assert (row.called, row.version) == ("Min", 2)
    assert AuditEvent.objects.get(action="sweepperson.changed").details == {"changed": {"called": ["", "Min"]}}


def test_the_receipt_gets_one_number_and_says_when_the_list_changed_after_it(sweep, oka):
    with pytest.raises(ValidationError, match="Belum ada orang"):
        sweep.issue_letter(by=oka)
    sweep.add(by=oka, mark="Satu")
    sweep.issue_letter(by=oka)
    with pytest.raises(ValidationError, match="sudah bernomor"):
        sweep.issue_letter(by=oka)
    number = sweep.letter.number
    SweepPerson.objects.filter(pk=sweep.add(by=oka, mark="Dua").pk).update(created_at="2026-03-16T04:00Z")
    assert (number, sweep.paper_is_outdated) == ("400.9/001/MLT/2026", True)
    sweep.void_letter(by=oka, reason="Ada yang tertinggal")
    sweep.issue_letter(by=oka)
    assert sweep.letter.number == "400.9/002/MLT/2026"


def test_the_receipt_lists_everybody_once_with_both_sides(sweep, oka, budi):
    rows = [sweep.add(by=oka, mark=mark, sex="L", estimated_age=40) for mark in ("Kaos merah", "Topi", "<b>Jaket</b>")]
    rows[1].join(rows[0], by=oka)
    named = make_client("Suratmin", nik="3404990101560001", nik_status="valid", birth_date=date(1956, 1, 1))
    rows[2].link(named, by=oka)
    admit_person(rows[2], by=oka)
    html = sweep_receipt(sweep).html()
    for said in (
        "KONSEP", "<strong>2 orang</strong>", "Kaos merah", "Suratmin", "3404••••••••0001", "1 Januari 1956",
        "± 40 tahun", "Satpol PP", "Danru", "300/118", "Oka", "Kepala Rumah Singgah Melati", "Budi", "RZ-20260316-01",
    ):  # fmt: skip
        assert said in html
    assert "3404990101560001" not in html and "Topi" not in html and "<b>" not in html
    sweep.issue_letter(by=oka)
    assert "KONSEP" not in sweep_receipt(sweep, verification_url="https://balai.example/surat/abc/").html()


def test_a_confidential_category_is_not_printed_for_everybody(sweep, oka):
    kind = category("16")
    kind.is_confidential = True
    kind.save()
    sweep.add(by=oka, mark="Satu", category=kind)
    assert str(kind) not in sweep_receipt(sweep).html()


def test_labels_carry_photo_and_number_and_the_report_adds_up(sweep, oka):
    row = sweep.add(by=oka, mark="Kaos merah", photo=ContentFile(picture_bytes(), "a.jpg"))
    labels = sweep_labels(sweep).html()
    assert "data:image/jpeg;base64," in labels and row.number in labels and "Kaos merah" in labels
    row.send_away(Outcome.FAMILY, by=oka, destination="Suami")
    assert "Dijemput keluarga: Suami" in sweep_report(sweep).html()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_people_who_add_at_once_get_different_numbers(melati, oka, sari):
    sweep = make_sweep(melati, by=oka)
    start = threading.Barrier(2)

    def add(person):
        start.wait()
        for n in range(5):
            type(sweep).objects.get(pk=sweep.pk).add(by=person, mark=f"{person} {n}")
        connection.close()

    in_threads(add, oka, sari)
    rows = list(sweep.people.values_list("serial", "number"))
    assert [serial for serial, _ in rows] == list(range(1, 11))
    assert len({number for _, number in rows}) == 10


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_people_who_admit_the_same_row_at_once_make_one_stay(melati, oka, sari):
    sweep = make_sweep(melati, by=oka, marks=["Satu", "Dua"])
    chosen = list(sweep.people.values_list("pk", flat=True))
    start, told = threading.Barrier(2), []

    def admit(person):
        mine = type(sweep).objects.get(pk=sweep.pk)
        start.wait()
        told.extend(refusal for _, refusal in admit_chosen(mine, chosen, by=person))
        connection.close()

    in_threads(admit, oka, sari)
    assert (told, melati.stays.count(), Client.objects.count()) == ([""] * 4, 2, 2)


def in_threads(act, *people):
    threads = [threading.Thread(target=act, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
