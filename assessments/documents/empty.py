"""An instrument as a form to fill in by hand: numbered, with boxes to tick and lines to write on."""

from dataclasses import dataclass, field
from itertools import groupby

from assessments.documents.conditions import in_words
from assessments.xlsform.evaluation import REFERENCE
from cases.pdf import Document

BLOCKS_OF_A_REPEAT = 3
MOST_COLUMNS = 6  # of a table of questions that share their choices
LINES = {"text": 1, "multiline": 3}


@dataclass
class Blank:
    """One question on paper. `kind` says which piece of the template draws it."""

    number: str
    label: str
    kind: str
    hint: str = ""
    condition: str = ""
    options: list[str] = field(default_factory=list)
    columns: int = 0
    lines: range = range(0)


@dataclass
class Table:
    """Questions one below the other that offer the same few choices."""

    options: list[str]
    rows: list[Blank]
    condition: str = ""
    kind: str = "table"


@dataclass
class Part:
    """A section on paper; one that repeats is drawn several times."""

    label: str
    condition: str
    items: list
    times: range = range(1)
    kind: str = "part"


def empty_form(version, *, shelter=None, stay=None):
    """Any version, for anybody or with one client's name already on it."""
    paper = Paper(version.form)
    on = (stay.shelter if stay else shelter).today() if stay or shelter else None
    slug = version.instrument.slug
    return Document(
        template="assessments/pdf_form.html",
        context={
            "version": version, "shelter": stay.shelter if stay else shelter, "stay": stay, "printed_on": on,
            "client": stay and stay.client, "parts": paper.parts,
        },
        filename=f"formulir-{slug}-v{version.number}{f'-{stay.client.number}' if stay else ''}.pdf",
    )  # fmt: skip


class Paper:
    def __init__(self, form):
        self.form = form
        self.number_of = {}
        for place, page in enumerate(form.pages, 1):
            asked = (item for item in page.walk() if item.is_question and is_asked(item))
            self.number_of |= {item.path: f"{place}.{count}" for count, item in enumerate(asked, 1)}
        self.parts = [self.part(page) for page in form.pages]
        self.parts = [part for part in self.parts if part.items]

    def part(self, section):
        items = []
        for together, run in groupby(section.items, key=self.shares):
            run = list(run)
            if together and len(run) > 2:
                items.append(self.table(run))
            else:
                items += filter(None, map(self.drawn, run))
        times = range(BLOCKS_OF_A_REPEAT if section.is_repeat else 1)
        return Part(plain(section.label), in_words(section, self.form, self.number_of), items, times)

    def shares(self, item):
        """The choices and the rule that this question may share a table over; nothing for any other."""
        fits = item.is_question and item.type == "select_one" and is_asked(item) and len(item.choices) <= MOST_COLUMNS
        if not fits or "choice_filter" in item.rules:
            return None
        return item.list_name, item.rules["relevant"].source if "relevant" in item.rules else ""

    def table(self, run):
        rows = [self.blank(item) for item in run]
        return Table([plain(choice.label) for choice in run[0].choices], rows, self.condition(run[0]))

    def drawn(self, item):
        if not item.is_question:
            part = self.part(item)
            return part if part.items else None
        if item.type == "note":
            explains = "${" not in item.label
            return Blank("", item.label, "note", condition=self.condition(item)) if explains else None
        return self.blank(item) if is_asked(item) else None

    def condition(self, item):
        return in_words(item, self.form, self.number_of)

    def blank(self, item):
        options = [plain(choice.label) for choice in item.choices]
        said = Blank(self.number_of[item.path], plain(item.label), kind_of(item), plain(item.hint))
        said.condition = self.condition(item)
        said.options, said.columns = options, columns_for(options)
        said.lines = range(LINES["multiline" if "multiline" in item.appearance.split() else "text"])
        return said


def is_asked(question):
    """Calculations and notes have no place to write."""
    return question.type not in ("calculate", "note") and not (question.is_calculated or question.is_heading)


def kind_of(question):
    return {
        "select_one": "one", "select_multiple": "many", "acknowledge": "tick", "date": "date", "time": "time",
        "integer": "short", "decimal": "short", "image": "picture", "file": "attached",
    }.get(question.type, "lines")  # fmt: skip


def columns_for(options):
    """0: one after the other on a line; otherwise so many columns."""
    longest, total = max(map(len, options), default=0), sum(len(option) + 6 for option in options)
    if total <= 95:
        return 0
    return 3 if longest <= 26 else 2 if longest <= 45 else 1


def plain(text):
    """A text that names another question's answer has a gap there on paper."""
    return REFERENCE.sub("……", text)
