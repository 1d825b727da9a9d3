"""Twelve months as small bars, drawn on the server: in scope as the pale one, served as the dark one before it."""

from dataclasses import dataclass
from typing import NamedTuple

from reports.month import Month

LETTERS = "JFMAMJJASOND"
WIDTH, HEIGHT, TOP, FOOT, STEP, THICK = 264, 88, 14, 14, 22, 14


class Bar(NamedTuple):
    month: Month
    x: int
    middle: int
    letter: str
    in_scope: int
    served: int
    pale: int  # heights
    dark: int
    pale_y: int
    dark_y: int
    basis: str


@dataclass(frozen=True)
class MonthBars:
    """One drawing. Its description says every figure to whoever does not see it; the table beside it as well."""

    key: str
    title: str
    bars: tuple[Bar, ...]
    most: int
    shelter: object = None
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def base(self):
        return HEIGHT - FOOT

    @property
    def description(self):
        return "; ".join(f"{bar.month.label}: {bar.served} dari {bar.in_scope} terlayani" for bar in self.bars)

    @property
    def is_empty(self):
        return not any(bar.in_scope for bar in self.bars)


def month_bars(key, title, months, *, most=None, shelter=None):
    """`months`: (month, in scope, served, basis). `most`: the scale, where several drawings share one."""
    most = max([most or 0, 1, *(in_scope for _, in_scope, _, _ in months)])
    room = HEIGHT - FOOT - TOP
    bars = []
    for month, in_scope, served, basis in months:
        x = (month.number - 1) * STEP + (STEP - THICK) // 2
        pale, dark = round(room * in_scope / most), round(room * served / most)
        bars.append(
            Bar(month, x, x + THICK // 2, LETTERS[month.number - 1], in_scope, served, pale, dark,
                HEIGHT - FOOT - pale, HEIGHT - FOOT - dark, basis)
        )  # fmt: skip
    return MonthBars(key, title, tuple(bars), most, shelter)


def shelter_bars(report):
    """A drawing per shelter, all types together (a person of two types counts in both), on one scale."""
    lines = []
    for shelter, months in report.revisions():
        figures = [(month, people(one.in_scope), people(one.served), one.words) for month, one in months]
        lines.append((shelter, figures))
    most = max([in_scope for _, figures in lines for _, in_scope, _, _ in figures], default=1)
    return [
        month_bars(f"panti-{shelter.pk}", f"{shelter}, {report.year}", figures, most=most, shelter=shelter)
        for shelter, figures in lines
    ]


def people(by_type):
    return sum(len(members) for members in by_type.values())
