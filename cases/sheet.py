"""The daily sheet: one shelter, one day, everybody in one page.

A cell is written only when the person at the tablet changed it: the page carries what each cell held when it was
opened. So two tablets may fill one sheet, and whoever saves last never wipes out what the other has written.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.db.models import FilteredRelation, Max, OuterRef, Q, Subquery, Sum

from cases.models import Absence, BasicService, DayRecord, ServiceRecord, Shelter, Stay
from cases.sheet_changes import Changes

MOST_PER_DAY = 99
PRESENT = DayRecord.Presence.PRESENT


def is_quantity(text):
    return text.isascii() and text.isdigit() and 1 <= int(text) <= MOST_PER_DAY


@dataclass
class Cell:
    """A service for a resident: what this sheet holds, and what was recorded elsewhere that day."""

    service: BasicService
    name: str
    value: int | None
    pk: int | None = None
    elsewhere: int = 0
    typed: str | None = None
    error: str = ""

    def __post_init__(self):
        self.stored = "" if self.value is None else str(self.value)
        self.seen = self.stored  # what the page held when it was opened

    @property
    def shown(self):
        return self.stored if self.typed is None else self.typed

    @property
    def is_unsaved(self):
        return self.shown != self.stored


@dataclass
class Row:
    stay: Stay
    presence: str
    leaves_today: bool
    is_noted: bool = False  # somebody said where this person is today; without it they count as present
    absence: Absence | None = None
    cells: list = field(default_factory=list)
    typed: str | None = None

    def __post_init__(self):
        self.seen = self.presence

    @property
    def presence_name(self):
        return f"presence-{self.stay.pk}"

    @property
    def shown(self):
        return self.typed or self.presence

    @property
    def is_unsaved(self):
        return self.shown != self.presence

    @property
    def presence_label(self):
        return DayRecord.Presence(self.presence).label


class DaySheet:
    """`services` none of them: the roll call, which is the sheet's presence alone."""

    def __init__(self, shelter, day, services=None):
        self.shelter, self.day = shelter, day
        self.services = list(BasicService.objects.filter(on_daily_sheet=True)) if services is None else services
        self.rows = self._read()

    def _read(self):
        stays = self.shelter.stays.on(self.day).in_house().order_by("client__name", "pk")
        own, elsewhere = self._records(stays) if self.services else ({}, {})
        return [
            Row(
                stay=stay,
                presence=stay.noted or PRESENT,
                leaves_today=stay.ended_on == self.day and stay.entered_on != self.day,
                is_noted=stay.noted is not None,
                absence=self._absence(stay),
                cells=[
                    Cell(service, f"{service.slug}-{stay.pk}", *own.get((stay.pk, service.slug), (None, None)),
                         elsewhere=elsewhere[stay.pk, service.slug])
                    for service in self.services
                ],
            )
            for stay in self._with_presence(stays).with_place(self.day).select_related("client", "away")
        ]  # fmt: skip

    def _with_presence(self, stays):
        """Each with what is `noted` of the day, and the absence that covers it: there is one at the most."""
        noted = DayRecord.objects.filter(stay=OuterRef("pk"), date=self.day).values("presence")
        back = Q(absences__returned_on=None) | Q(absences__returned_on__gt=self.day)
        away = FilteredRelation("absences", condition=Q(absences__left_on__lte=self.day) & back)
        return stays.annotate(noted=Subquery(noted), away=away)

    def _absence(self, stay):
        stay.shelter = self.shelter
        away = getattr(stay, "away", None)  # where the join finds nothing, Django sets nothing
        if away:
            away.stay = stay
        return away

    def _records(self, stays):
        """What the sheet itself holds, as (quantity, row) by stay and service; and what was recorded elsewhere."""
        own, elsewhere = {}, defaultdict(int)
        records = ServiceRecord.objects.filter(stay__in=stays, date=self.day).order_by()
        for stay, service, on_sheet, total, pk in records.values_list("stay_id", "service_id", "on_sheet").annotate(
            total=Sum("quantity"), pk=Max("pk")
        ):
            if on_sheet:
                own[stay, service] = (total, pk)
            else:
                elsewhere[stay, service] += total
        return own, elsewhere

    @property
    def is_open(self):
        """Whether this day may still be filled. The one place where a signed month refuses it, once months are signed;
        until then late entry is open for every earlier day."""
        return True

    @property
    def missing(self):
        return [row for row in self.rows if row.presence != PRESENT and not row.leaves_today]

    @property
    def in_extra_places(self):
        """Who sleeps beyond the house's places that night: the day's report says so."""
        return [row for row in self.rows if row.stay.has_extra_place and not row.leaves_today]

    @property
    def is_unsaved(self):
        return any(row.is_unsaved or any(cell.is_unsaved for cell in row.cells) for row in self.rows)

    def copy_yesterday(self):
        """Offer the day before for whatever this day does not hold yet. Nothing is written until somebody saves."""
        before = {row.stay.pk: row for row in DaySheet(self.shelter, self.day - timedelta(days=1), self.services).rows}
        for row in self.rows:
            old = before.get(row.stay.pk)
            if old is None or row.leaves_today:
                continue
            # A dated absence speaks for itself: who came back from one yesterday is not away again today.
            if not row.is_noted and not old.absence and old.presence != PRESENT:
                row.typed = old.presence
            if row.shown != PRESENT:
                continue
            for cell, was in zip(row.cells, old.cells, strict=True):
                if not cell.stored and was.stored:
                    cell.typed = was.stored

    def fill(self, posted):
        """Read a sheet as it was sent; returns whether every cell can be understood."""
        for row in self.rows:
            said = posted.get(row.presence_name)
            row.typed = said if said in DayRecord.Presence.values else None
            row.seen = posted.get(f"was-{row.presence_name}", row.presence)
            for cell in row.cells:
                cell.typed = posted.get(cell.name, "").strip()
                cell.seen = posted.get(f"was-{cell.name}", cell.stored)
                everybody = posted.get(f"all-{cell.service.slug}", "").strip()
                if not cell.typed and everybody and row.shown == PRESENT and not row.leaves_today:
                    cell.typed = everybody
                if cell.typed and not is_quantity(cell.typed):
                    cell.error = f"Isi angka 1–{MOST_PER_DAY}, atau kosongkan."
        return not any(cell.error for row in self.rows for cell in row.cells)

    @transaction.atomic
    def save(self, *, by):
        """Write the changed cells; returns what could not be kept because somebody else changed it meanwhile."""
        Shelter.objects.select_for_update().get(pk=self.shelter.pk)  # one sheet of a shelter at a time
        current = DaySheet(self.shelter, self.day, self.services)
        now = {row.stay.pk: row for row in current.rows}
        changes, clashes = Changes(self.day, by, is_today=self.day == self.shelter.today()), []
        for row in self.rows:
            stored = now.get(row.stay.pk)
            if stored is None:
                clashes.append(f"{row.stay.client}: sudah tidak tercatat pada hari ini; isiannya tidak disimpan.")
                continue
            changes.presence(row, stored, clashes)
            for cell, held in zip(row.cells, stored.cells, strict=True):
                changes.service(row.stay, cell, held, clashes)
        changes.write(self.shelter)
        return clashes
