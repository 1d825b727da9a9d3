"""The register of complaints, filtered: on the page, as a sheet and on paper (buku pengaduan)."""

from functools import partial

from django import forms
from django.utils import timezone

from cases.cleaning import TextField
from cases.models import Shelter
from cases.permissions import Perm
from reports.complaints.deadlines import Clock
from reports.lists.fields import Field, Secret, choice, select
from reports.lists.filters import broken, day_field, told
from reports.lists.listing import Listing
from reports.models import Complaint
from reports.models.complaint_words import DONE, Addressee, Channel, Kind, Secrecy, Status
from reports.tables.table import Kind as Column

HIDDEN = "Dirahasiakan"


class ComplaintFilter(forms.Form):
    """Every field may stay open; without any, the whole register that this person reads."""

    cari = TextField(label="Cari", required=False, max_length=100, help_text="Nomor, perihal, atau isi.")
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False,
        choices=[("", "Semua"), ("terbuka", "Belum selesai"), ("lewat", "Lewat batas"), *Status.choices],
    )  # fmt: skip
    jenis = forms.ChoiceField(label="Jenis", required=False, choices=[("", "Semua"), *Kind.choices])
    saluran = forms.ChoiceField(label="Saluran", required=False, choices=[("", "Semua"), *Channel.choices])
    sifat = forms.ChoiceField(label="Kerahasiaan", required=False, choices=[("", "Semua"), *Secrecy.choices])
    panti = forms.ModelChoiceField(
        Shelter.objects.none(), label="Panti", required=False, empty_label="Semua", to_field_name="slug"
    )
    dari = day_field("Diterima sejak", required=False)
    sampai = day_field("Diterima sampai", required=False)
    nama = forms.BooleanField(
        label="Unduhan dengan nama pengirim", required=False, help_text="Unduhan itu memerlukan alasan yang tercatat."
    )

    FIELDS = {"jenis": "kind", "saluran": "channel", "sifat": "confidentiality", "panti": "about",
              "dari": "received_on__gte", "sampai": "received_on__lte"}  # fmt: skip

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["panti"].queryset = Shelter.objects.visible_to(user)

    def chosen(self, clock):
        given = self.cleaned_data
        rows = Complaint.objects.visible_to(self.user)
        rows = rows.filter(**{field: given[name] for name, field in self.FIELDS.items() if given[name]})
        rows = rows.matching(given["cari"]) if given["cari"] else rows
        match given["keadaan"]:
            case "":
                return rows
            case "terbuka":
                return rows.open()
            case "lewat":
                return rows.filter(clock.late())
            case status:
                return rows.filter(status=status)

    def described(self):
        """In words, for the file and the trail; what was searched for may be a name, and is not told."""
        given = {name: value for name, value in self.cleaned_data.items() if value and name not in ("cari", "nama")}
        labels = {name: dict(getattr(self.fields[name], "choices", ())).get(value) for name, value in given.items()
                  if name != "panti"}  # fmt: skip
        said = [f"{self.fields[name].label}: {labels.get(name) or told(value)}" for name, value in given.items()]
        return "; ".join([*said, "dengan kata carian"] if self.cleaned_data["cari"] else said) or "Semua"


def in_time(clock, kind, received_on, counted_from, status, answered_at):
    """Whether the answer came in time, as far as it can be said today."""
    row = Complaint(kind=kind, received_on=received_on, counted_from=counted_from, status=status)
    finish = clock.finish_on(row)
    if finish is None:
        return ""
    if status in DONE:
        return "Ya" if timezone.localdate(answered_at) <= finish else "Tidak"
    due = clock.due(row)
    return "Lewat batas" if due and due.is_late else ""


def named(secrecy, said):
    return HIDDEN if said and secrecy == Secrecy.SECRET else said


def columns(clock, *, with_names):
    timely = ("kind", "received_on", "counted_from", "status", "answered_at")
    names = [
        Field("Nama pengirim", ("confidentiality", "reporter_name"), secret=Secret.PERSON, tell=named, width=22),
        Field("Telepon pengirim", ("confidentiality", "reporter_phone"), secret=Secret.PERSON, tell=named, width=17),
    ]
    return [
        Field("Nomor", "number", width=18), Field("Diterima", "received_on", Column.DATE),
        Field("Saluran", "channel", tell=choice(Channel), width=15), Field("Jenis", "kind", tell=choice(Kind)),
        Field("Perihal", "subject", width=30), *(names if with_names else []),
        Field("Tentang panti", "about__name", width=22),
        Field("Ditujukan", "addressed_to", tell=choice(Addressee), width=10),
        Field("Keadaan", "status", tell=choice(Status), width=18),
        Field("Ditangani oleh", "assigned_to__name", width=18), Field("Dijawab", "answered_at", Column.DATETIME),
        Field("Tepat waktu", timely, tell=partial(in_time, clock), width=12), Field("Nomor SP4N", "sp4n_id", width=14),
    ]  # fmt: skip


def register(asking):
    form = ComplaintFilter(asking.query, user=asking.user)
    if not form.is_valid():
        return broken(form)
    clock = Clock()
    rows = asking.rows(form.chosen(clock)).order_by("received_at", "pk")
    fields = columns(clock, with_names=form.cleaned_data["nama"])
    return select(asking, rows, fields, form.described(), stay=None, zone=None, form=form, shelter=house(asking.user))


def house(user):
    """Whose register it is, where it is one shelter's."""
    if user.memberships.current().filter(shelter=None).exists():
        return None
    shelters = list(user.shelters_with(Perm.COMPLAINTS)[:2])
    return shelters[0] if len(shelters) == 1 else None


REGISTER = Listing(
    "buku-pengaduan", "Buku pengaduan", "Register pengaduan, saran, dan permintaan informasi.", register,
    Perm.COMPLAINTS, page="reports:complaint_list", group="Suara warga",
    note="Isi pengaduan tidak ikut keluar; nama pengirim hanya dengan alasan.",
)  # fmt: skip
