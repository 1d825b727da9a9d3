"""What the sheets that hang on a stay have in common: the stay by its register number, and dates within it."""

from django.core.exceptions import ValidationError
from import_export import fields

from cases.models import BasicService
from reports.imports.base import SheetResource
from reports.imports.cells import Listed, Number, peek


class StayNumber(Number):
    """A stay of the shelter by its register number."""

    def load(self, stays):
        self.stays = stays

    def clean(self, value, row=None, **kwargs):
        number = super().clean(value, row, **kwargs)
        if number is None:
            return None
        stay = self.stays.get(number)
        if stay is None:
            raise ValidationError(f"Nomor register {number} tidak ada di panti ini.")
        return stay


class Column(fields.Field):
    def __init__(self, attribute, column_name, widget):
        super().__init__(attribute, column_name, widget, saves_null_values=False)


class OfStaySheet(SheetResource):
    """Columns `stay` and, but for presence, `service`; subclasses say which date must lie within the stay."""

    def before_import(self, dataset, **kwargs):
        column = self.fields["stay"]
        place = self.sheet.header.index(column.column_name)
        numbers = {number for row in self.sheet.rows if (number := peek(Number(40), row[place]))}
        stays = self.shelter.stays.kept().filter(register_number__in=numbers)
        self.stays = {stay.register_number: stay for stay in stays}
        for stay in self.stays.values():
            stay.shelter = self.shelter
        column.widget.load(self.stays)
        if "service" in self.fields:
            services = BasicService.objects.all()
            self.fields["service"].widget.load((service.slug, service) for service in services)
        self.load_known()

    def load_known(self):
        """Load what the database already has of these stays."""
        raise NotImplementedError

    def date_rules(self, heading, day, stay, bad):
        """Why a date does not fit the stay, if it does not."""
        if heading in bad:
            return
        if day is None:
            yield heading, f"Isi kolom {heading}."
        elif day > self.today:
            yield heading, "Tanggal ini belum tiba."
        elif stay and (day < stay.entered_on or (stay.ended_on and day > stay.ended_on)):
            until = f" sampai {stay.ended_on:%d-%m-%Y}" if stay.ended_on else ""
            yield heading, f"Di luar masa tinggal ({stay.entered_on:%d-%m-%Y}{until or ' sampai sekarang'})."

    def required(self, row, bad, *names):
        for name in names:
            heading = self.fields[name].column_name
            if heading not in bad and self.peek(name) is None:
                yield heading, f"Isi kolom {heading}."


def stay_column():
    return Column("stay", "Nomor register", StayNumber(40))


def service_column():
    return Column("service", "Layanan", Listed("layanan (kode)"))
