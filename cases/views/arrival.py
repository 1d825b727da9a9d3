"""The papers of an arrival: number them once, print them as often as wanted. Whoever opens the door prints them."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.arrival_documents import WORDS, Kind, arrival_paper
from cases.audit import record
from cases.forms.sweep import ReasonForm
from cases.models import ArrivalLetter, Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import act
from cases.views.sweep import sweep_of


def stay_of(request, pk):
    stays = Stay.objects.visible_to(request.user).select_related(
        "client__origin", "shelter", "source", "category", "created_by"
    )
    return get_permitted(request.user, stays, Perm.ADMIT, pk=pk)


@require_safe
def stay_receipt_pdf(request, pk):
    return printed(request, Kind.RECEIPT, stay_of(request, pk))


@require_safe
def stay_statement_pdf(request, pk):
    return printed(request, Kind.TOGETHER, stay_of(request, pk))


@require_safe
def sweep_statement_pdf(request, pk):
    return printed(request, Kind.TOGETHER, sweep_of(request.user, pk))


def printed(request, kind, target):
    record(by=request.user, action="arrivalletter.printed", target=target, paper=kind.label)
    return arrival_paper(kind, target, build_uri=request.build_absolute_uri).response()


@require_POST
def stay_receipt_issue(request, pk):
    return numbered(request, Kind.RECEIPT, stay_of(request, pk))


@require_POST
def stay_statement_issue(request, pk):
    return numbered(request, Kind.TOGETHER, stay_of(request, pk))


@require_POST
def sweep_statement_issue(request, pk):
    return numbered(request, Kind.TOGETHER, sweep_of(request.user, pk))


def numbered(request, kind, target):
    """A number, and at once the paper: both sides stand at the door and want to sign."""
    try:
        kept = ArrivalLetter.issue(kind, target, by=request.user, words=WORDS[kind])
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(target)
    return redirect(kept.get_print_url())


@require_http_methods(["GET", "POST"])
def arrival_letter_void(request, pk):
    kept = get_permitted(request.user, ArrivalLetter.objects.standing().for_page(), Perm.ADMIT, pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def void():
        kept.void(by=request.user, **form.cleaned_data)
        return "Nomor surat dibatalkan. Terbitkan nomor baru bila perlu."

    gone = act(request, form, void, kept.get_absolute_url())
    return gone or render(request, "cases/arrival_letter_void.html", {"form": form, "kept": kept})
