"""Each rule of the Minimum Service Standard by an example, on the catalogue that an installation begins with."""

from datetime import date

import pytest

from cases.models import Client, ServiceRule
from reports.month import Month
from reports.spm.month import spm_month
from tests.factories import make_client, make_day, make_ended_stay, make_need, make_service, make_shelter, make_stay

FEBRUARY, MARCH = Month(2026, 2), Month(2026, 3)


def feb(day):
    return date(2026, 2, day)


@pytest.fixture
def panti(today, sari):
    """A provincial home; its February is over."""
    return make_shelter("wreda", level="provinsi", name="Panti Wreda")


def resident(shelter, sari, entered_on=FEBRUARY.first, ended_on=None, type_code="PROV_ELDERLY", **values):
    values["service_type_id"] = type_code
    if ended_on:
        return make_ended_stay(shelter, entered_on, ended_on, by=sari, **values)
    return make_stay(shelter, by=sari, entered_on=entered_on, **values)


def figures(shelter, month=FEBRUARY, type_code="PROV_ELDERLY"):
    """(in scope, served, {service: (needed, fulfilled)}) as numbers, services that nobody needs left out."""
    for line in spm_month(shelter, month).as_json()["types"]:
        if line["type"] == type_code:
            services = {s["slug"]: (s["needed"], s["fulfilled"]) for s in line["services"] if s["needed"]}
            return line["in_scope"], line["served"], services


def service_of(shelter, slug, month=FEBRUARY, type_code="PROV_ELDERLY"):
    return figures(shelter, month, type_code)[2].get(slug)


def feed(stay, days, quantity=3):
    for day in days:
        make_service(stay, "food", day, quantity)


def give_everything(stay):
    feed(stay, [feb(day) for day in range(1, 29)])
    make_service(stay, "clothing", feb(3))
    make_service(stay, "health_supplies", feb(9))
    for day in (2, 9, 16, 23):
        make_service(stay, "guidance", feb(day))


def test_a_resident_is_served_when_every_needed_service_is_fulfilled(panti, sari):
    give_everything(resident(panti, sari))
    resident(panti, sari)
    assert figures(panti) == (
        2, 1,
        {
            "food": (2, 1), "clothing": (2, 1), "dormitory": (2, 2), "health_supplies": (2, 1),
            "guidance": (2, 1),
        },
    )  # fmt: skip


def test_every_type_of_the_shelters_level_is_shown_even_without_people(panti, melati):
    types = [line["type"] for line in spm_month(panti, FEBRUARY).as_json()["types"]]
    assert types == ["PROV_DISABILITY", "PROV_CHILD", "PROV_ELDERLY", "PROV_GEPENG"]
    assert {figures.percent for figures in spm_month(melati, FEBRUARY).types} == {None}
    assert [len(line["services"]) for line in spm_month(panti, FEBRUARY).as_json()["types"]] == [12, 13, 11, 11]


def test_who_is_in_scope(panti, sari, melati):
    resident(panti, sari)
    resident(panti, sari, neglect="confirmed")
    resident(panti, sari, neglect="contradicted")
    resident(panti, sari, client=make_client(citizenship=Client.Citizenship.WNA))
    resident(panti, sari, type_code=None)
    resident(panti, sari, type_code="PROV_CHILD")
    resident(melati, sari)
    resident(panti, sari, entered_on=date(2026, 3, 1))
    resident(panti, sari, entered_on=date(2026, 1, 20), ended_on=feb(1))  # left on the first day: no night
    resident(panti, sari, entered_on=feb(28))
    resident(panti, sari, entered_on=feb(5), ended_on=feb(5))  # a day service
    resident(panti, sari).cancel(by=sari, reason="Salah catat")
    away = resident(panti, sari, entered_on=feb(26))
    for day in (26, 27, 28):
        make_day(away, feb(day), "kabur")
    assert figures(panti)[0] == 4
    assert figures(panti, type_code="PROV_CHILD")[0] == 1


def test_a_person_with_several_stays_counts_once_with_everything_together(panti, sari):
    first = resident(panti, sari, ended_on=feb(10))
    second = resident(panti, sari, entered_on=feb(10), client=first.client)
    feed(first, [feb(day) for day in range(1, 10)])
    feed(second, [feb(day) for day in range(10, 29)])
    make_service(first, "clothing", feb(2))
    for stay, day in ((first, 2), (first, 9), (second, 16), (second, 23)):
        make_service(stay, "guidance", feb(day))
    make_service(second, "health_supplies", feb(20))
    assert figures(panti)[:2] == (1, 1)


@pytest.mark.parametrize(
    "short_day, portions, fulfilled",
    [(10, 2, 0), (10, 0, 0), (1, 1, 1), (1, 0, 0), (28, 2, 0), (10, 3, 1)],
)
def test_daily_asks_for_the_quantity_on_each_present_day_and_for_one_on_arrival(
    panti, sari, short_day, portions, fulfilled
):
    stay = resident(panti, sari)
    feed(stay, [feb(day) for day in range(1, 29) if day != short_day])
    for _ in range(portions):  # each meal its own record: quantities add up
        make_service(stay, "food", feb(short_day))
    assert service_of(panti, "food") == (1, fulfilled)


def test_daily_asks_nothing_on_days_away_and_on_the_day_of_leaving(panti, sari):
    stay = resident(panti, sari, ended_on=feb(5))
    make_day(stay, feb(3), "rs")
    feed(stay, [feb(1), feb(2), feb(4)])
    assert service_of(panti, "food") == (1, 1)


def test_first_days_limit_what_is_needed(today, melati, sari):
    stay = resident(melati, sari, entered_on=date(2026, 1, 28), type_code="REG_GEPENG")
    feed(stay, [feb(1), feb(2), feb(3)])  # 3 February is the seventh day
    assert service_of(melati, "food", type_code="REG_GEPENG") == (1, 1)
    resident(melati, sari, entered_on=date(2026, 1, 20), type_code="REG_GEPENG")
    assert service_of(melati, "food", type_code="REG_GEPENG") == (1, 1)
    assert figures(melati, type_code="REG_GEPENG")[0] == 2


@pytest.mark.parametrize(
    "entered, given, fulfilled",
    [(1, 4, 1), (1, 3, 0), (15, 2, 1), (15, 1, 0), (14, 2, 0), (14, 3, 1), (28, 0, 0), (28, 1, 1)],
)
def test_monthly_is_in_proportion_to_the_present_days_rounded_up(panti, sari, entered, given, fulfilled):
    stay = resident(panti, sari, entered_on=feb(entered))
    for _ in range(given):
        make_service(stay, "guidance", feb(28))
    assert service_of(panti, "guidance") == (1, fulfilled)


def test_monthly_counts_records_not_quantities(panti, sari):
    make_service(resident(panti, sari), "guidance", feb(2), quantity=9)
    assert service_of(panti, "guidance") == (1, 0)


@pytest.mark.parametrize(
    "given_on, fulfilled",
    [(date(2025, 12, 5), 0), (date(2026, 1, 10), 1), (feb(28), 1), (date(2026, 3, 1), 0)],
)
def test_once_is_given_between_the_start_of_the_stay_and_the_end_of_the_month(panti, sari, given_on, fulfilled):
    make_service(resident(panti, sari, entered_on=date(2026, 1, 10)), "clothing", given_on)
    assert service_of(panti, "clothing") == (1, fulfilled)


def test_once_is_asked_anew_when_the_person_comes_back(panti, sari):
    old = resident(panti, sari, entered_on=date(2026, 1, 5), ended_on=date(2026, 1, 20))
    make_service(old, "clothing", date(2026, 1, 6))
    resident(panti, sari, entered_on=feb(2), client=old.client)
    assert service_of(panti, "clothing", Month(2026, 1)) == (1, 1)
    assert service_of(panti, "clothing") == (1, 0)


def test_a_stay_that_ends_on_the_first_of_the_month_still_gives_what_was_given_then(panti, sari):
    """In by another door on the same day: the breakfast before and the supper after belong together."""
    old = resident(panti, sari, entered_on=date(2026, 1, 5), ended_on=feb(1))
    resident(panti, sari, entered_on=feb(1), ended_on=feb(2), client=old.client)
    ServiceRule.objects.filter(service="food").update(quantity=1)
    make_service(old, "food", feb(1))
    make_service(old, "clothing", date(2026, 1, 6))
    services = figures(panti)[2]
    assert (services["food"], services["clothing"]) == ((1, 1), (1, 1))


def test_an_earlier_record_read_for_once_is_not_counted_twice(panti, sari):
    """Guidance owed once by one type and four times a month by another: each record of the month is one."""
    ServiceRule.objects.filter(service="guidance", service_type="PROV_CHILD").update(rule="once", quantity=1)
    stay = resident(panti, sari)
    for day in (2, 9, 16):
        make_service(stay, "guidance", feb(day))
    assert service_of(panti, "guidance") == (1, 0)


NEEDED = {  # opened, closed, reason: (needed, fulfilled) in February for a resident of 3 to 20 February
    (feb(20), None, ""): None,  # no present day any more
    (feb(19), None, ""): (1, 0),
    (date(2026, 1, 1), None, ""): (1, 0),
    (date(2026, 1, 1), feb(2), "terpenuhi"): None,
    (date(2026, 1, 1), feb(3), "terpenuhi"): (1, 1),
    (feb(3), feb(28), "terpenuhi"): (1, 1),
    (feb(3), date(2026, 3, 1), "terpenuhi"): (1, 0),
    (feb(3), feb(28), "ditolak"): None,
    (feb(3), feb(4), "tidak diperlukan"): None,
    (feb(3), date(2026, 3, 1), "ditolak"): (1, 0),
}


@pytest.mark.parametrize("need", NEEDED)
def test_an_assessed_service_is_needed_as_the_last_day_of_the_month_knows_it(panti, sari, need):
    make_need(resident(panti, sari, entered_on=feb(3), ended_on=feb(20)), "civil_documents", *need)
    assert service_of(panti, "civil_documents") == NEEDED[need]


def test_process_is_fulfilled_by_a_step_in_the_month(panti, sari):
    stay = resident(panti, sari, entered_on=date(2026, 1, 5))
    make_need(stay, "family_tracing", date(2026, 1, 6))
    make_service(stay, "family_tracing", date(2026, 1, 7))
    assert service_of(panti, "family_tracing") == (1, 0)
    make_service(stay, "family_tracing", feb(28))
    assert service_of(panti, "family_tracing") == (1, 1)


def test_an_older_fulfilled_need_does_not_answer_a_new_one(panti, sari):
    stay = resident(panti, sari, entered_on=date(2026, 1, 5))
    make_need(stay, "family_tracing", date(2026, 1, 6), date(2026, 1, 9), "terpenuhi")
    make_need(stay, "family_tracing", date(2026, 1, 20))
    assert service_of(panti, "family_tracing") == (1, 0)


def test_a_service_outside_the_types_catalogue_is_not_needed(panti, sari):
    make_need(resident(panti, sari), "repatriation", feb(1))
    assert service_of(panti, "repatriation") is None


def change_rule(slug, on, **values):
    old = ServiceRule.objects.get(service_type="PROV_ELDERLY", service=slug)
    fields = {name: getattr(old, name) for name in ("service_type", "service", "needed_by", "rule", "source")}
    old.valid_to = date.fromordinal(on.toordinal() - 1)
    old.save()
    return ServiceRule.objects.create(**fields, valid_from=on, **values)


@pytest.mark.parametrize("second_half, last_day_of_old, fulfilled", [(2, 3, 1), (1, 3, 0), (3, 3, 1), (2, 2, 0)])
def test_a_day_is_judged_by_the_rule_in_force_on_it(panti, sari, second_half, last_day_of_old, fulfilled):
    change_rule("food", feb(15), quantity=2)
    stay = resident(panti, sari)
    feed(stay, [feb(day) for day in range(1, 14)])
    feed(stay, [feb(14)], last_day_of_old)
    feed(stay, [feb(day) for day in range(15, 29)], second_half)
    assert service_of(panti, "food") == (1, fulfilled)


@pytest.mark.parametrize("given, fulfilled", [(3, 0), (4, 1)])
def test_a_monthly_rule_that_changes_asks_in_proportion_for_each_part(panti, sari, given, fulfilled):
    change_rule("guidance", feb(15), quantity=3)  # 4 × 14 ÷ 28 + 3 × 14 ÷ 28 = 3,5
    stay = resident(panti, sari)
    for _ in range(given):
        make_service(stay, "guidance", feb(20))
    assert service_of(panti, "guidance") == (1, fulfilled)


def test_a_rule_that_ended_before_anyone_was_present_asks_for_nothing(panti, sari):
    ServiceRule.objects.filter(service_type="PROV_ELDERLY", service="clothing").update(valid_to=feb(9))
    resident(panti, sari, entered_on=feb(10))
    assert service_of(panti, "clothing") is None
    resident(panti, sari, entered_on=feb(9))
    assert service_of(panti, "clothing") == (1, 0)


def test_in_a_month_that_is_not_over_days_count_up_to_today(panti, sari):
    stay = resident(panti, sari, entered_on=date(2026, 3, 2))
    feed(stay, [date(2026, 3, day) for day in range(2, 17)])
    for _ in range(2):  # 4 × 15 ÷ 31, rounded up
        make_service(stay, "guidance", date(2026, 3, 5))
    services = figures(panti, MARCH)[2]
    assert (services["food"], services["guidance"]) == ((1, 1), (1, 1))
    assert spm_month(panti, MARCH).is_provisional
    assert not spm_month(panti, FEBRUARY).is_provisional
    assert figures(panti, Month(2026, 4))[0] == 0


def test_the_report_knows_who_is_behind_each_figure(panti, sari):
    served, waiting = resident(panti, sari), resident(panti, sari)
    give_everything(served)
    elderly = spm_month(panti, FEBRUARY).types[2]
    assert elderly.in_scope == (served.client_id, waiting.client_id)
    assert (elderly.served, elderly.unserved) == ((served.client_id,), (waiting.client_id,))
    food = elderly.services[0]
    assert (food.needed, food.fulfilled) == (elderly.in_scope, elderly.served)


def test_a_report_takes_few_queries_however_many_rows(panti, sari, django_assert_num_queries):
    for _ in range(3):
        give_everything(resident(panti, sari))
    with django_assert_num_queries(4):
        spm_month(panti, FEBRUARY)


def test_a_rule_that_changed_is_told_with_its_dates(panti):
    change_rule("food", feb(15), quantity=2)
    food = spm_month(panti, FEBRUARY).types[2].services[0]
    assert food.in_words == (
        "3 porsi setiap hari hadir (sejak 1 Januari 2018 s.d. 14 Februari 2026); "
        "2 porsi setiap hari hadir (sejak 15 Februari 2026)"
    )
