"""A person's month as a calendar: was the day counted, and what was given on it."""

import calendar
from dataclasses import dataclass, field
from datetime import date

SIGNS = {"hadir": "✓", "izin": "I", "rs": "RS", "kabur": "K", "perjalanan": "P", "future": "", "out": "·"}
WORDS = {
    "hadir": "hadir", "izin": "izin", "rs": "dirawat di RS", "kabur": "pergi tanpa izin",
    "perjalanan": "dalam perjalanan", "future": "belum tiba", "out": "tidak dihitung",
}  # fmt: skip


@dataclass
class Day:
    date: date
    state: str  # of SIGNS: present days are those that the figures count
    given: list = field(default_factory=list)
    url: str = ""

    @property
    def sign(self):
        return SIGNS[self.state]

    @property
    def words(self):
        return WORDS[self.state]

    @property
    def is_present(self):
        return self.state == "hadir"


def month_calendar(month, today, runs, marks, given, url=None):
    """Weeks from Monday, None for days of other months. `url`: of the sheet of a day, for whoever may open it."""
    days = {}
    for number in range(1, month.days + 1):
        day = date(month.year, month.number, number)
        state = state_of(day, today, runs, marks)
        days[number] = Day(day, state, url=url(day) if url and state not in ("future", "out") else "")
    for record in given:
        days[record.date.day].given.append(record)
    weeks = calendar.Calendar().monthdayscalendar(month.year, month.number)
    return [[days.get(number) for number in week] for week in weeks]


def state_of(day, today, runs, marks):
    if any(run.since <= day <= run.till for run in runs):
        return "hadir"
    if day > today:
        return "future"
    mark = marks.get(day)
    return mark.presence if mark and mark.presence != "hadir" else "out"
