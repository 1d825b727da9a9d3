"""Bad input and odd calendars: right figures, or a clear sentence."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from cases.models import ServiceRule
from reports.month import Month
from reports.spm.month import spm_month
from reports.spm.months import Question, spm_months
from tests.factories import make_client, make_day, make_ended_stay, make_service, make_shelter, make_stay

ELDERLY = "PROV_ELDERLY"


@pytest.fixture
def panti(today, sari):
    return make_shelter("wreda", level="provinsi", name="Panti Wreda")


def resident(shelter, sari, entered_on, ended_on=None, **values):
    values = {"service_type_id": ELDERLY} | values
    if ended_on:
        return make_ended_stay(shelter, entered_on, ended_on, by=sari, **values)
    return make_stay(shelter, by=sari, entered_on=entered_on, **values)


def figures(shelter, month, code=ELDERLY):
    return spm_month(shelter, month).of_type(code)


def service_of(shelter, month, slug):
    [line] = [line for line in figures(shelter, month).services if line.service.pk == slug]
    return len(line.needed), len(line.fulfilled)


def present_days(shelter, month):
    return sum((run.till - run.since).days + 1 for run in Question.of([shelter], [month]).runs())


def shown(client, user, url):
    client.force_login(user)
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_without_a_catalogue_nobody_is_said_to_be_served(client, panti, sari, dewi):
    ServiceRule.objects.filter(service_type=ELDERLY).delete()
    stay = resident(panti, sari, date(2026, 2, 2))
    found = figures(panti, Month(2026, 2))
    assert (found.in_scope, found.served, found.percent) == ((stay.client_id,), (), None)
    page = shown(client, dewi, reverse("reports:spm_month", args=["wreda", 2026, 2]))
    assert "kosong pada bulan ini, jadi belum dapat dinilai siapa yang terlayani" in page
    page = shown(client, dewi, reverse("reports:spm_people", args=["wreda", 2026, 2]))
    assert "Katalog jenis pelayanan ini kosong pada bulan ini" in page and "belum terlayani" in page
    ServiceRule.objects.all().delete()
    assert figures(panti, Month(2026, 2)).in_scope == (stay.client_id,)


def test_a_month_before_the_first_stay_says_that_nobody_was_there(client, panti, sari, dewi):
    resident(panti, sari, date(2026, 2, 2))
    assert {figures.in_scope for figures in spm_month(panti, Month(2025, 12)).types} == {()}
    page = shown(client, dewi, reverse("reports:spm_month", args=["wreda", 2025, 12]))
    assert "Tidak ada sasaran pada bulan ini" in page


@pytest.mark.parametrize("name", ["spm_people", "spm_month"])
@pytest.mark.parametrize("year, month", [(2026, 4), (2026, 13), (0, 1)])
def test_a_month_that_has_not_begun_has_no_page(client, panti, dewi, name, year, month):
    client.force_login(dewi)
    assert client.get(reverse(f"reports:{name}", args=["wreda", year, month])).status_code == 404


def test_nothing_asked_is_nothing_answered(panti, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):  # the catalogue, and no question
        assert spm_months([], [Month(2026, 2)]) == {}
        assert spm_months([panti], []) == {}


def test_the_twenty_ninth_of_february_is_a_day(panti, sari):
    with time_machine.travel("2024-03-16 03:00Z", tick=False):
        stay = resident(panti, sari, date(2024, 2, 1))
        for day in range(1, 29):
            make_service(stay, "food", date(2024, 2, day), 3)
        assert (present_days(panti, Month(2024, 2)), service_of(panti, Month(2024, 2), "food")) == (29, (1, 0))
        make_service(stay, "food", date(2024, 2, 29), 3)
        assert service_of(panti, Month(2024, 2), "food") == (1, 1)


def test_a_stay_across_new_year_counts_in_both_years(panti, sari):
    stay = resident(panti, sari, date(2025, 12, 20), date(2026, 1, 6))
    make_service(stay, "clothing", date(2025, 12, 21))
    months = [Month(2025, 12), Month(2026, 1)]
    found = spm_months([panti], months)
    assert [found[panti.pk, month].of_type(ELDERLY).in_scope for month in months] == [(stay.client_id,)] * 2
    assert [present_days(panti, month) for month in months] == [12, 5]
    assert [service_of(panti, month, "clothing") for month in months] == [(1, 1), (1, 1)]


def test_a_shelter_in_wita_has_its_own_midnight(sari, melati):
    """At 23.30 on the last of February in Jakarta it is March in Makassar already."""
    with time_machine.travel("2026-02-28 16:30Z", tick=False):
        east = make_shelter("makassar", level="provinsi", time_zone="Asia/Makassar")
        west = make_shelter("jakarta", level="provinsi")
        for place in (east, west):
            resident(place, sari, date(2026, 2, 1))
        months = [Month(2026, 2), Month(2026, 3)]
        found = spm_months([east, west], months)
        assert [present_days(east, month) for month in months] == [28, 1]
        assert [present_days(west, month) for month in months] == [28, 0]
        assert [found[place.pk, months[0]].is_provisional for place in (east, west)] == [False, True]


def test_a_type_set_right_in_mid_month_counts_the_whole_stay_once(panti, sari):
    stay = resident(panti, sari, date(2026, 2, 1))
    stay.service_type_id = "PROV_GEPENG"
    stay.save()
    assert figures(panti, Month(2026, 2)).in_scope == ()
    assert figures(panti, Month(2026, 2), "PROV_GEPENG").in_scope == (stay.client_id,)


def test_who_becomes_of_another_type_by_a_new_stay_counts_in_each_for_its_own_days(panti, sari):
    old = resident(panti, sari, date(2026, 2, 1), date(2026, 2, 10))
    resident(panti, sari, date(2026, 2, 10), client=old.client, service_type_id="PROV_GEPENG")
    assert [figures(panti, Month(2026, 2), code).in_scope for code in (ELDERLY, "PROV_GEPENG")] == [
        (old.client_id,)
    ] * 2
    days = {run.type: (run.till - run.since).days + 1 for run in Question.of([panti], [Month(2026, 2)]).runs()}
    assert days == {ELDERLY: 9, "PROV_GEPENG": 19}


def test_a_rule_that_changes_its_kind_in_mid_month_asks_for_both(panti, sari):
    """Clothing once until the 14th, monthly twice from the 15th: an item of January answers the first alone."""
    old = ServiceRule.objects.get(service_type=ELDERLY, service="clothing")
    new = ServiceRule(
        service_type=old.service_type, service=old.service, needed_by="everyone", rule="monthly", quantity=4,
        valid_from=date(2026, 2, 15), source="Contoh",
    )  # fmt: skip
    ServiceRule.settle(new, by=sari)
    stay = resident(panti, sari, date(2026, 1, 5))
    make_service(stay, "clothing", date(2026, 1, 6))
    assert service_of(panti, Month(2026, 2), "clothing") == (1, 0)
    for day in (16, 17):  # 4 × 14 ÷ 28
        make_service(stay, "clothing", date(2026, 2, day))
    assert service_of(panti, Month(2026, 2), "clothing") == (1, 1)


def test_a_visit_and_a_night_of_one_day_are_one_day(panti, sari):
    day = date(2026, 2, 5)
    visit = resident(panti, sari, day, day, client=make_client("Tamu"))
    night = resident(panti, sari, day, day + timedelta(days=3), client=visit.client)
    assert present_days(panti, Month(2026, 2)) == 3
    make_day(night, day, "izin")  # away that night, but there for the visit
    assert present_days(panti, Month(2026, 2)) == 3
