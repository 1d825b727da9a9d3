"""What is printed of complaints: the slip for the sender, and the figures."""

from cases.pdf import Document, qr
from reports.models.office import Office


def slip_document(complaint, follow_url):
    """Number and code to take home. Whose paper it is says where the complaint went."""
    return Document(
        template="reports/complaints/slip_pdf.html",
        context={
            "complaint": complaint, "follow_url": follow_url, "qr": qr(follow_url),
            "shelter": complaint.shelter or Office.objects.on(complaint.received_on),
        },
        filename=f"bukti-{complaint.number}.pdf",
    )  # fmt: skip


def figures_document(figures, headings, *, first, last, chosen, today, house, signer, role):
    return Document(
        template="reports/complaints/figures_pdf.html",
        context={
            "figures": figures, "headings": headings, "first": first, "last": last, "chosen": chosen,
            "shelter": house, "signer": signer, "role": role, "signed_on": today,
        },
        filename=f"rekap-pengaduan-{first}-{last}.pdf",
    )  # fmt: skip
