"""Small drawings made on the server: plain SVG, whose look stands in attributes, so that they print too."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from assessments.scoring import number_text

WIDTH, HEIGHT = 280, 96
LEFT, RIGHT, TOP, BOTTOM = 34, 10, 10, 22


class Point(NamedTuple):
    x: str
    y: str
    text: str


@dataclass(frozen=True)
class LineChart:
    """One line over time. The title and the description say the same to whoever does not see it."""

    title: str
    description: str
    points: list[Point]
    low: str
    high: str
    begun: str
    ended: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    bottom: int = HEIGHT - BOTTOM

    @classmethod
    def of(cls, measures, *, label):
        """`measures`: complete, in the order of time, at least one. The height is the standing: up is always better."""
        days = [measure.on for measure in measures]
        span = (days[-1] - days[0]).days
        points = []
        for number, (measure, day) in enumerate(zip(measures, days, strict=True)):
            # Several on one day stand beside each other.
            along = (day - days[0]).days / span if span else number / max(len(measures) - 1, 1)
            x = LEFT + 6 + along * (WIDTH - LEFT - RIGHT - 12)
            y = HEIGHT - BOTTOM - 4 - float(measure.standing) * (HEIGHT - BOTTOM - TOP - 8)
            points.append(Point(f"{x:.1f}", f"{y:.1f}", f"{said(day)}: {number_text(measure.value)}"))
        last = measures[-1]
        worst, best = (last.minimum, last.maximum) if last.higher_is_better else (last.maximum, last.minimum)
        return cls(
            title=f"{label} dari waktu ke waktu",
            description="; ".join(point.text for point in points) + ". Makin ke atas makin baik.",
            points=points,
            low=number_text(worst),
            high=number_text(best),
            begun=short(days[0], span),
            ended=short(days[-1], span),
        )

    @property
    def line(self):
        return " ".join(f"{point.x},{point.y}" for point in self.points)


MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()


def said(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short(day: date, span: int) -> str:
    """Within half a year the day says more than the year."""
    month = MONTHS[day.month - 1]
    return f"{day.day} {month}" if span < 180 else f"{month} {day.year}"
