"""An import taken back: what it made is deleted, what it changed gets its old values again, all or nothing."""

import json
from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from cases import audit
from cases.models import AuditEvent, Category, EntrySource, ExitReason
from cases.moving import columns_to
from reports.imports.copying import copy_in
from reports.imports.journal import Table

MOST_NAMED = 20
LISTS = (Category, EntrySource, ExitReason)  # an entry that others have come to use stays
FORWARD = "version"  # never goes back: a page that somebody has open since would overwrite what they never saw
CLASH = "Nilai lama tidak dapat dikembalikan karena bertentangan dengan catatan lain. Tidak ada yang dibatalkan."


def take_back(trace, *, by, shelter):
    """Raises ValidationError with the rows that something else has touched since."""
    tables = {label: Table.named(label) for label in trace}
    for model in LISTS:
        if told := trace.get(model._meta.label):
            kept = {key for _, key in _users(model, trace)}
            told["new"] = [row for row in told["new"] if row[0] not in kept]
    if problems := [*_touched(tables, trace), *_referred_to(tables, trace)]:
        raise ValidationError(_sentences(problems))
    events = list(_events(tables, trace, by=by, shelter=shelter))
    try:
        with transaction.atomic():
            for label, told in trace.items():
                _restore(tables[label], told)
            connection.check_constraints()
    except IntegrityError as error:
        raise ValidationError(CLASH) from error
    copy_in(AuditEvent, events)


def _users(model, trace):
    """(relation, key) where something that this import has not written refers to a row that it made."""
    made = [row[0] for row in trace[model._meta.label]["new"]]
    for relation in columns_to(model) if made else ():
        told, column = trace.get(relation.label, {}), relation.field.column
        # its own new rows go as well, and its changed ones get back what they referred to before
        own = [row[0] for row in told.get("new", [])]
        own += [row[0] for row in told.get("changed", []) if column in row[3]]
        others = relation.model._base_manager.filter(**{f"{relation.name}__in": made}).exclude(pk__in=own)
        for key in sorted(set(others.values_list(relation.field.attname, flat=True))):
            yield relation, key


def _touched(tables, trace):
    """(row in the file, table, key, what happened) of rows that are no longer as the import left them."""
    for label, told in trace.items():
        for name in ("new", "changed"):
            rows = {row[0]: row for row in told[name]}
            now = tables[label].marks(rows, told["columns"][name], lock=True)
            for key, row in rows.items():
                if key not in now:
                    yield row[1], tables[label], key, "sudah dihapus"
                elif now[key] != row[2]:
                    yield row[1], tables[label], key, "sudah diubah sesudah impor"


def _referred_to(tables, trace):
    """The same for new rows that something else has come to refer to."""
    for label, told in trace.items():
        rows = {row[0]: row[1] for row in told["new"]}
        for relation, key in _users(tables[label].model, trace):
            yield rows[key], tables[label], key, f"sudah dipakai: {relation.model._meta.verbose_name}"


def _sentences(problems):
    """One per row, by the numbers that the file and the house use: names are not for everyone who imports."""
    said = defaultdict(set)
    for row, table, key, what in problems:
        said[row or 0, table.label, key].add(what)
    named = [*sorted(said.items())]
    found = ["Impor ini tidak dapat dibatalkan; tidak ada yang berubah."]
    for (row, label, key), reasons in named[:MOST_NAMED]:
        where = f"Baris {row}" if row else "Satu catatan"
        found.append(f"{where}{_called(label, key)}: {', '.join(sorted(reasons))}.")
    return found + ([f"… dan {len(named) - MOST_NAMED} lagi."] if len(named) > MOST_NAMED else [])


def _called(label, key):
    """The number that a row is known by, if it has one; bounded, because only a few rows are named."""
    found = Table.named(label).model._base_manager.filter(pk=key).first()
    number = found and number_of(found)
    return f" ({number})" if number else ""


def number_of(instance):
    """What the house calls a row, without anybody's name."""
    for name in ("register_number", "number", "username"):
        if isinstance(getattr(instance, name, None), str):
            return getattr(instance, name)
    if getattr(instance, "stay_id", None):
        return instance.stay.register_number
    return str(instance) if instance._meta.label == "referrals.Partner" else ""


def _events(tables, trace, *, by, shelter):
    for label, told in trace.items():
        model = tables[label].model
        action = f"{model._meta.model_name}.import_undone"
        if model._meta.auto_created or not told["new"] + told["changed"]:
            continue
        rows = model._base_manager.filter(pk__in=[row[0] for row in told["new"] + told["changed"]])
        rows = rows.select_related("stay") if any(field.name == "stay" for field in model._meta.fields) else rows
        made = {row[0] for row in told["new"]}
        for instance in rows.iterator(chunk_size=2_000):
            yield audit.entry(by=by, action=action, target=instance, shelter=shelter, made=instance.pk in made)


def _restore(table, told):
    table.model._base_manager.filter(pk__in=[row[0] for row in told["new"]])._raw_delete(connection.alias)
    names = [connection.ops.quote_name(column) for column in table.columns]
    if told["gone"]:
        _run(f"INSERT INTO {table.name} ({', '.join(names)}) SELECT {', '.join(names)} FROM", table, told["gone"])
    alike = defaultdict(list)
    for key, _, _, was in told["changed"]:
        alike[tuple(sorted(was))].append(was | {table.model._meta.pk.column: key})
    for columns, rows in alike.items():
        into = ", ".join(
            f"{quoted} = t.{quoted} + 1" if column == FORWARD else f"{quoted} = r.{quoted}"
            for column in columns
            for quoted in [connection.ops.quote_name(column)]
        )
        _run(f"UPDATE {table.name} t SET {into} FROM", table, rows, f" WHERE t.{table.key} = r.{table.key}")


def _run(start, table, rows, end=""):
    source = f"jsonb_populate_recordset(NULL::{table.name}, %s::jsonb) r"
    with connection.cursor() as cursor:
        cursor.execute(f"{start} {source}{end}", [json.dumps(rows, default=str)])
