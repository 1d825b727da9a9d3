from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.models import Shelter
from cases.permissions import Perm, get_permitted, require
from reports.figures.recap import recap
from reports.month import Month
from reports.monthly.state import MARKS, state_of, states
from reports.spm.month import spm_month as compute

MONTHS_LISTED = 12


@require_safe
def spm_index(request):
    require(request.user, Perm.REPORT)
    shelters = Shelter.objects.allowed(request.user, Perm.REPORT)
    listed = {shelter: latest_months(shelter) for shelter in shelters}
    known = states(listed, sorted({month for months in listed.values() for month in months}))
    lines = [(shelter, [(month, known[shelter.pk, month]) for month in months]) for shelter, months in listed.items()]
    return render(request, "reports/spm_index.html", {"lines": lines, "marks": MARKS})


@require_safe
def spm_month(request, shelter, year, month):
    place = get_permitted(request.user, Shelter.objects, Perm.REPORT, slug=shelter)
    period = month_begun(place, year, month)
    following = period.moved(1)
    state = state_of(place, period)
    context = {
        "shelter": place,
        "month": period,
        "state": state,
        "may": request.user.perms_at(place),
        "earlier": period.moved(-1),
        "later": following if following <= Month.of(place.today()) else None,
    }
    if state.in_force:
        return render(request, "reports/month_signed.html", context | {"figures": state.in_force.figures})
    context |= {"report": compute(place, period), "recap": recap(place, period.first, period.last)}
    return render(request, "reports/spm_month.html", context)


def latest_months(shelter):
    """This month and the eleven before it, the latest first."""
    current = Month.of(shelter.today())
    return [current.moved(-step) for step in range(MONTHS_LISTED)]


def month_begun(shelter, year, number):
    """The month. No such page when there is no such month, or it has not begun at the shelter."""
    if not 1900 <= year <= 9999 or not 1 <= number <= 12:
        raise Http404
    month = Month(year, number)
    if month.first > shelter.today():
        raise Http404
    return month
