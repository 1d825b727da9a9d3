"""The Minimum Service Standard of many shelters and months at once. The arithmetic itself is in reports/spm/sql.py."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db import connection, transaction

from cases.models import ServiceRule, ServiceType
from reports.month import Month
from reports.spm import sql
from reports.spm.figures import ServiceFigures, SpmMonth, TypeFigures

Kind = ServiceRule.Rule


def spm_months(shelters, months, rules=None):
    """{(shelter pk, month): SpmMonth}, each month judged as of its last day. Four statements, however many there are.

    In a month that is not over, a day that has not come is not a present day: days count up to and including
    the shelter's today, and what `monthly` asks grows with them. `rules` are those of the catalogue unless given:
    that is how a change is looked at before it is made.
    """
    return Question.of(shelters, months, rules).reports()


def served_months(shelters, months):
    """{(shelter pk, month): {type code: (in scope, served)}}, client ids, of the types that have people. The same
    judgement as spm_months, without the services: what a department's quarter or year is made of.
    """
    return Question.of(shelters, months).served()


def types_of(question, shelter, month, people):
    """The types of the shelter's level, and whatever other type somebody stays under."""
    found = []
    for kind in question.types:
        key = shelter.pk, month, kind.code
        if kind.level != shelter.level and (*key, "") not in people:
            continue
        in_scope, served = people.get((*key, None), NOBODY)
        lines = [
            ServiceFigures(versions[0].service, tuple(versions), *people.get((*key, service), NOBODY))
            for service, versions in question.catalogue[month, kind.code].items()
        ]
        found.append(TypeFigures(kind, in_scope, served if lines else (), tuple(lines)))
    return tuple(found)


class Detail(NamedTuple):
    """What one kind of rule of a service came to for one person. Of whoever needs nothing: one row, of no service."""

    type: str
    client: int
    stay: int  # the latest of the type
    days: int  # present days
    service: str | None
    kind: str | None
    fulfilled: bool
    asked: int  # daily: days on which it was asked; monthly: records owed; else 1
    there: int  # daily: days that were satisfied; else records of the month


class Run(NamedTuple):
    """Days on end on which a person was there, in a stay entered on a date."""

    type: str
    client: int
    entered: object
    since: object
    till: object


@dataclass(frozen=True)
class Question:
    """Shelters and months with the catalogue that applies to them."""

    shelters: list  # (shelter, its today)
    months: list[Month]
    types: list[ServiceType]
    catalogue: dict  # {(month, type code): {service slug: versions, the oldest first}}

    @classmethod
    def of(cls, shelters, months, rules=None):
        months = list(months)
        if rules is None and months:
            rules = ServiceRule.objects.in_force(min(months).first, max(months).last).select_related("service")
        catalogue = defaultdict(lambda: defaultdict(list))
        for rule in sorted(rules or (), key=lambda rule: (rule.service.position, rule.service_id, rule.valid_from)):
            for month in months:
                if rule.valid_from <= month.last and (rule.valid_to is None or rule.valid_to >= month.first):
                    catalogue[month, rule.service_type_id][rule.service_id].append(rule)
        today = [(shelter, shelter.today()) for shelter in shelters]
        return cls(today, months, list(ServiceType.objects.all()), catalogue)

    @cached_property
    def grid(self):
        return [(shelter, month, today) for shelter, today in self.shelters for month in self.months]

    @cached_property
    def services(self):
        return sorted({slug for services in self.catalogue.values() for slug in services})

    def reports(self):
        people = {}
        for cell, service, clients, good in self.ask(sql.FIGURES):
            shelter, month, kind = self.place(cell)
            slug = service and self.services[service - 1]
            people[shelter.pk, month, kind, "" if service == 0 else slug] = tuple(sorted(clients)), tuple(sorted(good))
        return {
            (shelter.pk, month): SpmMonth(shelter, month, today, types_of(self, shelter, month, people))
            for shelter, month, today in self.grid
        }

    def served(self):
        found = {(shelter.pk, month): {} for shelter, month, _ in self.grid}
        for cell, _, clients, good in self.ask(sql.SERVED):
            shelter, month, kind = self.place(cell)
            # A type without any rule serves nobody: there is nothing to say that it did.
            served = good if self.catalogue.get((month, kind)) else ()
            found[shelter.pk, month][kind] = frozenset(clients), frozenset(served)
        return found

    def details(self, clients=None):
        """Of one shelter and month: each needed service of everybody, or of these people, by type and client."""
        return [
            Detail(self.place(cell)[2], client, stay, days, service and self.services[service - 1], *rest)
            for cell, client, stay, days, service, *rest in self.ask(sql.DETAILS, clients)
        ]

    def runs(self, clients=None):
        """The present days of everybody in scope, or of these people: those that the figures count, and no others."""
        return [Run(self.place(cell)[2], *rest) for cell, *rest in self.ask(sql.RUNS, clients, demands=False)]

    def place(self, cell):
        """The shelter, month and type code that a cell of the statement stands for."""
        place, kind = divmod(cell - 1, sql.TYPES_AT_MOST)
        shelter, month, _ = self.grid[place - 1]
        return shelter, month, self.types[kind].code

    def ask(self, what, clients=None, *, demands=True):
        if not self.grid:
            return []
        query = sql.statement(what, by_day=len(self.grid) >= MANY, demands=demands, steady=self.is_steady)
        with transaction.atomic(savepoint=False), connection.cursor() as cursor:
            # See reports/spm/sql.py; and what is made for a whole department fits in the memory of one sort.
            cursor.execute(PLANNER + query, self.parameters(clients))
            rows = cursor.fetchall()
            cursor.execute(PLANNER_AGAIN)
            return rows

    @property
    def is_steady(self):
        """No service is asked for by two versions of its rule in one month."""
        return all(len(versions) == 1 for services in self.catalogue.values() for versions in services.values())

    def parameters(self, clients):
        number = {month: number for number, month in enumerate(self.months)}
        return {
            "shelters": [shelter.pk for shelter, _, _ in self.grid],
            "months": [number[month] for _, month, _ in self.grid],
            "firsts": [month.first for _, month, _ in self.grid],
            "lasts": [month.last for _, month, _ in self.grid],
            "untils": [min(month.last, today) for _, month, today in self.grid],
            "since": min(self.months).first,
            "till": max(self.months).last,
            "types": [kind.code for kind in self.types],
            "clients": None if clients is None else list(clients),
            **self.rule_parameters(number),
        }

    def rule_parameters(self, number):
        """Rules of one type that ask on the same days share a part of the month: those days are counted once."""
        kinds = {kind.code: place for place, kind in enumerate(self.types, 1)}
        codes = {slug: place for place, slug in enumerate(self.services, 1)}
        parts, rules, ways = {}, [], defaultdict(set)
        for (month, kind), services in self.catalogue.items():
            slot = number[month] * sql.TYPES_AT_MOST + kinds[kind]
            for rule in (rule for versions in services.values() for rule in versions):
                since, till = max(rule.valid_from, month.first), min(rule.valid_to or month.last, month.last)
                part = parts.setdefault((slot, month.days, since, till, rule.first_days), len(parts))
                for_all = rule.needed_by == ServiceRule.NeededBy.EVERYONE
                rules.append((part, codes[rule.service_id], rule.rule, for_all, rule.quantity))
                ways[rule.service_id].add(rule.rule)
        columns = {f"part_{name}": [part[n] for part in parts] for n, name in enumerate(PART_COLUMNS)}
        columns |= {f"rule_{name}": [rule[n] for rule in rules] for n, name in enumerate(RULE_COLUMNS)}
        return columns | {
            "part": list(parts.values()),
            "services": self.services,
            "service_daily": [Kind.DAILY in ways[slug] for slug in self.services],
            "service_counted": [bool(ways[slug] & COUNTED) for slug in self.services],
            "once": [slug for slug in self.services if Kind.ONCE in ways[slug]],
        }


NOBODY = (), ()
# See reports/spm/sql.py; and what is made for a whole department fits in the memory of one sort.
PLANNER = "SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off; SET LOCAL work_mem = '64MB'; "
PLANNER_AGAIN = "SET LOCAL enable_nestloop = on; SET LOCAL enable_mergejoin = on; SET LOCAL work_mem TO DEFAULT"
MANY = 20  # shelters × months from which the records of the month are read in one go
COUNTED = {Kind.MONTHLY, Kind.ONCE, Kind.PROCESS}
PART_COLUMNS = ("slot", "length", "since", "till", "days")
RULE_COLUMNS = ("part", "service", "kind", "all", "quantity")
