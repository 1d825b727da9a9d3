"""Rekap dan daftar: the index, one list on the screen, and the list as a file."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import Perm
from cases.views.intake import add_errors
from reports.jobs import make_export
from reports.lists.forms import TakeOutForm
from reports.lists.registry import ALL, LISTINGS
from reports.models import ExportJob
from reports.tables import paper
from reports.tables.making import handed_over
from reports.tables.table import shown_row

PER_PAGE = 25
PAPER_AT_ONCE = 100  # rows on paper: some four pages, three seconds
ROWS_A_MINUTE = 300_000


def listing_of(slug):
    if slug not in LISTINGS:
        raise Http404
    return LISTINGS[slug]


@require_safe
def listing_index(request):
    """What there is, by what it is for; only what this person may open."""
    if not any(request.user.holds(perm) for perm in (Perm.REPORT, Perm.EXPORT, Perm.AUDIT)):
        raise PermissionDenied
    held = {perm for perm in {listing.perm for listing in ALL} if request.user.holds(perm)}
    groups = {}
    for listing in ALL:
        if listing.perm in held:
            groups.setdefault(listing.group, []).append(listing)
    return render(request, "reports/listing_index.html", {"groups": groups.items()})


class Rows:
    """A selection as a Paginator wants it: its length, and a slice of it."""

    def __init__(self, selection):
        self.selection = selection

    def __len__(self):
        return self.selection.count

    def __getitem__(self, span):
        rows = self.selection.page(span.start, span.stop)
        return [shown_row(self.selection.columns, row) for row in rows]


@require_safe
def listing_page(request, slug):
    listing = listing_of(slug)
    if listing.page:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(reverse(listing.page) + query)
    selection = listing.ask(request.user, request.GET)
    page = Paginator(Rows(selection), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "listing": listing, "selection": selection, "page": page, "form": selection.form,
        "total": shown_row(selection.columns, selection.total) if selection.total and selection.count else None,
        "needs_reason": listing.needs_reason(selection), "fits": paper.fits(selection),
    }  # fmt: skip
    return render(request, "reports/listing.html", context)


@require_safe
def listing_file(request, slug, format):
    """A recap that names nobody, at once; on paper for whoever may see it, as a sheet for whoever may take it out."""
    listing = listing_of(slug)
    if format not in ExportJob.Format:
        raise Http404
    listing.require(request.user, taking_out=format != "pdf")
    selection = listing.ask(request.user, request.GET, taking_out=format != "pdf")
    if listing.needs_reason(selection) or selection.count > settings.EXPORT_AT_ONCE:
        return redirect(reverse("reports:listing_export", args=[slug]) + f"?{request.GET.urlencode()}")
    back = reverse("reports:listing_page", args=[slug]) + f"?{request.GET.urlencode()}"
    if not selection.is_readable:
        return redirect(back)
    try:
        return delivered(request.user, listing, selection, format=format)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(back)


@require_http_methods(["GET", "POST"])
def listing_export(request, slug):
    """The list of the current filter as a file; what names somebody, for a reason that stands on the trail."""
    listing = listing_of(slug)
    selection = listing.ask(request.user, request.GET, taking_out=True)
    if not selection.is_readable:
        return render(request, "reports/listing_export.html", {"listing": listing, "selection": selection})
    form = TakeOutForm(
        request.POST or None, reason=listing.needs_reason(selection),
        paper=paper.fits(selection) and selection.count <= paper.MOST_ROWS,
    )  # fmt: skip
    if form.is_valid():
        try:
            return taken_out(request, listing, selection, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
    context = {
        "listing": listing, "selection": selection, "form": form, "is_long": selection.count > settings.EXPORT_AT_ONCE,
        "minutes": selection.count // ROWS_A_MINUTE + 1,
    }  # fmt: skip
    return render(request, "reports/listing_export.html", context)


def taken_out(request, listing, selection, *, format, reason=""):
    """The file at once, or its place in the queue."""
    if selection.count <= (PAPER_AT_ONCE if format == "pdf" else settings.EXPORT_AT_ONCE):
        return delivered(request.user, listing, selection, format=format, reason=reason)
    query = request.GET.copy()
    query.pop("page", None)
    ExportJob.ask(
        by=request.user, listing=listing.slug, title=selection.title or listing.title, name=listing.slug,
        query=query.urlencode(), chosen=selection.words, reason=reason, format=format, rows=selection.count,
    )  # fmt: skip
    make_export.enqueue()
    messages.success(request, "Berkasnya sedang dibuat. Halaman ini menunjukkan kemajuannya; Anda boleh menutupnya.")
    return redirect("reports:export_list")


def delivered(user, listing, selection, *, format, reason=""):
    if format == "pdf":
        paper.refuse_too_long(selection.count)
    return handed_over(
        listing.table(selection), format, by=user, action=listing.action, chosen=selection.words, reason=reason,
        shelter=selection.shelter,
    )  # fmt: skip
