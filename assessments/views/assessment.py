from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.start import StartForm
from assessments.models import Assessment
from assessments.models.presence import others_here
from assessments.models.reassessment import due_again
from assessments.views.change import changes_of_client
from assessments.views.reading import answer_pages, beside
from cases.audit import record
from cases.models import Stay
from cases.permissions import Perm, get_permitted
from cases.views.client import file_of, header
from cases.views.intake import add_errors


@require_http_methods(["GET", "POST"])
def assessment_start(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.ASSESS, pk=pk)
    form = StartForm(request.POST or None, stay=stay)
    if form.is_valid():
        try:
            assessment = Assessment.start(stay, version=form.cleaned_data["version"], by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect(assessment)
    opened = Assessment.objects.allowed(request.user, Perm.ASSESS).editable().filter(stay=stay, corrects=None)
    fitting, others = form.choices()
    context = {"form": form, "stay": stay, "client": stay.client, "fitting": fitting, "others": others}
    context["opened"] = set(opened.values_list("instrument", flat=True))
    return render(request, "assessments/assessment_start.html", context)


@require_safe
def client_assessments(request, pk):
    client = file_of(request, pk)
    listed = Assessment.objects.allowed(request.user, Perm.FILE).filter(stay__client=client).for_list()
    context = header(request.user, client) | {"listed": listed, "changes": changes_of_client(request.user, client)}
    context["due_again"] = due_again(Stay.objects.allowed(request.user, Perm.FILE).filter(client=client))
    return render(request, "assessments/client_assessments.html", context)


@require_safe
def assessment_detail(request, pk):
    """While it is filled in the list of its pages; afterwards its answers."""
    assessment = get_permitted(request.user, Assessment.objects.for_page(), Perm.FILE, pk=pk)
    record(by=request.user, action="assessment.viewed", target=assessment)
    state, may = assessment.state(), request.user.perms_at(assessment.shelter)
    context = {"assessment": assessment, "client": assessment.stay.client, "may": may}
    if assessment.is_editable and "assess" in may:
        pages = [page for page in state.pages if page.items]
        context |= {"pages": pages, "done": sum(page.progress == "selesai" for page in pages)}
        context |= {"others": others_here(assessment, request.user), "comments": commented(assessment, state)}
        return render(request, "assessments/assessment_tasks.html", context)
    context |= {"groups": answer_pages(state, beside(assessment, may)), "correction": assessment.correction}
    context["measures"] = assessment.measures.all()
    return render(request, "assessments/assessment_detail.html", context)


def commented(assessment, state):
    """The reviewer's comments with the question and the page on which it stands; those still open first."""
    if not assessment.submitted_at:
        return []
    listed = [
        (comment, state.questions[comment.path].label, comment.path.split("/")[0])
        for comment in assessment.comments.select_related("by", "resolved_by")
        if comment.path in state.questions
    ]
    return sorted(listed, key=lambda row: not row[0].is_open)
