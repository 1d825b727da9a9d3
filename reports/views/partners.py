"""The list of partners out as a sheet; in it comes like every other sheet."""

from django.views.decorators.http import require_safe

from cases.permissions import Perm, require
from reports.lists.registry import LISTINGS
from reports.views.listings import delivered


@require_safe
def partner_export(request):
    """The partners that the page shows with the columns of the import, so that they can come back changed.

    At once and without a reason: it names no client.
    """
    require(request.user, Perm.EXPORT)
    listing = LISTINGS["mitra"]
    format = "csv" if request.GET.get("bentuk") == "csv" else "xlsx"
    selection = listing.ask(request.user, request.GET, taking_out=True)
    return delivered(request.user, listing, selection, format=format)
