"""The two acts: check a file, and put it in."""

import gc
import hashlib
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from cases.audit import record
from cases.models import Shelter
from reports.imports.needs import NeedSheet
from reports.imports.presence import PresenceSheet
from reports.imports.reading import read_sheet
from reports.imports.register import RegisterSheet
from reports.imports.services import ServiceSheet

KINDS = {sheet.kind: sheet for sheet in (RegisterSheet, PresenceSheet, ServiceSheet, NeedSheet)}
BUSY = "Data panti ini sedang diubah orang lain. Coba lagi sebentar lagi."
MOVED = "Data berubah ketika berkas ini dimasukkan; tidak ada yang disimpan. Periksa berkasnya sekali lagi."


def read(kind, content):
    """The rows of a file of this kind; a ValidationError when it cannot be read."""
    return read_sheet(content, KINDS[kind].columns(), KINDS[kind].optional_columns)


def check(kind, content, shelter, *, create_lists=False):
    """What the file would do. Nothing is written."""
    with collector_at_rest():
        return KINDS[kind](shelter, create_lists=create_lists).plan(read(kind, content))


def put_in(kind, content, shelter, *, by, create_lists=False, name=""):
    """Put a file in: all of its rows, or none when one of them is wrong."""
    sheet = read(kind, content)
    try:
        with collector_at_rest(), transaction.atomic():
            return _put_in(kind, content, sheet, shelter, by=by, create_lists=create_lists, name=name)
    except IntegrityError as error:
        raise ValidationError(MOVED) from error


def _put_in(kind, content, sheet, shelter, *, by, create_lists, name):
    lock(shelter)
    resource = KINDS[kind](shelter, by=by, create_lists=create_lists, locking=True)
    outcome = resource.plan(sheet)
    if not outcome.errors and outcome.to_write:
        resource.write()
        digest = hashlib.sha256(content).hexdigest()
        record(
            by=by, action="sheet.imported", target=shelter, shelter=shelter,
            kind=kind, file=name[:120], sha256=digest, **outcome.counts,
        )  # fmt: skip
    return outcome


@contextmanager
def collector_at_rest():
    """Every row stays alive until the last one is in: looking among them for rubbish is a fifth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def lock(shelter):
    """One import of a shelter at a time; the rows that hang on it may still come in meanwhile."""
    try:
        Shelter.objects.select_for_update(no_key=True).get(pk=shelter.pk)
    except DatabaseError as error:
        raise ValidationError(BUSY) from error
