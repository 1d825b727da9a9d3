"""Dates and times of ODK XForms."""

import math
import re
from datetime import UTC, datetime, timedelta

from assessments.xlsform.coercion import EPOCH, to_number, to_string

MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
DAYS = "Sen Sel Rab Kam Jum Sab Min".split()
DATE_CODES = "YymnbdeaHhMS3"
ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)


def _when(value) -> datetime | None:
    """The instant of a date string, or of a number of days as date arithmetic yields it."""
    days = to_number(value)
    if math.isnan(days) or not -719_162 <= days < 2_932_897:  # the years that Python's dates know
        return None
    return EPOCH + timedelta(days=days)


def date(value) -> str:
    when = _when(value)
    return when.date().isoformat() if when else ""


def format_date(value, pattern) -> str:
    pattern = to_string(pattern)
    unknown = set(re.findall("%(.?)", pattern)) - set(DATE_CODES)
    if unknown:
        raise ValueError(f"Kode tanggal %{min(unknown)} tidak dikenal.")
    when = _when(value)
    return re.sub("%(.)", lambda code: _date_part(when, code[1]), pattern) if when else ""


def _date_part(when: datetime, code: str) -> str:
    match code:
        case "n":
            return str(when.month)
        case "b":
            return MONTHS[when.month - 1]
        case "e":
            return str(when.day)
        case "a":
            return DAYS[when.weekday()]
        case "h":
            return str(when.hour)
        case "3":
            return f"{when.microsecond // 1000:03}"
        case "Y":
            return f"{when.year:04}"
        case _:
            return when.strftime(f"%{code}")


def today(now: datetime) -> str:
    return now.date().isoformat()
