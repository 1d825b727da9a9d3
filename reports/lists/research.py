"""For research: whoever it is about is a pseudonym of this one file, and nothing in it says when or where exactly.

The pseudonym is a keyed hash (HMAC) whose key is made for the one file and kept nowhere: two files cannot be joined,
and nobody, we included, can go back from it to a client number.
"""

import hmac
import secrets

from django.db.models import Count
from django.db.models.functions import Left

from assessments.models import Measure
from cases.models import Client, Stay
from cases.permissions import Perm
from reports.lists.fields import Age, Field, choice, select
from reports.lists.filters import DatesForm, broken, filled
from reports.lists.listing import Listing, Selection
from reports.lists.stay_fields import nights
from reports.tables.table import Kind

BANDS = [(6, "0–5"), (13, "6–12"), (18, "13–17"), (30, "18–29"), (45, "30–44"), (60, "45–59"), (200, "60 ke atas")]
REGENCY = 5  # letters of a region code, such as 33.23
FEWEST = 5
HIDDEN_CATEGORY = "Dirahasiakan"


def pseudonyms():
    """A function from a client number to the pseudonym, with a key that lives as long as the function."""
    key = secrets.token_bytes(32)
    return lambda number: hmac.digest(key, number.encode(), "sha256").hex()[:16]


def month_of(day):
    return f"{day:%Y-%m}" if day else None


def age_band(on, *person):
    age = Client.age_on(Age(*person), on) if on else None
    return next((label for limit, label in BANDS if age < limit), None) if age is not None else "Tidak diketahui"


def category(name, confidential, mapped):
    return HIDDEN_CATEGORY if confidential or mapped else name


def person(stay):
    """What is told of the person in every row. Without the number, whose place the pseudonym takes."""
    client = f"{stay}client__"
    age = (f"{stay}entered_on", f"{client}birth_date", f"{client}estimated_age", f"{client}age_estimated_on")
    marks = (f"{stay}category__name", f"{stay}category__is_confidential", f"{stay}category__maps_to__is_confidential")
    return [
        Field("Jenis kelamin", f"{client}sex", width=8), Field("Kelompok umur saat masuk", age, tell=age_band),
        Field("Kategori PPKS", marks, tell=category), Field("Jenis lembaga", f"{stay}shelter__kind"),
        Field("Kode kabupaten/kota asal", f"{client}origin", tell=lambda code: code[:REGENCY] if code else None),
    ]  # fmt: skip


STAYS = [
    *person(""), Field("Bulan masuk", "entered_on", tell=month_of), Field("Sumber", "source__name"),
    Field("Bulan keluar", "ended_on", tell=month_of), Field("Alasan keluar", "exit_reason__name"),
    Field("Malam", ("entered_on", "ended_on", "shelter__time_zone"), Kind.INT, tell=nights),
    Field("Tempat pelayanan", "setting", tell=choice(Stay.Setting)),
]  # fmt: skip
SCORES = [
    *person("assessment__stay__"), Field("Instrumen", "assessment__instrument__title", width=30),
    Field("Bulan asesmen", "at", tell=month_of), Field("Bidang", "label", width=30),
    Field("Nilai", "value", Kind.DECIMAL), Field("Terendah", "minimum", Kind.DECIMAL),
    Field("Tertinggi", "maximum", Kind.DECIMAL), Field("Pita", "band"),
    Field("Makin tinggi makin baik", "higher_is_better", tell=lambda value: "Ya" if value else "Tidak"),
]  # fmt: skip


def of_stays(asking):
    form = filled(DatesForm, asking, Perm.EXPORT)
    if not form.is_valid():
        return broken(form)
    stays = form.within(Stay.objects.at(form.houses).kept(), "entered_on")
    return hidden(asking, stays.order_by("entered_on", "pk"), STAYS, form, "client__number")


def of_scores(asking):
    form = filled(DatesForm, asking, Perm.EXPORT)
    if not form.is_valid():
        return broken(form)
    measures = Measure.objects.at(form.houses).current().complete()
    measures = form.within(measures, "at__date").order_by("at", "pk")
    return hidden(asking, measures, SCORES, form, "assessment__stay__client__number")


def hidden(asking, queryset, fields, form, number):
    def rows(start=None, stop=None):
        pseudonym = Field("Pseudonim", number, tell=pseudonyms(), width=18)
        return select(asking, queryset, [pseudonym, *fields], "", stay=None, zone=None).rows(start, stop)

    columns = [Field("Pseudonim", number, width=18).column, *(field.column for field in fields)]
    few = few_alike(queryset, number.removesuffix("number"))
    return Selection(
        columns, rows, queryset.count(), form.described(), form=form,
        remarks=[
            ("Pseudonim", "Sama untuk orang yang sama di berkas ini saja. Kuncinya tidak disimpan."),
            ("Tanggal", "Hanya bulan. Umur dalam kelompok, wilayah sampai kabupaten/kota, tanpa teks bebas."),
            ("Kelompok kecil", f"{few} gabungan jenis kelamin, kategori, dan asal berisi kurang dari {FEWEST} orang. "
             "Gabungkan sebelum menerbitkan tabel, agar tidak seorang pun dikenali."),
        ],
    )  # fmt: skip


def few_alike(queryset, client):
    """How many groups of people alike in sex, category and regency are so small that somebody might be known."""
    stay = client.removesuffix("client__")
    alike = queryset.order_by().values(f"{client}sex", f"{stay}category", place=Left(f"{client}origin_id", REGENCY))
    return alike.annotate(persons=Count(f"{client}pk", distinct=True)).filter(persons__lt=FEWEST).count()


GROUP = "Untuk penelitian, tanpa nama"
RESEARCH = [
    Listing(
        "riset-masa-tinggal", "Masa tinggal tanpa nama", "Masa tinggal dengan nama samaran, bulan, dan kelompok umur.",
        of_stays, Perm.EXPORT, group=GROUP, asks_reason=True,
    ),
    Listing(
        "riset-nilai", "Nilai asesmen tanpa nama", "Nilai tiap bidang asesmen dengan nama samaran.",
        of_scores, Perm.EXPORT, group=GROUP, asks_reason=True,
    ),
]  # fmt: skip
