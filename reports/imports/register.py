"""The register: people and their stays."""

import re
from copy import copy

from django.core.exceptions import ValidationError
from import_export import fields

from cases import nik
from cases.audit import difference
from cases.models import Category, Client, EntrySource, ExitReason, Region, ServiceType, Stay
from cases.models.client import full_years
from cases.models.stay import OVERLAP
from reports.imports import spans
from reports.imports.base import SheetResource, keys_of
from reports.imports.cells import Choice, Day, Listed, Number, Text, WholeNumber, peek
from reports.imports.copying import copy_in
from reports.imports.lists import FromList
from reports.imports.people import People
from reports.imports.rules import nik_warnings, register_rules
from reports.lists.stay_fields import EXTRA

LABELS = {
    "name": "Nama", "aliases": "Alias", "nik": "NIK", "claimed_nik": "NIK seperti tertulis",
    "nik_status": "Keadaan NIK", "sex": "Jenis kelamin", "birth_date": "Tanggal lahir",
    "estimated_age": "Perkiraan usia", "origin": "Kode wilayah asal", "origin_address": "Alamat asal",
    "entered_on": "Tanggal masuk", "category": "Kategori PPKS", "source": "Sumber",
    "service_type": "Jenis pelayanan SPM", "note": "Keterangan", "ended_on": "Tanggal keluar",
    "exit_reason": "Alasan keluar", "destination": "Tujuan keluar",
}  # fmt: skip
LISTS = ("category", "source", "exit_reason")
CLIENT_COLUMNS = [
    "name", "aliases", "nik", "claimed_nik", "nik_status", "nik_note", "sex", "birth_date", "estimated_age",
    "age_estimated_on", "origin", "origin_address", "version",
]  # fmt: skip
STAY_COLUMNS = [
    "entered_on", "category", "source", "service_type", "note", "ended_on", "exit_reason", "destination",
    "status", "discharged_at", "discharged_by",
]  # fmt: skip


class RegionCode(Listed):
    def look_up(self, text):
        return super().look_up(dotted(text))

    def refuse(self, text):
        raise ValidationError(f"Kode wilayah {text[:20]} tidak ada dalam daftar wilayah.")


def dotted(text):
    """33.23.01.2001, whether or not it was written with its dots."""
    digits = text.replace(".", "")
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:])
    return ".".join(part for part in parts if part) if digits.isdigit() else text


class StayField(fields.Field):
    """A value of the stay. An empty cell leaves what is known."""

    def __init__(self, attribute, column_name, widget):
        super().__init__(attribute, column_name, widget, saves_null_values=False)


class PersonField(StayField):
    """A value of the person."""

    def save(self, instance, row, is_m2m=False, **kwargs):
        value = self.clean(row, **kwargs)
        if value is not None:
            getattr(instance.sheet, f"tell_{self.attribute}", instance.sheet.tell)(
                instance.person, self, value
            )  # fmt: skip


class RegisterSheet(SheetResource):
    kind = "register"
    optional_columns = EXTRA  # what our own export adds
    required_columns = ("Nomor register", "Tanggal masuk")

    client_number = PersonField("number", "Nomor klien", Number(40))
    register_number = StayField("register_number", "Nomor register", Number(40))
    name = PersonField("name", "Nama", Text(200))
    alias = PersonField("aliases", "Alias", Text(500))
    nik = PersonField("nik", "NIK", Number(40))
    sex = PersonField("sex", "Jenis kelamin", Choice(["L", "P"]))
    birth_date = PersonField("birth_date", "Tanggal lahir", Day())
    estimated_age = PersonField("estimated_age", "Perkiraan usia", WholeNumber(0, 130))
    category = StayField("category", "Kategori PPKS", FromList(Category))
    origin = PersonField("origin_id", "Kode wilayah asal", RegionCode("wilayah"))
    origin_address = PersonField("origin_address", "Alamat asal", Text(250))
    entered_on = StayField("entered_on", "Tanggal masuk", Day())
    source = StayField("source", "Sumber", FromList(EntrySource))
    ended_on = StayField("ended_on", "Tanggal keluar", Day())
    exit_reason = StayField("exit_reason", "Alasan keluar", FromList(ExitReason))
    destination = StayField("destination", "Tujuan keluar", Text(200))
    service_type = StayField("service_type", "Jenis pelayanan SPM", Listed("jenis pelayanan SPM"))
    note = StayField("note", "Keterangan", Text(5_000, lines=True))

    class Meta:
        model = Stay
        use_bulk = True
        skip_diff = True
        report_skipped = False
        import_id_fields = ["register_number"]
        fields = [
            "client_number", "register_number", "name", "alias", "nik", "sex", "birth_date", "estimated_age",
            "category", "origin", "origin_address", "entered_on", "source", "ended_on", "exit_reason",
            "destination", "service_type", "note",
        ]  # fmt: skip
        import_order = ["register_number", "entered_on"]  # an age is an age at entry

    def before_import(self, dataset, **kwargs):
        for name in LISTS:
            self.fields[name].widget.fill(create=self.create_lists, source=f"Impor {self.shelter}"[:200])
        self.fields["service_type"].widget.load((each.pk, each) for each in ServiceType.objects.all())
        self._load_regions()
        self.stays = {stay.register_number: stay for stay in self._known_stays()}
        self.people = People(
            self.shelter, stays=self.stays.values(), numbers=self.values("client_number"),
            niks={nik.normalise(text) for text in self.values("nik")}, today=self.today, locked=self.locked,
        )  # fmt: skip
        self.lines, self.written = {}, set()
        self.blank = Stay(shelter=self.shelter, created_by=self.by)

    def _known_stays(self):
        return self.locked(self.shelter.stays.filter(register_number__in=self.values("register_number")))

    def _load_regions(self):
        place = self.sheet.header.index("Kode wilayah asal")
        texts = {peek(Text(40), row[place]) for row in self.sheet.rows} - {None}
        codes = {dotted(text) for text in texts}
        found = Region.objects.filter(code__in=codes).values_list("code", flat=True)
        self.fields["origin"].widget.load((code, code) for code in found)

    def get_instance(self, instance_loader, row):
        return self.stays.get(self.peek("register_number"))

    def init_instance(self, row=None):
        return copy(self.blank)  # a third of what making one costs

    def after_init_instance(self, instance, new, row, **kwargs):
        instance.sheet = self
        if new:
            digits = nik.normalise(self.peek("nik"))
            instance.person = self.people.find(self.peek("client_number"), digits)
        else:
            instance.shelter, instance.person = self.shelter, self.people.by_pk[instance.client_id]
            for name in LISTS:
                entries = self.fields[name].widget.by_pk
                setattr(instance, name, entries.get(getattr(instance, f"{name}_id")))
        instance.client = instance.person.client
        super().after_init_instance(instance, new, row, **kwargs)

    def plain(self, stay):
        names = {name: str(getattr(stay, name) or "") for name in LISTS}
        return names | {
            "entered_on": stay.entered_on, "service_type": stay.service_type_id or "", "note": stay.note,
            "ended_on": stay.ended_on, "destination": stay.destination,
        }  # fmt: skip

    # What a cell tells of the person ----------------------------------------------------------------------------

    def tell(self, person, column, value):
        return person.tell(column.attribute, value, column.column_name, self.row)

    def tell_number(self, person, column, value):
        if value != person.client.number:
            raise ValidationError(
                "Nomor register ini sudah dipakai untuk klien lain; klien sebuah masa tinggal tidak dapat diganti."
            )

    def tell_aliases(self, person, column, value):
        if value == "; ".join(person.client.aliases):
            return
        aliases = [part.strip() for part in re.split("[;,]", value) if part.strip()]
        if any(len(alias) > 100 for alias in aliases):
            raise ValidationError("Paling panjang 100 huruf untuk satu alias.")
        person.tell("aliases", list(dict.fromkeys(aliases)), column.column_name, self.row)

    def tell_nik(self, person, column, value):
        if warning := self.people.tell_nik(person, value, self.row):
            self.warn(f"NIK: {warning}")

    def tell_estimated_age(self, person, column, value):
        entered_on = self.entered_on or self.today
        if self.tell(person, column, value):
            person.client.age_estimated_on = entered_on
        born = person.client.birth_date
        if born and abs(full_years(born, entered_on) - value) > 2:
            self.warn(f"Perkiraan usia {value} tidak sesuai dengan tanggal lahir.")

    # ------------------------------------------------------------------------------------------------------------

    def import_instance(self, instance, row, **kwargs):
        self.entered_on = self.peek("entered_on")
        super().import_instance(instance, row, **kwargs)

    def rules(self, instance, row, bad):
        number = instance.register_number
        if number in self.lines:
            yield "Nomor register", f"Nomor register ini sudah ada di baris {self.lines[number]}."
        elif number:
            self.lines[number] = self.row
        if row.get("Panti") and str(row["Panti"]).strip() != self.shelter.name:
            yield "Panti", f"Baris ini milik panti lain, bukan {self.shelter}."
        yield from register_rules(instance, bad, self.today)
        if instance.person.row == self.row:
            for warning in nik_warnings(instance.client, self.today):
                self.warn(f"NIK: {warning}")

    def before_save_instance(self, instance, row, **kwargs):
        self.written.add(self.row)
        person, instance.row = instance.person, self.row
        person.spans = [each for each in person.spans if instance.pk is None or each.key != instance.pk]
        person.spans.append(spans.span(instance.entered_on, instance.ended_on, self.row, instance.pk))
        if instance.ended_on and instance.is_resident:
            instance.status = Stay.Status.DISCHARGED
            instance.discharged_by, instance.discharged_at = self.by, self.by and self.now

    def after_import(self, dataset, result, **kwargs):
        super().after_import(dataset, result, **kwargs)
        for person in self.people.everybody:
            self._refuse_overlaps(person)
            self._tell_kept(person)
        self.people_changed = [*self._changed_people()]
        for stay in self.update_instances:
            stay.changed = difference(stay.before, self.plain(stay))
            self.show_changes(stay.row, stay.register_number, stay.changed, LABELS)
        for name in LISTS:
            widget = self.fields[name].widget
            self.outcome.new_entries += [(widget.label, entry.name) for entry in widget.created]

    def _refuse_overlaps(self, person):
        for mine, other in spans.overlaps(person.spans):
            where = f" Lihat baris {other.row}." if other.row else ""
            self.fail(mine.row, "Tanggal masuk", OVERLAP + where)

    def _tell_kept(self, person):
        for row, headings in person.kept.items():
            self.outcome.warnings.append(
                (row, f"Klien ini juga tercatat di panti lain; tidak diubah: {', '.join(headings)}.")
            )

    def _changed_people(self):
        for person in self.people.known:
            changed = difference(person.before, person.client.plain_values()) if person.row else {}
            if changed:
                self.show_changes(person.row, person.client.number, changed, LABELS)
                yield person, changed
                if person.row not in self.written:
                    self.written.add(person.row)
                    self.outcome.changed, self.outcome.same = self.outcome.changed + 1, self.outcome.same - 1

    # Writing ------------------------------------------------------------------------------------------------------

    def write(self):
        self._write_lists()
        self._write_people()
        for stay in self.create_instances:  # the keys of what is new with this file are known only now
            for name in ("client", "category", "source", "exit_reason"):
                setattr(stay, name, getattr(stay, name))
        copy_in(Stay, self.create_instances)
        Stay.objects.bulk_update(self.update_instances, STAY_COLUMNS, batch_size=500)
        for stay in self.create_instances:
            self.record("stay.admitted", stay, number=stay.register_number)
        for stay in self.update_instances:
            self.record("stay.changed", stay, changed=stay.changed)
        self.save_events()

    def touched(self):
        people = [*self.people.fresh, *(person for person, _ in self.people_changed)]
        clients = {person.client.pk: person.row or None for person in people if person.client.pk}
        lists = {self.fields[name].widget.model: keys_of(self.fields[name].widget.created) for name in LISTS}
        return {**lists, Client: clients, **super().touched()}

    def _write_lists(self):
        for name in LISTS:
            widget = self.fields[name].widget
            widget.model.objects.bulk_create(widget.created)
            for entry in widget.created:
                self.record(f"{widget.model._meta.model_name}.created", entry, name=entry.name)

    def _write_people(self):
        self.people.give_numbers({id(stay.person): stay.entered_on.year for stay in self.create_instances[::-1]})
        fresh = [person.client for person in self.people.fresh]
        copy_in(Client, fresh)
        for client in fresh:
            self.record("client.created", client, number=client.number)
        for person, changed in self.people_changed:
            person.client.version += 1
            self.record("client.changed", person.client, changed=changed)
        Client.objects.bulk_update(
            [person.client for person, _ in self.people_changed], CLIENT_COLUMNS, batch_size=500
        )  # fmt: skip
