"""One finished export of the department, as its worker makes it: the service log of the last two months."""

from datetime import timedelta
from urllib.parse import urlencode

from django.http import QueryDict

from reports.jobs import make
from reports.lists.registry import LISTINGS
from reports.models import ExportJob


def take_out(world):
    dewi, listing = world.staff["dewi"], LISTINGS["layanan"]
    query = urlencode({"dari": world.today - timedelta(days=60), "sampai": world.today})
    selection = listing.ask(dewi, QueryDict(query), taking_out=True)
    job = ExportJob.ask(
        by=dewi, listing=listing.slug, title=listing.title, name=listing.slug, query=query, chosen=selection.words,
        reason="Bahan evaluasi SPM untuk Bappeda", format="xlsx", rows=selection.count,
    )  # fmt: skip
    job.start()
    make(job)
