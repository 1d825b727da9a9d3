"""SOP documents that anybody may read: approved, in force, and meant for it."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from cases.models import Shelter
from reports.models import SopVersion
from reports.public.gate import too_often
from reports.views.sop_version import version_response

OFTEN = "Terlalu sering diunduh dari alamat ini. Tunggu sepuluh menit, lalu coba lagi."


@login_not_required
@require_safe
def sop_public(request, slug, pk):
    shelter = get_object_or_404(Shelter, slug=slug)
    found = SopVersion.objects.public_at(shelter).filter(document=pk)  # public: nobody has to be allowed( to read it
    version = next(iter(found.select_related("document__shelter", "approved_by").order_by()), None)
    if version is None:
        raise Http404("SOP ini tidak ada, atau tidak dibuka untuk umum.")
    if too_often(request, "sop", most=30, within=timedelta(minutes=10)):
        return HttpResponse(OFTEN, content_type="text/plain; charset=utf-8", status=429)
    return version_response(version)
