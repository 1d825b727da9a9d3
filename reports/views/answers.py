"""Old answers in: choose a file, pair its columns, look, confirm; then match what nobody could be found for."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from assessments.forms.instrument import AgreeForm
from assessments.models import AnswerBatch, InstrumentVersion, OldAnswers
from cases.forms.stay import SearchForm
from cases.models import Client, Stay
from cases.permissions import Perm, get_permitted
from cases.views.acts import act
from reports.answers.forms import DiscardForm, MappingForm, OldAnswersForm, answer_shelters
from reports.answers.old import check, put_in

MOST_SHOWN = 200


@require_http_methods(["GET", "POST"])
def answers_start(request):
    """Choose a file. It is kept privately until it is confirmed."""
    shelters = answer_shelters(request.user, Perm.IMPORT)
    if not shelters.exists():
        raise PermissionDenied
    versions = InstrumentVersion.objects.visible_to(request.user).latest_published()
    form = OldAnswersForm(request.POST or None, request.FILES or None, shelters=shelters, versions=versions)
    batches = AnswerBatch.objects.visible_to(request.user)
    if form.is_valid():
        for batch in batches.forgotten():
            batch.forget_file()
        return redirect("reports:answers_map", form.keep(by=request.user).pk)
    waiting = OldAnswers.objects.visible_to(request.user).unmatched().count()
    listed = batches.for_list().exclude(applied_at=None)[:20]
    return render(request, "reports/answers_start.html", {"form": form, "batches": listed, "waiting": waiting})


@require_http_methods(["GET", "POST"])
def answers_map(request, pk):
    """Which column answers which question. What was decided is offered for the next file with these headings."""
    batch = get_permitted(request.user, AnswerBatch.objects.for_list(), Perm.IMPORT, pk=pk)
    if not batch.file:
        return redirect(batch)
    form = MappingForm(request.POST or None, batch=batch, everything="semua" in request.GET)
    if form.is_valid():
        form.keep(by=request.user)
        return redirect(batch)
    return render(request, "reports/answers_map.html", {"form": form, "batch": batch})


@require_http_methods(["GET", "POST"])
def answers_preview(request, pk):
    """What the file would do; on confirmation all is checked once more. Afterwards: what it did."""
    batch = get_permitted(request.user, AnswerBatch.objects.for_list(), Perm.IMPORT, pk=pk)
    if batch.file and not batch.mapping_id:
        return redirect("reports:answers_map", batch.pk)
    skip = "lewati" in (request.POST if request.method == "POST" else request.GET)
    if request.method == "POST":
        confirm(request, batch, skip)
        return redirect(batch)
    context = {"batch": batch, "most_shown": MOST_SHOWN, "skip": skip}
    if batch.file:
        try:
            context["plan"] = plan = check(batch, skip=skip)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect("reports:answers_map", batch.pk)
        context |= {"errors": plan.errors[:MOST_SHOWN], "warnings": plan.warnings[:MOST_SHOWN]}
        context["held"] = plan.held[:MOST_SHOWN]
    elif batch.applied_at:
        rows = OldAnswers.objects.visible_to(request.user).filter(batch=batch)
        context["waiting"] = rows.unmatched().count()
        done = rows.filter(assessment__isnull=False).select_related("assessment__stay__client", "assessment__stay")
        context["page"] = Paginator(done, 50).get_page(request.GET.get("page"))
    return render(request, "reports/answers_preview.html", context)


def confirm(request, batch, skip):
    try:
        plan = put_in(batch, by=request.user, skip=skip)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return
    if plan.errors and not skip:
        messages.error(request, "Masih ada kesalahan. Tidak ada yang dimasukkan.")
    else:
        messages.success(request, f"{plan.counts['linked']} asesmen dimasukkan, {plan.counts['held']} menunggu "
                                  "dicocokkan.")  # fmt: skip


@require_http_methods(["GET", "POST"])
def answers_undo(request, pk):
    batch = get_permitted(request.user, AnswerBatch.objects.for_list(), Perm.IMPORT, pk=pk)
    form = AgreeForm(request.POST if request.method == "POST" else None)

    def verb():
        batch.undo(by=request.user)
        return "Impor dibatalkan seluruhnya. Berkas yang sama dapat dimasukkan lagi."

    done = act(request, form, verb, batch.get_absolute_url())
    return done or render(request, "reports/answers_undo.html", {"form": form, "batch": batch})


@require_safe
def answers_unmatched(request):
    """Rows that still belong to nobody."""
    if not answer_shelters(request.user, Perm.IMPORT).exists():
        raise PermissionDenied
    rows = OldAnswers.objects.visible_to(request.user).unmatched().for_list()
    page = Paginator(rows, 25).get_page(request.GET.get("page"))
    return render(request, "reports/answers_unmatched.html", {"page": page})


@require_http_methods(["GET", "POST"])
def answers_match(request, pk):
    """Find whose it is, among the clients of that shelter, and choose the stay."""
    row = get_permitted(request.user, OldAnswers.objects.for_list(), Perm.IMPORT, pk=pk)
    if request.POST.get("stay", "").isdigit():
        stay = get_permitted(request.user, Stay.objects.filter(shelter=row.shelter), Perm.FILE, pk=request.POST["stay"])
        try:
            made = row.match(stay, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(row)
        messages.success(request, f"Jawaban dimasukkan ke berkas {stay.client.number}.")
        return redirect(made)
    search = SearchForm(request.POST or None, initial={"q": row.identity.get("name", "")})
    asked = search.cleaned_data["q"] if search.is_valid() else "" if search.is_bound else row.identity.get("name", "")
    found = []
    if asked:
        clients = Client.objects.allowed(request.user, Perm.FILE).matching(asked)[:20]
        stays = Stay.objects.allowed(request.user, Perm.FILE).kept().filter(shelter=row.shelter)
        stays = stays.filter(client__in=list(clients))
        found = list(stays.select_related("client", "shelter").order_by("client__name", "-entered_on"))
        for stay in found:
            stay.covers = stay.entered_on <= row.answered_on and (not stay.ended_on or row.answered_on <= stay.ended_on)
    context = {"row": row, "search": search, "found": found, "asked": asked}
    return render(request, "reports/answers_match.html", context)


@require_http_methods(["GET", "POST"])
def answers_discard(request, pk):
    row = get_permitted(request.user, OldAnswers.objects.for_list(), Perm.IMPORT, pk=pk)
    form = DiscardForm(request.POST or None)

    def verb():
        row.discard(by=request.user, reason=form.cleaned_data["reason"])
        return "Baris itu dibuang."

    done = act(request, form, verb, "reports:answers_unmatched")
    return done or render(request, "reports/answers_discard.html", {"form": form, "row": row})
