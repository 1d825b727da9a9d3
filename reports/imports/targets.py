"""The department's targets of a year: how many people of each type are to be served."""

from cases.models import ServiceType
from reports.imports.base import SheetResource
from reports.imports.cells import Listed, Text, WholeNumber
from reports.imports.office import Office
from reports.imports.stays import Column
from reports.models.target import Target


class TargetSheet(SheetResource):
    kind = "target"
    required_columns = ("Tahun", "Jenis pelayanan SPM", "Target (orang)")
    most_rows = 1_000

    year = Column("year", "Tahun", WholeNumber(2000, 2100))
    service_type = Column("service_type", "Jenis pelayanan SPM", Listed("jenis pelayanan SPM"))
    population = Column("population", "Target (orang)", WholeNumber(0, 100_000_000))
    source = Column("source", "Sumber angka", Text(200))

    class Meta:
        model = Target
        use_bulk = True
        skip_diff = True
        report_skipped = False
        import_id_fields = ["year", "service_type"]
        fields = ["year", "service_type", "population", "source"]

    def __init__(self, shelter=None, **options):
        super().__init__(Office, **options)
        self.home, self.lines = None, {}

    def before_import(self, dataset, **kwargs):
        types = list(ServiceType.objects.all())
        self.fields["service_type"].widget.load((kind.pk, kind) for kind in types)
        self.fields["service_type"].widget.load((str(kind), kind) for kind in types)
        known = self.locked(Target.objects.filter(year__in=self.values("year")))
        self.known = {(target.year, target.service_type_id): target for target in known}

    def get_instance(self, instance_loader, row):
        kind = self.peek("service_type")
        return self.known.get((self.peek("year"), kind and kind.pk))

    def plain(self, target):
        return {"population": target.population, "source": target.source}

    def rules(self, target, row, bad):
        for name in ("year", "service_type", "population"):
            heading = self.fields[name].column_name
            if heading not in bad and self.peek(name) is None:
                yield heading, f"Isi kolom {heading}."
        if "Sumber angka" not in bad and not target.source:
            yield "Sumber angka", "Tulis dari mana angkanya."
        kind = self.peek("service_type")
        line = self.lines.setdefault((self.peek("year"), kind and kind.pk), self.row)
        if line != self.row and kind:
            yield "Jenis pelayanan SPM", f"Target jenis dan tahun ini sudah ada di baris {line}."

    def before_save_instance(self, instance, row, **kwargs):
        instance.row = self.row

    def after_import(self, dataset, result, **kwargs):
        super().after_import(dataset, result, **kwargs)
        for target in self.update_instances:
            now = {name: [target.before[name], value] for name, value in self.plain(target).items()}
            changed = {name: pair for name, pair in now.items() if pair[0] != pair[1]}
            labels = {"population": "Target (orang)", "source": "Sumber angka"}
            self.show_changes(target.row, f"{target.service_type_id} {target.year}", changed, labels)

    def write(self):
        for target in [*self.create_instances, *self.update_instances]:
            told = {"population": target.population, "source": target.source}
            target.pk = Target.enter(target.service_type, target.year, by=self.by, **told).pk
