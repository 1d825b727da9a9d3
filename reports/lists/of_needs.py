"""Needs of residents whose date has passed and that are still open."""

from django.utils import timezone

from cases.models import Need
from cases.permissions import Perm
from reports.lists.fields import Field, Secret, select, the_person
from reports.lists.filters import PlaceForm, broken, filled
from reports.lists.listing import Listing
from reports.tables.table import Kind

SLUG = "kebutuhan-lewat-tanggal"
FIELDS = [
    Field("Panti", "stay__shelter__name", width=26), *the_person(),
    Field("Nomor register", "stay__register_number", width=16), Field("Kebutuhan", "service__label", width=34),
    Field("Dibuka", "opened_on", Kind.DATE), Field("Paling lambat", "due_on", Kind.DATE),
    Field("Penanggung jawab", "responsible__name", width=24),
    Field("Catatan", "note", secret=Secret.FILE, width=30),
]  # fmt: skip


def late_needs(user):
    """Open needs of residents past their date, those that wait longest first."""
    past = Need.objects.allowed(user, Perm.FILE).open().filter(due_on__lt=timezone.localdate())
    return past.filter(stay__status="resident").order_by("due_on", "pk")


def needs(asking):
    form = filled(PlaceForm, asking, Perm.FILE)
    if not form.is_valid():
        return broken(form)
    found = asking.rows(late_needs(asking.user)).filter(stay__shelter__in=form.houses)
    return select(asking, found, FIELDS, form.described(), form=form, shelter=form.house)


OF_NEEDS = [
    Listing(
        SLUG, "Kebutuhan lewat tanggal", "Kebutuhan klien yang masih terbuka padahal tanggal paling lambatnya sudah "
        "lewat.", needs, Perm.FILE, group="Daftar kerja",
    ),
]  # fmt: skip
