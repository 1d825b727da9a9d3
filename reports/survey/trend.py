"""The index over the periods of shelters: published ones as they were frozen, closed ones as they are, old ones as
they were entered."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reports.models import OldSurveyFigure, SurveyPeriod
from reports.survey.figures import all_figures


@dataclass(frozen=True)
class Point:
    shelter: int
    name: str
    ended_on: date
    index: Decimal | None
    grade: str
    respondents: int | None
    note: str
    pk: int | None = None  # of the period

    @property
    def width(self):
        return int(self.index) if self.index else 0


def trend(shelters, until=None, known=None):
    """[Point] of these shelters in the order of time, in as many queries for fifty as for one.

    `known`: {pk of a period: its figures} that were computed already.
    """
    shelters = list(shelters)
    done = [SurveyPeriod.Status.CLOSED, SurveyPeriod.Status.PUBLISHED]
    periods = SurveyPeriod.objects.filter(shelter__in=shelters, status__in=done).with_counts()
    old = OldSurveyFigure.objects.filter(shelter__in=shelters)
    if until:
        periods, old = periods.filter(ends_on__lte=until), old.filter(ended_on__lte=until)
    periods = list(periods.select_related("shelter", "publication"))
    found = {one.pk: one.publication.figures for one in periods if hasattr(one, "publication")} | (known or {})
    found |= all_figures([one for one in periods if one.pk not in found])
    points = [of_period(one, found[one.pk], hasattr(one, "publication")) for one in periods]
    points += [
        Point(one.shelter_id, one.name, one.ended_on, one.index, "", one.respondents, f"angka lama: {one.source}")
        for one in old
    ]
    return sorted(points, key=lambda point: (point.ended_on, point.name))


def of_period(period, figures, is_frozen):
    """Of too few answers there is a row, but no figure."""
    index, count = figures.get("index"), figures["respondents"]
    note = "diumumkan" if is_frozen else "belum diumumkan"
    if figures["too_few"]:
        note, count = "kurang dari lima jawaban", None
    return Point(period.shelter_id, period.name, period.ends_on, Decimal(index) if index else None,
                 figures.get("grade", ""), count, note, period.pk)  # fmt: skip
