from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from assessments.fields import PageForm
from assessments.forms.page import ConflictForm, PostedPage, draft_key, new_editor
from assessments.models import Assessment
from assessments.models.presence import others_here
from assessments.posted_files import PostedFiles
from assessments.views.instance import change_instances
from assessments.views.judging import judge, sweep_files
from assessments.views.settling import returned_words, settle, was_returned
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
    return _drawn(request, assessment, state, _page_form(assessment, section))


def _save(request, assessment, page):
    if not request.POST.get("editor", "").startswith(f"{request.user.pk}-"):
        messages.error(request, "Halaman ini dibuka oleh akun lain; isiannya tidak disimpan.")
        return redirect(request.path)
    state = assessment.state()
    files = PostedFiles(request.FILES, assessment, by=request.user)
    posted = PostedPage(request.POST, state.inputs_of(page.name), files=files)
    judge(assessment, state, posted, page)
    autosave, stamps = "HX-Request" in request.headers, assessment.stamps
    try:
        conflicts = assessment.save_answers(
            posted.answers, was=posted.was, by=request.user, editor=posted.editor, closes=not autosave
        )
        added = change_instances(request, assessment, posted)
    except ValidationError as error:
        return _refused(request, assessment, page, posted, error)
    sweep_files(assessment, posted, conflicts, by=request.user)
    if autosave:
        return _autosaved(request, assessment, page, posted, conflicts)
    settle(assessment, posted, conflicts, stamps, by=request.user)
    if was_returned(assessment, posted):
        messages.warning(request, returned_words(assessment))
    if conflicts:
        return _choose(request, assessment, page, posted, conflicts)
    if added and not (posted.held or posted.lost):
        return redirect(added)
    return _saved(request, assessment, page, posted, stays=bool(added))


def _saved(request, assessment, page, posted, *, stays):
    """On to the next page, or this one again with what is still to be mended."""
    state = assessment.state()
    form = _page_form(assessment, state.page(page.path), held=posted.held, was=posted.was, strict=not stays)
    if form.errors or posted.lost:
        return _drawn(request, assessment, state, form, saved=True, lost=posted.lost)
    following = _following(state, page.path)
    if following:
        return redirect("assessments:assessment_page", assessment.pk, following.name)
    return redirect("assessments:assessment_check", assessment.pk)


def _page_form(assessment, section, **held):
    """With what the reviewer said beside the questions, and which answers the client's file gave."""
    comments = assessment.comments.by_path() if assessment.submitted_at else {}
    return PageForm(section, comments=comments, from_file=assessment.from_file, **held)


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
        "others": others_here(assessment, request.user),
        "answered": sum(page.answered for page in pages),
        "draft_key": draft_key(request.user, assessment),
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
    form = _page_form(assessment, assessment.state().page(page.path), held=posted.held, was=posted.was)
    context = {"assessment": assessment, "form": form, "others": others_here(assessment, request.user)}
    context["lost"] = posted.lost
    context["returned"] = was_returned(assessment, posted)
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
    form = _page_form(assessment, state.page(page.path), held=posted.held, was=posted.was)
    return _drawn(request, assessment, state, form, refused=error.messages, lost=posted.lost)


def _choose(request, assessment, page, posted, conflicts):
    """Two answers to one question: both are shown, and somebody chooses. Everything else is saved already."""
    context = {
        "assessment": assessment,
        "client": assessment.stay.client,
        "page": page,
        "choice": ConflictForm(posted, conflicts, assessment.form, assessment.shelter.zone),
    }
    return render(request, "assessments/assessment_conflict.html", context)
