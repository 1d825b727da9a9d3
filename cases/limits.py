"""The longest stay, counted in calendar or in working days. It warns and ends nothing: nights keep counting.

The day of entry counts as the first, when it is a day of the unit: with 6 working days, who came on a Thursday may
stay until the Thursday after.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Max, Q

from cases.models.holiday import Holiday
from cases.models.shelter import Shelter

WARN_DAYS = 2
LONGEST = 36_500  # a hundred years: whatever is typed beyond it is no limit, and no date either
ONE_DAY = timedelta(days=1)


def weekdays_before(day):
    """Mondays to Fridays since the beginning of the calendar, before this day; 1 January of the year 1 was a Monday."""
    weeks, weekday = divmod(day.toordinal() - 1, 7)
    return 5 * weeks + min(weekday, 5)


class WorkingDays:
    """Mondays to Fridays without the holidays, numbered one after the other."""

    def __init__(self, holidays):
        self.off = sorted({weekdays_before(day) for day in holidays if day.weekday() < 5})

    def before(self, day):
        """How many working days lie before this day."""
        weekdays = weekdays_before(day)
        return weekdays - bisect_left(self.off, weekdays)

    def numbered(self, number):
        """The working day that has so many before it."""
        weekday, skipped = number, -1
        while skipped != (now := bisect_right(self.off, weekday)):
            weekday, skipped = number + now, now
        return date.fromordinal(7 * (weekday // 5) + weekday % 5 + 1)

    def last(self, start, days):
        """The day on which the last of so many working days is reached, counted from `start` on."""
        return self.numbered(self.before(start) + days - 1)

    def latest_start(self, end, days):
        """The latest start whose last day is not after `end`."""
        return self.numbered(self.before(end + ONE_DAY) - days)


class CalendarDays:
    def last(self, start, days):
        return start + timedelta(days=days - 1)

    def latest_start(self, end, days):
        return end - timedelta(days=days - 1)


def days_of(unit):
    """How a unit counts; working days ask for the holidays."""
    return WorkingDays(Holiday.objects.dates()) if unit == Shelter.StayUnit.WORKING else CalendarDays()


def days_allowed(shelter):
    return min(max(shelter.max_stay, 1), LONGEST)


@dataclass(frozen=True)
class Limit:
    """How long a resident may stay, seen from today: the shelter's rule, and what the head has granted beyond it."""

    own_day: date
    extended_until: date | None
    today: date

    @property
    def last_day(self):
        return max(self.own_day, self.extended_until or self.own_day)

    @property
    def is_extended(self):
        return self.last_day > self.own_day

    @property
    def is_over(self):
        return self.today > self.last_day

    @property
    def is_near(self):
        return not self.is_over and self.today >= self.last_day - timedelta(days=WARN_DAYS)

    @property
    def is_last_day(self):
        return self.today == self.last_day

    @property
    def days_over(self):
        return (self.today - self.last_day).days


def limit_of(stay):
    """The limit of one stay; None where the shelter has none."""
    shelter = stay.shelter
    if not shelter.max_stay:
        return None
    extended = stay.extensions.approved().aggregate(until=Max("until"))["until"]
    own_day = days_of(shelter.max_stay_unit).last(stay.entered_on, days_allowed(shelter))
    return Limit(own_day=own_day, extended_until=extended, today=shelter.today())


def near_limit(stays):
    """Of these stays the residents two days from their limit, at it, or past it, the longest past first.

    A list, each with its `limit`, and `asked`: whether an extension waits for the head. Three queries.
    """
    shelters = Shelter.objects.filter(max_stay__gte=1, pk__in=stays.order_by().values("shelter"))
    rules = {shelter.pk: shelter for shelter in shelters}
    if not rules:
        return []
    counting = {unit: days_of(unit) for unit in {shelter.max_stay_unit for shelter in rules.values()}}
    due = Q(pk__in=[])
    for shelter in rules.values():
        horizon = shelter.today() + timedelta(days=WARN_DAYS)
        latest = counting[shelter.max_stay_unit].latest_start(horizon, days_allowed(shelter))
        granted = Q(extended_until=None) | Q(extended_until__lte=horizon)
        due |= granted & Q(shelter=shelter, entered_on__lte=latest)
    rows = stays.resident().annotate(
        extended_until=Max("extensions__until", filter=Q(extensions__status="approved")),
        asked=Count("extensions", filter=Q(extensions__status="requested")),
    )
    found = list(rows.filter(due).select_related("client", "shelter"))
    for stay in found:
        shelter = rules[stay.shelter_id]
        own_day = counting[shelter.max_stay_unit].last(stay.entered_on, days_allowed(shelter))
        stay.limit = Limit(own_day=own_day, extended_until=stay.extended_until, today=shelter.today())
    return sorted(found, key=lambda stay: (stay.limit.last_day, stay.entered_on, stay.pk))
