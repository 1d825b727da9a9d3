"""The Minimum Service Standard as one statement, whatever the number of shelters and months.

It does the arithmetic of spm-computation.md on runs of days, so that no day is made a row of its own. Words:

grid     a shelter in a month, and the last day that counts in it (the shelter's today in a month not over)
spell    what a stay of an eligible person has of a month; p is a person of one type, shelter and month
run      days on end on which the person was there; the runs of a person never share a day
person   whoever has a run: the people in scope
part     the days of a month on which one version of a rule may ask, within a slot: a type in a month
asked    for a person and part, the present days on which the rule asks
wanted   for a person and service with a need, what that need comes to as of the month's end
demand   for a person and service, what a rule demands; k is the person and the service in one number
verdict  for a person, service and kind of rule: what was asked, what is there, and whether that fulfils it

Types, services and months come as numbers; reports/spm/months.py gives them and puts the names back.

The planner knows nothing of the size of what the statement itself has made, and takes it for one row. So nothing is
left to it: OFFSET 0 keeps the order in which things are joined, and what was made is joined by hash:
reports/spm/months.py turns nested loops and merges off, which a read stay by stay (LATERAL) does not heed.
"""

TYPES_AT_MOST = 1000  # a cell is a place of the grid and a type in one number

# A stay counts with its days to come as well: the spell says who is expected, the runs say who was there.
PEOPLE = """
WITH grid AS MATERIALIZED (
    SELECT * FROM unnest(
        %(shelters)s::bigint[], %(months)s::int[], %(firsts)s::date[], %(lasts)s::date[], %(untils)s::date[]
    ) WITH ORDINALITY AS grid(shelter, month, first, last, until, n)
), kind AS MATERIALIZED (
    SELECT * FROM unnest(%(types)s::text[]) WITH ORDINALITY AS kind(code, t)
), part AS MATERIALIZED (
    SELECT * FROM unnest(
        %(part)s::int[], %(part_slot)s::bigint[], %(part_length)s::int[], %(part_since)s::date[],
        %(part_till)s::date[], %(part_days)s::int[]
    ) AS part(part, slot, length, since, till, days)
), rule AS MATERIALIZED (
    SELECT * FROM unnest(
        %(rule_part)s::int[], %(rule_service)s::int[], %(rule_kind)s::text[], %(rule_all)s::boolean[],
        %(rule_quantity)s::int[]
    ) WITH ORDINALITY AS rule(part, s, kind, for_all, quantity, number)
    JOIN part USING (part)
), service AS MATERIALIZED (
    SELECT * FROM unnest(
        %(services)s::text[], %(service_daily)s::boolean[], %(service_counted)s::boolean[]
    ) WITH ORDINALITY AS service(code, daily, counted, s)
), spell AS MATERIALIZED (
    SELECT dense_rank() OVER (ORDER BY cell, client) AS p,
        min(entered) OVER person AS begun,
        array_agg(entered) FILTER (WHERE entered = ended AND entered <= until) OVER person AS visits,
        stay_of_month.*
    FROM (
        SELECT n * {types} + kind.t AS cell, month * {types} + kind.t AS slot, first, last, until,
            client, stay, entered, ended, greatest(entered, first) AS since, least(until, ended - 1) AS till
        FROM (
            SELECT * FROM grid CROSS JOIN LATERAL (
                SELECT service_type_id AS type, client_id AS client, id AS stay, entered_on AS entered,
                    ended_on AS ended
                FROM cases_stay
                WHERE shelter_id = grid.shelter
                    AND daterange(entered_on, ended_on, '[]') && daterange(grid.first, grid.last, '[]')
                    AND status <> 'cancelled' AND neglect <> 'contradicted'
                    AND (%(clients)s::bigint[] IS NULL OR client_id = ANY(%(clients)s::bigint[]))
                OFFSET 0
            ) stay
            OFFSET 0
        ) stay
        JOIN kind ON kind.code = stay.type
        WHERE NOT EXISTS (SELECT FROM cases_client WHERE id = stay.client AND citizenship <> 'wni')
    ) stay_of_month
    WINDOW person AS (PARTITION BY cell, client)
), gap AS (
    SELECT spell.*, day.date FROM spell {days}
    UNION ALL
    -- A day service and a night of the same date are one day; the visit gives it.
    SELECT spell.*, visit FROM spell, unnest(visits) AS visit
    WHERE visits IS NOT NULL AND visit BETWEEN since AND till
), run AS MATERIALIZED (
    SELECT p, cell, slot, last - first + 1 AS length, client, stay, entered, since, till
    FROM spell WHERE since <= till AND NOT EXISTS (SELECT FROM gap WHERE gap.stay = spell.stay AND gap.p = spell.p)
    UNION ALL
    SELECT * FROM (
        SELECT p, cell, slot, last - first + 1, client, stay, entered,
            coalesce(lag(date) OVER (PARTITION BY p, stay ORDER BY date) + 1, since) AS since, date - 1 AS till
        FROM (
            SELECT * FROM gap
            UNION ALL
            SELECT DISTINCT ON (p, stay) p, begun, visits, cell, slot, first, last, until, client, stay, entered, ended,
                since, till, till + 1
            FROM gap
        ) ends
    ) between_gaps
    WHERE since <= till
    UNION ALL
    SELECT p, cell, slot, last - first + 1, client, max(stay), entered, entered, entered
    FROM spell WHERE entered = ended AND entered BETWEEN first AND until
    GROUP BY p, cell, slot, first, last, client, entered
), person AS MATERIALIZED (
    SELECT p, min(cell) AS cell, min(client) AS client, min(length) AS length, max(stay) AS stay,
        min(since) AS since, max(till) AS till, sum(till - since + 1)::int AS days
    FROM run GROUP BY p
)
"""

# Of a need closed after the month's last day, that day knows only that it is open.
NEEDS = """
, asked AS MATERIALIZED (
    SELECT run.p, min(run.cell) AS cell, min(run.client) AS client, part.part,
        sum(least(run.till, part.till, run.entered + part.days - 1) - greatest(run.since, part.since) + 1)::int AS days
    FROM run JOIN part USING (slot)
    WHERE least(run.till, part.till, run.entered + part.days - 1) >= greatest(run.since, part.since)
    GROUP BY run.p, part.part
), wanted AS MATERIALIZED (
    SELECT p, p * 1000 + s AS k, s,
        bool_or(is_now) AS is_now, bool_or(is_now AND is_met) AS now_met, bool_or(is_met) AS ever_met
    FROM (
        SELECT p, array_position(%(services)s::text[], service_id::text) AS s, is_met,
            opened_on <= till AND (is_open OR (is_met AND closed_on >= since)) AS is_now
        FROM (
            SELECT spell.p, person.since, person.till, service_id, opened_on, closed_on,
                closed_on IS NULL OR closed_on > spell.last AS is_open,
                reason = 'terpenuhi' AND closed_on <= spell.last AS is_met
            FROM spell CROSS JOIN LATERAL (
                SELECT service_id, opened_on, closed_on, reason FROM cases_need
                WHERE stay_id = spell.stay AND opened_on <= spell.last
                OFFSET 0
            ) need
            JOIN person ON person.p = spell.p
        ) need
    ) need
    WHERE s IS NOT NULL
    GROUP BY p, s
), demand AS NOT MATERIALIZED (
    SELECT asked.p, asked.p * 1000 + rule.s AS k, asked.cell, asked.client, rule.s, rule.number, rule.kind,
        rule.quantity, rule.for_all, asked.days, rule.length, rule.since, rule.till, rule.days AS first_days
    FROM asked JOIN rule ON rule.part = asked.part AND rule.for_all
    UNION ALL
    SELECT asked.p, asked.k, asked.cell, asked.client, rule.s, rule.number, rule.kind,
        rule.quantity, rule.for_all, asked.days, rule.length, rule.since, rule.till, rule.days
    FROM (SELECT wanted.k, wanted.s, asked.* FROM wanted JOIN asked USING (p) WHERE wanted.is_now OFFSET 0) asked
    JOIN rule ON rule.part = asked.part AND rule.s = asked.s AND NOT rule.for_all
)
"""

# Two ways to what hangs on a stay: stay by stay, or, where many shelters ask, once through the rows of all of them.
BY_STAY = {
    "{days}": """CROSS JOIN LATERAL (
        SELECT date FROM cases_dayrecord
        WHERE stay_id = spell.stay AND date BETWEEN spell.since AND spell.till AND presence <> 'hadir'
        OFFSET 0
    ) day""",
    "{records}": """CROSS JOIN LATERAL (
        SELECT service_id, date, quantity FROM cases_servicerecord
        WHERE stay_id = spell.stay AND date BETWEEN greatest(spell.first, spell.begun) AND spell.last
        OFFSET 0
    ) record""",
}
BY_DAY = {
    "{days}": """JOIN cases_dayrecord day ON day.stay_id = spell.stay AND day.presence <> 'hadir'
        AND day.date BETWEEN %(since)s AND %(till)s AND day.date BETWEEN spell.since AND spell.till""",
    "{records}": """JOIN cases_servicerecord record ON record.stay_id = spell.stay
        AND record.date BETWEEN %(since)s AND %(till)s
        AND record.date BETWEEN greatest(spell.first, spell.begun) AND spell.last""",
}

VERDICT = """
, record AS MATERIALIZED (
    SELECT spell.p * 1000 + service.s AS k, service.daily, service.counted, record.date, record.quantity
    FROM spell {records}
    JOIN service ON service.code = record.service_id
), counted AS (
    SELECT k, count(*)::int AS records FROM record WHERE counted GROUP BY k
), met AS (
    SELECT given.k, count(*)::int AS days
    FROM (
        SELECT demand.k, demand.number, record.date, min(demand.p) AS p, min(demand.quantity) AS quantity,
            min(demand.first_days) AS first_days, sum(record.quantity) AS given
        FROM record JOIN demand ON demand.k = record.k AND demand.kind = 'daily'
            AND record.date BETWEEN demand.since AND demand.till
        WHERE record.daily
        GROUP BY demand.k, demand.number, record.date
    ) given
    JOIN run ON run.p = given.p AND given.date BETWEEN run.since AND run.till
        AND (given.first_days IS NULL OR given.date < run.entered + given.first_days)
    WHERE given.given >= CASE WHEN given.date = run.entered THEN 1 ELSE given.quantity END
    GROUP BY given.k
), earlier AS (
    SELECT DISTINCT p * 1000 + array_position(%(services)s::text[], service_id::text) AS k
    FROM spell CROSS JOIN LATERAL (
        SELECT service_id FROM cases_servicerecord
        WHERE stay_id = spell.stay AND date BETWEEN spell.begun AND spell.first - 1
            AND service_id = ANY(%(once)s::text[])
        OFFSET 0
    ) record
    WHERE spell.begun < spell.first
), verdict AS (
    SELECT cell, client, p, k, owed.s, kind, asked,
        CASE kind
            WHEN 'daily' THEN coalesce(met.days, 0) WHEN 'presence' THEN 1 ELSE coalesce(records, 0)
        END AS there,
        CASE kind
            WHEN 'daily' THEN asked = coalesce(met.days, 0)
            WHEN 'monthly' THEN coalesce(records, 0) >= asked
            WHEN 'once' THEN records IS NOT NULL OR earlier.k IS NOT NULL
            WHEN 'process' THEN records IS NOT NULL OR coalesce(now_met OR (ever_met AND for_all), false)
            ELSE true
        END AS fulfilled
    FROM ({owed}) owed
    LEFT JOIN met USING (k)
    LEFT JOIN counted USING (k)
    LEFT JOIN earlier USING (k)
    LEFT JOIN (SELECT k, now_met, ever_met FROM wanted) wanted USING (k)
)
"""

# What is asked of a service in all: days, records, or once.
OWED = """
    SELECT p, k, s, cell, client, kind, for_all,
        CASE kind
            WHEN 'daily' THEN days WHEN 'monthly' THEN greatest(1, (days * quantity + length - 1) / length) ELSE 1
        END AS asked
    FROM demand
"""
# The same where a rule changed within a month, so that a service is demanded on some days by each of its versions.
OWED_BY_VERSIONS = """
    SELECT min(p) AS p, k, min(s) AS s, min(cell) AS cell, min(client) AS client, kind, bool_or(for_all) AS for_all,
        CASE kind
            WHEN 'daily' THEN sum(days)::int
            WHEN 'monthly' THEN greatest(1, (sum(days * quantity) + min(length) - 1) / min(length))::int
            ELSE 1
        END AS asked
    FROM demand GROUP BY k, kind
"""

SERVED = """
SELECT cell, NULL::int, array_agg(client), coalesce(array_agg(client) FILTER (WHERE lacking.p IS NULL), '{}')
FROM person LEFT JOIN (SELECT DISTINCT p FROM verdict WHERE NOT fulfilled) lacking ON lacking.p = person.p
GROUP BY cell
"""
FIGURES = f"""
SELECT cell, s, array_agg(client) AS clients, coalesce(array_agg(client) FILTER (WHERE fulfilled), '{{}}') AS good
FROM {{verdict}} verdict GROUP BY cell, s
UNION ALL {SERVED}
UNION ALL
SELECT DISTINCT cell, 0, '{{}}'::bigint[], '{{}}'::bigint[] FROM spell
"""
# Where a rule became one of another kind within a month, a service has a verdict by each, and both must be good.
EACH_ONCE = "(SELECT cell, client, k, s, bool_and(fulfilled) AS fulfilled FROM verdict GROUP BY cell, client, k, s)"

# Everybody in scope, also whoever needs nothing.
DETAILS = """
SELECT person.cell, person.client, person.stay, person.days, s, kind, fulfilled, asked, there
FROM person LEFT JOIN verdict ON verdict.p = person.p
ORDER BY person.cell, person.client, s, kind
"""

RUNS = """
SELECT cell, client, entered, since, till FROM run ORDER BY cell, client, since
"""


def statement(what, *, by_day=False, demands=True, steady=False):
    """The whole of it. `demands`: with what is owed; else the people and their days only. `steady`: no rule has more
    than one version within a month."""
    query = PEOPLE + (NEEDS + VERDICT if demands else "") + what
    words = (BY_DAY if by_day else BY_STAY) | {
        "{types}": str(TYPES_AT_MOST), "{owed}": OWED if steady else OWED_BY_VERSIONS,
        "{verdict}": "verdict" if steady else EACH_ONCE,
    }  # fmt: skip
    for place, sql in words.items():
        query = query.replace(place, sql)
    return query
