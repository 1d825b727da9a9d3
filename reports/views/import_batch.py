"""One file on its way in: its columns, its rows, the confirmation; and afterwards what it did, and its undoing."""

import io

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.permissions import Perm, get_permitted
from cases.views.acts import act
from reports.imports.forms import UndoForm
from reports.imports.mapping_forms import ColumnForm, PlaceForm
from reports.imports.report import written_rows
from reports.imports.wrong_rows import wrong_rows
from reports.models import SheetUpload
from reports.tables.making import CONTENT

MOST_SHOWN = 200
SHOWN = {"kesalahan": "errors", "peringatan": "warnings", "perubahan": "changes"}


def get_upload(request, pk):
    uploads = SheetUpload.objects.visible_to(request.user).select_related("shelter", "trace")
    return get_permitted(request.user, uploads, Perm.IMPORT, pk=pk)


@require_http_methods(["GET", "POST"])
def import_map(request, pk):
    """Which sheet, which row of headings, and which column is which of ours."""
    upload = get_upload(request, pk)
    if not upload.file:
        return redirect(upload)
    place = PlaceForm(request.POST if request.method == "POST" else request.GET, upload=upload)
    form = ColumnForm(request.POST if request.method == "POST" else None, upload=upload, place=place)
    if form.is_valid():
        try:
            form.keep(by=request.user)
            return redirect(upload)
        except ValidationError as error:
            form.add_error(None, error)
    return render(request, "reports/import_map.html", {"upload": upload, "form": form, "place": place})


@require_http_methods(["GET", "POST"])
def import_preview(request, pk):
    """What the file would do; on confirmation everything is checked once more. Afterwards: what it did."""
    upload = get_upload(request, pk)
    if upload.file and not upload.is_mapped:
        return redirect("reports:import_map", upload.pk)
    if request.method == "POST":
        confirm(request, upload)
        return redirect(upload)
    if not upload.file:
        return report(request, upload)
    try:
        outcome = upload.check_rows()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("reports:import_map", upload.pk)
    context = {"upload": upload, "outcome": outcome, "most_shown": MOST_SHOWN, "can_fetch": may_fetch(request, upload)}
    if outcome.errors:
        partial = upload.check_rows(leave_out=True)
        context["partial"] = partial if partial.left_out else None
    context["old_values"] = upload.shelter is None or request.user.shelters_with(Perm.FILE).contains(upload.shelter)
    wanted = SHOWN.get(request.GET.get("lihat"))
    for name in [wanted] if wanted else SHOWN.values():
        context[name] = getattr(outcome, name)[:MOST_SHOWN]
    return render(request, "reports/import_preview.html", context | {"wanted": request.GET.get("lihat", "")})


def report(request, upload):
    """What went in, by whom, and where its rows are now."""
    context = {"upload": upload, "can_fetch": may_fetch(request, upload)}
    if upload.applied_at and upload.has_trace:
        page = Paginator(written_rows(upload.trace.rows), 50).get_page(request.GET.get("page"))
        context |= {"page": page, "rows": page.object_list.with_links(request.user)}
    return render(request, "reports/import_report.html", context)


def confirm(request, upload):
    allowed = request.POST.get("tertinggal", "")
    may_leave_out = int(allowed) if allowed.isascii() and allowed.isdigit() and len(allowed) < 6 else 0
    try:
        outcome = upload.put_in(by=request.user, may_leave_out=may_leave_out)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return
    if outcome.errors:
        messages.error(request, "Data berubah sejak berkas diperiksa. Tidak ada yang dimasukkan.")
        return
    left = f" {outcome.rows_left_out} baris tertinggal." if outcome.left_out else ""
    messages.success(request, f"{outcome.to_write} baris dimasukkan ke {upload.shelter or 'daftar dinas'}.{left}")


def may_fetch(request, upload):
    """The file's rows hold names: they go to whoever brought them, or reads the files there."""
    if upload.uploaded_by_id == request.user.pk or upload.shelter is None:
        return True
    return request.user.shelters_with(Perm.FILE).contains(upload.shelter)


@require_safe
def import_wrong(request, pk):
    """The wrong rows as a sheet, with what is wrong beside each; after a partial import those that were left out."""
    upload = get_upload(request, pk)
    if not may_fetch(request, upload):
        raise PermissionDenied
    if upload.rest:
        with upload.rest.open("rb") as kept:
            content = kept.read()
    elif upload.file and upload.is_mapped and (outcome := upload.check_rows()).errors:
        content = wrong_rows(outcome)
    else:
        return redirect(upload)
    record(by=request.user, action="sheet.downloaded", target=upload, kind=upload.kind, file=upload.file_name)
    name = f"{upload.kind}-baris-salah.xlsx"
    return FileResponse(io.BytesIO(content), as_attachment=True, filename=name, content_type=CONTENT["xlsx"])


@require_POST
def import_discard(request, pk):
    upload = get_upload(request, pk)
    try:
        upload.discard(by=request.user)
        messages.success(request, "Berkas dihapus. Tidak ada yang dimasukkan.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("reports:import_start")


@require_http_methods(["GET", "POST"])
def import_undo(request, pk):
    upload = get_upload(request, pk)
    form = UndoForm(request.POST if request.method == "POST" else None)

    def verb():
        upload.undo(by=request.user, reason=form.cleaned_data["reason"])
        return "Impor dibatalkan seluruhnya. Berkas yang sama dapat dimasukkan lagi."

    done = act(request, form, verb, upload.get_absolute_url())
    return done or render(request, "reports/import_undo.html", {"form": form, "upload": upload})
