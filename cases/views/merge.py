"""Two files become one, and the way back."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from cases import merging, moving, unmerge
from cases.audit import record
from cases.forms.same import ASK_DEPARTMENT, MergeForm, NumberForm, NumbersForm, UndoForm
from cases.matching import Sketch, likely
from cases.models import Client, Merge, NotSame, Stay
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import create_once
from cases.views.intake import add_errors


def party(user, pk):
    """A file that this person may merge. The department decides over all, by number and without names."""
    if user.holds(Perm.MANAGE):
        client = get_object_or_404(Client.objects.allowed(user, Perm.MANAGE), pk=pk)
        client.masked = not Client.objects.allowed(user, Perm.REVIEW).contains(client)
    else:
        client = get_permitted(user, Client.objects, Perm.REVIEW, pk=pk)
        client.masked = False
    return client


def deciding(user):
    """Merges that this person may decide on."""
    perm = Perm.MANAGE if user.holds(Perm.MANAGE) else Perm.REVIEW
    return Merge.objects.allowed(user, perm).for_page()


@require_http_methods(["GET", "POST"])
def client_merge_choose(request, pk):
    """Which file is the same person? By number, or one of those alike."""
    client = get_permitted(request.user, Client.objects, Perm.REVIEW, pk=pk)
    mine = Client.objects.allowed(request.user, Perm.REVIEW)
    form = NumberForm(request.POST or None, clients=mine.exclude(pk=pk))
    if form.is_valid():
        return redirect("cases:client_merge", pk, form.cleaned_data["number"].pk)
    found = likely(request.user, Sketch.of_client(client))
    allowed = set(mine.filter(pk__in=[one.pk for one in found]).values_list("pk", flat=True))
    for one in found:
        one.may_merge = one.pk in allowed
    context = {"client": client, "form": form, "likely": found, "ask_department": ASK_DEPARTMENT}
    return render(request, "cases/client_merge_choose.html", context)


@require_http_methods(["GET", "POST"])
def merge_new(request):
    """The department merges files of two shelters: by their numbers, seeing no name."""
    require(request.user, Perm.MANAGE)
    form = NumbersForm(request.POST or None)
    if form.is_valid():
        return redirect("cases:client_merge", form.cleaned_data["kept"].pk, form.cleaned_data["dropped"].pk)
    return render(request, "cases/merge_new.html", {"form": form, "latest": deciding(request.user)[:25]})


@require_http_methods(["GET", "POST"])
def client_merge(request, pk, other):
    """Both files side by side, what will move and what stands in the way; then one of them."""
    done = deciding(request.user).standing().filter(kept=pk, dropped=other).first()
    if done:  # a double click, or a page that was left open
        return redirect(done)
    keep, drop = party(request.user, pk), party(request.user, other)
    masked = keep.masked or drop.masked
    form = MergeForm(request.POST or None, keep=keep, drop=drop, masked=masked, initial={"key": uuid.uuid4()})

    def make():
        merge = Merge.perform(keep, drop, form.choices, by=request.user, versions=form.versions)
        messages.success(request, f"Nomor {drop.number} sekarang mengarah ke {keep.number}.")
        return merge.get_absolute_url()

    if done := create_once(request, form, make):
        return done
    for client in (keep, drop):
        record(by=request.user, action="client.viewed", target=client, page="client_merge")
    return render(request, "cases/client_merge.html", comparison(keep, drop) | {"form": form, "masked": masked})


def comparison(keep, drop):
    same_pk = keep.pk == drop.pk
    said = None if same_pk else NotSame.between(keep, drop)
    obstacles = ["Pilih dua berkas yang berbeda."] if same_pk else Merge.obstacles(keep, drop)
    return {
        "keep": _with_stays(keep), "drop": _with_stays(drop), "obstacles": obstacles,
        "overlaps": Merge.overlaps(keep, drop), "said": said, "moving": in_words(moving.keys_of(drop)),
        "differing": [merging.label(key) for key in merging.differing(merging.snapshot(keep), merging.snapshot(drop))],
    }  # fmt: skip


def _with_stays(client):
    last = Stay.objects.kept().filter(client=client).select_related("shelter")  # of a file that passed get_permitted(
    client.stay_list = list(last)
    return client


def in_words(keys):
    """[(kind, how many)] of rows, as people call them."""
    counts = {}
    for relation in moving.movable(Client):
        number = len(keys.get(relation.label, {}).get(relation.name, []))
        if number:
            kind = str(relation.model._meta.verbose_name_plural)
            counts[kind] = counts.get(kind, 0) + number
    return sorted(counts.items())


@require_http_methods(["GET", "POST"])
def merge_detail(request, pk):
    """What was merged, and the page that takes it back."""
    if request.user.holds(Perm.MANAGE):
        merge = get_object_or_404(deciding(request.user), pk=pk)
    else:
        merge = get_permitted(request.user, Merge.objects.for_page(), Perm.REVIEW, pk=pk)
    masked = not Merge.objects.allowed(request.user, Perm.REVIEW).contains(merge)
    problem = unmerge.obstacle(merge) or refusal(request.user, merge)
    came = [] if problem else unmerge.additions(merge)
    form = UndoForm(request.POST or None, merge=merge, additions=came, masked=masked)
    if form.is_valid() and not problem:
        try:
            unmerge.undo(merge, by=request.user, owners=form.owners)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "Penggabungan dibatalkan. Kedua nomor hidup kembali.")
            return redirect(merge)
    context = {
        "merge": merge, "problem": problem, "form": form, "masked": masked, "moved": in_words(merge.moved),
        "followers": [one for one in came if one.follows or one.stay_key],
        "below": [] if problem else below(merge),
    }  # fmt: skip
    return render(request, "cases/merge_detail.html", context)


def below(merge):
    """[(row, its kind, whose stay it stands in)]: what the page tells without asking."""
    owners = {unmerge.KEPT: merge.kept, unmerge.DROPPED: merge.dropped}
    return [(row, row._meta.verbose_name, owners[owner]) for row, owner in unmerge.below(merge)]


def refusal(user, merge):
    """The same right as for merging: the stays of both files, or the department."""
    if user.holds(Perm.MANAGE):
        return ""
    mine = Stay.objects.allowed(user, Perm.REVIEW)
    if all(mine.filter(pk__in=keys).exists() for keys in merge.stays_of.values()):
        return ""
    return "Salah satu berkas milik panti lain. Minta admin dinas membatalkan penggabungan ini."
