"""The list of partners in and out as a sheet. It names no client, so the preview itself carries the file."""

import io
import tempfile

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.permissions import Perm, require
from referrals.models import Partner
from reports.exports import write_csv, write_xlsx
from reports.imports.partners import PartnerSheet
from reports.partner_forms import PartnerFileForm, PartnerSheetForm
from reports.partner_sheet import partner_rows, put_in, write_partner_template
from reports.views.exports import CONTENT


@require_http_methods(["GET", "POST"])
def partner_import(request):
    """First a look at what the file would do, then the same file again, confirmed."""
    require(request.user, Perm.IMPORT)
    form = (PartnerSheetForm if "content" in request.POST else PartnerFileForm)(request.POST or None, request.FILES)
    if not form.is_valid():
        return render(request, "reports/partner_import.html", {"form": form})
    try:
        outcome = put_in(form.sheet, by=request.user, name=form.file_name, confirmed=form.is_confirmed)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("reports:partner_import")
    if form.is_confirmed and not outcome.errors:
        messages.success(request, f"{outcome.to_write} mitra dimasukkan.")
        return redirect("referrals:partner_list")
    again = PartnerSheetForm(initial={"content": form.encoded, "name": form.file_name})
    return render(request, "reports/partner_import.html", {"form": again, "outcome": outcome})


@require_safe
def partner_template(request):
    require(request.user, Perm.IMPORT)
    file = io.BytesIO()
    write_partner_template(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename="mitra.xlsx", content_type=CONTENT["xlsx"])


@require_safe
def partner_export(request):
    """Every partner in use with the columns of the import, so that it can come back changed."""
    require(request.user, Perm.EXPORT)
    partners = Partner.objects.visible_to(request.user).in_use()
    kind, file = "csv" if request.GET.get("bentuk") == "csv" else "xlsx", tempfile.TemporaryFile()
    if kind == "csv":
        count = write_csv(file, PartnerSheet.columns(), partner_rows(partners))
    else:
        remarks = [("Isi", "Mitra"), ("Diambil oleh", str(request.user))]
        count = write_xlsx(file, PartnerSheet.columns(), partner_rows(partners), remarks, name="Mitra")
    record(by=request.user, action="partners.exported", target=request.user, rows=count, format=kind)
    file.seek(0)
    name = f"mitra-{timezone.localdate():%Y-%m-%d}.{kind}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT[kind])
