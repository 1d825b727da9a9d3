"""The sections of the month's report beyond the standard and the recap, as plain values (reports.monthly.figures)."""

from reports.contents.meals import meals
from reports.contents.movements import movements
from reports.contents.texts import texts
from reports.contents.work import work

PARTS = {"movements": movements, "meals": meals, "work": work, "texts": texts}


def contents(reading):
    return {name: part(reading) for name, part in PARTS.items()}
