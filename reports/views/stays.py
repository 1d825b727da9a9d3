from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.models import Stay
from cases.permissions import Perm, require
from reports.sheet_forms import StayFilterForm


def filtered(request):
    """The filter form and the stays it chooses, of the shelters whose stays this person may take out."""
    shelters = request.user.shelters_with(Perm.EXPORT)
    filters = StayFilterForm(request.GET, shelters=shelters)
    stays = filters.apply(Stay.objects.allowed(request.user, Perm.EXPORT))
    return filters, stays.order_by("shelter__name", "-entered_on", "-pk")


@require_safe
def stay_list(request):
    """Stays, with the names of one's own shelters; the department sees figures and numbers."""
    require(request.user, Perm.EXPORT)
    filters, stays = filtered(request)
    stays = stays.select_related("client", "shelter", "category")
    page = Paginator(stays, 25).get_page(request.GET.get("page"))
    named = set(request.user.shelters_with(Perm.SEE).values_list("pk", flat=True))
    for stay in page:
        stay.is_named = stay.shelter_id in named
    return render(request, "reports/stay_list.html", {"filters": filters, "page": page, "named": named})
