"""Without an account: to send a complaint, and with number and code to follow it."""

from datetime import timedelta
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.models import Shelter
from cases.views.intake import add_errors
from reports.complaints.deadlines import Clock
from reports.complaints.forms import FollowForm, PublicForm, RateForm, SenderTextForm
from reports.complaints.sender import SENDER, followed, rate, reopen, write
from reports.models import ComplaintStep
from reports.models.complaint_words import DONE
from reports.public.gate import too_often

SPAN = timedelta(minutes=10)
MOST_SENT, MOST_TRIED = 10, 20  # from one address within the span: a village office, and no machine
SHOWN = timedelta(hours=1)  # how long a form sent again shows the code once more
UNKNOWN = "Nomor atau kode tidak cocok. Periksa keduanya di bukti Anda."


def public(what, most):
    """Counts what is posted before anything of it is read; the count stays even when the page fails."""

    def behind(view):
        @wraps(view)
        def opened(request, *args, **named):
            if request.method == "POST" and too_often(request, what, most=most, within=SPAN):
                return sealed(render(request, "reports/complaints/often.html", status=429))
            with transaction.atomic():
                return sealed(view(request, *args, **named))

        opened = transaction.non_atomic_requests(opened)
        return login_not_required(require_http_methods(["GET", "HEAD", "POST"])(opened))

    return behind


def sealed(response):
    """Nothing of it stays in a cache or a search engine."""
    response["Cache-Control"] = "no-store, private"
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


@public("complaint", MOST_SENT)
def complaint_new(request, slug):
    """To a shelter."""
    shelter = get_object_or_404(Shelter.objects.all(), slug=slug)  # not visible_to(: the public page of each
    return sent_or_form(request, shelter)


@public("complaint", MOST_SENT)
def complaint_department(request):
    """To the department, past the shelter."""
    return sent_or_form(request, None)


def sent_or_form(request, shelter):
    form = PublicForm(request.POST or None, request.FILES or None, shelter=shelter)
    context = {"form": form, "shelter": shelter, "here": "complaint"}
    if form.is_valid():
        try:
            complaint = None if form.is_robot else form.complaint().receive(by=SENDER)[0]
        except ValidationError as error:
            add_errors(form, error)
        else:
            fresh = complaint is not None and timezone.now() - complaint.received_at < SHOWN
            return render(request, "reports/complaints/sent.html", context | {"complaint": complaint, "fresh": fresh})
    return render(request, "reports/complaints/new.html", context)


@public("complaint_follow", MOST_TRIED)
def complaint_follow(request):
    """How far it is, what was written to the sender, and what the sender may say."""
    form = FollowForm(request.POST or None)
    complaint = followed(**form.cleaned_data) if form.is_valid() else None
    if complaint is None:
        if form.is_bound and not form.errors:
            form.add_error(None, UNKNOWN)
        return render(request, "reports/complaints/follow.html", {"form": form})
    return render(request, "reports/complaints/followed.html", said(request, complaint) | {"opened": form.cleaned_data})


DOES = {"pesan": (SenderTextForm, write), "buka": (SenderTextForm, reopen), "puas": (RateForm, rate)}


def said(request, complaint):
    """The page's context, after what the sender did on it."""
    forms, done, refused = {name: form_class() for name, (form_class, _) in DOES.items()}, "", []
    what = request.POST.get("tindak")
    if what in DOES:
        form_class, verb = DOES[what]
        forms[what] = form = form_class(request.POST)
        if form.is_valid():
            try:
                verb(complaint, *form.cleaned_data.values())
                done, forms[what] = what, form_class()
            except ValidationError as error:
                refused = error.messages  # at the top: the form itself may not be offered any more
                complaint.refresh_from_db()
    return {"complaint": complaint, "forms": forms, "done": done, "refused": refused} | told_of(complaint)


def told_of(complaint):
    clock = Clock()
    until = clock.reopen_until(complaint)
    kinds = [ComplaintStep.Kind.MESSAGE, ComplaintStep.Kind.ANSWER] if complaint.tells_words else []
    steps = complaint.steps.filter(kind__in=[*kinds, *ComplaintStep.OF_SENDER])
    return {
        "steps": steps, "finish_on": clock.finish_on(complaint) if complaint.is_open else None,
        "verdict": complaint.verdict if complaint.tells_words else "",
        "reopen_until": until if until and clock.today <= until else None, "may_rate": complaint.status in DONE,
    }  # fmt: skip
