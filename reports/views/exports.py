import tempfile

from django.http import FileResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.audit import record
from cases.permissions import Perm, require
from reports.exports import headings, stay_rows, write_csv, write_xlsx
from reports.sheet_forms import ExportForm
from reports.views.stays import filtered

CONTENT = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@require_http_methods(["GET", "POST"])
def stay_export(request):
    """The stays of the current filter as a file, for a reason that stands on the trail."""
    require(request.user, Perm.EXPORT)
    filters, stays = filtered(request)
    form = ExportForm(request.POST or None)
    if form.is_valid() and filters.is_valid():
        return exported(request.user, stays, filters.described(), **form.cleaned_data)
    context = {"form": form, "filters": filters, "count": stays.count()}
    return render(request, "reports/stay_export.html", context)


def exported(user, stays, chosen, *, reason, format):
    """Built in a temporary file within this request's transaction, which the cursor of the rows needs."""
    full_nik = set(user.shelters_with(Perm.FILE).values_list("pk", flat=True))
    rows, file = stay_rows(stays, full_nik=full_nik), tempfile.TemporaryFile()
    if format == "xlsx":
        remarks = [
            ("Isi", "Masa tinggal"), ("Saringan", chosen), ("Diambil oleh", str(user)), ("Keperluan", reason),
            ("Waktu", timezone.localtime().strftime("%Y-%m-%d %H.%M")),
        ]  # fmt: skip
        count = write_xlsx(file, headings(), rows, remarks)
    else:
        count = write_csv(file, headings(), rows)
    record(
        by=user, action="stays.exported", target=user, reason=reason, filter=chosen, rows=count, format=format
    )  # fmt: skip
    file.seek(0)
    name = f"masa-tinggal-{timezone.localdate():%Y-%m-%d}.{format}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT[format])
