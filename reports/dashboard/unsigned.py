"""Months that are over, had people, and bear no signature; the last twelve, the latest first."""

from collections import defaultdict

from django.db import connection

from reports.month import Month

MONTHS = 12
ASKED = """
SELECT house.shelter, month::date
FROM unnest(%(shelters)s::bigint[], %(lasts)s::date[]) AS house(shelter, last)
CROSS JOIN LATERAL generate_series(last - make_interval(months => %(back)s), last, interval '1 month') month
WHERE EXISTS (
    SELECT FROM cases_stay WHERE shelter_id = house.shelter AND status <> 'cancelled'
        AND daterange(entered_on, ended_on, '[]') && daterange(month::date, (month + interval '1 month')::date, '[)')
) AND NOT EXISTS (
    SELECT FROM reports_monthreport WHERE shelter_id = house.shelter AND status = 'signed'
        AND year = extract(year FROM month) AND number = extract(month FROM month)
)
ORDER BY 1, 2 DESC
"""


def unsigned(shelters):
    """{shelter key: [Month]}"""
    found = defaultdict(list)
    lasts = [Month.of(shelter.today()).moved(-1).first for shelter in shelters]
    with connection.cursor() as cursor:
        houses = [shelter.pk for shelter in shelters]
        cursor.execute(ASKED, {"shelters": houses, "lasts": lasts, "back": MONTHS - 1})
        for shelter, day in cursor:
            found[shelter].append(Month.of(day))
    return found
