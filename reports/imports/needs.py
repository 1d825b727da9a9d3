"""Needs of residents, opened and closed."""

from collections import defaultdict

from cases.models import Need
from reports.imports import spans
from reports.imports.base import BATCH
from reports.imports.cells import Choice, Day
from reports.imports.stays import Column, OfStaySheet, service_column, stay_column

OVERLAP = "Kebutuhan akan layanan ini masih terbuka pada masa itu."


class NeedSheet(OfStaySheet):
    kind = "kebutuhan"
    required_columns = ("Nomor register", "Layanan", "Dibuka")

    stay = stay_column()
    service = service_column()
    opened_on = Column("opened_on", "Dibuka", Day())
    closed_on = Column("closed_on", "Ditutup", Day())
    reason = Column("reason", "Alasan", Choice(Need.Reason.values))

    class Meta:
        model = Need
        use_bulk = True
        skip_diff = True
        report_skipped = False
        import_id_fields = ["stay", "service", "opened_on"]
        fields = ["stay", "service", "opened_on", "closed_on", "reason"]

    def load_known(self):
        needs = self.locked(Need.objects.filter(stay__in=self.stays.values()))
        self.known = {(need.stay_id, need.service_id, need.opened_on): need for need in needs}
        self.spans = defaultdict(dict)
        for need in self.known.values():
            self._mark(need, None)
        self.lines = {}

    def _mark(self, need, row):
        """Two needs of one service must not be open at once; one closed on its first day takes no time."""
        own = self.spans[need.stay_id, need.service_id]
        own[need.opened_on] = spans.span(need.opened_on, need.closed_on, row, need.opened_on)

    def get_instance(self, instance_loader, row):
        stay, service = self.peek("stay"), self.peek("service")
        if not stay or not service:
            return None
        return self.known.get((stay.pk, service.slug, self.peek("opened_on")))

    def init_instance(self, row=None):
        return Need(opened_by=self.by)

    def import_field(self, field, instance, row, is_m2m=False, **kwargs):
        """A need that is closed stays as it was closed."""
        value = field.clean(row, **kwargs)
        closed = instance.before and instance.before["closed_on"]
        if closed and field.attribute in ("closed_on", "reason"):
            if value not in (None, instance.before[field.attribute]):
                self.warn(f"{field.column_name}: kebutuhan ini sudah ditutup; tidak diubah.")
            return
        super().import_field(field, instance, row, is_m2m, **kwargs)

    def plain(self, need):
        return {"closed_on": need.closed_on, "reason": need.reason}

    def rules(self, need, row, bad):
        stay, service, opened_on = (self.peek(name) for name in ("stay", "service", "opened_on"))
        yield from self.required(row, bad, "stay", "service")
        yield from self.date_rules("Dibuka", opened_on, stay, bad)
        yield from self._closing_rules(need, bad)
        if stay and service and opened_on:
            line = self.lines.setdefault((stay.pk, service.slug, opened_on), self.row)
            if line != self.row:
                yield "Dibuka", f"Kebutuhan ini sudah ada di baris {line}."

    def _closing_rules(self, need, bad):
        if need.closed_on and "Ditutup" not in bad:
            if need.closed_on > self.today:
                yield "Ditutup", "Tanggal ini belum tiba."
            elif need.opened_on and need.closed_on < need.opened_on:
                yield "Ditutup", "Tanggal ditutup tidak boleh sebelum tanggal dibuka."
        if {"Ditutup", "Alasan"} & bad:
            return
        if need.closed_on and not need.reason:
            yield "Alasan", "Isi alasan, karena tanggal ditutup terisi."
        if need.reason and not need.closed_on:
            yield "Ditutup", "Isi tanggal ditutup, karena alasan terisi."

    def before_save_instance(self, instance, row, **kwargs):
        instance.row = self.row
        if instance.closed_on:
            instance.closed_by = self.by
        self._mark(instance, self.row)

    def after_import(self, dataset, result, **kwargs):
        super().after_import(dataset, result, **kwargs)
        for own in self.spans.values():
            for mine, other in spans.overlaps(each for each in own.values() if each.start < each.end):
                where = f" Lihat baris {other.row}." if other.row else ""
                self.fail(mine.row, "Dibuka", OVERLAP + where)
        for need in self.update_instances:
            about = f"{need.stay_id and self._number(need)}: {need.service_id}"
            changed = {"closed_on": [None, need.closed_on], "reason": ["", need.reason]}
            self.show_changes(need.row, about, changed, {"closed_on": "Ditutup", "reason": "Alasan"})

    def _number(self, need):
        return next(stay.register_number for stay in self.stays.values() if stay.pk == need.stay_id)

    def write(self):
        # First those that close: a new need of the same service may begin on that very day.
        Need.objects.bulk_update(self.update_instances, ["closed_on", "reason", "closed_by"], batch_size=500)
        Need.objects.bulk_create(self.create_instances, batch_size=BATCH)
        for need in self.create_instances:
            self.record("need.opened", need, service=need.service_id, opened_on=str(need.opened_on))
        for need in [*self.create_instances, *self.update_instances]:
            if need.closed_on:
                self.record("need.closed", need, service=need.service_id, reason=need.reason)
        self.save_events()
