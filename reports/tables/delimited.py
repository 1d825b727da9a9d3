"""CSV for an Indonesian Excel: ; between cells, a decimal comma, a byte order mark; nothing in it is a formula."""

import io
from datetime import date, datetime
from decimal import Decimal
from itertools import islice

from reports.tables.table import Kind

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\x00")
# What a formula, or blanks before one, or our own mark, can begin with: any other text is harmless at one look.
LOOK = frozenset("=+-@\t\r\x00 '\n\x0b\x0c\xa0")
# Written as they are: whole numbers keep their minus, and a date has nothing that a spreadsheet would run.
HARMLESS = frozenset([int, date, datetime, type(None)])
NUMBERS = (int, float, Decimal)
BLOCK = 500
END = "\r\n"


def write_csv(file, table, tick=None):
    """Write the table. Returns the number of rows."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="", write_through=True)
    text.write(lines([plain(Kind.TEXT, [column.heading]) for column in table.columns]))
    rows, count = iter(table.rows), 0
    while block := list(islice(rows, BLOCK)):
        text.write(told(table, block))
        count += len(block)
        if tick:
            tick(count)
    if table.total is not None:
        text.write(told(table, [table.total]))
    text.detach()
    return count


def told(table, block):
    """Column by column: a loop without a call per cell is what makes this writer fast."""
    values = zip(*block, strict=True)
    return lines([plain(column.kind, given) for column, given in zip(table.columns, values, strict=True)])


def lines(columns):
    return "".join([f'"{row}"{END}' for row in map('";"'.join, zip(*columns, strict=True))])


def plain(kind, values):
    """Each value as text between quotes: a number keeps its minus, whatever else could be a formula is made harmless.

    Texts are looked at one by one only where one of the column needs it.
    """
    if kind != Kind.TEXT:
        if HARMLESS.issuperset(map(type, values)):
            return ["" if value is None else str(value) for value in values]
        return [number(value) if isinstance(value, NUMBERS) else double(value) for value in values]
    texts = [value or "" for value in values]
    if LOOK.isdisjoint({text[:1] for text in texts}) and '"' not in "".join(texts):
        return texts
    return [double(text) for text in texts]


def number(value):
    return str(value) if isinstance(value, int) else f"{Decimal(str(value)):f}".removesuffix(".0").replace(".", ",")


def double(value):
    return "" if value is None else str(harmless(value)).replace('"', '""')


def harmless(value):
    """Text that a spreadsheet would take for a formula gets a ' before it, and so does what has one already."""
    if not value or not isinstance(value, str) or value[0] not in LOOK:
        return value
    bare = value.lstrip("'")
    if bare and (bare.startswith(FORMULA_STARTS) or bare.lstrip().startswith(FORMULA_STARTS)):
        return f"'{value}"
    return value
