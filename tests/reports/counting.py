"""Many random worlds in one database, each as a shelter of its own, counted by one statement."""

from collections import Counter
from copy import copy
from io import StringIO

from django.db import connection

from cases.models import Client, DayRecord, Need, ServiceRecord, ServiceType, Shelter, Stay
from reports.spm.months import Question
from tests.factories import reason
from tests.reports.worlds import MARCH, TYPES


def computed(worlds):
    """What the report says of each world, as the oracle would put it; asked in two statements, for a world in which no
    rule changes within the month is counted by a shorter way.

    Each world is a shelter of its own, with its own types and rules, in one database. Today is the clock's.
    """
    moved = placed(worlds)
    reports = {}
    for steady in (True, False):
        group = [one for one in moved if question_of([one]).is_steady == steady]
        question = question_of(group)
        assert question.is_steady == steady or not group
        found = question.reports()
        assert question.served() == {place: people_of(report) for place, report in found.items()}
        reports |= found
    return [one.as_lists(reports[one.shelter.pk, MARCH]) for one in moved]


def question_of(moved):
    return Question.of([one.shelter for one in moved], [MARCH], rules=[rule for one in moved for rule in one.rules])


def people_of(report):
    """{type code: (in scope, served)} of a report, where there are people."""
    types = (figures for figures in report.types if figures.in_scope)
    return {one.service_type.code: (frozenset(one.in_scope), frozenset(one.served)) for one in types}


def person_days(worlds):
    """The present days that the report counts: {(type with the number of its world, client): days}."""
    moved = placed(worlds)
    counts = Counter()
    for run in Question.of([one.shelter for one in moved], [MARCH], rules=[]).runs():
        counts[run.type, run.client] += (run.till - run.since).days + 1
    return counts


def placed(worlds):
    gone = reason("kabur")
    moved = [Moved(world, number, gone) for number, world in enumerate(worlds, 1)]
    write(moved)
    return moved


class Moved:
    """A world at a place of its own among many: keys, types and level are moved out of the others' way."""

    def __init__(self, world, number, gone):
        self.offset, self.number = number * 1000, number
        self.shelter = Shelter(
            pk=self.offset, slug=f"dunia-{number}", code=f"D{number}", name=f"Dunia {number}", level=f"w{number}",
            capacity=10,
        )  # fmt: skip
        self.rules = [self.moved(rule, service_type_id=self.type_of(rule.service_type_id)) for rule in world.rules]
        self.clients = [self.moved(one, pk=self.key(one.pk), number=f"{number}-{one.pk}") for one in world.clients]
        self.stays = [
            self.moved(
                stay, pk=self.key(stay.pk), client_id=self.key(stay.client_id), shelter_id=self.shelter.pk,
                service_type_id=stay.service_type_id and self.type_of(stay.service_type_id),
                exit_reason_id=gone.pk if stay.ended_on else None,
            )
            for stay in world.stays
        ]  # fmt: skip
        of_stay = [
            [self.moved(row, stay_id=self.key(row.stay_id)) for row in rows] for rows in (world.days, world.needs)
        ]
        self.day_marks, self.needs = of_stay
        self.record_lines = [
            f"{self.key(row.stay_id)}\t{row.service_id}\t{row.date}\t{row.quantity}\t\tf\t2026-03-01\n"
            for row in world.records
        ]

    def key(self, pk):
        return self.offset + pk

    def type_of(self, code):
        return f"{code}-{self.number}"

    def moved(self, row, **values):
        row = copy(row)
        for name, value in values.items():
            setattr(row, name, value)
        return row

    def types(self):
        levels = {TYPES[0]: self.shelter.level, TYPES[1]: f"x{self.number}"}
        return [ServiceType(code=self.type_of(code), level=level, group=code[:4]) for code, level in levels.items()]

    def as_lists(self, report):
        """Clients and types by the names they have in the world; the type of another level only if it shows."""

        def plain(clients):
            return [client - self.offset for client in clients]

        return {
            figures.service_type.code.rpartition("-")[0]: {
                "in_scope": plain(figures.in_scope),
                "served": plain(figures.served),
                "services": {
                    line.service.slug: (plain(line.needed), plain(line.fulfilled)) for line in figures.services
                },
            }
            for figures in report.types
        }


def write(moved):
    """All worlds into the database, in place of those that were there before."""
    mine = {"stay__shelter__slug__startswith": "dunia-"}
    for rows in (ServiceRecord.objects.filter(**mine), Need.objects.filter(**mine), DayRecord.objects.filter(**mine)):
        rows.delete()
    Stay.objects.filter(shelter__slug__startswith="dunia-").delete()
    Client.objects.filter(name__startswith="Klien ").delete()
    Shelter.objects.filter(slug__startswith="dunia-").delete()
    ServiceType.objects.filter(code__contains="-").delete()
    Shelter.objects.bulk_create(one.shelter for one in moved)
    ServiceType.objects.bulk_create(kind for one in moved for kind in one.types())
    Client.objects.bulk_create(client for one in moved for client in one.clients)
    Stay.objects.bulk_create(stay for one in moved for stay in one.stays)
    DayRecord.objects.bulk_create(mark for one in moved for mark in one.day_marks)
    Need.objects.bulk_create(need for one in moved for need in one.needs)
    with connection.cursor() as cursor:  # thousands of them: model rows would take longer than all the rest
        cursor.copy_from(
            StringIO("".join(line for one in moved for line in one.record_lines)), "cases_servicerecord",
            columns=("stay_id", "service_id", "date", "quantity", "note", "on_sheet", "recorded_at"),
        )  # fmt: skip
