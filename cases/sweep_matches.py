"""Whether the rows of a sweep may be people whom we know: all rows in one question, before anybody is linked.

It says only that somebody may be known and how often they were here; who it is, the row's own page asks.
"""

from django.db import connection

from cases.matching import ALIKE, YEARS

# The clients' index gives those whose name sounds like it; then neither sex nor age may speak against them. Without an
# age on either side a part of a name is not enough: a whole name or alias must be near.
LIKELY = f"""
SELECT row.id, best.stays FROM (
    SELECT p.id, p.sex, p.estimated_age, search_key(coalesce(nullif(p.name, ''), p.called)) AS sound,
        date_part('year', s.held_on) - p.estimated_age AS born
    FROM cases_sweepperson p JOIN cases_sweep s ON s.id = p.sweep_id
    WHERE p.id = ANY(%s) AND (p.name <> '' OR p.called <> '')
) row CROSS JOIN LATERAL (
    SELECT (SELECT count(*) FROM cases_stay stay
            WHERE stay.client_id = c.id AND stay.status <> 'cancelled') AS stays
    FROM cases_client c
    WHERE c.search_names %%> row.sound AND c.merged_into_id IS NULL
        AND word_similarity(row.sound, c.search_names) >= {ALIKE}
        AND (row.sex = '' OR c.sex = '' OR row.sex = c.sex)
        AND coalesce(abs(coalesce(date_part('year', c.birth_date),
                         date_part('year', c.age_estimated_on) - c.estimated_age) - row.born) <= {YEARS},
                     EXISTS (SELECT 1 FROM unnest(c.aliases || c.name::varchar) called
                             WHERE similarity(row.sound, search_key(called)) >= {ALIKE}))
    ORDER BY word_similarity(row.sound, c.search_names) DESC, c.id LIMIT 1
) best WHERE length(row.sound) >= 2
"""


def tell_likely(people):
    """Onto each row: `maybe_known`, and `maybe_stays`, how often the likeliest of them stayed anywhere."""
    asked = [person.pk for person in people if not person.is_decided and person.client_id is None]
    found = {}
    if asked:
        with connection.cursor() as cursor:
            cursor.execute(LIKELY, [asked])
            found = dict(cursor.fetchall())
    for person in people:
        person.maybe_known = person.pk in found
        person.maybe_stays = found.get(person.pk, 0)
    return people
