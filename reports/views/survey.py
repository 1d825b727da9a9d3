"""The survey as the staff sees it: periods, how many answered, opening and closing, what people suggest."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once
from reports.models import SurveyPeriod, SurveyResponse
from reports.models.survey import ENOUGH
from reports.survey.staff_forms import HideForm, NewPeriodForm, PeriodForm

IN_PAGE = 25


@require_safe
def survey_list(request):
    require(request.user, Perm.VOICES)
    periods = SurveyPeriod.objects.allowed(request.user, Perm.VOICES).select_related("shelter").with_counts()
    page = Paginator(periods, IN_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "enough": ENOUGH, "edits_questions": request.user.holds(Perm.STANDARD)}
    return render(request, "reports/survey/list.html", context)


@require_http_methods(["GET", "POST"])
def survey_new(request):
    require(request.user, Perm.VOICES)
    form = NewPeriodForm(request.POST or None, shelters=request.user.shelters_with(Perm.VOICES))

    def make():
        period = SurveyPeriod.prepare(form.cleaned_data["shelter"], by=request.user, **form.values())
        messages.success(request, f"Periode “{period}” disiapkan. Jawaban diterima sesudah dibuka kepala panti.")
        return reverse("reports:survey_period", args=[period.pk])

    done = create_once(request, form, make, otherwise="reports:survey_list")
    return done or render(request, "reports/survey/period_form.html", {"form": form})


@require_safe
def survey_period(request, pk):
    period = fetch(request.user, pk)
    may = request.user.perms_at(period.shelter)
    cards = period.cards.filter(kind="card")
    context = {
        "period": period, "answered": period.responses.count(), "enough": ENOUGH, "decides": decides(may),
        "cards": cards.count(), "used": cards.exclude(used_on=None).count(),
        "address": request.build_absolute_uri(reverse("reports:survey_answer", args=[period.shelter.slug])),
    }  # fmt: skip
    return render(request, "reports/survey/period.html", context)


@require_http_methods(["GET", "POST"])
def survey_edit(request, pk):
    period = fetch(request.user, pk)
    form = PeriodForm(request.POST or None, instance=period)

    def change():
        period.change(by=request.user, **form.values())
        return "Periode disimpan."

    done = act(request, form, change, reverse("reports:survey_period", args=[pk]))
    return done or render(request, "reports/survey/period_form.html", {"form": form, "period": period})


@require_POST
def survey_open(request, pk):
    return decide(request, pk, SurveyPeriod.open, "Survei dibuka. Jawaban diterima selama tanggal periodenya.")


@require_POST
def survey_close(request, pk):
    return decide(request, pk, SurveyPeriod.close, "Survei ditutup. Kartu dan tautannya tidak menerima jawaban lagi.")


@require_safe
def survey_suggestions(request, pk):
    """In the order of their random keys: neither by time nor beside the answers of whoever wrote them."""
    period = fetch(request.user, pk)
    shown = period.responses.count() >= ENOUGH
    page = Paginator(period.responses.with_words().order_by("pk"), IN_PAGE).get_page(request.GET.get("page"))
    context = {"period": period, "shown": shown, "page": page, "enough": ENOUGH}
    return render(request, "reports/survey/suggestions.html", context)


@require_http_methods(["GET", "POST"])
def survey_suggestion_hide(request, pk):
    rows = SurveyResponse.objects.visible_to(request.user).select_related("period__shelter")
    response = get_permitted(request.user, rows, Perm.VOICES, pk=pk)
    back = reverse("reports:survey_suggestions", args=[response.period_id])
    if response.period.responses.count() < ENOUGH:
        return redirect(back)
    form = HideForm(request.POST if request.method == "POST" else None)

    def hide():
        response.hide_suggestion(by=request.user, reason=form.cleaned_data["reason"])
        return "Saran dikosongkan."

    done = act(request, form, hide, back)
    return done or render(request, "reports/survey/suggestion_hide.html", {"form": form, "response": response})


def fetch(user, pk):
    return get_permitted(user, SurveyPeriod.objects.visible_to(user).select_related("shelter"), Perm.VOICES, pk=pk)


def decides(may):
    """The head of the shelter opens and closes, or the department."""
    return bool({Perm.REVIEW, Perm.STANDARD} & may)


def decide(request, pk, verb, done):
    perm = Perm.STANDARD if request.user.holds(Perm.STANDARD) else Perm.REVIEW
    period = get_permitted(request.user, SurveyPeriod.objects.select_related("shelter"), perm, pk=pk)
    try:
        verb(period, by=request.user)
        messages.success(request, done)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("reports:survey_period", pk=pk)
