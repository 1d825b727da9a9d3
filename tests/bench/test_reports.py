"""`make bench`: reports over 50 shelters, a million stays and ten million service records, beside bare SQL."""

import statistics
import time
from datetime import date

import pytest
import time_machine
from django.db import connection

from cases.models import Shelter
from reports.month import Month
from reports.monthly.documents import draft_document
from reports.spm.counted import counted
from reports.spm.month import spm_month
from reports.spm.months import spm_months
from tests.bench.crowd import filled
from tests.factories import make_shelter
from tests.reports import worlds as w
from tests.reports.test_spm_laws import expected, figures_of

SHELTERS, STAYS = 50, 1_000_000
FEBRUARY = Month(2026, 2)
QUARTER = [Month(2025, 12), Month(2026, 1), FEBRUARY]
MONTH_LIMIT, QUARTER_LIMIT, PDF_LIMIT = 0.3, 2.0, 3.0  # seconds, the median
NO_LIMIT = float("inf")  # no page asks for it of so many at once; measured to see where the time goes
# The floor: the same rows read once and counted, with nothing judged.
FLOOR = """
SELECT stay.shelter_id, record.service_id, count(*), sum(record.quantity), count(DISTINCT stay.client_id)
FROM unnest(%s::bigint[]) AS place(pk)
JOIN cases_stay stay ON stay.shelter_id = place.pk
    AND daterange(stay.entered_on, stay.ended_on, '[]') && daterange(%s, %s, '[]')
JOIN cases_servicerecord record ON record.stay_id = stay.id AND record.date BETWEEN %s AND %s
WHERE stay.status <> 'cancelled'
GROUP BY 1, 2
"""


@pytest.fixture
def crowd(transactional_db, django_db_serialized_rollback):
    with time_machine.travel("2026-03-16 03:00Z", tick=True):
        levels = [Shelter.Level.PROVINCE, Shelter.Level.REGENCY]
        shelters = [make_shelter(f"panti-{n}", code=f"P{n:02}", level=levels[n % 2]) for n in range(SHELTERS)]
        with filled(shelters, stays=STAYS):
            yield shelters


def test_reports_over_ten_million_service_records(crowd, capsys):
    one = crowd[7]
    lines = [
        ("satu panti, satu bulan", lambda: spm_month(one, FEBRUARY), lambda: floor([one], [FEBRUARY]), MONTH_LIMIT),
        ("50 panti, satu triwulan", lambda: counted(crowd, QUARTER), lambda: floor(crowd, QUARTER), QUARTER_LIMIT),
        ("… dengan setiap layanan", lambda: spm_months(crowd, QUARTER), lambda: floor(crowd, QUARTER), NO_LIMIT),
        ("PDF satu bulan", lambda: draft_document(one, FEBRUARY).pdf(), bare_pdf(one), PDF_LIMIT),
    ]
    measured = [(label, seconds(ours), seconds(bare), limit) for label, ours, bare, limit in lines]
    report = spm_month(one, FEBRUARY)
    with capsys.disabled():
        print(f"\n{'laporan':<28}{'Balai':>12}{'lantai':>12}{'batas':>12}")
        for label, ours, bare, limit in measured:
            most = f"{limit * 1000:.0f} ms" if limit < NO_LIMIT else "–"
            print(f"{label:<28}{ours * 1000:>9.0f} ms{bare * 1000:>9.0f} ms{most:>12}")
        print(f"sasaran bulan itu: {sum(len(figures.in_scope) for figures in report.types)} orang")
    assert report.has_people
    assert [label for label, ours, _, limit in measured if ours > limit] == []


def floor(shelters, months):
    """Bare SQL: the stays of these months and their records, read and counted."""
    first, last = min(months).first, max(months).last
    with connection.cursor() as cursor:
        cursor.execute(FLOOR, [[shelter.pk for shelter in shelters], first, last, first, last])
        return cursor.fetchall()


def bare_pdf(shelter):
    """The page that is drawn, drawn once more with nothing computed."""
    return draft_document(shelter, FEBRUARY).pdf


def seconds(question, times=3):
    """The median of some runs after a first one that warms the caches."""
    question()
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        question()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


@pytest.mark.django_db
def test_thousands_of_worlds_agree_with_the_oracle(capsys):
    """Five thousand worlds: the set-based SQL and the slow, obvious one (tests/reports/spm_oracle.py)."""
    count = 0
    for round_number in range(25):
        today = w.TODAYS[round_number % len(w.TODAYS)]
        worlds = w.many_worlds(200, seed=f"{date.today()}-{round_number}")
        for world, report in zip(worlds, figures_of(worlds, today), strict=True):
            assert report == expected(world, today, report)
        count += len(worlds)
    with capsys.disabled():
        print(f"\n{count} dunia acak: kedua hitungan sama")
