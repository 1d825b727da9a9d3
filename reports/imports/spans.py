"""Stretches of time that must not overlap."""

from collections import namedtuple
from datetime import date

# row: where the file says so; None for what the database already has. key: what it is, to find it again.
Span = namedtuple("Span", "start end row key")


def span(start, end, row, key):
    return Span(start, end or date.max, row, key)


def overlaps(spans):
    """Pairs (the one in the file, the other) that share time, as Stay._refuse_overlap sees it: open at the end,
    and a visit within one day overlaps what lies around it.
    """
    longest = None
    for one in sorted(spans, key=lambda span: (span.start, span.end)):
        # In this order a start never lies after the next one, so only the ends decide.
        if longest and longest.end > one.start and (one.row or longest.row):
            yield _told(one, longest)
        if longest is None or one.end > longest.end:
            longest = one


def _told(one, other):
    if one.row and other.row:
        return (one, other) if one.row > other.row else (other, one)
    return (one, other) if one.row else (other, one)
