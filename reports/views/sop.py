"""SOP documents: the list, one of them, and writing its next version."""

from django.contrib import messages
from django.db.models import Exists, F, OuterRef, Prefetch
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once
from reports.models import SopDocument, SopReading, SopVersion
from reports.sop.forms import ReasonForm, SopForm, SopVersionForm


@require_safe
def sop_list(request):
    """What is in force, what is being written, and what was withdrawn."""
    user = request.user
    mine = SopReading.objects.filter(version=OuterRef("pk"), user=user)  # one's own, of rows that visible_to( gave
    versions = SopVersion.objects.defer("text").annotate(is_read=Exists(mine))  # of documents that visible_to( gives
    writes = SopDocument.objects.allowed(user, Perm.VOICES).filter(pk=OuterRef("pk"))
    documents = (
        SopDocument.objects.visible_to(user)
        .select_related("shelter")
        .prefetch_related(Prefetch("versions", versions))
        .annotate(writes=Exists(writes))
        .order_by(F("shelter__name").asc(nulls_first=True), "title", "pk")
    )
    rows = [listed(document) for document in documents]
    context = {
        "current": [row for row in rows if row["version"] and not row["document"].retired_at],
        "coming": [row for row in rows if row["draft"] and not row["document"].retired_at],
        "retired": [row for row in rows if row["document"].retired_at],
    }
    return render(request, "reports/sop/list.html", context)


def listed(document):
    """A row of the list: the version to read and, to whoever writes it, the draft."""
    approved = [one for one in document.versions.all() if one.approved_at]
    for one in approved:
        one.document = document
    version = next((one for one in approved if one.is_in_force), approved[0] if approved else None)
    draft = next((one for one in document.versions.all() if not one.approved_at), None) if document.writes else None
    return {"document": document, "version": version, "draft": draft}


@require_http_methods(["GET", "POST"])
def sop_new(request):
    require(request.user, Perm.VOICES)
    form = SopForm(
        request.POST or None, request.FILES or None, by=request.user, initial={"valid_from": timezone.localdate()}
    )

    def make():
        document = form.begin(by=request.user)
        messages.success(request, f"Konsep SOP “{document}” disimpan. Periksa, lalu ajukan.")
        return document.get_absolute_url()

    again = {"otherwise": "reports:sop_list"}
    return create_once(request, form, make, **again) or render(request, "reports/sop/form.html", {"form": form})


@require_safe
def sop_detail(request, pk):
    documents = SopDocument.objects.visible_to(request.user).select_related("shelter", "retired_by")
    document = get_object_or_404(documents, pk=pk)
    may = document.may(request.user)
    versions = list(document.versions.select_related("written_by", "approved_by"))
    for version in versions:
        version.document = document
    approved = [version for version in versions if version.approved_at]
    current = next((version for version in approved if version.is_in_force), None)
    draft = next((version for version in versions if not version.approved_at), None)
    houses = request.user.memberships.current().filter(shelter__isnull=False)
    context = {
        "document": document, "may": may, "current": current, "approved": approved,
        "draft": draft if may & {Perm.VOICES, Perm.REVIEW} else None, "retire": ReasonForm(),
        "reading": current and current.readings.filter(user=request.user).first(),
        "works": houses.filter(shelter=document.shelter).exists() if document.shelter_id else houses.exists(),
    }  # fmt: skip
    return render(request, "reports/sop/detail.html", context)


@require_http_methods(["GET", "POST"])
def sop_edit(request, pk):
    """The draft, or the next version, which begins with the words of the last."""
    document = get_permitted(request.user, SopDocument.objects.select_related("shelter"), Perm.VOICES, pk=pk)
    draft = document.versions.filter(approved_at=None).first()
    last = draft or document.versions.order_by("-number").first()
    initial = {"text": last.text, "is_public": last.is_public, "valid_from": document.today()}
    if draft:
        initial |= {"valid_from": draft.valid_from, "changes": draft.changes, "seen": draft.stamp}
    form = SopVersionForm(request.POST or None, request.FILES or None, version=draft, initial=initial)

    def make():
        document.write(by=request.user, **form.content)
        messages.success(request, "Konsep disimpan. Periksa, lalu ajukan.")
        return document.get_absolute_url()

    done = create_once(request, form, make, otherwise=document.get_absolute_url())
    return done or render(request, "reports/sop/form.html", {"form": form, "document": document, "draft": draft})


@require_http_methods(["GET", "POST"])
def sop_retire(request, pk):
    document = get_permitted(request.user, SopDocument.objects.select_related("shelter"), Perm.REVIEW, pk=pk)
    form = ReasonForm(request.POST or None)

    def retire():
        document.retire(by=request.user, reason=form.cleaned_data["reason"])
        return f"SOP “{document}” dicabut."

    gone = act(request, form, retire, document.get_absolute_url())
    return gone or render(request, "reports/sop/retire.html", {"form": form, "document": document})
