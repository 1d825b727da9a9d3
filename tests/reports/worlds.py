"""Small random worlds around March 2026 for the property tests: model instances that no database has seen.

A world is made from a random.Random. Two thousand come from seeds, in a second or two; where a failing world
should shrink to a small one, hypothesis hands in a Random of its own (st.randoms).
"""

import random
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from cases.models import BasicService, Client, DayRecord, Need, ServiceRule, Stay
from reports.month import Month
from tests.reports.spm_oracle import World

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
MARCH = Month(2026, 3)
TYPES = ["REG_GEPENG", "PROV_CHILD"]
SLUGS = ["food", "clothing", "guidance", "civil_documents"]
OWED = [*((TYPES[0], slug) for slug in SLUGS), (TYPES[1], "food"), (TYPES[1], "clothing")]
TODAYS = [date(2026, 5, 2), date(2026, 3, 31), date(2026, 3, 16), date(2026, 3, 1), date(2026, 2, 27)]
LONG_AGO = date(2018, 1, 1)
RULES = [
    *(("daily", quantity, first_days) for quantity in (1, 3) for first_days in (None, 1, 4)),
    *(
        ("monthly", 1, None),
        ("monthly", 4, None),
        ("once", 1, None),
        ("process", 1, None),
        ("presence", 1, None),
    ),
]
REASONS = ["", "terpenuhi", "tidak diperlukan", "ditolak"]
PRESENCES = ["izin", "rs", "kabur", "perjalanan", "hadir"]

EDGES = [date(2026, 2, 28), FIRST, date(2026, 3, 2), date(2026, 3, 30), LAST, date(2026, 4, 1)]
AROUND = [date(2026, 2, 10) + timedelta(days=n) for n in range(70)] + EDGES * 6
CITIZENSHIP = ["wni"] * 7 + ["wna"]
NIGHTS = [None, None, None, 0, 0, *range(1, 41, 3)]
GAP = [0, 0, 0, 1, 5]
STAY_TYPE = [TYPES[0]] * 5 + [TYPES[1], None]
NEGLECT = ["unconfirmed"] * 4 + ["confirmed"] * 3 + ["contradicted"]
CHANGE = [None] * 12 + [LONG_AGO] + [date(2026, 2, 25) + timedelta(days=n) for n in range(0, 38, 3)]
SELDOM = [None] * 12 + [LONG_AGO]  # half of the worlds: no rule changes within the month
RULE = [(*rule, needed_by) for rule in RULES for needed_by in ("everyone", "assessed")]
SERVICES = {slug: BasicService(slug=slug, label=slug, position=position) for position, slug in enumerate(SLUGS)}


@dataclass
class Given:
    """A service record; a model instance of each of a hundred thousand takes too long to make."""

    stay_id: int
    service_id: str
    date: date
    quantity: int


def random_world(rng):
    clients = [
        Client(pk=pk, number=f"K-{pk}", name=f"Klien {pk}", citizenship=rng.choice(CITIZENSHIP))
        for pk in range(1, rng.randint(2, 4) + 1)
    ]
    stays = []
    for client in clients:
        stays += stays_of(rng, client, next_pk=len(stays) + 1)
    changes = rng.choice([CHANGE, SELDOM])
    return World(
        rules=[rule for code, slug in OWED for rule in rules_of(rng, code, slug, changes)],
        clients=clients,
        stays=stays,
        days=[mark for stay in stays for mark in marks_of(rng, stay)],
        needs=[need for stay in stays for need in needs_of(rng, stay)],
        records=[record for stay in stays for record in records_of(rng, stay)],
    )


# Slower, but a world that fails shrinks.
worlds = st.randoms(use_true_random=False).map(random_world)


def many_worlds(count, seed):
    return [random_world(random.Random(f"{seed}-{number}")) for number in range(count)]


def stays_of(rng, client, next_pk):
    """One to three stays, one after the other, often with no day between them, sometimes of no night."""
    begin, stays = rng.choice(AROUND), []
    for pk in range(next_pk, next_pk + rng.randint(1, 3)):
        nights = rng.choice(NIGHTS)
        stays.append(make_stay(rng, client, pk, begin, None if nights is None else begin + timedelta(nights)))
        if nights is None:
            break
        begin += timedelta(days=nights + rng.choice(GAP))
    return stays


def make_stay(rng, client, pk, begin, end):
    return Stay(
        pk=pk,
        client_id=client.pk,
        register_number=str(pk),
        service_type_id=rng.choice(STAY_TYPE),
        entered_on=begin,
        ended_on=end,
        status="cancelled" if rng.random() < 0.05 else "discharged" if end else "resident",
        neglect=rng.choice(NEGLECT),
    )


def rules_of(rng, code, slug, changes):
    """Usually one rule since long ago; sometimes none, and sometimes another one from a day on."""
    change = rng.choice(changes)
    if change is None:
        return [make_rule(rng, code, slug, LONG_AGO, None)]
    if change == LONG_AGO:
        return []
    return [
        make_rule(rng, code, slug, LONG_AGO, change - timedelta(days=1)),
        make_rule(rng, code, slug, change, change + timedelta(days=9)),
    ]


def make_rule(rng, code, slug, valid_from, valid_to):
    kind, quantity, first_days, needed_by = rng.choice(RULE)
    return ServiceRule(
        service_type_id=code,
        service=SERVICES[slug],
        needed_by=needed_by,
        rule=kind,
        quantity=quantity,
        first_days=first_days,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def marks_of(rng, stay):
    """Some days of leave or worse; now and then the whole time."""
    marks = {rng.choice(AROUND): rng.choice(PRESENCES) for _ in range(rng.choice([0, 0, 1, 2, 4]))}
    if len(marks) == 4:
        marks = {FIRST + timedelta(days=n): "kabur" for n in range(31)}
    return [DayRecord(stay_id=stay.pk, date=day, presence=mark) for day, mark in marks.items()]


def needs_of(rng, stay):
    """None, one or two needs, perhaps of one service: then the second is opened when the first is closed."""
    needs = []
    for _ in range(rng.randint(0, 2)):
        slug, opened = rng.choice(SLUGS), rng.choice(AROUND)
        length, reason = rng.choice([1, 2, 7, 20]), rng.choice(REASONS)
        opened = max([opened, *(need.closed_on for need in needs)])
        closed = opened + timedelta(days=length) if reason else None
        needs.append(Need(stay_id=stay.pk, service_id=slug, opened_on=opened, closed_on=closed, reason=reason))
        if not reason:
            break
    return needs


def records_of(rng, stay):
    """A few records here and there, and some services every day."""
    start, end = max(stay.entered_on, FIRST), min(stay.ended_on or LAST, LAST)
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    given = [(rng.choice(SLUGS), rng.choice(AROUND), rng.randint(1, 3)) for _ in range(rng.randint(0, 5))]
    for slug in rng.sample(SLUGS, rng.randint(0, 3)):
        quantity = rng.choice([1, 3])
        given += [(slug, day, quantity) for day in days]
    return [Given(stay.pk, slug, day, n) for slug, day, n in given]


def known_on(world, day):
    """The world as it was written down by the end of a day: whatever is dated later is not there."""

    def reopened(row, field, **values):
        if getattr(row, field) and getattr(row, field) > day:
            row = copy(row)
            for name, value in {field: None, **values}.items():
                setattr(row, name, value)
        return row

    return World(
        rules=[rule for rule in world.rules if rule.valid_from <= day],
        clients=world.clients,
        stays=[
            stay if stay.status == "cancelled" else reopened(stay, "ended_on", status="resident")
            for stay in world.stays
            if stay.entered_on <= day
        ],
        days=[mark for mark in world.days if mark.date <= day],
        needs=[reopened(n, "closed_on", reason="") for n in world.needs if n.opened_on <= day],
        records=[record for record in world.records if record.date <= day],
    )


def shuffled(world, seed):
    mixed = World(world.rules, world.clients, world.stays, world.days, world.needs, world.records)
    for rows_ in vars(mixed).values():
        random.Random(seed).shuffle(rows_)
    return mixed


def transferred(world, stay, day):
    """The same world, but the stay ended on a day and another one of the same type began on it."""
    before, after, new_pk = copy(stay), copy(stay), max(s.pk for s in world.stays) + 1
    before.ended_on, before.status = day, "discharged"
    after.pk, after.register_number, after.entered_on = new_pk, str(new_pk), day

    def moved(row, on):
        row = copy(row)
        row.stay_id = new_pk if row.stay_id == stay.pk and on >= day else row.stay_id
        return row

    return World(
        rules=world.rules,
        clients=world.clients,
        stays=[s for s in world.stays if s is not stay] + [before, after],
        days=[moved(mark, mark.date) for mark in world.days],
        needs=[moved(need, need.opened_on) for need in world.needs],
        records=[moved(record, record.date) for record in world.records],
    )
