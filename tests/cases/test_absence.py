from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cases.models import Absence, AuditEvent, DayRecord, Letter, Stay
from tests.factories import make_absence, make_client, make_stay


def march(day):
    return date(2026, 3, day)


def away_until_today(stay):
    """The dates on which the stay has a record of absence, as far as they have come."""
    days = DayRecord.objects.filter(stay=stay, date__lte=stay.shelter.today()).exclude(presence="hadir")
    return [(day.date.day, day.presence) for day in days.order_by("date")]


def url(name, row):
    return reverse(f"cases:{name}", args=[row.pk])


def test_an_absence_writes_its_nights_until_the_return(stay, oka, today):
    away = make_absence(stay, by=oka, kind="kabur", left_on=march(7))
    assert away_until_today(stay) == [(day, "kabur") for day in range(7, 17)]
    away.return_(by=oka, on=march(9), at=time(18))
    assert away_until_today(stay) == [(7, "kabur"), (8, "kabur")]
    assert not DayRecord.objects.filter(date__gt=today).exists()
    assert [e.action for e in AuditEvent.objects.filter(action__startswith="absence")] == [
        "absence.returned", "absence.begun",
    ]  # fmt: skip


def test_nights_follow_when_dates_are_corrected_and_a_roll_call_of_one_day_stays(stay, oka, today):
    away = make_absence(stay, by=oka, kind="izin", left_on=march(7))
    DayRecord.objects.filter(stay=stay, date=march(9)).update(presence="hadir", absence=None)
    away.return_(by=oka, on=march(12))
    assert away_until_today(stay) == [(7, "izin"), (8, "izin"), (10, "izin"), (11, "izin")]
    away.correct(by=oka, left_on=march(6), kind="rs", returned_on=march(11))
    assert away_until_today(stay) == [(6, "rs"), (7, "rs"), (8, "rs"), (10, "rs")]


def test_going_and_coming_on_one_day_is_no_night_and_may_happen_again(stay, oka, today):
    for _ in range(2):
        make_absence(stay, by=oka, kind="izin", left_on=march(10)).return_(by=oka, on=march(10))
    assert away_until_today(stay) == []
    assert Absence.objects.filter(stay=stay).count() == 2


def test_two_absences_never_overlap(stay, oka, today):
    make_absence(stay, by=oka, kind="izin", left_on=march(7))
    with pytest.raises(ValidationError, match="sudah tercatat pergi"):
        make_absence(stay, by=oka, kind="rs", left_on=march(9))
    with pytest.raises(IntegrityError), transaction.atomic():
        Absence.objects.create(stay=stay, kind="rs", left_on=march(9), recorded_by=oka)


@pytest.mark.parametrize(
    "values",
    [
        {"returned_on": march(1)},
        {"returned_on": march(8)},  # without who and when
        {"return_recorded_at": datetime(2026, 3, 8, tzinfo=UTC)},
        {"expected_on": march(1)},
        {"returned_at": time(8)},
    ],
)
def test_the_database_refuses_what_cannot_be(stay, oka, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Absence.objects.create(stay=stay, kind="izin", left_on=march(7), recorded_by=oka, **values)


@pytest.mark.parametrize("left_on", [date(2026, 3, 1), date(2026, 3, 17)])
def test_only_within_the_stay_and_not_before_the_day_has_come(stay, oka, today, left_on):
    with pytest.raises(ValidationError, match="di luar masa tinggal"):
        make_absence(stay, by=oka, left_on=left_on)


def test_a_return_before_leaving_or_twice_is_refused(stay, oka, today):
    away = make_absence(stay, by=oka, kind="izin", left_on=march(7))
    for on in (march(6), march(17)):
        with pytest.raises(ValidationError, match="sebelum tanggal pergi, atau belum tiba"):
            Absence.objects.get().return_(by=oka, on=on)
        with pytest.raises(ValidationError, match="Kembalinya klien dicatat"):
            Absence.objects.get().correct(by=oka, returned_on=on)
    away.refresh_from_db()
    away.return_(by=oka, on=march(8))
    with pytest.raises(ValidationError, match="sudah tercatat kembali"):
        away.return_(by=oka, on=march(9))


def test_it_is_an_absconding_after_the_hours_of_the_shelter(stay, oka):
    away = Absence(stay=stay, kind="kabur", left_on=march(7), left_at=time(14), recorded_at=timezone.now())
    for moment, state in (((8, 6, 59), "Belum kembali"), ((8, 7, 0), "Pergi tanpa izin")):  # 14.00 WIB is 07.00 UTC
        with time_machine.travel(datetime(2026, 3, *moment, tzinfo=UTC)):
            assert away.state == state


def test_kabur_does_not_close_the_stay_and_is_proposed_after_the_days_of_the_shelter(stay, oka, budi, client, today):
    late = make_absence(stay, by=oka, kind="kabur", left_on=march(8))  # kept until 15 March
    other = make_stay(stay.shelter, by=oka, entered_on=march(1))
    waiting = make_absence(other, by=oka, kind="kabur", left_on=march(9))
    assert stay.is_resident
    assert list(Absence.objects.to_close()) == [late]
    with pytest.raises(ValidationError, match="belum dapat ditutup"):
        waiting.close_stay(by=budi)
    client.force_login(budi)
    page = client.get(reverse("cases:absence_list")).content.decode()
    assert "Usulan penutupan" in page and url("absence_close", late) in page
    client.post(url("absence_close", late))
    stay.refresh_from_db()
    assert (stay.status, stay.ended_on, stay.exit_reason.slug) == ("discharged", march(8), "kabur")
    assert away_until_today(stay) == []


def test_who_may_not_discharge_gets_no_proposals(stay, oka, client, today):
    make_absence(stay, by=oka, kind="kabur", left_on=march(3))
    client.force_login(oka)
    assert "Usulan penutupan" not in client.get(reverse("cases:absence_list")).content.decode()


def test_back_within_the_days_is_the_same_stay_later_a_new_one(stay, oka, client, today):
    away = make_absence(stay, by=oka, kind="kabur", left_on=march(5))
    client.force_login(oka)
    page = client.post(url("absence_return", away), {"on": "2026-03-16"}).content.decode()
    assert "Lebih dari 7 hari sesudah pergi" in page and "Tutup yang lama dan terima kembali" in page
    answer = client.post(url("absence_return", away), {"readmit": "1"})
    assert answer.url == reverse("cases:intake_return", args=[stay.client_id])
    stay.refresh_from_db()
    assert (stay.status, stay.ended_on) == ("discharged", march(5))


def test_a_return_within_the_days_continues_the_stay(stay, oka, client, today):
    away = make_absence(stay, by=oka, kind="kabur", left_on=march(12))
    client.force_login(oka)
    assert client.post(url("absence_return", away), {"on": "2026-03-16", "at": "18:00"}).url == stay.get_absolute_url()
    away.refresh_from_db()
    assert (away.returned_on, away.return_recorded_by, away.stay.is_resident) == (march(16), oka, True)


def test_an_officer_writes_a_leave_once_even_when_sent_twice(stay, oka, client, today):
    client.force_login(oka)
    page = client.get(url("absence_new", stay))
    form = {"key": page.context["form"]["key"].value(), "kind": "izin", "left_on": "2026-03-16",
            "expected_on": "2026-03-18", "reason": "Menengok adik"}  # fmt: skip
    for _ in range(2):
        assert client.post(url("absence_new", stay), form).url == stay.get_absolute_url()
    away = Absence.objects.get()
    assert (away.kind, away.expected_on, away.recorded_by) == ("izin", march(18), oka)
    assert away.state == "Izin"
    with time_machine.travel(datetime(2026, 3, 19, 3, tzinfo=UTC)):
        assert away.state == "Terlambat kembali"


def test_bad_input_keeps_what_was_typed(stay, oka, client, today):
    client.force_login(oka)
    key = client.get(url("absence_new", stay)).context["form"]["key"].value()
    form = {"key": key, "kind": "izin", "left_on": "2026-03-20", "reason": "Menengok adik"}
    page = client.post(url("absence_new", stay), form).content.decode()
    assert "Tanggal pergi di luar masa tinggal, atau belum tiba." in page and "Menengok adik" in page
    assert not Absence.objects.exists()


def test_who_is_away_is_one_page_of_few_queries(melati, oka, client, today, django_assert_max_num_queries):
    for number in range(30):
        make_absence(make_stay(melati, by=oka, client=make_client(f"Klien {number:02}")), by=oka, kind="rs",
                     left_on=march(10))  # fmt: skip
    client.force_login(oka)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("cases:absence_list")).content.decode()
    assert page.count("Dirawat di RS sejak") == 30


def test_nobody_else_sees_who_is_away(stay, oka, citra, client, today):
    make_absence(stay, by=oka, left_on=march(10))
    client.force_login(citra)
    assert "Suratmin" not in client.get(reverse("cases:absence_list")).content.decode()


def test_the_letter_says_how_to_know_the_person_and_nothing_of_health(stay, sari, client, today):
    person = stay.client
    person.description, person.health_note = "Tahi lalat di pipi kiri", "Skizofrenia, alergi udang"
    person.nik, person.nik_status = "3404990101560001", "valid"
    person.save()
    away = make_absence(stay, by=sari, kind="kabur", left_on=march(15), left_at=time(14))
    client.force_login(sari)
    page = client.get(url("absence_report", away))
    assert "Tahi lalat di pipi kiri" in page.content.decode()
    form = {"key": page.context["form"]["key"].value(), "to": "Kepala Kepolisian Sektor Temanggung",
            "city": "Temanggung", "last_seen": "gerbang belakang", "looks": "Tahi lalat di pipi kiri, baju merah",
            "search": "Sudah dicari di pasar."}  # fmt: skip
    for _ in range(2):
        client.post(url("absence_report", away), form)
    away.refresh_from_db()
    assert (Letter.objects.count(), away.letter.kind) == (1, "abscond")
    html = page_of(away)
    for words in ("400.9/001/MLT/2026", "Suratmin", "baju merah", "15 Maret 2026, pukul 14.00 WIB, di gerbang belakang",
                  "Kepala Kepolisian Sektor Temanggung", "Sudah dicari di pasar."):  # fmt: skip
        assert words in html
    for words in ("Skizofrenia", "3404990101560001", "Gelandangan"):
        assert words not in html
    assert client.get(url("absence_letter", away)).content[:5] == b"%PDF-"
    client.post(url("absence_police_number", away), {"police_number": "LP/12/III/2026"})
    assert Absence.objects.get().police_number == "LP/12/III/2026"


def page_of(away):
    from cases.absence_letter import absence_letter  # noqa: PLC0415  beside the only test that reads it

    return absence_letter(away, verification_url="https://balai.example/surat/x/").html()


def test_a_letter_is_only_for_absconding_and_only_once(stay, sari, client, today):
    away = make_absence(stay, by=sari, kind="izin", left_on=march(15))
    with pytest.raises(ValidationError, match="hanya untuk klien yang pergi tanpa izin"):
        away.write_report(by=sari, report={})
    client.force_login(sari)
    assert client.get(url("absence_letter", away)).status_code == 404


def test_open_absences_reach_ahead_and_are_carried_on(stay, oka, client, today):
    make_absence(stay, by=oka, kind="rs", left_on=march(10))
    with time_machine.travel(datetime(2026, 6, 20, 3, tzinfo=UTC)):
        before = DayRecord.objects.count()
        client.force_login(oka)
        client.post(reverse("cases:day_sheet", args=["melati", "2026-06-20"]), {})
        assert DayRecord.objects.count() > before
        assert DayRecord.objects.filter(date=date(2026, 9, 1), presence="rs").exists()


def test_abscondings_are_counted_for_the_next_intake(stay, oka, today):
    make_absence(stay, by=oka, kind="kabur", left_on=march(3)).return_(by=oka, on=march(4))
    make_absence(stay, by=oka, kind="kabur", left_on=march(5)).return_(by=oka, on=march(5))  # a tap by mistake
    make_absence(stay, by=oka, kind="izin", left_on=march(6)).return_(by=oka, on=march(8))
    make_absence(stay, by=oka, kind="kabur", left_on=march(10))
    assert Absence.objects.times_absconded(stay.client) == 2


def test_a_stay_that_ended_has_no_open_absence(stay, oka, sari, today):
    from tests.factories import reason  # noqa: PLC0415

    make_absence(stay, by=oka, kind="rs", left_on=march(10))
    stay.discharge(by=sari, on=march(15), reason=reason("meninggal"))
    assert not Absence.objects.open().exists()
    with pytest.raises(ValidationError, match="sudah tidak tinggal"):
        make_absence(Stay.objects.get(pk=stay.pk), by=oka, left_on=march(15) + timedelta(days=1))
