from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.exit_documents import family_statement
from cases.forms.family import ContactForm, GuardForm, ProofForm, RelativeForm, TogetherForm
from cases.models import (
    AuditEvent,
    Client,
    FamilyContact,
    FamilyTracing,
    FormKey,
    HandoverPermission,
    HouseholdMember,
    Pickup,
    Relative,
    Stay,
)
from cases.models.aftercare import street_returns
from cases.models.household import alone_in, came_alone, come_together
from cases.permissions import Perm, get_permitted
from cases.views.acts import create_once
from cases.views.client import file_of, header
from cases.views.intake import add_errors, without_errors
from cases.views.lead import chosen_lead


def family_url(client):
    return reverse("cases:client_family", args=[client.pk])


@require_safe
def client_family(request, pk):
    """The tab: family, who came together, contacts, permissions, and how it goes after leaving."""
    user, client = request.user, file_of(request, pk)
    context = header(user, client)
    stay = context["stay"]
    ours = [one.pk for one in context["stays"] if one.shelter_id == stay.shelter_id]  # passed visible_to( in header
    relatives = Relative.objects.allowed(user, Perm.FILE).filter(Q(client=client) | Q(person=client))
    relatives = list(relatives.for_list().with_files(user))
    together = HouseholdMember.objects.allowed(user, Perm.FILE).with_stay(stay)
    if stay.is_guarded:  # only of whom may not go alone is it asked whether the grown-ups have gone
        together = together.with_presence()
    contacts = list(FamilyContact.objects.allowed(user, Perm.FILE).filter(stay__client=client).for_list())
    tracings = list(FamilyTracing.objects.allowed(user, Perm.FILE).filter(stay__client=client).for_page())
    context |= {
        "relatives": [one for one in relatives if one.client_id == client.pk],
        "relative_of": [one for one in relatives if one.client_id != client.pk],
        "contacts": contacts,
        "tracings": tracings,
        "seeking": any(one.is_open and one.stay_id == stay.pk for one in tracings),
        "pickups": awaited(user, ours, contacts),
        "together": [one for one in together if one.stay_id != stay.pk],
        "permissions": HandoverPermission.objects.allowed(user, Perm.FILE)
        .filter(stay__in=ours)
        .select_related("receiver", "granted_by", "stay__shelter")
        .with_files(user),
        "aftercare": [] if stay.is_resident else stay.aftercare.select_related("recorded_by", "stay__shelter"),
        "street": street_returns(client),
        "alone": stay.is_guarded and stay in alone_in(together),
    }
    return render(request, "cases/client_family.html", context)


def awaited(user, stays, contacts):
    """Planned pick-ups. Nobody is awaited who did not agree: without such a contact there is nothing to look up."""
    if not any(one.result == FamilyContact.Result.AGREED for one in contacts):
        return []
    return Pickup.objects.allowed(user, Perm.FILE).open().filter(stay__in=stays).for_page()


@require_http_methods(["GET", "POST"])
def relative_new(request, pk):
    client = get_permitted(request.user, Client.objects, Perm.FILE, pk=pk)
    lead = chosen_lead(request, Stay.objects.allowed(request.user, Perm.FILE).filter(client=client))
    initial = {"phone": lead.phone, "region": lead.region_id} if lead else {}
    relative = Relative(client=client, lead=lead)
    form = RelativeForm(request.POST or None, instance=relative, user=request.user, initial=initial)
    back = lead.get_absolute_url() if lead else family_url(client)
    if "find_region" in request.POST:
        without_errors(form)
    elif form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if mine:
            relative = form.save(by=request.user, shelter=shelter_of(request.user, client))
            key.settle(back)
            messages.success(request, f"{relative} ditambahkan. Hubungannya belum terbukti.")
        return redirect(key.result_url or back)
    return render(request, "cases/relative_form.html", {"form": form, "client": client, "lead": lead})


def shelter_of(user, client):
    """For the trail: where this person reads the file."""
    return Stay.objects.allowed(user, Perm.FILE).kept().filter(client=client).first().shelter


@require_http_methods(["GET", "POST"])
def relative_edit(request, pk):
    relative = get_permitted(request.user, Relative.objects.for_list(), Perm.FILE, pk=pk)
    form = RelativeForm(request.POST or None, instance=relative, user=request.user)
    if "find_region" in request.POST:
        without_errors(form)
    elif form.is_valid():
        form.save(by=request.user, shelter=shelter_of(request.user, relative.client))
        messages.success(request, "Data keluarga disimpan.")
        return redirect(family_url(relative.client))
    context = {"form": form, "client": relative.client, "relative": relative}
    return render(request, "cases/relative_form.html", context)


@require_http_methods(["GET", "POST"])
def relative_proof(request, pk):
    """Claimed, proven, or not true: by which paper, and what was believed before."""
    relative = get_permitted(request.user, Relative.objects.for_list(), Perm.ASSESS, pk=pk)
    stay = Stay.objects.allowed(request.user, Perm.FILE).kept().filter(client=relative.client).first()
    initial = {"was": relative.stand, "relation": relative.relation, "on": stay.shelter.today()}
    form = ProofForm(request.POST or None, request.FILES or None, initial=initial)
    if form.is_valid():
        try:
            form.decide(relative, by=request.user, stay=stay)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"{relative}: {relative.get_state_display().lower()}.")
            return redirect(family_url(relative.client))
    past = AuditEvent.objects.about(relative).exclude(action="relative.printed")  # of a row from get_permitted( above
    context = {"form": form, "client": relative.client, "relative": relative, "past": past}
    return render(request, "cases/relative_proof.html", context)


@require_safe
def relative_statement(request, pk):
    """The statement of the family that receives the client, to be signed over a stamp."""
    relative = get_permitted(request.user, Relative.objects.for_list(), Perm.FILE, pk=pk)
    stay = Stay.objects.allowed(request.user, Perm.FILE).kept().filter(client=relative.client).first()
    record(by=request.user, action="relative.printed", target=relative, shelter=stay.shelter)
    return family_statement(relative, stay).response()


@require_http_methods(["GET", "POST"])
def contact_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.FILE, pk=pk)
    tracing, lead = stay.tracings.open().first(), chosen_lead(request, [stay])
    contact = FamilyContact(stay=stay, lead=lead, relative=chosen_relative(request, stay))
    form = ContactForm(request.POST or None, instance=contact, tracing=tracing, initial={"on": stay.shelter.today()})
    back = tracing.get_absolute_url() if tracing else family_url(stay.client)

    def make():
        form.log(by=request.user)
        counted = " dan dihitung sebagai layanan penelusuran keluarga" if form.instance.service else ""
        messages.success(request, f"Kontak keluarga dicatat{counted}.")
        return back

    context = {"form": form, "stay": stay, "client": stay.client, "tracing": tracing, "lead": lead}
    return create_once(request, form, make, otherwise=back) or render(request, "cases/contact_new.html", context)


def chosen_relative(request, stay):
    """Whom the address names, so that nobody has to be looked for in the list again."""
    wanted = request.GET.get("keluarga", "")
    return stay.client.relatives.filter(pk=wanted).first() if wanted.isdecimal() else None


@require_http_methods(["GET", "POST"])
def household_join(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.FILE, pk=pk)
    others = Stay.objects.allowed(request.user, Perm.FILE).resident().filter(shelter=stay.shelter).exclude(pk=stay.pk)
    here = HouseholdMember.objects.allowed(request.user, Perm.FILE).with_stay(stay)
    others = others.exclude(pk__in=here.values("stay")).select_related("client").order_by("-entered_on", "-pk")
    if "alone" in request.POST:
        came_alone(stay, by=request.user)
        return redirect(family_url(stay.client))
    form = TogetherForm(request.POST if request.method == "POST" else None, candidates=others)
    if form.is_valid():
        try:
            come_together([stay, *form.cleaned_data["stays"]], by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Yang datang bersama dicatat. Hubungan mereka dibuktikan tersendiri.")
            return redirect(family_url(stay.client))
    context = {"form": form, "stay": stay, "client": stay.client, "here": here.exclude(stay=stay)}
    return render(request, "cases/household_join.html", context)


@require_http_methods(["GET", "POST"])
def stay_guard(request, pk):
    """Whom the shelter protects as it protects a child."""
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.ASSESS, pk=pk)
    form = GuardForm(request.POST if request.method == "POST" else None, initial={"note": stay.guard_note})
    if form.is_valid():
        try:
            stay.guard(by=request.user, note=form.cleaned_data["note"])
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect(family_url(stay.client))
    return render(request, "cases/stay_guard.html", {"form": form, "stay": stay, "client": stay.client})
