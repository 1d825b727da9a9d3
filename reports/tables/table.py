"""The one shape of every list that leaves the house: what stands in its columns, its rows, and what is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum, auto

from django.utils import timezone

from cases.templatetags.indonesian import angka, persen, tanggal_pendek


class Kind(StrEnum):
    """What a value is: str; int; Decimal; Decimal of rupiah; date; naive local datetime; Decimal of a hundred.

    ANY: each value says itself what it is, for answers whose column may hold a date here and words there.
    """

    ANY = auto()
    TEXT = auto()
    INT = auto()
    DECIMAL = auto()
    MONEY = auto()
    DATE = auto()
    DATETIME = auto()
    PERCENT = auto()


NUMBERS = {Kind.INT, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT}
WIDTHS = {Kind.TEXT: 22, Kind.DATE: 12, Kind.DATETIME: 17, Kind.MONEY: 16}


@dataclass(frozen=True)
class Column:
    """`width` in characters. `sensitive`: it tells of a person, so the table leaves only for a reason."""

    heading: str
    kind: Kind = Kind.TEXT
    sensitive: bool = False
    width: int | None = None

    @property
    def is_number(self):
        return self.kind in NUMBERS

    @property
    def is_short(self):
        """One word that is never broken: a date, a number of the register, a NIK."""
        return self.kind in (Kind.DATE, Kind.DATETIME) or (self.width or 99) < 20

    @property
    def characters(self):
        return self.width or max(WIDTHS.get(self.kind, 10), min(len(self.heading) + 2, 24))


@dataclass
class Table:
    """`rows`: lists of plain values, one per column, read once; `name`: of the file, without its ending.

    `remarks` are pairs for the sheet “Keterangan”; `total` is a last row that no filter hides.
    """

    title: str
    name: str
    columns: list[Column]
    rows: Iterable[list]
    remarks: list[tuple[str, str]] = field(default_factory=list)
    total: list | None = None

    @property
    def is_sensitive(self):
        return any(column.sensitive for column in self.columns)


def plain_table(title, name, header, rows, remarks=()):
    """Of rows whose values say themselves what they are."""
    return Table(title, name, [Column(heading, Kind.ANY) for heading in header], rows, list(remarks))


def said_of(table, *, chosen, by, reason=""):
    """What every file says of itself before its own remarks: what, which, who, why and when."""
    return [
        ("Isi", table.title), ("Saringan", chosen), ("Diambil oleh", str(by)), ("Keperluan", reason or "–"),
        ("Waktu", timezone.localtime().strftime("%Y-%m-%d %H.%M")),
    ]  # fmt: skip


def shown(kind, value):
    """A value as people read it, on the screen and on paper."""
    if value is None or value == "":
        return "–"
    if isinstance(value, str):
        return value
    match kind:
        case Kind.DATE:
            return tanggal_pendek(value)
        case Kind.DATETIME:
            return f"{value:%d/%m/%Y %H.%M}"
        case Kind.MONEY:
            return f"Rp{angka(value)}"
        case Kind.PERCENT:
            return persen(value)
        case Kind.INT | Kind.DECIMAL:
            return angka(value)
        case Kind.ANY if hasattr(value, "year"):
            return tanggal_pendek(value)
    return str(value)


def shown_row(columns, row):
    return [(column, shown(column.kind, value)) for column, value in zip(columns, row, strict=True)]
