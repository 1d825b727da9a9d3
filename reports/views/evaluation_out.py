"""An evaluation on paper and as a sheet."""

from django.views.decorators.http import require_safe

from cases.audit import record
from cases.permissions import Perm
from reports.evaluation.documents import evaluation_document, evaluation_table
from reports.evaluation.sheet import sheet_of
from reports.tables.making import handed_over
from reports.views.evaluation import hides, permitted


@require_safe
def evaluation_pdf(request, pk):
    plan = permitted(request, pk, Perm.REPORT)
    sheet = sheet_of(plan, masked=hides(request.user, plan))
    record(by=request.user, action="evaluation.printed", target=plan, year=plan.year)
    return evaluation_document(sheet).response()


@require_safe
def evaluation_xlsx(request, pk):
    plan = permitted(request, pk, Perm.EXPORT)
    table = evaluation_table(sheet_of(plan, masked=hides(request.user, plan)))
    return handed_over(
        table, "xlsx", by=request.user, action="evaluation.exported", chosen=f"{plan.place}, {plan.year}",
        shelter=plan.shelter,
    )  # fmt: skip
