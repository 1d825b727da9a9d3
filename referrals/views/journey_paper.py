"""What prints of a journey home: its letters, and the sheet for whoever travels along."""

from django.http import Http404
from django.views.decorators.http import require_safe

from cases.audit import record
from cases.permissions import Perm, get_permitted
from referrals.journey_documents import PAPERS, journey_letter, travel_sheet
from referrals.journey_door import can_have_link
from referrals.models import Journey
from referrals.views.link import link_url


@require_safe
def journey_letter_pdf(request, pk, paper):
    """One of the three letters; that to the offices bears the code by which the office named by `?ruas=` answers."""
    journey = get_permitted(request.user, Journey.objects.for_page(), Perm.FILE, pk=pk)
    column = PAPERS.get(paper)
    if column is None:
        raise Http404
    record(by=request.user, action="journey.printed", target=journey, page=paper)
    kept = getattr(journey, column)
    number = request.GET.get("ruas", "")
    legs = journey.itinerary
    leg = next((leg for leg in legs if str(leg.position) == number), legs[-1] if legs else None)
    url = request.build_absolute_uri(kept.letter.get_verification_url()) if kept else ""
    answer = leg and column == "letter" and kept and can_have_link(leg)
    answer_url = link_url(request, leg.link, "arrival_page") if answer else ""
    return journey_letter(journey, column, leg=leg, verification_url=url, answer_url=answer_url).response()


@require_safe
def journey_sheet_pdf(request, pk):
    journey = get_permitted(request.user, Journey.objects.for_page(), Perm.FILE, pk=pk)
    record(by=request.user, action="journey.printed", target=journey, page="lembar-perjalanan")
    return travel_sheet(journey).response()
