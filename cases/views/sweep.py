from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from cases.audit import record
from cases.forms.sweep import EntryForm, NewSweepForm, ReasonForm, SweepForm, chosen_rows
from cases.models import FormKey, Sweep
from cases.permissions import Perm, get_permitted
from cases.sweep_documents import sweep_labels, sweep_receipt, sweep_report
from cases.sweep_matches import tell_likely
from cases.sweeps import admit_chosen, tally
from cases.views.intake import add_errors, admitting_shelters


def sweep_of(user, pk):
    sweeps = Sweep.objects.visible_to(user).select_related("shelter", "letter").with_statement()
    return get_permitted(user, sweeps, Perm.ADMIT, pk=pk)


@require_safe
def sweep_list(request):
    admitting_shelters(request.user)
    sweeps = (
        Sweep.objects.allowed(request.user, Perm.ADMIT)
        .select_related("shelter")
        .with_counts()
        .order_by("-held_on", "-pk")
    )
    page = Paginator(sweeps, 25).get_page(request.GET.get("page"))
    return render(request, "cases/sweep_list.html", {"page": page})


@require_http_methods(["GET", "POST"])
def sweep_new(request):
    form = NewSweepForm(request.POST or None, shelters=admitting_shelters(request.user))
    if form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        if not mine:
            return redirect(key.result_url or "cases:sweep_list")
        try:
            form.instance.begin(by=request.user)
        except ValidationError as error:
            add_errors(form, error)
        else:
            key.settle(form.instance.get_absolute_url())
            return redirect(form.instance)
    return render(request, "cases/sweep_form.html", {"form": form})


@require_http_methods(["GET", "POST"])
def sweep_edit(request, pk):
    sweep = sweep_of(request.user, pk)
    if not sweep.is_open:
        messages.error(request, "Razia ini sudah ditutup. Buka lagi untuk mengubahnya.")
        return redirect(sweep)
    form = SweepForm(request.POST or None, instance=sweep)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, "Data razia disimpan.")
        return redirect(sweep)
    return render(request, "cases/sweep_form.html", {"form": form, "sweep": sweep})


@require_http_methods(["GET", "POST"])
@vary_on_headers("HX-Request")
def sweep_detail(request, pk):
    """The page that several phones and laptops fill at once: one line per person, safe as soon as it is sent."""
    sweep = sweep_of(request.user, pk)
    piece = "HX-Request" in request.headers
    if request.method == "POST":
        return add_person(request, sweep, piece)
    if not piece:
        record(by=request.user, action="sweep.viewed", target=sweep)
    context = people_of(sweep) | {"form": EntryForm()}
    return answer(request, "cases/_sweep_people.html" if piece else "cases/sweep_detail.html", context)


def add_person(request, sweep, piece):
    form = EntryForm(request.POST, request.FILES)
    context = {"sweep": sweep, "form": form}
    if form.is_valid():
        key, mine = FormKey.claim(form.cleaned_data["key"], by=request.user)
        try:
            # A line that was sent twice is there already: the answer shows the whole list instead of one more row.
            context["added"] = sweep.add(by=request.user, **form.values()) if mine else None
        except ValidationError as error:
            add_errors(form, error)
        else:
            if mine:
                key.settle(sweep.get_absolute_url())
            if not piece:
                return redirect(f"{sweep.get_absolute_url()}#isian")
            context |= {"form": EntryForm(), "again": not mine}
    context |= people_of(sweep)
    return answer(request, "cases/_sweep_answer.html" if piece else "cases/sweep_detail.html", context)


def answer(request, template, context):
    """With a mark by which the page knows that this is its own piece, not a login page in its place."""
    response = render(request, template, context)
    response["X-Balai-Sweep"] = "1"
    return response


def people_of(sweep):
    people = tell_likely(list(sweep.people.for_list().order_by("-serial")))
    persons = [person for person in people if person.outcome != person.Outcome.SAME]
    residents = sweep.shelter.stays.resident().in_house().count()
    return {
        "sweep": sweep, "people": people, "persons": len(persons), "joined": len(people) - len(persons),
        "counts": tally(people), "residents": residents, "free": sweep.shelter.capacity - residents,
        "waiting": sum(not person.is_decided for person in people), "housed": sum(one.lives_here for one in people),
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
def sweep_admit(request, pk):
    """Tick some, take them in: each gets its own answer, and nobody waits for another's trouble."""
    sweep = sweep_of(request.user, pk)
    context = {"sweep": sweep}
    if request.method == "POST":
        try:
            told = admit_chosen(sweep, chosen_rows(request.POST), by=request.user)
        except ValidationError as error:
            context["refused"] = error.messages
        else:
            return render(request, "cases/sweep_admitted.html", context | {"told": told})
    people = tell_likely(list(sweep.people.for_list().undecided()))
    family, everyone = request.GET.get("keluarga"), "semua" in request.GET
    for person in people:
        person.is_ticked = everyone or (family and person.group == family)
    residents = sweep.shelter.stays.resident().in_house().count()
    context |= {"people": people, "free": sweep.shelter.capacity - residents}
    return render(request, "cases/sweep_admit.html", context)


@require_http_methods(["GET", "POST"])
def sweep_close(request, pk):
    sweep = sweep_of(request.user, pk)
    context = people_of(sweep)
    if request.method == "POST":
        try:
            sweep.close(by=request.user)
        except ValidationError as error:
            context["refused"] = error.messages
        else:
            messages.success(request, "Razia ditutup.")
            return redirect(sweep)
    return render(request, "cases/sweep_close.html", context)


@require_POST
def sweep_reopen(request, pk):
    return act(request, sweep_of(request.user, pk), "reopen", "Razia dibuka lagi.")


@require_POST
def sweep_letter_issue(request, pk):
    sweep = sweep_of(request.user, pk)
    return act(request, sweep, "issue_letter", "Berita acara bernomor. Cetak dan tanda tangani.")


def act(request, sweep, verb, done):
    try:
        getattr(sweep, verb)(by=request.user)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, done)
    return redirect(sweep)


@require_http_methods(["GET", "POST"])
def sweep_letter_void(request, pk):
    sweep = sweep_of(request.user, pk)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            sweep.void_letter(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Nomor berita acara dibatalkan. Terbitkan nomor baru bila perlu.")
            return redirect(sweep)
    return render(request, "cases/sweep_letter_void.html", {"form": form, "sweep": sweep})


@require_safe
def sweep_receipt_pdf(request, pk):
    sweep = sweep_of(request.user, pk)
    url = request.build_absolute_uri(sweep.letter.get_verification_url()) if sweep.letter else ""
    record(by=request.user, action="sweep.printed", target=sweep, paper="bast")
    return sweep_receipt(sweep, verification_url=url).response()


@require_safe
def sweep_labels_pdf(request, pk):
    sweep = sweep_of(request.user, pk)
    record(by=request.user, action="sweep.printed", target=sweep, paper="label")
    return sweep_labels(sweep).response()


@require_safe
def sweep_report_pdf(request, pk):
    sweep = sweep_of(request.user, pk)
    record(by=request.user, action="sweep.printed", target=sweep, paper="laporan")
    return sweep_report(sweep).response()
