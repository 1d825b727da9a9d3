"""My exports: how far each is, its file while it lives, and a way to stop it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from cases.audit import record
from cases.permissions import Perm, get_permitted
from reports.lists.registry import LISTINGS
from reports.models import ExportJob
from reports.tables.making import CONTENT

SHOWN = 30
GONE = "Berkas ini sudah dihapus. Berkas ekspor disimpan 7 hari; buka daftarnya dan minta sekali lagi."


@require_safe
@vary_on_headers("HX-Request")
def export_list(request):
    """One's own alone. While one is being made the rows ask for themselves again; without JavaScript one reloads."""
    jobs = list(ExportJob.objects.visible_to(request.user)[:SHOWN])
    template = "reports/_export_rows.html" if "HX-Request" in request.headers else "reports/export_list.html"
    return render(request, template, {"jobs": jobs, "is_busy": any(job.is_active for job in jobs)})


@require_safe
def export_file(request, pk):
    """The file, to whoever asked for it, signed in and with the same rights as then."""
    job = get_permitted(request.user, ExportJob.objects, right_of(request.user, pk), pk=pk)
    if not job.is_ready:
        messages.error(request, GONE if job.status == ExportJob.Status.DONE else "Berkas ini belum selesai dibuat.")
        return redirect("reports:export_list")
    listing = LISTINGS[job.listing]
    listing.require(request.user, taking_out=True)
    if not set(job.shelters) <= listing.shelters_of(request.user):
        raise PermissionDenied("Hak Anda di salah satu panti dalam berkas ini sudah berakhir.")
    record(by=request.user, action="export.downloaded", target=job, title=job.title, format=job.format)
    return FileResponse(
        job.file.open("rb"), as_attachment=True, filename=job.file_name, content_type=CONTENT[job.format]
    )


@require_POST
def export_cancel(request, pk):
    job = get_permitted(request.user, ExportJob.objects, right_of(request.user, pk), pk=pk)
    try:
        job.cancel(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, f"Ekspor “{job}” dibatalkan. Tidak ada berkas yang tersisa.")
    return redirect("reports:export_list")


def right_of(user, pk):
    """The right by which this list leaves the house; of an unknown job the usual one."""
    job = ExportJob.objects.visible_to(user).filter(pk=pk).first()
    return LISTINGS[job.listing].out if job else Perm.EXPORT
