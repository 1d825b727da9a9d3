"""Which column answers which question: what the headings of Google Forms, KoboToolbox and our own export suggest."""

import re
from dataclasses import dataclass
from functools import cached_property

from reports.answers.columns import Headings

IGNORE, DATE = "", "@date"
MARKS = {
    DATE: "Tanggal asesmen", "@number": "Nomor klien", "@register": "Nomor register", "@nik": "NIK", "@name": "Nama",
    "@birth_date": "Tanggal lahir",
}  # fmt: skip
KNOWN = {
    "@date": "tanggal asesmen|timestamp|stempel waktu|cap waktu|tanggal pengisian|today|end|_submission_time|start",
    "@number": "nomor klien|no klien|id klien",
    "@register": "nomor register|no register|nomor induk",
    "@nik": "nik|nomor induk kependudukan|no ktp|nomor ktp",
    "@name": "nama|nama klien|nama lengkap|nama penerima manfaat|nama pm",
    "@birth_date": "tanggal lahir|tgl lahir",
}
# What forms add on their own, and what our export says besides the answers.
BESIDE = re.compile(
    r"_.*|formhub/uuid|meta/.*|deviceid|instanceid|email address|alamat email|nama pengguna|username|score|skor"
    r"|panti|instrumen|status|kategori ppks|start|end|today",
    re.IGNORECASE,
)
LEAST_LIKE = 0.6


@dataclass(frozen=True)
class Place:
    """A column: of which table, under which heading. The leading table's name is empty."""

    table: str
    heading: str

    @property
    def key(self):
        return f"{self.table}\n{self.heading}" if self.table else self.heading


@dataclass
class Proposal:
    place: Place
    target: str = IGNORE
    exact: bool = True


class Proposer:
    """Targets of the columns of a file: exact spellings first, then what is most like a question."""

    def __init__(self, form, first, others):
        self.form, self.headings = form, Headings(form)
        self.tables = {"": first} | {table.name: table for table in others if self.headings.repeat(table.name)}
        self.left_out = [table.name for table in others if table.name not in self.tables]

    @cached_property
    def questions(self):
        """What a file can answer."""
        return [question for question in self.form.questions if is_importable(question)]

    def proposals(self, kept=None):
        """For each column its target; `kept` is an earlier mapping of the same headings, which goes before."""
        found = [Proposal(Place(name, heading)) for name, table in self.tables.items() for heading in table.headings]
        if kept is not None:
            for one in found:
                one.target = kept.get(one.place.key, IGNORE)
            return found
        taken = set()
        for one in found:
            one.target = self._spelt(one.place)
            taken.add(one.target)
        self._only_one_date(found)
        self._options_before_text(found)
        for one in found:
            if one.target == IGNORE and not BESIDE.fullmatch(one.place.heading):
                one.exact = False
                one.target = self._likely(one.place, taken)
                taken.add(one.target)
        return found

    def _spelt(self, place):
        said, marks = words(place.heading), () if place.table else KNOWN.items()
        mark = next((mark for mark, names in marks if said in map(words, names.split("|"))), IGNORE)
        path, _ = self.headings.find(place.heading)
        if not mark and path and is_importable(self.form.items[path]) and self._fits(path, place.table):
            return path
        return mark

    def _fits(self, path, table):
        return self.form.repeat_of[path] == (self.headings.repeat(table) if table else "")

    @staticmethod
    def _only_one_date(found):
        order = [words(name) for name in KNOWN[DATE].split("|")]
        dated = [one for one in found if one.target == DATE]
        for one in sorted(dated, key=lambda one: order.index(words(one.place.heading)))[1:]:
            one.target = IGNORE

    def _options_before_text(self, found):
        """KoboToolbox and our export say a choice of several twice: joined, and one column per option."""
        by_option = {one.target for one in found if self.headings.option(one.target, one.place.heading)}
        for one in found:
            if one.target in by_option and not self.headings.option(one.target, one.place.heading):
                one.target = IGNORE

    def _likely(self, place, taken):
        inside = [question for question in self.questions if self._fits(question.path, place.table)]
        scored = ((alike(place.heading, question.label), question.path) for question in inside)
        best, path = max(scored, default=(0, IGNORE))
        return path if best >= LEAST_LIKE and path not in taken else IGNORE


def is_importable(question):
    """An answer that a cell can hold. What is worked out is worked out again, but for what was fixed once."""
    return question.is_kept if question.is_calculated else question.is_input and not question.is_file


def problems(form, columns):
    """Why these pairs ({key of the column: target}) cannot be: sentences."""
    headings, given = Headings(form), {}
    for key, target in columns.items():
        if target:
            given.setdefault(target, []).append(key.rpartition("\n")[2])
    if DATE not in given:
        yield "Pilih kolom yang berisi tanggal asesmen."
    for target, names in given.items():
        label = MARKS.get(target) or form.items[target].label
        options = [headings.option(target, name) for name in names]
        if len(names) > 1 and (None in options or len(set(options)) < len(options)):
            yield f"“{label}” dipasangkan dengan lebih dari satu kolom: {', '.join(names)[:200]}."


def words(text):
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def alike(one, other):
    """From 0 to 1: how many pairs of letters they share (Dice)."""
    ours, theirs = _pairs(one), _pairs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0


def _pairs(text):
    text = words(text)
    return {text[place : place + 2] for place in range(len(text) - 1)}
