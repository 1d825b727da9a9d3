"""SOP documents for tests."""

from datetime import date

from django.core.files.base import ContentFile
from django.utils import timezone

from reports.models import SopDocument, SopVersion

TEXT = "## Malam hari\n\n1. Sambut.\n2. Catat.\n\nKlien **boleh menginap**."


def make_sop(shelter, *, by, number="SOP/1", approved_by=None, valid_from=date(2026, 3, 1), **values):
    values = {"title": f"Prosedur {number}", "changes": "Versi pertama.", "text": TEXT} | values
    document = SopDocument.begin(by=by, shelter=shelter, number=number, valid_from=valid_from, **values)
    if approved_by:
        version = document.versions.get()
        version.submit(by=by)
        version.approve(by=approved_by)
    return document


def make_sop_in_force(shelter, *, by, head):
    """Version 1 is a public file in force, version 2 waits for the head: bare rows, quickly made."""
    document = SopDocument.objects.create(shelter=shelter, number="SOP/1", title="Penerimaan", created_by=by)
    said = {"document": document, "changes": "Uji", "valid_from": date(2026, 3, 1), "written_by": by}
    now = timezone.now()
    SopVersion.objects.create(
        number=1, file=ContentFile(b"%PDF-", "sop.pdf"), content_type="application/pdf", is_public=True,
        status="approved", written_at=now, approved_at=now, approved_by=head, **said,
    )  # fmt: skip
    SopVersion.objects.create(number=2, text="Baru", status="waiting", written_at=now, **said)
    return document
