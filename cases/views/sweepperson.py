from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.forms.sweep import JoinForm, LinkForm, ReasonForm, SendAwayForm, SweepPersonForm
from cases.matching import Sketch, likely
from cases.models import Client, SweepPerson
from cases.permissions import Perm, get_permitted
from cases.sweeps import admit_chosen
from cases.views.intake import add_errors


def person_of(user, pk):
    return get_permitted(user, SweepPerson.objects.for_page(), Perm.ADMIT, pk=pk)


@require_http_methods(["GET", "POST"])
def sweepperson_detail(request, pk):
    """One row: complete it, recognise who it is, decide where they go."""
    person = person_of(request.user, pk)
    form = SweepPersonForm(request.POST or None, request.FILES or None, initial=SweepPersonForm.initial_of(person))
    context = {"person": person, "form": form}
    if form.is_valid():
        try:
            person.complete(by=request.user, version=form.cleaned_data["version"], **form.values())
        except ValidationError as error:
            add_errors(form, error)
            context["theirs"] = context["person"] = person_of(request.user, pk)
        else:
            messages.success(request, f"Nomor {person.serial} disimpan.")
            return redirect(person)
    if request.method == "GET":
        record(by=request.user, action="sweepperson.viewed", target=person)
    return render(request, "cases/sweepperson_detail.html", context | around(request.user, context["person"]))


def around(user, person):
    """What stands beside the form: neighbours in the list, the family, and who this may be."""
    rows = dict(person.sweep.people.values_list("serial", "pk"))
    found = {
        "previous": rows.get(person.serial - 1), "following": rows.get(person.serial + 1),
        "is_ours": Client.objects.visible_to(user).filter(pk=person.client_id).exists() if person.client else False,
    }  # fmt: skip
    if person.group:
        family = person.sweep.people.persons().filter(group=person.group)
        found["family"] = family.exclude(pk=person.pk).select_related("stay__client")
    names = tuple(filter(None, [person.name, person.called]))
    if names and not person.is_decided and not person.client:
        found["matches"] = likely(user, Sketch(names=names, sex=person.sex, age=person.estimated_age))
        record(by=user, action="client.searched", target=user, found=len(found["matches"]))
    return found


@require_http_methods(["GET", "POST"])
def sweepperson_link(request, pk, client):
    """This row is that client. Somebody of another shelter stays masked until they are taken in."""
    person = person_of(request.user, pk)
    known = get_object_or_404(Client.objects.with_last_stay(), pk=client)  # not visible_to(: returners of others
    if known.merged_into_id:
        return redirect("cases:sweepperson_link", pk, known.merged_into_id)
    stranger = not Client.objects.visible_to(request.user).filter(pk=client).exists()
    form = LinkForm(request.POST if request.method == "POST" else None, stranger=stranger)
    if form.is_valid():
        try:
            person.link(known, by=request.user, recognised_by=form.cleaned_data.get("reason", ""))
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"Nomor {person.serial} dihubungkan dengan klien yang sudah dikenal.")
            return redirect(person)
    context = {"person": person, "form": form, "client": known, "stranger": stranger}
    return render(request, "cases/sweepperson_link.html", context)


@require_POST
def sweepperson_unlink(request, pk):
    person = person_of(request.user, pk)
    try:
        person.unlink(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(person)


@require_POST
def sweepperson_admit(request, pk):
    person = person_of(request.user, pk)
    try:
        [(person, refusal)] = admit_chosen(person.sweep, [person.pk], by=request.user)
    except ValidationError as error:
        refusal = " ".join(error.messages)
    if refusal:
        messages.error(request, refusal)
    else:
        messages.success(request, f"Nomor {person.serial} diterima, nomor register {person.stay.register_number}.")
    return redirect(person)


@require_http_methods(["GET", "POST"])
def sweepperson_decide(request, pk):
    def send(form, person):
        person.send_away(by=request.user, **form.cleaned_data)
        return f"Nomor {person.serial}: {person.outcome_text}."

    return act(request, pk, SendAwayForm, "cases/sweepperson_decide.html", send, needs="shelter")


@require_http_methods(["GET", "POST"])
def sweepperson_join(request, pk):
    def join(form, person):
        person.join(form.cleaned_data["same_as"], by=request.user)
        return f"Nomor {person.serial} digabung: {person.outcome_text.lower()}."

    return act(request, pk, JoinForm, "cases/sweepperson_join.html", join, needs="person")


@require_http_methods(["GET", "POST"])
def sweepperson_undecide(request, pk):
    def undecide(form, person):
        person.undecide(by=request.user, **form.cleaned_data)
        return f"Keputusan nomor {person.serial} dibatalkan."

    return act(request, pk, ReasonForm, "cases/sweepperson_undecide.html", undecide)


def act(request, pk, form_class, template, verb, needs=None):
    """One page, one act on a row: `verb` does it and says what was done."""
    person = person_of(request.user, pk)
    extra = {"shelter": person.sweep.shelter} if needs == "shelter" else {"person": person} if needs else {}
    form = form_class(request.POST if request.method == "POST" else None, **extra)
    if form.is_valid():
        try:
            done = verb(form, person)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, done)
            return redirect(person.sweep)
    return render(request, template, {"form": form, "person": person})


@require_safe
def sweepperson_photo(request, pk):
    person = person_of(request.user, pk)
    if not person.photo:
        raise Http404
    return FileResponse(person.photo.open(), content_type="image/jpeg", filename="foto.jpg")
