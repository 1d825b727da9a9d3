from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assessments.forms import ReturnForm, RevisionForm
from assessments.models import Assessment
from assessments.views.reading import answer_pages
from cases.audit import record
from cases.permissions import Perm, get_permitted
from cases.views.intake import add_errors


@require_http_methods(["GET", "POST"])
def assessment_check(request, pk):
    """Check your answers: everything on one page, what still stands in the way, and what completing will do."""
    assessment = get_permitted(request.user, Assessment.objects.for_page(), Perm.ASSESS, pk=pk)
    form = RevisionForm(request.POST or None)
    if form.is_valid():
        try:
            services = assessment.submit(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            opened = f" {len(services)} kebutuhan dibuka." if services else ""
            messages.success(request, f"Asesmen selesai dan diajukan untuk ditinjau.{opened}")
            return redirect(assessment)
    if not assessment.is_editable:
        return redirect(assessment)
    if request.method == "GET":
        record(by=request.user, action="assessment.viewed", target=assessment, page="periksa")
    state = assessment.state()
    context = {"assessment": assessment, "client": assessment.stay.client, "form": form, "groups": answer_pages(state)}
    context |= {"problems": _problems(state), "needs": assessment.new_needs(state)}
    return render(request, "assessments/assessment_check.html", context)


def _problems(state):
    """What to mend, each with the page on which it stands."""
    return [
        {"question": question, "page": question.path.split("/")[0], "error": error}
        for question, error in state.problems
    ]


@require_http_methods(["GET", "POST"])
def assessment_review(request, pk):
    assessment = get_permitted(request.user, Assessment.objects.for_page(), Perm.REVIEW, pk=pk)
    returns = "return" in request.POST
    form = (ReturnForm if returns else RevisionForm)(request.POST or None)
    if form.is_valid():
        try:
            if returns:
                assessment.return_(by=request.user, **form.cleaned_data)
            else:
                assessment.approve(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            words = "dikembalikan dengan catatan" if returns else "disetujui"
            messages.success(request, f"Asesmen {words}.")
            return redirect(assessment)
    if assessment.status != Assessment.Status.SUBMITTED:
        return redirect(assessment)
    if request.method == "GET":
        record(by=request.user, action="assessment.viewed", target=assessment, page="tinjau")
    context = {"assessment": assessment, "client": assessment.stay.client, "form": form}
    context |= {"groups": answer_pages(assessment.state()), "own": assessment.submitted_by == request.user}
    context["return_form"] = form if returns else ReturnForm()
    return render(request, "assessments/assessment_review.html", context)
