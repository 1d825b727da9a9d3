"""One version of an instrument: read, published or discarded, compared, and its file given back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from assessments.comparing import Comparison
from assessments.forms.instrument import AgreeForm, PublishForm
from assessments.models import InstrumentVersion
from assessments.workbook import as_workbook
from cases.audit import record
from cases.downloads import disarmed
from cases.permissions import Perm, get_permitted
from cases.views.acts import act

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CONTENT = {".xlsx": EXCEL, ".md": "text/markdown; charset=utf-8"}


@require_safe
def version_detail(request, pk):
    version = get_object_or_404(InstrumentVersion.objects.visible_to(request.user).light(), pk=pk)
    context = {"version": version, "form": version.form, "before": version.before}
    context["asked"] = sum(question.is_input for question in version.form)
    context["publishes"] = request.user.holds(Perm.INSTRUMENTS)
    return render(request, "assessments/version_detail.html", context)


@require_http_methods(["GET", "POST"])
def version_publish(request, pk):
    version = get_permitted(request.user, InstrumentVersion.objects.light(), Perm.INSTRUMENTS, pk=pk)
    if version.is_published:  # also the second half of a double click
        messages.info(request, f"{version} sudah terbit.")
        return redirect(version.instrument)
    form = PublishForm(request.POST or None, version=version, before=version.before)

    def publish():
        form.publish(version, by=request.user)
        return f"{version} terbit. Asesmen baru memakainya; yang sudah dimulai tetap memakai versinya."

    gone = act(request, form, publish, version.instrument.get_absolute_url())
    context = {"form": form, "version": version, "before": version.before, "instrument": version.instrument}
    return gone or render(request, "assessments/version_publish.html", context)


@require_http_methods(["GET", "POST"])
def version_discard(request, pk):
    version = get_permitted(request.user, InstrumentVersion.objects.light(), Perm.INSTRUMENTS, pk=pk)
    if version.is_published:
        messages.error(request, f"{version} sudah terbit dan tidak dapat dibuang.")
        return redirect(version.instrument)
    form = AgreeForm(request.POST if request.method == "POST" else None)

    def discard():
        version.discard(by=request.user)
        return "Konsep dibuang."

    gone = act(request, form, discard, reverse("assessments:instrument_list"))
    return gone or render(request, "assessments/version_discard.html", {"form": form, "version": version})


@require_safe
def version_source(request, pk):
    """The file as it was uploaded, byte for byte."""
    version = get_permitted(request.user, InstrumentVersion.objects.light(), Perm.INSTRUMENTS, pk=pk)
    return _sent(request, version, bytes(version.source), CONTENT[version.kind], version.download_name)


@require_safe
def version_workbook(request, pk):
    """A form in Markdown as a workbook, to begin an own form with."""
    version = get_permitted(request.user, InstrumentVersion.objects.light(), Perm.INSTRUMENTS, pk=pk)
    if version.kind != version.Kind.MARKDOWN:
        raise Http404("Berkas ini sudah Excel.")
    name = version.download_name.removesuffix(".md") + ".xlsx"
    return _sent(request, version, as_workbook(version.source), EXCEL, name)


def _sent(request, version, content, content_type, name):
    record(
        by=request.user, action="instrument.downloaded", target=version, instrument=version.instrument.slug, file=name
    )
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    return disarmed(response)


@require_safe
def version_compare(request, pk):
    """With the version before it, or another one of the same instrument (?dengan=…)."""
    version = get_object_or_404(InstrumentVersion.objects.visible_to(request.user).light(), pk=pk)
    mates = InstrumentVersion.objects.visible_to(request.user).filter(instrument=version.instrument_id).for_list()
    others = [mate for mate in mates if mate.pk != version.pk]
    asked = request.GET.get("dengan", "")
    other = next((mate for mate in others if str(mate.pk) == asked), None) or version.before
    context = {"version": version, "other": other, "others": others}
    if other:
        context["comparison"] = Comparison(other.form, version.form)
    return render(request, "assessments/version_compare.html", context)
