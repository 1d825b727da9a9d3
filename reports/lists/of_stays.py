"""Stays, and what hangs on them: each of these lists has its own page, for whoever may take it out."""

from cases.models import DayRecord, Need, ServiceRecord, Stay
from cases.permissions import Perm
from reports.lists.fields import Field, Secret, choice, select, the_person
from reports.lists.filters import DatesForm, broken, filled
from reports.lists.forms import StayFilterForm
from reports.lists.listing import Listing
from reports.lists.stay_fields import STAY_FIELDS
from reports.tables.table import Kind

SHELTER = Field("Panti", "stay__shelter__name", width=26)
REGISTER = Field("Nomor register", "stay__register_number", width=16)


def filtered_stays(asking):
    """The filter form and the stays it chooses, of the shelters whose stays this person may take out."""
    filters = StayFilterForm(asking.query, shelters=asking.shelters(Perm.EXPORT))
    stays = filters.apply(Stay.objects.allowed(asking.user, Perm.EXPORT))
    return filters, stays.order_by("shelter__name", "-entered_on", "-pk")


def stays(asking):
    filters, found = filtered_stays(asking)
    if not filters.is_valid():
        return broken(filters)
    return select(asking, found, STAY_FIELDS, filters.described(), stay="", zone="shelter__time_zone", form=filters)


def rows_of(model, date_field, fields, order):
    """A list of rows that hang on a stay, by shelter and date; those of stays entered by mistake stay away."""

    def selected(asking):
        form = filled(DatesForm, asking, Perm.EXPORT)
        if not form.is_valid():
            return broken(form)
        found = model.objects.at(form.houses).exclude(stay__status=Stay.Status.CANCELLED)
        found = form.within(found, date_field).order_by(*order)
        return select(asking, found, fields, form.described(), form=form)

    return selected


SERVICES = [
    Field("Tanggal", "date", Kind.DATE), SHELTER, *the_person(), REGISTER,
    Field("NIK", ("stay__client__nik", "stay__client__claimed_nik"), Kind.TEXT, Secret.NIK, lambda a, b: a or b, 19),
    Field("Jenis kelamin", "stay__client__sex", width=8),
    Field("Tanggal lahir", "stay__client__birth_date", Kind.DATE, Secret.PERSON),
    Field("Perkiraan usia", "stay__client__estimated_age", Kind.INT),
    Field("Telepon", "stay__client__phone", secret=Secret.PERSON, width=16),
    Field("Kategori PPKS", "stay__category__name"), Field("Kode wilayah asal", "stay__client__origin"),
    Field("Wilayah asal", "stay__client__origin__name"), Field("Jenis pelayanan SPM", "stay__service_type"),
    Field("Tempat pelayanan", "stay__setting", tell=choice(Stay.Setting)),
    Field("Tanggal masuk", "stay__entered_on", Kind.DATE), Field("Sumber", "stay__source__name"),
    Field("Tanggal keluar", "stay__ended_on", Kind.DATE), Field("Alasan keluar", "stay__exit_reason__name"),
    Field("Status", "stay__status", tell=choice(Stay.Status)), Field("Kode layanan", "service"),
    Field("Layanan dasar", "service__label", width=36), Field("Jumlah", "quantity", Kind.INT),
    Field("Satuan", "service__unit"), Field("Catatan", "note", secret=Secret.FILE, width=30),
    Field("Dari lembar harian", "on_sheet", tell=lambda value: "Ya" if value else "Tidak"),
    Field("Dicatat oleh", "recorded_by__name"), Field("Dicatat pada", "recorded_at", Kind.DATETIME),
]  # fmt: skip
NEEDS = [
    SHELTER, *the_person(), REGISTER, Field("Kategori PPKS", "stay__category__name"),
    Field("Layanan dasar", "service__label", width=36), Field("Dibuka", "opened_on", Kind.DATE),
    Field("Penanggung jawab", "responsible__name"), Field("Paling lambat", "due_on", Kind.DATE),
    Field("Ditutup", "closed_on", Kind.DATE), Field("Alasan ditutup", "reason", tell=choice(Need.Reason)),
    Field("Catatan", "note", secret=Secret.FILE, width=30),
]  # fmt: skip
PRESENCE = [
    Field("Tanggal", "date", Kind.DATE), SHELTER, *the_person(), REGISTER,
    Field("Kehadiran", "presence", tell=choice(DayRecord.Presence)), Field("Dicatat oleh", "recorded_by__name"),
    Field("Dicatat pada", "recorded_at", Kind.DATETIME),
]  # fmt: skip

GROUP = "Data untuk diolah"
OF_STAYS = [
    Listing(
        "masa-tinggal", "Masa tinggal", "Register lengkap: satu baris tiap masa tinggal, dapat diimpor kembali.",
        stays, Perm.EXPORT, page="reports:stay_list", group=GROUP, action="stays.exported",
    ),
    Listing(
        "layanan", "Layanan yang diberikan", "Setiap layanan dasar yang dicatat: kepada siapa, kapan, berapa.",
        rows_of(ServiceRecord, "date", SERVICES, ["date", "stay__shelter__name", "pk"]), Perm.EXPORT, group=GROUP,
    ),
    Listing(
        "kebutuhan", "Kebutuhan layanan", "Kebutuhan yang dibuka dan ditutup, dengan penanggung jawabnya.",
        rows_of(Need, "opened_on", NEEDS, ["opened_on", "pk"]), Perm.EXPORT, group=GROUP,
    ),
    Listing(
        "kehadiran", "Catatan kehadiran", "Hari klien izin, dirawat, atau pergi. Hari tanpa catatan berarti hadir.",
        rows_of(DayRecord, "date", PRESENCE, ["date", "stay__shelter__name", "pk"]), Perm.EXPORT, group=GROUP,
        note="Hari tanpa catatan berarti klien hadir.",
    ),
]  # fmt: skip
