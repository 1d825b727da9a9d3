"""Presence: where a resident was on a date."""

from cases.audit import difference
from cases.models import DayRecord
from reports.imports.base import BATCH
from reports.imports.cells import Choice, Day
from reports.imports.stays import Column, OfStaySheet, stay_column


class PresenceSheet(OfStaySheet):
    kind = "kehadiran"
    required_columns = ("Nomor register", "Tanggal", "Kehadiran")

    stay = stay_column()
    date = Column("date", "Tanggal", Day())
    presence = Column("presence", "Kehadiran", Choice(DayRecord.Presence.values))

    class Meta:
        model = DayRecord
        use_bulk = True
        skip_diff = True
        report_skipped = False
        import_id_fields = ["stay", "date"]
        fields = ["stay", "date", "presence"]

    def load_known(self):
        days = DayRecord.objects.filter(stay__in=self.stays.values(), date__in=self.values("date"))
        stays = {stay.pk: stay for stay in self.stays.values()}
        self.known = {(day.stay_id, day.date): day for day in self.locked(days)}
        for day in self.known.values():
            day.stay = stays[day.stay_id]
        self.lines = {}

    def get_instance(self, instance_loader, row):
        stay, day = self.peek("stay"), self.peek("date")
        return self.known.get((stay.pk, day)) if stay and day else None

    def plain(self, day):
        return {"presence": day.presence}

    def rules(self, day, row, bad):
        stay = self.peek("stay")
        yield from self.required(row, bad, "stay", "presence")
        yield from self.date_rules("Tanggal", self.peek("date"), stay, bad)
        if not stay or bad:
            return
        said, line = self.lines.setdefault((stay.pk, day.date), (day.presence, self.row))
        if said != day.presence:
            yield "Kehadiran", f"Baris {line} menulis “{said}” untuk tanggal yang sama."

    def skip_row(self, instance, original, row, import_validation_errors=None):
        if super().skip_row(instance, original, row, import_validation_errors):
            return True
        line = self.lines.get((instance.stay_id, instance.date))
        return not import_validation_errors and line is not None and line[1] != self.row

    def before_save_instance(self, instance, row, **kwargs):
        instance.recorded_at, instance.recorded_by, instance.row = self.now, self.by, self.row

    def after_import(self, dataset, result, **kwargs):
        super().after_import(dataset, result, **kwargs)
        for day in self.update_instances:
            day.changed = difference(day.before, self.plain(day))
            about = f"{day.stay.register_number}, {day.date:%d-%m-%Y}"
            self.show_changes(day.row, about, day.changed, {"presence": "Kehadiran"})

    def write(self):
        DayRecord.objects.bulk_create(self.create_instances, batch_size=BATCH)
        DayRecord.objects.bulk_update(
            self.update_instances, ["presence", "recorded_at", "recorded_by"], batch_size=500
        )  # fmt: skip
        for day in self.create_instances:
            self.record("dayrecord.created", day, date=str(day.date), presence=day.presence)
        for day in self.update_instances:
            self.record("dayrecord.changed", day, date=str(day.date), changed=day.changed)
        self.save_events()
