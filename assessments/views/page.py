from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assessments.fields import PageForm
from assessments.forms import ConflictForm, PostedPage, new_editor
from assessments.models import Assessment
from cases.audit import record
from cases.permissions import Perm, get_permitted


@require_http_methods(["GET", "POST"])
def assessment_page(request, pk, page):
    """One page of questions. It saves itself while one types (htmx); its button saves it and goes on."""
    assessment = get_permitted(request.user, Assessment.objects.for_page(), Perm.ASSESS, pk=pk)
    found = next((known for known in assessment.form.pages if known.name == page), None)
    if not found:
        raise Http404
    if request.method == "POST":
        return _save(request, assessment, found)
    state = assessment.state()
    section = state.page(found.path)
    if not (assessment.is_editable and section.items):
        return redirect(assessment)
    record(by=request.user, action="assessment.viewed", target=assessment, page=page)
    return _drawn(request, assessment, state, PageForm(section))


def _save(request, assessment, page):
    state = assessment.state()
    inputs = (item for item in page.walk() if item.is_question and item.is_input)
    posted = PostedPage(request.POST, [item for item in inputs if not state[item.path].read_only])
    if not posted.editor.startswith(f"{request.user.pk}-"):
        messages.error(request, "Halaman ini dibuka oleh akun lain; isiannya tidak disimpan.")
        return redirect(request.path)
    autosave = "HX-Request" in request.headers
    try:
        conflicts = assessment.save_answers(
            posted.answers, was=posted.was, by=request.user, editor=posted.editor, closes=not autosave
        )
    except ValidationError as error:
        return _refused(request, assessment, page, posted, error)
    if autosave:
        return _autosaved(request, assessment, page, posted, conflicts)
    if conflicts:
        return _choose(request, assessment, page, posted, conflicts)
    state = assessment.state()
    form = PageForm(state.page(page.path), held=posted.held, was=posted.was, strict=True)
    if form.errors:
        return _drawn(request, assessment, state, form, saved=True)
    following = _following(state, page.path)
    if following:
        return redirect("assessments:assessment_page", assessment.pk, following.name)
    return redirect("assessments:assessment_check", assessment.pk)


def _drawn(request, assessment, state, form, **more):
    pages = [page for page in state.pages if page.items]
    paths = [page.path for page in pages]
    context = {
        "assessment": assessment,
        "client": assessment.stay.client,
        "form": form,
        "editor": new_editor(request.user),
        "number": paths.index(form.section.path) + 1 if form.section.path in paths else None,
        "pages": pages,
        "following": _following(state, form.section.path),
    }
    return render(request, "assessments/assessment_page.html", context | more)


def _following(state, path):
    """The next page with something to ask; None before the check of all answers."""
    paths = [page.path for page in state.pages]
    return next((page for page in state.pages[paths.index(path) + 1 :] if page.items), None)


def _autosaved(request, assessment, page, posted, conflicts):
    """What was saved, in a line; the questions only when others are to be shown, for somebody is typing there."""
    for conflict in conflicts:
        error = f"Juga diubah {conflict.by}. Tekan “Simpan dan lanjut” untuk memilih jawaban."
        posted.hold([conflict.path], error)
    form = PageForm(assessment.state().page(page.path), held=posted.held, was=posted.was)
    context = {"assessment": assessment, "form": form}
    context["redraw"] = form.shape != posted.shape or posted.differs_from(assessment.answers)
    response = render(request, "assessments/_page_saved.html", context)
    response["X-Balai-Saved"] = "1"
    return response


def _refused(request, assessment, page, posted, error):
    """Completed by somebody else meanwhile: what was typed stays on the screen, and the reason stands above it."""
    context = {"assessment": assessment, "refused": error.messages}
    if "HX-Request" in request.headers:
        response = render(request, "assessments/_page_saved.html", context)
        response["X-Balai-Saved"] = "0"
        return response
    posted.hold(posted.changed, "Belum disimpan.")
    state = assessment.state()
    form = PageForm(state.page(page.path), held=posted.held, was=posted.was)
    return _drawn(request, assessment, state, form, refused=error.messages)


def _choose(request, assessment, page, posted, conflicts):
    """Two answers to one question: both are shown, and somebody chooses. Everything else is saved already."""
    context = {
        "assessment": assessment,
        "client": assessment.stay.client,
        "page": page,
        "choice": ConflictForm(posted, conflicts, assessment.form, assessment.shelter.zone),
    }
    return render(request, "assessments/assessment_conflict.html", context)
