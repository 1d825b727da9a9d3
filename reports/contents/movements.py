"""Mutasi penghuni by sex and age group: the arithmetic of the recap, group by group; the parts make its whole."""

from collections import defaultdict

from cases.models import Client
from reports.figures.recap import figures

# (lowest age, words), the youngest first. Ages are those on the last day of the month: so every row of the table adds
# up, opening + in − out = closing. A birthday moves somebody into the next group between two months.
AGE_GROUPS = [(0, "0–5 tahun"), (6, "6–17 tahun"), (18, "18–59 tahun"), (60, "60 tahun ke atas")]
NO_AGE = "Usia tidak diketahui"
SEXES = [("L", "L"), ("P", "P"), ("", "?")]
FLOWS = [("opening", "Awal"), ("arrivals", "Masuk"), ("departures", "Keluar"), ("closing", "Akhir")]
BORN = ("birth_date", "estimated_age", "age_estimated_on")


def movements(reading):
    """Per age group: each of FLOWS by the sexes shown, and the nights; the last row is the sum."""
    stays, away, _, first, last, until = reading.rows
    groups = age_groups({stay.client for stay in stays}, last)
    cells = defaultdict(list)
    for stay in stays:
        cells[groups[stay.client], stay.sex].append(stay)
    found = {key: figures(mine, away, set(), first, last, until) for key, mine in cells.items()}
    labels = [label for _, label in AGE_GROUPS] + [NO_AGE] * any(group == NO_AGE for group, _ in found)
    sexes = [(sex, label) for sex, label in SEXES if sex or any(not one for _, one in found)]
    rows = [row(label, [found.get((label, sex)) for sex, _ in sexes]) for label in labels]
    return {
        "flows": [label for _, label in FLOWS],
        "sexes": [label for _, label in sexes],
        "rows": rows,
        "total": summed(rows, len(sexes)),
    }


def row(label, recaps):
    """`recaps`: one for each sex, None where nobody is of it."""
    flows = [[getattr(recap, key) if recap else 0 for recap in recaps] for key, _ in FLOWS]
    return {"label": label, "flows": flows, "nights": sum(recap.nights for recap in recaps if recap)}


def summed(rows, width):
    flows = [[sum(row["flows"][flow][sex] for row in rows) for sex in range(width)] for flow in range(len(FLOWS))]
    return {"label": "Jumlah", "flows": flows, "nights": sum(row["nights"] for row in rows)}


def age_groups(clients, day):
    """{client: words of the age group on that day}"""
    rows = Client.objects.filter(pk__in=clients).values_list("pk", *BORN)
    return {pk: group_of(Client(**dict(zip(BORN, born, strict=True))).age_on(day)) for pk, *born in rows}


def group_of(age):
    return NO_AGE if age is None else next(label for lowest, label in reversed(AGE_GROUPS) if age >= lowest)
