from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.limits import CalendarDays, WorkingDays
from cases.models import AuditEvent, Extension, Holiday, Stay
from cases.permissions import Perm, Role
from tests.factories import make_client, make_shelter, make_stay, make_user

DATES = st.dates(date(2024, 1, 1), date(2028, 12, 31))
DAYS = st.integers(1, 60)
HOLIDAYS = st.lists(DATES, max_size=200)


def on(day):
    return time_machine.travel(datetime(2026, 6, day, 3, tzinfo=UTC), tick=False)


def june(day):
    return date(2026, 6, day)


def is_working(day, holidays):
    return day.weekday() < 5 and day not in holidays


def counted_by_hand(start, days, holidays):
    """Day by day: the slow, obvious way."""
    day, count = start - timedelta(days=1), 0
    while count < days:
        day += timedelta(days=1)
        count += is_working(day, holidays)
    return day


@settings(max_examples=1000, deadline=None)
@given(DATES, DAYS, HOLIDAYS)
def test_working_days_are_those_counted_by_hand(start, days, holidays):
    assert WorkingDays(holidays).last(start, days) == counted_by_hand(start, days, set(holidays))


@settings(max_examples=1000, deadline=None)
@given(DATES, DATES, DAYS, HOLIDAYS)
def test_the_latest_start_parts_those_who_are_at_the_limit_from_the_others(start, end, days, holidays):
    for counting in (WorkingDays(holidays), CalendarDays()):
        assert (counting.last(start, days) <= end) == (start <= counting.latest_start(end, days))


def test_six_working_days_from_a_thursday(db):
    """Scenario 7: the weekend does not count, the day of entry does. A holiday moves the end."""
    assert WorkingDays([]).last(june(4), 6) == june(11)
    assert WorkingDays([june(6), june(9)]).last(june(4), 6) == june(12)
    assert WorkingDays([]).last(june(6), 1) == june(8)  # came on a Saturday


def test_fixed_holidays_are_there_and_others_are_not(db):
    dates = [f"{day:%m-%d}" for day in Holiday.objects.of_year(2026).values_list("date", flat=True)]
    assert dates == ["01-01", "05-01", "06-01", "08-17", "12-25"]
    assert set(Holiday.objects.values_list("date__year", flat=True)) == {2024, 2025, 2026, 2027}


@pytest.fixture
def parakan(db):
    return make_shelter("parakan", max_stay=6, max_stay_unit="working")


@pytest.fixture
def limited(melati, sari):
    """Marni of scenario 7: fourteen calendar days at Melati since 1 June."""
    melati.max_stay, melati.max_stay_unit = 14, "calendar"
    melati.save()
    with on(13):
        return make_stay(melati, by=sari, client=make_client("Marni"), entered_on=june(1))


def near(user):
    return [(stay.client.name, stay.limit.last_day) for stay in Stay.objects.allowed(user, Perm.FILE).near_limit()]


@pytest.mark.parametrize(
    ("day", "is_near", "is_last", "is_over"),
    [(11, False, False, False), (12, True, False, False), (14, True, True, False), (15, False, False, True)],
)
def test_warned_from_two_days_before(limited, sari, day, is_near, is_last, is_over):
    with on(day):
        limit = Stay.objects.get().limit
        assert (limit.is_near, limit.is_last_day, limit.is_over) == (is_near, is_last, is_over)
        assert near(sari) == ([("Marni", june(14))] if is_near or is_over else [])


def test_working_and_calendar_houses_in_one_list_of_three_queries(
    limited, parakan, sari, dewi, django_assert_max_num_queries
):
    worker = make_user("wati", Role.WORKER, parakan)
    worker.memberships.create(role=Role.WORKER, shelter=limited.shelter)
    with on(11):
        for number in range(20):
            make_stay(parakan, by=worker, client=make_client(f"Klien {number:02}"), entered_on=june(4))
        make_stay(parakan, by=worker, client=make_client("Baru"), entered_on=june(9))
    with on(13), django_assert_max_num_queries(5):
        found = near(worker)
    assert found[0] == ("Klien 00", june(11)) and found[-1] == ("Marni", june(14)) and len(found) == 21
    assert near(dewi) == []


def test_a_house_without_a_limit_warns_of_nobody(stay, sari, today):
    assert stay.limit is None and near(sari) == []
    with pytest.raises(ValidationError, match="tidak membatasi"):
        Extension.request(stay, by=sari, days=7, reason="Menunggu")


def test_a_limit_beyond_all_dates_is_none_to_worry_about(stay, sari, today):
    for unit in ("calendar", "working"):
        stay.shelter.max_stay, stay.shelter.max_stay_unit = 2_000_000_000, unit
        stay.shelter.save()
        assert near(sari) == [] and not Stay.objects.get().limit.is_over


def test_asked_by_a_worker_granted_by_the_head_and_shown(limited, sari, budi, client):
    """Scenario 7: seven days more than 14 June are 21 June."""
    with on(13):
        client.force_login(sari)
        url = reverse("cases:extension_new", args=[limited.pk])
        form = {"key": client.get(url).context["form"]["key"].value(), "days": "7", "reason": "menunggu jawaban LKS"}
        for _ in range(2):
            client.post(url, form)
        asked = Extension.objects.get()
        assert (asked.until, asked.requested_by, asked.status) == (june(21), sari, "requested")
        assert [stay.asked for stay in Stay.objects.allowed(sari, Perm.FILE).near_limit()] == [1]
        client.force_login(budi)
        client.post(asked.get_absolute_url(), {"decision": "approve"})
        assert "diperpanjang s.d. 21 Juni 2026" in client.get(limited.get_absolute_url()).content.decode()
        assert near(sari) == []
    with on(19):
        assert near(sari) == [("Marni", june(21))]
    with on(22):
        client.force_login(sari)
        page = client.get(reverse("cases:limit_list")).content.decode()
        assert "lewat batas 1 hari" in page and Stay.objects.get().is_resident
    actions = AuditEvent.objects.filter(action__startswith="extension").values_list("action", flat=True)
    assert sorted(actions) == ["extension.approved", "extension.requested"]


def test_without_approval_it_is_past_the_limit_and_nights_keep_counting(limited, sari, budi):
    with on(13):
        Extension.request(limited, by=sari, days=7, reason="Menunggu").refuse(by=budi, note="Antar ke LKS besok.")
    with on(16):
        stay = Stay.objects.get()
        assert (stay.limit.is_over, stay.limit.days_over, stay.nights, stay.is_resident) == (True, 2, 15, True)


def test_nobody_decides_what_they_asked_for_themselves(limited, budi, client):
    with on(13):
        asked = Extension.request(limited, by=budi, until=june(20), reason="Menunggu")
        client.force_login(budi)
        page = client.post(asked.get_absolute_url(), {"decision": "approve"}).content.decode()
    assert "Yang meminta perpanjangan tidak dapat memutuskannya sendiri." in page
    asked.refresh_from_db()
    assert asked.is_waiting


def test_decided_once_and_a_refusal_says_why(limited, sari, budi, client):
    with on(13):
        asked = Extension.request(limited, by=sari, until=june(20), reason="Menunggu")
        client.force_login(budi)
        page = client.post(asked.get_absolute_url(), {"decision": "refuse"}).content.decode()
        assert "Tulis mengapa tidak disetujui." in page
        asked.approve(by=budi)
        with pytest.raises(ValidationError, match="sudah diputuskan"):
            asked.refuse(by=budi, note="Terlambat")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"days": "7", "until": "2026-06-20"}, "salah satu"),
        ({}, "salah satu"),
        ({"days": "0"}, "Sedikitnya 1 hari."),
        ({"until": "2026-06-14"}, "Pilih tanggal sesudah batas"),
    ],
)
def test_a_request_that_is_none_is_refused_and_kept(limited, sari, client, form, words):
    client.force_login(sari)
    with on(13):
        url = reverse("cases:extension_new", args=[limited.pk])
        key = client.get(url).context["form"]["key"].value()
        page = client.post(url, form | {"key": key, "reason": "menunggu LKS"}).content.decode()
    assert words in page and "menunggu LKS" in page and not Extension.objects.exists()


def test_one_request_at_a_time_and_the_database_keeps_the_pairs(limited, sari, budi):
    with on(13):
        Extension.request(limited, by=sari, days=3, reason="Menunggu")
        with pytest.raises(ValidationError, match="masih menunggu keputusan"):
            Extension.request(limited, by=sari, days=3, reason="Menunggu")
    now = timezone.now()
    for values in (
        {"status": "approved"},
        {"status": "approved", "decided_by": sari, "decided_at": now},
        {"status": "refused", "decided_by": budi, "decided_at": now},
        {"status": "requested"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Extension.objects.create(
                stay=limited, until=june(20), reason="x", requested_by=sari, requested_at=now, **values
            )


def test_the_list_is_few_queries(limited, sari, budi, client, django_assert_max_num_queries):
    with on(13):
        for number in range(30):
            stay = make_stay(limited.shelter, by=sari, client=make_client(f"Klien {number}"), entered_on=june(1))
            Extension.request(stay, by=sari, days=7, reason="Menunggu")
        client.force_login(budi)
        with django_assert_max_num_queries(12):
            page = client.get(reverse("cases:limit_list")).content.decode()
    assert page.count("mendekati batas") == 31 and page.count("perpanjangan diminta") == 30


def test_a_stranger_sees_no_limits(limited, citra, client):
    client.force_login(citra)
    with on(15):
        assert "Marni" not in client.get(reverse("cases:limit_list")).content.decode()


PASTED = """21 Maret 2026 Idulfitri 1447 Hijriah
2026-04-03; Wafat Yesus Kristus
27/5/2026\tIduladha 1447 Hijriah

17-08-2026 Proklamasi Kemerdekaan"""


def test_a_year_is_pasted_and_what_is_there_stays(dewi, client, today):
    client.force_login(dewi)
    url = reverse("cases:holiday_import")
    answer = client.post(url, {"year": "2026", "source": "SKB 2026", "lines": PASTED}, follow=True)
    assert "3 hari libur ditambahkan; 1 sudah ada dan tidak diubah." in answer.content.decode()
    found = Holiday.objects.filter(source="SKB 2026").values_list("date", "name")
    assert list(found) == [
        (date(2026, 3, 21), "Idulfitri 1447 Hijriah"), (date(2026, 4, 3), "Wafat Yesus Kristus"),
        (date(2026, 5, 27), "Iduladha 1447 Hijriah"),
    ]  # fmt: skip
    assert AuditEvent.objects.filter(action="holiday.created").count() == 3


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("Idulfitri", "Baris 1: “Idulfitri” bukan tanggal."),
        ("21 Maret 2025 Idulfitri", "tahun 2025 bukan tahun 2026"),
        ("2026-02-30 Hari apa", "bukan tanggal"),
        ("2026-03-21", "nama hari libur belum ada"),
        ("2026-03-21 Satu\n21 Maret 2026 Dua", "Baris 2: tanggal itu sudah ada di baris lain."),
        ("2026-03-21 " + "x" * 121, "terlalu panjang"),
        ("² Maret 2026 Nyepi", "bukan tanggal"),
    ],
)
def test_a_list_with_a_mistake_adds_nothing_and_stays_on_the_page(dewi, client, today, lines, words):
    client.force_login(dewi)
    before = Holiday.objects.count()
    page = client.post(reverse("cases:holiday_import"), {"year": "2026", "lines": lines})
    assert words in page.content.decode() and Holiday.objects.count() == before


def test_a_holiday_is_added_once_and_removed_with_a_trace(dewi, client, today):
    client.force_login(dewi)
    url = reverse("cases:holiday_list")
    form = {"date": "2026-06-10", "name": "Hari Jadi Kabupaten", "source": ""}
    client.post(url, form)
    assert "Tanggal itu sudah ada dalam daftar." in client.post(url, form).content.decode()
    holiday = Holiday.objects.get(date=june(10))
    client.post(reverse("cases:holiday_remove", args=[holiday.pk]))
    assert not Holiday.objects.filter(date=june(10)).exists()
    actions = AuditEvent.objects.filter(action__startswith="holiday").values_list("action", flat=True)
    assert sorted(actions) == ["holiday.created", "holiday.removed"]
