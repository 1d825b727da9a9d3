"""The functions of ODK XForms and of XPath 1.0 that a form may call."""

import math
import random
import re
import uuid
from collections.abc import Callable
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple

from assessments.xlsform import dates
from assessments.xlsform.coercion import items, nodes, numbers, strings, to_boolean, to_number, to_string
from assessments.xlsform.patterns import pattern


def _round(value, digits=0.0) -> float:
    """Halves go up, also below zero, as XPath has it; counted in decimals so that 1.005 is a half."""
    number, places = to_number(value), to_number(digits)
    if not (math.isfinite(number) and abs(places) <= 15):
        return number if math.isinf(number) else math.nan
    unit = Decimal(1).scaleb(-int(places))
    # libxml2 reads some literals one step too low (1.6765 as 1.6764999999999999): fifteen digits are what was written.
    written = f"{number:.15g}" if abs(number) < 10**15 else repr(number)
    return float(((Decimal(written) / unit + Decimal("0.5")).to_integral_value(ROUND_FLOOR)) * unit)


def _int(value) -> float:
    number = to_number(value)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _whole(step: Callable, value) -> float:
    number = to_number(value)
    return float(step(number)) if math.isfinite(number) else number


def _computed(formula: Callable, *values) -> float:
    """As XPath 3.0 has it: what is not defined is no number, what is too large is infinite."""
    try:
        found = formula(*map(to_number, values))
    except OverflowError:
        return math.inf
    except (ValueError, ZeroDivisionError):
        return math.nan
    return math.nan if isinstance(found, complex) else found


def _power(base: float, exponent: float) -> float:
    return math.inf if base == 0 and exponent < 0 else base**exponent


def _logarithm(log: Callable) -> Callable:
    return lambda number: -math.inf if number == 0 else log(number)


def _extreme(pick: Callable, values) -> float:
    found = numbers(values)
    return math.nan if not found or any(map(math.isnan, found)) else pick(found)


def _equal(left, right) -> bool:
    """XPath's rule, except that a date beside a number counts as its days."""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    if isinstance(left, float) or isinstance(right, float):
        return any(a == b for a in _all_numbers(left) for b in _all_numbers(right))
    return any(a == b for a in _all_strings(left) for b in _all_strings(right))


def _unequal(left, right) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) != to_boolean(right)
    if isinstance(left, float) or isinstance(right, float):
        return any(a != b for a in _all_numbers(left) for b in _all_numbers(right))
    return any(a != b for a in _all_strings(left) for b in _all_strings(right))


def _all_numbers(value) -> list[float]:
    return [to_number([node]) for node in value] if isinstance(value, list) else [to_number(value)]


def _all_strings(value) -> list[str]:
    return [to_string([node]) for node in value] if isinstance(value, list) else [to_string(value)]


def _substr(text, start, end=None) -> str:
    first, last = to_number(start), math.inf if end is None else to_number(end)
    if math.isnan(first) or math.isnan(last):
        return ""
    text = to_string(text)
    first = first if math.isfinite(first) else math.copysign(len(text), first)
    return text[int(first) : len(text) if math.isinf(last) else int(last)]


def _substring(text, start, length=math.inf) -> str:
    first = _round(start)
    last = first + _round(length)
    return "".join(letter for place, letter in enumerate(to_string(text), 1) if first <= place < last)


def _cut(text, mark) -> tuple[str, str]:
    text, mark = to_string(text), to_string(mark)
    before, found, after = text.partition(mark) if mark else ("", "", text)
    return (before, after) if found or not mark else ("", "")


def _translate(text, old, new) -> str:
    new = to_string(new)
    table = {}
    for place, letter in enumerate(to_string(old)):
        table.setdefault(ord(letter), new[place] if place < len(new) else None)
    return to_string(text).translate(table)


def _selected_at(chosen, index) -> str:
    names, place = to_string(chosen).split(), to_number(index)
    return names[int(place)] if 0 <= place < len(names) else ""


def _position(node) -> float:
    here = node[0] if isinstance(node, list) and node else None
    if here is None:
        raise ValueError("Fungsi position() memerlukan rujukan, misalnya position(..).")
    return 1.0 + sum(1 for _ in here.itersiblings(here.tag, preceding=True))


def _indexed(found, *places) -> str:
    """The answer in the n-th instance; with nested repeats, in the m-th instance within the n-th."""
    within = None
    for repeats, index in zip(places[::2], places[1::2], strict=True):
        number = to_number(index)
        inside = [node for node in nodes(repeats) if within is None or within in node.iterancestors()]
        if not (number >= 1 and number.is_integer() and number <= len(inside)):
            return ""
        within = inside[int(number) - 1]
    return next((to_string([node]) for node in nodes(found) if within in node.iterancestors()), "")


def _true(value) -> bool:
    return value if isinstance(value, bool) else to_number(value) > 0


def _between(total: float, least, most) -> bool:
    least, most = to_number(least), to_number(most)
    return (least == -1 or total >= least) and (most == -1 or total <= most)


def _checklist(least, most, *answers) -> bool:
    return _between(sum(map(_true, _single(answers))), least, most)


def _weighted_checklist(least, most, *pairs) -> bool:
    if len(pairs) % 2:
        raise ValueError("Fungsi weighted-checklist() memerlukan pasangan jawaban dan bobot.")
    weights = zip(pairs[::2], pairs[1::2], strict=True)
    return _between(sum(to_number(weight) for answer, weight in weights if _true(answer)), least, most)


def _single(values) -> list:
    return [item if isinstance(item, (str, float, bool)) else [item] for item in items(values)]


class Function(NamedTuple):
    call: Callable
    least: int
    most: int
    kind: str
    literal: int | None = None
    """Which argument must be written out: a pattern that comes from an answer could not be checked here."""
    sets: bool = False
    """Takes the answers of every instance of a repeat at once."""
    shape: tuple[int, ...] = ()
    """The arguments of which only the number or place counts, not what is answered in them."""


S, N, B, A = "string", "number", "boolean", "any"
FUNCTIONS = {
    "selected": Function(lambda a, b: to_string(b).strip() in to_string(a).split(), 2, 2, B),
    "count-selected": Function(lambda a: float(len(to_string(a).split())), 1, 1, N),
    "selected-at": Function(_selected_at, 2, 2, S),
    "if": Function(lambda test, a, b: a if to_boolean(test) else b, 3, 3, A),
    "coalesce": Function(lambda a, b: to_string(a) or to_string(b), 2, 2, S),
    "once": Function(lambda here, value: to_string(here) or to_string(value), 1, 1, S),
    "checklist": Function(_checklist, 3, 99, B, sets=True),
    "weighted-checklist": Function(_weighted_checklist, 4, 99, B),
    "date": Function(dates.date, 1, 1, S),
    "format-date": Function(dates.format_date, 2, 2, S, literal=1),
    "format-date-time": Function(dates.format_date, 2, 2, S, literal=1),
    "decimal-date-time": Function(to_number, 1, 1, N),
    "decimal-time": Function(to_number, 1, 1, N),
    "int": Function(_int, 1, 1, N),
    "round": Function(_round, 1, 2, N),
    "floor": Function(lambda a: _whole(math.floor, a), 1, 1, N),
    "ceiling": Function(lambda a: _whole(math.ceil, a), 1, 1, N),
    "abs": Function(lambda a: abs(to_number(a)), 1, 1, N),
    "pow": Function(lambda a, b: _computed(_power, a, b), 2, 2, N),
    "sqrt": Function(lambda a: _computed(math.sqrt, a), 1, 1, N),
    "exp": Function(lambda a: _computed(math.exp, a), 1, 1, N),
    "exp10": Function(lambda a: _computed(_power, 10.0, a), 1, 1, N),
    "log": Function(lambda a: _computed(_logarithm(math.log), a), 1, 1, N),
    "log10": Function(lambda a: _computed(_logarithm(math.log10), a), 1, 1, N),
    "pi": Function(lambda: math.pi, 0, 0, N),
    "random": Function(random.random, 0, 0, N),
    "uuid": Function(lambda: str(uuid.uuid4()), 0, 0, S),
    "regex": Function(lambda a, b: pattern(to_string(b)).fullmatch(to_string(a)), 2, 2, B, literal=1),
    "min": Function(lambda *a: _extreme(min, a), 1, 99, N, sets=True),
    "max": Function(lambda *a: _extreme(max, a), 1, 99, N, sets=True),
    "sum": Function(lambda a: float(sum(numbers([nodes(a)]))), 1, 1, N, sets=True),
    "count": Function(lambda a: float(len(nodes(a))), 1, 1, N, sets=True, shape=(0,)),
    "count-non-empty": Function(lambda a: float(sum(map(bool, strings([nodes(a)])))), 1, 1, N, sets=True),
    "position": Function(_position, 1, 1, N, shape=(0,)),
    "indexed-repeat": Function(_indexed, 3, 7, S, sets=True, shape=(1, 3, 5)),
    "string-length": Function(lambda a: float(len(to_string(a))), 1, 1, N),
    "concat": Function(lambda *a: "".join(strings(a)), 1, 99, S, sets=True),
    "join": Function(lambda mark, *a: to_string(mark).join(strings(a)), 2, 99, S, sets=True),
    "substr": Function(_substr, 2, 3, S),
    "substring": Function(_substring, 2, 3, S),
    "substring-before": Function(lambda a, b: _cut(a, b)[0], 2, 2, S),
    "substring-after": Function(lambda a, b: _cut(a, b)[1], 2, 2, S),
    "contains": Function(lambda a, b: to_string(b) in to_string(a), 2, 2, B),
    "starts-with": Function(lambda a, b: to_string(a).startswith(to_string(b)), 2, 2, B),
    "ends-with": Function(lambda a, b: to_string(a).endswith(to_string(b)), 2, 2, B),
    "normalize-space": Function(lambda a: " ".join(re.split("[ \t\r\n]+", to_string(a).strip(" \t\r\n"))), 1, 1, S),
    "translate": Function(_translate, 3, 3, S),
    "string": Function(to_string, 1, 1, S),
    "number": Function(to_number, 1, 1, N),
    "boolean": Function(to_boolean, 1, 1, B),
    "boolean-from-string": Function(lambda a: to_string(a) in ("true", "1"), 1, 1, B),
}
OF_CONTEXT = {"string", "number", "normalize-space"}
"""Without an argument these speak of the question itself."""
CHANGING = {"random", "uuid"}
"""Another result each time: only once() makes an answer of it."""
# These stand for operators in a translated expression; a form cannot name them.
OPERATORS = {"equal": _equal, "unequal": _unequal}
ELSEWHERE = {
    "pulldata": "Data dari berkas lain (pulldata) tidak didukung; tulis sebagai daftar pilihan.",
    "instance": "Data dari berkas atau daftar lain (instance) tidak didukung.",
    "randomize": "Urutan acak (randomize) tidak didukung.",
    "area": "Luas bidang di peta (area) tidak didukung.",
    "distance": "Jarak di peta (distance) tidak didukung.",
    "last": "Fungsi last() hanya di dalam […], misalnya ${anggota}[last()].",
}
