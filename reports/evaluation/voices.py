"""Figures of the survey and of the register of complaints, for evaluations: those of their own pages."""

from reports.complaints.deadlines import Clock
from reports.complaints.figures import complaint_figures
from reports.evaluation.asked import Value
from reports.models import Complaint
from reports.survey.trend import trend


def survey_family(asked):
    """The index of the survey period that ended last in it. Periods are a shelter's: the department has none."""
    found = {"ikm": {}}
    if asked.is_department:
        return found
    points = trend(asked.shelters, until=asked.whole.last)
    for period, span in asked.spans.items():
        ended = [one.index for one in points if span.first <= one.ended_on <= span.last and one.index is not None]
        found["ikm"][period] = Value(ended[-1] if ended else None)
    return found


def complaint_family(asked):
    """Pengaduan dalam angka. A query for each period, beside the limits and holidays."""
    found, clock = {"complaints": {}, "complaints_on_time": {}}, Clock()
    rows = Complaint.objects.all() if asked.is_department else Complaint.objects.at(asked.shelters)
    for period, span in asked.spans.items():
        total = complaint_figures(rows, clock, span.first, span.last, by_shelter=False).total
        found["complaints"][period] = Value(total.count)
        found["complaints_on_time"][period] = Value(total.on_time)
    return found
