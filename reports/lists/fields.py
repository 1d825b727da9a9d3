"""Columns that come straight from rows of the database, and how much of a person each of them may tell to whom."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import DateTimeField, F, Func, TextField, Value
from django.db.models.expressions import BaseExpression
from django.db.models.functions import Coalesce, Concat, NullIf
from django.utils import timezone

from assessments.confidential import asks_for_secrecy
from cases import nik
from cases.models import Client
from reports.lists.ahead import ahead
from reports.lists.listing import Selection
from reports.tables.table import Column, Kind

CHUNK = 500  # rows: of bigger pieces what is read no longer lies in the processor's cache when it is written
PROTECTED = "Dilindungi"


class Secret(IntEnum):
    """What whoever does not read the files of that shelter is told: a number instead, a part, or nothing."""

    NO = 0
    NAME = 1  # for a reason and out of the house the name; on a page the number
    NIK = 2  # never whole
    PERSON = 3  # for a reason and out of the house as it is; of a protected person nothing
    FILE = 4  # nothing: family card, free text


@dataclass(frozen=True)
class Field:
    """`path` from the row, or several of which `tell` makes the value; or `sql`, which makes it in the database."""

    heading: str
    path: str | tuple[str, ...]
    kind: Kind = Kind.TEXT
    secret: Secret = Secret.NO
    tell: Callable | None = None
    width: int | None = None
    sql: BaseExpression | None = None

    @property
    def paths(self):
        return (self.path,) if isinstance(self.path, str) else self.path

    @property
    def column(self):
        return Column(self.heading, self.kind, bool(self.secret), self.width)


class Age(NamedTuple):
    """The three values by which Client.age_on tells an age, of a row that was read without its client."""

    birth_date: date | None
    estimated_age: int | None
    age_estimated_on: date | None


HELPERS = [
    "shelter", "shelter__time_zone", "client__number", "category__is_confidential",
    "category__maps_to__is_confidential", "category__spm_group", "client__birth_date", "client__estimated_age",
    "client__age_estimated_on",
]  # fmt: skip


def select(asking, queryset, fields, words, *, stay="stay__", zone="stay__shelter__time_zone", **more):
    """A selection of rows. `stay`: the way from a row to the stay it hangs on, None where it is about nobody.

    `zone`: the way to the time zone in which its moments are told; None for the installation's own.
    """

    def rows(start=None, stop=None):
        return told(asking, queryset, fields, stay, zone, start, stop)

    masked = stay is not None and any(field.secret for field in fields) and asking.is_masked
    return Selection(
        [field.column for field in fields], rows, queryset.count(), words, is_masked=masked, **more
    )  # fmt: skip


def told(asking, queryset, fields, stay, zone, start, stop):
    """The rows, read once in pieces as plain values: a year of all shelters needs no more memory than a day.

    Each piece is worked on column by column, which costs a third of a loop over its cells.
    """
    covers = stay is not None and any(field.secret for field in fields) and asking.is_masked
    helpers = [f"{stay}{path}" for path in HELPERS] if covers else []
    made = {f"told_{place}": sql for place, field in enumerate(fields) if (sql := made_of(field, zone)) is not None}
    given = [(f"told_{place}",) if f"told_{place}" in made else field.paths for place, field in enumerate(fields)]
    paths = list(dict.fromkeys([path for paths in given for path in paths] + helpers))
    at = {path: place for place, path in enumerate(paths)}
    values = queryset.annotate(**made).values_list(*paths)
    source = pieces(values[start:stop]) if stop is not None else ahead(pieces(values.iterator(chunk_size=CHUNK)))
    cover = Cover(asking, fields, [at[path] for path in helpers]) if covers else None
    columns = [(field.tell, [at[path] for path in paths]) for field, paths in zip(fields, given, strict=True)]
    for piece in source:
        read = list(zip(*piece, strict=True))
        told = [map(tell, *[read[one] for one in places]) if tell else read[places[0]] for tell, places in columns]
        rows = zip(*told, strict=True)
        yield from (cover(list(row), found) for row, found in zip(rows, piece, strict=True)) if cover else rows


def pieces(rows):
    rows = iter(rows)
    while piece := list(islice(rows, CHUNK)):
        yield piece


def made_of(field, zone):
    """What the database makes of it: a moment comes as the clock at the shelter showed it."""
    if field.sql is None and field.kind == Kind.DATETIME:
        where = F(zone) if zone else Value(settings.TIME_ZONE)
        return Func(
            where, F(field.paths[0]), function="timezone", output_field=DateTimeField()
        )  # fmt: skip
    return field.sql


class Cover:
    """Takes out of a row what this person is not told."""

    def __init__(self, asking, fields, helpers):
        self.whole, self.taking_out = asking.open_files, asking.taking_out
        self.places = {
            secret: [place for place, field in enumerate(fields) if field.secret == secret] for secret in Secret
        }
        self.shelter, self.helpers = helpers[0], helpers
        self.todays = {}

    def __call__(self, row, found):
        if found[self.shelter] in self.whole:
            return row
        _, zone, number, *person = [found[place] for place in self.helpers]
        protected = self.is_protected(zone, *person)
        named = self.taking_out and not protected
        for place in self.places[Secret.NAME]:
            if not named:
                row[place] = f"{PROTECTED} {number}" if protected else f"Klien {number}"
        for place in self.places[Secret.NIK]:
            row[place] = nik.mask(row[place]) if row[place] and not protected else None
        for place in self.places[Secret.PERSON]:
            row[place] = row[place] if named else None
        for place in self.places[Secret.FILE]:
            row[place] = None
        return row

    def is_protected(self, zone, confidential, mapped, group, *person):
        if zone not in self.todays:
            self.todays[zone] = timezone.localdate(timezone=ZoneInfo(zone))
        age = Client.age_on(Age(*person), self.todays[zone])
        return asks_for_secrecy(confidential or mapped, group, age)


class Labels(dict):
    """A value that has no label stays as it is."""

    def __missing__(self, value):
        return value


def choice(choices):
    """The label of a stored value."""
    labels = dict(getattr(choices, "choices", choices))
    return Labels(labels).__getitem__


def yes_no(value):
    return "Ya" if value else "Tidak"


def named(to_client):
    """As Client.display_name calls them."""
    called = Coalesce(f"{to_client}aliases__0", f"{to_client}description")
    nameless = Concat(Value("Tanpa nama (“"), called, Value("”)"), output_field=TextField())
    sql = Coalesce(NullIf(f"{to_client}name", Value("")), nameless, output_field=TextField())
    return Field("Nama", f"{to_client}name", secret=Secret.NAME, width=28, sql=sql)


def joined(path):
    """A list of words as one text."""
    return Func(F(path), Value("; "), function="array_to_string", output_field=TextField())


def the_person(to_client="stay__client__"):
    """Number and name, as every list of people begins."""
    return [Field("Nomor klien", f"{to_client}number", width=16), named(to_client)]
