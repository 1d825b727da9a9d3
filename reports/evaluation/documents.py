"""An evaluation on paper, under the letterhead of its shelter or of the department; and as a table."""

from datetime import date

from cases.pdf import Document
from reports.evaluation.freezing import signature
from reports.models import Office
from reports.reach.sheets import HIDING
from reports.tables.table import Column, Kind, Table

HEADINGS = [
    Column("Indikator", width=40), Column("Jenis"), Column("Satuan"), Column("Diukur dari", width=30),
    Column("Keadaan awal", Kind.DECIMAL), Column("Masa", width=14), Column("Target", Kind.DECIMAL),
    Column("Realisasi", Kind.DECIMAL), Column("Capaian (%)", Kind.PERCENT), Column("Penilaian", width=18),
    Column("Penjelasan", width=40), Column("Tindak lanjut", width=30), Column("Penanggung jawab"),
    Column("Paling lambat", Kind.DATE), Column("Hasil tindak lanjut", width=30),
]  # fmt: skip


def evaluation_document(sheet):
    plan = sheet.plan
    signed = plan.signer or signature(plan)
    day = date.fromisoformat(signed["date"])
    return Document(
        template="reports/evaluation/pdf.html",
        context={
            "sheet": sheet, "plan": plan, "shelter": plan.shelter or Office.objects.on(day), "signer": signed["person"],
            "role": f"{signed['role']},", "signed_on": day, "printed_on": plan.today(),
        },
        filename=f"evaluasi-{plan.year}-{plan.pk}.pdf",
    )  # fmt: skip


def evaluation_table(sheet):
    """One row for each indicator and period, with exactly what the page shows."""
    plan = sheet.plan
    rows = [row_of(row, cell) for row in sheet.rows for cell in row.cells]
    remarks = [("Evaluasi", plan.title), ("Yang dievaluasi", ": ".join(plan.subject)),
               ("Keadaan", plan.get_status_display())]  # fmt: skip
    if sheet.has_hidden:
        remarks.append(HIDING)
    return Table(f"Evaluasi {plan.year}: {plan.title}", f"evaluasi-{plan.year}-{plan.pk}", HEADINGS, rows, remarks)


def row_of(row, cell):
    one, note = row.indicator, cell.finding
    return [
        one.wording, one.get_kind_display(), one.unit, row.origin, one.baseline, cell.label, cell.target, cell.actual,
        cell.percent, cell.words, note.note if note else "", note.follow_up if note else "",
        str(note.owner) if note and note.owner else "", note.due_on if note else None, note.result if note else "",
    ]  # fmt: skip
