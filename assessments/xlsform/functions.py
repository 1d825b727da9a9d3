"""The functions of ODK XForms, and how its values become strings, numbers and booleans.

A value is what lxml hands over: a list of elements, a string, a float or a bool. Dates and times are ISO
strings; as a number, a date is its days since 1 January 1970 and a time is its part of a day. Clock times
count as the wall clock of the shelter: an offset is left out, so that now() and a plain date compare rightly.
"""

import math
import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

EPOCH = datetime(1970, 1, 1)
NUMBER = re.compile(r"\s*-?([0-9]+(\.[0-9]*)?|\.[0-9]+)\s*", re.ASCII)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}.*)?", re.ASCII)
TIME = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?", re.ASCII)
MONTHS = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
DAYS = "Sen Sel Rab Kam Jum Sab Min".split()
DATE_CODES = "YymnbdeaHhMS3"


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


def _when(value) -> datetime | None:
    """The instant of a date string, or of a number of days as date arithmetic yields it."""
    days = to_number(value)
    if math.isnan(days) or not -719_162 <= days < 2_932_897:  # the years that Python's dates know
        return None
    return EPOCH + timedelta(days=days)


def _date(value) -> str:
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


def _round(value, digits=0.0) -> float:
    """Halves go up, also below zero, as XPath has it; counted in decimals so that 1.005 is a half."""
    number, places = to_number(value), to_number(digits)
    if not (math.isfinite(number) and abs(places) <= 15):
        return number if math.isinf(number) else math.nan
    unit = Decimal(1).scaleb(-int(places))
    return float(((Decimal(repr(number)) / unit + Decimal("0.5")).to_integral_value(ROUND_FLOOR)) * unit)


def _int(value) -> float:
    number = to_number(value)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _whole(step: Callable, value) -> float:
    number = to_number(value)
    return float(step(number)) if math.isfinite(number) else number


def _numbers(values) -> list[float]:
    flat = [node for value in values for node in (value if isinstance(value, list) else [value])]
    return [to_number(item if isinstance(item, (str, float, bool)) else [item]) for item in flat]


def _extreme(pick: Callable, values) -> float:
    numbers = _numbers(values)
    return math.nan if not numbers or any(map(math.isnan, numbers)) else pick(numbers)


def _strings(values) -> list[str]:
    flat = [node for value in values for node in (value if isinstance(value, list) else [value])]
    return [to_string(item if isinstance(item, (str, float, bool)) else [item]) for item in flat]


def _nodes(value) -> list:
    if not isinstance(value, list):
        raise ValueError("Fungsi ini memerlukan rujukan ke pertanyaan, bukan nilai.")
    return value


def _equal(left, right) -> bool:
    """XPath's rule, except that a date beside a number counts as its days."""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    if isinstance(left, float) or isinstance(right, float):
        return any(a == b for a in _numbers([left]) for b in _numbers([right]))
    return any(a == b for a in _strings([left]) for b in _strings([right]))


def _unequal(left, right) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) != to_boolean(right)
    if isinstance(left, float) or isinstance(right, float):
        return any(a != b for a in _numbers([left]) for b in _numbers([right]))
    return any(a != b for a in _strings([left]) for b in _strings([right]))


def _substr(text, start, end=None) -> str:
    first, last = to_number(start), math.inf if end is None else to_number(end)
    if math.isnan(first) or math.isnan(last):
        return ""
    text = to_string(text)
    return text[int(first) : len(text) if math.isinf(last) else int(last)]


def _substring(text, start, length=math.inf) -> str:
    first = _round(start)
    last = first + _round(length)
    return "".join(letter for place, letter in enumerate(to_string(text), 1) if first <= place < last)


def _selected_at(chosen, index) -> str:
    names, place = to_string(chosen).split(), to_number(index)
    return names[int(place)] if 0 <= place < len(names) else ""


def _position(node) -> float:
    here = _nodes(node)[0]
    return 1.0 + sum(1 for _ in here.itersiblings(here.tag, preceding=True))


def _translate(text, old, new) -> str:
    new = to_string(new)
    table = {}
    for place, letter in enumerate(to_string(old)):
        table.setdefault(ord(letter), new[place] if place < len(new) else None)
    return to_string(text).translate(table)


class Function(NamedTuple):
    call: Callable
    least: int
    most: int
    kind: str
    literal: int | None = None
    """Which argument must be written out: a pattern that comes from an answer could not be checked here."""


S, N, B, A = "string", "number", "boolean", "any"
FUNCTIONS = {
    "selected": Function(lambda a, b: to_string(b).strip() in to_string(a).split(), 2, 2, B),
    "count-selected": Function(lambda a: float(len(to_string(a).split())), 1, 1, N),
    "selected-at": Function(_selected_at, 2, 2, S),
    "if": Function(lambda test, a, b: a if to_boolean(test) else b, 3, 3, A),
    "coalesce": Function(lambda a, b: to_string(a) or to_string(b), 2, 2, S),
    "once": Function(lambda here, value: to_string(here) or to_string(value), 1, 1, S),
    "date": Function(_date, 1, 1, S),
    "format-date": Function(format_date, 2, 2, S, literal=1),
    "decimal-date-time": Function(to_number, 1, 1, N),
    "decimal-time": Function(to_number, 1, 1, N),
    "int": Function(_int, 1, 1, N),
    "round": Function(_round, 1, 2, N),
    "floor": Function(lambda a: _whole(math.floor, a), 1, 1, N),
    "ceiling": Function(lambda a: _whole(math.ceil, a), 1, 1, N),
    "abs": Function(lambda a: abs(to_number(a)), 1, 1, N),
    "regex": Function(lambda a, b: bool(re.fullmatch(to_string(b), to_string(a))), 2, 2, B, literal=1),
    "min": Function(lambda *a: _extreme(min, a), 1, 99, N),
    "max": Function(lambda *a: _extreme(max, a), 1, 99, N),
    "sum": Function(lambda a: float(sum(_numbers([_nodes(a)]))), 1, 1, N),
    "count": Function(lambda a: float(len(_nodes(a))), 1, 1, N),
    "count-non-empty": Function(lambda a: float(sum(map(bool, _strings([_nodes(a)])))), 1, 1, N),
    "position": Function(_position, 1, 1, N),
    "string-length": Function(lambda a: float(len(to_string(a))), 1, 1, N),
    "concat": Function(lambda *a: "".join(_strings(a)), 1, 99, S),
    "substr": Function(_substr, 2, 3, S),
    "substring": Function(_substring, 2, 3, S),
    "substring-before": Function(lambda a, b: _cut(a, b)[0], 2, 2, S),
    "substring-after": Function(lambda a, b: _cut(a, b)[1], 2, 2, S),
    "contains": Function(lambda a, b: to_string(b) in to_string(a), 2, 2, B),
    "starts-with": Function(lambda a, b: to_string(a).startswith(to_string(b)), 2, 2, B),
    "normalize-space": Function(lambda a: " ".join(to_string(a).split()), 1, 1, S),
    "translate": Function(_translate, 3, 3, S),
    "string": Function(to_string, 1, 1, S),
    "number": Function(to_number, 1, 1, N),
    "boolean": Function(to_boolean, 1, 1, B),
}
# These stand for operators in a translated expression; a form cannot name them.
OPERATORS = {"equal": _equal, "unequal": _unequal}


def _cut(text, mark) -> tuple[str, str]:
    text, mark = to_string(text), to_string(mark)
    before, found, after = text.partition(mark) if mark else ("", "", text)
    return (before, after) if found or not mark else ("", "")


def today(now: datetime) -> str:
    return now.date().isoformat()
