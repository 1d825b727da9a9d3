"""Scenario 25: the department takes out the service log of three years. The full size is in tests/bench."""

import io
from datetime import date, datetime

from django.urls import reverse
from python_calamine import CalamineWorkbook

from cases.models import AuditEvent
from reports import jobs
from reports.models import ExportJob
from tests.reports.service_log import FORMULA, PHONE, QUERY, fill

ROWS = 1_042  # of 104,216


def test_dewi_takes_out_the_service_log_of_three_years(today, client, melati, kenanga, sari, dewi, settings):
    settings.EXPORT_AT_ONCE = 500
    fill(ROWS, melati, kenanga, sari)
    client.force_login(dewi)
    assert "1.042 baris" in client.get(reverse("reports:listing_page", args=["layanan"]) + QUERY).content.decode()
    url = reverse("reports:listing_export", args=["layanan"]) + QUERY
    page = client.get(url).content.decode()
    assert "1.042, dibuat di latar belakang" in page and "NIK disamarkan" in page
    for format in ("xlsx", "csv"):
        client.post(url, {"reason": "evaluasi SPM 3 tahun", "format": format})
    assert list(ExportJob.objects.waiting().values_list("format", flat=True)) == ["xlsx", "csv"]
    for _ in range(2):  # one after the other, nobody's browser open
        jobs.make_export.call()
    as_csv, as_xlsx = ExportJob.objects.order_by("-pk")
    content = b"".join(client.get(reverse("reports:export_file", args=[as_xlsx.pk])).streaming_content)
    check_book(content, ROWS)
    text = b"".join(client.get(reverse("reports:export_file", args=[as_csv.pk])).streaming_content).decode("utf-8-sig")
    assert text.count("\r\n") == ROWS + 1
    assert f'"\'{FORMULA.replace(chr(34), chr(34) * 2)}"' in text and f'"\'{PHONE}"' in text
    told = AuditEvent.objects.filter(action="export.requested").values_list("details__reason", "details__rows")
    assert list(told) == [("evaluasi SPM 3 tahun", ROWS)] * 2


def check_book(content, count):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    head, *rows = book.get_sheet_by_index(0).to_python()
    assert len(rows) == count and len(head) == 28
    of = {heading: place for place, heading in enumerate(head)}

    def told(number, *headings):
        return [rows[number][of[heading]] for heading in headings]

    assert (min(row[0] for row in rows), max(row[0] for row in rows)) == (date(2023, 1, 1), date(2025, 12, 31))
    (known,) = {
        (row[of["Nama"]], row[of["NIK"]], row[of["Telepon"]]) for row in rows if row[of["Panti"]][:5] == "Rumah"
    }
    assert known == (FORMULA, "0034••••••••5001", PHONE)
    protected = [row for row in rows if row[of["Panti"]] == "Panti Kenanga"]
    assert [row[of["Nama"]].startswith("Dilindungi ") for row in protected] == [True] * 3
    assert {row[of[name]] for row in protected for name in ("NIK", "Telepon", "Tanggal lahir")} == {""}
    assert protected[-1][of["Dicatat pada"]] == datetime(2025, 12, 31, 23, 59)
    about = dict(book.get_sheet_by_name("Keterangan").to_python())
    assert about["Diambil oleh"] == "Dewi" and about["Jumlah baris"] == str(count)
    assert about["Saringan"] == "Panti: semua; Sejak tanggal: 01/01/2023; Sampai tanggal: 31/12/2025"
