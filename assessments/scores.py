"""What the stored measures say: weak domains of a stay, a client's change over time, a house's change in figures."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cached_property
from itertools import groupby

from django.db.models import Count, F, Window
from django.db.models.functions import FirstValue, RowNumber
from django.utils import timezone

from assessments.charts import LineChart
from assessments.models import Instrument, Measure


class Direction(Enum):
    """“Menurun” would be read as good news where a high score is bad; these words are right on every scale."""

    BETTER = "membaik"
    SAME = "tetap"
    WORSE = "memburuk"

    @classmethod
    def between(cls, before, after):
        return cls.SAME if before == after else cls.BETTER if after > before else cls.WORSE

    def __str__(self):
        return self.value

    @property
    def tag(self):
        return {"membaik": "tag-good", "tetap": "tag-calm", "memburuk": "tag-bad"}[self.value]


def weak_domains(stay) -> list[Measure]:
    """The domains of a stay that its latest complete measurement finds weak: each with slug, label, value and band."""
    measured = Measure.objects.filter(assessment__stay=stay).current().complete().for_change()
    latest = {(measure.assessment.instrument_id, measure.slug): measure for measure in measured.by_time()}
    return [measure for measure in latest.values() if measure.is_weak]


@dataclass(frozen=True)
class Course:
    """One domain of one instrument over time. Compared is only what was measured completely."""

    measures: list[Measure]

    @property
    def label(self):
        return self.latest.label

    @property
    def key(self):
        """Names its chart on the page."""
        return f"{self.latest.instrument.slug}-{self.latest.slug}"

    @property
    def complete_band(self):
        return self.complete[-1].band

    @cached_property
    def complete(self):
        return [measure for measure in self.measures if measure.is_complete]

    @property
    def first(self):
        return self.measures[0]

    @property
    def previous(self):
        """The one before the latest, where that is not the first."""
        return self.measures[-2] if len(self.measures) > 2 else None

    @property
    def latest(self):
        return self.measures[-1]

    @property
    def is_weak(self):
        return bool(self.complete) and self.complete[-1].is_weak

    @property
    def since_first(self):
        return self._since(0)

    @property
    def since_previous(self):
        return self._since(-2)

    def _since(self, place):
        if len(self.complete) < 2:
            return None
        return Direction.between(self.complete[place].standing, self.complete[-1].standing)

    @cached_property
    def chart(self):
        return LineChart.of(self.complete, label=self.label) if len(self.complete) > 1 else None


@dataclass(frozen=True)
class InstrumentCourses:
    instrument: Instrument
    courses: list[Course]

    @property
    def charted(self):
        return [course for course in self.courses if course.chart]

    @property
    def weak(self):
        return [course for course in self.courses if course.is_weak]

    @property
    def tally(self):
        """“3 membaik, 1 tetap” since the first filling; empty while nothing was measured twice."""
        counted = Counter(course.since_first for course in self.courses if course.since_first)
        return ", ".join(f"{counted[direction]} {direction}" for direction in Direction if counted[direction])


def courses(measures) -> list[InstrumentCourses]:
    """Every domain of these measures over time, by instrument, as their forms have them in order. One query."""
    found = defaultdict(list)
    for measure in measures.current().for_change().by_time():
        found[measure.assessment.instrument_id, measure.slug].append(measure)
    lines = sorted(map(Course, found.values()), key=_place)
    return [
        InstrumentCourses(instrument, list(group))
        for instrument, group in groupby(lines, key=lambda course: course.latest.instrument)
    ]


def _place(course):
    instrument = course.latest.instrument
    return instrument.position, instrument.title, course.latest.position


@dataclass
class Change:
    """Of the stays that were measured at least twice: how many came to stand better, the same or worse."""

    instrument: str
    label: str
    better: int = 0
    same: int = 0
    worse: int = 0

    @property
    def stays(self):
        return self.better + self.same + self.worse


def changes_of(shelters, first: date, last: date) -> list[Change]:
    """The last complete measurement within the period against the stay's first, per domain. One query."""
    until = _midnight(last + timedelta(days=1))
    each = {"partition_by": [F("assessment__stay"), F("assessment__instrument"), F("slug")]}
    forth = [F("at").asc(), F("assessment_id").asc()]
    back = [F("at").desc(), F("assessment_id").desc()]
    measured = Measure.objects.at(shelters).current().complete().filter(at__lt=until)
    latest = measured.annotate(
        began=Window(FirstValue("standing"), order_by=forth, **each),
        rank=Window(RowNumber(), order_by=back, **each),
        times=Window(Count("pk"), **each),
    ).filter(rank=1, times__gte=2)
    found, start = {}, _midnight(first)
    rows = latest.order_by("assessment__instrument__title", "position", "slug").values_list(
        "assessment__instrument__title", "slug", "label", "began", "standing", "at"
    )
    for instrument, slug, label, began, standing, at in rows:
        # Not part of the query: there it would take the first measurement away as well.
        if at >= start:
            change = found.setdefault((instrument, slug), Change(instrument, label))
            match Direction.between(began, standing):
                case Direction.BETTER:
                    change.better += 1
                case Direction.SAME:
                    change.same += 1
                case Direction.WORSE:
                    change.worse += 1
    return list(found.values())


def _midnight(day):
    return timezone.make_aware(datetime.combine(day, time.min))
