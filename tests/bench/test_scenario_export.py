"""`make bench`: scenario 25 in its full size: 104,216 services as the department's worker makes them."""

import resource
import time

import pytest
from django.http import QueryDict

from cases.permissions import Role
from reports import jobs
from reports.models import ExportJob
from tests.factories import make_shelter, make_user
from tests.reports.service_log import QUERY, fill
from tests.reports.test_scenario_export import check_book

ROWS = 104_216
MOST_MEGABYTES = 300


@pytest.mark.django_db
def test_the_service_log_of_three_years(capsys):
    melati = make_shelter("melati", name="Rumah Singgah Melati", code="MLT")
    kenanga = make_shelter("kenanga", name="Panti Kenanga", code="KNG")
    dewi = make_user("dewi", Role.DEPARTMENT, name="Dewi")
    fill(ROWS, melati, kenanga, make_user("sari", Role.WORKER, melati))
    query = QueryDict(QUERY[1:])
    job = ExportJob.ask(
        by=dewi, listing="layanan", title="x", name="layanan", query=query.urlencode(), reason="evaluasi", rows=ROWS,
        chosen="Panti: semua; Sejak tanggal: 01/01/2023; Sampai tanggal: 31/12/2025", format="xlsx",
    )  # fmt: skip
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    jobs.make_export.call()
    took = time.perf_counter() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    job.refresh_from_db()
    with capsys.disabled():
        print(f"\n104.216 layanan × 28 kolom: {took:.1f} s, tambahan memori {grown:.0f} MB, {job.size / 2**20:.1f} MB")
    assert grown < MOST_MEGABYTES
    with job.file.open("rb") as kept:
        check_book(kept.read(), ROWS)
