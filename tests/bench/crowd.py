"""Six years of fifty shelters, made inside the database: a million stays, ten million service records."""

from contextlib import contextmanager

from django.db import connection

SINCE = "2020-04-01"
DAYS = 2175  # up to 15 March 2026
TABLES = ["cases_client", "cases_stay", "cases_servicerecord", "cases_dayrecord", "cases_need"]
FILL = [
    """
    INSERT INTO cases_client (id, number, name, aliases, description, sex, birth_place, claimed_nik, nik_status,
        nik_note, no_nik_reason, kk_number, citizenship, phone, origin_address, health_note, photo, version,
        created_at)
    SELECT n, 'MASSAL-' || n, 'Klien ' || n, '{}', '', CASE n %% 3 WHEN 0 THEN 'P' ELSE 'L' END, '', '', '', '', '',
        '', CASE n %% 200 WHEN 0 THEN 'wna' ELSE 'wni' END, '', '', '', '', 1, now()
    FROM generate_series(1, %(stays)s) n
    """,
    # Most stay some days, one in twenty for an hour, one in fifty for months; half of the shelters are provincial. The
    # dice are a hash, for a remainder would put all of a kind into one shelter.
    """
    INSERT INTO cases_stay (id, client_id, shelter_id, register_number, status, setting, entered_on, ended_on,
        exit_reason_id, service_type_id, neglect, brought_by, found_at, condition, note, over_capacity, destination,
        exit_note, cancel_reason, created_at)
    SELECT n, n, place, 'R-' || n,
        CASE WHEN dice = 99 THEN 'cancelled' WHEN entered + length > %(until)s THEN 'resident' ELSE 'discharged' END,
        'in_house', entered,
        CASE WHEN entered + length <= %(until)s THEN entered + length END,
        CASE WHEN entered + length <= %(until)s THEN (SELECT min(id) FROM cases_exitreason) END,
        (ARRAY['PROV_', 'REG_'])[1 + n %% 2] || (ARRAY['DISABILITY', 'CHILD', 'ELDERLY', 'GEPENG'])[1 + (n / 50) %% 4],
        CASE WHEN dice = 98 THEN 'contradicted' ELSE 'confirmed' END, '', '', '', '', false, '', '', '', now()
    FROM (
        SELECT n, dice, (%(shelters)s)[1 + n %% %(count)s] AS place, 
            %(since)s::date + (n::bigint * %(days)s / %(stays)s)::int AS entered,
            CASE WHEN dice < 5 THEN 0 WHEN dice < 7 THEN 60 + n %% 300 ELSE 1 + (n / 7) %% 30 END AS length
        FROM (SELECT n, (hashint4(n) & 65535) %% 100 AS dice FROM generate_series(1, %(stays)s) n) thrown
    ) planned
    """,
    """
    INSERT INTO cases_servicerecord (stay_id, service_id, date, quantity, note, on_sheet, recorded_at)
    SELECT id, (ARRAY['food', 'food', 'food', 'food', 'food', 'guidance', 'guidance', 'clothing', 'data_complaint',
            'health_supplies'])[1 + k],
        entered_on + k %% greatest(1, least(coalesce(ended_on, %(until)s) - entered_on, 30)), 3, '', false, now()
    FROM cases_stay, generate_series(0, 9) k
    """,
    """
    INSERT INTO cases_dayrecord (stay_id, date, presence, recorded_at)
    SELECT id, entered_on + 1 + k, (ARRAY['izin', 'rs'])[1 + id %% 2], now()
    FROM cases_stay, generate_series(0, 2) k
    WHERE (hashint8(id) & 65535) %% 10 = 4 AND entered_on + 1 + k < coalesce(ended_on, %(until)s)
    """,
    """
    INSERT INTO cases_need (stay_id, service_id, opened_on, closed_on, reason, note)
    SELECT id, (ARRAY['civil_documents', 'family_tracing', 'assistive_device'])[1 + id %% 3], entered_on,
        CASE id %% 2 WHEN 0 THEN entered_on + 5 END, CASE id %% 2 WHEN 0 THEN 'terpenuhi' ELSE '' END, ''
    FROM cases_stay WHERE (hashint8(id) & 65535) %% 3 = 0
    """,
]


@contextmanager
def filled(shelters, *, stays):
    """The crowd, committed and vacuumed as an installation's rows are; afterwards the tables are empty again.

    Indexes are made after the rows; foreign keys would be checked row by row.
    """
    values = {
        "stays": stays, "shelters": [shelter.pk for shelter in shelters], "count": len(shelters), "since": SINCE,
        "days": DAYS, "until": "2026-03-16",
    }  # fmt: skip
    with connection.cursor() as cursor:
        keys, indexes = (sum(found, []) for found in zip(*(drop_keys(cursor, table) for table in TABLES), strict=True))
        try:
            for statement in FILL:
                cursor.execute(statement, values)
            cursor.execute("SET maintenance_work_mem = '512MB'")
            for _, definition in indexes:
                cursor.execute(definition)
            cursor.execute(f"VACUUM (ANALYZE) {', '.join(TABLES)}")
            yield
        finally:
            cursor.execute(f"TRUNCATE {', '.join(TABLES)} CASCADE")
            for name, _ in indexes:
                cursor.execute(f'DROP INDEX IF EXISTS "{name}"')
            for definition in [*(sql for sql in keys if "FOREIGN KEY" not in sql), *(sql for _, sql in indexes),
                               *(sql for sql in keys if "FOREIGN KEY" in sql)]:  # fmt: skip
                cursor.execute(definition)


def drop_keys(cursor, table):
    """Take constraints and indexes off, but for the primary key. Returns what makes the constraints again, and
    (name, what makes it) of the indexes that belong to no constraint.
    """
    cursor.execute(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid = %s::regclass AND contype IN ('f', 'x', 'u')", [table]
    )  # fmt: skip
    keys = cursor.fetchall()
    for name, _ in keys:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexname <> %s", [table, f"{table}_pkey"]
    )
    indexes = cursor.fetchall()
    for name, _ in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    return [f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {sql}' for name, sql in keys], indexes
