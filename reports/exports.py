"""Stays as a spreadsheet. One generator makes the rows of both kinds of file.

import-export declares the columns; its own writers are passed by, because they turn text into live formulas and
hold the whole sheet in memory.
"""

import csv
import io
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import xlsxwriter
from django.utils import timezone
from import_export import fields, resources

from cases import nik
from cases.models import Stay

CHUNK = 2_000
LONGEST_TEXT = 32_767  # of a cell in Excel
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\x00")
STATUS = dict(Stay.Status.choices)


def column(attribute, heading):
    return fields.Field(attribute, heading)


class StaySheet(resources.ModelResource):
    """The register's own columns first, so that an export can be imported again."""

    number = column("client__number", "Nomor klien")
    register = column("register_number", "Nomor register")
    name = column("client__name", "Nama")
    aliases = column("client__aliases", "Alias")
    nik = column("client__nik", "NIK")
    sex = column("client__sex", "Jenis kelamin")
    birth_date = column("client__birth_date", "Tanggal lahir")
    estimated_age = column("client__estimated_age", "Perkiraan usia")
    category = column("category__name", "Kategori PPKS")
    origin = column("client__origin", "Kode wilayah asal")
    origin_address = column("client__origin_address", "Alamat asal")
    entered_on = column("entered_on", "Tanggal masuk")
    source = column("source__name", "Sumber")
    ended_on = column("ended_on", "Tanggal keluar")
    exit_reason = column("exit_reason__name", "Alasan keluar")
    destination = column("destination", "Tujuan keluar")
    service_type = column("service_type", "Jenis pelayanan SPM")
    note = column("note", "Keterangan")
    shelter = column("shelter__name", "Panti")
    status = column("status", "Status")
    nights = column("nights", "Malam")

    class Meta:
        model = Stay
        fields = [
            "number", "register", "name", "aliases", "nik", "sex", "birth_date", "estimated_age", "category",
            "origin", "origin_address", "entered_on", "source", "ended_on", "exit_reason", "destination",
            "service_type", "note", "shelter", "status", "nights",
        ]  # fmt: skip


def headings():
    return StaySheet().get_export_headers()


def stay_rows(stays, *, full_nik=frozenset()):
    """One list of plain values per stay of an already scoped queryset, read in pieces.

    `full_nik`: the shelters whose NIK may be read in full; those of others are masked.
    """
    attributes = [each.attribute for each in StaySheet().get_export_fields()]
    wanted = {*attributes, "client__claimed_nik", "shelter", "shelter__time_zone"} - {"nights"}
    for stay in stays.values(*wanted).iterator(chunk_size=CHUNK):
        digits = stay["client__nik"] or stay["client__claimed_nik"]
        stay["client__nik"] = digits if stay["shelter"] in full_nik else nik.mask(digits)
        stay["client__aliases"] = "; ".join(stay["client__aliases"])
        stay["nights"] = nights(stay)
        stay["status"] = STATUS[stay["status"]]
        yield [stay[attribute] for attribute in attributes]


def nights(stay):
    """Nights begun before today, as Stay.nights counts them."""
    yesterday = timezone.localdate(timezone=ZoneInfo(stay["shelter__time_zone"])) - timedelta(days=1)
    last = min(yesterday, stay["ended_on"] - timedelta(days=1)) if stay["ended_on"] else yesterday
    return max(0, (last - stay["entered_on"]).days + 1)


def write_xlsx(file, header, rows, remarks, *, name="Masa tinggal"):
    """Write a workbook row by row; text stays text. `remarks`: pairs for its second sheet. Returns the rows."""
    options = {
        "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(file, options) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet(name)
        sheet.set_column(0, len(header) - 1, 18)
        sheet.freeze_panes(1, 2)
        for place, heading in enumerate(header):
            sheet.write_string(0, place, heading, bold)
        count = 0
        for count, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                write_cell(sheet, count, place, value, day)
        sheet.autofilter(0, 0, count, len(header) - 1)
        about = book.add_worksheet("Keterangan")
        about.set_column(0, 1, 40)
        for place, (label, value) in enumerate([*remarks, ("Jumlah baris", count)]):
            about.write_string(place, 0, label, bold)
            about.write_string(place, 1, str(value))
    return count


def write_cell(sheet, row, place, value, day):
    if value is None or value == "":
        return
    if isinstance(value, (date, datetime)):
        sheet.write_datetime(row, place, value, day)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, place, value)
    else:
        sheet.write_string(row, place, value[:LONGEST_TEXT])


def write_csv(file, header, rows):
    """Write CSV for an Indonesian Excel: ; between cells, a byte order mark. Returns the number of rows."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer, count = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL), 0
    writer.writerow(header)
    for count, row in enumerate(rows, 1):  # noqa: B007 - the count is the result
        writer.writerow([harmless(value) for value in row])
    text.detach()
    return count


def harmless(value):
    """Text that a spreadsheet would take for a formula gets a ' before it, and so does what has one already."""
    bare = value.lstrip("'") if isinstance(value, str) else ""
    if bare and (bare.startswith(FORMULA_STARTS) or bare.lstrip().startswith(FORMULA_STARTS)):
        return f"'{value}"
    return value
