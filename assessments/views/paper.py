"""Forms on paper: empty ones to fill in by hand, and what was answered."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from assessments.confidential import sensitive_paths
from assessments.documents import empty_form, filled_form
from assessments.forms.report import PrintForm
from assessments.models import Assessment, InstrumentVersion
from cases.audit import record
from cases.models import Shelter, Stay
from cases.permissions import Perm, get_permitted


@require_safe
def paperform_list(request):
    """Every published version, the newest of each instrument first; for a department, under a house's letterhead."""
    if not (request.user.holds(Perm.ASSESS) or request.user.holds(Perm.INSTRUMENTS)):
        raise PermissionDenied
    versions = published(request.user)
    shelters = Shelter.objects.visible_to(request.user)
    context = {"groups": grouped(versions), "shelters": shelters, "chosen": letterhead(request, shelters)}
    return render(request, "assessments/paperform_list.html", context)


@require_safe
def paperform_pdf(request, pk):
    version = get_object_or_404(published(request.user), pk=pk)
    shelter = letterhead(request, Shelter.objects.visible_to(request.user))
    record(by=request.user, action="paperform.printed", target=version, shelter=shelter)
    return empty_form(version, shelter=shelter).response()


@require_safe
def stay_paperforms(request, pk):
    """The forms that may be begun for this stay, with the client's name and number on them."""
    stay = stay_of(request, pk)
    versions = published(request.user).offered_at(stay.shelter)
    context = {"groups": grouped(versions), "stay": stay, "client": stay.client}
    return render(request, "assessments/paperform_list.html", context)


@require_safe
def stay_paperform_pdf(request, pk, version):
    stay = stay_of(request, pk)
    version = get_object_or_404(published(request.user), pk=version)
    record(by=request.user, action="paperform.printed", target=stay, instrument=version.instrument.slug)
    return empty_form(version, stay=stay).response()


@require_safe
def assessment_pdf(request, pk):
    """Without what is sensitive: that needs a reason, on a page of its own."""
    assessment = assessment_of(request, pk)
    record(by=request.user, action="assessment.printed", target=assessment, instrument=assessment.instrument.slug)
    return filled_form(assessment).response()


@require_http_methods(["GET", "POST"])
def assessment_print(request, pk):
    assessment = assessment_of(request, pk)
    form = PrintForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        details = {"whole": True, "reason": given["reason"]} if given["whole"] else {}
        slug = assessment.instrument.slug
        record(by=request.user, action="assessment.printed", target=assessment, instrument=slug, **details)
        return filled_form(assessment, whole=given["whole"]).response()
    if not sensitive_paths(assessment.form, assessment.stay):
        return redirect("assessments:assessment_pdf", assessment.pk)
    context = {"assessment": assessment, "client": assessment.stay.client, "form": form}
    return render(request, "assessments/assessment_print.html", context)


def assessment_of(request, pk):
    assessment = get_permitted(request.user, Assessment.objects.for_page(), Perm.FILE, pk=pk)
    if assessment.stay.status == Stay.Status.CANCELLED:
        raise Http404
    return assessment


def stay_of(request, pk):
    return get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.ASSESS, pk=pk)


def published(user):
    return InstrumentVersion.objects.visible_to(user).published().light()


def grouped(versions):
    """[(instrument, its versions, the newest first)]"""
    groups = {}
    for version in versions:
        groups.setdefault(version.instrument, []).append(version)
    return [(instrument, found[0], found[1:]) for instrument, found in groups.items()]


def letterhead(request, shelters):
    chosen = request.GET.get("panti", "")
    return shelters.filter(slug=chosen).first() or shelters.first()
