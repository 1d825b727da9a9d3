"""The door without a link: anybody may report a person in need, and with number and code look how far it is."""

from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cases.address import neighbourhood_of
from cases.models import Throttle
from cases.views.intake import add_errors
from referrals.doors import SPAN, DoorShut, sealed, shut_page
from referrals.forms.incoming import CheckForm, ReportForm
from referrals.models import IntakeRequest

MOST_SENT, MOST_TRIED = 10, 20  # from one address in ten minutes: a village office, not a machine
UNKNOWN = "Nomor atau kode tidak cocok. Periksa keduanya di bukti laporan Anda."


def public(what, most):
    """Counts what is posted before anything is read of it. Nothing here depends on a cookie: see referrals.doors."""

    def behind(view):
        @wraps(view)
        def opened(request):
            posted = request.method == "POST"
            if posted and Throttle.knock(what, neighbourhood_of(request), within=SPAN) > most:
                return sealed(shut_page(request, DoorShut("often")))
            with transaction.atomic():
                return sealed(view(request))

        opened = transaction.non_atomic_requests(opened)
        return login_not_required(csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(opened)))

    return behind


@public("report", MOST_SENT)
def report_new(request):
    """Who is in need and where. Answered with a number and a code, shown on this page and nowhere else."""
    form = ReportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            asked, _ = form.send()
        except ValidationError as error:
            add_errors(form, error)
        else:
            return render(request, "referrals/report_sent.html", {"asked": asked, "shelter": asked.shelter})
    return render(request, "referrals/report_new.html", {"form": form})


@public("report_check", MOST_TRIED)
def report_check(request):
    """One of three words, and never more."""
    form = CheckForm(request.POST or None)
    context = {"form": form}
    if form.is_valid():
        asked = reported(**form.cleaned_data)
        if asked:
            context |= {"asked": asked, "shelter": asked.shelter}
        else:
            form.add_error(None, UNKNOWN)
    return render(request, "referrals/report_check.html", context)


def reported(number, code):
    """The report of this number, whose code it is; None for whatever else was tried."""
    rows = IntakeRequest.objects.with_counts()  # the code stands in for visible_to( here
    asked = rows.filter(number=number.upper(), office=None).select_related("shelter").first()
    return asked if asked and asked.is_code(code) else None
