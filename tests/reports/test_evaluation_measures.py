"""Every figure of an evaluation is the figure of the page that it comes from."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from cases.models import Attendance, Incident, Stay
from reports.complaints.deadlines import Clock
from reports.complaints.figures import complaint_figures
from reports.contents.work import work
from reports.dashboard.occupancy import nights
from reports.evaluation.asked import Value
from reports.evaluation.measures import measures, read
from reports.figures.aftercare import STATES, aftercare_outcomes
from reports.figures.recap import recap
from reports.figures.referrals import referral_figures
from reports.lists.of_days import meal_days
from reports.models import Complaint, EvaluationPlan, StepLimit, Target
from reports.models.evaluation_indicator import YEAR
from reports.month import Month
from reports.monthly.figures import Reading
from reports.reach.outcomes import outcomes
from reports.reach.people import reach
from reports.reach.period import Span
from reports.reach.timeliness import timeliness
from reports.spm.index import percent, rounded
from reports.survey.trend import trend
from reports.yearly.report import year_report
from reports.yearly.shelter_year import shelter_year
from tests.factories import (
    make_client,
    make_day,
    make_ended_stay,
    make_paper,
    make_programme,
    make_service,
    make_session,
    make_shelter,
    make_stay,
)
from tests.referrals.factories import make_partner
from tests.reports.complaints import make_answered, make_complaint
from tests.reports.surveys import answer, make_period
from tests.reports.test_referral_figures import sent_on

SPANS = {1: Span.parse("2026-T1"), YEAR: Span.parse("2026")}
QUERIES = 33  # of all measures together
TODAY_Q1 = (1, YEAR)  # of 2026 only the first quarter has begun


@pytest.fixture
def house(today, melati, kenanga, sari, budi):
    """Two shelters with something of everything."""
    back = make_client("Kembali")
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 20), by=sari, client=back)
    make_stay(melati, by=sari, client=back, entered_on=date(2026, 2, 10))
    make_ended_stay(melati, date(2025, 12, 20), date(2026, 2, 3), by=sari)
    make_ended_stay(kenanga, date(2026, 1, 2), date(2026, 1, 2), by=sari, reason_slug="kabur")
    stay = make_stay(melati, by=sari, entered_on=date(2026, 3, 2), service_type_id="PROV_GEPENG")
    make_stay(kenanga, by=sari, entered_on=date(2026, 3, 10), setting=Stay.Setting.OUTSIDE)
    make_day(stay, date(2026, 3, 5), "izin")
    for day in (3, 4):
        make_service(stay, "food", date(2026, 3, day), 3)
    StepLimit.objects.all().delete()
    for step in StepLimit.Step:
        StepLimit.objects.create(step=step, amount=1, unit="working", valid_from=date(2020, 1, 1), source="SOP")
    return stay


def figures(shelter, *keys):
    plan = EvaluationPlan(shelter=shelter, year=2026)
    found = read(plan, set(keys) or set(measures()))
    return {key: {period: value.number for period, value in values.items()} for key, values in found.items()}


def places(melati, kenanga):
    """One shelter, and the department."""
    return [(melati, [melati]), (None, [kenanga, melati])]


def test_only_what_has_begun_has_a_figure(house, melati):
    found = figures(melati)
    assert {period for values in found.values() for period in values} == set(TODAY_Q1)
    assert read(EvaluationPlan(shelter=melati, year=2027), {"persons"}) == {}


def test_reach(house, melati, kenanga):
    for shelter, houses in places(melati, kenanga):
        found = figures(shelter, "persons", "arrivals")
        for period, span in SPANS.items():
            page = reach(houses, span, masked=False)
            assert (found["persons"][period], found["arrivals"][period]) == (page.persons, page.arrivals)
    assert found["persons"][1] == 5


def test_nights(house, melati, kenanga):
    for shelter, houses in places(melati, kenanga):
        found = figures(shelter, "nights")["nights"]
        for period, span in SPANS.items():
            assert found[period] == sum(recap(one, span.first, span.last).nights for one in houses) > 0


def test_occupancy_is_that_of_the_dashboard(today, melati, sari):
    make_stay(melati, by=sari, entered_on=date(2026, 3, 2))
    [days] = nights([melati]).values()
    slept = sum(night.residents for night in days)  # nobody was there before these thirty days
    passed = (today - date(2026, 1, 1)).days + 1
    assert slept == 15
    assert figures(melati, "occupancy")["occupancy"][1] == round(percent(slept, melati.capacity * passed) + 0, 1)


def test_outcomes(house, melati, kenanga):
    for shelter, houses in places(melati, kenanga):
        found = figures(shelter, "departures", "reunions", "median_stay", "returns_30", "returns_90")
        for period, span in SPANS.items():
            page = outcomes(houses, span, masked=False)
            assert found["departures"][period] == page.departures
            [reunions] = [line.count for line in page.reasons.lines if line.label == "Reunifikasi keluarga"]
            assert found["reunions"][period] == reunions == 2
            median = dict(page.ended.facts)["Median"].removesuffix(" malam").replace(",", ".")
            assert float(found["median_stay"][period]) == float(median)
            for days, lines in page.returns:
                if days in (30, 90):
                    assert found[f"returns_{days}"][period] == lines[-1].share
    assert figures(melati, "returns_30")["returns_30"][1] == 50


def test_timeliness(house, melati, kenanga):
    for shelter, houses in places(melati, kenanga):
        found = figures(shelter, *[f"step_{step.value}" for step in StepLimit.Step])
        for period, span in SPANS.items():
            for line in timeliness(houses, span, masked=False):
                assert found[f"step_{line.step.value}"][period] == line.share
    assert found["step_assessment"][1] == 0  # nobody was assessed, and all but the last are over their limit


def test_aftercare(house, melati, kenanga):
    found = figures(None, "aftercare_reached", "aftercare_well")
    for period, span in SPANS.items():
        rows = aftercare_outcomes([melati, kenanga], span.first, span.last, masked=False)
        whole = rows[0].counts[0] if rows else 0
        well = rows[0].counts[1 + list(STATES).index("well")] if rows else 0
        assert found["aftercare_well"][period] == (rounded(percent(well, whole)) if whole else None)


def test_referrals(house, melati, sari):
    sent_on(date(2026, 3, 10), house, make_partner(), sari)
    found = figures(melati, "referrals_sent", "referrals_accepted", "referrals_arrived")
    for period, span in SPANS.items():
        total = referral_figures([melati], span.first, span.last, masked=False).total
        asked, _, accepted, arrived, *_ = total.counts
        assert [found[key][period] for key in sorted(found)] == [accepted, arrived, asked]
    assert found["referrals_sent"][1] == 1


def test_the_work_of_the_month_reports(house, melati, kenanga, sari):
    paper = make_paper(house, sari)
    issued = {"status": "issued", "requested_on": date(2026, 3, 3), "decided_on": date(2026, 3, 9)}
    type(paper).objects.filter(pk=paper.pk).update(**issued, requested_by=sari, decided_by=sari)
    session = make_session(make_programme(melati), date(2026, 3, 12))
    other = Stay.objects.get(client__name="Kembali", status="resident")
    for stay in (house, other):
        given = make_service(stay, "basic_skills", session.on)
        Attendance.objects.create(session=session, stay=stay, service_record=given, recorded_by=sari)
    for day in (3, 9):
        at_day = timezone.make_aware(datetime(2026, 3, day, 8))
        Incident(shelter=melati, kind="injury", at=at_day, place="Aula", description="x").write(by=sari, people=[house])
    found = figures(None, "papers_issued", "sessions", "attendances", "incidents", "needs_fulfilled")
    lines = [line for shelter in (melati, kenanga) for number in (1, 2, 3)
             for part in work(Reading(shelter, Month(2026, number))) for line in part["lines"]]  # fmt: skip
    for key, values in found.items():
        assert values[1] == values[YEAR] == sum(line["value"] for line in lines if line["key"] == key)
    assert {key: values[1] for key, values in found.items()} == {
        "papers_issued": 1, "sessions": 1, "attendances": 2, "incidents": 2, "needs_fulfilled": 0
    }  # fmt: skip


def test_meals(house, melati):
    rows = meal_days([melati], date(2026, 1, 1), date(2026, 3, 31))
    assert figures(melati, "portions")["portions"][1] == sum(row[3] for row in rows) == 6


def test_the_standard_of_a_shelter_and_of_the_department(house, melati, kenanga, today):
    found = figures(melati, "spm_PROV_GEPENG")["spm_PROV_GEPENG"]
    [page] = [one for one in shelter_year(melati, 2026, today).types if one.service_type.code == "PROV_GEPENG"]
    assert found == {1: page.percent, YEAR: page.percent}
    Target.objects.create(service_type_id="PROV_GEPENG", year=2026, population=7, source="SK")
    whole = figures(None, "spm_PROV_GEPENG")["spm_PROV_GEPENG"]
    for period, month in ((1, 3), (YEAR, 12)):
        report = year_report(2026, month, [melati, kenanga], today)
        [line] = [one.part_a for one in report.types if one.service_type.code == "PROV_GEPENG"]
        assert whole[period] == line.percent


def test_what_people_say(today, melati, kenanga, budi, dewi):
    period = make_period(melati, budi, begins_on=date(2026, 3, 1), ends_on=date(2026, 3, 16))
    for score in (4, 4, 4, 3, 3):
        answer(period, score)
    assert figures(melati, "ikm") == {"ikm": {1: None, YEAR: None}}  # it still runs
    period.close(by=budi)
    index = trend([melati])[-1].index
    assert figures(melati, "ikm") == {"ikm": {1: index, YEAR: index}}
    make_answered(melati, budi)
    make_complaint(melati)
    make_complaint(melati, confidentiality="secret", addressed_to="department")
    for shelter, person, many in ((melati, budi, 2), (None, dewi, 3)):
        rows = Complaint.objects.counted_for(person)
        page = complaint_figures(rows, Clock(), date(2026, 1, 1), date(2026, 3, 31), by_shelter=False).total
        found = figures(shelter, "complaints", "complaints_on_time")
        assert (found["complaints"][1], found["complaints_on_time"][1]) == (page.count, page.on_time) == (many, 100)


def test_every_measure_is_explained_and_leads_to_its_page(client, house, melati, dewi):
    found = measures()
    assert len(found) >= 25
    for plan in (EvaluationPlan(shelter=melati, year=2026), EvaluationPlan(year=2026)):
        client.force_login(dewi)
        for address in {one.page(plan, 1) for one in found.values()} - {None}:
            answer = client.get(address)
            assert answer.status_code == 200, address
            assert "errorlist" not in answer.content.decode() and "alert-danger" not in answer.content.decode(), address
    assert all(one.explanation and one.unit and one.decimals in (0, 1, 2) for one in found.values())


def test_as_many_questions_for_three_shelters_as_for_one(house, django_assert_num_queries, melati, kenanga, sari):
    def asked():
        with django_assert_num_queries(QUERIES):
            read(EvaluationPlan(year=2026), set(known), known)

    known = measures()
    asked()
    for number in range(3):
        more = make_shelter(f"lain-{number}", code=f"L{number}")
        make_ended_stay(more, date(2026, 1, 5), date(2026, 1, 20), by=sari)
        make_stay(more, by=sari, entered_on=date(2026, 2, 1))
    asked()


def test_a_figure_of_no_people_is_none_and_not_nought(today, melati):
    found = read(EvaluationPlan(shelter=melati, year=2026), {"returns_30", "median_stay", "step_plan"})
    assert {values[1] for values in found.values()} == {Value(None)}
