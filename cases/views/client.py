from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from cases.audit import record
from cases.duplicates import twins
from cases.forms.client import ClientForm
from cases.forms.filters import ClientFilterForm
from cases.forms.stay import SearchForm
from cases.locks import LOCKED
from cases.models import AuditEvent, BasicService, Client, Merge, Need, ServiceRecord, Stay
from cases.models.aftercare import failed_reunions
from cases.models.warning import shown_warnings
from cases.permissions import Perm, get_permitted
from cases.views.intake import add_errors, without_errors

# Of a locked file pages offer what belongs to the file and to the death; the trail's door refuses all else anyway.
CLOSED_BY_DEATH = {Perm.ADMIT, Perm.REFER}


def chosen_clients(user, query):
    """The filter, and the clients that it chooses: what the page shows and a spreadsheet holds."""
    filters = ClientFilterForm(query or None, shelters=user.shelters_with(Perm.SEE))
    return filters, filters.apply(Client.objects.visible_to(user))


@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def client_list(request):
    """Clients of one's own shelters. A name is searched by POST, so that it stands in no address or log."""
    filters, clients = chosen_clients(request.user, request.GET)
    search = SearchForm(request.POST or None)
    if search.is_valid():
        clients = clients.matching(search.cleaned_data["q"])
    clients = clients.with_last_stay().prefetch_related(shown_warnings(request.user))
    page = Paginator(clients, 25).get_page(request.GET.get("page"))
    template = "cases/_client_table.html" if "HX-Request" in request.headers else "cases/client_list.html"
    return render(request, template, {"filters": filters, "search": search, "page": page})


def file_of(request, pk, perm=Perm.FILE):
    """The client and, on the trail, that somebody looked."""
    client = get_permitted(request.user, Client.objects, perm, pk=pk)
    record(by=request.user, action="client.viewed", target=client, page=request.resolver_match.url_name)
    return client


def header(user, client):
    """What stands at the head of every page of a file: the stays that this person may know of, the latest first."""
    stays = Stay.objects.visible_to(user).kept().with_place().with_past().filter(client=client)
    stays = list(stays.select_related("shelter", "category", "source", "exit_reason", "service_type"))
    for stay in stays:
        stay.client = client
    current = stays[0] if stays else None
    prefetch_related_objects([client], shown_warnings(user))
    may = user.perms_at(current.shelter) if current else set()
    same = twins(user, client) if Perm.FILE in may else []
    failed = failed_reunions(client) if current and current.client_went_home else []
    locked = LOCKED if current and current.client_died else ""
    if locked:
        may = may - CLOSED_BY_DEATH
    return {
        "client": client, "stays": stays, "stay": current, "may": may, "twins": same, "locked": locked,
        "failed": failed,
    }  # fmt: skip


@require_safe
def client_detail(request, pk):
    client = file_of(request, pk, Perm.SEE)
    context = header(request.user, client)
    context["needs"] = Need.objects.allowed(request.user, Perm.FILE).open().filter(stay__client=client)
    context["merges"] = Merge.objects.allowed(request.user, Perm.REVIEW).standing().filter(kept=client).for_page()
    context["whole"] = Client.objects.allowed(request.user, Perm.FILE).contains(client)
    return render(request, "cases/client_detail.html", context)


@require_http_methods(["GET", "POST"])
def client_edit(request, pk):
    client = get_permitted(request.user, Client.objects, Perm.FILE, pk=pk)
    form = ClientForm(request.POST or None, request.FILES or None, initial=ClientForm.initial_of(client))
    context = {"form": form, "client": client}
    if "find_region" in request.POST:
        without_errors(form)
    elif form.is_valid():
        stay = Stay.objects.allowed(request.user, Perm.FILE).filter(client=client).first()
        try:
            warnings = change(client, form, by=request.user, shelter=stay.shelter)
        except ValidationError as error:
            add_errors(form, error)
            context["theirs"] = get_permitted(request.user, Client.objects, Perm.FILE, pk=pk)
        else:
            messages.success(request, "Data klien disimpan.")
            for warning in warnings:
                messages.warning(request, warning)
            return redirect(client)
    return render(request, "cases/client_edit.html", context)


@transaction.atomic
def change(client, form, *, by, shelter):
    """Write the form into the client unless somebody else did so since it was opened. Raises ValidationError."""
    client.refresh_from_db(from_queryset=Client.objects.visible_to(by).select_for_update(of=["self"]))
    if client.version != form.cleaned_data["version"]:
        raise ValidationError(
            "Data klien ini sudah diubah orang lain sejak Anda membukanya. Bandingkan dengan isi sekarang di bawah, "
            "sesuaikan isian Anda, lalu muat ulang halaman ini untuk menyimpan."
        )
    before = client.plain_values()
    warnings = form.fill(client, today=shelter.today())
    client.citizenship = form.cleaned_data["citizenship"]
    client.version += 1
    client.full_clean(exclude=["search_names"])
    client.save()
    client.record_change(before, by=by, shelter=shelter)
    return warnings


@require_safe
def client_services(request, pk):
    client = file_of(request, pk, Perm.SEE)
    context = header(request.user, client)
    context["needs"] = (
        Need.objects.allowed(request.user, Perm.FILE).filter(stay__client=client).select_related("service", "stay")
    )
    services = ServiceRecord.objects.visible_to(request.user).filter(stay__client=client)
    page = Paginator(services.select_related("service", "recorded_by"), 25).get_page(request.GET.get("page"))
    context |= {"page": page, "today": timezone.localdate()}
    return render(request, "cases/client_services.html", context)


@require_safe
def client_trail(request, pk):
    client = file_of(request, pk)
    context = header(request.user, client)
    files = [client.pk, *client.merged_from.values_list("pk", flat=True)]
    shelters = request.user.shelters_with(Perm.FILE).values("pk")
    events = AuditEvent.objects.of_file(files, shelters)  # both came through allowed( and get_permitted(
    context["readers"] = "audit" in context["may"] and request.GET.get("tampil") == "pembaca"
    events = events.readings() if context["readers"] else events.happenings()
    context["service_labels"] = BasicService.objects.labels()  # a list of the office, not of people: allowed( everybody
    page = Paginator(events, 50).get_page(request.GET.get("page"))
    return render(request, "cases/client_trail.html", context | {"page": page})


@require_safe
def client_photo(request, pk):
    client = get_permitted(request.user, Client.objects, Perm.SEE, pk=pk)
    if not client.photo:
        raise Http404
    return FileResponse(client.photo.open(), content_type="image/jpeg", filename="foto.jpg")
