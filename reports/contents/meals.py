"""Permakanan of a month: persons and portions day by day, times the rate that was in force on each day.

Rupiah = persons present × rate. A day without a rate costs no zero: it is said to have none, and the sum of the
month is not told as whole.
"""

from itertools import groupby

from reports.lists.of_days import meal_days
from reports.models.meal_rate import MealRate, rate_on


def meals(reading):
    rates = list(MealRate.objects.of([reading.shelter]))
    days = meal_days([reading.shelter], reading.month.first, reading.month.last)
    return worked_out([(*day, rate_on(rates, day[0])) for day in days])


def worked_out(days):
    """`days`: (day, persons present, persons given food, portions, rate or None), in order. Whole rupiah."""
    days = [(*day, rate.amount if rate else None, rate.source if rate else "") for *day, rate in days]
    spans = [span(list(rows)) for _, rows in groupby(days, key=lambda row: row[4:])]
    return {
        "persons": sum(row[1] for row in days),
        "eaters": sum(row[2] for row in days),
        "portions": sum(row[3] for row in days),
        "rupiah": sum(one["rupiah"] or 0 for one in spans),
        "unrated_days": sum(row[4] is None and row[1] > 0 for row in days),
        "spans": spans,
        "days": [[str(day), persons, eaters, portions, rate] for day, persons, eaters, portions, rate, _ in days],
    }


def span(rows):
    """Days on end under one rate."""
    rate, persons = rows[0][4], sum(row[1] for row in rows)
    return {
        "first": str(rows[0][0]), "last": str(rows[-1][0]), "rate": rate, "source": rows[0][5], "persons": persons,
        "portions": sum(row[3] for row in rows), "rupiah": None if rate is None else persons * rate,
    }  # fmt: skip
