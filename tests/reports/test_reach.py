"""Jangkauan dan hasil: who is counted, who came back, how fast; for whom small numbers are hidden."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from assessments.models import Assessment, InstrumentVersion
from cases.limits import WorkingDays
from cases.models import AuditEvent, Region, Task
from referrals.models import Referral
from reports.models import StepLimit
from reports.reach.outcomes import Return, outcomes
from reports.reach.people import reach
from reports.reach.period import Span, SpanForm
from reports.reach.places import grid, places
from reports.reach.timeliness import Step, Timeliness, timeliness
from tests.factories import make_client, make_ended_stay, make_plan_in_force, make_shelter, make_stay, reason
from tests.referrals.factories import make_partner, make_region
from tests.reports.test_referral_figures import sent_on

PAGES = [reverse(f"reports:{name}") for name in ("reach", "reach_outcomes", "reach_timeliness")]
MARCH, YEAR = Span.parse("2026-03"), Span.parse("2026")


def lines(found, title):
    one = next(tally for tally in found.tallies if tally.title == title)
    return {line.label: line.count for line in one.lines}


@pytest.fixture
def regions(db):
    for code, name in (("33", "Jawa Tengah"), ("34", "Daerah Istimewa Yogyakarta")):
        Region.objects.get_or_create(code=code, defaults={"name": name, "path": name, "level": 1})
    for code, name in (
        ("33.07", "Kabupaten Wonosobo"),
        ("33.23", "Kabupaten Temanggung"),
        ("34.04", "Kabupaten Sleman"),
    ):
        make_region(code, name)
    Region.objects.filter(code__in=["33.07", "33.23"]).update(parent="33")


# Whom the shelters reached


def test_a_person_counts_once_with_what_was_recorded_at_the_last_entry(today, regions, melati, kenanga, sari):
    twice = make_client("Dua Kali", sex="L", birth_date=date(1996, 3, 10), origin_id="33.07")
    make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 20), by=sari, client=twice)
    make_stay(melati, by=sari, client=twice, entered_on=date(2026, 3, 12), source=None)
    make_stay(kenanga, by=sari, client=make_client("Tanpa Asal"), entered_on=date(2026, 3, 1))
    found = reach([melati, kenanga], YEAR, masked=False)
    assert (found.persons, found.arrivals) == (2, 3)
    assert lines(found, "Menurut kelompok umur saat masuk") == {"30–44": 1, "Tidak diketahui": 1}
    assert lines(found, "Menurut sumber rujukan")["Belum dicatat"] == 1
    assert found.origins == {"33.07": 1, None: 1}
    assert reach([melati], YEAR, masked=False).persons == 1
    assert reach([melati], Span.parse("2026-02"), masked=False).persons == 0


def test_arrivals_by_month_add_up_across_the_new_year_and_29_february(today, melati, sari):
    for day in (date(2023, 12, 31), date(2024, 1, 1), date(2024, 2, 29), date(2024, 3, 1)):
        make_ended_stay(melati, day, day, by=sari)
    found = reach([melati], Span.between(date(2023, 12, 31), date(2024, 2, 29)), masked=False)
    assert {line.label: line.count for line in found.months.lines} == {
        "Desember 2023": 1, "Januari 2024": 1, "Februari 2024": 1,
    }  # fmt: skip
    assert found.arrivals == 3


def test_disability_by_category_and_by_what_was_answered(today, melati, stay, sari):
    one = start_assessment("asesmen-pgot", stay, by=sari)
    Assessment.objects.filter(pk=one.pk).update(
        answers={"fisik/disabilitas": "fisik mental"},
        status="submitted",
        submitted_at=timezone.now(),
        submitted_by=sari,
    )
    make_stay(melati, by=sari)
    found = reach([melati], YEAR, masked=False)
    assert lines(found, "Disabilitas menurut asesmen") == {"Ada": 1, "Belum ditanyakan atau tidak diketahui": 1}
    assert lines(found, "Disabilitas menurut kategori PPKS") == {"Bukan": 2}


def test_every_province_has_one_tile_and_the_own_province_its_regencies(regions, melati):
    squares = grid()
    assert len(squares) == 38 == len({code for code, *_ in squares}) == len({place[2:] for place in squares})
    found = places({"33.07.05": 6, "34.04": 2, None: 1}, [melati], masked=False)
    assert [(name, text) for _, name, text in found.provinces] == [
        ("Jawa Tengah", "6"), ("Daerah Istimewa Yogyakarta", "2"), ("Tidak diketahui", "1"),
    ]  # fmt: skip
    assert found.own == "Jawa Tengah"
    assert [(tile.name, tile.text, tile.shade) for tile in found.regencies] == [
        ("Kabupaten Wonosobo", "6", 4), ("Kabupaten Temanggung", "0", 0),
    ]  # fmt: skip
    assert found.map.description == "Jawa Tengah: 6; Daerah Istimewa Yogyakarta: 2"
    assert places({"34.04": 2}, [melati], masked=False, province="34").own == "Daerah Istimewa Yogyakarta"


def test_a_hidden_province_tells_nothing_through_its_regencies(regions, melati):
    found = places({"33.07": 3, "33.23": 2, "34.04": 9, "34.99": 2}, [melati], masked=True)
    assert [text for *_, text in found.provinces] == ["11", "5"]
    assert [tile.text for tile in found.regencies] == ["<5", "<5"]
    found = places({"33.07": 3, "34.04": 9}, [melati], masked=True)
    assert [text for *_, text in found.provinces] == ["–", "<5"] and found.regencies is None
    assert "3" not in found.map.description.replace("33", "")


# What came of it


def test_scenario_9_a_return_within_30_days_of_absconding(melati, kenanga, sari, citra):
    with time_machine.travel(datetime(2026, 3, 20, 3, 0, tzinfo=UTC)):
        agus = make_client("Agus")
        make_ended_stay(melati, date(2026, 3, 5), date(2026, 3, 7), by=sari, client=agus, reason_slug="kabur")
        make_stay(kenanga, by=citra, client=agus, entered_on=date(2026, 3, 20))
        make_ended_stay(melati, date(2026, 3, 1), date(2026, 3, 10), by=sari)
        found = outcomes([melati], MARCH, masked=False)
        thirty = {line.label: line for line in dict(found.returns)[30]}
        assert thirty[str(reason("kabur"))].cells == ["1", "1", "0", "0", "–"]
        assert thirty["Semua yang keluar"].cells == ["2", "1", "1", "0", "–"]
    with time_machine.travel(datetime(2026, 4, 20, 3, 0, tzinfo=UTC)):
        assert dict(outcomes([melati], MARCH, masked=False).returns)[30][-1].cells == ["2", "1", "0", "2", "50 %"]


def test_day_30_is_still_in_time_and_day_31_is_not(today, melati, sari):
    for later, back in ((30, 1), (31, 0)):
        client = make_client()
        make_ended_stay(melati, date(2025, 12, 1), date(2025, 12, 10), by=sari, client=client)
        make_stay(melati, by=sari, client=client, entered_on=date(2025, 12, 10) + timedelta(days=later))
        found = outcomes([melati], Span.parse("2025-12"), masked=False)
        assert dict(found.returns)[30][-1].back == 1 and dict(found.returns)[90][-1].back == (1 if back else 2)


def test_a_death_and_a_referral_to_another_shelter_are_nothing_to_come_back_from(today, melati, kenanga, sari):
    moved = make_client()
    left, partner = make_stay(melati, by=sari, client=moved, entered_on=date(2026, 1, 5)), make_partner("Kenanga")
    sent_on(date(2026, 1, 19), left, partner, sari, 0, status="accepted")
    left.discharge(by=sari, on=date(2026, 1, 20), reason=reason("reunifikasi"))
    type(partner).objects.filter(pk=partner.pk).update(shelter=kenanga)
    make_stay(kenanga, by=sari, client=moved, entered_on=date(2026, 1, 20))
    make_ended_stay(melati, date(2026, 1, 6), date(2026, 1, 9), by=sari, reason_slug="meninggal")
    found = outcomes([melati], YEAR, masked=False)
    assert (found.departures, found.transferred) == (2, 1)
    assert [line[-1].exits for _, line in found.returns] == [0, 0, 0]


def test_nights_middle_and_quartiles(today, melati, sari):
    for nights in (0, 2, 10, 20):
        make_ended_stay(melati, date(2026, 1, 5), date(2026, 1, 5) + timedelta(days=nights), by=sari)
    make_stay(melati, by=sari, entered_on=date(2026, 3, 14))
    found = outcomes([melati], YEAR, masked=False)
    assert found.ended.facts == [
        ("Kuartil pertama", "1,5 malam"), ("Median", "6 malam"), ("Kuartil ketiga", "12,5 malam"),
    ]  # fmt: skip
    assert {line.label: line.count for line in found.ended.bands.lines} == {
        "Kurang dari semalam": 1, "1–3 malam": 1, "8–30 malam": 2,
    }  # fmt: skip
    assert found.now.values == [2]


# How fast


def step(found, which):
    return next(line for line in found if line.step == which)


def start_assessment(slug, stay, *, by):
    return Assessment.start(
        stay, version=InstrumentVersion.objects.filter(instrument__slug=slug).latest("number"), by=by
    )


def submitted(stay, moment, by):
    one = start_assessment("asesmen-awal", stay, by=by)
    Assessment.objects.filter(pk=one.pk).update(status="submitted", submitted_at=moment, submitted_by=by)


def test_each_first_assessment_against_24_hours(today, melati, sari):
    entry = datetime(2026, 3, 10, 8, 0, tzinfo=melati.zone)
    for hours in (2, 24, 30):
        stay = make_stay(melati, by=sari, entered_on=entry.date(), entered_at=entry.time())
        submitted(stay, entry + timedelta(hours=hours), sari)
    make_stay(melati, by=sari, entered_on=entry.date(), entered_at=entry.time())
    make_stay(melati, by=sari, entered_on=today, entered_at=datetime(2026, 3, 16, 9).time())
    make_ended_stay(melati, date(2026, 3, 9), date(2026, 3, 9), by=sari)
    found = step(timeliness([melati], MARCH, masked=False), Step.ASSESSMENT)
    assert found.cells == ["6", "3", "24 jam", "28,8 jam", "40 %", "2", "1", "1"]


def test_an_answer_in_working_days_and_a_limit_that_changed(today, melati, stay, sari, dewi):
    StepLimit.objects.create(step="answer", amount=1, unit="working", valid_from=date(2026, 3, 9), source="SOP")
    for sent, answered in (
        (datetime(2026, 3, 6), datetime(2026, 3, 12)),
        (datetime(2026, 3, 13), datetime(2026, 3, 14)),
    ):
        one = sent_on(sent.date(), stay, make_partner(f"RS {sent.day}"), sari, 1, status="accepted")
        zone = {"sent_at": sent.replace(tzinfo=melati.zone, hour=10)}
        Referral.objects.filter(pk=one.pk).update(
            **zone, answered_at=answered.replace(tzinfo=melati.zone, hour=23), answered_on=answered.date()
        )
    found = step(timeliness([melati], MARCH, masked=False), Step.ANSWER)
    # Friday → Thursday is four working days, as the limit then was; Friday → Saturday lies within one.
    assert (found.begun, found.judged, found.within, found.limit_text) == (2, 2, 2, "1 hari kerja")


def test_a_hidden_part_cannot_be_told_from_what_began(melati):
    facts = {"step": Step.PLAN, "limit": None, "judged": 0, "within": 0, "late": 0, "masked": True}
    line = Timeliness(**facts, begun=24, hours=[1, 2], waiting=12, dropped=10)
    assert line.cells == ["24", "<5", "–", "–", "–", "12", "–", "–"]
    assert Timeliness(**facts, begun=4, hours=[1], waiting=3, dropped=0).cells == ["<5"] + ["–"] * 7
    one = Return("Semua", 30, exits=20, back=2, open=5, ripe=15, ripe_back=2, masked=True)
    assert one.cells == ["20", "<5", "5", "–", "–"]


def test_deadlines_end_with_the_day_and_skip_holidays():
    working, zone = WorkingDays([date(2026, 3, 19)]), ZoneInfo("Asia/Makassar")
    wednesday = datetime(2026, 3, 18, 23, 30, tzinfo=zone)
    for unit, last in (("hours", datetime(2026, 3, 19, 0, 30, tzinfo=zone)),
                       ("days", datetime(2026, 3, 20, tzinfo=zone)),
                       ("working", datetime(2026, 3, 21, tzinfo=zone))):  # fmt: skip
        assert StepLimit(amount=1, unit=unit).deadline(wednesday, working) == last


def test_a_plan_counts_from_the_first_assessment(today, melati, stay, sari, budi):
    submitted(stay, timezone.now() - timedelta(hours=50), sari)
    make_plan_in_force(stay, by=sari, head=budi)
    found = timeliness([melati], MARCH, masked=False)
    assert step(found, Step.PLAN).cells == ["1", "1", "2,1 hari", "2,1 hari", "–", "0", "–", "0"]
    assert step(found, Step.REFERRAL).begun == 0


def test_a_health_check_is_done_with_its_task(today, melati, sari):
    stay = make_stay(melati, by=sari, entered_on=today, entered_at=datetime(2026, 3, 16, 7).time())
    Task.objects.get(stay=stay, rule__slug="pemeriksaan-kesehatan").finish(by=sari, note="Puskesmas")
    assert step(timeliness([melati], MARCH, masked=False), Step.HEALTH).cells[:3] == ["1", "1", "3 jam"]


def test_the_day_begins_earlier_in_the_east(sari):
    with time_machine.travel(datetime(2026, 3, 31, 16, 30, tzinfo=UTC)):  # 23.30 WIB, 00.30 WITA on 1 April
        gianyar = make_shelter("gianyar", code="GIA", time_zone="Asia/Makassar")
        make_stay(gianyar, by=sari, entered_on=date(2026, 4, 1))
        form = SpanForm({"masa": "2026-04"}, shelters=type(gianyar).objects.all())
        assert form.is_valid()
        assert reach([gianyar], form.span, masked=False).arrivals == 1
        assert step(timeliness([gianyar], MARCH, masked=False), Step.ASSESSMENT).begun == 0


# The pages


@pytest.mark.parametrize(
    ("asked", "field", "words"),
    [
        ({"dari": "2026-03-02", "sampai": "2026-03-01"}, "sampai", "sebelum tanggal dari"),
        ({"dari": "2026-03-17", "sampai": "2026-03-18"}, "dari", "belum mulai"),
        ({"masa": "2027"}, "masa", "belum mulai"),
        ({"dari": "2026-02-29", "sampai": "2026-03-01"}, "dari", "tidak ada"),
        ({"dari": "2026-02-01"}, "sampai", "Isi tanggal"),
        ({"dari": "1999-12-31", "sampai": "2000-01-01"}, "dari", "sejak 1 Januari 2000"),
        ({"dari": "2016-02-29", "sampai": "2026-03-01"}, "sampai", "10 tahun"),
        ({"masa": "2026-13"}, "masa", "Pilih masa"),
        ({"masa": "2026", "panti": "tidak-ada"}, "panti", "Pilih panti"),
    ],
)
def test_a_period_that_cannot_be_is_said_at_its_field(today, client, budi, asked, field, words):
    client.force_login(budi)
    page = client.get(PAGES[0], asked)
    assert words in " ".join(page.context["form"].errors[field])
    assert "reach" not in page.context


def test_before_the_first_stay_and_an_unfinished_period_are_said(client, budi, stay, today):
    client.force_login(budi)
    assert "sebelum masa tinggal pertama yang tercatat, 2 Maret 2026" in client.get(
        PAGES[1], {"masa": "2025"}).content.decode()  # fmt: skip
    assert "Sementara: masa ini belum berakhir" in client.get(PAGES[2]).content.decode()


def test_a_head_sees_the_own_shelter_whole_and_the_department_small_numbers_hidden(
    client, today, melati, kenanga, stay, budi, citra, dewi
):
    for person, hidden_there in ((budi, False), (dewi, True)):
        client.force_login(person)
        page = client.get(PAGES[0], {"masa": "2026", "panti": "melati"})
        assert page.context["masked"] is hidden_there
        assert ("&lt;5 orang dijangkau" in page.content.decode()) is hidden_there
    client.force_login(citra)
    page = client.get(PAGES[0], {"masa": "2026", "panti": "melati"})
    assert page.context["form"].errors["panti"] and "reach" not in page.context
    assert client.get(PAGES[0], {"masa": "2026"}).context["reach"].persons == 0


@pytest.mark.parametrize("url", PAGES)
def test_a_page_asks_at_most_twelve_questions(url, client, today, melati, dewi, sari, django_assert_max_num_queries):
    for number in range(6):
        house = make_shelter(f"panti{number}", code=f"P{number}")
        make_ended_stay(house, date(2026, 1, 5), date(2026, 1, 20), by=sari)
        make_stay(house, by=sari)
    client.force_login(dewi)
    client.get(url)
    with django_assert_max_num_queries(16):
        assert client.get(url).status_code == 200


def taken(response, *, binary=False):
    content = b"".join(response.streaming_content)
    return content if binary else content.decode("utf-8-sig")


@pytest.mark.parametrize("part", ["asal", "hasil", "waktu"])
def test_each_part_is_taken_out_and_leaves_its_trace(part, client, today, stay, budi, dewi):
    url = reverse("reports:reach_export", args=[part])
    client.force_login(budi)
    text = taken(client.get(url, {"bentuk": "csv", "masa": "2026"}))
    assert "Suratmin" not in text and len(text.splitlines()) > 5
    assert AuditEvent.objects.get(action="reach.exported").details["format"] == "csv"
    assert taken(client.get(url, {"masa": "2026"}), binary=True).startswith(b"PK")
    assert client.get(url, {"masa": "2099"}).status_code == 302
    client.force_login(dewi)
    assert "<5" in taken(client.get(url, {"bentuk": "csv"}))


def test_the_three_parts_on_paper(client, today, stay, budi):
    client.force_login(budi)
    assert client.get(reverse("reports:reach_print"), {"masa": "2026"}).content.startswith(b"%PDF")
    assert AuditEvent.objects.filter(action="reach.printed").count() == 1
    assert client.get(reverse("reports:reach_print"), {"masa": "x"}).status_code == 302


# The limits


def test_the_department_adds_changes_and_removes_a_limit(client, today, dewi):
    client.force_login(dewi)
    new = reverse("reports:step_limit_new")
    typed = {"key": "00000000-0000-4000-8000-000000000001", "step": "plan", "amount": 14, "unit": "days",
             "valid_from": "2026-04-01", "source": "SOP 3/2026"}  # fmt: skip
    for _ in range(2):  # a double click
        client.post(new, typed)
    limit = StepLimit.objects.get(step="plan")
    page = client.get(reverse("reports:step_limit_list")).content.decode()
    assert "14 hari kalender, sejak 1 April 2026" in page
    other = typed | {"key": "00000000-0000-4000-8000-000000000002"}
    assert "sudah ada" in client.post(new, other).content.decode()
    client.post(new, other | {"source": "", "valid_from": "2026-05-01"})
    assert StepLimit.objects.filter(step="plan").count() == 1
    client.post(reverse("reports:step_limit_edit", args=[limit.pk]), typed | {"amount": 10})
    client.post(reverse("reports:step_limit_remove", args=[limit.pk]))
    assert not StepLimit.objects.filter(step="plan").exists()
    told = AuditEvent.objects.filter(action__startswith="steplimit").order_by("pk").values_list("action", flat=True)
    assert list(told) == ["steplimit.created", "steplimit.changed", "steplimit.removed"]
