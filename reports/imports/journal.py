"""What an import writes, kept so that it can be taken back: of each new row its mark, of each changed row its mark and
the values that stood in the changed columns before.

A mark (sidik) is a digest of the row as the database holds it: it tells later whether somebody touched the row, and
tells nothing of the person. The database works with whole rows here, so that nothing is lost on the way there and back.
"""

import json
from dataclasses import dataclass
from decimal import Decimal

from django.apps import apps
from django.db import connection

# Columns that move on by themselves: an account that somebody signs in with is touched only if the import made it.
BESIDE = {"cases.User": {"password", "must_change_password"}}
BESIDE_CHANGED = {"cases.User": {"password", "must_change_password", "last_login"}}


@dataclass
class Table:
    """A model's table, for whole rows."""

    model: type

    @classmethod
    def named(cls, label):
        return cls(apps.get_model(label))

    @property
    def label(self):
        return self.model._meta.label

    @property
    def name(self):
        return connection.ops.quote_name(self.model._meta.db_table)

    @property
    def key(self):
        return connection.ops.quote_name(self.model._meta.pk.column)

    @property
    def columns(self):
        return [field.column for field in self.model._meta.concrete_fields if not field.generated]

    def rows(self, keys):
        """{key: {column: value as JSON}}"""
        columns, found = self.columns, self._ask(f"SELECT t.{self.key}, to_jsonb(t)::text FROM {self.name} t", keys)
        rows = ((key, json.loads(row, parse_float=Decimal)) for key, row in found)
        return {key: {column: row[column] for column in columns} for key, row in rows}

    def marks(self, keys, columns, *, lock=False):
        """{key: mark of these columns}"""
        named = ", ".join(f"t.{connection.ops.quote_name(column)}" for column in columns)
        mark = f"left(encode(sha256(convert_to(ROW({named})::text, 'UTF8')), 'hex'), 16)"
        return dict(self._ask(f"SELECT t.{self.key}, {mark} FROM {self.name} t", keys, " FOR UPDATE" if lock else ""))

    def _ask(self, select, keys, end=""):
        if not keys:
            return []
        with connection.cursor() as cursor:
            cursor.execute(f"{select} WHERE t.{self.key} = ANY(%s) ORDER BY t.{self.key}{end}", [list(keys)])
            return cursor.fetchall()


def before(touched):
    """Whole rows of what is about to be changed. `touched`: {model: {key: row in the file}}."""
    return {model: Table(model).rows(keys) for model, keys in touched.items()}


def trace(known, touched):
    """What was written since `known`, the answer of before(): plain values for SheetTrace."""
    written = {}
    for model in {**known, **touched}:
        told = _told(Table(model), known.get(model, {}), touched.get(model, {}))
        if told:
            written[model._meta.label] = told
    return written


def _told(table, known, numbers):
    # JSON has text for keys; here they are still what the database gave.
    new = [key for key in numbers if key not in known]
    now = table.rows([key for key in known if key in numbers])
    changed = {key: was for key, row in now.items() if (was := _difference(known[key], row))}
    gone = [row for key, row in known.items() if key not in numbers]
    if not (new or changed or gone):
        return {}
    told = {"new": [], "changed": [], "gone": gone, "columns": {}}
    for name, keys, beside in (("new", new, BESIDE), ("changed", changed, BESIDE_CHANGED)):
        told["columns"][name] = [each for each in table.columns if each not in beside.get(table.label, ())]
        marks = table.marks(keys, told["columns"][name])
        told[name] = [[key, numbers[key], marks[key], changed.get(key)] for key in keys]
    return told


def _difference(old, new):
    return {column: value for column, value in old.items() if new[column] != value}
