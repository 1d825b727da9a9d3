"""What is typed for the monthly report: the texts of a month, and the rate of meals that its days are worth."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.models import Shelter
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once
from cases.views.intake import add_errors
from reports.contents.forms import MealRateEndForm, MealRateForm, MonthTextForm
from reports.models import MealRate
from reports.monthly.state import state_of
from reports.views.spm import month_begun


@require_http_methods(["GET", "POST"])
def month_text(request, shelter, year, month):
    place = get_permitted(request.user, Shelter.objects, Perm.FILE, slug=shelter)
    period = month_begun(place, year, month)
    form = MonthTextForm(request.POST or None, shelter=place, month=period)
    if form.is_valid():
        try:
            saved = form.save(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            if saved:
                messages.success(request, f"Teks laporan {period.label} disimpan.")
                return redirect("reports:spm_month", place.slug, period.year, period.number)
    context = {"shelter": place, "month": period, "form": form, "state": state_of(place, period)}
    return render(request, "reports/month_text.html", context)


@require_safe
def meal_rates(request):
    """Every rate, the latest first: that of all shelters, and those of single ones."""
    require(request.user, Perm.STANDARD)
    rates = MealRate.objects.select_related("shelter").order_by("shelter__name", "-valid_from")  # allowed( above
    context = {"rates": rates, "today": timezone.localdate()}
    return render(request, "reports/meal_rates.html", context)


@require_http_methods(["GET", "POST"])
def meal_rate_settle(request):
    require(request.user, Perm.STANDARD)
    shelters = Shelter.objects.allowed(request.user, Perm.STANDARD).order_by("name")
    form = MealRateForm(request.POST or None, shelters=shelters)

    def make():
        given = {name: value for name, value in form.cleaned_data.items() if name != "key"}
        made = MealRate.settle(by=request.user, **given)
        messages.success(request, f"Indeks permakanan ditetapkan sejak {made.valid_from:%d/%m/%Y}.")
        return reverse("reports:meal_rates")

    done = create_once(request, form, make, otherwise="reports:meal_rates")
    return done or render(request, "reports/meal_rate.html", {"form": form})


@require_http_methods(["GET", "POST"])
def meal_rate_end(request, pk):
    """The last day of a rate that is not followed by another."""
    require(request.user, Perm.STANDARD)
    rate = get_object_or_404(MealRate.objects.select_related("shelter"), pk=pk)  # allowed( above
    form = MealRateEndForm(request.POST or None)

    def end():
        rate.end(by=request.user, **form.cleaned_data)
        return f"Indeks permakanan {rate.shelter or 'semua panti'} berakhir {rate.valid_to:%d/%m/%Y}."

    done = act(request, form, end, reverse("reports:meal_rates"))
    return done or render(request, "reports/meal_rate_end.html", {"form": form, "rate": rate})
