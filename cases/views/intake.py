from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.audit import record
from cases.forms.same import SketchForm
from cases.forms.stay import IntakeForm, ReturnForm, SearchForm
from cases.intake import admit, admit_new_client
from cases.matching import Sketch, likely
from cases.models import Client, FormKey, NotSame
from cases.permissions import Perm


def admitting_shelters(user):
    shelters = user.shelters_with(Perm.ADMIT)
    if not shelters:
        raise PermissionDenied
    return shelters


@require_http_methods(["GET", "POST"])
def intake_search(request):
    """Search before registering: everybody, also former clients and, masked, those of other shelters."""
    admitting_shelters(request.user)
    form = SearchForm(request.POST or None)
    context = {"form": form}
    if form.is_valid():
        found = matches(request.user, form.cleaned_data["q"])
        record(by=request.user, action="client.searched", target=request.user, found=len(found))
        context |= {"matches": found, "searched": True}
    piece = "HX-Request" in request.headers
    return render(request, "cases/_intake_matches.html" if piece else "cases/intake_search.html", context)


def matches(user, text):
    """Likely matches in all shelters for a typed text, best first; `is_ours`: this person may see the name."""
    return likely(user, Sketch.of_text(text))


@require_http_methods(["GET", "POST"])
def intake_new(request):
    return intake_page(request, from_search(request.POST.get("q", "")))


def intake_page(request, initial, *, taken=None, context=None):
    """The form for somebody new, filled with what is known; `taken` is called with the stay that it began."""
    shelters = admitting_shelters(request.user)
    context = (context or {}) | {"ruled_out": ruled_out(request)}
    if request.method == "GET" or "from_search" in request.POST:
        form = IntakeForm(shelters=shelters, initial=initial)
        return render(request, "cases/intake_form.html", context | {"form": form})
    form = IntakeForm(request.POST, request.FILES, shelters=shelters)
    context["form"] = form
    if "find_region" in request.POST:
        without_errors(form)
        return render(request, "cases/intake_form.html", context)
    if "find_matches" in request.POST:
        without_errors(form)
        return render(request, "cases/intake_form.html", context | likely_context(request))
    if form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if not mine:
            return redirect(key.result_url or "cases:client_list")
        try:
            stay = register(form, by=request.user, besides=context["ruled_out"], taken=taken)
        except ValidationError as error:
            add_errors(form, error)
        else:
            key.settle(stay.get_absolute_url())
            return redirect(stay)
    return render(request, "cases/intake_form.html", context)


def from_search(text):
    """What was typed in the search need not be typed again: “Min, laki-laki, ±70” is a name, a sex and an age."""
    sketch = Sketch.of_text(text[:200])
    return {"name": "".join(sketch.names), "sex": sketch.sex or None, "estimated_age": sketch.age}


@transaction.atomic
def register(form, *, by, besides=(), taken=None):
    """Take in somebody new; `besides`: keys of those whom the person at the door saw and ruled out."""
    shelter = form.cleaned_data["shelter"]
    client = Client()
    form.fill(client, today=shelter.today())
    stay = admit_new_client(by=by, shelter=shelter, client=client, stay=form.new_stay())
    for other in Client.objects.living().filter(pk__in=besides):  # also those not visible_to( them
        NotSame.say(client, other, by=by, shelter=shelter)
    if taken:
        taken(stay)
    return stay


@require_POST
def intake_likely(request):
    """While a name is typed: the same list, as a piece of the form. By POST, so that no name stands in an address."""
    admitting_shelters(request.user)
    return render(request, "cases/_likely.html", likely_context(request) | {"ruled_out": ruled_out(request)})


def likely_context(request):
    found = likely(request.user, SketchForm(request.POST).sketch())
    if found:
        record(by=request.user, action="client.searched", target=request.user, found=len(found))
    return {"likely": found, "asked": True}


def ruled_out(request):
    """Keys of people who were shown and are not meant."""
    given = [text for text in request.POST.getlist("ruled_out") if text.isascii() and text.isdigit() and len(text) < 16]
    return [int(text) for text in dict.fromkeys(given[:50])]


@require_http_methods(["GET", "POST"])
def intake_return(request, pk):
    """A known client comes in again: a new stay on the same number, also when the file is another shelter's."""
    shelters = admitting_shelters(request.user)
    client = get_object_or_404(Client.objects.with_history(), pk=pk)  # not visible_to(: returners of other shelters
    if client.merged_into_id:
        return redirect("cases:intake_return", client.merged_into_id)
    stranger = not Client.objects.visible_to(request.user).filter(pk=pk).exists()
    form = ReturnForm(request.POST or None, shelters=shelters, stranger=stranger)
    if form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if not mine:
            return redirect(key.result_url or "cases:client_list")
        try:
            stay = bring_back(client, form, by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            key.settle(stay.get_absolute_url())
            messages.success(request, f"{client} diterima kembali dengan nomor register {stay.register_number}.")
            return redirect(stay)
    return render(request, "cases/intake_return.html", {"form": form, "client": client, "stranger": stranger})


@transaction.atomic
def bring_back(client, form, *, by):
    shelter = form.cleaned_data["shelter"]
    stay = admit(by=by, shelter=shelter, client=client, stay=form.new_stay())
    if "reason" in form.cleaned_data:
        reason = form.cleaned_data["reason"]
        record(by=by, action="client.recognised", target=client, shelter=shelter, reason=reason)
    return stay


def add_errors(form, error):
    """A verb's refusal, at the field that it names when the form has it, else at the head of the form."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error.messages)
        return
    for field, problems in error.message_dict.items():
        form.add_error(field if field in form.fields else None, problems)


def without_errors(form):
    """What was typed, not yet judged: the person only looked something up."""
    form._errors = type(form.errors)()
    return form
