"""The tablet's link: what it asks and how, signed, for a day's work. Nothing is stored, so nothing has to be ended."""

from datetime import timedelta

from django.core import signing

from reports.models import SurveyPeriod, SurveyResponse

SALT, LASTS = "reports.survey.device", timedelta(hours=12)
WAYS = (SurveyResponse.Way.TABLET, SurveyResponse.Way.ASSISTED)


def device_token(period, way):
    return signing.dumps([period.pk, way], salt=SALT)


def read_device(token):
    """The period and the way. Raises BadSignature for anything that was not signed within the last hours."""
    pk, way = signing.loads(token, salt=SALT, max_age=LASTS)
    period = SurveyPeriod.objects.select_related("shelter").filter(pk=pk).first()
    if period is None or way not in WAYS:
        raise signing.BadSignature("Tautan ini bukan untuk periode yang ada.")
    return period, SurveyResponse.Way(way)
