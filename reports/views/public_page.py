"""The public page behind its counter: a draft in steps, its preview, publishing by the head, the history."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.models import Shelter
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act
from cases.views.intake import add_errors
from reports.public import pages
from reports.public.drafting import begin_draft
from reports.public.forms import FORMS, PublishForm


def shelter_of(request, slug, perm=Perm.VOICES):
    return get_permitted(request.user, Shelter.objects.all(), perm, slug=slug)


def seen_at(request, slug):
    """For reading: also whoever stands in for the head (Plh.), who has to see what they publish."""
    heads = Shelter.objects.allowed(request.user, Perm.REVIEW).filter(slug=slug).exists()
    return shelter_of(request, slug, Perm.REVIEW if heads else Perm.VOICES)


def draft_at(shelter):
    """The draft whole; 404 when there is none (somebody published or discarded it meanwhile)."""
    found = pages.draft_of(shelter)
    if found is None:
        raise Http404
    return found


@require_safe
def public_page_list(request):
    require(request.user, Perm.VOICES)
    shelters = pages.shelters_of(request.user)
    if len(shelters) == 1:
        return redirect("reports:public_page_edit", slug=shelters[0].slug)
    states = pages.states_of(shelters)
    return render(request, "reports/public/page_list.html", {"rows": [(one, states.get(one.pk)) for one in shelters]})


@require_safe
def public_page_edit(request, slug):
    """What is in force, the draft with its steps, and the versions before."""
    shelter = seen_at(request, slug)
    draft = pages.draft_of(shelter)
    context = {
        "shelter": shelter, "draft": draft, "versions": pages.versions_of(shelter),
        "parts": [(form.part, form.title) for form in FORMS.values()],
        "gaps": pages.gaps(draft) if draft else [],
        "may": request.user.perms_at(shelter),
    }  # fmt: skip
    return render(request, "reports/public/edit.html", context)


@require_POST
def public_page_begin(request, slug):
    shelter = shelter_of(request, slug)
    begin_draft(shelter, by=request.user)
    return redirect("reports:public_page_edit", slug=slug)


@require_http_methods(["GET", "POST"])
def public_page_part(request, slug, part):
    shelter = shelter_of(request, slug)
    if part not in FORMS:
        raise Http404
    form = FORMS[part](request.POST or None, page=draft_at(shelter))
    others = []
    if form.is_valid():
        try:
            form.save(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
            others = form.take_over()
        else:
            messages.success(request, f"{form.title}: konsep disimpan.")
            return redirect(next_url(slug, part) if "next" in request.POST else overview(slug))
    context = {"form": form, "shelter": shelter, "others": others, "last": part == [*FORMS][-1]}
    return render(request, "reports/public/part.html", context)


def overview(slug):
    return reverse("reports:public_page_edit", args=[slug])


def next_url(slug, part):
    order = [*FORMS]
    return reverse("reports:public_page_part", args=[slug, order[(order.index(part) + 1) % len(order)]])


@require_safe
def public_page_version(request, slug, version):
    """A version as visitors see it or saw it: the draft as a preview, a former one as history."""
    shelter = seen_at(request, slug)
    page = pages.version_of(shelter, version)
    if page is None:
        raise Http404
    context = {"shelter": shelter, "head": pages.head_of(page), "preview": True}
    context |= pages.shown_on_shelter(page) | pages.shown_on_standard(page)
    return render(request, "reports/public/version.html", context)


@require_http_methods(["GET", "POST"])
def public_page_publish(request, slug):
    shelter = shelter_of(request, slug, Perm.REVIEW)
    draft = draft_at(shelter)
    initial = {"edit": draft.edit, "shows_figures": draft.shows_figures}
    form = PublishForm(request.POST or None, initial=initial)

    def publish():
        draft.publish(by=request.user, **form.cleaned_data)
        return f"Versi {draft.version} diterbitkan."

    context = {"form": form, "shelter": shelter, "draft": draft, "gaps": pages.gaps(draft)}
    answer = act(request, form, publish, overview(slug))
    if answer is None and form.is_bound:  # refused and read anew: the next press means what stands there now
        form.data = form.data.copy()
        form.data["edit"] = draft.edit
    return answer or render(request, "reports/public/publish.html", context)


@require_http_methods(["GET", "POST"])
def public_page_discard(request, slug):
    shelter = shelter_of(request, slug)
    draft = draft_at(shelter)
    if request.method == "POST":
        try:
            draft.discard(by=request.user)
            messages.success(request, "Konsep dibuang.")
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
        return redirect(overview(slug))
    return render(request, "reports/public/discard.html", {"shelter": shelter, "draft": draft})
