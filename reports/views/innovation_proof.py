"""What proves an innovation, and the contests it was sent to."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.downloads import handed_out
from cases.forms.attachment import RemoveForm
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from reports.innovations.contest import age_warning
from reports.innovations.evidence_forms import EvidenceForm, MoveForm, PaperForm, SubmissionForm
from reports.models import Innovation, InnovationEvidence, InnovationIndicator, InnovationSubmission
from reports.views.innovation import readable, section_url, writable_one


@require_http_methods(["GET", "POST"])
def innovation_evidence_new(request, pk, indicator):
    innovation = writable_one(request, pk)
    asked = get_object_or_404(InnovationIndicator, pk=indicator)
    form = EvidenceForm(request.POST or None, request.FILES or None)

    def make():
        form.keep(innovation, by=request.user, indicator=asked)
        messages.success(request, f"Bukti untuk “{asked}” disimpan.")
        return section_url(innovation, "bukti")

    made = create_once(request, form, make, otherwise="reports:innovation_list")
    context = {"form": form, "innovation": innovation, "indicator": asked}
    return made or render(request, "reports/innovations/evidence_new.html", context)


@require_safe
def innovation_evidence_file(request, pk):
    """Through the gate, onto the trail, and never shown by the browser itself."""
    rows = InnovationEvidence.objects.select_related("innovation__shelter").visible_to(request.user)
    found = get_permitted(request.user, rows, Perm.VOICES, pk=pk)
    if found.removed_at or not found.file:
        raise Http404("Berkas ini sudah dihapus.")
    record(by=request.user, action="innovationevidence.downloaded", target=found, name=found.title)
    return handed_out(found.file, found.download_name, found.content_type)


@require_http_methods(["GET", "POST"])
def innovation_evidence_remove(request, pk):
    rows = InnovationEvidence.objects.select_related("innovation__shelter", "submission").visible_to(request.user)
    found = get_permitted(request.user, rows, Perm.VOICES, pk=pk)
    form = RemoveForm(request.POST or None)
    back = found.submission.get_absolute_url() if found.submission_id else section_url(found.innovation, "bukti")

    def remove():
        found.remove(by=request.user, reason=form.cleaned_data["reason"])
        return f"“{found}” dihapus."

    context = {"form": form, "evidence": found, "back": back}
    return act(request, form, remove, back) or render(request, "reports/innovations/evidence_remove.html", context)


@require_http_methods(["GET", "POST"])
def innovation_submission_new(request, pk):
    innovation = writable_one(request, pk)
    form = SubmissionForm(request.POST or None, innovation=innovation)

    def make():
        form.instance.prepare(by=request.user)
        messages.success(request, "Pengajuan disiapkan. Lengkapi lampirannya, lalu mintakan persetujuan kepala panti.")
        return form.instance.get_absolute_url()

    made = create_once(request, form, make, otherwise="reports:innovation_list")
    return made or render(request, "reports/innovations/submission_new.html", {"form": form, "innovation": innovation})


PAGE = ("innovation__shelter", "track", "approved_by")


def permitted_submission(request, pk, perm):
    return get_permitted(request.user, InnovationSubmission.objects.select_related(*PAGE), perm, pk=pk)


@require_safe
def innovation_submission(request, pk):
    found = readable(request, InnovationSubmission.objects.select_related(*PAGE), pk)  # by get_permitted(
    writes, approves = (
        Innovation.objects.allowed(request.user, perm).contains(found.innovation) for perm in (Perm.VOICES, Perm.REVIEW)
    )
    context = {
        "submission": found, "innovation": found.innovation, "steps": found.steps.select_related("by"),
        "papers": found.papers.filter(removed_at=None), "may_write": writes, "may_approve": approves,
        "warning": age_warning(found),
    }  # fmt: skip
    return render(request, "reports/innovations/submission.html", context)


@require_http_methods(["GET", "POST"])
def innovation_submission_paper(request, pk):
    found = permitted_submission(request, pk, Perm.VOICES)
    form = PaperForm(request.POST or None, request.FILES or None)

    def make():
        form.keep(found.innovation, by=request.user, submission=found)
        messages.success(request, "Lampiran disimpan.")
        return found.get_absolute_url()

    made = create_once(request, form, make, otherwise="reports:innovation_list")
    return made or render(request, "reports/innovations/submission_paper.html", {"form": form, "submission": found})


@require_POST
def innovation_submission_approve(request, pk):
    """By the head of that shelter, of the version that the page showed."""
    found = permitted_submission(request, pk, Perm.REVIEW)
    seen = request.POST.get("version", "")
    try:
        found.approve(by=request.user, seen=int(seen[:9]) if seen.isascii() and seen.isdigit() else None)
        messages.success(request, "Disetujui. Pengajuan dapat dikirim selama isi inovasi tidak berubah.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(found)


@require_http_methods(["GET", "POST"])
def innovation_submission_move(request, pk):
    found = permitted_submission(request, pk, Perm.VOICES)
    form = MoveForm(request.POST or None, submission=found, initial={"on": found.innovation.today()})

    def move():
        given = form.cleaned_data
        found.move(given["status"], by=request.user, on=given["on"], note=given["note"])
        return f"Status sekarang: {found.get_status_display()}."

    moved = act(request, form, move, found.get_absolute_url())
    context = {"form": form, "submission": found, "warning": age_warning(found) if found.is_draft else ""}
    return moved or render(request, "reports/innovations/submission_move.html", context)
