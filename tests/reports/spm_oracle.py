"""The Minimum Service Standard once more: slow, day by day, over model rows, from the text of the rules.

It shares nothing with reports/spm. Whoever changes one of the two must be able to say why the other is wrong.
"""

import calendar
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from math import ceil


class World:
    """Everything that one shelter has written down, as lists of model instances."""

    def __init__(self, rules, clients=(), stays=(), days=(), needs=(), records=()):
        self.rules, self.clients, self.stays = list(rules), list(clients), list(stays)
        self.days, self.needs, self.records = list(days), list(needs), list(records)


class Oracle:
    def __init__(self, world, year, month, today):
        self.world, self.today = world, today
        self.first = date(year, month, 1)
        self.length = calendar.monthrange(year, month)[1]
        self.last = date(year, month, self.length)
        self.days = [self.first + timedelta(days=n) for n in range(self.length)]
        self.stays_of, self.present_days = cache(self.stays_of), cache(self.present_days)

    def figures(self, type_code):
        """{"in_scope": ids, "served": ids, "services": {slug: (needed ids, fulfilled ids)}}"""
        in_scope = [c.pk for c in self.world.clients if self.present_days(c.pk, type_code)]
        services, served = {}, []
        for slug in {rule.service_id for rule in self.rules_of(type_code)}:
            needed = [c for c in in_scope if self.is_needed(c, type_code, slug)]
            services[slug] = (needed, [c for c in needed if self.is_fulfilled(c, type_code, slug)])
        for client in in_scope:
            # Without a catalogue nobody can be said to be served.
            if services and all(client in met for needed, met in services.values() if client in needed):
                served.append(client)
        return {"in_scope": in_scope, "served": served, "services": services}

    def rules_of(self, type_code):
        return [
            rule
            for rule in self.world.rules
            if rule.service_type_id == type_code and any(self.in_force(rule, day) for day in self.days)
        ]

    def in_force(self, rule, day):
        return rule.valid_from <= day and not (rule.valid_to and rule.valid_to < day)

    def stays_of(self, client, type_code):
        """The client's stays of the type with any part in the month, be it only the day of leaving."""
        citizen = {c.pk: c.citizenship == "wni" for c in self.world.clients}
        found = []
        for stay in self.world.stays:
            touches = any(stay.entered_on <= day and (not stay.ended_on or day <= stay.ended_on) for day in self.days)
            countable = stay.status != "cancelled" and stay.neglect != "contradicted" and citizen[client]
            if stay.client_id == client and stay.service_type_id == type_code and touches and countable:
                found.append(stay)
        return found

    def is_present(self, stay, day):
        if day > self.today:
            return False
        if stay.entered_on == stay.ended_on:
            return day == stay.entered_on
        if day < stay.entered_on or (stay.ended_on and day >= stay.ended_on):
            return False
        marks = [mark.presence for mark in self.world.days if mark.stay_id == stay.pk and mark.date == day]
        return marks in ([], ["hadir"])

    def present_days(self, client, type_code):
        """{day: the stay that gives it}; of two stays that give one day, the one begun later."""
        days = {}
        for stay in sorted(self.stays_of(client, type_code), key=lambda stay: stay.entered_on):
            for day in self.days:
                if self.is_present(stay, day):
                    days[day] = stay
        return days

    def asking(self, client, type_code, slug):
        """The present days on which the service is owed to this client, each with the rule of that day."""
        pairs = []
        for day, stay in sorted(self.present_days(client, type_code).items()):
            for rule in self.world.rules:
                if (rule.service_type_id, rule.service_id) != (type_code, slug) or not self.in_force(rule, day):
                    continue
                if rule.first_days and day >= stay.entered_on + timedelta(days=rule.first_days):
                    continue
                if rule.needed_by == "everyone" or self.has_need(client, type_code, slug):
                    pairs.append((day, rule))
        return pairs

    def is_needed(self, client, type_code, slug):
        return bool(self.asking(client, type_code, slug))

    def needs_of(self, client, type_code, slug):
        stays = [stay.pk for stay in self.stays_of(client, type_code)]
        return [need for need in self.world.needs if need.stay_id in stays and need.service_id == slug]

    def closing(self, need):
        """How the need was closed, as the last day of the month knows it; "" when it was open."""
        return need.reason if need.closed_on and need.closed_on <= self.last else ""

    def current(self, need, client, type_code):
        days = self.present_days(client, type_code)
        if need.opened_on > max(days):
            return False
        if self.closing(need) == "":
            return True
        return self.closing(need) == "terpenuhi" and need.closed_on >= min(days)

    def has_need(self, client, type_code, slug):
        return any(self.current(need, client, type_code) for need in self.needs_of(client, type_code, slug))

    def is_fulfilled(self, client, type_code, slug):
        stays = self.stays_of(client, type_code)
        ever = [r for r in self.world.records if r.service_id == slug and r.stay_id in [s.pk for s in stays]]
        ever = [r for r in ever if min(s.entered_on for s in stays) <= r.date <= self.last]
        in_month = [r for r in ever if r.date >= self.first]
        owed_monthly = 0
        for day, rule in self.asking(client, type_code, slug):
            arrival = any(stay.entered_on == day for stay in stays if self.is_present(stay, day))
            if rule.rule == "daily":
                given = sum(r.quantity for r in in_month if r.date == day)
                if given < (1 if arrival else rule.quantity):
                    return False
            elif rule.rule == "monthly":
                owed_monthly += rule.quantity
            elif rule.rule == "once" and not ever:
                return False
            elif rule.rule == "process" and not in_month and not self.settled(client, type_code, slug, rule):
                return False
        return not owed_monthly or len(in_month) >= max(1, ceil(Fraction(owed_monthly, self.length)))

    def settled(self, client, type_code, slug, rule):
        """Closed as fulfilled: the need that asks for the service; any, when everyone is owed it."""
        asking = [r.needed_by for _, r in self.asking(client, type_code, slug) if r.rule == "process"]
        for need in self.needs_of(client, type_code, slug):
            if self.closing(need) == "terpenuhi":
                if "everyone" in asking or self.current(need, client, type_code):
                    return True
        return False
