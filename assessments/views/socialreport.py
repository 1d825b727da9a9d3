"""Social reports and reports of progress: from the first draft to the signed letter, and what may follow it."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from assessments.documents import frozen_now, report_document
from assessments.drafting import draft
from assessments.forms.report import (
    ReasonForm,
    RefillForm,
    ReportNewForm,
    ReportTextForm,
    ReturnReportForm,
    RevisionForm,
)
from assessments.models import Consent, SocialReport
from cases.audit import record
from cases.models import Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.client import file_of, header
from cases.views.intake import add_errors

MONTH = timedelta(days=30)
OF_STAY = ("client__origin", "shelter", "category", "source")


@require_safe
def client_reports(request, pk):
    """The tab of a client's file: what was reported of this person, and to what they agreed."""
    client = file_of(request, pk)
    user = request.user
    context = header(user, client)
    context["reports"] = SocialReport.objects.allowed(user, Perm.FILE).filter(stay__client=client).for_list()
    context["consents"] = Consent.objects.allowed(user, Perm.FILE).filter(stay__client=client).for_page()
    return render(request, "assessments/client_reports.html", context)


@require_http_methods(["GET", "POST"])
def socialreport_new(request, pk, kind):
    stay = get_permitted(request.user, Stay.objects.select_related(*OF_STAY), Perm.ASSESS, pk=pk)
    if kind not in SocialReport.Kind.values:
        raise Http404
    report, today = SocialReport(stay=stay, kind=kind), stay.shelter.today()
    initial = {"companion": request.user.name, "period_from": max(stay.entered_on, today - MONTH)}
    form = ReportNewForm(request.POST or None, report=report, initial=initial | {"period_until": today})

    def make():
        form.report_of().begin(by=request.user, drafted=draft(stay, kind))
        messages.success(request, "Konsep disusun dari berkas dan jawaban asesmen. Baca, perbaiki, lalu ajukan.")
        return reverse("assessments:socialreport_edit", args=[report.pk])

    context = {"form": form, "stay": stay, "client": stay.client, "report": report}
    return create_once(request, form, make) or render(request, "assessments/socialreport_new.html", context)


def report_of(request, pk, perm):
    return get_permitted(request.user, SocialReport.objects.for_page(), perm, pk=pk)


@require_safe
def socialreport_detail(request, pk):
    report = report_of(request, pk, Perm.FILE)
    record(by=request.user, action="socialreport.viewed", target=report)
    context = {"report": report, "client": report.stay.client, "may": request.user.perms_at(report.shelter)}
    return render(request, "assessments/socialreport_detail.html", context)


@require_http_methods(["GET", "POST"])
def socialreport_edit(request, pk):
    """All headings on one page. Its buttons save it; one of each heading then fills that one anew from the answers."""
    report = report_of(request, pk, Perm.ASSESS)
    if not report.is_editable and request.method == "GET":
        return redirect(report)
    form = ReportTextForm(request.POST or None, report=report)
    theirs = []
    if form.is_valid():
        try:
            theirs = save(report, form, by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            if not theirs:
                return saved(request, report)
    if request.method == "GET":
        record(by=request.user, action="socialreport.viewed", target=report, page="ubah")
    context = {"report": report, "client": report.stay.client, "form": form, "theirs": theirs}
    return render(request, "assessments/socialreport_edit.html", context)


def save(report, form, *, by):
    """Nothing when it was saved; otherwise what somebody else wrote into the same places, to be read first."""
    try:
        report.redraft(by=by, revision=form.cleaned_data["revision"], sections=form.sections, **form.facts)
    except ValidationError as error:
        if getattr(error, "code", "") != "conflict":
            raise
        theirs = form.meet(report)  # the verb has read what stands there now
        if theirs:
            return theirs
        report.redraft(by=by, revision=report.revision, sections=form.sections, **form.facts)
    return []


def saved(request, report):
    slug = request.POST.get("refill")
    if slug not in dict(report.headings):
        messages.success(request, "Laporan disimpan.")
        return redirect(report)
    if report.was_typed(slug):
        return redirect("assessments:socialreport_refill", report.pk, slug)
    text = draft(report.stay, report.kind)[slug]
    report.redraft(by=request.user, revision=report.revision, sections={slug: text}, drafted={slug: text})
    messages.success(request, f"“{dict(report.headings)[slug]}” diisi ulang dari jawaban.")
    return redirect(f"{reverse('assessments:socialreport_edit', args=[report.pk])}#id_{slug}")


@require_http_methods(["GET", "POST"])
def socialreport_refill(request, pk, slug):
    """A heading on which somebody wrote is filled anew only when they say so, and how."""
    report = report_of(request, pk, Perm.ASSESS)
    if slug not in dict(report.headings) or not report.is_editable:
        raise Http404
    text, mine = draft(report.stay, report.kind)[slug], report.sections.get(slug, "")
    form = RefillForm(request.POST or None, initial={"revision": report.revision})

    def refill():
        both = form.cleaned_data["how"] == "below" and mine
        words = f"{mine}\n\n{text}" if both else text
        report.redraft(
            by=request.user, revision=form.cleaned_data["revision"], sections={slug: words}, drafted={slug: text}
        )
        return f"“{dict(report.headings)[slug]}” diisi ulang dari jawaban."

    url = f"{reverse('assessments:socialreport_edit', args=[report.pk])}#id_{slug}"
    context = {"report": report, "form": form, "label": dict(report.headings)[slug], "mine": mine, "text": text}
    return act(request, form, refill, url) or render(request, "assessments/socialreport_refill.html", context)


@require_http_methods(["GET", "POST"])
def socialreport_submit(request, pk):
    report = report_of(request, pk, Perm.ASSESS)
    form = RevisionForm(request.POST or None, initial={"revision": report.revision})

    def submit():
        report.submit(by=request.user, **form.cleaned_data)
        return "Laporan diajukan untuk ditandatangani kepala panti."

    context = {"report": report, "form": form, "client": report.stay.client}
    return act(request, form, submit, report) or render(request, "assessments/socialreport_submit.html", context)


@require_http_methods(["GET", "POST"])
def socialreport_sign(request, pk):
    """The head, or who stands in, reads it whole and signs or gives it back."""
    report = report_of(request, pk, Perm.REVIEW)
    returns = "return" in request.POST
    form = (ReturnReportForm if returns else RevisionForm)(request.POST or None, initial={"revision": report.revision})

    def decide():
        if returns:
            report.return_(by=request.user, **form.cleaned_data)
            return "Laporan dikembalikan dengan catatan."
        report.sign(by=request.user, frozen=frozen_now(report, signer=request.user), **form.cleaned_data)
        return f"Laporan ditandatangani dengan nomor {report.letter}."

    if request.method == "GET":
        record(by=request.user, action="socialreport.viewed", target=report, page="tanda tangan")
    may_read = report.shelter in request.user.shelters_with(Perm.FILE)
    gone = act(request, form, decide, report.get_absolute_url() if may_read else reverse("reports:home"))
    context = {"report": report, "form": form, "client": report.stay.client}
    context["own"] = request.user.pk in (report.submitted_by_id, report.last_saved_by_id)
    context["return_form"] = form if returns else ReturnReportForm(initial={"revision": report.revision})
    return gone or render(request, "assessments/socialreport_sign.html", context)


@require_http_methods(["GET", "POST"])
def socialreport_correct(request, pk):
    report = report_of(request, pk, Perm.ASSESS)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            new = report.correct(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Laporan pengganti disusun; laporan lama berlaku sampai ini ditandatangani.")
            return redirect("assessments:socialreport_edit", new.pk)
    context = {"report": report, "form": form, "client": report.stay.client}
    return render(request, "assessments/socialreport_correct.html", context)


@require_http_methods(["GET", "POST"])
def socialreport_void(request, pk):
    report = report_of(request, pk, Perm.ASSESS)
    form = ReasonForm(request.POST or None)

    def void():
        report.void(by=request.user, **form.cleaned_data)
        return "Laporan dibatalkan."

    context = {"report": report, "form": form, "client": report.stay.client}
    return act(request, form, void, report) or render(request, "assessments/socialreport_void.html", context)


@require_safe
def socialreport_pdf(request, pk):
    report = report_of(request, pk, Perm.FILE)
    url = request.build_absolute_uri(report.letter.get_verification_url()) if report.letter else ""
    record(by=request.user, action="socialreport.printed", target=report)
    return report_document(report, verification_url=url).response()
