from datetime import date, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import Absence, DayRecord, Shelter
from cases.models.warning import shown_warnings
from cases.permissions import Perm, get_permitted, require
from cases.sheet import DaySheet

Presence = DayRecord.Presence
# The three answers of a roll call; whoever is in hospital or on the way keeps that as a fourth.
ROLL_CALL = [(Presence.PRESENT, "Hadir"), (Presence.LEAVE, "Izin"), (Presence.ABSCONDED, "Tidak ada")]


@require_safe
def day_sheet_today(request):
    """Straight to today's sheet; with several shelters, a choice."""
    return today_of_shelter(request, "cases:day_sheet", "Lembar harian")


@require_safe
def roll_call_today(request):
    return today_of_shelter(request, "cases:roll_call", "Apel")


def today_of_shelter(request, route, heading):
    require(request.user, Perm.RECORD)
    shelters = request.user.shelters_with(Perm.RECORD)
    if len(shelters) == 1:
        return redirect(route, slug=shelters[0].slug, day=shelters[0].today().isoformat())
    return render(request, "cases/day_sheet_choose.html", {"shelters": shelters, "route": route, "heading": heading})


@require_http_methods(["GET", "POST"])
def day_sheet(request, slug, day):
    shelter, day = shelter_and_day(request, slug, day)
    if "hari" in request.GET:  # the date picker
        return redirect("cases:day_sheet", slug=slug, day=request.GET["hari"] or shelter.today().isoformat())
    sheet = DaySheet(shelter, day)
    prefetch_related_objects([row.stay.client for row in sheet.rows], shown_warnings(request.user))
    if request.method == "POST" and save(request, sheet, "Lembar harian disimpan."):
        return redirect("cases:day_sheet", slug=slug, day=day.isoformat())
    if "seperti-kemarin" in request.GET and request.method == "GET" and sheet.is_open:
        sheet.copy_yesterday()
    context = around(shelter, day) | {"sheet": sheet, "presences": Presence.choices}
    return render(request, "cases/day_sheet.html", context)


@require_http_methods(["GET", "POST"])
def roll_call(request, slug, day):
    """Everybody in one list and who is there: the sheet's presence, morning and evening."""
    shelter, day = shelter_and_day(request, slug, day)
    sheet = DaySheet(shelter, day, services=[])
    prefetch_related_objects([row.stay.client for row in sheet.rows], shown_warnings(request.user))
    if request.method == "POST" and save(request, sheet, "Apel disimpan."):
        return redirect("cases:roll_call", slug=slug, day=day.isoformat())
    for row in sheet.rows:
        others = [] if row.presence in dict(ROLL_CALL) else [(row.presence, row.presence_label)]
        row.choices = ROLL_CALL + others
    rows = [row for row in sheet.rows if not row.leaves_today]
    gone = Absence.objects.allowed(request.user, Perm.RECORD).filter(stay__shelter=shelter)
    context = {"sheet": sheet, "rows": rows, "to_let_go": gone.to_let_go()}
    return render(request, "cases/roll_call.html", around(shelter, day) | context)


def shelter_and_day(request, slug, day):
    shelter = get_permitted(request.user, Shelter.objects, Perm.RECORD, slug=slug)
    day = date_or_404(day)
    if day > shelter.today():
        raise Http404("Lembar hari yang belum tiba.")
    return shelter, day


def save(request, sheet, done):
    """Keep what was sent; False when a cell cannot be understood and the page comes back."""
    if not sheet.is_open:
        raise PermissionDenied("Bulan ini sudah ditandatangani.")
    if not sheet.fill(request.POST):
        return False
    for clash in sheet.save(by=request.user):
        messages.warning(request, clash)
    Absence.objects.allowed(request.user, Perm.RECORD).carry_on()
    Absence.objects.allowed(request.user, Perm.RECORD).let_go_where_automatic()
    messages.success(request, done)
    return True


def around(shelter, day):
    today = shelter.today()
    return {
        "shelter": shelter, "day": day, "is_today": day == today, "today": today,
        "previous": day - timedelta(days=1), "following": day + timedelta(days=1) if day < today else None,
    }  # fmt: skip


def date_or_404(text):
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404("Bukan tanggal.") from error
