"""An evaluation as it is shown and printed: each indicator with baseline, targets, figures, verdicts and notes."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from reports.evaluation.achieved import Verdict, achieved, verdict
from reports.evaluation.asked import Value, last_month
from reports.evaluation.measures import Measure, measures, read
from reports.evaluation.spark import spark_of
from reports.models import EvaluationFinding, EvaluationIndicator, EvaluationPlan
from reports.models.evaluation_finding import begins_on
from reports.models.evaluation_indicator import PERIODS
from reports.month import Month

NOTHING = Value(None)
SIGNS = {Verdict.REACHED: "✓", Verdict.NEAR: "≈", Verdict.SHORT: "✗"}
TAGS = {Verdict.REACHED: "tag-good", Verdict.NEAR: "tag-wait", Verdict.SHORT: "tag-bad"}


@dataclass(frozen=True)
class Cell:
    """One indicator in one quarter, or in the year. What is hidden (of so few people) is neither told nor judged."""

    period: int
    label: str
    target: object
    actual: object
    percent: object
    verdict: Verdict
    finding: EvaluationFinding | None
    has_begun: bool
    is_running: bool
    is_hidden: bool
    link: str | None  # where the figure can be opened

    @property
    def sign(self):
        return SIGNS.get(self.verdict, "")

    @property
    def tag(self):
        return TAGS.get(self.verdict, "")

    @property
    def words(self):
        """What the verdict's place says."""
        if not self.has_begun:
            return "belum mulai"
        if self.is_hidden:
            return "tidak ditampilkan"
        return Verdict(self.verdict).label

    @property
    def is_judged(self):
        return self.has_begun and not self.is_hidden and self.verdict in SIGNS


@dataclass(frozen=True)
class Row:
    indicator: EvaluationIndicator
    measure: Measure | None
    cells: list[Cell]

    @property
    def origin(self):
        """Whence its figures come, in words."""
        if self.measure:
            return f"{self.measure.name} ({self.measure.page_name})"
        return f"ukuran “{self.indicator.measure}” tidak ada lagi" if self.indicator.measure else "diisi tangan"

    @property
    def year(self):
        return self.cells[-1]

    @property
    def quarters(self):
        return self.cells[:-1]

    @property
    def notes(self):
        return [cell for cell in self.cells if cell.finding and (cell.finding.note or cell.finding.follow_up)]

    @cached_property
    def spark(self):
        return spark_of(self)


@dataclass(frozen=True)
class Sheet:
    plan: EvaluationPlan
    rows: list[Row]

    @property
    def counts(self):
        """(words, how many) of the year, those that there are."""
        found = [row.year.words for row in self.rows]
        return [(word, found.count(word)) for word in dict.fromkeys(found)]

    @property
    def has_hidden(self):
        return any(cell.is_hidden for row in self.rows for cell in row.cells)

    @property
    def notes(self):
        return [(row, cell) for row in self.rows for cell in row.notes]


def sheet_of(plan, *, masked=False):
    """`masked`: for whoever does not read the files there, shares of fewer than five people are not told."""
    indicators = list(plan.indicators.select_related("responsible").prefetch_related("findings__owner", "figures"))
    for indicator in indicators:
        indicator.plan = plan
    known = measures()
    values = {} if plan.is_closed else read(plan, {one.measure for one in indicators if one.measure}, known)
    rows = []
    for one in indicators:
        judged = kept(one) if plan.is_closed else judgements(one, values.get(one.measure, {}))
        measure = known.get(one.measure)
        cells = [cell_of(one, found, measure, masked) for found in judged]
        rows.append(Row(one, measure, cells))
    return Sheet(plan, rows)


class Judgement(NamedTuple):
    """What an indicator came to in a period: reckoned, or as it was kept when the evaluation was closed."""

    period: int
    actual: Decimal | int | None
    percent: Decimal | None
    verdict: Verdict
    is_small: bool


def kept(indicator):
    return [
        Judgement(one.quarter, one.actual, one.achieved, Verdict(one.verdict), one.is_small)
        for one in sorted(indicator.figures.all(), key=lambda one: one.quarter)
    ]


def judgements(indicator, values):
    """`values`: {period: Value} of its measure."""
    found = []
    for (period, _), target in zip(PERIODS, indicator.targets, strict=True):
        value = value_of(indicator, period, values)
        words = verdict(
            value.number, target, direction=indicator.direction, judged=indicator.judged, near=indicator.plan.near
        )
        share = achieved(value.number, target, indicator)
        found.append(Judgement(period, value.number, share, words, value.is_small))
    return found


def value_of(indicator, period, values):
    """From our own data, or as it was typed."""
    if indicator.is_measured:
        return values.get(period, NOTHING)
    note = finding_of(indicator, period)
    return Value(note.actual) if note else NOTHING


def finding_of(indicator, period):
    return next((one for one in indicator.findings.all() if one.quarter == period), None)


def cell_of(indicator, found, measure, masked):
    plan, today, period = indicator.plan, indicator.plan.today(), found.period
    hidden, begun = masked and found.is_small, begins_on(plan.year, period) <= today
    return Cell(
        period=period, label=dict(PERIODS)[period], target=indicator.targets[period - 1],
        actual=None if hidden else found.actual, percent=None if hidden else found.percent, verdict=found.verdict,
        finding=finding_of(indicator, period), has_begun=begun,
        is_running=not plan.is_closed and Month(plan.year, last_month(period)).last >= today, is_hidden=hidden,
        link=measure.page(plan, period) if measure and begun else None,
    )  # fmt: skip
