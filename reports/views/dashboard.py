"""The dashboards: a shelter on one page, all shelters beside each other. Figures alone; names stand behind links."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from cases.models import Shelter
from cases.permissions import Perm, get_permitted, require
from reports.dashboard.board import boards


@require_safe
def dashboard(request):
    """Whoever works at one shelter comes to its page; whoever sees several, to all of them."""
    require(request.user, Perm.REPORT)
    shelters = list(Shelter.objects.allowed(request.user, Perm.REPORT))
    if len(shelters) == 1:
        return redirect("reports:shelter_dashboard", shelters[0].slug)
    found = boards(shelters)
    totals = {
        "residents": sum(board.today.residents for board in found),
        "capacity": sum(board.shelter.capacity for board in found),
        "late": sum(board.late for board in found),
        "unsigned": sum(len(board.unsigned) for board in found),
    }
    return render(request, "reports/dashboard.html", {"boards": found, "totals": totals})


@require_safe
def shelter_dashboard(request, shelter):
    place = get_permitted(request.user, Shelter.objects, Perm.REPORT, slug=shelter)
    [board] = boards([place])
    context = {"shelter": place, "board": board, "may": request.user.perms_at(place)}
    return render(request, "reports/dashboard_shelter.html", context)
