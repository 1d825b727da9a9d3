"""Answers as a workbook or as CSV: a row per assessment, a column per question, what repeats on sheets of its own.

Read in pieces and written row by row, so that a year of a big house needs no more memory than a day. The shape is
that of a KoboToolbox export (_index, _parent_index), so that what goes out can come in again.
"""

import csv
import io
import tempfile
import zipfile
from contextlib import ExitStack
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from itertools import chain

import xlsxwriter

from assessments.confidential import HIDDEN, answers_to_export, is_protected, name_to_export
from assessments.xlsform import plain
from assessments.xlsform.evaluation import REFERENCE
from cases import nik
from reports.answers.columns import JOINED, Headings, resolve, sheet_name
from reports.answers.file import KEY, PARENT, PARENT_TABLE
from reports.tables.delimited import harmless

CHUNK = 200
MAIN = "Jawaban"
BASE = [KEY, "Tanggal asesmen", "Nomor klien", "Nomor register", "Panti", "Kategori PPKS", "Instrumen", "Status"]
NAMED = ["Nama", "NIK", "Tanggal lahir"]


class Layout:
    """The sheets and their columns: of one version, or of several, merged by the name of the question.

    A column is (name of the question, option or ""); the newest version gives it its heading.
    """

    def __init__(self, forms, *, named=False):
        self.forms, self.named = forms, named
        self.base = BASE + (NAMED if named else [])
        self.sheets = {MAIN: {}}
        for form in forms:
            headings = Headings(form)
            for repeat in ["", *form.repeats]:
                columns = self.sheets.setdefault(title_of(form, repeat), {})
                for column in headings.columns(repeat):
                    key = (column.question.name, column.option)
                    if key not in columns:
                        columns[key] = (self._once(columns, column), column.question)

    @staticmethod
    def _once(columns, column):
        """Two versions may ask different questions in the same words."""
        taken = {said for said, _ in columns.values()}
        names = (column.heading, f"{column.heading} [{column.question.name}]")
        more = (f"{column.heading} ({count})" for count in range(2, 10_000))
        return next(name for name in chain(names, more) if name not in taken)

    def header(self, sheet):
        lead = self.base if sheet == MAIN else [KEY, PARENT_TABLE, PARENT]
        return lead + [heading for heading, _ in self.sheets[sheet].values()]

    def dictionary(self):
        """What each column asks: for the sheet Kamus."""
        yield ["Lembar", "Judul kolom", "Nama", "Pertanyaan", "Jenis", "Pilihan"]
        for sheet, columns in self.sheets.items():
            for (name, option), (heading, question) in columns.items():
                offered = "" if option else "; ".join(f"{one.name} = {one.label}" for one in question.choices)
                yield [sheet, heading, f"{name}/{option}" if option else name, question.label, question.type, offered]


def title_of(form, repeat):
    return sheet_name(form.repeats[repeat].name) if repeat else MAIN


def sheet_rows(layout, assessments, *, reason="", full_nik=frozenset()):
    """(name of the sheet, its row) for every assessment, in order; `assessments` may be a stream."""
    counts = dict.fromkeys(layout.sheets, 0)
    for assessment in assessments:
        form, answers = assessment.form, answers_to_export(assessment, reason=reason)
        counts[MAIN] += 1
        lead = _lead(layout, assessment, counts[MAIN], reason, full_nik)
        yield MAIN, lead + _cells(layout, MAIN, form, answers, "")
        keys = {"": (MAIN, counts[MAIN])}
        for place in _instances(form, answers):
            sheet, container = title_of(form, plain(place)), place.rpartition("[")[0]
            outer = container[: container.rindex("]") + 1] if "]" in container else ""
            counts[sheet] += 1
            keys[place] = (sheet, counts[sheet])
            yield sheet, [counts[sheet], *keys[outer], *_cells(layout, sheet, form, answers, place)]


def _instances(form, answers):
    """The outer before the inner, each in its order; one whose number was hidden still has its answers hidden."""
    there = [path for path in answers if path[-1:] == "]"]
    order = {path: answers[path] if isinstance(answers[path], int) else 0 for path in there}
    return sorted(there, key=lambda path: (path.count("["), order[path], path))


def _lead(layout, assessment, number, reason, full_nik):
    stay = assessment.stay
    day = assessment.submitted_at.astimezone(stay.shelter.zone).date()
    category = str(stay.category) if stay.category else ""
    base = [number, day, stay.client.number, stay.register_number, str(stay.shelter), category,
            f"{assessment.instrument}, versi {assessment.version.number}", assessment.get_status_display()]  # fmt: skip
    if not layout.named:
        return base
    digits = stay.client.nik or stay.client.claimed_nik
    whole = stay.shelter_id in full_nik and not is_protected(stay)
    birth = "" if is_protected(stay) else stay.client.birth_date
    return [*base, name_to_export(stay, reason=reason), digits if whole else nik.mask(digits), birth]


def _cells(layout, sheet, form, answers, place):
    found = []
    for name, option in layout.sheets[sheet]:
        path = form.path_of.get(name)
        question = form.items[path] if path else None
        if question is None or not question.is_question or title_of(form, form.repeat_of[path]) != sheet:
            found.append(None)  # this version does not ask it, or elsewhere
            continue
        value = answers.get(f"{place}{path[len(plain(place)) :]}" if place else path)
        found.append(_cell(question, value, option))
    return found


def _cell(question, value, option):
    """A typed value wherever it comes back the same; else text."""
    if value is None:
        return None
    if value == HIDDEN:
        return HIDDEN
    if option:
        return int(option in value) if question.choice(option) else None
    match question.type:
        case "select_multiple":
            return JOINED.join(_said(question, name) for name in value)
        case "select_one":
            return _said(question, value)
        case "date":
            day = date.fromisoformat(value)
            return day if day.year > 1900 else value  # Excel knows no earlier one
        case "decimal":
            return _number(value)
        case "acknowledge":
            return "Ya"
        case "image" | "file":
            return str(value).partition("/")[2] or "berkas"
        case _:
            return value


def _said(question, name):
    """The label, where it leads back to this choice; else its name."""
    choice = question.choice(name)
    clear = choice and not REFERENCE.search(choice.label) and resolve(question, choice.label) == name
    return choice.label if clear else name


def _number(text):
    try:
        number = float(text)
        exact = format(Decimal(repr(number)), "f").removesuffix(".0") == text
    except (InvalidOperation, ValueError):
        exact = False
    return number if exact and abs(number) < 10**15 else text.replace(".", ",")


# Files -----------------------------------------------------------------------------------------------------------


def write_workbook(file, layout, rows, remarks):
    """A sheet per table, each with its heading frozen, then Kamus and Keterangan. Returns the number of assessments."""
    options = {
        "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    }  # fmt: skip
    with xlsxwriter.Workbook(file, options) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        pages, counts = {}, dict.fromkeys(layout.sheets, 0)
        for name in layout.sheets:
            pages[name] = page = book.add_worksheet(name)
            header = layout.header(name)
            page.set_column(0, len(header) - 1, 18)
            page.freeze_panes(1, 4 if name == MAIN else 3)
            for place, heading in enumerate(header):
                page.write_string(0, place, heading, bold)
        for name, row in rows:
            counts[name] += 1
            for place, value in enumerate(row):
                write_cell(pages[name], counts[name], place, value, day)
        pages[MAIN].autofilter(0, 0, counts[MAIN], len(layout.header(MAIN)) - 1)
        for name, table in (("Kamus", layout.dictionary()), ("Keterangan", told(remarks, counts))):
            page = book.add_worksheet(name)
            page.set_column(0, 5, 30)
            page.freeze_panes(1 if name == "Kamus" else 0, 0)
            for number, row in enumerate(table):
                for place, value in enumerate(row):
                    page.write_string(number, place, str(value)[:32_767], bold if number == 0 else None)
    return counts[MAIN]


def write_cell(sheet, row, place, value, day):
    """Typed where the value says so; text stays text."""
    if value is None or value == "":
        return
    if isinstance(value, (date, datetime)):
        sheet.write_datetime(row, place, value, day)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, place, value)
    else:
        sheet.write_string(row, place, value[:32_767])


def told(remarks, counts):
    return [*remarks, ("Jumlah asesmen", counts[MAIN])]


def write_csvs(file, layout, rows, remarks):
    """One CSV; a zip of several where something repeats. Returns the number of assessments and the file's ending."""
    counts = dict.fromkeys(layout.sheets, 0)
    with ExitStack() as stack:
        kept = {name: stack.enter_context(tempfile.TemporaryFile()) for name in layout.sheets}
        texts = {name: io.TextIOWrapper(one, "utf-8-sig", newline="", write_through=True) for name, one in kept.items()}
        writers = {name: csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL) for name, text in texts.items()}
        for name, writer in writers.items():
            writer.writerow([harmless(heading) for heading in layout.header(name)])
        for name, row in rows:
            counts[name] += 1
            writers[name].writerow([_plain(value) for value in row])
        for text in texts.values():
            text.detach()
        if len(kept) == 1:
            _copy(kept[MAIN], file)
            return counts[MAIN], "csv"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, one in kept.items():
                with archive.open(f"{name.lower()}.csv", "w", force_zip64=True) as out:
                    _copy(one, out)
            for name, table in (("kamus", layout.dictionary()), ("keterangan", told(remarks, counts))):
                text = io.StringIO(newline="")
                csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL).writerows(map(harmless, row) for row in table)
                archive.writestr(f"{name}.csv", text.getvalue().encode("utf-8-sig"))
    return counts[MAIN], "zip"


def _plain(value):
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f").removesuffix(".0").replace(".", ",")
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return harmless(value)


def _copy(source, target):
    source.seek(0)
    while piece := source.read(1 << 16):
        target.write(piece)
