"""The department's year on paper and as a workbook, both in the e-SPM layout."""

import io

import xlsxwriter
from django.http import FileResponse
from django.utils import timezone

from cases.pdf import Document
from reports.models import Office
from reports.spm.year import SHORT
from reports.yearly.annual import chapters, is_draft

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPTIONS = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def year_document(report):
    today = timezone.localdate()
    office = Office.objects.on(today)
    context = {
        "report": report, "shelter": office, "signer": office.signer, "role": office.head_position, "signed_on": today,
        "months": SHORT,
    }  # fmt: skip
    name = f"spm-dinas-{report.year}-{report.month:02}.pdf"
    return Document(template="reports/year_pdf.html", context=context, filename=name)


def annual_document(report):
    """The annual report: a draft until the head of the department is named."""
    today = timezone.localdate()
    office = Office.objects.on(today)
    context = {
        "report": report, "shelter": office, "signer": office.signer, "role": office.head_position, "signed_on": today,
        "chapters": chapters(report), "months": SHORT, "is_draft": is_draft(office),
    }  # fmt: skip
    return Document(template="reports/annual_pdf.html", context=context, filename=f"laporan-spm-{report.year}.pdf")


def year_workbook(report, *, by):
    """Three sheets in the layout of e-SPM, the indices, and what the file is. Numbers are numbers, text stays text."""
    file = io.BytesIO()  # some ten thousand cells at most
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        for name, header, rows in sheets(report):
            write_sheet(book, name, header, rows)
        about = [
            ("Isi", f"SPM bidang sosial, {report.label}"), ("Dasar", report.basis), ("Diambil oleh", str(by)),
            ("Waktu", timezone.localtime().strftime("%Y-%m-%d %H.%M")),
            ("Penghitungan", "Setiap orang sekali setahun per jenis pelayanan, pada bulan pertama ia terlayani."),
        ]  # fmt: skip
        write_sheet(book, "Keterangan", ["Hal", "Isi"], about)
    file.seek(0)
    name = f"spm-dinas-{report.year}-{report.month:02}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def sheets(report):
    """(name, header, rows) of each sheet."""
    types = report.types
    yield (
        "A Penerima",
        ["No", "Uraian", "Satuan", "Jumlah total yang harus dilayani", *SHORT, "Total", "Yang belum terlayani", "%"],
        [row(number, (), one.part_a, one.part_a.left) for number, one in enumerate(types, 1)],
    )
    yield (
        "B Mutu",
        ["No", "Jenis pelayanan", "Kelompok", "Uraian", "Satuan", "Jumlah mutu yang harus dipenuhi", *SHORT, "Total",
         "Belum terpenuhi", "%"],
        [
            row(number, (one.service_type.label, kind), line, line.left)
            for number, (one, kind, line) in enumerate(
                [(one, kind, line) for one in types for kind, lines in one.part_b for line in lines], 1
            )
        ],
    )  # fmt: skip
    yield (
        "C Anggaran",
        ["No", "Jenis pelayanan", "Uraian", "Satuan", "Alokasi", *SHORT, "Total", "Selisih", "%"],
        [
            row(number, (one.service_type.label,), line, line.difference)
            for number, (one, line) in enumerate([(one, line) for one in types for line in one.budget], 1)
        ],
    )
    grades = [(g.label, g.a, g.b, g.index, g.class_name, " ".join(g.remarks)) for g in report.graded]
    grades.append(("Indeks dinas", None, None, report.index, report.class_name, ""))
    yield "Indeks", ["Jenis pelayanan", "A %", "B %", "IPSPM", "Predikat", "Catatan"], grades
    yield (
        "Dasar per panti",
        ["Panti", *SHORT],
        [(str(shelter), *(one.words for _, one in months)) for shelter, months in report.revisions()],
    )


def row(number, before, line, left):
    return (number, *before, line.label, line.unit, line.asked, *line.months, line.total, left, line.percent)


def write_sheet(book, name, header, rows):
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    number = book.add_format({"num_format": "#,##0.##"})
    sheet = book.add_worksheet(name)
    sheet.set_column(0, len(header) - 1, 12)
    sheet.set_column(1, 1, 44)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, heading in enumerate(header):
        sheet.write_string(0, place, heading, bold)
    for line, values in enumerate(rows, 1):
        for place, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(line, place, value)
            elif value is not None:
                sheet.write_number(line, place, value, number)
