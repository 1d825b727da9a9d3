"""A short table on paper, with its letterhead and signature. A long one is a spreadsheet."""

from operator import itemgetter

from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.pdf import Document
from reports.tables.table import shown_row

MOST_ROWS = 1_500  # about 50 pages: a page costs half a second and ten megabytes
MOST_COLUMNS = 14  # that can be read across a landscape page
WIDE = 6  # columns from which the page lies on its side
NARROW = 10  # columns from which the letters are small
TOO_LONG = "Daftar ini terlalu panjang untuk PDF (paling banyak {most} baris). Persempit saringannya, atau pilih Excel."


def fits(selection):
    return len(selection.columns) <= MOST_COLUMNS


def refuse_too_long(count):
    if count > MOST_ROWS:
        raise ValidationError({"format": TOO_LONG.format(most=f"{MOST_ROWS:,}".replace(",", "."))})


def write_pdf(file, table, tick=None, *, shelter=None):
    """Write the table as PDF. Returns the number of rows. Raises ValidationError when it is too long."""
    rows = list(table.rows)
    refuse_too_long(len(rows))
    file.write(table_document(table, rows, shelter).pdf())
    return len(rows)


def table_document(table, rows, shelter):
    """Of one shelter alone its name stands in the letterhead, and not in every row."""
    keep = [place for place, column in enumerate(table.columns) if not (shelter and column.heading == "Panti")]
    columns = [table.columns[place] for place in keep]
    kept = itemgetter(*keep) if len(keep) > 1 else lambda row: [row[keep[0]]]
    today = shelter.today() if shelter else timezone.localdate()
    return Document(
        template="reports/listing_pdf.html",
        context={
            "table": table, "columns": columns, "lines": [shown_row(columns, kept(row)) for row in rows],
            "total": shown_row(columns, kept(table.total)) if table.total else None, "shelter": shelter,
            "wide": len(columns) >= WIDE, "narrow": len(columns) >= NARROW, "printed_on": today, "signed_on": today,
            "signer": shelter and shelter.head_on(today), "role": f"Kepala {shelter}" if shelter else "",
            "remarks": table.remarks,
        },
        filename=f"{table.name}.pdf",
    )  # fmt: skip
