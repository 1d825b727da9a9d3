"""How full each house was on its last days, and who came and left today. One statement for all shelters."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db import connection

from cases.models import Stay

DAYS = 30
# Residents of a night: who had come by that day and not left on it or before; those away for the night are told apart.
ASKED = """
WITH house AS (SELECT * FROM unnest(%(shelters)s::bigint[], %(days)s::date[]) AS house(shelter, today)),
stay AS MATERIALIZED (
    SELECT house.shelter, house.today, stay.id, stay.entered_on, stay.ended_on
    FROM house JOIN cases_stay stay ON stay.shelter_id = house.shelter
        AND stay.status <> %(cancelled)s AND stay.setting = %(in_house)s
        AND stay.entered_on <= house.today
        AND (stay.ended_on IS NULL OR stay.ended_on >= house.today - %(back)s::int)
)
SELECT house.shelter, day::date,
    count(stay.id) FILTER (WHERE stay.ended_on IS NULL OR stay.ended_on > day),
    count(away.id),
    count(stay.id) FILTER (WHERE stay.entered_on = day),
    count(stay.id) FILTER (WHERE stay.ended_on = day)
FROM house
CROSS JOIN LATERAL generate_series(house.today - %(back)s::int, house.today, interval '1 day') day
LEFT JOIN stay ON stay.shelter = house.shelter AND stay.entered_on <= day
    AND (stay.ended_on IS NULL OR stay.ended_on >= day)
LEFT JOIN cases_dayrecord away ON away.stay_id = stay.id AND away.date = day::date AND away.presence <> 'hadir'
    AND (stay.ended_on IS NULL OR stay.ended_on > day)
GROUP BY 1, 2 ORDER BY 1, 2
"""


class Night(NamedTuple):
    day: date
    residents: int
    away: int
    came: int
    left: int

    @property
    def present(self):
        return self.residents - self.away


def nights(shelters):
    """{shelter key: its last days, today the last}"""
    days = [shelter.today() for shelter in shelters]
    values = {
        "shelters": [shelter.pk for shelter in shelters], "days": days, "back": DAYS - 1,
        "cancelled": Stay.Status.CANCELLED, "in_house": Stay.Setting.IN_HOUSE,
    }  # fmt: skip
    found = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(ASKED, values)
        for shelter, *row in cursor:
            found[shelter].append(Night(*row))
    return found
