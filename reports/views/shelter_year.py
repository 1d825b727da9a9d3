"""A shelter's own year of the standard: who was in scope and served, month by month."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.models import Shelter
from cases.permissions import Perm, get_permitted
from reports.views.department import FIRST_YEAR
from reports.yearly.shelter_year import shelter_year


@require_safe
def spm_shelter_year(request, shelter, year):
    place = get_permitted(request.user, Shelter.objects, Perm.REPORT, slug=shelter)
    today = place.today()
    if not FIRST_YEAR <= year <= today.year:
        raise Http404
    context = {
        "report": shelter_year(place, year, today),
        "earlier": year - 1 if year > FIRST_YEAR else None,
        "later": year + 1 if year < today.year else None,
    }
    return render(request, "reports/spm_shelter_year.html", context)
