"""National holidays, kept by the department: they belong to no shelter and to everybody."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.forms.limit import HolidayForm, HolidayPasteForm
from cases.models import Holiday
from cases.permissions import Perm, require


def list_url(year):
    return f"{reverse('cases:holiday_list')}?tahun={year}"


@require_http_methods(["GET", "POST"])
def holiday_list(request):
    require(request.user, Perm.MANAGE)
    asked = request.GET.get("tahun", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and 2000 <= int(asked) <= 2100 else None
    year = year or timezone.localdate().year
    form = HolidayForm(request.POST or None)
    if form.is_valid():
        holiday = form.save(by=request.user)
        messages.success(request, f"{holiday.name} ditambahkan.")
        return redirect(list_url(holiday.date.year))
    holidays = Holiday.objects.of_year(year)  # allowed( whoever manages
    context = {"form": form, "holidays": holidays, "year": year, "years": [year - 1, year, year + 1]}
    return render(request, "cases/holiday_list.html", context)


@require_http_methods(["GET", "POST"])
def holiday_import(request):
    require(request.user, Perm.MANAGE)
    form = HolidayPasteForm(request.POST or None, initial={"year": timezone.localdate().year})
    if form.is_valid():
        days, year = form.cleaned_data["days"], form.cleaned_data["year"]
        added = Holiday.bring_in(days, by=request.user, source=form.cleaned_data["source"])
        messages.success(request, f"{added} hari libur ditambahkan; {len(days) - added} sudah ada dan tidak diubah.")
        return redirect(list_url(year))
    return render(request, "cases/holiday_import.html", {"form": form})


@require_http_methods(["POST"])
def holiday_remove(request, pk):
    require(request.user, Perm.MANAGE)
    holiday = get_object_or_404(Holiday.objects.all(), pk=pk)  # allowed( whoever manages
    year = holiday.date.year
    holiday.remove(by=request.user)
    messages.success(request, f"{holiday.name} dihapus dari daftar. Batas hari kerja dihitung ulang.")
    return redirect(list_url(year))
