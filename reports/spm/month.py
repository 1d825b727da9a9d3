"""The Minimum Service Standard of a shelter in a month: who was in scope and who was served."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cases.models import BasicService, ServiceRule, ServiceType, Shelter
from reports.month import Month
from reports.spm.person import Person
from reports.spm.rows import read
from reports.spm.words import FOR_WHOM, rules_in_words


@dataclass(frozen=True)
class ServiceFigures:
    """One basic service of a type. The people behind the figures are client ids, in order."""

    service: BasicService
    rules: tuple[ServiceRule, ...]
    needed: tuple[int, ...]
    fulfilled: tuple[int, ...]

    @property
    def percent(self):
        return percentage(len(self.fulfilled), len(self.needed))

    @property
    def in_words(self):
        return rules_in_words(self.rules)

    @property
    def for_whom(self):
        return " / ".join(dict.fromkeys(FOR_WHOM[rule.needed_by] for rule in self.rules))


@dataclass(frozen=True)
class TypeFigures:
    service_type: ServiceType
    in_scope: tuple[int, ...]
    served: tuple[int, ...]
    services: tuple[ServiceFigures, ...]

    @property
    def percent(self):
        return percentage(len(self.served), len(self.in_scope))

    @property
    def unserved(self):
        return tuple(client for client in self.in_scope if client not in self.served)


@dataclass(frozen=True)
class SpmMonth:
    shelter: Shelter
    month: Month
    today: date
    types: tuple[TypeFigures, ...]

    @property
    def is_provisional(self):
        """The month's last day is not over yet."""
        return self.today <= self.month.last

    @property
    def has_people(self):
        return any(figures.in_scope for figures in self.types)

    def as_json(self):
        return {
            "shelter": self.shelter.slug,
            "period": str(self.month),
            "types": [
                {
                    "type": figures.service_type.code,
                    "in_scope": len(figures.in_scope),
                    "served": len(figures.served),
                    "services": [
                        {
                            "slug": line.service.slug,
                            "needed": len(line.needed),
                            "fulfilled": len(line.fulfilled),
                        }
                        for line in figures.services
                    ],
                }
                for figures in self.types
            ],
        }


def spm_month(shelter, month):
    """The report of a shelter's month, as of the month's last day.

    In a month that is not over, a day that has not come is not a present day: days count up to and including
    the shelter's today, and what `monthly` asks grows with them. All else is judged as of the last day.
    """
    today = shelter.today()
    rows = read(shelter, month)
    wanted = {stay.service_type for stay in rows.stays}
    types = tuple(
        figures
        for figures in type_figures(rows, month, today)
        if figures.service_type.level == shelter.level or figures.service_type.code in wanted
    )
    return SpmMonth(shelter=shelter, month=month, today=today, types=types)


def type_figures(rows, month, today):
    """The figures of every service type. A pure function of rows, month and today."""
    people = people_in_scope(rows, month, min(month.last, today))
    rules = defaultdict(lambda: defaultdict(list))
    for rule in sorted(rows.rules, key=lambda rule: (rule.service.position, rule.service_id, rule.valid_from)):
        if rule.valid_from <= month.last and (rule.valid_to is None or rule.valid_to >= month.first):
            rules[rule.service_type_id][rule.service_id].append(rule)
    return [figures_of(kind, people[kind.code], rules[kind.code]) for kind in rows.types]


def people_in_scope(rows, month, until):
    """{type: {client: Person}} of those whose stays of the type give at least one present day, each once."""
    people, by_stay = defaultdict(dict), {}
    for stay in rows.stays:
        if stay.entered_on <= month.last and (stay.ended_on is None or stay.ended_on >= month.first):
            person = people[stay.service_type].setdefault(stay.client, Person(month))
            person.add_stay(stay, rows.away, until)
            by_stay[stay.pk] = person
    for need in rows.needs:
        if need.stay in by_stay:
            by_stay[need.stay].add_need(need)
    for record in rows.records:
        if record.stay in by_stay:
            by_stay[record.stay].add_record(record)
    present = defaultdict(dict)
    for kind, members in people.items():
        present[kind] = {client: members[client] for client in sorted(members) if members[client].days}
    return present


def figures_of(service_type, people, rules):
    """A person is served when all needed services are fulfilled."""
    served, services = set(people), []
    for service, versions in rules.items():
        results = {client: person.result(service, versions) for client, person in people.items()}
        needed = tuple(client for client, result in results.items() if result is not None)
        fulfilled = tuple(client for client in needed if results[client])
        served -= set(needed) - set(fulfilled)
        services.append(ServiceFigures(versions[0].service, tuple(versions), needed, fulfilled))
    return TypeFigures(
        service_type=service_type,
        in_scope=tuple(people),
        served=tuple(client for client in people if client in served),
        services=tuple(services),
    )


def percentage(part, whole):
    """100 × part ÷ whole, half up to two decimals; None when there is no whole, which prints as a dash."""
    if not whole:
        return None
    return (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)
