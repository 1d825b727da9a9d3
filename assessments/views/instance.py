"""Members, children, jobs: one more, or one less."""

from urllib.parse import quote

from django import forms
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from assessments.models import Assessment
from assessments.xlsform import plain
from assessments.xlsform.paths import MARKER
from cases.permissions import Perm, get_permitted
from cases.views.acts import act


class RemoveForm(forms.Form):
    seen = forms.CharField(max_length=16, widget=forms.HiddenInput)


def change_instances(request, assessment, posted):
    """Where to go after “Tambah” or “Hapus” was pressed on a page; None when neither was."""
    add, remove = request.POST.get("add", ""), request.POST.get("remove", "")
    page = posted_page(add or remove)
    if MARKER.fullmatch(add) and plain(add) in assessment.form.repeats:
        assessment.add_instance(add, by=request.user, editor=posted.editor)
        return _anchor(assessment, page, add)
    if MARKER.fullmatch(remove) and plain(remove) in assessment.form.repeats:
        if remove not in assessment.answers:  # pressed twice, or removed by somebody else
            return _anchor(assessment, page, remove.rpartition("[")[0])
        if assessment.held_in(remove):
            return reverse("assessments:instance_remove", args=[assessment.pk, remove])
        assessment.remove_instance(remove, by=request.user)
        return _anchor(assessment, page, remove.rpartition("[")[0])
    return None


def posted_page(place):
    return place.partition("/")[0]


def _anchor(assessment, page, place):
    return reverse("assessments:assessment_page", args=[assessment.pk, page]) + f"#s-{quote(place)}"


@require_http_methods(["GET", "POST"])
def instance_remove(request, pk, place):
    """What goes with it, before it goes."""
    assessment = get_permitted(request.user, Assessment.objects.for_page(), Perm.ASSESS, pk=pk)
    found = MARKER.fullmatch(place)
    if not (found and plain(place) in assessment.form.repeats):
        raise Http404
    back = _anchor(assessment, posted_page(place), found["container"])
    state = assessment.state()
    section = _section(state.pages, place)
    if not (assessment.is_editable and section):
        return redirect(back)
    form = RemoveForm(request.POST or None)

    def remove():
        assessment.remove_instance(place, by=request.user, seen=form.cleaned_data["seen"])
        return f"{section.label} dihapus."

    gone = act(request, form, remove, back)
    if gone:
        return gone
    context = {"assessment": assessment, "client": assessment.stay.client, "section": section, "form": form}
    context |= {"back": back, "seen": assessment.mark_of(place)}
    context["answers"] = [asked for asked in section.questions if asked.value is not None and asked.question.is_input]
    return render(request, "assessments/instance_remove.html", context)


def _section(sections, place):
    for section in sections:
        if section.path == place:
            return section
        found = _section([item for item in section.items if not item.is_question], place)
        if found:
            return found
    return None


def try_instances(form, answers, data, *, now):
    """The same where nothing is stored: in the preview of an instrument."""
    add, remove = data.get("add", ""), data.get("remove", "")
    if MARKER.fullmatch(add) and add not in answers:
        try:
            return answers | form.added(answers, add, now=now)
        except ValueError:
            return answers
    if remove:
        return {path: value for path, value in answers.items() if path != remove and not path.startswith(f"{remove}/")}
    return answers
