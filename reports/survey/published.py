"""What was told the public of the survey, as it was frozen."""

from django.utils.timezone import localtime

from reports.models import SurveyPublication


def published_results(shelter):
    """[figures], the latest period first; the shape is that of reports.survey.figures. One query."""
    rows = SurveyPublication.objects.filter(period__shelter=shelter).order_by("-period__ends_on")
    return [row.figures | {"published_on": str(localtime(row.published_at, shelter.zone).date())} for row in rows]
