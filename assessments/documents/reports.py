"""A social report, or one of progress, as it is printed: as a draft from what it says now, signed as it was signed."""

import re

from assessments.progress import tables
from cases.letter_words import words_of
from cases.models.standin import standin_for
from cases.pdf import Document, qr
from cases.templatetags.indonesian import tanggal

FACT = re.compile(r"([^:\n]{2,40}): (.+)")
WATERMARKS = {"draft": "KONSEP", "submitted": "KONSEP", "returned": "KONSEP", "replaced": "DIGANTI", "void": "BATAL"}


def report_document(report, *, verification_url=""):
    letter, stay = report.letter, report.stay
    frozen = report.frozen or frozen_now(report, signer=None)
    number = letter.number.replace("/", "-") if letter else f"konsep-{report.pk}"
    return Document(
        template="assessments/pdf_report.html",
        context={
            "said": words_of(report.kind, stay.shelter, letter),
            "report": report, "letter": letter, "shelter": stay.shelter, "stay": stay,
            "day": letter.issued_on if letter else stay.shelter.today(), "watermark": WATERMARKS.get(report.status, ""),
            "parts": [(label, blocks(text)) for _, label, text in report.parts], "facts": facts(report),
            "tables": frozen["tables"], "signer": frozen["signer"], "author": frozen["author"],
            "verification_url": verification_url, "code": qr(verification_url) if verification_url else "",
        },
        filename=f"{report.kind.replace('social_report', 'laporan-sosial').replace('progress', 'laporan-perkembangan')}"
        f"-{number}.pdf",
    )  # fmt: skip


def frozen_now(report, *, signer):
    """What a signature fixes: the tables, and the names under it. Without a signer the head's place stays open."""
    author = report.submitted_by or report.last_saved_by or report.created_by
    stands_in = signer and standin_for(signer, report.shelter)
    head = signer or report.shelter.head_on(report.shelter.today())
    return {
        "tables": tables(report) if report.is_progress else [],
        "author": {"name": author.name, "nip": author.nip, "position": author.position or "Pekerja sosial"},
        "signer": {
            "name": head.name if head else "", "nip": head.nip if head else "",
            "position": f"{'Plh. ' if stands_in else ''}Kepala {report.shelter.name}",
        },
    }  # fmt: skip


def facts(report):
    """What stands above the headings of a report of progress."""
    if not report.is_progress:
        return []
    stay = report.stay
    until = min(report.period_until, stay.ended_on or report.period_until)
    told = [
        ("Masa laporan", f"{tanggal(report.period_from)} sampai {tanggal(report.period_until)}"),
        ("Tanggal masuk", tanggal(stay.entered_on)),
        ("Rencana terminasi", tanggal(report.planned_end) if report.planned_end else "belum ditentukan"),
        ("Lama rehabilitasi", f"{(until - stay.entered_on).days + 1} hari sampai akhir masa laporan"),
        ("Pendamping", report.companion),
    ]
    return [(label, value) for label, value in told if value]


def blocks(text):
    """Paragraphs; several lines that all say “Label: value” become a table."""
    found = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = paragraph.split("\n")
        pairs = [FACT.fullmatch(line.strip()) for line in lines]
        if len(lines) > 1 and all(pairs):
            found.append({"facts": [pair.groups() for pair in pairs]})
        elif paragraph:
            found.append({"text": paragraph})
    return found
