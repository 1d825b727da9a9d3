"""Old answers: every row of a file read, worked out and matched before anything is written.

A bad cell is an error of its row, and with one error nothing goes in, unless somebody chose to leave bad cells out.
"""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from assessments.models import Assessment, OldAnswers
from assessments.models.old_answers import Read
from assessments.xlsform import plain
from reports.answers.cells import as_text, read_cell, read_day, read_moment, says_yes
from reports.answers.columns import Headings
from reports.answers.file import KEY, PARENT, PARENT_TABLE, headings_digest, is_blank, read_tables, row_digest
from reports.answers.file import plain as plain_cell
from reports.answers.pairing import DATE, MARKS, Place
from reports.answers.people import People
from reports.imports.base import CellError, shown
from reports.imports.run import BUSY, MOVED, lock

MOST_ROUNDS = 4  # leaving one answer out can make another impossible


@dataclass
class Plan:
    """What the file would do: `rows` go in; the rest is told."""

    rows: list = field(default_factory=list)
    errors: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    counts: dict = field(default_factory=dict)

    @property
    def linked(self):
        return [row for row in self.rows if row.stay]

    @property
    def held(self):
        return [row for row in self.rows if not row.stay]


def check(batch, *, skip=False):
    """What the file would do now. Nothing is written."""
    return Reader(batch, skip=skip).plan()


def put_in(batch, *, by, skip=False):
    """Put a file in, once: all of its rows, or with errors none."""
    try:
        with transaction.atomic():
            lock(batch.shelter)
            batch.lock()
            plan = check(batch, skip=skip)
            if plan.errors and not skip:
                return plan
            OldAnswers.take_in(batch, plan.rows, by=by)
            batch.settle(plan.counts, by=by)
            return plan
    except IntegrityError as error:
        raise ValidationError(MOVED) from error
    except DatabaseError as error:
        raise ValidationError(BUSY) from error


class Reader:
    def __init__(self, batch, *, skip):
        self.batch, self.skip, self.shelter = batch, skip, batch.shelter
        self.form, self.headings = batch.version.form, Headings(batch.version.form)
        self.style, self.columns = batch.mapping.style, batch.mapping.columns
        self.first, self.others = read_tables(batch.content)
        if headings_digest(self.first, self.others) != batch.mapping.headings:
            raise ValidationError("Pasangan kolom ini dari berkas lain. Pasangkan kolomnya sekali lagi.")
        self.inner = {self.headings.repeat(table.name): table for table in self.others}
        self.inner.pop("", None)
        self.marks = {target: key for key, target in self.columns.items() if target in MARKS}
        self.pairs = {name: self._pairs(table, name) for name, table in {"": self.first, **self._named()}.items()}
        self.result, self.left_out, self.skipped = Plan(), 0, 0

    def _named(self):
        return {table.name: table for table in self.inner.values()}

    def _pairs(self, table, name):
        """(place in the row, heading, path, option) of the columns of a table that answer something."""
        found = []
        for place, heading in enumerate(table.headings):
            target = self.columns.get(Place(name, heading).key, "")
            if target and target not in MARKS:
                found.append((place, heading, target, self.headings.option(target, heading)))
        return found

    def plan(self):
        self.belonging = self._belonging()
        known = self._known()
        people = People(self.shelter, [self._identity(row) for row in self.first.rows])
        counts = dict.fromkeys(("rows", "linked", "held", "same", "skipped_cells", "skipped_rows", "left_out"), 0)
        counts["rows"] = len(self.first.rows)
        for number, row in zip(self.first.numbers, self.first.rows, strict=True):
            digest = row_digest(self.first, row, self._inner_of(number))
            if digest in known:
                counts["same"] += 1
                continue
            known.add(digest)
            read = self._row(number, row, digest)
            if read is None:
                counts["skipped_rows"] += 1
                continue
            day = read.at.astimezone(self.shelter.zone).date()
            read.stay, read.why = people.find(read.identity, day)
            self.result.rows.append(read)
        self._drop_what_is_there(counts)
        counts |= {"linked": len(self.result.linked), "held": len(self.result.held)}
        counts |= {"skipped_cells": self.skipped, "left_out": self.left_out}
        self.result.counts = counts
        self.result.errors.sort(key=lambda error: error.row)
        return self.result

    def _known(self):
        """Rows that came in before, also those that were discarded since."""
        kept = OldAnswers.objects.filter(shelter=self.shelter, instrument=self.batch.version.instrument)
        return set(kept.values_list("digest", flat=True))

    def _drop_what_is_there(self, counts):
        """Our own export brought back to where it was made: the assessment is there with just these answers."""
        linked = {row.stay.pk for row in self.result.linked}
        there = Assessment.objects.current().filter(stay__in=linked, version=self.batch.version)
        there = {(stay, day_of(at)): answers for stay, at, answers in
                 there.values_list("stay", "submitted_at", "answers")}  # fmt: skip
        fresh = []
        for row in self.result.rows:
            if row.stay and there.get((row.stay.pk, day_of(row.at))) == row.answers:
                counts["same"] += 1
            else:
                fresh.append(row)
        self.result.rows = fresh

    def _row(self, number, row, digest):
        at = self._moment(number, row)
        if at is None:
            return None
        answers, cells = self._answers(number, row)
        answers = self._fitting(number, answers, cells, at)
        return Read(number, digest, at, answers, identity=self._identity(row))

    def _moment(self, number, row):
        heading = self.marks[DATE]
        value = self.first.cell(row, heading)
        try:
            if is_blank(value):
                raise ValueError("Isi tanggal asesmen.")
            at = read_moment(value, self.style, self.shelter.zone, utc=heading == "_submission_time")
            if at > self.shelter.now():
                if at.date() > self.shelter.today():
                    raise ValueError("Tanggal ini belum tiba.")
                at = self.shelter.now()  # only the day is known, and it is this morning
            if at.year < 1990:
                raise ValueError("Tahunnya terlalu lama berlalu untuk sebuah asesmen.")
        except ValueError as error:
            self._fail(number, heading, value, str(error))
            return None
        return at

    def _identity(self, row):
        found = {}
        for mark, key in self.marks.items():
            if mark == DATE:
                continue
            try:
                value = self.first.cell(row, key)
                name = mark.removeprefix("@")
                text = "" if is_blank(value) else as_text(value).strip()
                found[name] = read_day(value, self.style).isoformat() if name == "birth_date" and text else text[:200]
            except ValueError:
                found[name] = ""
        return {name: text for name, text in found.items() if text}

    def _answers(self, number, row):
        """{path: answer} and {path: (heading, what stood there)}, also of what repeats."""
        answers, cells = {}, {}
        self._take(answers, cells, number, self.first, row, "")
        for place, table, cells_of, order in self._instances(number):
            answers[place] = order
            self._take(answers, cells, number, table, cells_of, place)
        return answers, cells

    def _take(self, answers, cells, number, table, row, place):
        ticked = {}
        for at, heading, path, option in self.pairs[table.name if place else ""]:
            value, question = row[at], self.form.items[path]
            there = placed_in(path, place)
            try:
                if option is None:
                    answer = read_cell(question, value, self.style)
                elif not is_blank(value):
                    ticked.setdefault(there, [])
                    answer = None
                    if says_yes(value):
                        ticked[there].append(option)
                else:
                    continue
            except ValueError as error:
                self._fail(number, heading, value, str(error), table.name if place else "")
                continue
            cells.setdefault(there, (heading, value))
            if answer is not None:
                answers[there] = answer
        for there, options in ticked.items():
            chosen = {name for name in options}
            names = [choice.name for choice in self.form.items[plain(there)].choices if choice.name in chosen]
            if names:
                answers[there] = names

    def _fitting(self, number, answers, cells, at):
        """What the form keeps of them. A rule that an answer breaks is its error; what was never asked is none."""
        for _round in range(MOST_ROUNDS):
            state = self.form.evaluate(answers, now=at)
            for section in state.refused:
                self._fail(number, section.label, "", section.error)
            broken = [one for one in state.questions.values() if one.relevant and one.error and not one.missing]
            broken = [one for one in broken if one.path in answers]
            for one in broken:
                heading, value = cells.get(one.path, (one.label, ""))
                self._fail(number, heading, value, one.error)
            if not broken:
                kept = state.answers()
                break
            answers = {path: value for path, value in answers.items() if path not in {one.path for one in broken}}
        else:
            kept = self.form.evaluate(answers, now=at).answers()
        for path in [path for path in answers if path not in kept and path[-1:] != "]"]:
            self.left_out += 1
            heading = cells.get(path, (path,))[0]
            self.result.warnings.append(
                (number, f"“{heading}” tidak disimpan: menurut jawaban lain pertanyaannya tidak berlaku.")
            )
        return kept

    # What repeats ----------------------------------------------------------------------------------------------

    def _belonging(self):
        """{(name of the table, key of a row): rows of other sheets that belong to it}"""
        found = {}
        for path, table in self.inner.items():
            outer = self.form.repeat_of[path]
            parent = self.inner[outer].name if outer in self.inner else ""
            for row in table.rows:
                said = table.cell(row, PARENT_TABLE)
                if said and parent and str(said) != parent:
                    continue
                found.setdefault((parent, plain_cell(table.cell(row, PARENT))), []).append((path, table, row))
        return found

    def _instances(self, number):
        """(place, table, row, order) of all instances of an assessment, the outer ones first."""
        row = self.first.rows[self.first.numbers.index(number)]
        key = self.first.cell(row, KEY)
        waiting = [("", "", key if not is_blank(key) else self.first.numbers.index(number) + 1)]
        while waiting:
            table, place, key = waiting.pop(0)
            counted = {}
            for path, inner, cells in self.belonging.get((table, plain_cell(key)), ()):
                order = counted[path] = counted.get(path, 0) + 1
                there = f"{placed_in(path, place)}[{order}]"
                yield there, inner, cells, order
                waiting.append((inner.name, there, inner.cell(cells, KEY)))

    def _inner_of(self, number):
        return [(table.name, table, row) for _, table, row, _ in self._instances(number)]

    def _fail(self, number, heading, value, reason, table=""):
        if self.skip:
            self.skipped += 1
        where = f"{table} · {heading}" if table else heading
        text = "" if is_blank(value) else value
        is_nik = self.columns.get(heading) == "@nik"
        self.result.errors.append(CellError(number, where, shown("NIK" if is_nik else where, text), reason))


def placed_in(path, place):
    """The path of the form within an instance."""
    return f"{place}{path[len(plain(place)) :]}" if place else path


def day_of(moment):
    return moment.date()
