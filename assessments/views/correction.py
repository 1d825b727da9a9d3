from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from assessments.forms.review import CorrectionForm
from assessments.models import Assessment
from cases.permissions import Perm, get_permitted
from cases.views.acts import act


@require_http_methods(["GET", "POST"])
def assessment_correct(request, pk):
    """An approved assessment is not changed: this begins a new one with its answers, and says why."""
    assessment = get_permitted(request.user, Assessment.objects.for_page(), Perm.ASSESS, pk=pk)
    form, made = CorrectionForm(request.POST or None), []

    def verb():
        made.append(assessment.correct(by=request.user, **form.cleaned_data))
        return "Perbaikan dimulai. Ubah jawaban yang perlu, lalu ajukan lagi."

    done = act(request, form, verb, "reports:home")
    if done:
        return redirect(made[0])
    context = {"form": form, "assessment": assessment, "client": assessment.stay.client}
    return render(request, "assessments/assessment_correct.html", context)


@require_POST
def assessment_drop(request, pk):
    assessment = get_permitted(request.user, Assessment.objects.for_page(), Perm.ASSESS, pk=pk)
    try:
        assessment.drop(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(assessment)
    messages.success(request, "Perbaikan dibatalkan; asesmen yang disetujui tetap berlaku.")
    return redirect(assessment.corrects)


@require_POST
def comment_resolve(request, pk, comment):
    """The author says that a comment is dealt with, though the answer stays as it is."""
    assessment = get_permitted(request.user, Assessment.objects.for_page(), Perm.ASSESS, pk=pk)
    found = get_object_or_404(assessment.comments.all(), pk=comment)
    try:
        assessment.resolve(found, by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(assessment)
