"""The register of complaints, one of them, and what the desk writes down."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.downloads import handed_out
from cases.permissions import Perm, get_permitted
from cases.views.acts import act, create_once
from reports.complaints.acts import ACTS, offered
from reports.complaints.deadlines import Clock
from reports.complaints.documents import slip_document
from reports.complaints.forms import DeskForm
from reports.complaints.handling_forms import ReplyForm
from reports.complaints.listing import ComplaintFilter
from reports.models import Complaint, ComplaintClient, ComplaintShare
from reports.models.complaints import in_department

PER_PAGE = 25
TYPES = {"jpg": "image/jpeg", "pdf": "application/pdf"}


@require_safe
def complaint_list(request):
    """What this person handles, or what was given to them; and what the department asks the shelter about."""
    user = request.user
    if not (user.holds(Perm.COMPLAINTS) or user.holds(Perm.FILE)):
        raise PermissionDenied
    form, clock = ComplaintFilter(request.GET, user=user), Clock()
    rows = form.chosen(clock) if form.is_valid() else Complaint.objects.none()  # visible_to( is the form's
    page = Paginator(rows.for_list(), PER_PAGE).get_page(request.GET.get("page"))
    for one in page:
        one.due = clock.due(one)
    shares = ComplaintShare.objects.allowed(user, Perm.REVIEW).select_related("shelter", "answered_by")
    context = {"form": form, "page": page, "shares": shares.order_by(F("answered_at").asc(nulls_first=True))[:8]}
    return render(request, "reports/complaints/list.html", context)


def complaint_of(user, pk, perm):
    """The complaint that this person may do this with; that it is there at all is told to nobody else."""
    rows = Complaint.objects.visible_to(user)
    return get_permitted(user, rows, perm, pk=pk) if perm else get_object_or_404(rows, pk=pk)


@require_safe
def complaint_detail(request, pk):
    user = request.user
    complaint = complaint_of(user, pk, None)
    record(by=user, action="complaint.viewed", target=complaint, number=complaint.number)
    may = user.perms_at(complaint.shelter) if complaint.shelter else set()
    handles = Perm.COMPLAINTS in may or in_department(user, Perm.COMPLAINTS)
    clock = Clock()
    joined = ComplaintClient.objects.allowed(user, Perm.FILE).filter(complaint=complaint).select_related("client")
    context = {
        "complaint": complaint, "due": clock.due(complaint), "dates": clock.dates(complaint),
        "steps": complaint.steps.select_related("by"),
        "shares": complaint.shares.select_related("shelter", "answered_by"),
        "acts": offered(complaint, handles=handles, reads_files=Perm.FILE in may), "joined": joined,
        "admits": Perm.ADMIT in may,
    }  # fmt: skip
    return render(request, "reports/complaints/detail.html", context)


@require_http_methods(["GET", "POST"])
def complaint_act(request, pk, slug):
    """One act on a page of its own."""
    if slug not in ACTS:
        raise Http404
    chosen = ACTS[slug]
    complaint = complaint_of(request.user, pk, chosen.perm)
    form = chosen.form(request.POST if request.method == "POST" else None, complaint, request.user)

    def do():
        return chosen.do(complaint, form.cleaned_data, request.user)

    url = reverse("reports:complaint_list") if chosen.leaves else complaint.get_absolute_url()
    context = {"act": chosen, "form": form, "complaint": complaint, "is_open": chosen.open(complaint)}
    return act(request, form, do, url) or render(request, "reports/complaints/act.html", context)


@require_safe
def complaint_file(request, pk):
    """What the sender enclosed: through the gate, onto the trail, and never opened by the browser itself."""
    complaint = complaint_of(request.user, pk, None)
    if not complaint.file:
        raise Http404
    extension = complaint.file.name.rpartition(".")[2]
    record(by=request.user, action="complaint.downloaded", target=complaint, number=complaint.number)
    name = f"{complaint.number}-lampiran.{extension}"
    return handed_out(complaint.file, name, TYPES[extension])


@require_http_methods(["GET", "POST"])
def complaint_record(request):
    """Whoever receives it at the desk or by telephone writes it down; it goes to whoever handles it."""
    user = request.user
    shelters, ours = user.shelters_with(Perm.RECORD), in_department(user, Perm.COMPLAINTS)
    if ours:
        shelters = user.shelters_with(Perm.COMPLAINTS)
    if not shelters:
        raise PermissionDenied
    form = DeskForm(request.POST or None, request.FILES or None, shelters=shelters, in_department=ours)

    def make():
        complaint, _ = form.complaint().receive(by=user)
        messages.success(request, f"Tercatat dengan nomor {complaint.number}.")
        return reverse("reports:complaint_recorded", args=[complaint.pk])

    back = {"otherwise": "reports:complaint_record"}
    return create_once(request, form, make, **back) or render(request, "reports/complaints/record.html", {"form": form})


@require_safe
def complaint_recorded(request, pk):
    """Number and code to hand over, for an hour and to whoever wrote it down; nothing else of it."""
    rows = Complaint.objects.just_recorded_by(request.user)  # visible_to( its recorder alone
    return render(request, "reports/complaints/recorded.html", {"complaint": get_object_or_404(rows, pk=pk)})


@require_safe
def complaint_slip(request, pk):
    rows = Complaint.objects.just_recorded_by(request.user).select_related("about")  # visible_to( its recorder alone
    complaint = get_object_or_404(rows, pk=pk)
    record(by=request.user, action="complaint.printed", target=complaint, number=complaint.number)
    return slip_document(complaint, request.build_absolute_uri(reverse("reports:complaint_follow"))).response()


@require_http_methods(["GET", "POST"])
def complaint_reply(request, pk):
    """The head answers what the department asked: of the complaint itself only those words are known here."""
    shared = get_permitted(request.user, ComplaintShare.objects.select_related("shelter"), Perm.REVIEW, pk=pk)
    form = ReplyForm(request.POST or None)

    def reply():
        shared.give_reply(form.cleaned_data["text"], by=request.user)
        return "Tanggapan terkirim ke dinas."

    done = act(request, form, reply, reverse("reports:complaint_list"))
    return done or render(request, "reports/complaints/reply.html", {"form": form, "shared": shared})
