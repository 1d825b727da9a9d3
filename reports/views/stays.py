from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cases.permissions import Perm, require
from reports.lists.listing import Asking
from reports.lists.of_stays import filtered_stays


@require_safe
def stay_list(request):
    """Stays, with the names of one's own shelters; the department sees figures and numbers."""
    require(request.user, Perm.EXPORT)
    filters, stays = filtered_stays(Asking(request.user, request.GET))
    stays = stays.select_related("client", "shelter", "category")
    page = Paginator(stays, 25).get_page(request.GET.get("page"))
    named = set(request.user.shelters_with(Perm.SEE).values_list("pk", flat=True))
    for stay in page:
        stay.is_named = stay.shelter_id in named
    return render(request, "reports/stay_list.html", {"filters": filters, "page": page, "named": named})
