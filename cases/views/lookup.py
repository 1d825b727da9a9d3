"""Small pages that other pages ask: regions while typing, and whether a printed letter is ours."""

import re
from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.address import neighbourhood_of
from cases.cleaning import clean_text
from cases.models import AuditEvent, BasicService, Letter, Region, Throttle
from cases.permissions import Perm, require

MOST_CHECKS = 40  # of letters, in ten minutes from one address: an office behind one line, and no machine
WITHIN = timedelta(minutes=10)


@require_safe
def region_search(request):
    """Regions for the picker of any field. Region names are public; who asked for whom is not in the address."""
    field = next((name for name in request.GET if re.fullmatch(r"[a-z_]{1,30}_q", name)), "origin_q")
    typed = clean_text(request.GET.get(field, ""))
    regions = Region.objects.matching(typed)  # public codes, visible_to( everybody signed in
    return render(request, "cases/_region_choices.html", {"regions": regions, "typed": typed, "name": field[:-2]})


@login_not_required
@require_safe
def letter_verify(request, code):
    """Whether a letter is real: number, date and office, and nothing about a person."""
    # Counted whether right or wrong, so that every answer costs alike.
    too_often = Throttle.knock("letter", neighbourhood_of(request), within=WITHIN) > MOST_CHECKS
    letter = Letter.objects.filter(code=code).select_related("shelter").first()  # by its secret code: allowed( anyone
    if too_often:
        return render(request, "cases/letter_verify.html", {"too_often": True}, status=429)
    return render(request, "cases/letter_verify.html", {"letter": letter}, status=200 if letter else 404)


@require_safe
def trail(request):
    """Who did and read what, at the shelters whose trail this person may read."""
    require(request.user, Perm.AUDIT)
    events = AuditEvent.objects.visible_to(request.user)
    page = Paginator(events, 50).get_page(request.GET.get("page"))
    services = BasicService.objects.labels()  # a list of the office: allowed( everybody
    return render(request, "cases/trail.html", {"page": page, "service_labels": services})
