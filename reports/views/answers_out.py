import tempfile

from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from assessments.models import Assessment, Instrument, InstrumentVersion
from cases.audit import record
from cases.permissions import Perm
from reports.answers.forms import AnswerExportForm, AnswerFilterForm, answer_shelters
from reports.answers.out import CHUNK, Layout, sheet_rows, write_csvs, write_workbook
from reports.tables.making import CONTENT

ZIP = {"zip": "application/zip"}


@require_http_methods(["GET", "POST"])
def answers_export(request):
    """The answers of the current filter as a file; what is sensitive, and names, only for a reason on the trail."""
    shelters = answer_shelters(request.user, Perm.EXPORT)
    if not shelters.exists():
        raise PermissionDenied
    instruments = Instrument.objects.visible_to(request.user).published()
    filters = AnswerFilterForm(request.GET or None, shelters=shelters, instruments=instruments)
    assessments = filters.apply(Assessment.objects.allowed(request.user, Perm.EXPORT).at(shelters))
    form = AnswerExportForm(request.POST or None)
    if form.is_valid() and filters.is_valid():
        return exported(request.user, assessments, filters, shelters, **form.cleaned_data)
    context = {"form": form, "filters": filters}
    if filters.is_valid():
        context["count"] = assessments.count()
    return render(request, "reports/answers_export.html", context)


def exported(user, assessments, filters, shelters, *, reason, named, format):
    """Built in a temporary file within this request's transaction, which the cursor of the rows needs."""
    instrument, chosen = filters.cleaned_data["instrument"], filters.described()
    used = assessments.order_by().values("version")
    versions = InstrumentVersion.objects.visible_to(user).filter(pk__in=used).light().order_by("-number")
    layout = Layout([version.form for version in versions] or [instrument.current.form], named=named)
    ordered = assessments.for_page().defer("version__source", "stamps", "returned_answers")
    stream = ordered.order_by("submitted_at", "pk").iterator(chunk_size=CHUNK)
    full_nik = set(shelters.values_list("pk", flat=True))
    rows, file = sheet_rows(layout, stream, reason=reason, full_nik=full_nik), tempfile.TemporaryFile()
    remarks = [
        ("Isi", f"Jawaban {instrument}"), ("Saringan", chosen), ("Diambil oleh", str(user)),
        ("Keperluan", reason or "tidak ditulis: jawaban peka disembunyikan"),
        ("Waktu", timezone.localtime().strftime("%Y-%m-%d %H.%M")),
    ]  # fmt: skip
    if format == "xlsx":
        count, ending = write_workbook(file, layout, rows, remarks), "xlsx"
    else:
        count, ending = write_csvs(file, layout, rows, remarks)
    record(
        by=user, action="answers.exported", target=user, reason=reason, filter=chosen, rows=count, format=ending,
        instrument=instrument.slug, named="ya" if named else "tidak",
    )  # fmt: skip
    file.seek(0)
    name = f"jawaban-{instrument.slug}-{timezone.localdate():%Y-%m-%d}.{ending}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=(CONTENT | ZIP)[ending])
