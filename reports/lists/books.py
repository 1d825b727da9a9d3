"""Lists of persons that offices keep as books: the main register, who left, who is served outside the house."""

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import OuterRef, Q, Subquery

from assessments.models import PlanAction
from cases.models import Stay
from cases.permissions import Perm
from reports.lists.fields import Field, Secret, choice, select, the_person
from reports.lists.filters import SpanForm, broken, filled
from reports.lists.listing import Listing
from reports.lists.recaps import this_month, this_year
from reports.tables.table import Kind

GROUP = "Buku dan daftar orang"
SHELTER = Field("Panti", "shelter__name", width=24)
NIK = Field("NIK", ("client__nik", "client__claimed_nik"), Kind.TEXT, Secret.NIK, lambda nik, said: nik or said, 19)
KK = Field("Nomor KK", "client__kk_number", secret=Secret.FILE, width=19)
REGISTER = Field("Nomor register", "register_number", width=16)
CATEGORY = Field("Kategori PPKS", "category__name")
CAME = Field("Tanggal masuk", "entered_on", Kind.DATE)
SOURCE = Field("Sumber rujukan", "source__name")
LEFT = Field("Tanggal keluar", "ended_on", Kind.DATE)
WHY = Field("Alasan keluar", "exit_reason__name")

MAIN_BOOK = [
    REGISTER, *the_person("client__"), NIK, Field("Jenis kelamin", "client__sex", width=7),
    Field("Tempat lahir", "client__birth_place", secret=Secret.PERSON),
    Field("Tanggal lahir", "client__birth_date", Kind.DATE, Secret.PERSON),
    Field("Perkiraan usia", "client__estimated_age", Kind.INT), Field("Daerah asal", "client__origin__name"),
    CATEGORY, CAME, SOURCE, LEFT, WHY, SHELTER,
]  # fmt: skip
LEAVERS = [*the_person("client__"), CAME, SOURCE, NIK, KK, CATEGORY, LEFT, WHY, SHELTER]
OUTSIDE = [
    Field("Pendamping", "companions", width=26), *the_person("client__"), SOURCE,
    Field("Klaster", "service_type__group", tell=choice(Stay._meta.get_field("category").related_model.Group)),
    Field("Sub klaster", "category__name"), CAME, LEFT, Field("Daerah asal", "client__origin__name"), SHELTER,
]  # fmt: skip


def book(fields, chosen, usual):
    """`chosen(stays, first, last)`: which stays stand in the book of a period."""

    def selected(asking):
        form = filled(SpanForm, asking, Perm.REPORT, **usual())
        if not form.is_valid():
            return broken(form)
        stays = chosen(Stay.objects.at(form.houses).kept(), form.first, form.last)
        return select(asking, stays, fields, form.described(), stay="", zone=None, form=form, shelter=form.house)

    return selected


def entered(stays, first, last):
    """In the order in which they came, as the book is written."""
    return stays.filter(entered_on__gte=first, entered_on__lte=last).order_by("entered_on", "pk")


def left(stays, first, last):
    return stays.filter(ended_on__gte=first, ended_on__lte=last).order_by("ended_on", "pk")


def outside(stays, first, last):
    """Served where they live on a day of the period. Companions: who answers for the actions of the plan in force."""
    actions = PlanAction.objects.filter(goal__plan__stay=OuterRef("pk"), goal__plan__status="approved")
    names = actions.order_by().values("goal__plan__stay").annotate(
        names=StringAgg("responsible__name", "; ", distinct=True, filter=~Q(responsible=None))
    )  # fmt: skip
    found = stays.outside().filter(Q(ended_on=None) | Q(ended_on__gte=first), entered_on__lte=last)
    return found.annotate(companions=Subquery(names.values("names"))).order_by("shelter__name", "entered_on", "pk")


BOOKS = [
    Listing(
        "buku-induk", "Buku induk klien", "Register penerimaan: siapa masuk, dari mana, dan bagaimana keluarnya.",
        book(MAIN_BOOK, entered, this_year), Perm.REPORT, group=GROUP,
    ),
    Listing(
        "daftar-terminasi", "Daftar klien terminasi", "Siapa keluar dalam satu masa, kapan, dan karena apa.",
        book(LEAVERS, left, this_month), Perm.REPORT, group=GROUP,
    ),
    Listing(
        "dampingan", "Klien dampingan (luar panti)", "Klien yang dilayani di tempat tinggalnya, dengan pendampingnya.",
        book(OUTSIDE, outside, this_month), Perm.REPORT, group=GROUP,
        note="Pendamping: penanggung jawab tindakan dalam rencana intervensi yang berlaku.",
    ),
]  # fmt: skip
