"""How the nine elements are asked: the department's words, each with its source and the day since when."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import Perm, require
from cases.views.acts import create_once
from reports.models import SurveyElement, SurveyQuestion
from reports.survey.staff_forms import QuestionForm


@require_safe
def survey_questions(request):
    require(request.user, Perm.STANDARD)
    today = timezone.localdate()
    coming = SurveyQuestion.objects.filter(valid_from__gt=today)  # allowed( the department
    context = {
        "questions": SurveyQuestion.objects.on(today),  # allowed( the department
        "coming": coming.select_related("element").order_by("valid_from", "position"),
    }
    return render(request, "reports/survey/questions.html", context)


@require_http_methods(["GET", "POST"])
def survey_question_settle(request, code):
    require(request.user, Perm.STANDARD)
    element = get_object_or_404(SurveyElement, code=code)
    before = element.questions.on(timezone.localdate()).first()
    form = QuestionForm(request.POST or None, before=before)

    def make():
        SurveyQuestion.settle(element, by=request.user, **form.values())
        messages.success(request, f"Pertanyaan {element.code} disimpan. Periode yang sudah berjalan tidak berubah.")
        return reverse("reports:survey_questions")

    done = create_once(request, form, make, otherwise="reports:survey_questions")
    return done or render(request, "reports/survey/question_form.html", {"form": form, "element": element})
