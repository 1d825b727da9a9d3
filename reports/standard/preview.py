"""What a change of the catalogue would change, before it is made: the figures now and then, side by side."""

from dataclasses import dataclass

from cases.models import ServiceRule, ServiceType, Shelter
from reports.models import MonthReport
from reports.month import Month
from reports.spm.months import spm_months

MONTHS = 4  # the current one and the three before it


@dataclass(frozen=True)
class Effect:
    """One type at one shelter in one month."""

    shelter: Shelter
    month: Month
    kind: ServiceType
    in_scope: int
    before: int
    after: int

    @property
    def differs(self):
        return self.before != self.after


def effects(kind, rules, shelters):
    """Served now and served then, of everybody of this type. `rules` are the whole catalogue as it would be."""
    shelters = list(shelters)
    if not shelters:
        return []
    latest = max(Month.of(shelter.today()) for shelter in shelters)
    months = [latest.moved(-step) for step in range(MONTHS)]
    now, then = spm_months(shelters, months), spm_months(shelters, months, rules=rules)
    found = []
    for shelter in shelters:
        for month in months:
            old, new = now[shelter.pk, month].of_type(kind.pk), then[shelter.pk, month].of_type(kind.pk)
            if old and old.in_scope:
                served = len(old.served), len(new.served)
                found.append(Effect(shelter, month, kind, len(old.in_scope), *served))
    return found


def with_rule(new):
    """All rules as they would be with this one."""
    rules = list(ServiceRule.objects.select_related("service"))
    of_same = [
        rule for rule in rules if (rule.service_type_id, rule.service_id) == (new.service_type_id, new.service_id)
    ]
    kept, _, fitted = new.fitted(of_same)
    return [rule for rule in rules if rule not in of_same] + kept + [fitted]


def with_end(ended, on):
    """All rules as they would be if this one ended."""
    rules = list(ServiceRule.objects.select_related("service"))
    for rule in rules:
        if rule.pk == ended.pk:
            rule.valid_to = on
    return [rule for rule in rules if rule.valid_from <= (rule.valid_to or rule.valid_from)]


def signed_since(day):
    """Signed months that a rule valid from this day reaches into: [(month, their shelters)], the latest first."""
    found, since = {}, Month.of(day)
    for report in MonthReport.objects.in_force().select_related("shelter"):
        month = Month(report.year, report.number)
        if month >= since:
            found.setdefault(month, []).append(report.shelter)
    return sorted(found.items(), reverse=True)
