"""What the figures print."""

from cases.pdf import Document


def community_document(found, half, *, today, house, signer, role):
    """What groups outside reported, by region and over time. `house`: whose letterhead it bears."""
    columns = zip(*((*numbers, total) for _, numbers, total in found.by_area), strict=True)
    return Document(
        template="reports/community_pdf.html",
        context={
            "found": found, "half": half, "sums": [sum(column) for column in columns], "shelter": house,
            "signer": signer, "role": role, "signed_on": today,
        },
        filename=f"laporan-wksbm-{half}.pdf",
    )  # fmt: skip
