"""What a stay needs, on one page: whoever is on duty sees it, whoever reads the file sees also why."""

from django.db.models import Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from assessments.models import PlanAction
from cases.audit import record
from cases.models import Need, Stay
from cases.permissions import Perm, get_permitted


@require_safe
def stay_needs(request, pk):
    stays = Stay.objects.select_related("client", "shelter").visible_to(request.user)
    stay = get_permitted(request.user, stays, Perm.SEE, pk=pk)
    record(by=request.user, action="stay.viewed", target=stay, page="kebutuhan")
    may, today = request.user.perms_at(stay.shelter), stay.shelter.today()
    needs = list(Need.objects.visible_to(request.user).filter(stay=stay).select_related("service", "responsible"))
    served = {}
    if Perm.FILE in may:
        actions = PlanAction.objects.allowed(request.user, Perm.FILE).filter(goal__plan__stay=stay)
        actions = actions.filter(Q(goal__plan__status="approved") | Q(goal__plan__status__in=["draft", "submitted"]))
        for action in actions.exclude(status="dropped").for_list().order_by("goal__plan__number", "pk"):
            for key in {("need", action.goal.need_id), ("service", action.service_id)}:
                served.setdefault(key, {})[action.thread] = action
    for need in needs:
        found = served.get(("need", need.pk), {}) | served.get(("service", need.service_id), {})
        need.actions = list(found.values())
        need.is_late = not need.closed_on and need.due_on is not None and need.due_on < today
    context = {"stay": stay, "client": stay.client, "may": may}
    context |= {"open": [need for need in needs if not need.closed_on]}
    context |= {"closed": [need for need in needs if need.closed_on]}
    return render(request, "assessments/stay_needs.html", context)
