"""Referrals in figures, under Laporan: on the page, on paper, as a sheet. No name of a client stands in it."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.permissions import Perm, require
from reports.figures.aftercare import HEADINGS as OUTCOME_HEADINGS
from reports.figures.aftercare import aftercare_outcomes
from reports.figures.referrals import HEADINGS, as_table, referral_figures
from reports.tables.making import handed_over
from reports.tables.table import plain_table
from reports.views.changes import ChangeForm


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
    found = {"figures": figures, "masked": masked, "first": first, "last": last, "chosen": chosen}
    return form, found | {"outcomes": aftercare_outcomes(houses, first, last, masked=masked)}


@require_safe
def referral_figures_page(request):
    require(request.user, Perm.REPORT)
    form, context = asked(request)
    context |= {"form": form, "headings": HEADINGS, "outcome_headings": OUTCOME_HEADINGS}
    return render(request, "reports/referral_figures.html", context)


@require_safe
def referral_figures_export(request):
    """The same figures as on the page, hidden ones hidden."""
    require(request.user, Perm.EXPORT)
    form, context = asked(request)
    if not context:
        return redirect("reports:referral_figures")
    kind = "csv" if request.GET.get("bentuk") == "csv" else "xlsx"
    header, rows = as_table(context["figures"])
    blanks = [""] * (len(HEADINGS) - 1)
    for row in context["outcomes"]:
        rows += [[f"Sekitar hari ke-90, {row.label}: {name}", text, *blanks] for name, text in row.values]
    where, period = str(context["chosen"] or "Semua panti"), f"{context['first']} s.d. {context['last']}"
    table = plain_table("Angka rujukan", f"angka-rujukan-{context['first']}-{context['last']}", header, rows)
    return handed_over(
        table, kind, by=request.user, action="referrals.figures_exported", chosen=f"{where}, {period}"
    )  # fmt: skip
