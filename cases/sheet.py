"""The daily sheet: one shelter, one day, everybody in one page.

A cell is written only when the person at the tablet changed it: the page carries what each cell held when it was
opened. So two tablets may fill one sheet, and whoever saves last never wipes out what the other has written.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Q, Sum

from cases.audit import record
from cases.models import BasicService, DayRecord, ServiceRecord, Shelter, Stay

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
    elsewhere: int = 0
    typed: str | None = None
    error: str = ""

    def __post_init__(self):
        self.stored = "" if self.value is None else str(self.value)
        self.seen = self.stored  # what the page held when it was opened

    @property
    def shown(self):
        return self.stored if self.typed is None else self.typed


@dataclass
class Row:
    stay: Stay
    presence: str
    leaves_today: bool
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


class DaySheet:
    def __init__(self, shelter, day):
        self.shelter, self.day = shelter, day
        self.services = list(BasicService.objects.filter(on_daily_sheet=True))
        self.rows = self._read()

    def _read(self):
        stays = self.shelter.stays.on(self.day).select_related("client").order_by("client__name", "pk")
        presence = dict(DayRecord.objects.filter(stay__in=stays, date=self.day).values_list("stay_id", "presence"))
        own, elsewhere = {}, defaultdict(int)
        records = ServiceRecord.objects.filter(stay__in=stays, date=self.day)
        for stay, service, on_sheet, total in records.values_list("stay_id", "service_id", "on_sheet").annotate(
            total=Sum("quantity")
        ):
            if on_sheet:
                own[stay, service] = total
            else:
                elsewhere[stay, service] += total
        return [
            Row(
                stay=stay,
                presence=presence.get(stay.pk, PRESENT),
                leaves_today=stay.ended_on == self.day and stay.entered_on != self.day,
                cells=[
                    Cell(service, f"{service.slug}-{stay.pk}", own.get((stay.pk, service.slug)),
                         elsewhere[stay.pk, service.slug])
                    for service in self.services
                ],
            )
            for stay in stays
        ]  # fmt: skip

    @property
    def missing(self):
        return [row for row in self.rows if row.presence != PRESENT and not row.leaves_today]

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
        current = DaySheet(self.shelter, self.day)
        now = {row.stay.pk: row for row in current.rows}
        changes, clashes = Changes(self.day, by), []
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


class Changes:
    """The cells of one sheet that a person changed, gathered and then written in a handful of statements."""

    def __init__(self, day: date, by):
        self.day, self.by = day, by
        self.days, self.services, self.trail = [], [], []

    def presence(self, row, stored, clashes):
        if row.typed is None or row.typed in (row.seen, stored.presence):
            return
        if stored.presence != row.seen:
            label = DayRecord.Presence(stored.presence).label
            clashes.append(f"{row.stay.client}: kehadiran sudah dicatat orang lain sebagai “{label}”.")
            return
        self.days.append(DayRecord(stay=row.stay, date=self.day, presence=row.typed, recorded_by=self.by))
        self.trail.append([row.stay.pk, "presence", stored.presence, row.typed])

    def service(self, stay, cell, held, clashes):
        if cell.typed in (cell.seen, held.stored):
            return
        if held.stored != cell.seen:
            said = held.stored or "dikosongkan"
            clashes.append(f"{stay.client}: {cell.service} sudah dicatat orang lain ({said}).")
            return
        self.services.append((stay, cell.service, int(cell.typed or 0)))
        self.trail.append([stay.pk, cell.service.slug, held.stored, cell.typed])

    def write(self, shelter):
        DayRecord.objects.bulk_create(
            self.days, update_conflicts=True, unique_fields=["stay", "date"],
            update_fields=["presence", "recorded_by", "recorded_at"],
        )  # fmt: skip
        # An emptied cell is a row less; every other one replaces what the sheet held. All of it is on the trail.
        on_sheet = ServiceRecord.objects.filter(on_sheet=True, date=self.day, stay__shelter=shelter)
        replaced = Q(pk__in=[])
        for stay, service, _ in self.services:
            replaced |= Q(stay=stay, service=service)
        on_sheet.filter(replaced).delete()
        ServiceRecord.objects.bulk_create(
            ServiceRecord(
                stay=stay,
                service=service,
                date=self.day,
                quantity=quantity,
                on_sheet=True,
                recorded_by=self.by,
            )
            for stay, service, quantity in self.services
            if quantity
        )
        if self.trail:
            record(by=self.by, action="sheet.saved", target=shelter, date=str(self.day), cells=self.trail)
