from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.forms.visit import VisitForm, VisitWordsForm
from cases.models import Attendance, EffectRating, Incident, Stay, Visit
from cases.permissions import Perm, get_permitted
from cases.views.acts import create_once
from cases.views.client import file_of, header
from cases.views.intake import add_errors


@require_safe
def client_activities(request, pk):
    """The tab of what the client took part in: visits, group activities and their effect, incidents."""
    client = file_of(request, pk, Perm.SEE)
    user = request.user
    context = header(user, client)
    visits = Visit.objects.visible_to(user).filter(stay__client=client).select_related("recorded_by", "stay__shelter")
    came = Attendance.objects.visible_to(user).filter(stay__client=client)
    came = came.select_related("session__programme").order_by("-session__on", "-pk")
    context |= {
        "visits": visits[:50], "page": Paginator(came, 25).get_page(request.GET.get("page")),
        "incidents": Incident.objects.visible_to(user).about(client)[:25], "effects": effects(user, client),
    }  # fmt: skip
    return render(request, "cases/client_activities.html", context)


def effects(user, client):
    """[(programme, before, latest)] for each dimension, for whoever reads the file."""
    ratings = EffectRating.objects.allowed(user, Perm.FILE).filter(stay__client=client)
    by_programme = {}
    for rating in ratings.select_related("programme").order_by("rated_on", "pk"):
        known = by_programme.setdefault((rating.programme, rating.dimension), [])
        known.append(rating)
    return [(key[0], known[0], known[-1] if len(known) > 1 else None) for key, known in by_programme.items()]


@require_http_methods(["GET", "POST"])
def visit_new(request, pk):
    stays = Stay.objects.visible_to(request.user).select_related("client", "shelter", "service_type")
    stay = get_permitted(request.user, stays, Perm.RECORD, pk=pk)
    initial = {"on": stay.shelter.today(), "visited_by": str(request.user)}
    form = VisitForm(request.POST or None, stay=stay, initial=initial)

    def make():
        visit = form.save(stay=stay, by=request.user)
        messages.success(request, "Kunjungan dicatat.")
        return visit.get_absolute_url()

    done = create_once(request, form, make, otherwise=stay)
    return done or render(request, "cases/visit_form.html", {"form": form, "stay": stay, "client": stay.client})


@require_http_methods(["GET", "POST"])
def visit_edit(request, pk):
    visits = Visit.objects.visible_to(request.user).select_related("stay__client", "stay__shelter")
    visit = get_permitted(request.user, visits, Perm.RECORD, pk=pk)
    if not visit.may_be_read_by(request.user):
        raise PermissionDenied
    form = VisitWordsForm(request.POST or None, initial=VisitWordsForm.initial_of(visit))
    if form.is_valid():
        try:
            form.fill(visit).rewrite(by=request.user, version=form.cleaned_data["version"])
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Catatan kunjungan disimpan.")
            return redirect(visit)
    context = {"form": form, "visit": visit, "stay": visit.stay, "client": visit.stay.client}
    return render(request, "cases/visit_form.html", context)
