"""How values of XPath become strings, numbers and booleans, as ODK XForms has it.

A value is what lxml hands over: a list of elements, a string, a float or a bool. Dates and times are ISO
strings; as a number, a date is its days since 1 January 1970 and a time is its part of a day. Clock times
count as the wall clock of the shelter: an offset is left out, so that now() and a plain date compare rightly.
"""

import math
import re
from datetime import datetime, time, timedelta
from decimal import Decimal

EPOCH = datetime(1970, 1, 1)
NUMBER = re.compile(r"\s*-?([0-9]+(\.[0-9]*)?|\.[0-9]+)\s*", re.ASCII)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}.*)?", re.ASCII)
TIME = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?", re.ASCII)
OFF = "off"
"""The mark of an element whose question is not relevant: sets of answers leave it out."""


def to_string(value) -> str:
    if isinstance(value, list):
        return (value[0].text or "") if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return value


def number_text(number: float) -> str:
    """As XPath writes it, without the exponent that libxml2 puts on a rupiah amount of ten digits."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number.is_integer():
        return str(int(number))
    return format(Decimal(f"{number:.15g}"), "f")


def to_number(value) -> float:
    if isinstance(value, (bool, float)):
        return float(value)
    text = to_string(value)
    if NUMBER.fullmatch(text):
        return float(text)
    if TIME.fullmatch(text):
        return _part_of_day(text)
    instant = _instant(text)
    return (instant - EPOCH) / timedelta(days=1) if instant else math.nan


def to_boolean(value) -> bool:
    """A reference is true when it is answered: XPath alone would call every existing node true."""
    if isinstance(value, list):
        return to_string(value) != ""
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)


def _instant(text: str) -> datetime | None:
    if not DATE.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:  # 2026-02-30 is written like a date and is none: no number, as in ODK
        return None


def _part_of_day(text: str) -> float:
    try:
        clock = time.fromisoformat(text)
    except ValueError:  # 25:00 is no time
        return math.nan
    return (datetime.combine(EPOCH, clock) - EPOCH) / timedelta(days=1)


def items(values) -> list:
    """Every single value of these; answers that do not apply are left out, as in ODK."""
    flat = [item for value in values for item in (value if isinstance(value, list) else [value])]
    return [item for item in flat if isinstance(item, (str, float, bool)) or item.get(OFF) is None]


def numbers(values) -> list[float]:
    return [to_number(item if isinstance(item, (str, float, bool)) else [item]) for item in items(values)]


def strings(values) -> list[str]:
    return [to_string(item if isinstance(item, (str, float, bool)) else [item]) for item in items(values)]


def nodes(value) -> list:
    if not isinstance(value, list):
        raise ValueError("Fungsi ini memerlukan rujukan ke pertanyaan, bukan nilai.")
    return items([value])
