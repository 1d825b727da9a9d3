"""Where a month's report stands, for the pages that show it."""

from dataclasses import dataclass, field
from datetime import datetime

from cases.models import Client
from cases.permissions import Perm
from reports.models import MonthReport
from reports.monthly import comparing

MARKS = [
    ("✓", "ditandatangani (R1: ralat ke-1)"), ("!", "ditandatangani, data berubah sejak itu"),
    ("…", "menunggu tanda tangan"), ("–", "belum diajukan"), ("·", "berjalan"),
]  # fmt: skip
WORDS = {"draft": ("tag-calm", "Konsep"), "submitted": ("tag-wait", "Menunggu tanda tangan")}


@dataclass
class State:
    """The revisions of a month, the newest first."""

    reports: list = field(default_factory=list)
    is_over: bool = True  # the month is over at the shelter

    @property
    def in_force(self):
        return next((report for report in self.reports if report.status == "signed"), None)

    @property
    def open(self):
        return next((report for report in self.reports if not report.is_frozen), None)

    @property
    def waits(self):
        return self.open if self.open and self.open.status == "submitted" else None

    @property
    def differs(self):
        return bool(self.in_force and self.in_force.lines)

    @property
    def may_be_submitted(self):
        return self.is_over and not self.waits and (not self.in_force or self.differs)

    @property
    def mark(self):
        """The same in a character or two, for a table of many months; MARKS explains them."""
        if signed := self.in_force:
            return ("!" if signed.lines else "✓") + (f" R{signed.revision}" if signed.revision else "")
        if self.waits:
            return "…"
        return "–" if self.is_over else "·"

    @property
    def tags(self):
        """(look, words) to stand beside the month."""
        tags = []
        if signed := self.in_force:
            tags.append(("tag-good", f"Ditandatangani R{signed.revision}" if signed.revision else "Ditandatangani"))
            tags += [("tag-bad", "Data berubah")] if signed.lines else []
        if self.open and (self.waits or not self.in_force):
            tags.append(WORDS[self.open.status])
        return tags or [("tag-calm", "Belum diajukan" if self.is_over else "Berjalan")]


def state_of(shelter, month):
    reports = list(MonthReport.objects.of_month(shelter, month).for_page().with_touches().order_by("-revision"))
    state = State(reports, month.last < shelter.today())
    if state.in_force and state.in_force.compared != state.in_force.touches:
        comparing.compare(state.in_force)
    return state


def states(shelters, months):
    """{(shelter key, month): State} in one query; whether data changed as far as it was compared already."""
    found = {(shelter.pk, month): State([], month.last < shelter.today()) for shelter in shelters for month in months}
    reports = MonthReport.objects.filter(shelter__in=shelters).of_months(months).for_list().with_touches()
    for report in reports.order_by("-revision"):
        found[report.shelter_id, report.month].reports.append(report)
    return found


def names_of(user, clients):
    """{client key: as they are called} of those whom this person may see."""
    seen = Client.objects.allowed(user, Perm.SEE).filter(pk__in=clients) if clients else []
    return {client.pk: str(client) for client in seen}


def named(user, differences):
    """Differences for a page: names for whoever sees the people of the shelter, else and on paper (no user) numbers."""
    numbers = {one["client"]: one["number"] for one in differences.get("people", ())}
    asked = numbers.keys() | {one["client"] for one in differences.get("causes", ()) if one["client"]}
    names = names_of(user, asked) if user else {}

    def who(client):
        number = f"Klien {numbers[client]}" if client in numbers else "Klien lain"
        name = names.get(client)
        return f"{name} ({numbers[client]})" if name and client in numbers else name or number

    return {
        "lines": differences.get("lines", []),
        "people": [one | {"who": who(one["client"])} for one in differences.get("people", ())],
        "causes": [
            one | {"who": who(one["client"]) if one["client"] else "", "when": datetime.fromisoformat(one["at"])}
            for one in differences.get("causes", ())
        ],
    }
