"""What one saving of the daily sheet changes."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import record
from cases.models import Absence, DayRecord, ServiceRecord, Task

ABSCONDED = DayRecord.Presence.ABSCONDED
PRESENT = DayRecord.Presence.PRESENT


class Changes:
    """The cells of one sheet that a person changed, gathered and then written in a handful of statements.

    A sheet is the roll call of one day, and stands above a dated absence on that day. Today's goes further: who
    is marked missing is away from now on, and who is marked present is back. An earlier sheet corrects its day alone.
    """

    def __init__(self, day: date, by, *, is_today):
        self.day, self.by, self.is_today = day, by, is_today
        self.days, self.services, self.trail = [], [], []
        self.missing = []

    def presence(self, row, stored, clashes):
        if row.typed is None or row.typed in (row.seen, stored.presence):
            return
        if stored.presence != row.seen:
            label = DayRecord.Presence(stored.presence).label
            clashes.append(f"{row.stay.client}: kehadiran sudah dicatat orang lain sebagai “{label}”.")
            return
        try:
            if not self._settled_by_absence(row, stored.absence):
                self.days.append(DayRecord(stay=row.stay, date=self.day, presence=row.typed, recorded_by=self.by))
        except ValidationError as error:
            clashes.append(f"{row.stay.client}: {' '.join(error.messages)} Buka halaman “Kembali”.")
            return
        self.trail.append([row.stay.pk, "presence", stored.presence, row.typed])

    def _settled_by_absence(self, row, absence):
        """Today's word about a dated absence; whether the absence then writes the day itself."""
        if not self.is_today or not row.stay.is_resident:
            return False
        if absence is None:
            if row.typed == ABSCONDED:
                self.missing.append(row.stay)
            return row.typed == ABSCONDED
        with transaction.atomic():
            if row.typed == PRESENT:
                absence.return_(by=self.by, on=self.day)
            elif absence.left_on == self.day and not absence.letter_id:
                absence.correct(by=self.by, kind=row.typed)
                return True
        return False

    def service(self, stay, cell, held, clashes):
        if cell.typed in (cell.seen, held.stored):
            return
        if held.stored != cell.seen:
            said = held.stored or "dikosongkan"
            clashes.append(f"{stay.client}: {cell.service} sudah dicatat orang lain ({said}).")
            return
        self.services.append((stay, cell.service, int(cell.typed or 0), held.pk))
        self.trail.append([stay.pk, cell.service.slug, held.stored, cell.typed])

    def write(self, shelter):
        # `absence` with them: such a day is no longer the absence's, and keeps what was said here.
        DayRecord.objects.bulk_create(
            self.days, update_conflicts=True, unique_fields=["stay", "date"],
            update_fields=["presence", "absence", "recorded_by", "recorded_at"],
        )  # fmt: skip
        for stay in self.missing:
            Absence.begin(stay, by=self.by, kind=ABSCONDED, left_on=self.day)
        # An emptied cell is a row less; any other is written over the row the sheet had. All of it is on the trail.
        emptied = [pk for _, _, quantity, pk in self.services if pk and not quantity]
        ServiceRecord.objects.filter(pk__in=emptied).delete()
        ServiceRecord.objects.bulk_create(
            [
                ServiceRecord(
                    pk=pk, stay=stay, service=service, date=self.day, quantity=quantity, on_sheet=True,
                    recorded_by=self.by,
                )
                for stay, service, quantity, pk in self.services
                if quantity
            ],
            update_conflicts=True, unique_fields=["id"], update_fields=["quantity", "recorded_by", "recorded_at"],
        )  # fmt: skip
        self.finish_tasks()
        if self.trail:
            record(by=self.by, action="sheet.saved", target=shelter, date=str(self.day), cells=self.trail)

    def finish_tasks(self):
        """A service that a task waited for was given."""
        given = {(stay.pk, service.pk) for stay, service, quantity, _ in self.services if quantity}
        waiting = Task.objects.unfinished().filter(
            stay__in={stay for stay, _ in given}, rule__service__in={service for _, service in given}
        )
        for task in waiting.select_related("rule").order_by("stay", "pk") if given else ():
            if (task.stay_id, task.rule.service_id) in given:
                task.finish(by=self.by, note="Dicatat di lembar harian", gives=False)
