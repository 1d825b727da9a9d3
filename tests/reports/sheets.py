"""Spreadsheet files as offices write them."""

import csv
import io
from datetime import date, datetime

import xlsxwriter

REGISTER = [
    "Nomor klien", "Nomor register", "Nama", "Alias", "NIK", "Jenis kelamin", "Tanggal lahir", "Perkiraan usia",
    "Kategori PPKS", "Kode wilayah asal", "Alamat asal", "Tanggal masuk", "Sumber", "Tanggal keluar",
    "Alasan keluar", "Tujuan keluar", "Jenis pelayanan SPM", "Keterangan",
]  # fmt: skip
PRESENCE = ["Nomor register", "Tanggal", "Kehadiran"]
SERVICES = ["Nomor register", "Tanggal", "Layanan", "Jumlah", "Keterangan"]
NEEDS = ["Nomor register", "Layanan", "Dibuka", "Ditutup", "Alasan"]


def register(*rows, header=REGISTER):
    """Rows as dicts: a register number, a name and a date of entry unless they say otherwise."""
    usual = {"Nama": "Klien Uji", "Tanggal masuk": date(2026, 1, 5), "Kategori PPKS": "Gelandangan"}
    grid = []
    for serial, row in enumerate(rows, 1):
        row = {"Nomor register": f"R{serial:03}"} | usual | row
        grid.append([row.get(name, "") for name in header])
    return xlsx(header, *grid)


def xlsx(*rows, more_sheets=()):
    """A workbook with typed cells, as Excel saves it."""
    kept = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(kept, options) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet("Register")
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, (date, datetime)):
                    sheet.write_datetime(number, place, value, day)
                elif value not in ("", None):
                    sheet.write(number, place, value)
        for name in more_sheets:
            book.add_worksheet(name).write(0, 0, "lain")
    return kept.getvalue()


def text(*rows, delimiter=";", encoding="utf-8-sig"):
    kept = io.StringIO(newline="")
    csv.writer(kept, delimiter=delimiter).writerows(rows)
    return kept.getvalue().encode(encoding)
