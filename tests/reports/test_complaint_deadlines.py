"""Working days of complaints: against a walk through the calendar, day by day."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.limits import WorkingDays
from cases.models import Holiday
from reports.complaints.deadlines import Clock, days_between, due_on, late_since
from reports.models import Complaint, ComplaintLimit
from tests.reports.complaints import make_complaint

many = settings(max_examples=200, deadline=None, database=None)
days = st.integers(0, 120).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
off = st.sets(days, max_size=25)


def walked(start, count, holidays):
    """The working day reached after so many steps from `start`."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in holidays
    return day


@many
@given(days, st.integers(1, 30), off)
def test_the_deadline_is_so_many_working_days_after_the_day_it_came(start, count, holidays):
    working = WorkingDays(holidays)
    assert due_on(start, count, working) == walked(start, count, holidays)
    assert days_between(start, due_on(start, count, working), working) == count


@many
@given(days, days, st.integers(1, 30), off)
def test_the_database_finds_late_exactly_what_is_past_its_deadline(start, today, count, holidays):
    working = WorkingDays(holidays)
    assert (start < late_since(today, count, working)) == (today > due_on(start, count, working))


def test_monday_with_a_holiday_on_wednesday(today, melati):
    Holiday.objects.all().delete()
    Holiday.objects.create(date=date(2026, 3, 18), name="Libur uji")
    complaint = make_complaint(melati)
    assert Clock().dates(complaint) == [
        ("verifikasi", date(2026, 3, 20)), ("tindak lanjut", date(2026, 3, 24)), ("jawaban", date(2026, 4, 6)),
    ]  # fmt: skip


def test_what_came_before_a_new_limit_keeps_the_old_one(today, melati):
    before, after = make_complaint(melati), make_complaint(melati)
    Complaint.objects.filter(pk=before.pk).update(received_on="2026-03-02", counted_from="2026-03-02")
    before.refresh_from_db()
    days = {"verify_days": 1, "follow_days": 1, "finish_days": 1, "reopen_days": 1, "source": "SK uji"}
    ComplaintLimit.objects.create(kind="complaint", valid_from=date(2026, 3, 10), **days)
    clock = Clock()
    assert (clock.limit(before).verify_days, clock.limit(after).verify_days) == (3, 1)


@pytest.mark.parametrize(("came", "status", "is_late"), [
    ("2026-03-11", "received", False), ("2026-03-10", "received", True),
    ("2026-03-09", "verified", False), ("2026-03-06", "verified", True),
    ("2026-02-24", "in_progress", False), ("2026-02-23", "in_progress", True), ("2026-01-05", "answered", False),
])  # fmt: skip
def test_list_and_row_agree_on_what_is_late(today, melati, budi, came, status, is_late):
    """3, 5 and 14 working days before Monday 16 March, without holidays between."""
    Holiday.objects.all().delete()
    complaint = make_complaint(melati)
    if status != "received":
        complaint.verify(by=budi)
    if status in ("in_progress", "answered"):
        complaint.steps.model.add(complaint, "note", "Diperiksa", by=budi)
    if status == "answered":
        complaint.answer("Sudah.", by=budi)
    Complaint.objects.filter(pk=complaint.pk).update(received_on=came, counted_from=came)
    complaint.refresh_from_db()
    clock = Clock()
    due = clock.due(complaint)
    assert bool(due and due.is_late) == is_late
    assert Complaint.objects.filter(clock.late()).exists() == is_late


@pytest.mark.parametrize("wrong", [{"verify_days": 6}, {"finish_days": 4}, {"source": ""}])
def test_limits_that_contradict_themselves_are_refused(db, wrong):
    given = {"verify_days": 3, "follow_days": 5, "finish_days": 14, "reopen_days": 14, "source": "SK"} | wrong
    with pytest.raises(ValidationError):
        ComplaintLimit(kind="complaint", valid_from=date(2026, 3, 1), **given).full_clean()
