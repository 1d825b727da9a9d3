from datetime import date

import pytest
from django.db import IntegrityError, transaction

from assessments.models import Assessment, Instrument, ReassessmentRule
from assessments.models.reassessment import due_again
from cases.models import Stay
from tests.factories import category, make_stay, reason


@pytest.fixture
def door(instruments):
    return Instrument.objects.get(slug="asesmen-awal")


def rule(instrument, days, **values):
    return ReassessmentRule.objects.create(instrument=instrument, every_days=days, **values)


def dues(until=None):
    return [(due.stay, due.due_on, due.last_on) for due in due_again(Stay.objects.all(), until=until)]


def filled_on(assessment, day):
    at = assessment.submitted_at.replace(month=day.month, day=day.day)
    Assessment.objects.filter(pk=assessment.pk).update(submitted_at=at)


def test_counted_from_the_latest_that_was_completed(door, submitted, stay):
    assert dues() == []
    rule(door, 30)
    filled_on(submitted, date(2026, 3, 5))
    assert dues() == [(stay, date(2026, 4, 4), date(2026, 3, 5))]
    assert dues(until=date(2026, 4, 3)) == []


def test_a_draft_does_not_count_nor_does_an_ended_stay(door, draft, stay, sari, today):
    rule(door, 30)
    assert dues() == []
    rule_from_entry = ReassessmentRule.objects.get()
    rule_from_entry.from_entry = True
    rule_from_entry.save()
    assert dues() == [(stay, date(2026, 4, 1), None)]
    stay.discharge(by=sari, on=today, reason=reason("reunifikasi"))
    assert dues() == []


def test_the_rule_of_the_category_goes_before(door, submitted, stay, melati, sari):
    other = make_stay(melati, by=sari, category=category("05"), entered_on=date(2026, 3, 1))
    rule(door, 30, from_entry=True)
    rule(door, 7, from_entry=True, category=category("05"))
    rule(door, 3, from_entry=True, category=category("11"), is_active=False)
    assert dues() == [(other, date(2026, 3, 8), None), (stay, date(2026, 4, 15), date(2026, 3, 16))]


def test_one_active_rule_each(door):
    rule(door, 30)
    rule(door, 60, is_active=False)
    with pytest.raises(IntegrityError), transaction.atomic():
        rule(door, 60)


def test_as_many_queries_whatever_the_number(door, melati, sari, today, django_assert_num_queries):
    rule(door, 30, from_entry=True)
    rule(Instrument.objects.get(slug="asesmen-pgot"), 60, from_entry=True)
    for _ in range(4):
        make_stay(melati, by=sari)
    with django_assert_num_queries(2):
        assert len(dues()) == 8
