"""Rows change their owner: everything that refers to one client comes to refer to another, and later back.

Nobody is asked what refers to a client: the models say it themselves, also those of upper floors and the tables behind
many-to-many relations. A row that cannot move stops the whole merge with a sentence; none is ever left behind.
"""

from dataclasses import dataclass
from itertools import permutations

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Max

# What tells of a number itself and therefore stays with it.
STAYS_PUT = {
    ("cases.Merge", "kept"): "the record of a merge names the files as they were",
    ("cases.Merge", "dropped"): "the record of a merge names the files as they were",
    ("cases.NotSame", "first"): "read through merged_into: a pair speaks of whoever the numbers lead to",
    ("cases.NotSame", "second"): "read through merged_into: a pair speaks of whoever the numbers lead to",
}


@dataclass(frozen=True)
class Relation:
    """A column that refers to a client (or to a stay)."""

    field: object

    @property
    def model(self):
        return self.field.model

    @property
    def label(self):
        return self.model._meta.label

    @property
    def name(self):
        return self.field.name

    def rows(self, target):
        return self.model._base_manager.filter(**{self.name: target})

    def among(self, pks):
        return self.model._base_manager.filter(pk__in=pks)

    def keys(self, target):
        return [str(pk) for pk in self.rows(target).order_by("pk").values_list("pk", flat=True)]


def columns_to(model):
    """Every foreign key and one-to-one to a model. Hidden ones (related_name="+") and the columns of many-to-many
    tables are among them; `_meta.related_objects` would leave both out."""
    relations = model._meta.get_fields(include_hidden=True)
    mine = [one for one in relations if one.auto_created and not one.concrete and (one.one_to_many or one.one_to_one)]
    return sorted((Relation(one.field) for one in mine), key=lambda one: (one.label, one.name))


def movable(model):
    return [one for one in columns_to(model) if (one.label, one.name) not in STAYS_PUT]


def keys_of(client):
    """What refers to a client now, as {model label: {column: [keys]}}."""
    found = {}
    for relation in movable(type(client)):
        if keys := relation.keys(client):
            found.setdefault(relation.label, {})[relation.name] = keys
    return found


def move(keys, *, source, to):
    """Let these rows refer to another client, those that still refer to the source. Raises ValidationError."""
    problems = _both_named(source, to)
    for relation in movable(type(to)):
        chosen = keys.get(relation.label, {}).get(relation.name)
        if not chosen:
            continue
        rows = relation.rows(source) & relation.among(chosen)
        try:
            with transaction.atomic():
                rows.update(**{relation.name: to})
                connection.check_constraints()  # a constraint that waits for the commit speaks now
        except IntegrityError as error:
            problems.append(_sentence(relation, error))
    if problems:
        raise ValidationError(problems)


def _both_named(one, other):
    """Rows that speak of these two as of two people would speak of one person twice: a brother of himself."""
    columns = {}
    for relation in movable(type(one)):
        columns.setdefault(relation.model, []).append(relation.name)
    problems = []
    for model, names in columns.items():
        for first, second in permutations(names, 2):
            if model._base_manager.filter(**{first: one, second: other}).exists():
                what = str(model._meta.verbose_name).capitalize()
                problems.append(f"{what} menyebut kedua berkas sebagai dua orang yang berbeda. Rapikan dahulu.")
    return problems


def _sentence(relation, error):
    """In the words of the constraint that refused, when it has some."""
    meta = relation.model._meta
    broken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
    said = [rule.violation_error_message for rule in meta.constraints if rule.name == broken]
    default = any(rule.name == broken and rule.violation_error_message == rule.default_violation_error_message
                  for rule in meta.constraints)  # fmt: skip
    why = f" {said[0]}" if said and not default else ""
    return f"{str(meta.verbose_name).capitalize()} kedua berkas tidak dapat disatukan.{why} Rapikan dahulu."


def marks(model):
    """How far each table that refers to a stay has been written: what comes later has a higher number."""
    found = {}
    for relation in columns_to(model):
        if relation.model._meta.pk.get_internal_type().endswith("AutoField"):
            found[relation.label] = relation.model._base_manager.aggregate(last=Max("pk"))["last"] or 0
    return found


def added_below(stays, marks_then, most=50):
    """What was written for these stays since: it belongs to whoever the stay belongs to."""
    if not stays:
        return []
    found = []
    for relation in columns_to(stays[0]._meta.model):
        mark = marks_then.get(relation.label)
        if mark is not None:
            rows = relation.model._base_manager.filter(**{f"{relation.name}__in": stays}, pk__gt=mark)
            found += [(row, getattr(row, relation.field.attname)) for row in rows.order_by("pk")[:most]]
    return found
