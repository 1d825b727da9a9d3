import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from cases.models import Category
from reports.figures.recap import recap
from tests.factories import make_client, make_day, make_ended_stay, make_service, make_stay, reason

FIRST, LAST = date(2026, 2, 1), date(2026, 2, 28)


def feb(day):
    return date(2026, 2, day)


def of_february(shelter):
    return recap(shelter, FIRST, LAST).as_json()


def movements(shelter, first=FIRST, last=LAST):
    figures = recap(shelter, first, last)
    return figures.opening, figures.arrivals, figures.departures, figures.closing


def test_the_keys_are_those_that_were_agreed(today, melati):
    assert list(of_february(melati)) == [
        "opening", "in", "out", "closing", "persons", "nights", "nights_away", "day_services", "by_month",
        "by_category", "by_sex", "by_source", "by_exit", "by_destination",
    ]  # fmt: skip


def test_movements_of_a_month_both_dates_inclusive(today, melati, kenanga, sari):
    make_stay(melati, by=sari, entered_on=date(2026, 1, 31))
    make_ended_stay(melati, date(2026, 1, 5), feb(1), by=sari)  # still there on the eve of February
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 31), by=sari)
    make_stay(melati, by=sari, entered_on=feb(1))
    make_stay(melati, by=sari, entered_on=feb(28))
    make_ended_stay(melati, feb(3), feb(28), by=sari)
    make_ended_stay(melati, feb(4), date(2026, 3, 1), by=sari)
    make_stay(melati, by=sari, entered_on=date(2026, 3, 1))
    make_stay(kenanga, by=sari, entered_on=feb(2))
    make_stay(melati, by=sari, entered_on=feb(2)).cancel(by=sari, reason="Salah catat")
    assert movements(melati) == (2, 4, 2, 4)
    assert movements(melati, date(2026, 3, 1), date(2026, 3, 31))[0] == 4


def test_a_run_away_who_comes_back_within_the_stay_is_no_arrival(today, melati, sari):
    """Scenario 9: in on 5 February, missing on the 7th and 8th, back on the 9th, out on the 12th."""
    stay = make_ended_stay(melati, feb(5), feb(12), by=sari)
    make_day(stay, feb(7), "kabur")
    make_day(stay, feb(8), "kabur")
    make_day(stay, feb(9), "hadir")
    make_day(stay, feb(12), "izin")  # the day of leaving is no night
    figures = of_february(melati)
    assert (figures["nights"], figures["nights_away"], figures["in"], figures["out"]) == (5, 2, 1, 1)


def test_in_and_out_on_one_day_is_a_day_service_and_no_night(today, melati, sari):
    make_ended_stay(melati, feb(5), feb(5), by=sari)
    figures = of_february(melati)
    assert (figures["day_services"], figures["nights"], figures["persons"]) == (1, 0, 1)
    assert movements(melati) == (0, 1, 1, 0)


def test_a_same_day_move_to_another_shelter_counts_each_night_once(today, melati, kenanga, sari, person):
    make_ended_stay(melati, feb(1), feb(10), by=sari, client=person)
    make_stay(kenanga, by=sari, client=person, entered_on=feb(10))
    assert (of_february(melati)["nights"], of_february(kenanga)["nights"]) == (9, 19)


def test_persons_are_those_with_a_night_a_day_service_or_a_recorded_service(today, melati, sari, person):
    first = make_ended_stay(melati, feb(1), feb(3), by=sari, client=person)
    make_stay(melati, by=sari, client=person, entered_on=feb(3))  # the same person once more
    make_service(first, "food", feb(2))
    away = make_stay(melati, by=sari, entered_on=feb(27))
    make_day(away, feb(27), "rs")
    make_day(away, feb(28), "rs")
    assert of_february(melati)["persons"] == 1
    make_service(away, "health_supplies", feb(28))
    left = make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 20), by=sari)
    assert of_february(melati)["persons"] == 2
    make_service(left, "family_tracing", feb(15))  # after-care
    assert of_february(melati)["persons"] == 3


def test_nights_that_have_not_come_are_not_counted(today, melati, sari):
    make_stay(melati, by=sari, entered_on=date(2026, 3, 10))
    figures = recap(melati, date(2026, 3, 1), date(2026, 3, 31))
    assert (figures.nights, figures.closing) == (7, 1)


def test_breakdowns_of_arrivals_and_departures(today, melati, sari):
    local = Category.objects.create(
        slug="pengamen", name="Pengamen", maps_to=Category.objects.get(slug="11"), position=600
    )
    make_stay(melati, by=sari, entered_on=feb(2), category=local, client=make_client(sex="L"))
    make_stay(melati, by=sari, entered_on=feb(2), category=None, source=None, client=make_client(sex="P"))
    make_ended_stay(melati, date(2026, 1, 9), feb(2), by=sari, reason_slug="kabur")
    stay = make_stay(melati, by=sari, entered_on=feb(3))
    stay.discharge(by=sari, on=feb(9), reason=reason("reunifikasi"), destination=" Rumah kakak di Kedu ")
    figures = recap(melati, date(2026, 1, 10), LAST).as_json()
    assert {name: value for name, value in figures.items() if name.startswith("by_")} == {
        "by_month": {"2026-01": 0, "2026-02": 3},
        "by_category": {"Belum dicatat": 1, "Gelandangan": 1, "Pengamen": 1},
        "by_sex": {"L": 1, "P": 1, "Tidak diketahui": 1},
        "by_source": {"Satpol PP": 2, "Belum dicatat": 1},
        "by_exit": {"Melarikan diri": 1, "Reunifikasi keluarga": 1},
        "by_destination": {"Belum dicatat": 1, "Rumah kakak di Kedu": 1},
    }


def test_a_recap_takes_few_queries_however_many_rows(today, melati, sari, django_assert_num_queries):
    for _ in range(3):
        make_service(make_stay(melati, by=sari, entered_on=feb(2)), "food", feb(2))
    with django_assert_num_queries(3):
        recap(melati, FIRST, LAST)


def run(*arguments):
    out = StringIO()
    call_command("recap", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_prints_json(today, melati, sari):
    make_stay(melati, by=sari, entered_on=feb(2))
    printed = run("melati", "2026-02-01", "2026-02-28", "--json")
    assert json.loads(printed) == of_february(melati)
    assert json.loads(printed)["in"] == 1


def test_the_command_prints_a_table(today, melati, sari):
    make_stay(melati, by=sari, entered_on=feb(2), client=make_client(sex="P"))
    lines = [" ".join(line.split()) for line in run("melati", "2026-02-01", "2026-02-28").splitlines()]
    assert lines[:8] == [
        "Keadaan awal 0", "Masuk 1", "Keluar 0", "Keadaan akhir 1", "Orang yang dilayani 1",
        "Malam di panti 27", "Malam tidak di panti 0", "Layanan harian tanpa menginap 0",
    ]  # fmt: skip
    assert "Perempuan 1" in lines


@pytest.mark.parametrize(
    "arguments, words",
    [
        (("mawar", "2026-02-01", "2026-02-28"), "Panti “mawar” tidak ada. Yang ada: melati."),
        (("melati", "2026-02-30", "2026-03-01"), "“2026-02-30” bukan tanggal."),
        (("melati", "2026-02-01", "20260228"), "“20260228” bukan tanggal."),
        (("melati", "2026-02-02", "2026-02-01"), "Tanggal DARI tidak boleh sesudah tanggal SAMPAI."),
    ],
)
def test_the_command_says_what_is_wrong(today, melati, arguments, words):
    with pytest.raises(CommandError, match=words):
        run(*arguments)
