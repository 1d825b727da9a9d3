"""Daftar permakanan: for each day how many were in the house and how many portions were recorded."""

from django.db import connection
from django.utils import timezone

from cases.models import ServiceRecord, Stay
from cases.permissions import Perm
from reports.lists.filters import SpanForm, broken, filled
from reports.lists.listing import Listing, Selection
from reports.lists.recaps import GROUP, summed, this_month
from reports.tables.table import Column, Kind

MEAL = "food"
# The same days as reports.figures.days counts: a night belongs to the date on which it starts, in and out on one date
# is a day service, and without a record of the day somebody is present. Today is a shelter's own.
DAYS = """
WITH house AS (
    SELECT id, least(%(last)s::date, (now_at AT TIME ZONE time_zone)::date) AS until
    FROM cases_shelter, (SELECT %(now)s::timestamptz AS now_at) clock WHERE id = ANY(%(houses)s)
), present AS (
    SELECT day::date AS day, count(*) AS persons
    FROM house
    JOIN cases_stay stay ON stay.shelter_id = house.id AND stay.status <> %(cancelled)s AND stay.setting = %(in_house)s
        AND stay.entered_on <= %(last)s AND (stay.ended_on IS NULL OR stay.ended_on >= %(first)s)
    CROSS JOIN LATERAL generate_series(
        greatest(stay.entered_on, %(first)s::date), least(stay.ended_on, house.until), interval '1 day') day
    WHERE CASE WHEN stay.entered_on = stay.ended_on THEN true
        ELSE (stay.ended_on IS NULL OR day < stay.ended_on) AND NOT EXISTS (
            SELECT 1 FROM cases_dayrecord away
            WHERE away.stay_id = stay.id AND away.date = day::date AND away.presence <> 'hadir')
        END
    GROUP BY 1
), given AS (
    SELECT record.date AS day, sum(record.quantity) AS portions, count(DISTINCT stay.client_id) AS eaters
    FROM cases_servicerecord record JOIN cases_stay stay ON stay.id = record.stay_id
    WHERE stay.shelter_id = ANY(%(houses)s) AND stay.status <> %(cancelled)s AND record.service_id = %(meal)s
        AND record.date BETWEEN %(first)s AND %(last)s
    GROUP BY 1
)
SELECT coalesce(present.day, given.day) AS day, coalesce(persons, 0), coalesce(eaters, 0), coalesce(portions, 0)
FROM present FULL JOIN given USING (day) ORDER BY 1
"""
COLUMNS = [
    Column("Tanggal", Kind.DATE), Column("Jiwa hadir", Kind.INT), Column("Jiwa diberi makan", Kind.INT),
    Column("Porsi", Kind.INT),
]  # fmt: skip


def meal_days(houses, first, last):
    """(day, persons present, persons who were given food, portions) of every day on which there was either."""
    values = {
        "houses": [house.pk for house in houses], "first": first, "last": last, "now": timezone.now(), "meal": MEAL,
        "cancelled": Stay.Status.CANCELLED, "in_house": Stay.Setting.IN_HOUSE,
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(DAYS, values)
        return [[day, persons, eaters, int(portions)] for day, persons, eaters, portions in cursor]


def meals(asking):
    form = filled(SpanForm, asking, Perm.REPORT, **this_month())
    if not form.is_valid():
        return broken(form)
    rows = meal_days(form.houses, form.first, form.last)
    label = ServiceRecord._meta.get_field("service").related_model.objects.labels().get(MEAL, MEAL)
    return Selection.of_list(
        COLUMNS, rows, form.described(), form=form, total=summed(COLUMNS, rows), shelter=form.house,
        remarks=[
            ("Jiwa hadir", "Orang yang ada di panti hari itu; tanpa catatan berarti hadir. Jumlahnya hari-orang."),
            ("Porsi", f"Jumlah pada catatan layanan “{label}” hari itu."),
        ],
    )  # fmt: skip


OF_DAYS = [
    Listing(
        "permakanan", "Daftar permakanan", "Tiap hari: berapa jiwa hadir, berapa yang diberi makan, dan berapa porsi.",
        meals, Perm.REPORT, group=GROUP,
    ),
]  # fmt: skip
