"""A register of ten thousand rows: in time, in memory, and every bad cell by name."""

import os
import re
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection

from cases.models import AuditEvent, Client, Stay
from reports.imports.run import put_in
from tests.reports.sheets import register

ROWS = 10_000
BAD = range(150, ROWS, 199)


def rows():
    for serial in range(ROWS):
        day = date(2015, 1, 1) + timedelta(serial // 3)
        yield {
            "Nomor klien": f"LAMA-{serial:05}", "Nomor register": f"{serial:05}/{day.year}", "Nama": f"Klien {serial}",
            "Alias": f"Si {serial}", "NIK": f"340499170885{serial % 9999 + 1:04}", "Jenis kelamin": "L",
            "Perkiraan usia": serial % 90, "Alamat asal": f"Jalan Melati nomor {serial}", "Tanggal masuk": day,
            "Sumber": "Satpol PP", "Tanggal keluar": day + timedelta(9), "Alasan keluar": "Reunifikasi",
            "Tujuan keluar": f"Keluarga {serial}", "Jenis pelayanan SPM": "REG_GEPENG",
            "Keterangan": f"Catatan {serial}",
        }  # fmt: skip


@pytest.fixture(scope="module")
def good():
    return register(*rows())


@pytest.fixture(scope="module")
def bad():
    spoilt = [*rows()]
    for place in BAD:
        spoilt[place] |= {"Jenis kelamin": "?", "Tanggal masuk": "kemarin"}
    return register(*spoilt)


class measured:
    """Seconds of work, ours and the database's, and megabytes of growth. The kernel keeps count, so a machine that
    is busy with other things hardly matters; a database elsewhere is counted by the clock.
    """

    def __enter__(self):
        Path("/proc/self/clear_refs").write_text("5")
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.backend = Path(f"/proc/{cursor.fetchone()[0]}/stat")
        self.memory, self.started, self.work = resident("VmRSS"), time.perf_counter(), self.worked()
        return self

    def __exit__(self, *error):
        self.clock = time.perf_counter() - self.started
        self.seconds = self.worked() - self.work
        self.megabytes = (resident("VmHWM") - self.memory) / 1024

    def worked(self):
        if not self.backend.exists():
            return time.perf_counter()
        ticks = self.backend.read_text().rpartition(")")[2].split()[11:13]
        return time.process_time() + sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")

    def __str__(self):
        return f"{self.seconds:.1f} s of work in {self.clock:.1f} s, {self.megabytes:.0f} MB"


def resident(name):
    return int(re.search(rf"{name}:\s+(\d+)", Path("/proc/self/status").read_text())[1])


def test_fifty_bad_rows_of_ten_thousand_are_named_and_nothing_comes_in(today, melati, bad):
    with measured() as cost:
        outcome = put_in("register", bad, melati, by=None)
    print(cost)
    assert len(BAD) == 50
    assert [(error.row, error.column) for error in outcome.errors] == [
        (place + 2, heading) for place in BAD for heading in ("Tanggal masuk", "Jenis kelamin")
    ]
    assert (Client.objects.count(), Stay.objects.count(), AuditEvent.objects.count()) == (0, 0, 0)
    assert cost.seconds < 10 and cost.megabytes < 200


def test_ten_thousand_rows_come_in_and_the_second_time_change_nothing(today, melati, good):
    for expected in ({"new": ROWS, "same": 0}, {"new": 0, "same": ROWS}):
        with measured() as cost:
            outcome = put_in("register", good, melati, by=None)
        print(expected, cost)
        assert outcome.counts == {"rows": ROWS, "changed": 0, **expected}
        assert cost.seconds < 10 and cost.megabytes < 200
    assert Client.objects.count() == Stay.objects.count() == ROWS
