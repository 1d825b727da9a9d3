"""Pairs of files that may be one person: found by the database in one question, not client by client."""

from dataclasses import dataclass

from django.db import connection, transaction
from django.utils import timezone

from cases.matching import YEARS
from cases.models import Client

WINDOW = 25  # so many own clients are compared on one page, the latest to come first
PAIRS = 100
NEIGHBOURS = 3

# Whoever was said not to be the same, also through numbers that lead to them now.
SAID = """
    NOT EXISTS (
        SELECT 1 FROM cases_notsame said
        JOIN cases_client one ON one.id = said.first_id
        JOIN cases_client other ON other.id = said.second_id
        WHERE (coalesce(one.merged_into_id, one.id), coalesce(other.merged_into_id, other.id))
            IN ((a.id, b.id), (b.id, a.id)))
"""
BORN = "coalesce(date_part('year', {0}.birth_date), date_part('year', {0}.age_estimated_on) - {0}.estimated_age)"
OWN = "EXISTS (SELECT 1 FROM cases_stay s WHERE s.client_id = {} AND s.shelter_id = %s AND s.status <> 'cancelled')"

SAME_NIK = f"""
SELECT a.id, b.id FROM cases_client a
JOIN cases_client b ON b.nik = a.nik AND b.id <> a.id AND b.merged_into_id IS NULL
WHERE a.nik IS NOT NULL AND a.merged_into_id IS NULL AND {OWN.format("a.id")}
    AND (a.id < b.id OR NOT {OWN.format("b.id")}) AND {SAID}
ORDER BY a.id, b.id LIMIT {PAIRS + 1}
"""
# The name is alike, and neither sex nor age speaks against it; without an age the name must be nearer.
ALIKE = f"""
SELECT a.id, b.id FROM (
    SELECT c.*, search_key(coalesce(nullif(c.name, ''), c.aliases[1])) AS sound FROM cases_client c
    WHERE c.id = ANY(%s) AND (c.name <> '' OR c.aliases <> '{{}}')
) a CROSS JOIN LATERAL (
    SELECT b.id, word_similarity(a.sound, b.search_names) AS near FROM cases_client b
    WHERE b.search_names %%> a.sound AND b.id <> a.id AND b.merged_into_id IS NULL
        AND (b.nik IS NULL OR a.nik IS NULL)
        AND (a.sex = '' OR b.sex = '' OR a.sex = b.sex)
        AND coalesce(abs({BORN.format("a")} - {BORN.format("b")}) <= {YEARS},
                     similarity(a.sound, search_key(b.name)) >= 0.5)
        AND (a.id > b.id OR NOT {OWN.format("b.id")}) AND {SAID}
    ORDER BY near DESC, b.id LIMIT {NEIGHBOURS}
) b ORDER BY b.near DESC, a.id, b.id
"""


@dataclass
class Pair:
    """Two files that may be one; the first is the shelter's own, the second perhaps a stranger's."""

    one: Client
    other: Client
    reasons: list
    may_merge: bool = False


def same_nik(shelter):
    """Pairs with the same NIK, at least one of them this shelter's."""
    return _keys(SAME_NIK, [shelter.pk] * 2)


def alike(shelter, clients):
    """Pairs alike in name and age: these clients of the shelter against everybody."""
    return _keys(ALIKE, [[client.pk for client in clients], shelter.pk])


def pairs(user, by_nik, by_name):
    """Both lists of keys as pairs that this person may see: `is_ours` tells whose name may be said."""
    wanted = {pk for pair in (*by_nik, *by_name) for pk in pair}
    found = {client.pk: client for client in Client.objects.filter(pk__in=wanted).with_last_stay()}
    ours = set(Client.objects.visible_to(user).filter(pk__in=wanted).values_list("pk", flat=True))
    for client in found.values():
        client.is_ours = client.pk in ours

    def pair(one, other, reason):
        return Pair(found[one], found[other], _reasons(found[one], found[other], reason), found[other].is_ours)

    return [pair(*keys, "NIK sama") for keys in by_nik], [pair(*keys, "nama mirip") for keys in by_name]


def twins(user, client):
    """Other living files with this client's NIK, for the alert on both. Nothing is asked when there is no NIK."""
    if not client.nik:
        return []
    found = list(Client.objects.living().filter(nik=client.nik).exclude(pk=client.pk).with_last_stay()[:5])
    if found:
        ours = Client.objects.visible_to(user).filter(pk__in=[one.pk for one in found])
        known = set(ours.values_list("pk", flat=True))
        for one in found:
            one.is_ours = one.pk in known
    return found


def _reasons(one, other, reason):
    said = [reason]
    if one.sex and one.sex == other.sex:
        said.append("jenis kelamin sama")
    ages = [client.age_on(timezone.localdate()) for client in (one, other)]
    if None not in ages and abs(ages[0] - ages[1]) <= YEARS:
        said.append("usia sesuai")
    if one.origin_id and other.origin_id and one.origin_id[:5] == other.origin_id[:5]:
        said.append("asal sama")
    return said


def _keys(sql, values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def tell_holders(user, clients):
    """Onto each client of a page: the other file with its NIK (`holder`, `is_ours` or masked), or None."""
    niks = {client.nik for client in clients if client.nik}
    found = list(Client.objects.living().filter(nik__in=niks).with_last_stay()) if niks else []
    ours = Client.objects.visible_to(user).filter(pk__in=[one.pk for one in found])
    known = set(ours.values_list("pk", flat=True))
    for one in found:
        one.is_ours = one.pk in known
    for client in clients:
        client.holder = next((one for one in found if one.nik == client.nik and one.pk != client.pk), None)


@transaction.atomic
def recheck_nik(client, *, by, shelter):
    """A doubled NIK is valid once nobody else has it any more. Whether it is now."""
    client.refresh_from_db(from_queryset=Client.objects.select_for_update(of=["self"]))
    others = Client.objects.living().filter(nik=client.nik).exclude(pk=client.pk)
    if client.nik_status == Client.NikStatus.DOUBLED and not others.exists():
        before = client.plain_values()
        client.nik_status, client.nik_note, client.version = Client.NikStatus.VALID, "", client.version + 1
        client.full_clean(exclude=["search_names"])
        client.save()
        client.record_change(before, by=by, shelter=shelter)
    return client.nik_status == Client.NikStatus.VALID
