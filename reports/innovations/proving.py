"""The figures that an innovation shows: before and after, computed on every reading or told with their source."""

from dataclasses import dataclass
from decimal import Decimal

from reports.innovations.measures import MEASURES, in_words

MOST_FIGURES = 12  # two or three queries each


@dataclass(frozen=True)
class Proof:
    """One figure as it is shown. `before` and `after` are None where nothing is told of that period."""

    figure: object
    label: str
    unit: str
    source: str
    before: Decimal | None
    after: Decimal | None
    before_text: str
    after_text: str

    @property
    def is_computed(self):
        return bool(self.figure.measure)

    @property
    def change_text(self):
        """+3 sesi; nothing where one of both is unknown or hidden."""
        if self.before is None or self.after is None:
            return "–"
        change = self.after - self.before
        sign = "+" if change > 0 else "−" if change < 0 else ""
        return f"{sign}{in_words(abs(change), self.unit)}"

    @property
    def bars(self):
        """Lengths of both, of a hundred of the greater."""
        most = max(self.before or 0, self.after or 0)
        return [int(100 * (value or 0) / most) if most > 0 else 0 for value in (self.before, self.after)]


def proofs(innovation):
    shelters = innovation.shelters()
    return [proof(figure, shelters) for figure in innovation.innovationfigure_set.all()]


def proof(figure, shelters):
    asked = MEASURES.get(figure.measure)
    if asked is None:  # typed; or of a measure that is no longer computed, which then has no values
        label = figure.label or "Angka ini tidak lagi dihitung"
        texts = [told(value, figure.unit) for value in (figure.before_value, figure.after_value)]
        return Proof(figure, label, figure.unit, figure.source, figure.before_value, figure.after_value, *texts)
    values = [
        asked.of(shelters, figure.before_first, figure.before_last),
        asked.of(shelters, figure.after_first, figure.after_last),
    ]
    shown = [None if asked.is_hidden(value) else value for value in values]
    return Proof(figure, asked.label, asked.unit, "Data Balai", *shown, *map(asked.told, values))


def told(value, unit):
    return "–" if value is None else in_words(value, unit)
