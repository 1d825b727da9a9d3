"""The paper of a month: drawn from its plain figures alone, so that draft and signed report look alike."""

from datetime import date

from cases.pdf import Document, qr
from reports.contents.charts import charts
from reports.contents.data import enclosed
from reports.monthly.figures import month_figures


def draft_document(shelter, month):
    """Not signed: it says so on every page, and has neither number nor code."""
    figures = month_figures(shelter, month)
    signer, day = shelter.head_on(shelter.today()), shelter.today()
    foot = {
        "place": shelter.city, "date": str(day), "role": f"Kepala {shelter}",
        "name": signer.name if signer else "", "rank": signer.rank if signer else "",
        "nip": signer.nip if signer else "",
    }  # fmt: skip
    return document(shelter, figures, foot, f"spm-{shelter.slug}-{month}.pdf", is_draft=True)


def month_document(report, address=str):
    """A signed revision, from what was frozen. `address` makes a full address of a path, for the code."""
    url = address(report.letter.get_verification_url())
    return document(
        report.shelter, report.figures, report.figures["signature"], paper_name(report), letter=report.letter,
        differences=report.differences, digest=report.digest, verification_url=url, code=qr(url),
    )  # fmt: skip


def paper_name(report):
    return f"laporan-{report.shelter.slug}-{report.month}{f'-R{report.revision}' if report.revision else ''}.pdf"


def document(shelter, figures, foot, filename, **more):
    days = {name: date.fromisoformat(figures["about"][name]) for name in ("first", "last", "counted_until")}
    signed_on = date.fromisoformat(foot["date"])
    context = {"shelter": shelter, "figures": figures, "foot": foot, "days": days, "signed_on": signed_on}
    return Document("reports/spm_pdf.html", context | charts(figures) | more, filename, (enclosed(figures, filename),))


def history_document(shelter, month, reports):
    """Every revision of a month, with what each corrected and why."""
    return Document(
        "reports/month_history_pdf.html",
        {"shelter": shelter, "month": month, "reports": reports, "today": shelter.today()},
        f"riwayat-laporan-{shelter.slug}-{month}.pdf",
    )
