"""A signed month counts as it was signed; a Ralat and the months after it follow the corrected figures."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cases.models import Merge, ServiceRecord
from reports.models import MonthReport
from reports.month import Month
from reports.spm.counted import counted
from reports.yearly.report import year_report
from tests.factories import make_client
from tests.reports.test_department_year import CODE, serve, served_stay

FEBRUARY = Month(2026, 2)


@pytest.fixture
def served(today, melati, sari):
    return served_stay(melati, sari, date(2026, 2, 5), client=make_client("Suratmin"))


def sign(shelter, *, by, head, reason=""):
    MonthReport.allow_gaps(shelter, FEBRUARY, by=head, reason="Uji")
    report = MonthReport.submit(shelter, FEBRUARY, by=by, reason=reason)
    report.sign(by=head, printed=False)
    return report


def february(shelter):
    return counted([shelter], [FEBRUARY])[shelter.pk, FEBRUARY]


def year(*shelters):
    return year_report(2026, 3, shelters, timezone.localdate())


def test_a_signed_month_stays_as_signed_until_its_ralat(served, melati, sari, budi):
    sign(melati, by=sari, head=budi)
    assert february(melati).words == "ditandatangani R0"
    other = served_stay(melati, sari, date(2026, 2, 6))
    assert february(melati).served[CODE] == {served.client_id}
    assert year(melati).types[0].part_a.months[:3] == (0, 1, 0)
    sign(melati, by=sari, head=budi, reason="Layanan terlambat dicatat")
    assert february(melati).served[CODE] == {served.client_id, other.client_id}
    assert february(melati).words == "ditandatangani R1"
    assert year(melati).types[0].part_a.months[:3] == (0, 2, 0)
    assert year(melati).basis.startswith("1 dari 3 laporan bulan panti sudah ditandatangani, 1 di antaranya ralat")


def test_rows_lost_after_signing_take_nothing_away(served, melati, sari, budi):
    sign(melati, by=sari, head=budi)
    ServiceRecord.objects.filter(stay=served).delete()
    assert february(melati).served[CODE] == {served.client_id}
    assert year(melati).types[0].part_a.total == 1


def test_a_file_merged_after_signing_is_one_person_in_the_year(served, melati, sari, budi):
    again = make_client("Suratmin lagi")
    sign(melati, by=sari, head=budi)
    assert year(melati).types[0].part_a.total == 1
    Merge.perform(again, served.client, {}, by=budi)
    served.refresh_from_db()
    assert served.client_id == again.pk
    serve(served, date(2026, 3, 5))
    assert february(melati).served[CODE] == {again.pk}
    assert year(melati).types[0].part_a.months[:3] == (0, 1, 0)


def test_months_of_one_shelter_signed_and_of_another_not(served, melati, kenanga, sari, budi, citra):
    served_stay(kenanga, citra, date(2026, 2, 5))
    sign(melati, by=sari, head=budi)
    found = year(melati, kenanga)
    assert (found.signed, len(found.counted)) == (1, 6)
    assert found.types[0].part_a.months[:3] == (0, 2, 0)
    assert found.is_provisional
    assert [[one.short for _, one in months] for _, months in found.revisions()] == [
        ["belum", "R0", "belum"], ["belum", "belum", "belum"],
    ]  # fmt: skip


def test_signed_months_cost_no_query_each(served, melati, kenanga, sari, budi):
    sign(melati, by=sari, head=budi)

    def queries(*shelters):
        with CaptureQueriesContext(connection) as asked:
            counted(shelters, [Month(2026, number) for number in (1, 2, 3)])
        return len(asked)

    assert queries(melati, kenanga) == queries(melati) <= 10
