"""A version of an SOP: asked for, approved, read, and handed out."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.downloads import handed_out
from cases.permissions import Perm, get_permitted
from cases.views.intake import add_errors
from reports.models import SopDocument
from reports.sop.documents import readers_document, version_document
from reports.sop.forms import ReviewForm
from reports.sop.readers import readers


def draft_of(document):
    draft = document.versions.select_related("written_by").filter(approved_at=None).first()
    if draft:
        draft.document = document
    return draft


@require_POST
def sop_submit(request, pk):
    document = get_permitted(request.user, SopDocument.objects.select_related("shelter"), Perm.VOICES, pk=pk)
    draft = draft_of(document)
    try:
        if draft is None:
            raise ValidationError("Tidak ada konsep yang dapat diajukan. Muat ulang halaman ini.")
        draft.submit(by=request.user)
        messages.success(request, "SOP diajukan untuk disahkan.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(document)


@require_http_methods(["GET", "POST"])
def sop_review(request, pk):
    """What waits, beside what it replaces; approved or returned with a note."""
    document = get_permitted(request.user, SopDocument.objects.select_related("shelter"), Perm.REVIEW, pk=pk)
    draft = draft_of(document)
    if draft is None or draft.status != draft.Status.WAITING:
        messages.error(request, "Tidak ada versi yang menunggu pengesahan.")
        return redirect(document)
    form = ReviewForm(request.POST or None, initial={"seen": draft.stamp})
    if form.is_valid():
        try:
            messages.success(request, decide(request, draft, form.cleaned_data))
            return redirect(document)
        except ValidationError as error:
            add_errors(form, error)
    former = document.versions.exclude(approved_at=None).first()
    context = {"form": form, "document": document, "version": draft, "former": former}
    return render(request, "reports/sop/review.html", context)


def decide(request, version, given):
    if "return" in request.POST:
        version.return_(by=request.user, note=given["note"], seen=given["seen"])
        return "Konsep dikembalikan kepada penulisnya."
    version.approve(by=request.user, seen=given["seen"])
    return f"Versi {version.number} disahkan."


@require_POST
def sop_read(request, pk, number):
    """“Saya sudah membaca dan memahami.”"""
    documents = SopDocument.objects.visible_to(request.user).select_related("shelter")
    document = get_object_or_404(documents, pk=pk)
    version = version_of(request.user, document, number)
    try:
        version.confirm_read(by=request.user)
        messages.success(request, "Tercatat: Anda sudah membaca dan memahami SOP ini.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(document)


def version_of(user, document, number):
    """A draft is for whoever writes or approves it; to all others it is not there."""
    version = get_object_or_404(document.versions.select_related("approved_by", "written_by"), number=number)
    version.document = document
    if not version.approved_at and not document.may(user) & {Perm.VOICES, Perm.REVIEW}:
        raise Http404
    return version


@require_safe
def sop_file(request, pk, number):
    """The only way to the file: through the gate, onto the trail, never shown by the browser itself."""
    document = get_object_or_404(SopDocument.objects.visible_to(request.user).select_related("shelter"), pk=pk)
    version = version_of(request.user, document, number)
    record(by=request.user, action="sopversion.downloaded", target=version, number=version.number)
    return version_response(version)


def version_response(version):
    """The file as it was approved; without one, the words that were written here, on paper."""
    if not version.file:
        return version_document(version).response()
    return handed_out(version.file, version.download_name, version.content_type)


def listed_readers(request, pk, number):
    """(version, shelters whose people are listed, those who have read it, those who have not)"""
    document = get_permitted(request.user, SopDocument.objects.select_related("shelter"), Perm.EXPORT, pk=pk)
    version = get_object_or_404(
        document.versions.exclude(approved_at=None).select_related("approved_by"), number=number
    )
    version.document = document
    houses = [document.shelter] if document.shelter_id else list(request.user.shelters_with(Perm.EXPORT))
    return version, houses, *readers(version, houses)


@require_safe
def sop_readers(request, pk, number):
    version, houses, has_read, has_not = listed_readers(request, pk, number)
    context = {"version": version, "document": version.document, "has_read": has_read, "has_not": has_not}
    return render(request, "reports/sop/readers.html", context | {"several": len(houses) > 1})


@require_safe
def sop_readers_pdf(request, pk, number):
    version, houses, has_read, has_not = listed_readers(request, pk, number)
    record(by=request.user, action="sopreaders.printed", target=version, number=version.number)
    return readers_document(version, houses, has_read, has_not).response()
