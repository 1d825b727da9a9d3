"""Four quarters as a small line with the targets across; the same figures stand in the table beside it."""

from dataclasses import dataclass
from decimal import Decimal

from cases.templatetags.indonesian import angka

WIDTH, HEIGHT, EDGE = 120, 40, 5
SHORT = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Spark:
    """`points` of the figures; `marks`: (x, y) of each; `aims`: (x, y) of the quarters' targets."""

    key: str
    title: str
    words: str
    points: str
    marks: list[tuple[int, int]]
    aims: list[tuple[int, int]]
    width: int = WIDTH
    height: int = HEIGHT


def spark_of(row):
    """None while fewer than two quarters have a figure."""
    figures = [(place, cell.actual) for place, cell in enumerate(row.quarters) if cell.actual is not None]
    if len(figures) < 2:
        return None
    aims = [(place, cell.target) for place, cell in enumerate(row.quarters) if cell.target is not None]
    every = [Decimal(value) for _, value in (*figures, *aims)]
    low, high = min(*every, Decimal(0)), max(every)

    def spot(place, value):
        room = HEIGHT - 2 * EDGE
        share = (Decimal(value) - low) / (high - low) if high > low else Decimal(0)
        return EDGE + round(place * (WIDTH - 2 * EDGE) / 3), HEIGHT - EDGE - round(room * share)

    marks = [spot(*one) for one in figures]
    told = ", ".join(f"triwulan {SHORT[place]} {angka(value)}" for place, value in figures)
    return Spark(
        key=f"indikator-{row.indicator.pk}", title=f"{row.indicator}: per triwulan",
        words=f"Realisasi {told} {row.indicator.unit}.", points=" ".join(f"{x},{y}" for x, y in marks), marks=marks,
        aims=[spot(*one) for one in aims],
    )  # fmt: skip
