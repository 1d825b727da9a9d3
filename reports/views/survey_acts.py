"""What follows from a result: publishing it, its report's texts, the plan, figures of before, the classes."""

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.models import Shelter
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once
from reports.models import OldSurveyFigure, SurveyAction, SurveyClass, SurveyPublication, SurveyText
from reports.survey.figures import figures_of
from reports.survey.result import result_of
from reports.survey.result_forms import (
    ActionForm,
    AgreeForm,
    FinishForm,
    MoveForm,
    OldFigureForm,
    SurveyClassesForm,
    TextsForm,
)
from reports.views.survey_results import period_for

GET_POST = ["GET", "POST"]


def results_of(period):
    return reverse("reports:survey_results", args=[period.pk])


@require_http_methods(GET_POST)
def survey_publish(request, pk):
    period = period_for(request.user, Perm.REVIEW, pk)
    form = AgreeForm(request.POST if request.method == "POST" else None)

    def publish():
        SurveyPublication.publish(period, figures_of, by=request.user)  # allowed( above
        return "Hasil diumumkan. Angkanya dibekukan dan tampil di halaman publik panti."

    # Whoever only stands in for the head opens this page and nothing else of the survey.
    reads = Perm.REPORT in request.user.perms_at(period.shelter)
    done = act(request, form, publish, results_of(period) if reads else reverse("reports:home"))
    context = {"form": form, "period": period, "result": result_of(period)}
    return done or render(request, "reports/survey/publish.html", context)


@require_http_methods(GET_POST)
def survey_texts(request, pk):
    period = period_for(request.user, Perm.VOICES, pk)
    form = TextsForm(request.POST or None, period=period)

    def save():
        changed = SurveyText.write(period, form.cleaned_data, by=request.user)
        return f"Disimpan: {', '.join(changed)}." if changed else "Tidak ada yang berubah."

    done = act(request, form, save, results_of(period))
    return done or render(request, "reports/survey/texts.html", {"form": form, "period": period})


@require_http_methods(GET_POST)
def survey_action_new(request, pk):
    period = period_for(request.user, Perm.VOICES, pk)
    lowest = (result_of(period) or {}).get("lowest", ())
    initial = {"element": request.GET.get("unsur", "")}
    form = ActionForm(request.POST or None, period=period, lowest=lowest, initial=initial)

    def make():
        SurveyAction.plan(period, by=request.user, **form.values())
        messages.success(request, "Tindak lanjut dicatat. Penanggung jawab diingatkan di beranda bila sudah waktunya.")
        return results_of(period)

    done = create_once(request, form, make, otherwise="reports:survey_list")
    return done or render(request, "reports/survey/action.html", {"form": form, "period": period})


@require_http_methods(GET_POST)
def survey_action_finish(request, pk):
    rows = SurveyAction.objects.visible_to(request.user).select_related("period__shelter", "element")
    action = get_permitted(request.user, rows, Perm.VOICES, pk=pk)
    form = FinishForm(request.POST or None)

    def finish():
        action.finish(by=request.user, note=form.cleaned_data["note"])
        return "Tindak lanjut selesai."

    done = act(request, form, finish, action.get_absolute_url())
    return done or render(request, "reports/survey/action_finish.html", {"form": form, "action": action})


@require_http_methods(GET_POST)
def survey_action_move(request, pk):
    rows = SurveyAction.objects.visible_to(request.user).select_related("period__shelter", "element")
    action = get_permitted(request.user, rows, Perm.VOICES, pk=pk)
    form = MoveForm(request.POST or None, instance=action)

    def move():
        action.move(by=request.user, owner=form.cleaned_data["owner"], due_on=form.cleaned_data["due_on"])
        return "Tindak lanjut diubah."

    done = act(request, form, move, action.get_absolute_url())
    return done or render(request, "reports/survey/action_move.html", {"form": form, "action": action})


@require_http_methods(GET_POST)
def survey_old(request, shelter):
    """Figures of before, of which only the result is known."""
    place = get_permitted(request.user, Shelter.objects, Perm.VOICES, slug=shelter)
    form = OldFigureForm(request.POST or None)

    def make():
        OldSurveyFigure.enter(place, by=request.user, **form.values())
        messages.success(request, "Angka lama dicatat.")
        return reverse("reports:survey_old", args=[place.slug])

    done = create_once(request, form, make, otherwise="reports:survey_list")
    rows = OldSurveyFigure.objects.visible_to(request.user).filter(shelter=place)
    return done or render(request, "reports/survey/old.html", {"form": form, "shelter": place, "rows": rows})


@require_http_methods(GET_POST)
def survey_old_remove(request, pk):
    rows = OldSurveyFigure.objects.visible_to(request.user).select_related("shelter")
    row = get_permitted(request.user, rows, Perm.VOICES, pk=pk)
    form = AgreeForm(request.POST if request.method == "POST" else None)
    back = reverse("reports:survey_old", args=[row.shelter.slug])

    def remove():
        row.remove(by=request.user)
        return "Angka lama dihapus."

    done = act(request, form, remove, back)
    return done or render(request, "reports/survey/old_remove.html", {"form": form, "row": row, "back": back})


@require_http_methods(GET_POST)
def survey_classes(request):
    """The whole department's."""
    require(request.user, Perm.STANDARD)
    now = SurveyClass.objects.on(timezone.localdate())  # allowed( above
    lines = "\n".join(f"{one.grade}; {one.words}; {one.lower}".replace(".", ",") for one in now)
    form = SurveyClassesForm(request.POST or None, initial={"lines": lines})

    def make():
        given = form.cleaned_data
        SurveyClass.settle(given["lines"], by=request.user, valid_from=given["valid_from"], source=given["source"])
        messages.success(request, f"Mutu SKM ditetapkan sejak {given['valid_from']:%d/%m/%Y}.")
        return reverse("reports:survey_classes")

    done = create_once(request, form, make, otherwise="reports:survey_classes")
    return done or render(request, "reports/survey/classes.html", {"form": form, "classes": now})
