"""Real totals that an office published: the register's people are made up, its totals are not."""

import csv
import json
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from cases.models import Stay
from tests.reports.sheets import register

SOURCE = Path(__file__).parent.parent / "data" / "published" / "jakarta-barat-2024.csv"


@pytest.fixture
def published():
    figures = {"month": {}, "category": {}}
    with SOURCE.open(newline="") as lines:
        for row in csv.DictReader(lines):
            figures[row["dimension"]][row["key"]] = int(row["count"])
    return figures


def test_a_register_with_the_published_totals_gives_the_published_recap(today, melati, published, tmp_path):
    months = [month for month, count in published["month"].items() for _ in range(count)]
    categories = [name for name, count in published["category"].items() for _ in range(count)]
    assert len(months) == len(categories) == 958
    rows = [
        {
            "Nomor register": f"{serial:04}/2024", "Nama": f"Klien {serial}",
            "Kategori PPKS": categories[serial * 7 % 958],
            "Tanggal masuk": date.fromisoformat(f"{month}-01") + timedelta(serial % 28),
            "Tanggal keluar": date.fromisoformat(f"{month}-01") + timedelta(serial % 28 + serial % 9),
            "Alasan keluar": "Reunifikasi", "Sumber": "Satpol PP", "Jenis kelamin": "LP"[serial % 2],
        }
        for serial, month in enumerate(months)
    ]  # fmt: skip
    file = tmp_path / "register.xlsx"
    file.write_bytes(register(*rows))
    call_command("import_sheet", "register", file, shelter="melati", create_lists=True, stdout=StringIO())
    told = StringIO()
    call_command("recap", "melati", "2024-01-01", "2024-07-31", "--json", stdout=told)
    recap = json.loads(told.getvalue())
    assert Stay.objects.count() == 958
    assert recap["in"] == 958
    assert recap["by_month"] == published["month"]
    assert recap["by_category"] == published["category"]
