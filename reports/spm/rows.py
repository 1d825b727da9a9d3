"""What a month's report reads: a handful of queries, whatever the number of residents."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Max

from cases.models import Client, DayRecord, Need, ServiceRecord, ServiceRule, ServiceType, Stay


class StayRow(NamedTuple):
    pk: int
    client: int
    service_type: str
    entered_on: date
    ended_on: date | None


class NeedRow(NamedTuple):
    stay: int
    service: str
    opened_on: date
    closed_on: date | None
    reason: str


class RecordRow(NamedTuple):
    stay: int
    service: str
    date: date
    quantity: int


@dataclass(frozen=True)
class Rows:
    """Plain rows; superfluous ones (of other months, of nobody's stay) do no harm."""

    types: list[ServiceType]
    rules: list[ServiceRule]
    stays: list[StayRow]
    away: set[tuple[int, date]]  # (stay, night) with a presence other than hadir
    needs: list[NeedRow]
    records: list[RecordRow]


def read(shelter, month):
    """The rows of a shelter's month. Seven queries."""
    stays = eligible_stays(shelter, month)
    mine = [stay.pk for stay in stays]
    rules = list(ServiceRule.objects.in_force(month.first, month.last).select_related("service"))
    return Rows(
        types=list(ServiceType.objects.all()),
        rules=rules,
        stays=stays,
        away=nights_away(mine, month),
        needs=[
            NeedRow(*row)
            for row in Need.objects.filter(stay__in=mine, opened_on__lte=month.last)
            .order_by()
            .values_list("stay_id", "service_id", "opened_on", "closed_on", "reason")
        ],
        records=records_in(mine, month) + earlier_records(mine, month, rules),
    )


def eligible_stays(shelter, month):
    """Stays with a service type that touch the month, of persons whom the standard covers.

    Eligible: an Indonesian citizen whose stay does not contradict the criteria of neglect. The criteria are
    recorded with each stay, so a stay that contradicts them drops out alone, with its needs and records.
    """
    rows = (
        Stay.objects.at([shelter])
        .overlapping(month.first, month.last)
        .filter(service_type__isnull=False, client__citizenship=Client.Citizenship.WNI)
        .exclude(neglect=Stay.Neglect.CONTRADICTED)
        .order_by()
    )
    return [StayRow(*row) for row in rows.values_list("pk", "client_id", "service_type_id", "entered_on", "ended_on")]


def nights_away(stays, month):
    days = DayRecord.objects.filter(stay__in=stays, date__range=(month.first, month.last)).order_by()
    return set(days.exclude(presence=DayRecord.Presence.PRESENT).values_list("stay_id", "date"))


def records_in(stays, month):
    records = ServiceRecord.objects.filter(stay__in=stays, date__range=(month.first, month.last)).order_by()
    return [RecordRow(*row) for row in records.values_list("stay_id", "service_id", "date", "quantity")]


def earlier_records(stays, month, rules):
    """For `once`, what was given before the month: the latest record of a stay and service stands for all."""
    once = {rule.service_id for rule in rules if rule.rule == ServiceRule.Rule.ONCE}
    records = ServiceRecord.objects.filter(stay__in=stays, service__in=once, date__lt=month.first).order_by()
    latest = records.values_list("stay_id", "service_id").annotate(latest=Max("date"))
    return [RecordRow(stay, service, day, 1) for stay, service, day in latest]
