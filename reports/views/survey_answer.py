"""Where people answer the survey: no login, no script, no name."""

from datetime import timedelta
from functools import partial, wraps

from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.cleaning import clean_text
from cases.models import Shelter
from cases.views.intake import add_errors
from reports.models import SurveyCard, SurveyPeriod, SurveyResponse
from reports.public.gate import too_often
from reports.survey.device import read_device
from reports.survey.form import SurveyForm

Way = SurveyResponse.Way
# In ten minutes from one address: a whole shelter sits behind one.
MOST, SPAN = 60, timedelta(minutes=10)
BUSY = "Terlalu banyak kiriman dari tempat ini. Jawaban Anda masih ada; tunggu beberapa menit, lalu kirim lagi."


def asked(methods=("GET", "HEAD", "POST")):
    """A page for anybody. What is counted of knocks stays counted, so the transaction begins with the answer."""

    def page(view):
        @wraps(view)
        def answered(request, *args, **named):
            response = view(request, *args, **named)
            response["X-Robots-Tag"] = "noindex, nofollow"
            return response

        return login_not_required(transaction.non_atomic_requests(require_http_methods(methods)(answered)))

    return page


@asked()
def survey_answer(request, shelter):
    shelter = get_object_or_404(Shelter.objects.all(), slug=shelter)  # allowed( anybody: what hangs on the wall
    period = SurveyPeriod.objects.asking(shelter)  # allowed( anybody
    if period is None:
        return closed(request, shelter)
    # Not "no-store": a browser that keeps the page shows it again to whoever goes back, and it counts once.
    return ask(request, period, Way.QR, reverse("reports:survey_thanks", args=[shelter.slug]))


@asked()
def survey_card(request, token):
    """One card, one answer. An unknown code is counted, so that nobody tries them all."""
    card = SurveyCard.find(token)
    if card is None:
        often = too_often(request, "survey-code", most=MOST, within=SPAN)
        return survey_code_page(request, "" if often else "Kode ini tidak dikenal. Periksa hurufnya.", often)
    period = card.period
    if not period.is_asking:
        return closed(request, period.shelter)
    if card.used_on and request.method != "POST":
        return redirect("reports:survey_thanks", shelter=period.shelter.slug)
    thanks = reverse("reports:survey_thanks", args=[period.shelter.slug])
    return ask(request, period, Way.CARD, thanks, once=partial(SurveyCard.use, code=token))


@asked()
def survey_code(request):
    """Where the code of a card is typed by whoever cannot read its square."""
    if request.method != "POST":
        return survey_code_page(request)
    try:
        code = clean_text(request.POST.get("kode", "")[:40])
    except ValidationError:
        code = ""
    card = SurveyCard.find(code)
    if card is None:
        often = too_often(request, "survey-code", most=MOST, within=SPAN)
        words = "Kode ini tidak dikenal. Periksa hurufnya." if code else "Isi kode yang tercetak pada kartu."
        return survey_code_page(request, "" if often else words, often)
    return redirect("reports:survey_card", token=code)


@asked()
def survey_device(request, token):
    """The tablet of a shelter: after each answer a fresh page. It holds no session, so no way leads to one."""
    try:
        period, way = read_device(token)
    except signing.BadSignature:
        return private(render(request, "reports/survey/device_over.html", status=410))
    if not period.is_asking:
        return private(closed(request, period.shelter))
    again = f"{reverse('reports:survey_device', args=[token])}?terima=1"
    return private(ask(request, period, way, again))


@asked(methods=("GET", "HEAD"))
def survey_thanks(request, shelter):
    shelter = get_object_or_404(Shelter.objects.all(), slug=shelter)  # allowed( anybody
    return render(request, "reports/survey/thanks.html", {"shelter": shelter})


def ask(request, period, way, thanks, once=None):
    """The questionnaire; after a good one, or one that was sent before, on to the thanks."""
    form = SurveyForm(request.POST if request.method == "POST" else None, period=period, way=way)
    status = 200
    if form.is_bound:
        if too_often(request, "survey", most=MOST, within=SPAN):
            form.add_error(None, BUSY)
            status = 429
        elif form.data.get("situs_web"):
            return redirect(thanks)
        elif form.is_valid() and sent(form, once):
            return redirect(thanks)
    context = {"form": form, "period": period, "shelter": period.shelter, "way": way, "ways": Way}
    return render(request, "reports/survey/answer.html", context, status=status)


def sent(form, once):
    """Whether the answer is kept, now or by an earlier sending of the same page or card."""
    try:
        form.send(once or partial(SurveyCard.use_page, token=form.token))
    except ValidationError as error:
        add_errors(form, error)
        return False
    return True


def survey_code_page(request, wrong="", often=False):
    status = 429 if often else 200 if request.method == "POST" or not wrong else 404
    return render(request, "reports/survey/code.html", {"wrong": wrong, "often": often}, status=status)


def closed(request, shelter):
    return render(request, "reports/survey/closed.html", {"shelter": shelter})


def private(response):
    """Nobody after them finds on the tablet what somebody typed."""
    response["Cache-Control"] = "no-store, private"
    return response
