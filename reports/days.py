"""Nights and present days of a stay, as the Minimum Service Standard and the recap both count them.

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


def present_days(stay, away, first, last):
    """The dates from first to last on which the person was there: nights not away, or a day service.

    `away` holds the (stay, date) pairs of leave, hospital, absconding and travel. Without a record: present.
    """
    if is_day_service(stay):
        return [stay.entered_on] if first <= stay.entered_on <= last else []
    span = night_span(stay, first, last)
    if span is None:
        return []
    nights = (span[0] + ONE_DAY * step for step in range((span[1] - span[0]).days + 1))
    return [night for night in nights if (stay.pk, night) not in away]
