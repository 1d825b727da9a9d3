"""The columns of a sheet of answers: written by the export, understood by the import."""

import re
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from assessments.xlsform.question import Question

JOINED = "; "


@dataclass(frozen=True)
class Column:
    """A question, or with `option` one of its choices."""

    heading: str
    question: Question
    option: str = ""


class Headings:
    """What the columns of a form are called: by label where that names one question only, else with its name."""

    def __init__(self, form):
        self.form = form

    @cached_property
    def of(self):
        """{path: heading}"""
        found = {}
        for question in self.form.questions:
            label = " ".join(question.label.split())
            clear = len(label) <= 200 and label.casefold() not in RESERVED
            clear = clear and self.spelt.get(label.casefold()) == (question.path, None)
            found[question.path] = label if clear else named(question)
        return found

    def columns(self, repeat=""):
        """Those of what stands in a repeat ("" for what does not repeat), in the order of the form."""
        for question in self.form.questions:
            if self.form.repeat_of[question.path] != repeat or question.type == "note" or question.is_heading:
                continue
            heading = self.of[question.path]
            yield Column(heading, question)
            for choice in question.choices if question.type == "select_multiple" else ():
                said = f"{heading}/{' '.join(choice.label.split())}"
                clear = self.spelt.get(said.casefold()) == (question.path, choice.name)
                yield Column(said if clear else f"{heading}/{choice.name}", question, choice.name)

    @cached_property
    def spelt(self):
        """{any spelling, folded: (path, option or None)}. Names go before labels; what could mean two means none."""
        found, several = {}, [one for one in self.form.questions if one.type == "select_multiple"]
        bases = {one.path: [one.path, one.name, named(one)] for one in self.form.questions}
        _spell(found, [(base, path, None) for path, names in bases.items() for base in names])
        _spell(found, [(" ".join(one.label.split()), one.path, None) for one in self.form.questions])
        for words in (lambda choice: choice.name, lambda choice: " ".join(choice.label.split())):
            for labelled in (False, True):
                _spell(found, [
                    (shape.format(base, words(choice)), one.path, choice.name)
                    for one in several for choice in one.choices
                    for base in ([" ".join(one.label.split())] if labelled else bases[one.path])
                    for shape in ("{}/{}", "{}.{}", "{} [{}]")
                ])  # fmt: skip
        return found

    def find(self, heading):
        """(path, option or None) of a heading, or (None, None)."""
        return self.spelt.get(" ".join(heading.split()).casefold(), (None, None))

    def option(self, path, heading):
        """Which option of this question a column is about; None when it says the answer as a whole."""
        found, option = self.find(heading)
        question = self.form.items.get(path)
        if found or question is None or question.type != "select_multiple":
            return option if found == path else None
        said = re.split(r"[/\[]", heading)[-1].rstrip("]").strip()
        return resolve(question, said) if said != heading else None

    def repeat(self, sheet):
        """The path of the repeat that a sheet is called after, or ""."""
        said = sheet.casefold()
        for path, repeat in self.form.repeats.items():
            if said in (repeat.name.casefold(), path.casefold(), sheet_name(repeat.name).casefold()):
                return path
        return ""


def named(question):
    """Its label is not enough: too long, or another question's too."""
    return f"{' '.join(question.label.split())[:200]} [{question.name}]".strip()


def _spell(found, meant):
    """Add what each of these spellings means, unless it means something already or two of them are the same."""
    said = {}
    for name, path, option in meant:
        said.setdefault(name.casefold(), set()).add((path, option))
    for name, meanings in said.items():
        if len(meanings) == 1 and name:
            found.setdefault(name, *meanings)


def resolve(question, text):
    """The choice that a text names: by its name, by its label, or by either in other letters; else None."""
    for meant in (
        lambda choice: choice.name == text,
        lambda choice: choice.label == text,
        lambda choice: choice.name.casefold() == text.casefold(),
        lambda choice: " ".join(choice.label.split()).casefold() == " ".join(text.split()).casefold(),
    ):
        found = [choice.name for choice in question.choices if meant(choice)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def sheet_name(name):
    """Excel takes 31 letters of it; a repeat may not be called like a sheet of the export's own."""
    if len(name) > 31:
        return f"{name[:23]}_{sha256(name.encode()).hexdigest()[:7]}"
    return f"{name[:29]}_r" if name.casefold() in ("jawaban", "kamus", "keterangan") else name


RESERVED = {
    "tanggal asesmen", "nomor klien", "nomor register", "nik", "nama", "tanggal lahir", "panti", "instrumen", "status",
    "kategori ppks", "_index", "_parent_index", "_parent_table_name",
}  # fmt: skip
