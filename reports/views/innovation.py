"""One innovation: its sections, how it is written, its stages, its lines, and its profile on paper."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.audit import record
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from cases.views.intake import add_errors
from reports.innovations.documents import profile, rated, words_of
from reports.innovations.forms import PARTS, AdvanceForm, BackForm
from reports.innovations.part_forms import LINES
from reports.innovations.proving import proofs
from reports.models import Innovation

SECTIONS = {
    "ringkasan": "Ringkasan", "rancang-bangun": "Rancang bangun", "mitra": "Mitra dan kegiatan", "angka": "Angka",
    "bukti": "Bukti", "pengajuan": "Pengajuan",
}  # fmt: skip


def readable_one(request, pk):
    return readable(request, Innovation.objects.for_page(), pk)  # by get_permitted(


def readable(request, rows, pk):
    """For whoever reads the figures there; and for a head of another house who stands in and has to approve."""
    approves = rows.allowed(request.user, Perm.REVIEW).filter(pk=pk).exists()
    return get_permitted(request.user, rows, Perm.REVIEW if approves else Perm.REPORT, pk=pk)


def writable_one(request, pk):
    return get_permitted(request.user, Innovation.objects.for_page(), Perm.VOICES, pk=pk)


def section_url(innovation, section):
    return reverse("reports:innovation_section", args=[innovation.pk, section])


@require_safe
def innovation_detail(request, pk, section="ringkasan"):
    if section not in SECTIONS:
        raise Http404
    innovation = readable_one(request, pk)
    writes = Innovation.objects.allowed(request.user, Perm.VOICES).contains(innovation)
    context = {"innovation": innovation, "section": section, "sections": SECTIONS.items(), "may_write": writes}
    return render(request, TEMPLATES[section], context | READERS[section](innovation))


def summary(innovation):
    return {
        "history": innovation.history.select_related("by"), "others": innovation.other_sectors.all(),
        "count": words_of(innovation), "rating": rated(innovation),
        "submissions": innovation.submissions.select_related("track"),
    }  # fmt: skip


def design(innovation):
    return {"count": words_of(innovation)}


def partners(innovation):
    budgets = innovation.innovationbudget_set.all()
    return {
        "partners": innovation.innovationpartner_set.select_related("partner", "actor"),
        "activities": innovation.innovationactivity_set.select_related("programme__shelter"),
        "budgets": budgets, "sum": sum(row.amount for row in budgets),
    }  # fmt: skip


def figures(innovation):
    return {"proofs": proofs(innovation), "today": innovation.today()}


def evidence(innovation):
    rating, kept = rated(innovation), {}
    # of an innovation that came through the gate, get_permitted(
    rows = innovation.evidence.filter(removed_at=None).exclude(indicator=None).select_related("indicator")
    for row in rows:
        kept.setdefault(row.indicator_id, []).append(row)
    lines = [(line, kept.get(line.indicator.pk, [])) for line in rating.lines]
    shown = {line.indicator.pk for line in rating.lines}
    old = [row for row in rows if row.indicator_id not in shown]  # of an indicator that no longer holds
    return {"rating": rating, "lines": lines, "old": old}


def submissions(innovation):
    found = innovation.submissions.select_related("track")
    return {"submissions": found}


READERS = {
    "ringkasan": summary, "rancang-bangun": design, "mitra": partners, "angka": figures, "bukti": evidence,
    "pengajuan": submissions,
}  # fmt: skip
TEMPLATES = {
    "ringkasan": "reports/innovations/summary.html",
    "rancang-bangun": "reports/innovations/design.html",
    "mitra": "reports/innovations/partners.html",
    "angka": "reports/innovations/figures.html",
    "bukti": "reports/innovations/evidence.html",
    "pengajuan": "reports/innovations/submissions.html",
}


@require_safe
def innovation_pdf(request, pk):
    innovation = readable_one(request, pk)
    record(by=request.user, action="innovation.printed", target=innovation)
    return profile(innovation).response()


@require_http_methods(["GET", "POST"])
def innovation_edit(request, pk, part):
    if part not in PARTS:
        raise Http404
    innovation = writable_one(request, pk)
    heading, form_class = PARTS[part]
    name, count = str(innovation), words_of(innovation)
    form = form_class(request.POST or None, instance=innovation)
    if form.is_valid():
        try:
            if form.save(by=request.user):
                messages.success(request, f"{heading} disimpan.")
                return redirect(section_url(innovation, "ringkasan" if part == "identitas" else "rancang-bangun"))
        except ValidationError as error:
            add_errors(form, error)
    context = {"form": form, "innovation": innovation, "name": name, "heading": heading, "part": part, "count": count}
    return render(request, "reports/innovations/edit.html", context)


@require_http_methods(["GET", "POST"])
def innovation_advance(request, pk):
    innovation = writable_one(request, pk)
    form = AdvanceForm(request.POST or None, initial={"on": innovation.today()})

    def advance():
        innovation.advance(by=request.user, **form.cleaned_data)
        return f"Tahapan sekarang: {innovation.get_stage_display()}."

    done = act(request, form, advance, innovation.get_absolute_url())
    return done or render(request, "reports/innovations/advance.html", {"form": form, "innovation": innovation})


@require_http_methods(["GET", "POST"])
def innovation_back(request, pk):
    innovation = writable_one(request, pk)
    form = BackForm(request.POST or None)

    def back():
        innovation.step_back(by=request.user, reason=form.cleaned_data["reason"])
        return f"Tahapan mundur ke {innovation.get_stage_display()}."

    done = act(request, form, back, innovation.get_absolute_url())
    return done or render(request, "reports/innovations/back.html", {"form": form, "innovation": innovation})


@require_http_methods(["GET", "POST"])
def innovation_line_new(request, pk, line):
    if line not in LINES:
        raise Http404
    innovation = writable_one(request, pk)
    heading, form_class, section = LINES[line]
    form = form_class(request.POST or None, innovation=innovation)

    def make():
        form.add(by=request.user)
        messages.success(request, "Disimpan.")
        return section_url(innovation, section)

    made = create_once(request, form, make, otherwise="reports:innovation_list")
    context = {"form": form, "innovation": innovation, "heading": heading, "section": section, "line": line}
    return made or render(request, "reports/innovations/line.html", context)


@require_POST
def innovation_line_remove(request, pk, line, row):
    if line not in LINES:
        raise Http404
    innovation = writable_one(request, pk)
    _, form_class, section = LINES[line]
    found = get_object_or_404(form_class._meta.model, pk=row, innovation=innovation)
    try:
        found.remove(by=request.user)
        messages.success(request, "Dihapus.")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(section_url(innovation, section))
