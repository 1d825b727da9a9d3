"""The agenda of letters: shown, searched, printed; and what is written into it by hand."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.agenda import Agenda, shelters_of
from cases.audit import record
from cases.forms.letters import AgendaFilterForm, AgendaSearchForm, IncomingLetterForm, OtherLetterForm
from cases.forms.paper import VoidForm
from cases.letter_documents import agenda_document
from cases.models import IncomingLetter, Letter, Shelter
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once

MOST_FOUND = 100
LONGEST_PRINT = 2_000


def chosen_agenda(user, query, *, perm=None):
    """The filter and the agenda that it chooses, of the shelters whose agenda this person may open.

    `perm`: a right that is also asked for at the chosen shelter, to take the agenda out of the house.
    """
    shelters = list(shelters_of(user))
    if not shelters:
        raise PermissionDenied
    filters = AgendaFilterForm(query or None, shelters=shelters)
    chosen = filters.chosen()
    filters = AgendaFilterForm(
        chosen | {"shelter": chosen["shelter"].slug, "month": chosen["month"] or ""}, shelters=shelters
    )
    may = user.perms_at(chosen["shelter"])
    if perm and perm not in may:
        raise PermissionDenied
    return filters, Agenda(**chosen, may=frozenset(may))


@require_http_methods(["GET", "POST"])
def agenda(request):
    """A year's letters. What is searched is sent by POST: a perihal may name somebody."""
    filters, book = chosen_agenda(request.user, request.GET)
    search = AgendaSearchForm(request.POST or None)
    rows = book.matching(search.cleaned_data["q"])[:MOST_FOUND] if search.is_valid() else book.rows
    page = Paginator(rows, 50).get_page(request.GET.get("page"))
    context = {"filters": filters, "book": book, "page": page, "search": search, "may": book.may}
    return render(request, "cases/agenda.html", context)


@require_safe
def agenda_pdf(request):
    _, book = chosen_agenda(request.user, request.GET)
    if book.rows.count() > LONGEST_PRINT:
        messages.error(request, "Agenda ini terlalu panjang untuk dicetak sekaligus. Pilih satu bulan.")
        return agenda(request)
    record(by=request.user, action="agenda.printed", target=book.shelter, year=book.year, way=book.way)
    return agenda_document(book).response()


def writable_shelter(request, slug):
    return get_permitted(request.user, Shelter.objects, Perm.FILE, slug=slug)


def agenda_url(shelter, way, year):
    return f"{reverse('cases:agenda')}?way={way}&shelter={shelter.slug}&year={year}"


@require_http_methods(["GET", "POST"])
def letter_new(request, slug):
    shelter = writable_shelter(request, slug)
    form = OtherLetterForm(request.POST or None, initial={"on": shelter.today()})

    def make():
        said = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        letter = Letter.enter(shelter=shelter, by=request.user, **said)
        messages.success(request, f"Tercatat di agenda dengan nomor {letter}. Tulis nomor ini di suratnya.")
        return agenda_url(shelter, "out", letter.year)

    gone = create_once(request, form, make)
    return gone or render(request, "cases/letter_new.html", {"form": form, "shelter": shelter})


@require_http_methods(["GET", "POST"])
def letter_void(request, pk):
    """Of a letter that stands only here; whoever entered it and the head may."""
    letter = get_permitted(request.user, Letter.objects.select_related("shelter"), Perm.FILE, pk=pk)
    if letter.kind != Letter.Kind.OTHER or not letter.may_be_voided_by(request.user):
        raise PermissionDenied
    form, back = VoidForm(request.POST or None), agenda_url(letter.shelter, "out", letter.year)

    def void():
        letter.withdraw(by=request.user, **form.cleaned_data)
        return f"Surat {letter} dibatalkan. Nomornya tetap tercatat di agenda."

    gone = act(request, form, void, back)
    return gone or render(request, "cases/letter_void.html", {"form": form, "letter": letter, "back": back})


@require_http_methods(["GET", "POST"])
def incomingletter_new(request, slug):
    shelter = writable_shelter(request, slug)
    form = IncomingLetterForm(request.POST or None, initial={"received_on": shelter.today()})

    def make():
        came = IncomingLetter(shelter=shelter, **form.said())
        came.receive(by=request.user)
        messages.success(request, f"Surat masuk dicatat: nomor agenda {came.sequence}.")
        return agenda_url(shelter, "in", came.year)

    gone = create_once(request, form, make)
    return gone or render(request, "cases/incomingletter_form.html", {"form": form, "shelter": shelter})


@require_http_methods(["GET", "POST"])
def incomingletter_edit(request, pk):
    came = get_permitted(request.user, IncomingLetter.objects.select_related("shelter"), Perm.FILE, pk=pk)
    form = IncomingLetterForm(request.POST or None, initial=vars(came))

    def correct():
        came.correct(by=request.user, version=form.cleaned_data["version"], **form.said())
        return "Catatan surat masuk disimpan."

    gone = act(request, form, correct, agenda_url(came.shelter, "in", came.year))
    context = {"form": form, "shelter": came.shelter, "came": came}
    return gone or render(request, "cases/incomingletter_form.html", context)
