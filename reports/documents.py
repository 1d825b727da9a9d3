"""What the reports print."""

from cases.pdf import Document
from reports.recap import recap


def spm_document(report):
    """The monthly SPM report of a shelter, with the recap of its residents, for the head's signature."""
    month = report.month
    return Document(
        template="reports/spm_pdf.html",
        context={
            "report": report,
            "shelter": report.shelter,
            "recap": recap(report.shelter, month.first, month.last),
            "signer": report.shelter.head_on(report.today),
            "signed_on": report.today,
            "role": f"Kepala {report.shelter}",
        },
        filename=f"spm-{report.shelter.slug}-{month}.pdf",
    )
