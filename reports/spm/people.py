"""The people behind a figure of a month, and in words why a service of theirs is not fulfilled."""

from dataclasses import dataclass
from itertools import groupby

from cases.models import BasicService, Client, ServiceRule, ServiceType
from reports.spm.months import Detail
from reports.spm.words import for_whom, rules_in_words

IN_SCOPE, SERVED, UNSERVED, NEEDED, FULFILLED, MISSING = (
    "sasaran", "terlayani", "belum", "butuh", "terpenuhi", "kurang",
)  # fmt: skip
Kind = ServiceRule.Rule
FULFILLED_WORDS = {
    Kind.ONCE: "sudah diberikan pada masa tinggal ini",
    Kind.PROCESS: "ada langkah pada bulan ini, atau kebutuhannya terpenuhi",
    Kind.PRESENCE: "terpenuhi dengan tinggal di panti",
}
MISSING_WORDS = {
    Kind.ONCE: "belum pernah diberikan pada masa tinggal ini",
    Kind.PROCESS: "belum ada langkah pada bulan ini dan kebutuhannya belum ditutup sebagai terpenuhi",
}
OF_TYPE = {IN_SCOPE: "Sasaran", SERVED: "Terlayani", UNSERVED: "Belum terlayani"}
OF_SERVICE = {NEEDED: "Membutuhkan", FULFILLED: "Terpenuhi", MISSING: "Belum terpenuhi"}


@dataclass(frozen=True)
class Wanting:
    """One needed service of a person, with its rules and what it came to."""

    service: BasicService
    rules: tuple[ServiceRule, ...]
    details: list[Detail]  # by kind of rule: more than one where that changed within the month

    @property
    def fulfilled(self):
        return all(detail.fulfilled for detail in self.details)

    @property
    def for_whom(self):
        return for_whom(self.rules)

    @property
    def in_words(self):
        return rules_in_words(self.rules)

    @property
    def words(self):
        """What is wanting; of a fulfilled service, what is there."""
        told = [sentence(detail, self.service) for detail in self.details if detail.fulfilled == self.fulfilled]
        words = "; ".join(told)
        return words[0].upper() + words[1:]


@dataclass
class Line:
    """One person under one type: a person of two types stands in two lines."""

    kind: ServiceType
    has_catalogue: bool
    client: int
    stay: int  # the latest of the type
    wantings: list[Wanting]
    number: str = ""
    name: str = ""  # empty for whoever may not see it

    @property
    def served(self):
        return self.has_catalogue and not self.missing

    @property
    def missing(self):
        return [one for one in self.wantings if not one.fulfilled]

    @property
    def called(self):
        return f"{self.name} ({self.number})" if self.name else f"Klien {self.number}"

    def belongs(self, *, kind="", service="", outcome=""):
        """Whether the chosen figure counts this person; without a choice everybody in scope is counted."""
        if kind and self.kind.code != kind:
            return False
        if service:
            needed = [one for one in self.wantings if one.service.slug == service]
            return bool(needed) and {FULFILLED: needed[0].fulfilled, MISSING: not needed[0].fulfilled}.get(
                outcome, True
            )
        return {SERVED: self.served, UNSERVED: not self.served}.get(outcome, True)


def sentence(detail, service):
    """What was asked and what is there, or that it is not."""
    asked, there = detail.asked, detail.there
    if detail.kind == Kind.DAILY:
        rest = "" if detail.fulfilled else f"; kurang pada {asked - there} hari"
        return f"{service.short_label} cukup pada {there} dari {asked} hari yang diharuskan{rest}"
    if detail.kind == Kind.MONTHLY:
        return f"tercatat {there} dari {asked} kali yang diharuskan untuk {detail.days} hari hadir"
    return (FULFILLED_WORDS if detail.fulfilled else MISSING_WORDS)[detail.kind]


def lines_of(question, clients=None):
    """Everybody in scope of the one shelter and month in question, by type; or only these people."""
    [month], kinds, lines = question.months, {kind.code: kind for kind in question.types}, []
    for (code, client), group in groupby(question.details(clients), lambda detail: (detail.type, detail.client)):
        details, catalogue = list(group), question.catalogue[month, code]
        wantings = [
            Wanting(versions[0].service, tuple(versions), mine)
            for slug, versions in catalogue.items()
            if (mine := [detail for detail in details if detail.service == slug])
        ]
        lines.append(Line(kinds[code], bool(catalogue), client, details[0].stay, wantings))
    return lines


def name_lines(lines, *, named):
    """With number, and with name where it may be read; in the order in which a person reads them."""
    known = Client.objects.in_bulk({line.client for line in lines})
    for line in lines:
        client = known[line.client]
        line.number, line.name = client.number, str(client) if named else ""
    lines.sort(key=lambda line: (line.kind.position, line.name.casefold(), line.number))
