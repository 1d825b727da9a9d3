from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from cases.audit import record
from cases.forms.client import nik_warnings
from cases.forms.paper import DropForm, FollowUpForm, GatherForm, HandOverForm, IssueForm, PaperForm, RefuseForm
from cases.forms.paper import RequestForm as PaperRequestForm
from cases.models import Attachment, Belonging, BiometricCheck, CoverLetter, IdentityPaper, Need, Stay
from cases.models.paper import SERVICE
from cases.permissions import Perm, get_permitted, require
from cases.views.acts import act, create_once
from cases.views.client import file_of, header


def tab_url(stay):
    return reverse("cases:client_papers", args=[stay.client_id])


@require_safe
def client_papers(request, pk):
    """The tab Dokumen: identity papers, files, and what the shelter keeps for the client."""
    client = file_of(request, pk)
    user, stays = request.user, {"stay__client": client}
    context = header(user, client)
    papers = list(IdentityPaper.objects.allowed(user, Perm.FILE).for_page().filter(client=client))
    needs = Need.objects.allowed(user, Perm.ASSESS).open().filter(service=SERVICE, **stays)
    working = {paper.stay_id for paper in papers if paper.is_open}
    done = {paper.stay_id for paper in papers} - working
    context |= {
        "papers": papers,
        "closable": [need for need in needs if need.stay_id in done],
        "covers": CoverLetter.objects.allowed(user, Perm.FILE).for_page().filter(**stays),
        "checks": BiometricCheck.objects.allowed(user, Perm.FILE).filter(client=client),
        "attachments": Attachment.objects.allowed(user, Perm.FILE)
        .filter(client=client)
        .select_related("uploaded_by", "removed_by", "shelter"),
        "belongings": Belonging.objects.allowed(user, Perm.RECORD).filter(**stays).select_related("stay"),
    }
    return render(request, "cases/client_papers.html", context)


def chosen_papers(user, query):
    """Whether only the late ones are shown, and the papers: what the page shows and a spreadsheet holds."""
    papers = IdentityPaper.objects.allowed(user, Perm.FILE)
    late = query.get("tampil") == "terlambat"
    shown = papers.overdue(timezone.localdate()) if late else papers.open()
    return late, shown.for_page().order_by("due_on", "-pk")


@require_safe
def paper_list(request):
    """What is in process at one's own shelters, the late ones first, and how long the offices take."""
    require(request.user, Perm.FILE)
    papers = IdentityPaper.objects.allowed(request.user, Perm.FILE)
    today = timezone.localdate()
    late, shown = chosen_papers(request.user, request.GET)
    first = today.replace(month=1, day=1)
    context = {
        "page": Paginator(shown, 25).get_page(request.GET.get("page")),
        "late": late, "late_count": papers.overdue(today).count(), "open_count": papers.open().count(),
        "figures": papers.figures(first, today), "first": first, "today": today,
    }  # fmt: skip
    return render(request, "cases/paper_list.html", context)


@require_http_methods(["GET", "POST"])
def paper_new(request, pk):
    stay = get_permitted(request.user, Stay.objects.select_related("client", "shelter"), Perm.FILE, pk=pk)
    form = PaperForm(request.POST or None, initial={"on": stay.shelter.today()})

    def make():
        paper = form.paper_of(stay)
        paper.start(by=request.user)
        messages.success(request, f"{paper} dicatat.")
        return paper.get_absolute_url() if paper.is_open else tab_url(stay)

    context = {"form": form, "stay": stay, "client": stay.client}
    return create_once(request, form, make) or render(request, "cases/paper_new.html", context)


def paper_of(request, pk):
    return get_permitted(request.user, IdentityPaper.objects.for_page(), Perm.FILE, pk=pk)


@require_safe
def paper_detail(request, pk):
    paper = paper_of(request, pk)
    record(by=request.user, action="paper.viewed", target=paper)
    context = header(request.user, paper.client) | {"paper": paper}
    context["attachments"] = paper.attachments.kept().select_related("uploaded_by", "shelter")
    context["covers"] = paper.cover_letters.for_page()
    return render(request, "cases/paper_detail.html", context)


def paper_act(request, pk, form_class, template, verb):
    """One page, one act on a document: `verb` does it with the form and says what was done."""
    paper = paper_of(request, pk)
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = form_class(*posted, paper=paper, initial={"on": paper.shelter.today()})
    url = paper.get_absolute_url()
    gone = act(request, form, lambda: verb(paper, form, request.user), url)
    return gone or render(request, template, {"form": form, "paper": paper})


@require_http_methods(["GET", "POST"])
def paper_gather(request, pk):
    def gather(paper, form, by):
        paper.gather(by=by, **form.cleaned_data)
        return "Syarat yang dikumpulkan dicatat."

    return paper_act(request, pk, GatherForm, "cases/paper_gather.html", gather)


@require_http_methods(["GET", "POST"])
def paper_request(request, pk):
    def ask(paper, form, by):
        paper.request(by=by, **form.cleaned_data)
        return "Pengajuan dicatat."

    return paper_act(request, pk, PaperRequestForm, "cases/paper_request.html", ask)


@require_http_methods(["GET", "POST"])
def paper_issue(request, pk):
    @transaction.atomic
    def issue(paper, form, by):
        form.issue(paper, by=by)
        if form.cleaned_data["scan"]:
            scan = Attachment(
                client=paper.client, shelter=paper.shelter, stay=paper.stay, paper=paper,
                kind=Attachment.Kind.IDENTITY, title=str(paper),
            )  # fmt: skip
            scan.keep(form.cleaned_data["scan"], by=by, original_name="")
        paper.client.refresh_from_db()
        for warning in nik_warnings(paper.client, paper.shelter.today()) if "nik" in form.fields else []:
            messages.warning(request, warning)
        return f"{paper} terbit. Serahkan kepada klien, lalu catat penyerahannya."

    return paper_act(request, pk, IssueForm, "cases/paper_issue.html", issue)


@require_http_methods(["GET", "POST"])
def paper_refuse(request, pk):
    def refuse(paper, form, by):
        paper.refuse(by=by, **form.cleaned_data)
        return "Penolakan dicatat. Untuk mencoba lagi, catat dokumen ini sekali lagi."

    return paper_act(request, pk, RefuseForm, "cases/paper_refuse.html", refuse)


@require_http_methods(["GET", "POST"])
def paper_hand_over(request, pk):
    def hand_over(paper, form, by):
        paper.hand_over(by=by, **form.cleaned_data)
        return "Penyerahan dicatat."

    return paper_act(request, pk, HandOverForm, "cases/paper_hand_over.html", hand_over)


@require_http_methods(["GET", "POST"])
def paper_drop(request, pk):
    def drop(paper, form, by):
        paper.drop(by=by, **form.cleaned_data)
        return "Pengurusan dihentikan."

    return paper_act(request, pk, DropForm, "cases/paper_drop.html", drop)


@require_http_methods(["GET", "POST"])
def paper_follow_up(request, pk):
    def follow_up(paper, form, by):
        paper.follow_up(by=by, **form.cleaned_data)
        return "Dicatat."

    return paper_act(request, pk, FollowUpForm, "cases/paper_follow_up.html", follow_up)
