"""SOP on paper: what was written here, and the proof of who has read it."""

from django.utils import timezone

from cases.pdf import Document
from reports.models import Office


def head_of(version):
    """The letterhead: the shelter's, or the department's for what holds at all of them."""
    return version.shelter or Office.objects.on(timezone.localdate())


def version_document(version):
    head = head_of(version)
    filename = f"sop-{version.document_id}-versi-{version.number}.pdf"
    return Document("reports/sop/version_pdf.html", {"version": version, "shelter": head}, filename)


def readers_document(version, houses, has_read, has_not):
    """`houses`: whose people are listed; for one it is that head's paper."""
    house = houses[0] if len(houses) == 1 else version.shelter
    head = house or Office.objects.on(timezone.localdate())
    today = house.today() if house else timezone.localdate()
    return Document(
        "reports/sop/readers_pdf.html",
        {
            "version": version, "shelter": head, "has_read": has_read, "has_not": has_not, "signed_on": today,
            "signer": house.head_on(today) if house else head.signer,
            "role": f"Kepala {house}," if house else f"{head.head_position},", "several": len(houses) > 1,
        },
        f"pembaca-sop-{version.document_id}-versi-{version.number}.pdf",
    )  # fmt: skip
