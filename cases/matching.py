"""Who is this? The people whom a name, an age and a number may mean, best first, each with the reasons in words.

Everybody is looked through: closed files and all shelters. Whoever may not know a person sees them masked.
"""

import re
from dataclasses import dataclass, field

from django.db.models import (
    Case,
    Exists,
    F,
    FloatField,
    Func,
    IntegerField,
    OuterRef,
    Q,
    Value,
    When,
    prefetch_related_objects,
)
from django.db.models.functions import Cast, Coalesce, ExtractYear, Greatest
from django.utils import timezone

from cases import nik
from cases.models import Client, Relative, Stay
from cases.models.client import SearchKey
from cases.models.warning import shown_warnings
from cases.phones import phone_end

MOST = 10
YEARS = 5  # an age is a guess
ALIKE = 0.6  # from here on a name is said to be alike, as the index has it
SEX_WORDS = {"l": "L", "laki": "L", "lakilaki": "L", "pria": "L", "p": "P", "perempuan": "P", "wanita": "P"}

BORN = Coalesce(
    ExtractYear("birth_date"),
    ExtractYear("age_estimated_on") - F("estimated_age"),
    output_field=IntegerField(),
)


@dataclass(frozen=True)
class Sketch:
    """What is known so far of somebody at the door."""

    names: tuple = ()
    numbers: tuple = ()  # a NIK or part of it, a client or register number, a phone
    sex: str = ""
    age: int | None = None
    origin: str = ""
    without: tuple = field(default=())  # keys that are not meant

    @classmethod
    def of_text(cls, text):
        """As people type it: “Min, laki-laki, ±70”. What says neither sex nor age is a name or a number."""
        names, sex, age = [], "", None
        for part in text.split(","):
            word = re.sub(r"[^a-z]", "", part.lower())
            years = re.fullmatch(r"\s*(?:usia|umur)?\s*[±+~]?\s*(?:-/)?\s*(\d{1,3})\s*(?:th|thn|tahun)?\s*", part)
            if word in SEX_WORDS and names:
                sex = SEX_WORDS[word]
            elif years and names:
                age = int(years[1])
            elif part.strip():
                names.append(part.strip())
        whole = " ".join(names)
        return cls(names=(whole,) if whole else (), numbers=(text.strip(),), sex=sex, age=age)

    @classmethod
    def of_client(cls, client):
        names = tuple(filter(None, [client.name, *client.aliases]))
        return cls(
            names=names, numbers=(client.nik,) if client.nik else (), sex=client.sex,
            age=client.age_on(timezone.localdate()), origin=client.origin_id or "", without=(client.pk,),
        )  # fmt: skip

    @property
    def born(self):
        return None if self.age is None else timezone.localdate().year - self.age

    @property
    def searchable(self):
        texts = [*self.names, *self.numbers]
        return [text[:200] for text in dict.fromkeys(texts) if len(re.sub(r"\W", "", text)) >= 2]


def likely(user, sketch, most=MOST):
    """Likely matches in all shelters, best first; `is_ours` says whether this person may see the name."""
    texts = sketch.searchable[:8]
    if not texts:
        return []
    arms = [arm for text in texts for arm in Client.objects.all().arms(text)]
    arms += [by_family(number).values("client") for number in sketch.numbers if phone_end(number)]
    found = Client.objects.living().filter(pk__in=arms[0].union(*arms[1:])).exclude(pk__in=sketch.without)
    found = list(_scored(found, sketch).with_history()[:most])
    ours = Client.objects.visible_to(user).filter(pk__in=[client.pk for client in found])
    known = set(ours.values_list("pk", flat=True))
    for client in found:
        client.is_ours = client.pk in known
        client.reasons = _reasons(client, sketch)
    prefetch_related_objects([client for client in found if client.is_ours], shown_warnings(user))
    return found


def by_family(number):
    """Relatives with this phone number."""
    return Relative.objects.by_phone(number).order_by()


def alike(text, column):
    return Func(SearchKey(Value(text)), column, function="word_similarity", output_field=FloatField())


def best(names, column):
    """How well the best of some names fits a column."""
    parts = [alike(name, column) for name in names]
    return Greatest(*parts) if len(parts) > 1 else parts[0] if parts else Value(0.0, output_field=FloatField())


def weigh(condition, yes, otherwise=0.0):
    return Case(When(condition, then=Value(yes)), default=Value(otherwise), output_field=FloatField())


def _scored(clients, sketch):
    """A number says most, then the name; sex, age and origin tip the balance between likely ones."""
    names = sketch.names[:4]
    aliases = SearchKey(Func(F("aliases"), Value(" "), function="array_to_string"))
    numbers = [number for number in sketch.numbers if number]
    stays, register, phones = Stay.objects.filter(client=OuterRef("pk")), Q(), Q()
    for number in numbers:
        register |= Q(register_number__iexact=number)
        phones |= Q(pk__in=by_family(number).values("pk"))
    clients = clients.annotate(
        likeness=best(names, F("search_names")),
        name_likeness=best(names, SearchKey("name")),
        alias_likeness=best(names, aliases),
        born=BORN,
        by_register=Exists(stays.filter(register)) if numbers else Value(False),
        by_relative=Exists(Relative.objects.filter(phones, client=OuterRef("pk"))) if numbers else Value(False),
    )
    score = F("likeness") + weigh(Q(by_register=True), 1.0) + weigh(Q(by_relative=True), 1.0)
    for number in numbers:
        digits = nik.normalise(number)
        if digits.isdigit() and len(digits) >= 4:
            score += Case(When(nik=digits, then=Value(3.0)), When(nik__contains=digits, then=Value(1.0)),
                          default=Value(0.0), output_field=FloatField())  # fmt: skip
        score += weigh(Q(number__iexact=number), 2.0)
    if sketch.sex:
        score += weigh(Q(sex=sketch.sex), 0.1) - weigh(~Q(sex__in=["", sketch.sex]), 0.25)
    if sketch.born is not None:
        score += weigh(Q(born__range=(sketch.born - YEARS, sketch.born + YEARS)), 0.2)
        score -= weigh(Q(born__isnull=False) & ~Q(born__range=(sketch.born - 15, sketch.born + 15)), 0.2)
    if sketch.origin:
        score += weigh(Q(origin=sketch.origin), 0.15) + weigh(Q(origin__code__startswith=sketch.origin[:5]), 0.05)
    return clients.annotate(score=Cast(score, FloatField())).order_by("-score", "name", "pk")


def _reasons(client, sketch):
    """Why this one: in the words that stand beside the match."""
    said = []
    if client.name and client.name_likeness >= ALIKE:
        said.append("nama sama" if client.name.casefold() in {n.casefold() for n in sketch.names} else "nama mirip")
    if client.aliases and client.alias_likeness >= ALIKE:
        said.append("alias")
    for number in filter(None, sketch.numbers):
        said += _number_reasons(client, number)
    if not said and client.likeness >= ALIKE:
        said.append("ciri-ciri" if client.description else "nama mirip")
    if sketch.sex and client.sex and client.sex != sketch.sex:
        said.append("jenis kelamin berbeda")
    if sketch.born is not None and client.born is not None:
        said.append("usia sesuai" if abs(client.born - sketch.born) <= YEARS else "usia berbeda")
    if sketch.origin and client.origin_id and client.origin_id[:5] == sketch.origin[:5]:
        said.append("asal sama")
    return list(dict.fromkeys(said))


def _number_reasons(client, number):
    digits = nik.normalise(number)
    if len(digits) >= 4 and digits.isdigit() and client.nik and digits in client.nik:
        yield "NIK"
    if client.number.casefold() == number.casefold():
        yield "nomor klien"
    elif client.by_register:
        yield "nomor register"
    if phone_end(number) and phone_end(client.phone) == phone_end(number):
        yield "telepon"
    if client.by_relative:
        yield "telepon keluarga"
