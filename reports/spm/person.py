"""One person of one service type in one month: what counts for them, and was a needed service fulfilled?

The rules are those of spm-computation.md, "Fulfilled". A present day is judged by the rule in force on that
day: when a rule changes within the month, each version asks for its own days, and all of it must be given.
"""

from collections import defaultdict
from datetime import date

from cases.models import Need, ServiceRule
from reports.days import present_days

Kind = ServiceRule.Rule
EVERYONE = ServiceRule.NeededBy.EVERYONE


class Person:
    """Present days, needs and records of all the person's stays of the type that touch the month, together.

    The month is judged as of its last day: what is dated later stays out, and a need closed later is open.
    """

    def __init__(self, month):
        self.month = month
        self.days: dict[date, int] = {}  # present day: which day of its stay it is, the day of arrival being 1
        self.begun_on = month.last
        self.needs = defaultdict(list)
        self.records = defaultdict(list)

    def add_stay(self, stay, away, until):
        self.begun_on = min(self.begun_on, stay.entered_on)
        for day in present_days(stay, away, self.month.first, until):
            self.days[day] = (day - stay.entered_on).days + 1

    def add_need(self, need):
        """A need as the last day of the month knows it."""
        if need.closed_on and need.closed_on > self.month.last:
            need = need._replace(closed_on=None, reason="")
        self.needs[need.service].append(need)

    def add_record(self, record):
        if self.begun_on <= record.date <= self.month.last:
            self.records[record.service].append(record)

    def result(self, service, rules):
        """True: needed and fulfilled. False: needed and not fulfilled. None: not needed in this month."""
        asked = defaultdict(list)
        for rule in rules:
            days = self.days_under(rule)
            if days and (rule.needed_by == EVERYONE or self.current_needs(service)):
                asked[rule.rule].append((rule, days))
        if not asked:
            return None
        return all(CHECKS[kind](self, service, demands) for kind, demands in asked.items())

    def days_under(self, rule):
        """The present days on which the rule asks: in force, and within the first days if so limited."""
        return [
            day
            for day, number in self.days.items()
            if rule.valid_from <= day
            and (rule.valid_to is None or day <= rule.valid_to)
            and (rule.first_days is None or number <= rule.first_days)
        ]

    def current_needs(self, service):
        """Needs opened by the last present day; open, or closed as fulfilled since the first present day."""
        first, last = min(self.days), max(self.days)
        return [
            need
            for need in self.needs.get(service, ())
            if need.opened_on <= last and (need.closed_on is None or (is_fulfilled(need) and need.closed_on >= first))
        ]

    def records_in_month(self, service):
        return [record for record in self.records.get(service, ()) if record.date >= self.month.first]


def is_fulfilled(need):
    return need.reason == Need.Reason.FULFILLED


def is_daily_met(person, service, demands):
    """Every day has records of the rule's total quantity; one is enough on the day of arrival."""
    given = defaultdict(int)
    for record in person.records_in_month(service):
        given[record.date] += record.quantity
    return all(given[day] >= (1 if person.days[day] == 1 else rule.quantity) for rule, days in demands for day in days)


def is_monthly_met(person, service, demands):
    """As many records (not quantities) as n × present days ÷ days of the month, rounded up; at least one."""
    owed = sum(rule.quantity * len(days) for rule, days in demands)
    return len(person.records_in_month(service)) >= max(1, -(-owed // person.month.days))


def is_once_met(person, service, demands):
    """A record since the start of the earliest of these stays: add_record lets no other in."""
    return bool(person.records.get(service))


def is_process_met(person, service, demands):
    """A step in the month, or the need closed as fulfilled by its end.

    Where the need is what asks for the service, one fulfilled before the first present day is another, older
    need; where everyone is owed the service, it is done for good.
    """
    for_all = any(rule.needed_by == EVERYONE for rule, _ in demands)
    needs = person.needs.get(service, ()) if for_all else person.current_needs(service)
    return bool(person.records_in_month(service)) or any(is_fulfilled(need) for need in needs)


def is_presence_met(person, service, demands):
    """The place itself is the service."""
    return True


CHECKS = {
    Kind.DAILY: is_daily_met,
    Kind.MONTHLY: is_monthly_met,
    Kind.ONCE: is_once_met,
    Kind.PROCESS: is_process_met,
    Kind.PRESENCE: is_presence_met,
}
