"""Jangkauan dan hasil, under Laporan: who was reached, what came of it, how fast. No name of a client stands in it."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.audit import record
from cases.permissions import Perm, require
from reports.figures.aftercare import HEADINGS as AFTERCARE_HEADINGS
from reports.figures.aftercare import aftercare_outcomes
from reports.reach.documents import reach_document
from reports.reach.outcomes import RETURN_HEADINGS, outcomes
from reports.reach.people import reach
from reports.reach.period import SpanForm
from reports.reach.places import places
from reports.reach.sheets import outcomes_table, reach_table, timeliness_table
from reports.reach.timeliness import HEADINGS, timeliness
from reports.tables.making import handed_over

WORDS = {
    "return_headings": RETURN_HEADINGS, "outcome_headings": AFTERCARE_HEADINGS, "step_headings": HEADINGS,
}  # fmt: skip


def asked(request):
    """The form, the shelters and whether small numbers are hidden: from whoever does not read all of their files."""
    shelters = request.user.shelters_with(Perm.REPORT)
    if not shelters:  # nobody's, or a department that has none yet
        require(request.user, Perm.REPORT)
    form = SpanForm(given(request), shelters=shelters)
    if not form.is_valid():
        return form, [], True
    houses = form.houses
    readable = set(request.user.shelters_with(Perm.FILE).values_list("pk", flat=True))
    return form, houses, not {house.pk for house in houses} <= readable


def given(request):
    """What the address says; the year that runs when it says nothing of a period."""
    data = request.GET.dict()
    if not {"masa", "dari", "sampai"} & data.keys():
        data["masa"] = str(timezone.localdate().year)
    return data


def reached(form, houses, masked, request):
    found = reach(houses, form.span, masked=masked)
    here = places(found.origins, houses, masked=masked, province=request.GET.get("provinsi", ""))
    return {"reach": found, "places": here, "anybody": found.persons}


def came_of_it(form, houses, masked, request):
    found = outcomes(houses, form.span, masked=masked)
    after = aftercare_outcomes(houses, form.span.first, form.span.last, masked=masked)
    return {"outcomes": found, "aftercare": after, "anybody": found.departures}


def how_fast(form, houses, masked, request):
    found = timeliness(houses, form.span, masked=masked)
    return {"timeliness": found, "anybody": any(line.begun for line in found)}


# part → its heading, what it counts, its table for a file, its page
PARTS = {
    "asal": ("Jangkauan", reached, reach_table, "reports/reach/asal.html"),
    "hasil": ("Hasil", came_of_it, outcomes_table, "reports/reach/hasil.html"),
    "waktu": ("Ketepatan waktu", how_fast, timeliness_table, "reports/reach/waktu.html"),
}
PAGES = {"asal": "reach", "hasil": "reach_outcomes", "waktu": "reach_timeliness"}


def page(request, part):
    form, houses, masked = asked(request)
    tabs = [(reverse(f"reports:{PAGES[name]}"), title, name == part) for name, (title, *_) in PARTS.items()]
    context = WORDS | {"form": form, "tabs": tabs, "part": part, "heading": PARTS[part][0], "masked": masked}
    if houses:
        found = PARTS[part][1](form, houses, masked, request)
        context |= found | {"span": form.span, "houses": form.house or "Semua panti",
                            "remarks": form.remarks(found["anybody"])}  # fmt: skip
    return render(request, PARTS[part][3], context)


@require_safe
def reach_page(request):
    return page(request, "asal")


@require_safe
def outcomes_page(request):
    return page(request, "hasil")


@require_safe
def timeliness_page(request):
    return page(request, "waktu")


@require_safe
def reach_export(request, part):
    """One part as a sheet, exactly as on its page."""
    require(request.user, Perm.EXPORT)
    form, houses, masked = asked(request)
    if part not in PARTS:
        raise Http404
    if not houses:
        return redirect(f"{reverse(f'reports:{PAGES[part]}')}?{request.GET.urlencode()}")
    _, read, table, _ = PARTS[part]
    kind = "csv" if request.GET.get("bentuk") == "csv" else "xlsx"
    chosen = f"{form.house or 'Semua panti'}, {form.span.label}"
    sheet = table(read(form, houses, masked, request), form.span)
    sheet.remarks += [("Catatan", words) for words in form.remarks(True)]
    return handed_over(sheet, kind, by=request.user, action="reach.exported", chosen=chosen)


@require_safe
def reach_print(request):
    """The three parts on paper, under the letterhead of the shelter or of the department."""
    form, houses, masked = asked(request)
    if not houses:
        return redirect(f"{reverse('reports:reach')}?{request.GET.urlencode()}")
    found = {}
    for _, read, *_ in PARTS.values():
        found |= read(form, houses, masked, request)
    context = found | WORDS | {"span": form.span, "masked": masked, "remarks": form.remarks(found["reach"].persons)}
    record(by=request.user, action="reach.printed", target=request.user, period=form.span.label)
    return reach_document(context, houses, form.house).response()
