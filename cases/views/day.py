from datetime import date, timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import DayRecord, Shelter
from cases.permissions import Perm, get_permitted, require
from cases.sheet import DaySheet


@require_safe
def day_sheet_today(request):
    """Straight to today's sheet; with several shelters, a choice."""
    require(request.user, Perm.RECORD)
    shelters = request.user.shelters_with(Perm.RECORD)
    if len(shelters) == 1:
        return redirect("cases:day_sheet", slug=shelters[0].slug, day=shelters[0].today().isoformat())
    return render(request, "cases/day_sheet_choose.html", {"shelters": shelters})


@require_http_methods(["GET", "POST"])
def day_sheet(request, slug, day):
    shelter = get_permitted(request.user, Shelter.objects, Perm.RECORD, slug=slug)
    day = date_or_404(day)
    if day > shelter.today():
        raise Http404("Lembar hari yang belum tiba.")
    sheet = DaySheet(shelter, day)
    if request.method == "POST" and sheet.fill(request.POST):
        clashes = sheet.save(by=request.user)
        for clash in clashes:
            messages.warning(request, clash)
        messages.success(request, "Lembar harian disimpan.")
        return redirect("cases:day_sheet", slug=slug, day=day.isoformat())
    context = {
        "shelter": shelter, "day": day, "sheet": sheet, "presences": DayRecord.Presence.choices,
        "previous": day - timedelta(days=1), "following": day + timedelta(days=1) if day < shelter.today() else None,
    }  # fmt: skip
    return render(request, "cases/day_sheet.html", context)


def date_or_404(text):
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404("Bukan tanggal.") from error
