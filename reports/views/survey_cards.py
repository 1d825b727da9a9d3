"""How a shelter hands the survey on: printed cards, and a device that is lent to a visitor."""

from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.permissions import Perm
from cases.views.intake import add_errors
from reports.models import SurveyCard, SurveyPeriod
from reports.survey.card_sheet import card_sheet
from reports.survey.device import device_token
from reports.survey.staff_forms import CardsForm, DeviceForm
from reports.views.survey import fetch


@require_http_methods(["GET", "POST"])
def survey_cards(request, pk):
    """The sheet is the answer to the form, and is kept nowhere: only paper bears the codes. A double click therefore
    makes two sheets, and the browser keeps the second; the cards of the first are never handed out.
    """
    period = fetch(request.user, pk)
    form = CardsForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            codes = SurveyCard.print_batch(period, form.cleaned_data["count"], by=request.user)
            return card_sheet(period, codes, request.build_absolute_uri("/")).response()
        except ValidationError as error:
            add_errors(form, error)
    return render(request, "reports/survey/cards.html", {"form": form, "period": period})


@require_http_methods(["GET", "POST"])
def survey_tablet(request):
    """Lends this device to a visitor: it signs out, so that nothing on it leads back to the account."""
    user = request.user
    if not user.holds(Perm.RECORD) and not user.holds(Perm.VOICES):
        raise PermissionDenied
    mine = SurveyPeriod.objects.allowed(user, Perm.RECORD) | SurveyPeriod.objects.allowed(user, Perm.VOICES)
    asking = [period.pk for period in mine.select_related("shelter").filter(status="open") if period.is_asking]
    periods = mine.select_related("shelter").filter(pk__in=asking)
    chosen = periods.filter(shelter__slug=request.GET.get("panti", "")).first()
    form = DeviceForm(request.POST if request.method == "POST" else None, periods=periods, initial={"period": chosen})
    if form.is_valid():
        token = device_token(form.cleaned_data["period"], form.cleaned_data["way"])
        logout(request)
        return redirect(reverse("reports:survey_device", args=[token]))
    return render(request, "reports/survey/tablet.html", {"form": form, "periods": asking})
