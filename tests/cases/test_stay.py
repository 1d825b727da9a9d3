import threading
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from cases.models import AuditEvent, Client, Stay
from tests.factories import make_client, make_stay, reason


def test_discharge_ends_the_stay_and_leaves_a_trace(today, sari, budi, stay):
    stay.discharge(by=budi, on=date(2026, 3, 10), reason=reason("reunifikasi"), destination="Adik")
    stay.refresh_from_db()
    assert (stay.status, stay.ended_on, stay.destination) == ("discharged", date(2026, 3, 10), "Adik")
    assert (stay.discharged_by, stay.nights) == (budi, 8)
    last = AuditEvent.objects.first()
    assert (last.action, last.actor_name, last.shelter_id) == ("stay.discharged", "Budi", stay.shelter_id)


@pytest.mark.parametrize(
    "day, words",
    [
        (date(2026, 3, 1), "Tanggal keluar tidak boleh sebelum tanggal masuk."),
        (date(2026, 3, 17), "Tanggal keluar belum tiba."),
    ],
)
def test_discharge_on_an_impossible_day_is_refused(today, budi, stay, day, words):
    with pytest.raises(ValidationError, match=words):
        stay.discharge(by=budi, on=day, reason=reason("reunifikasi"))
    stay.refresh_from_db()
    assert stay.status == "resident"


def test_a_second_discharge_is_refused_politely(today, budi, stay):
    same = Stay.objects.get(pk=stay.pk)
    stay.discharge(by=budi, on=date(2026, 3, 10), reason=reason("kabur"))
    with pytest.raises(ValidationError, match="tidak dapat menjadi"):
        same.discharge(by=budi, on=date(2026, 3, 11), reason=reason("reunifikasi"))
    same.refresh_from_db()
    assert same.exit_reason == reason("kabur")


@pytest.mark.parametrize(
    "first, second, fits",
    [
        (("2026-01-05", "2026-01-10"), ("2026-01-10", "2026-01-12"), True),  # out in the morning, in at night
        (("2026-01-05", "2026-01-10"), ("2026-01-09", "2026-01-12"), False),
        (("2026-01-05", "2026-01-10"), ("2026-01-07", "2026-01-07"), False),  # a day visit inside a stay
        (("2026-01-07", "2026-01-07"), ("2026-01-05", "2026-01-10"), False),
        (("2026-01-05", "2026-01-05"), ("2026-01-05", "2026-01-09"), True),  # in and out, then elsewhere
        (("2026-01-05", None), ("2026-02-01", "2026-02-03"), False),
    ],
)
def test_stays_of_one_client_do_not_overlap(today, sari, melati, kenanga, person, first, second, fits):
    def enter(shelter, span):
        start, end = (day and date.fromisoformat(day) for day in span)
        stay = Stay(client=person, shelter=shelter, entered_on=start, ended_on=end, register_number=str(start))
        if end:
            stay.status, stay.exit_reason = Stay.Status.DISCHARGED, reason("reunifikasi")
        stay.full_clean()
        stay.save()

    enter(melati, first)
    if fits:
        enter(kenanga, second)
    else:
        with pytest.raises(ValidationError, match="Klien masih tercatat tinggal"), transaction.atomic():
            enter(kenanga, second)
    assert Stay.objects.filter(client=person).count() == 1 + fits


def test_the_database_itself_refuses_an_overlap(today, sari, melati, kenanga, person):
    make_stay(melati, by=sari, client=person)
    with pytest.raises(IntegrityError, match="stay_no_overlap_per_client"):
        with transaction.atomic():
            Stay.objects.create(client=person, shelter=kenanga, register_number="X1", entered_on=date(2026, 2, 1))


def test_a_stay_entered_by_mistake_counts_nowhere_and_makes_room(today, sari, melati, kenanga, person):
    wrong = make_stay(melati, by=sari, client=person)
    wrong.cancel(by=sari, reason="Salah orang")
    make_stay(kenanga, by=sari, client=person)
    assert list(Stay.objects.kept().values_list("shelter__slug", flat=True)) == ["kenanga"]


def test_a_full_house_takes_in_and_says_so(today, sari, melati):
    melati.capacity = 1
    melati.save()
    first, second = (make_stay(melati, by=sari, client=make_client(name)) for name in ("Satu", "Dua"))
    assert (first.over_capacity, second.over_capacity) == (False, True)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_people_discharging_one_client_give_one_success_and_one_refusal(today, sari, budi, stay):
    outcomes, ready = [], threading.Barrier(2)

    def discharge(person, slug):
        try:
            mine = Stay.objects.get(pk=stay.pk)
            ready.wait()
            mine.discharge(by=person, on=date(2026, 3, 10), reason=reason(slug))
            outcomes.append("done")
        except ValidationError as error:
            outcomes.append(error.messages[0].split("”")[0])
        finally:
            connection.close()

    threads = [threading.Thread(target=discharge, args=pair) for pair in ((sari, "kabur"), (budi, "reunifikasi"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["Status “Sudah keluar", "done"]
    assert AuditEvent.objects.filter(action="stay.discharged").count() == 1


def test_a_client_needs_something_to_be_called_by(db):
    with pytest.raises(IntegrityError, match="client_can_be_called_something"):
        with transaction.atomic():
            Client.objects.create(number="UJI-1")


@pytest.mark.parametrize(
    "words", ["Soekina", "sukinah", "mbok nah", "Sukina", "Sukinnah", "3404995708610001", "610001"]
)
def test_search_forgives_spelling_and_takes_numbers(db, words):
    sukinah = make_client("Sukinah", aliases=["Mbok Nah"], nik="3404995708610001", nik_status="valid")
    make_client("Bambang", nik="3404991708850002", nik_status="valid")
    assert Client.objects.matching(words).first() == sukinah
    assert "Bambang" not in [found.name for found in Client.objects.matching(words)]
