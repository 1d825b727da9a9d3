"""Referrals in figures, under Laporan: on the page, on paper, as a sheet. No name of a client stands in it."""

import tempfile

from django.http import FileResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.audit import record
from cases.permissions import Perm, require
from reports.exports import write_csv, write_xlsx
from reports.referral_figures import HEADINGS, as_table, referral_figures
from reports.views.changes import ChangeForm
from reports.views.exports import CONTENT


def asked(request):
    """The form and what it asks for. Only whoever reads the files of all these houses sees small numbers."""
    shelters, today = request.user.shelters_with(Perm.REPORT), timezone.localdate()
    given = {"dari": today.replace(month=1, day=1), "sampai": today} | request.GET.dict()
    form = ChangeForm(given, shelters=shelters)
    if not form.is_valid():
        return form, {}
    first, last, chosen = (form.cleaned_data[name] for name in ("dari", "sampai", "panti"))
    houses = [chosen] if chosen else list(shelters)
    masked = not set(houses) <= set(request.user.shelters_with(Perm.FILE))
    figures = referral_figures(houses, first, last, masked=masked)
    return form, {"figures": figures, "masked": masked, "first": first, "last": last, "chosen": chosen}


@require_safe
def referral_figures_page(request):
    require(request.user, Perm.REPORT)
    form, context = asked(request)
    return render(request, "reports/referral_figures.html", context | {"form": form, "headings": HEADINGS})


@require_safe
def referral_figures_export(request):
    """The same figures as on the page, hidden ones hidden."""
    require(request.user, Perm.EXPORT)
    form, context = asked(request)
    if not context:
        return redirect("reports:referral_figures")
    kind = "csv" if request.GET.get("bentuk") == "csv" else "xlsx"
    header, rows = as_table(context["figures"])
    where, period = str(context["chosen"] or "Semua panti"), f"{context['first']} s.d. {context['last']}"
    file = tempfile.TemporaryFile()
    if kind == "csv":
        count = write_csv(file, header, rows)
    else:
        remarks = [("Isi", "Angka rujukan"), ("Panti", where), ("Masa", period), ("Diambil oleh", str(request.user))]
        count = write_xlsx(file, header, rows, remarks, name="Rujukan")
    record(
        by=request.user, action="referrals.figures_exported", target=request.user, filter=f"{where}, {period}",
        rows=count, format=kind,
    )  # fmt: skip
    file.seek(0)
    name = f"angka-rujukan-{context['first']}-{context['last']}.{kind}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=CONTENT[kind])
