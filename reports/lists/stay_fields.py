"""The columns of the register of stays: first those of the import, so that an export can be put in again.

import-export declares them; its writers are passed by, because they turn text into live formulas and hold the whole
sheet in memory.
"""

from zoneinfo import ZoneInfo

from django.utils import timezone
from import_export import fields, resources

from cases.models import Client, Stay
from reports.lists.fields import Field, Secret, choice, joined
from reports.tables.table import Kind


def column(attribute, heading):
    return fields.Field(attribute, heading)


class StaySheet(resources.ModelResource):
    number = column("client__number", "Nomor klien")
    register = column("register_number", "Nomor register")
    name = column("client__name", "Nama")
    aliases = column("client__aliases", "Alias")
    nik = column("client__nik", "NIK")
    sex = column("client__sex", "Jenis kelamin")
    birth_date = column("client__birth_date", "Tanggal lahir")
    estimated_age = column("client__estimated_age", "Perkiraan usia")
    category = column("category__name", "Kategori PPKS")
    origin = column("client__origin", "Kode wilayah asal")
    origin_address = column("client__origin_address", "Alamat asal")
    entered_on = column("entered_on", "Tanggal masuk")
    source = column("source__name", "Sumber")
    ended_on = column("ended_on", "Tanggal keluar")
    exit_reason = column("exit_reason__name", "Alasan keluar")
    destination = column("destination", "Tujuan keluar")
    service_type = column("service_type", "Jenis pelayanan SPM")
    note = column("note", "Keterangan")
    shelter = column("shelter__name", "Panti")
    status = column("status", "Status")
    nights = column("nights", "Malam")
    region = column("client__origin__name", "Wilayah asal")
    phone = column("client__phone", "Telepon")
    citizenship = column("client__citizenship", "Kewarganegaraan")
    setting = column("setting", "Tempat pelayanan")
    brought_by = column("brought_by", "Diantar oleh")
    found_at = column("found_at", "Ditemukan di")
    condition = column("condition", "Kondisi saat datang")
    neglect = column("neglect", "Kriteria telantar")
    created_at = column("created_at", "Dicatat pada")

    class Meta:
        model = Stay
        fields = [
            "number", "register", "name", "aliases", "nik", "sex", "birth_date", "estimated_age", "category",
            "origin", "origin_address", "entered_on", "source", "ended_on", "exit_reason", "destination",
            "service_type", "note", "shelter", "status", "nights", "region", "phone", "citizenship", "setting",
            "brought_by", "found_at", "condition", "neglect", "created_at",
        ]  # fmt: skip


KINDS = {
    "birth_date": Kind.DATE, "estimated_age": Kind.INT, "entered_on": Kind.DATE, "ended_on": Kind.DATE,
    "nights": Kind.INT, "created_at": Kind.DATETIME,
}  # fmt: skip
SECRETS = {
    "name": Secret.NAME, "aliases": Secret.PERSON, "nik": Secret.NIK, "birth_date": Secret.PERSON,
    "origin_address": Secret.PERSON, "destination": Secret.PERSON, "found_at": Secret.PERSON, "phone": Secret.PERSON,
    "note": Secret.FILE, "condition": Secret.FILE, "brought_by": Secret.PERSON,
}  # fmt: skip
WIDTHS = {"nik": 19, "name": 28, "sex": 8, "phone": 16, "note": 30}


def nights(entered_on, ended_on, zone):
    """Nights begun before today, as Stay.nights counts them."""
    end = ended_on or timezone.localdate(timezone=ZoneInfo(zone))  # nobody leaves on a day that has not come
    return max(0, (end - entered_on).days)


TELLS = {
    "nik": (("client__nik", "client__claimed_nik"), lambda nik, claimed: nik or claimed),
    "nights": (("entered_on", "ended_on", "shelter__time_zone"), nights),
    "status": (("status",), choice(Stay.Status)),
    "citizenship": (("client__citizenship",), choice(Client.Citizenship)),
    "setting": (("setting",), choice(Stay.Setting)),
    "neglect": (("neglect",), choice(Stay.Neglect)),
}  # fmt: skip


SQL = {"aliases": joined("client__aliases")}


def stay_fields():
    declared = StaySheet.fields
    for name in StaySheet._meta.fields:
        paths, tell = TELLS.get(name, ((declared[name].attribute,), None))
        yield Field(
            declared[name].column_name, paths, KINDS.get(name, Kind.TEXT), SECRETS.get(name, Secret.NO), tell,
            WIDTHS.get(name), SQL.get(name),
        )  # fmt: skip


STAY_FIELDS = list(stay_fields())
EXTRA = tuple(field.heading for field in STAY_FIELDS[18:])  # what the import does not ask for


def headings():
    return [field.heading for field in STAY_FIELDS]
