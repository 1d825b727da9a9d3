"""Nights of a stay, as the recap counts them; the service standard counts its days in reports/spm/sql.py.

A night belongs to the date on which it starts: the day of entry counts, the day of leaving does not. In and
out on one date is no night but a day service (spm-computation.md, "Days and nights").
"""

from datetime import timedelta

ONE_DAY = timedelta(days=1)


def is_day_service(stay):
    return stay.entered_on == stay.ended_on


def night_span(stay, first, last):
    """First and last night of the stay between two dates, both inclusive; None when there is none."""
    start = max(stay.entered_on, first)
    end = last if stay.ended_on is None or stay.ended_on > last else stay.ended_on - ONE_DAY
    return (start, end) if start <= end else None


def night_count(stay, first, last):
    span = night_span(stay, first, last)
    return (span[1] - span[0]).days + 1 if span else 0
