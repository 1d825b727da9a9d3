from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assessments.client_file import differences
from assessments.forms.review import ReviewForm, RevisionForm
from assessments.models import Assessment
from assessments.models.aftercare import told_by
from assessments.scoring import scores
from assessments.views.client_file import write_back
from assessments.views.reading import answer_pages, beside, changes
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
            services, updated = _complete(request, assessment, form)
        except ValidationError as error:
            add_errors(form, error)
            assessment.stay.client.refresh_from_db()  # nothing of it was written
        else:
            said = f" {len(services)} kebutuhan dibuka." if services else ""
            said += " Berkas klien diperbarui." if updated else ""
            messages.success(request, f"Asesmen selesai dan diajukan untuk ditinjau.{said}")
            return redirect(assessment)
    if not assessment.is_editable:
        return redirect(assessment)
    if request.method == "GET":
        record(by=request.user, action="assessment.viewed", target=assessment, page="periksa")
    state, client, may = assessment.state(), assessment.stay.client, request.user.perms_at(assessment.shelter)
    context = {"assessment": assessment, "client": client, "form": form, "problems": _problems(state)}
    context |= {"groups": answer_pages(state, beside(assessment, may)), "needs": assessment.new_needs(state)}
    context |= {"differences": differences(state, client), "chosen": request.POST.getlist("file")}
    context |= {"measures": scores(assessment.form.domains, state), "contact": told_by(assessment)}
    context["unanswered"] = assessment.comments.open() if assessment.submitted_at else ()
    return render(request, "assessments/assessment_check.html", context)


@transaction.atomic
def _complete(request, assessment, form):
    """Both or nothing: what the person ticked goes to the client's file, and the assessment is completed."""
    ticked = set(request.POST.getlist("file"))
    updated = ticked and write_back(assessment, ticked, version=request.POST.get("client_version"), by=request.user)
    return assessment.submit(by=request.user, **form.cleaned_data), bool(updated)


def _problems(state):
    """What to mend, each with the page on which it stands."""
    return [
        {"question": question, "page": question.path.split("/")[0], "error": error}
        for question, error in state.problems
    ]


@require_http_methods(["GET", "POST"])
def assessment_review(request, pk):
    assessment = get_permitted(request.user, Assessment.objects.for_page(), Perm.REVIEW, pk=pk)
    form = ReviewForm(request.POST or None)
    if form.is_valid():
        try:
            words = _decide(assessment, form, by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"Asesmen {words}.")
            return redirect(_back(request.user, assessment))
    if assessment.status != Assessment.Status.SUBMITTED:
        return redirect(_back(request.user, assessment))
    if request.method == "GET":
        record(by=request.user, action="assessment.viewed", target=assessment, page="tinjau")
    may = request.user.perms_at(assessment.shelter)
    context = {"assessment": assessment, "client": assessment.stay.client, "form": form, "may": may}
    context |= {"own": assessment.submitted_by == request.user, "measures": assessment.measures.all()}
    return render(request, "assessments/assessment_review.html", context | _shown(assessment, may, form))


def _decide(assessment, form, *, by):
    given = form.cleaned_data
    if form.returns:
        assessment.return_(by=by, **given)
        return "dikembalikan dengan catatan"
    assessment.approve(by=by, revision=given["revision"])
    return "disetujui"


def _back(user, assessment):
    """The head of another shelter who stands in here approves, and opens no file."""
    reads = Assessment.objects.allowed(user, Perm.FILE).contains(assessment)
    return assessment if reads else "reports:home"


def _shown(assessment, may, form):
    """The answers, and what changed since the reviewer saw them or since they were approved."""
    state = assessment.state()
    typed = form.typed_comments if form.is_bound else {}
    shown = {"groups": answer_pages(state, beside(assessment, may, typed))}
    if assessment.returned_answers is not None:
        shown["since_return"] = changes(state, assessment.returned_answers)
    if assessment.corrects:
        shown["corrected"] = changes(state, assessment.corrects.answers)
    return shown
