"""The rows that are wrong, as a sheet to mend: the file's own cells, and beside them what is wrong."""

import io
from collections import defaultdict

from reports.imports.reading import FAULTS
from reports.tables.table import Column, Kind, Table
from reports.tables.xlsx import write_xlsx


def wrong_rows(outcome):
    """Bytes of a workbook. It can come back as it is: the column of faults is passed by."""
    sheet, reasons = outcome.sheet, defaultdict(list)
    for error in outcome.errors or outcome.left_out:
        reasons[error.row].append(f"{error.column}: {error.reason}")
    places = [place for place, name in enumerate(sheet.header) if name != FAULTS]
    rows = (
        [*(row[place] for place in places), " ".join(reasons[number])]
        for number, row in zip(sheet.numbers, sheet.rows, strict=True)
        if number in reasons
    )
    columns = [Column(sheet.header[place], Kind.ANY, sensitive=True) for place in places]
    table = Table("Baris yang salah", "baris-salah", [*columns, Column(FAULTS, width=60)], rows)
    file = io.BytesIO()
    write_xlsx(file, table)
    return file.getvalue()
