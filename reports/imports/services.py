"""Services given to residents.

Three equal rows are three services. The same file again adds none: of each kind of row only as many are added as
the file has beyond what is already there.
"""

from collections import Counter

from cases.models import ServiceRecord
from reports.imports.base import BATCH
from reports.imports.cells import Day, Text, WholeNumber
from reports.imports.stays import Column, OfStaySheet, service_column, stay_column


class ServiceSheet(OfStaySheet):
    kind = "layanan"
    required_columns = ("Nomor register", "Tanggal", "Layanan")

    stay = stay_column()
    date = Column("date", "Tanggal", Day())
    service = service_column()
    quantity = Column("quantity", "Jumlah", WholeNumber(1, 100_000))
    note = Column("note", "Keterangan", Text(300))

    class Meta:
        model = ServiceRecord
        use_bulk = True
        skip_diff = True
        report_skipped = False
        import_id_fields = ["stay", "date", "service"]
        fields = ["stay", "date", "service", "quantity", "note"]

    def load_known(self):
        records = ServiceRecord.objects.filter(stay__in=self.stays.values(), date__in=self.values("date"))
        self.known = Counter(records.values_list("stay", "service", "date", "quantity", "note").iterator())

    def get_instance(self, instance_loader, row):
        return None

    def init_instance(self, row=None):
        return ServiceRecord(recorded_by=self.by, recorded_at=self.now)

    def plain(self, record):
        return (record.stay_id, record.service_id, record.date, record.quantity, record.note)

    def rules(self, record, row, bad):
        yield from self.required(row, bad, "stay", "service")
        yield from self.date_rules("Tanggal", self.peek("date"), self.peek("stay"), bad)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        if import_validation_errors or not self.known[self.plain(instance)]:
            return False
        self.known[self.plain(instance)] -= 1
        return True

    def before_save_instance(self, instance, row, **kwargs):
        instance.row = self.row

    def write(self):
        ServiceRecord.objects.bulk_create(self.create_instances, batch_size=BATCH)
        for record in self.create_instances:
            self.record(
                "servicerecord.created", record,
                date=str(record.date), service=record.service_id, quantity=record.quantity,
            )  # fmt: skip
        self.save_events()
