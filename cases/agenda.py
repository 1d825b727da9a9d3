"""The agenda of a shelter's year: which letters went out and which came, with as much as this person may read."""

from dataclasses import dataclass

from cases.models import IncomingLetter, Letter, Shelter
from cases.permissions import Perm
from cases.templatetags.indonesian import tanggal_pendek

COLUMNS = {
    "out": ["No.", "Nomor surat", "Tanggal", "Jenis", "Perihal", "Kepada", "Keadaan"],
    "in": ["No.", "Nomor surat", "Tanggal surat", "Diterima", "Dari", "Perihal", "Diteruskan kepada"],
}
MONTHS = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
]  # fmt: skip
HIDDEN = "–"


def shelters_of(user):
    """Whose agenda this person may open: figures without names at least."""
    return (user.shelters_with(Perm.REPORT) | user.shelters_with(Perm.REVIEW)).distinct().order_by("name")


@dataclass(frozen=True)
class Agenda:
    """One way (out or in) of one shelter's year, or a month or a kind of it."""

    way: str
    shelter: Shelter
    year: int
    month: int | None = None
    kind: str = ""
    may: frozenset = frozenset()

    @property
    def whole(self):
        """Perihal and addressee may name people: for those who read files there, and whoever approves."""
        return bool({Perm.FILE, Perm.REVIEW} & self.may)

    @property
    def rows(self):
        if self.way == "in":
            rows = IncomingLetter.objects.filter(shelter=self.shelter, year=self.year)
            return (rows.filter(received_on__month=self.month) if self.month else rows).for_agenda()
        rows = Letter.objects.filter(shelter=self.shelter, year=self.year).select_related("about__client")
        rows = rows.filter(issued_on__month=self.month) if self.month else rows
        return (rows.filter(kind=self.kind) if self.kind else rows).for_agenda()

    @property
    def columns(self):
        return COLUMNS[self.way]

    @property
    def heading(self):
        return "Agenda surat masuk" if self.way == "in" else "Agenda surat keluar"

    def matching(self, text):
        """By number; by perihal only for those who may read it, or a search would tell it."""
        return self.rows.matching(text) if self.whole else self.rows.filter(number__icontains=text)

    def lines(self):
        """Oldest first, as a book is read: plain values for paper and spreadsheet."""
        tell = self._incoming if self.way == "in" else self._outgoing
        return [tell(row) for row in reversed(self.rows)]

    def _outgoing(self, row):
        about = f"{row.about.client.display_name} ({row.about.client.number})" if row.about else ""
        subject = "; ".join(filter(None, [row.subject, about])) or "–"
        told = [subject, row.addressee or "–"] if self.whole else [HIDDEN, HIDDEN]
        return [
            row.sequence or "–",
            row.number,
            row.issued_on,
            row.get_kind_display(),
            *told,
            state_of(row, self.whole),
        ]

    def _incoming(self, row):
        told = [row.sender, row.subject, row.forwarded_to or "–"] if self.whole else [HIDDEN] * 3
        return [row.sequence, row.number if self.whole else HIDDEN, row.dated_on, row.received_on, *told]


def state_of(letter, whole):
    if not letter.void_reason:
        return "Berlaku"
    word = "Diganti" if letter.is_replaced else "Batal"
    return f"{word}: {letter.void_reason}" if whole else word


def on_paper(line):
    """Dates as people read them."""
    return [tanggal_pendek(value) if hasattr(value, "year") else value for value in line]
