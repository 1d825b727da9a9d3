"""The dashboards: right figures for a small world, and no more queries for more shelters."""

from datetime import date

import pytest

from cases.models import ServiceRule
from reports.dashboard.board import boards
from reports.dashboard.occupancy import nights
from reports.dashboard.raising import raises
from reports.models import MonthReport
from reports.month import Month
from reports.spm.month import spm_month
from tests.factories import make_day, make_ended_stay, make_need, make_service, make_shelter, make_stay
from tests.reports.months import FEBRUARY, make_month, sign

MARCH = Month(2026, 3)


@pytest.fixture
def guidance_and_clothes_only(melati):
    """A catalogue of two services for one type, so that what is lacking can be counted by hand."""
    ServiceRule.objects.filter(service_type="REG_GEPENG").exclude(service__in=["guidance", "data_complaint"]).delete()


def gepeng(shelter, by, *given):
    stay = make_stay(shelter, by=by, entered_on=date(2026, 3, 2), service_type_id="REG_GEPENG", neglect="confirmed")
    for slug in given:
        make_service(stay, slug, date(2026, 3, 3))
    return stay


@pytest.fixture
def world(today, melati, sari, guidance_and_clothes_only):
    """One is served; three lack only guidance; one lacks only the complaint service; two lack both."""
    return [
        gepeng(melati, sari, *given)
        for given in [("guidance", "data_complaint"), *[("data_complaint",)] * 3, ("guidance",), (), ()]
    ]


def test_what_would_raise_most_counts_people_who_lack_one_service_alone(world, melati):
    found = raises(spm_month(melati, MARCH))
    assert [(one.slug, one.gain) for one in found] == [("guidance", 3), ("data_complaint", 1)]


def test_giving_the_one_service_raises_the_figure_by_what_was_said(world, melati):
    before = len(spm_month(melati, MARCH).of_type("REG_GEPENG").served)
    for stay in world[1:4]:
        make_service(stay, "guidance", date(2026, 3, 4))
    after = len(spm_month(melati, MARCH).of_type("REG_GEPENG").served)
    assert (before, after) == (1, 4)


def test_the_page_of_the_head_links_to_the_people_behind_the_gain(world, client, budi):
    client.force_login(budi)
    page = client.get("/dasbor/", follow=True)
    assert page.redirect_chain[-1][0] == "/dasbor/melati/"
    text = page.content.decode()
    assert "+3 orang" in text
    assert "?jenis=REG_GEPENG&amp;layanan=guidance&amp;hasil=kurang" in text
    assert str(world[0].client) not in text
    people = client.get("/spm/melati/2026/3/orang/?jenis=REG_GEPENG&layanan=guidance&hasil=kurang")
    assert people.status_code == 200


def test_the_nights_tell_who_is_here_away_came_and_left(today, melati, kenanga, sari):
    stay = make_stay(melati, by=sari, entered_on=date(2026, 3, 10))
    make_stay(melati, by=sari, entered_on=today)
    make_ended_stay(melati, date(2026, 3, 1), today, by=sari)
    make_ended_stay(melati, date(2026, 1, 1), date(2026, 1, 20), by=sari)
    make_stay(melati, by=sari, entered_on=date(2026, 3, 10), setting="outside")
    make_day(stay, today, "izin")
    found = nights([melati, kenanga])
    last = found[melati.pk][-1]
    assert (last.day, last.residents, last.away, last.present, last.came, last.left) == (today, 2, 1, 1, 1, 1)
    assert [night.residents for night in found[melati.pk][-8:]] == [1, 2, 2, 2, 2, 2, 2, 2]
    assert len(found[kenanga.pk]) == 30
    assert not any(night.residents for night in found[kenanga.pk])


def test_months_without_signature_and_what_is_late(today, melati, sari, budi):
    stays = make_month(melati, sari, Month(2026, 1))
    MonthReport.allow_gaps(melati, FEBRUARY, by=budi, reason="Hari belum dicatat")
    sign(melati, FEBRUARY, worker=sari, head=budi)
    make_need(stays[0], "clothing", date(2026, 2, 1)).__class__.objects.update(due_on=date(2026, 3, 1))
    [board] = boards([melati])
    assert board.unsigned == [Month(2026, 1)]
    assert ("Kebutuhan lewat tenggat", 1) in [(late.words, late.count) for late in board.overdue]


def test_an_empty_house_has_a_page(today, client, citra):
    client.force_login(citra)
    text = client.get("/dasbor/kenanga/").content.decode()
    assert "Belum ada sasaran bulan ini" in text
    assert "Semua bulan yang lewat sudah ditandatangani" in text


def test_the_department_sees_all_shelters_without_names(world, kenanga, client, dewi):
    client.force_login(dewi)
    text = client.get("/dasbor/").content.decode()
    assert "Panti Kenanga" in text
    assert "Rumah Singgah Melati" in text
    assert str(world[0].client) not in text
    assert text.count('role="img"') == 2
    assert client.get("/dasbor/melati/").status_code == 200


@pytest.mark.parametrize(("who", "status"), [("oka", 403), ("citra", 404), ("sari", 200), ("agus", 200)])
def test_who_may_see_the_page_of_a_shelter(who, status, request, today, melati, client):
    client.force_login(request.getfixturevalue(who))
    assert client.get("/dasbor/melati/").status_code == status


@pytest.mark.parametrize("count", [1, 9])
def test_queries_do_not_grow_with_shelters(count, today, melati, sari, client, dewi, django_assert_max_num_queries):
    for number in range(count):
        shelter = make_shelter(f"panti-{number}", name=f"Panti {number}", code=f"P{number:02}")
        make_stay(shelter, entered_on=date(2026, 3, 1), service_type_id="REG_GEPENG")
    client.force_login(dewi)
    with django_assert_max_num_queries(18):  # twelve questions; settings of the planner and savepoints of the test
        assert client.get("/dasbor/").status_code == 200
