"""A table becomes a file: the one place where it does, at once or in the background."""

import contextlib
import tempfile

from django.core.exceptions import ValidationError
from django.http import FileResponse
from django.utils import timezone

from cases.audit import record
from reports.tables import paper
from reports.tables.delimited import write_csv
from reports.tables.table import said_of
from reports.tables.xlsx import write_xlsx

CONTENT = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
}
FULL = "Penyimpanan server penuh, berkas tidak dibuat. Hubungi pengelola server, lalu minta sekali lagi."


def write_table(file, table, format, tick=None, *, shelter=None):
    """Write it in one of the formats. Returns the number of rows."""
    match format:
        case "xlsx":
            return write_xlsx(file, table, tick)
        case "csv":
            return write_csv(file, table, tick)
        case "pdf":
            return paper.write_pdf(file, table, tick, shelter=shelter)
    raise ValueError(format)


def handed_over(table, format, *, by, action, chosen, reason="", shelter=None):
    """The answer of a page: the file, and on the trail who took what and why.

    Built in a temporary file within this request's transaction. Raises ValidationError when there is no room for it.
    """
    told = "; ".join(filter(None, [chosen]))
    table.remarks[:0] = said_of(table, chosen=told, by=by, reason=reason)
    file = tempfile.TemporaryFile()
    try:
        count = write_table(file, table, format, shelter=shelter)
        file.seek(0)
    except OSError as error:
        with contextlib.suppress(OSError):  # closing tries to write the rest
            file.close()
        raise ValidationError(FULL) from error
    record(
        by=by, action=action, target=shelter or by, shelter=shelter, title=table.title, reason=reason, filter=told,
        rows=count, format=format,
    )  # fmt: skip
    name = f"{table.name}-{timezone.localdate():%Y-%m-%d}.{format}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT[format])
