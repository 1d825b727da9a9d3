from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.event_documents import incident_report
from cases.forms.incident import IncidentCloseForm, IncidentFilterForm, IncidentForm
from cases.models import Incident, Shelter
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import create_once
from cases.views.intake import add_errors


def chosen_incidents(user, query):
    """The filter, and the incidents that it chooses: what the page shows and a spreadsheet holds."""
    filters = IncidentFilterForm(query or None)
    return filters, filters.apply(Incident.objects.allowed(user, Perm.RECORD)).select_related("shelter")


@require_safe
def incident_list(request):
    """By kind and date, of one's own shelters; what is told of people is on each one's page."""
    require(request.user, Perm.RECORD)
    filters, incidents = chosen_incidents(request.user, request.GET)
    page = Paginator(incidents, 25).get_page(request.GET.get("page"))
    shelters = request.user.shelters_with(Perm.RECORD)
    return render(request, "cases/incident_list.html", {"filters": filters, "page": page, "shelters": shelters})


@require_http_methods(["GET", "POST"])
def incident_new(request, slug):
    shelter = get_permitted(request.user, Shelter.objects, Perm.RECORD, slug=slug)
    form = IncidentForm(request.POST or None, incident=Incident(shelter=shelter))

    def make():
        incident = form.save(by=request.user)
        messages.success(request, "Kejadian dicatat.")
        return incident.get_absolute_url()

    done = create_once(request, form, make, otherwise="cases:incident_list")
    return done or render(request, "cases/incident_form.html", {"form": form, "shelter": shelter})


@require_safe
def incident_detail(request, pk):
    incidents = Incident.objects.visible_to(request.user).select_related("shelter", "created_by", "closed_by")
    incident = get_permitted(request.user, incidents, Perm.RECORD, pk=pk)
    record(by=request.user, action="incident.viewed", target=incident)
    context = {
        "incident": incident, "people": incident.people.select_related("client"),
        "readable": incident.may_be_read_by(request.user), "may": request.user.perms_at(incident.shelter),
    }  # fmt: skip
    return render(request, "cases/incident_detail.html", context)


def readable_incident(request, pk):
    incident = get_permitted(request.user, Incident.objects.select_related("shelter"), Perm.RECORD, pk=pk)
    if not incident.may_be_read_by(request.user):
        raise PermissionDenied
    return incident


@require_http_methods(["GET", "POST"])
def incident_edit(request, pk):
    incident = readable_incident(request, pk)
    form = IncidentForm(request.POST or None, incident=incident)
    if form.is_valid():
        try:
            form.save(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Catatan kejadian disimpan.")
            return redirect(incident)
    context = {"form": form, "shelter": incident.shelter, "incident": incident}
    return render(request, "cases/incident_form.html", context)


@require_http_methods(["GET", "POST"])
def incident_close(request, pk):
    incident = get_permitted(request.user, Incident.objects.select_related("shelter"), Perm.FILE, pk=pk)
    form = IncidentCloseForm(request.POST or None, initial={"follow_up": incident.follow_up})
    if form.is_valid():
        try:
            incident.close(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Kejadian ditutup.")
            return redirect(incident)
    return render(request, "cases/incident_close.html", {"form": form, "incident": incident})


@require_safe
def incident_pdf(request, pk):
    incident = readable_incident(request, pk)
    record(by=request.user, action="incident.printed", target=incident)
    return incident_report(incident).response()
