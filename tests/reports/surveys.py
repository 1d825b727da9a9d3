"""A survey at Melati that is open this week, and people who answer it."""

from datetime import date

from reports.models import SurveyPeriod, SurveyResponse

CODES = [f"U{number}" for number in range(1, 10)]


def make_period(shelter, by, *, opened=True, **values):
    dates = {"begins_on": date(2026, 3, 1), "ends_on": date(2026, 3, 31)}
    period = SurveyPeriod.prepare(shelter, by=by, **{"name": "Triwulan I 2026"} | dates | values)
    if opened:
        period.open(by=by)
    return period


def answer(period, score=4, **values):
    scores = values.pop("scores", dict.fromkeys(CODES, score))
    return SurveyResponse.send(period, way=values.pop("way", "qr"), scores=scores, **values)


def page_token(page):
    """The hidden token of a questionnaire that was opened."""
    return page.context["form"].token


def filled(page, **changes):
    """What a browser sends back from an opened questionnaire when somebody chose the third answer throughout."""
    return {"lembar": page_token(page), "situs_web": ""} | dict.fromkeys(CODES, "3") | changes
