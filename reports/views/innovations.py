"""The register of innovations: whose and which, how many at which stage, and its sheets."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.permissions import Perm, require
from cases.views.acts import create_once
from reports.innovations.forms import PARTS, NewForm
from reports.innovations.register import FilterForm, by_stage, with_counts
from reports.innovations.sheets import iid_sheet, register
from reports.innovations.words import design_count
from reports.models import Innovation, InnovationRule
from reports.tables.making import handed_over

MOST_CHARACTERS = 100_000


def readable(user):
    return Innovation.objects.allowed(user, Perm.REPORT)


def filtered(request):
    """The filter, and what it leaves of the innovations that this person may read."""
    rows = readable(request.user)
    shelters = request.user.shelters_with(Perm.REPORT)
    form = FilterForm(request.GET, innovations=rows, shelters=shelters)
    return form, form.apply(rows)


@require_safe
def innovation_list(request):
    require(request.user, Perm.REPORT)
    form, rows = filtered(request)
    page = Paginator(with_counts(rows), 25).get_page(request.GET.get("page"))
    return render(request, "reports/innovations/list.html", {"form": form, "page": page})


@require_safe
def innovation_stages(request):
    """Across the houses: how many stand at which stage."""
    require(request.user, Perm.REPORT)
    lines = by_stage(readable(request.user))
    sums = [sum(column) for column in zip(*(numbers for _, numbers, _ in lines), strict=True)] or [0, 0, 0]
    most = max((total for *_, total in lines), default=0)
    bars = [(name, drawn(numbers, most), numbers, total) for name, numbers, total in lines]
    context = {"bars": bars, "sums": sums, "all_count": sum(sums), "stages": list(Innovation.Stage)}
    return render(request, "reports/innovations/stages.html", context)


def drawn(numbers, most):
    """Where each part of a bar begins and how long it is, of a hundred."""
    parts, at = [], 0
    for shade, number in enumerate(numbers):
        length = 100 * number // most if most else 0
        parts.append({"at": at, "length": length, "shade": shade})
        at += length
    return [part for part in parts if part["length"]]


@require_safe
def innovation_export(request, sheet):
    """The register as it is filtered, as a plain list or in the order of IID."""
    require(request.user, Perm.REPORT)
    format = request.GET.get("format", "xlsx")
    if format not in ("xlsx", "csv") or sheet not in SHEETS:
        raise Http404
    form, rows = filtered(request)
    if request.GET.get("inovasi", "").isascii() and request.GET.get("inovasi", "").isdigit():
        rows = rows.filter(pk=int(request.GET["inovasi"][:15]))
    table = SHEETS[sheet](with_counts(rows))
    return handed_over(table, format, by=request.user, action="innovation.exported", chosen=form.described)


SHEETS = {"daftar": register, "iid": iid_sheet}


@require_http_methods(["GET", "POST"])
def innovation_new(request):
    require(request.user, Perm.VOICES)
    shelters = request.user.shelters_with(Perm.VOICES)
    of_department = request.user.memberships.current().filter(shelter=None).exists()
    fresh = Innovation(created_by=request.user)
    form = NewForm(request.POST or None, instance=fresh, shelters=shelters, of_department=of_department)
    otherwise = {"otherwise": "reports:innovation_list"}
    made = create_once(request, form, lambda: form.begin(by=request.user).get_absolute_url(), **otherwise)
    return made or render(request, "reports/innovations/new.html", {"form": form})


@require_POST
def innovation_words(request):
    """The words of the written design as it is being typed; counted here, and nothing of it is kept."""
    require(request.user, Perm.VOICES)
    names = PARTS["rancang-bangun"][1]._meta.fields
    texts = [
        (Innovation._meta.get_field(name).verbose_name, request.POST.get(name, "")[:MOST_CHARACTERS]) for name in names
    ]
    needed = InnovationRule.objects.held("words", Innovation().today())  # a list that is allowed( everybody
    return render(request, "reports/innovations/_words.html", {"count": design_count(texts, needed)})
