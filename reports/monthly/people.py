"""The people behind the figures of a month: who was counted where, and what became of each needed service."""

from collections import defaultdict

from cases.models import Client
from reports.figures.recap import figures
from reports.monthly.figures import MOVEMENTS, TABLES, VOLUMES, shown

FULFILLED, MISSING = "fulfilled", "missing"
RECAP = ""  # the place of a service type, in the row that says what the recap counted


def people_of(reading):
    """One plain dict per person and type, and one per person of the recap; the same people in the same order."""
    rows = [*spm_people(reading.spm), *recap_people(reading)]
    numbers = dict(Client.objects.filter(pk__in={row["client"] for row in rows}).values_list("pk", "number"))
    for row in rows:
        row["number"] = numbers[row["client"]]
    return sorted(rows, key=lambda row: (row["type"], row["client"]))


def person(kind, client, *, served=False, services=None, counted=None):
    return {
        "type": kind, "client": client, "served": served, "services": services or {}, "counted": counted or {},
    }  # fmt: skip


def spm_people(report):
    for kind in report.types:
        services = defaultdict(dict)
        for line in kind.services:
            for client in line.needed:
                services[client][line.service.slug] = MISSING
            for client in line.fulfilled:
                services[client][line.service.slug] = FULFILLED
        served = set(kind.served)
        for client in kind.in_scope:
            yield person(kind.service_type.code, client, served=client in served, services=services[client])


def recap_people(reading):
    """The arithmetic of the recap, person by person: so the parts add up to the whole."""
    stays, away, given, first, last, until = reading.rows
    theirs = defaultdict(list)
    for stay in stays:
        theirs[stay.client].append(stay)
    for client in sorted(theirs.keys() | given):
        counted = counts(figures(theirs[client], away, given & {client}, first, last, until))
        if counted:
            yield person(RECAP, client, counted=counted)


def counts(recap):
    """{figure: how many}, as "arrivals" or "by_category/Lanjut usia telantar"; nothing of what is 0."""
    found = {key: getattr(recap, key) for key, *_ in [*MOVEMENTS, *VOLUMES]}
    for key, _ in TABLES:
        found |= {f"{key}/{shown(key, name)}": number for name, number in getattr(recap, key).items()}
    return {key: number for key, number in found.items() if number}
