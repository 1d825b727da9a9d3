import io

from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import Perm, require
from reports.imports.forms import ImportForm, kinds_for, sheet_of
from reports.imports.partner_sheet import write_partner_template
from reports.imports.template import write_template
from reports.models import SheetUpload
from reports.tables.making import CONTENT


@require_http_methods(["GET", "POST"])
def import_start(request):
    """Choose a file. It is kept privately until it is confirmed, and found here again until then."""
    require(request.user, Perm.IMPORT)
    kinds = kinds_for(request.user)
    form = ImportForm(
        request.POST or None, request.FILES or None, shelters=request.user.shelters_with(Perm.IMPORT), kinds=kinds,
        initial={"kind": request.GET.get("jenis")},
    )  # fmt: skip
    uploads = SheetUpload.objects.allowed(request.user, Perm.IMPORT)
    if form.is_valid():
        SheetUpload.forget_old(uploads)
        upload = form.keep(by=request.user)
        return redirect(upload)  # which leads on to its columns, where they have to be paired
    context = {"form": form, "kinds": kinds, "waiting": uploads.waiting()[:20], "done": uploads.put_in()[:5]}
    return render(request, "reports/import_start.html", context)


@require_safe
def import_list(request):
    """Every import, the newest first; of one shelter where so asked."""
    require(request.user, Perm.IMPORT)
    shelters = request.user.shelters_with(Perm.IMPORT)
    uploads, chosen = SheetUpload.objects.allowed(request.user, Perm.IMPORT).put_in(), request.GET.get("panti", "")
    if chosen:
        uploads = uploads.filter(shelter__slug=chosen)
    page = Paginator(uploads, 25).get_page(request.GET.get("page"))
    context = {"page": page, "shelters": shelters, "chosen": chosen}
    return render(request, "reports/import_list.html", context)


@require_safe
def import_template(request, kind):
    """An empty sheet with its heading, and a second sheet that explains the columns."""
    require(request.user, Perm.IMPORT)
    if kind not in dict(kinds_for(request.user)):
        raise Http404
    file, write = io.BytesIO(), write_partner_template if kind == SheetUpload.Kind.PARTNERS else write_template
    write(file, sheet_of(kind))
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{kind}.xlsx", content_type=CONTENT["xlsx"])
