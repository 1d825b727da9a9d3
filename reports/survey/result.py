"""Which figures a period shows: none while it is asked, its own once it is closed, the frozen ones once it is told."""

from reports.models import SurveyPeriod, SurveyPublication
from reports.survey.figures import figures_of


def result_of(period):
    """The figures of reports.survey.figures, or None while answers still come in."""
    if period.status == SurveyPeriod.Status.PUBLISHED:
        return SurveyPublication.objects.get(period=period).figures
    return figures_of(period) if period.status == SurveyPeriod.Status.CLOSED else None
