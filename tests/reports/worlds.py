"""Small random worlds around March 2026 for the property tests: model instances that no database has seen."""

import random
from copy import copy
from datetime import date, timedelta

from hypothesis import strategies as st

from cases.models import BasicService, Client, DayRecord, Need, ServiceRecord, ServiceRule, ServiceType, Stay
from reports.spm import rows
from tests.reports.spm_oracle import World

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
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

# Strategies, made once: making them anew for each draw takes longer than what they are for.
EDGES = [date(2026, 2, 28), FIRST, date(2026, 3, 2), date(2026, 3, 30), LAST, date(2026, 4, 1)]
AROUND = st.sampled_from([date(2026, 2, 10) + timedelta(days=n) for n in range(70)] + EDGES * 6)
SLUG = st.sampled_from(SLUGS)
CLIENTS = st.integers(2, 4)
CITIZENSHIP = st.sampled_from(["wni"] * 7 + ["wna"])
ONE_TO_THREE = st.integers(1, 3)
NIGHTS = st.sampled_from([None, None, None, 0, 0, *range(1, 41, 3)])
GAP = st.sampled_from([0, 0, 0, 1, 5])
STAY_TYPE = st.sampled_from([TYPES[0]] * 5 + [TYPES[1], None])
NEGLECT = st.sampled_from(["unconfirmed"] * 4 + ["confirmed"] * 3 + ["contradicted"])
CHANGE = st.sampled_from([None] * 12 + [LONG_AGO] + [date(2026, 2, 25) + timedelta(days=n) for n in range(0, 38, 3)])
RULE = st.sampled_from([(*rule, needed_by) for rule in RULES for needed_by in ("everyone", "assessed")])
MARKS = st.dictionaries(AROUND, st.sampled_from(PRESENCES), max_size=4)
NEEDS = st.lists(st.tuples(SLUG, AROUND, st.sampled_from([1, 2, 7, 20]), st.sampled_from(REASONS)), max_size=2)
FEW_RECORDS = st.lists(st.tuples(SLUG, AROUND, ONE_TO_THREE), max_size=5)
EVERY_DAY = st.dictionaries(SLUG, st.sampled_from([1, 3]), max_size=3)
SERVICES = {slug: BasicService(slug=slug, label=slug, position=position) for position, slug in enumerate(SLUGS)}


@st.composite
def worlds(draw):
    clients = [
        Client(pk=pk, number=f"K-{pk}", name=f"Klien {pk}", citizenship=draw(CITIZENSHIP))
        for pk in range(1, draw(CLIENTS) + 1)
    ]
    stays = []
    for client in clients:
        stays += stays_of(draw, client, next_pk=len(stays) + 1)
    return World(
        rules=[rule for code, slug in OWED for rule in rules_of(draw, code, slug)],
        clients=clients,
        stays=stays,
        days=[mark for stay in stays for mark in marks_of(draw, stay)],
        needs=[need for stay in stays for need in needs_of(draw, stay)],
        records=[record for stay in stays for record in records_of(draw, stay)],
    )


def stays_of(draw, client, next_pk):
    """One to three stays, one after the other, often with no day between them, sometimes of no night."""
    begin, stays = draw(AROUND), []
    for pk in range(next_pk, next_pk + draw(ONE_TO_THREE)):
        nights = draw(NIGHTS)
        stays.append(make_stay(draw, client, pk, begin, None if nights is None else begin + timedelta(nights)))
        if nights is None:
            break
        begin += timedelta(days=nights + draw(GAP))
    return stays


def make_stay(draw, client, pk, begin, end):
    return Stay(
        pk=pk,
        client_id=client.pk,
        register_number=str(pk),
        service_type_id=draw(STAY_TYPE),
        entered_on=begin,
        ended_on=end,
        status="discharged" if end else "resident",
        neglect=draw(NEGLECT),
    )


def rules_of(draw, code, slug):
    """Usually one rule since long ago; sometimes none, and sometimes another one from a day on."""
    change = draw(CHANGE)
    if change is None:
        return [make_rule(draw, code, slug, LONG_AGO, None)]
    if change == LONG_AGO:
        return []
    return [
        make_rule(draw, code, slug, LONG_AGO, change - timedelta(days=1)),
        make_rule(draw, code, slug, change, change + timedelta(days=9)),
    ]


def make_rule(draw, code, slug, valid_from, valid_to):
    kind, quantity, first_days, needed_by = draw(RULE)
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


def marks_of(draw, stay):
    """Some days of leave or worse; now and then the whole time."""
    marks = draw(MARKS)
    if len(marks) == 4:
        marks = {FIRST + timedelta(days=n): "kabur" for n in range(31)}
    return [DayRecord(stay_id=stay.pk, date=day, presence=mark) for day, mark in marks.items()]


def needs_of(draw, stay):
    """None, one or two needs, perhaps of one service: then the second is opened when the first is closed."""
    needs = []
    for slug, opened, length, reason in draw(NEEDS):
        opened = max([opened, *(need.closed_on for need in needs)])
        closed = opened + timedelta(days=length) if reason else None
        needs.append(Need(stay_id=stay.pk, service_id=slug, opened_on=opened, closed_on=closed, reason=reason))
        if not reason:
            break
    return needs


def records_of(draw, stay):
    """A few records here and there, and some services every day."""
    start, end = max(stay.entered_on, FIRST), min(stay.ended_on or LAST, LAST)
    days = [start + timedelta(days=n) for n in range((end - start).days + 1)]
    given = draw(FEW_RECORDS)
    for slug, quantity in draw(EVERY_DAY).items():
        given += [(slug, day, quantity) for day in days]
    return [ServiceRecord(stay_id=stay.pk, service_id=slug, date=day, quantity=n) for slug, day, n in given]


def rows_of(world):
    """The world as rows.read would give it from the database, but for what it leaves unread there."""
    citizen = {client.pk for client in world.clients if client.citizenship == "wni"}
    return rows.Rows(
        types=[ServiceType(code=code) for code in TYPES],
        rules=list(world.rules),
        stays=[
            rows.StayRow(stay.pk, stay.client_id, stay.service_type_id, stay.entered_on, stay.ended_on)
            for stay in world.stays
            if stay.service_type_id and stay.neglect != "contradicted" and stay.client_id in citizen
        ],
        away={(mark.stay_id, mark.date) for mark in world.days if mark.presence != "hadir"},
        needs=[
            rows.NeedRow(need.stay_id, need.service_id, need.opened_on, need.closed_on, need.reason)
            for need in world.needs
        ],
        records=[rows.RecordRow(r.stay_id, r.service_id, r.date, r.quantity) for r in world.records],
    )


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
        stays=[reopened(s, "ended_on", status="resident") for s in world.stays if s.entered_on <= day],
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
    after.pk, after.entered_on = new_pk, day

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
