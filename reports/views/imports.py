import io

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import Perm, get_permitted, require
from reports.imports.run import KINDS
from reports.imports.template import write_template
from reports.models import SheetUpload
from reports.sheet_forms import ImportForm
from reports.views.exports import CONTENT

MOST_SHOWN = 200


@require_http_methods(["GET", "POST"])
def import_start(request):
    """Choose a file. It is kept privately until it is confirmed."""
    require(request.user, Perm.IMPORT)
    form = ImportForm(
        request.POST or None, request.FILES or None, shelters=request.user.shelters_with(Perm.IMPORT)
    )  # fmt: skip
    if form.is_valid():
        for upload in SheetUpload.objects.allowed(request.user, Perm.IMPORT).forgotten():
            upload.forget_file()
        return redirect(form.keep(by=request.user))
    return render(request, "reports/import_start.html", {"form": form, "kinds": SheetUpload.Kind.choices})


@require_http_methods(["GET", "POST"])
def import_preview(request, pk):
    """What the file would do; on confirmation everything is checked once more and put in, or nothing is."""
    upload = get_permitted(request.user, SheetUpload.objects, Perm.IMPORT, pk=pk)
    if request.method == "POST":
        confirm(request, upload)
        return redirect(upload)
    context = {"upload": upload, "most_shown": MOST_SHOWN}
    if upload.file:
        context["outcome"] = outcome = upload.check_rows()
        context["old_values"] = request.user.shelters_with(Perm.FILE).contains(upload.shelter)
        for name in ("errors", "warnings", "changes"):
            context[name] = getattr(outcome, name)[:MOST_SHOWN]
    return render(request, "reports/import_preview.html", context)


def confirm(request, upload):
    try:
        outcome = upload.put_in(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return
    if outcome.errors:
        messages.error(request, "Data berubah sejak berkas diperiksa. Tidak ada yang dimasukkan.")
    else:
        messages.success(request, f"{outcome.to_write} baris dimasukkan ke {upload.shelter}.")


@require_safe
def import_template(request, kind):
    """An empty sheet with its heading, and a second sheet that explains the columns."""
    require(request.user, Perm.IMPORT)
    if kind not in KINDS:
        raise Http404
    file = io.BytesIO()
    write_template(file, KINDS[kind])
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{kind}.xlsx", content_type=CONTENT["xlsx"])
