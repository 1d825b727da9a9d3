"""The agenda of letters as a spreadsheet, for a reason that stands on the trail."""

import tempfile

from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.audit import record
from cases.permissions import Perm
from cases.views.agenda import chosen_agenda
from reports.exports import write_csv, write_xlsx
from reports.sheet_forms import ExportForm
from reports.views.exports import CONTENT


@require_http_methods(["GET", "POST"])
def agenda_export(request):
    _, book = chosen_agenda(request)
    if Perm.EXPORT not in book.may:
        raise PermissionDenied
    form = ExportForm(request.POST or None)
    if form.is_valid():
        return exported(request.user, book, **form.cleaned_data)
    context = {"form": form, "book": book, "count": book.rows.count()}
    return render(request, "reports/agenda_export.html", context)


def exported(user, book, *, reason, format):
    file, lines = tempfile.TemporaryFile(), book.lines()
    if format == "xlsx":
        remarks = [
            ("Isi", f"{book.heading} {book.year}, {book.shelter}"), ("Diambil oleh", str(user)), ("Keperluan", reason),
            ("Waktu", timezone.localtime().strftime("%Y-%m-%d %H.%M")),
        ]  # fmt: skip
        count = write_xlsx(file, book.columns, lines, remarks, name="Agenda")
    else:
        count = write_csv(file, book.columns, lines)
    record(
        by=user, action="agenda.exported", target=book.shelter, reason=reason, year=book.year, way=book.way,
        rows=count, format=format,
    )  # fmt: skip
    file.seek(0)
    name = f"agenda-surat-{'masuk' if book.way == 'in' else 'keluar'}-{book.year}.{format}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT[format])
