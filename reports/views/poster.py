"""Posters and the square picture of what a shelter has published; and the staff's page with all of them."""

import hashlib
from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, quote_etag
from django.views.decorators.http import require_safe

from cases.models import Shelter
from cases.permissions import Perm, get_permitted
from reports.models import PublicPage
from reports.public.gate import too_often
from reports.public.posters import SHEETS, Poster
from reports.public.square import Square

SPAN, MOST = timedelta(minutes=10), 20  # each costs seconds of computing
OFTEN = "Terlalu sering diunduh dari alamat ini. Tunggu sepuluh menit, lalu coba lagi."


def drawn(kind, page, address):
    """What a name like a4.pdf or kotak.png stands for."""
    name, _, extension = kind.rpartition(".")
    if extension == "pdf" and name in SHEETS:
        return Poster(page, SHEETS[name], address)
    if kind == "kotak.png":
        return Square(page, address)
    raise Http404


@login_not_required
@require_safe
def poster(request, slug, kind):
    """Made anew for each version: whoever has this one already is told so."""
    shelter = get_object_or_404(Shelter, slug=slug)
    page = PublicPage.objects.in_force(shelter)  # what anybody is allowed( to read
    if page is None:
        return render(request, "reports/public/no_poster.html", {"shelter": shelter, "here": "poster"}, status=404)
    made = drawn(kind, page, request.build_absolute_uri)
    etag = quote_etag(hashlib.sha256(f"{kind}{made.told()}".encode()).hexdigest()[:32])
    response = get_conditional_response(request, etag=etag)
    if response is None:
        if too_often(request, "poster", most=MOST, within=SPAN):
            return HttpResponse(OFTEN, content_type="text/plain; charset=utf-8", status=429)
        response = file_response(made, etag)
    response["ETag"], response["Cache-Control"] = etag, "public, max-age=300"
    return response


def file_response(made, etag):
    """Computed once per worker and hour, however many want it."""
    disposition = content_disposition_header(False, made.filename)
    content = cache.get_or_set(f"poster:{etag}", made.content, 3600)
    return HttpResponse(content, made.content_type, headers={"Content-Disposition": disposition})


@require_safe
def poster_page(request, slug):
    shelter = get_permitted(request.user, Shelter.objects.all(), Perm.VOICES, slug=slug)
    page = PublicPage.objects.in_force(shelter)  # of a shelter that get_permitted( gave
    context = {"shelter": shelter, "page": page, "sheets": SHEETS.values()}
    return render(request, "reports/public/posters.html", context)
