"""The figures that other pages show, of a year's quarters at once, read by the functions of those pages.

A family takes what is asked for and gives {key: {period: Value}}. Its queries do not grow in number with the shelters.
"""

from collections import Counter, defaultdict

from cases.limits import WorkingDays
from cases.models import DayRecord, ExitReason, Holiday, Stay
from referrals.models import Referral
from reports.contents.work import counted as counted_work
from reports.contents.work import questions
from reports.evaluation.asked import Value, last_month
from reports.figures.aftercare import HEADINGS as AFTERCARE
from reports.figures.aftercare import STATES, aftercare_outcomes
from reports.figures.changes import FEWEST
from reports.figures.days import night_count
from reports.figures.referrals import steps
from reports.lists.of_days import meal_days
from reports.models import Target
from reports.models.evaluation_indicator import YEAR
from reports.models.step_limit import limits_of_steps
from reports.month import Month
from reports.reach.numbers import as_decimal, at_share, percent
from reports.reach.outcomes import exits, gaps_of, one_return
from reports.reach.people import arrivals_by_month, people
from reports.reach.timeliness import READERS, Step, measured
from reports.spm.counted import counted
from reports.spm.year import type_year

ATTENDANCE = ("sessions", "attendances")
WORK = ("papers_issued", "journeys_received", "incidents", "needs_fulfilled", *ATTENDANCE)
WINDOWS = (30, 90)
REACHED = [label for state, label in STATES.items() if state not in ("unreached", "unasked")]


def is_few(part, whole):
    """A share of which the rest of the house would hide one of the parts."""
    return 0 < whole < FEWEST or 0 < part < FEWEST or 0 < whole - part < FEWEST


def reach_family(asked):
    """Jangkauan."""
    arrivals = arrivals_by_month(asked.shelters, asked.whole)
    found = {"persons": {}, "arrivals": {}}
    for period, span in asked.spans.items():
        found["persons"][period] = Value(people(asked.shelters, span).count())
        came = sum(arrivals[Month(asked.year, number).label] for number in months_of(period))
        found["arrivals"][period] = Value(came)
    return found


def months_of(period):
    last = last_month(period)
    return range(1 if period == YEAR else last - 2, last + 1)


def nights_family(asked):
    """Rekap, and the nights of the dashboard. Two queries."""
    span, todays = asked.whole, asked.todays
    stays = list(
        Stay.objects.at(asked.shelters).overlapping(span.first, span.last).in_house().order_by()
        .values_list("shelter", "pk", "entered_on", "ended_on", named=True)
    )  # fmt: skip
    away = defaultdict(list)
    records = DayRecord.objects.at(asked.shelters).filter(
        date__range=(span.first, span.last), stay__setting=Stay.Setting.IN_HOUSE
    )
    records = records.exclude(presence=DayRecord.Presence.PRESENT).order_by()
    for stay, day in records.values_list("stay", "date"):
        away[stay].append(day)
    found = {"nights": {}, "occupancy": {}}
    for period, span in asked.spans.items():
        slept, beds = Counter(), 0
        for stay in stays:
            until = min(span.last, todays[stay.shelter])
            slept["all"] += night_count(stay, span.first, until)
            slept["away"] += sum(is_night(stay, day, span.first, until) for day in away.get(stay.pk, ()))
        for shelter in asked.shelters:
            days = (min(span.last, todays[shelter.pk]) - span.first).days + 1
            beds += shelter.capacity * max(days, 0)
        found["nights"][period] = Value(slept["all"] - slept["away"])
        found["occupancy"][period] = Value(percent(slept["all"], beds))
    return found


def is_night(stay, day, first, until):
    """Whether a record of a day is about a night of the stay: the day of leaving is none."""
    return max(first, stay.entered_on) <= day <= until and (stay.ended_on is None or day < stay.ended_on)


def spm_family(asked):
    """SPM: from January to the end of the quarter, each person once, signed months as they were signed."""
    found = counted(asked.shelters, asked.months)
    targets = Target.objects.populations(asked.year) if asked.is_department else {}
    by_month = [[found[shelter.pk, month] for shelter in asked.shelters] for month in asked.months]
    codes = {code for one in found.values() for code in one.in_scope} | targets.keys()
    shares = defaultdict(dict)
    for code in codes:
        for period in asked.spans:
            line = type_year(code, by_month[: last_month(period)], targets.get(code)).line(code)
            shares[f"spm_{code}"][period] = Value(line.percent)
    return shares


def outcomes_family(asked):
    """Hasil: how people left, how long they had stayed, and who came back. Three queries."""
    left = list(exits(asked.shelters, asked.whole))
    counted_exits = [row for row in left if not (row["dead"] or row["moved"])]
    gaps, todays = gaps_of(counted_exits), asked.todays
    reunions = {reason.name for reason in ExitReason.objects.select_related("maps_to") if reason.asks.is_reunion}
    found = defaultdict(dict)
    for period, span in asked.spans.items():
        rows = [row for row in left if span.first <= row["ended_on"] <= span.last]
        nights = [(row["ended_on"] - row["entered_on"]).days for row in rows if row["setting"] == Stay.Setting.IN_HOUSE]
        found["departures"][period] = Value(len(rows))
        found["reunions"][period] = Value(sum(row["exit_reason__name"] in reunions for row in rows))
        found["median_stay"][period] = Value(as_decimal(at_share(nights, "1/2")), 0 < len(nights) < FEWEST)
        came_from = [row for row in counted_exits if span.first <= row["ended_on"] <= span.last]
        for days in WINDOWS:
            one = one_return("", days, came_from, gaps, todays, False)
            found[f"returns_{days}"][period] = Value(one.share, is_few(one.ripe_back, one.ripe))
    return found


def timeliness_family(asked):
    """Ketepatan waktu: the share within the limit, of those judged. Seven queries."""
    limits, working = limits_of_steps(), WorkingDays(Holiday.objects.dates())
    houses = {shelter.pk: shelter for shelter in asked.shelters}
    begun = {step: [] for step in Step}
    for read in READERS:
        for step, one in read(houses, asked.whole):
            begun[step].append(one)
    found = defaultdict(dict)
    for period, span in asked.spans.items():
        for step, passages in begun.items():
            mine = [one for one in passages if span.first <= one.start.date() <= span.last]
            line = measured(step, mine, limits.get(step, []), working, asked.now, False)
            share = line.share if line.limit else None
            found[f"step_{step.value}"][period] = Value(share, is_few(line.within, line.judged))
    return found


def aftercare_family(asked):
    """Bimbingan lanjut about the 90th day. A query for each period."""
    found = {"aftercare_reached": {}, "aftercare_well": {}}
    for period, span in asked.spans.items():
        rows = aftercare_outcomes(asked.shelters, span.first, span.last, masked=False)
        counts = dict(zip(AFTERCARE, rows[0].counts, strict=True)) if rows else Counter()
        whole, well = counts["Klien"], counts[STATES["well"]]
        reached = sum(counts[label] for label in REACHED)
        found["aftercare_reached"][period] = Value(percent(reached, whole), is_few(reached, whole))
        found["aftercare_well"][period] = Value(percent(well, whole), is_few(well, whole))
    return found


def referral_family(asked):
    """Rujukan dalam angka. A query for each period."""
    found = defaultdict(dict)
    for period, span in asked.spans.items():
        sent = Referral.objects.at(asked.shelters).filter(letter__issued_on__range=(span.first, span.last)).order_by()
        total = sent.aggregate(**steps())
        found["referrals_sent"][period] = Value(total["asked"])
        found["referrals_accepted"][period] = Value(total["accepted"])
        found["referrals_arrived"][period] = Value(total["arrived"])
    return found


def work_family(asked):
    """The month's report, "Kegiatan bulan ini". A query for each period and time zone."""
    zones = defaultdict(list)
    for shelter in asked.shelters:
        zones[shelter.zone].append(shelter)
    found = {key: {} for key in WORK}
    for period, span in asked.spans.items():
        sums = Counter()
        for zone, shelters in zones.items():
            lines = [line for _, part in questions(shelters, span, zone) for line in part if line[0] in WORK]
            sums.update(counted_work([(key, rows, what) for key, _, rows, what in lines]))
        for key in WORK:
            found[key][period] = Value(sums[key])
    return found


def meals_family(asked):
    """Daftar permakanan. One query."""
    days = meal_days(asked.shelters, asked.whole.first, asked.whole.last)
    found = {"portions": {}}
    for period, span in asked.spans.items():
        found["portions"][period] = Value(sum(row[3] for row in days if span.first <= row[0] <= span.last))
    return found
