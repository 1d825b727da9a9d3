"""What the sheets have in common: read every row, gather every error, and write nothing before all rows are right.

import-export reads, matches, compares and collects the rows; it is kept from writing while it does so (see
bulk_create below). `write()` then saves what it collected, in a number of queries that does not grow with the rows.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

import tablib
from django.core.exceptions import ValidationError
from import_export import resources
from import_export.results import RowResult

from cases import audit, nik
from cases.models import AuditEvent
from reports.imports.cells import peek
from reports.imports.copying import copy_in
from reports.imports.reading import FAULTS, MAX_ROWS

BATCH = 2_000


@dataclass(frozen=True)
class CellError:
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True)
class Change:
    row: int
    about: str
    field: str
    old: object
    new: object


@dataclass
class Outcome:
    """What a file would do, or did."""

    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    errors: list = field(default_factory=list)
    warnings: list = field(default_factory=list)  # (row or None, sentence)
    changes: list = field(default_factory=list)
    new_entries: list = field(default_factory=list)  # (name of the list, name of the entry)
    left_out: list = field(default_factory=list)  # errors of the rows that were passed by
    sheet: object = None  # the whole file, as it was read
    trace: dict = field(default_factory=dict)  # what was written: see journal

    @property
    def counts(self):
        found = {"rows": self.rows, "new": self.new, "changed": self.changed, "same": self.same}
        return found | ({"left_out": self.rows_left_out} if self.left_out else {})

    @property
    def rows_left_out(self):
        return len({error.row for error in self.left_out})

    @property
    def to_write(self):
        return self.new + self.changed


class PlainRowResult(RowResult):
    def add_instance_info(self, instance):
        """Nobody reads it, and a str() per row may cost a query per row."""


class SheetResource(resources.ModelResource):
    """One kind of sheet. A subclass declares its columns and says what a row must fulfil."""

    kind = ""
    optional_columns = ()
    required_columns = ()  # in a sheet whose headings are its own; the rest may be missing there
    most_rows = MAX_ROWS
    action = "sheet.imported"

    def __init__(self, shelter, *, by=None, create_lists=False, locking=False):
        super().__init__()
        self.shelter = self.home = shelter  # `home` is None where the list is the department's
        self.by, self.create_lists, self.locking = by, create_lists, locking
        self.today, self.now = shelter.today(), shelter.now()
        self.outcome, self.events, self.row, self.place = Outcome(), [], 0, 0
        self.columns_in_order, self.peeked = super().get_import_fields(), {}

    @classmethod
    def columns(cls):
        return [cls.fields[name].column_name for name in cls._meta.fields]

    @classmethod
    def passed_by(cls):
        """Columns that may stand in a sheet of ours and say nothing that is taken over."""
        return [*cls.optional_columns, FAULTS]

    def plan(self, sheet):
        """Read all rows. Afterwards `outcome` says what would happen and write() makes it happen."""
        self.sheet = sheet
        self.outcome.rows = len(sheet.rows)
        self.outcome.warnings += [(None, note) for note in sheet.notes]
        dataset = tablib.Dataset(*sheet.rows, headers=sheet.header)
        result = self.import_data(dataset, dry_run=False, use_transactions=False)
        for error in [*result.base_errors, *(error for _, errors in result.row_errors() for error in errors)]:
            raise error.error  # a fault of ours, not of the file
        self.outcome.errors += self._cell_errors(result.invalid_rows)
        self.outcome.errors.sort(key=lambda error: error.row)
        return self.outcome

    def values(self, name):
        """What the cells of a column say, as far as they can be read."""
        return {value for value in self._column(name) if value is not None}

    def peek(self, name):
        """What the cell of this row says, or None where it will be refused."""
        return self._column(name)[self.place]

    def _column(self, name):
        if name not in self.peeked:
            column = self.fields[name]
            place = self.sheet.header.index(column.column_name)
            self.peeked[name] = [peek(column.widget, row[place]) for row in self.sheet.rows]
        return self.peeked[name]

    # What import-export asks ---------------------------------------------------------------------------------

    def before_import_row(self, row, **kwargs):
        self.place = kwargs["row_number"] - 1
        self.row = self.sheet.numbers[self.place]

    def get_import_fields(self):
        return self.columns_in_order

    def import_field(self, field, instance, row, is_m2m=False, **kwargs):
        if row[field.column_name] not in ("", None):  # an empty cell leaves what is known
            field.save(instance, row, is_m2m, **kwargs)

    def after_init_instance(self, instance, new, row, **kwargs):
        if not hasattr(instance, "before"):  # a second row may mean the same known instance
            instance.before = None if new else self.plain(instance)

    def import_instance(self, instance, row, **kwargs):
        errors = {}
        for column in self.get_import_fields():
            try:
                self.import_field(column, instance, row, **kwargs)
            except ValidationError as error:
                errors[column.column_name] = error
        for heading, sentence in self.rules(instance, row, set(errors)):
            errors.setdefault(heading, ValidationError(sentence))
        if errors:
            raise ValidationError(errors)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        return not import_validation_errors and instance.before == self.plain(instance)

    def bulk_create(self, *args, **kwargs):
        """Not yet: another row may still be wrong."""

    def bulk_update(self, *args, **kwargs):
        """Not yet."""

    def after_import(self, dataset, result, **kwargs):
        totals = result.totals
        self.outcome.new, self.outcome.changed = totals["new"], totals["update"]
        self.outcome.same += totals["skip"]

    def get_row_result_class(self):
        return PlainRowResult

    # What a sheet answers ------------------------------------------------------------------------------------

    def plain(self, instance):
        """The values that the sheet can change, as plain values."""
        raise NotImplementedError

    def rules(self, instance, row, bad):
        """Pairs of a heading and what is wrong with it. `bad`: headings whose cell could not be read."""
        return ()

    def write(self):
        raise NotImplementedError

    def touched(self):
        """{model: {key: row in the file}} of the rows that write() changes, and afterwards also of the new ones."""
        return {self._meta.model: keys_of([*self.create_instances, *self.update_instances])}

    # -----------------------------------------------------------------------------------------------------------

    def locked(self, rows):
        """Rows to be changed: when we are going to write, whoever changes one now is waited for."""
        return rows.order_by("pk").select_for_update(no_key=True) if self.locking else rows

    def warn(self, sentence):
        self.outcome.warnings.append((self.row, sentence))

    def fail(self, row, heading, sentence):
        """An error that only shows when all rows have been read."""
        self.outcome.errors.append(self._cell_error(row, heading, sentence))

    def record(self, action, target, **details):
        self.events.append(audit.entry(by=self.by, action=action, target=target, shelter=self.home, **details))

    def save_events(self):
        copy_in(AuditEvent, self.events)

    def show_changes(self, row, about, changed, labels):
        for name, (old, new) in changed.items():
            self.outcome.changes.append(Change(row, about, labels.get(name, name), old, new))

    def _cell_errors(self, invalid_rows):
        for invalid in invalid_rows:
            number = self.sheet.numbers[invalid.number - 1]
            for heading, sentences in invalid.error_dict.items():
                for sentence in sentences:
                    yield self._cell_error(number, heading, sentence)

    def _cell_error(self, number, heading, sentence):
        value = ""
        if heading in self.sheet.header:
            row = self.sheet.rows[bisect_left(self.sheet.numbers, number)]
            value = row[self.sheet.header.index(heading)]
        return CellError(number, heading, shown(heading, value), sentence)


def keys_of(instances):
    return {instance.pk: getattr(instance, "row", None) for instance in instances if instance.pk is not None}


def shown(heading, value):
    """A cell as an error list may repeat it."""
    if value is None:
        return ""
    if isinstance(value, float):
        value = f"{value:.0f}" if value.is_integer() else f"{value:.15g}"
    text = "".join(letter for letter in str(value)[:80] if letter.isprintable())
    return nik.mask(nik.normalise(text)) if heading == "NIK" else text
