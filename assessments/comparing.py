"""Two versions of an instrument side by side, in the words of whoever fills it in.

Questions are the same when their name is: a name is what an answer is kept under, a label may be mended.
"""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from assessments.xlsform import Form

TYPES = {
    "text": "teks", "integer": "angka bulat", "decimal": "angka", "date": "tanggal", "time": "jam",
    "select_one": "satu pilihan", "select_multiple": "beberapa pilihan", "note": "keterangan",
    "calculate": "dihitung", "acknowledge": "tanda setuju", "image": "foto", "file": "berkas",
}  # fmt: skip
TEXTS = {
    "hint": "Petunjuk", "required_message": "Pesan bila kosong",
    "constraint_message": "Pesan bila tidak sesuai", "appearance": "Tampilan", "need": "Membuka kebutuhan",
    "domain": "Bidang nilai", "score": "Nilai", "client": "Diisi dari berkas klien", "sensitive": "Rahasia",
}  # fmt: skip
RULES = {
    "required": "Wajib diisi", "relevant": "Ditanyakan bila", "constraint": "Syarat jawaban",
    "calculation": "Rumus", "default": "Nilai awal", "read_only": "Hanya dibaca", "choice_filter": "Saringan pilihan",
    "repeat_count": "Diulang sebanyak",
}  # fmt: skip
LABEL, TITLE, CHOICES = "Pertanyaan", "Judul", "Pilihan"
WORDS = {"and": "dan", "or": "atau", "true()": "ya", "false()": "tidak", "!=": "≠", ">=": "≥", "<=": "≤"}
TOKEN = re.compile(
    r"""(?P<literal>'[^']*'|"[^"]*")|(?P<path>/data(?:/[\w.\-]+)+)|(?P<word>\btrue\(\)|\bfalse\(\)|\band\b|\bor\b|[!<>]=)""",
)
SELECTED = re.compile(r"selected\(\s*(“[^”]*”|jawaban ini)\s*,\s*(“[^”]*”|'[^']*')\s*\)")
THIS = re.compile(r"(?<![\w.)/'\"“])\.(?![\w./])")


@dataclass(frozen=True)
class Difference:
    what: str
    old: str
    new: str


@dataclass
class Change:
    """What happened to one question or part; `old` and `new` are None where it does not exist."""

    kind: str
    old: object
    new: object
    page: str
    differences: list[Difference] = field(default_factory=list)

    @property
    def label(self):
        return (self.new or self.old).label or (self.new or self.old).name

    @property
    def noun(self):
        return "Pertanyaan" if (self.new or self.old).is_question else "Bagian"


class Comparison:
    """Added, removed, changed and moved, each in the order of the sheet it stands in."""

    def __init__(self, old: Form, new: Form):
        self.old, self.new = old, new
        before = {item.name: item for item in old.items.values()}
        after = {item.name: item for item in new.items.values()}
        both = [name for name in after if name in before]
        self.added = [self._change("added", None, after[name]) for name in after if name not in before]
        self.removed = [self._change("removed", before[name], None) for name in before if name not in after]
        changed = (self._change("changed", before[name], after[name]) for name in both)
        self.changed = [change for change in changed if change.differences]
        wandered = _wandered(before, after)
        moved = [name for name in both if name in wandered or _parent(before[name]) != _parent(after[name])]
        self.moved = [self._moved(before[name], after[name]) for name in moved]

    @cached_property
    def groups(self):
        found = [
            ("Ditambahkan", self.added), ("Dihapus", self.removed), ("Diubah", self.changed), ("Dipindah", self.moved),
        ]  # fmt: skip
        return [(title, changes) for title, changes in found if changes]

    @property
    def whole(self):
        """What is said of the instrument itself: its name, and what the scores of a domain mean."""
        was, now = _of_form(self.old), _of_form(self.new)
        both = dict.fromkeys([*was, *now])
        told = [Difference(what, was.get(what, ""), now.get(what, "")) for what in both]
        return [row for row in told if row.old != row.new]

    def _change(self, kind, old, new):
        change = Change(kind, old, new, _page(self.new, new) if new else _page(self.old, old))
        was, now = _described(self.old, old), _described(self.new, new)
        if not (old and new):  # its label is the heading already
            was, now = was | {LABEL: "", TITLE: ""}, now | {LABEL: "", TITLE: ""}
        for what in dict.fromkeys([*was, *now]):
            told = was.get(what, ""), now.get(what, "")
            if told[0] != told[1]:
                change.differences.append(Difference(what, *(_other_lines(*told) if what == CHOICES else told)))
        return change

    def _moved(self, old, new):
        places = [Difference("Tempat", _place(self.old, old), _place(self.new, new))]
        return Change("moved", old, new, _page(self.new, new), places)


def _of_form(form):
    said = {"Nama instrumen": form.title}
    for domain in form.domains:
        bands = [f"mulai {band.minimum}: {band.label}" for band in domain.bands]
        method = "rata-rata" if domain.is_mean else "jumlah"
        said[f"Nilai {domain.label}"] = "\n".join([f"{method} {len(domain.questions)} pertanyaan", *bands])
    return said


def _described(form, item):
    """Everything of a question that a person notices, in words."""
    if item is None:
        return {}
    said = {LABEL if item.is_question else TITLE: item.label}
    if item.is_question:
        said["Jenis"] = TYPES.get(item.type, item.type)
        said |= {word: str(getattr(item, name, "") or "") for name, word in TEXTS.items()}
        said[CHOICES] = "\n".join(_choice(choice) for choice in item.choices)
        if getattr(item, "default", None) is not None and "default" not in item.rules:
            said["Nilai awal"] = str(item.default)
    elif item.is_repeat:
        said["Berulang"] = "ya"
    for name, word in RULES.items():
        if name in item.rules:
            said[word] = in_words(form, item, item.rules[name].source)
    return {what: text for what, text in said.items() if text}


def _other_lines(old, new):
    """Of two lists only what the other has not: most choices stay as they are."""
    was, now = old.split("\n"), new.split("\n")
    if set(was) == set(now):
        return old, new  # only their order changed
    return "\n".join(line for line in was if line not in now), "\n".join(line for line in now if line not in was)


def _choice(choice):
    extra = [f"nilai {choice.score}"] if choice.score is not None else []
    extra += [f"membuka {need}" for need in choice.needs]
    return choice.label + (f" ({', '.join(extra)})" if extra else "")


def in_words(form, item, source):
    """A rule as a person reads it: questions by what they ask, choices by their labels, the common marks as words."""
    if source.strip() in ("true()", "yes"):
        return "ya"
    asked = [form.items.get(found["path"].removeprefix("/data/")) for found in TOKEN.finditer(source) if found["path"]]
    labels = {choice.name: choice.label for other in [*asked, item] for choice in getattr(other, "choices", ())}

    def said(found):
        if found["path"]:
            other = form.items.get(found["path"].removeprefix("/data/"))
            return f"“{other.label or other.name}”" if other else found["path"].rpartition("/")[2]
        if found["literal"]:
            text = found["literal"][1:-1]
            return f"“{labels[text]}”" if text in labels else found["literal"]
        return WORDS[found["word"]]

    text = " ".join(TOKEN.sub(said, source).split())
    text = THIS.sub("jawaban ini", text)
    return SELECTED.sub(r"\1 memuat \2", text).replace("not(", "bukan (")


def _parent(item):
    return item.path.rpartition("/")[0]


def _page(form, item):
    return form.items[item.path.split("/")[0]].label


def _place(form, item):
    """On which part, and after what."""
    parent = _parent(item)
    mates = [other for other in form.items.values() if _parent(other) == parent]
    at = [other.name for other in mates].index(item.name)
    where = f"{form.items[parent].label}, " if parent else ""
    return f"{where}sesudah “{mates[at - 1].label or mates[at - 1].name}”" if at else f"{where}paling atas"


def _wandered(before, after):
    """Names that left their place among the same neighbours, as few as explain the new order."""
    found = set()
    for parent in dict.fromkeys(map(_parent, after.values())):
        old = [name for name, item in before.items() if name in after and _parent(item) == parent]
        new = [name for name, item in after.items() if name in before and _parent(item) == parent]
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
        stayed = {name for block in blocks for name in old[block.a : block.a + block.size]}
        found |= {name for name in new if name in old and name not in stayed}
    return found
