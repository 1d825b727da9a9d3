"""The two acts: check a file, and put it in."""

import gc
import hashlib
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from cases.audit import record
from cases.models import Shelter
from reports.imports import journal
from reports.imports.layout import read_laid_out
from reports.imports.needs import NeedSheet
from reports.imports.partners import PartnerSheet
from reports.imports.presence import PresenceSheet
from reports.imports.register import RegisterSheet
from reports.imports.services import ServiceSheet
from reports.imports.staff import StaffSheet
from reports.imports.targets import TargetSheet

SHEETS = (RegisterSheet, PresenceSheet, ServiceSheet, NeedSheet, PartnerSheet, StaffSheet, TargetSheet)
KINDS = {sheet.kind: sheet for sheet in SHEETS}
BUSY = "Data panti ini sedang diubah orang lain. Coba lagi sebentar lagi."
MOVED = "Data berubah ketika berkas ini dimasukkan; tidak ada yang disimpan. Periksa berkasnya sekali lagi."
MORE_WRONG = (
    "Data berubah sejak berkas diperiksa: {} baris akan tertinggal, bukan {}. Belum ada yang dimasukkan; periksa lagi."
)
DEPARTMENT = 340499  # the number of the lock of lists that belong to no shelter


def read(kind, content, layout=None):
    """The rows of a file of this kind; a ValidationError when it cannot be read."""
    return read_laid_out(KINDS[kind], content, layout)


def check(kind, content, shelter, *, create_lists=False, layout=None, leave_out=False):
    """What the file would do; `leave_out`: what its right rows alone would. Nothing is written."""
    with collector_at_rest():
        sheet = read(kind, content, layout)
        return plan(kind, sheet, shelter, leave_out=leave_out, create_lists=create_lists).outcome


def put_in(kind, content, shelter, *, by, create_lists=False, name="", layout=None, may_leave_out=0):
    """Put a file in: all of its rows, or none when one of them is wrong. At most `may_leave_out` stay out."""
    sheet = read(kind, content, layout)
    try:
        with collector_at_rest(), transaction.atomic():
            lock(shelter)
            options = {"by": by, "create_lists": create_lists, "locking": True}
            resource = plan(kind, sheet, shelter, leave_out=bool(may_leave_out), **options)
            outcome = resource.outcome
            if outcome.rows_left_out > may_leave_out:
                raise ValidationError(MORE_WRONG.format(outcome.rows_left_out, may_leave_out))
            if not outcome.errors and outcome.to_write:
                write(resource, digest=hashlib.sha256(content).hexdigest(), name=name)
            return outcome
    except IntegrityError as error:
        raise ValidationError(MOVED) from error


def plan(kind, sheet, shelter, *, leave_out, **options):
    """A resource that has read all rows, or with `leave_out` those that are right.

    A row may be wrong because of another, so what remains is looked at again until nothing is wrong.
    """
    whole, left = sheet, []
    while True:
        resource = KINDS[kind](shelter, **options)
        errors = resource.plan(sheet).errors
        rest = sheet.without({error.row for error in errors}) if errors and leave_out else None
        if rest is None or not rest.rows:
            resource.outcome.sheet = whole
            # Where no row is right, what is wrong is shown as if none were to be left out.
            resource.outcome.left_out = [] if errors else sorted(left, key=lambda error: error.row)
            resource.outcome.errors = sorted(left + errors, key=lambda error: error.row) if errors else []
            resource.outcome.rows = len(whole.rows)
            return resource
        sheet, left = rest, left + errors


def write(resource, *, digest, name):
    """Write what was planned; what that changes is kept in the outcome, to take it back."""
    outcome, shelter, by = resource.outcome, resource.home, resource.by
    before = journal.before(resource.touched())
    resource.write()
    outcome.trace = journal.trace(before, resource.touched())
    record(
        by=by, action=resource.action, target=shelter or by, shelter=shelter,
        kind=resource.kind, file=name[:120], sha256=digest, **outcome.counts,
    )  # fmt: skip


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
        if shelter:
            Shelter.objects.select_for_update(no_key=True).get(pk=shelter.pk)
        else:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [DEPARTMENT])
    except DatabaseError as error:
        raise ValidationError(BUSY) from error
