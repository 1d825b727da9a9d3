"""The department's year: the parts A, B and C of the e-SPM layout with the index, from figures and what was entered.

One value that the page, the PDF, the workbook and the annual report all draw from.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from cases.models import ServiceType
from reports.models import Budget, IndexClass, IndexWeight, QualityRequirement, Target
from reports.month import Month
from reports.spm.counted import counted
from reports.spm.index import index, mean, quality, rounded
from reports.spm.year import Line, TypeYear, type_year, until


@dataclass(frozen=True)
class TypeReport:
    service_type: ServiceType
    people: TypeYear
    part_a: Line
    goods: tuple[Line, ...]
    staff: tuple[Line, ...]
    budget: tuple[Line, ...]
    weights: tuple[Decimal, Decimal] | None

    @property
    def part_b(self):
        """(heading, lines), the two kinds of quality."""
        kinds = QualityRequirement.Kind
        return [(kinds.GOODS.label, self.goods), (kinds.STAFF.label, self.staff)]

    @property
    def has_target(self):
        return bool(self.people.target)

    @property
    def exact_quality(self):
        return quality([[(line.total, line.asked) for line in lines] for _, lines in self.part_b])

    @property
    def exact_index(self):
        return index(self.part_a.ratio, self.exact_quality, self.weights) if self.weights else None

    @property
    def quality(self):
        return rounded(self.exact_quality)

    @property
    def index(self):
        return rounded(self.exact_index)

    @property
    def money(self):
        """All budget lines together."""
        sums = tuple(column_sum(column) for column in zip(*(line.months for line in self.budget), strict=True))
        return Line("Jumlah", "rupiah", sum((line.asked for line in self.budget), Decimal(0)), sums)

    @property
    def budget_lines(self):
        return (*self.budget, self.money) if len(self.budget) > 1 else self.budget

    @property
    def remarks(self):
        """What whoever reads the line must know."""
        people, said = self.people, []
        if people.target is None:
            said.append("Target belum diisi: pembaginya sasaran sampai sekarang.")
        elif people.target == 0:
            said.append("Target 0: persentase tidak dihitung.")
        if people.target is not None and self.part_a.is_over:
            said.append(f"Terlayani {people.served} melebihi target {people.target}: periksa target.")
        if self.exact_quality is None:
            said.append("Mutu belum diisi: indeks belum dapat dihitung.")
        return said


class Graded(NamedTuple):
    label: str
    a: Decimal | None
    b: Decimal | None
    index: Decimal | None
    class_name: str
    remarks: list[str]


@dataclass(frozen=True)
class YearReport:
    year: int
    month: int  # figures up to and including this month
    begun: tuple[Month, ...]  # the months of it that have begun
    shelters: tuple
    counted: dict
    types: tuple[TypeReport, ...]
    classes: tuple[IndexClass, ...]
    weights: IndexWeight | None

    @property
    def label(self):
        return f"Tahun {self.year}" if self.month == 12 else f"Triwulan {quarter_name(self.month)} Tahun {self.year}"

    @property
    def lacking(self):
        """Types with a target whose index is not known: the mean would say too much without them."""
        return [one for one in self.types if one.has_target and one.exact_index is None]

    @property
    def index(self):
        """The mean over the types with a target; None while one of them is not known."""
        if self.lacking:
            return None
        return rounded(mean([one.exact_index for one in self.types if one.has_target]))

    @property
    def class_name(self):
        return self.class_of(self.index)

    def class_of(self, value):
        return IndexClass.name_of(value, self.classes)

    @property
    def graded(self):
        """One line of the table of indices per type."""
        return [
            Graded(
                one.service_type.label,
                one.part_a.percent,
                one.quality,
                one.index,
                self.class_of(one.index),
                one.remarks,
            )
            for one in self.types
        ]

    @property
    def lines_a(self):
        return [one.part_a for one in self.types]

    @property
    def is_provisional(self):
        return len(self.begun) < self.month or not all(one.is_signed for one in self.counted.values())

    @property
    def signed(self):
        return sum(one.is_signed for one in self.counted.values())

    @property
    def basis(self):
        """Which revisions the figures rest on, in one sentence."""
        whole = len(self.counted)
        if not whole:
            return "Belum ada bulan yang dihitung."
        corrected = sum(bool(one.revision) for one in self.counted.values())
        ralat = f", {corrected} di antaranya ralat" if corrected else ""
        return (
            f"{self.signed} dari {whole} laporan bulan panti sudah ditandatangani{ralat}; "
            "yang belum dihitung dari data saat ini."
        )

    @property
    def not_begun(self):
        return [Month(self.year, number) for number in range(len(self.begun) + 1, 13)]

    def revisions(self):
        """(shelter, what each begun month rests on), one line per shelter."""
        return [
            (shelter, [(month, self.counted[shelter.pk, month]) for month in self.begun]) for shelter in self.shelters
        ]


def year_report(year, month, shelters, today):
    """The figures of these shelters for a year up to a month. `today`: months after it have not begun."""
    shelters = tuple(shelters)
    begun = tuple(Month(year, number) for number in range(1, month + 1) if Month(year, number).first <= today)
    found = counted(shelters, begun)
    day = min(Month(year, month).last, max(today, Month(year, 1).first))
    weights = IndexWeight.objects.on(day).first()
    targets = Target.objects.populations(year)
    entered = Entered.of(year, month)
    by_month = [[found[shelter.pk, each] for shelter in shelters] for each in begun]
    types = []
    for kind in ServiceType.objects.all():
        people = type_year(kind.code, by_month, targets.get(kind.code))
        if not people.is_empty or entered.has(kind.code):
            types.append(entered.report(kind, people, weights and (weights.recipients, weights.quality)))
    return YearReport(
        year=year, month=month, begun=begun, shelters=shelters, counted=found, types=tuple(types),
        classes=tuple(IndexClass.objects.on(day)), weights=weights,
    )  # fmt: skip


@dataclass(frozen=True)
class Entered:
    """What the department entered for a year besides targets, as lines per type."""

    lines: dict

    @classmethod
    def of(cls, year, month):
        lines = {}
        for row in QualityRequirement.objects.filter(year=year):
            line = Line(row.label, row.unit, row.required, until(row.fulfilled, month))
            lines.setdefault((row.service_type_id, row.kind), []).append(line)
        for row in Budget.objects.filter(year=year):
            label = f"{row.sipd_code} {row.label}".strip()
            line = Line(label, "rupiah", row.allocated, until(row.realised, month))
            lines.setdefault((row.service_type_id, "budget"), []).append(line)
        return cls(lines)

    def has(self, code):
        return any(key[0] == code for key in self.lines)

    def report(self, kind, people, weights):
        goods, staff, budget = (tuple(self.lines.get((kind.code, part), ())) for part in ("goods", "staff", "budget"))
        return TypeReport(kind, people, people.line(kind.label), goods, staff, budget, weights)


def column_sum(column):
    known = [value for value in column if value is not None]
    return sum(known) if known else None


def quarter_name(month):
    return ("I", "II", "III", "IV")[(month - 1) // 3]
