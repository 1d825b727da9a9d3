"""Which partner fits a client: plain arithmetic over plain facts, and every step of it in words.

What is not known is told as unknown and never counts as a no. Nothing is hidden: who does not fit comes last, with why.
A criterion is a function that says one or more reasons; `fit` gathers them, `rank` puts partners in order:
1. fewest reasons that bar (sex, age, category, a condition that is refused, the client's own house, asked already);
2. most reasons for, less the reasons against;
3. fewest unknown;
4. by name.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from cases.templatetags.indonesian import tanggal

STALE_DAYS = 30  # what a partner said of its places longer ago than this is worth asking again


class Weight(StrEnum):
    GOOD = "good"
    LACKING = "lacking"
    BARRING = "barring"
    UNKNOWN = "unknown"


class Reason(NamedTuple):
    weight: Weight
    text: str


@dataclass(frozen=True)
class PartnerFacts:
    """What is on file about a partner. Empty means: not known."""

    pk: int
    name: str
    kind: str = ""
    city: str = ""
    sex: str = ""  # "all", "L" or "P"
    age_from: int | None = None
    age_to: int | None = None
    all_categories: bool = False
    categories: frozenset = frozenset()
    services: frozenset = frozenset()
    accepted: frozenset = frozenset()
    refused: frozenset = frozenset()
    all_regions: bool = False
    regions: tuple = ()  # (code, name)
    documents: tuple = ()
    free_places: int | None = None
    free_on: date | None = None
    full_on: date | None = None  # the partner's last answer was no, because it is full
    agreement: str = ""
    agreement_from: date | None = None
    agreement_until: date | None = None
    is_own_house: bool = False
    is_asked: bool = False  # a referral of this client to this partner goes on
    declined_on: date | None = None  # a referral of this client
    declined_because: str = ""


@dataclass(frozen=True)
class ClientFacts:
    """What the file says of the client. `papers`: {document: there or not}; one that is not in it is unknown."""

    today: date
    sex: str = ""
    age: int | None = None
    category: str = ""
    categories: frozenset = frozenset()  # the client's own and the one that it stands for
    conditions: tuple = ()
    origin: str = ""
    city: str = ""
    papers: Mapping = field(default_factory=dict)


@dataclass(frozen=True)
class Words:
    """How codes read: {code: label}."""

    services: Mapping = field(default_factory=dict)
    conditions: Mapping = field(default_factory=dict)
    documents: Mapping = field(default_factory=dict)


@dataclass(frozen=True)
class Fit:
    partner: PartnerFacts
    reasons: tuple

    def texts(self, weight):
        return [reason.text for reason in self.reasons if reason.weight == weight]

    @property
    def reasons_for(self):
        return self.texts(Weight.GOOD)

    @property
    def reasons_against(self):
        return self.texts(Weight.LACKING)

    @property
    def barring(self):
        return self.texts(Weight.BARRING)

    @property
    def unknown(self):
        return self.texts(Weight.UNKNOWN)

    @property
    def order(self):
        points = len(self.reasons_for) - len(self.reasons_against)
        return len(self.barring), -points, len(self.unknown), self.partner.name.casefold(), self.partner.pk

    @property
    def verdict(self):
        """(look of the tag, words)"""
        if self.barring:
            return "bad", "Tidak sesuai"
        if self.reasons_against:
            return "wait", "Perlu dibicarakan"
        if not self.reasons_for:
            return "calm", "Belum diketahui"
        # One small reason among many open questions is no fit yet.
        enough = len(self.reasons_for) > len(self.unknown)
        return ("good", "Sesuai") if enough else ("calm", "Perlu ditanyakan")


def rank(partners, client, needs, words=None):
    """All of them, the best first. `needs`: slugs of basic services."""
    return sorted((fit(partner, client, needs, words) for partner in partners), key=lambda found: found.order)


def fit(partner, client, needs, words=None):
    words = words or Words()
    simple = (standing, sex, age, category, region, near, places, papers, agreement)
    reasons = [reason for criterion in simple for reason in criterion(partner, client, words)]
    reasons += [*conditions(partner, client, words), *services(partner, needs, words)]
    return Fit(partner, tuple(reasons))


def good(text):
    return Reason(Weight.GOOD, text)


def lacking(text):
    return Reason(Weight.LACKING, text)


def barring(text):
    return Reason(Weight.BARRING, text)


def unknown(text):
    return Reason(Weight.UNKNOWN, text)


def standing(partner, client, words):
    """What has happened between this client and this partner so far."""
    if partner.is_own_house:
        yield barring("panti klien sendiri")
    if partner.is_asked:
        yield barring("rujukan klien ini ke mitra ini masih berjalan")
    elif partner.declined_on:
        why = f" ({partner.declined_because.lower()})" if partner.declined_because else ""
        yield lacking(f"menolak klien ini {ago(partner.declined_on, client.today)}{why}")


def sex(partner, client, words):
    called = {"L": "laki-laki", "P": "perempuan"}
    if partner.sex == "all":
        yield good("jenis kelamin: laki-laki dan perempuan")
    elif not partner.sex:
        yield unknown("jenis kelamin yang diterima mitra")
    elif not client.sex:
        yield unknown(f"jenis kelamin klien (mitra hanya menerima {called[partner.sex]})")
    else:
        say = good if client.sex == partner.sex else barring
        yield say(f"jenis kelamin: hanya menerima {called[partner.sex]}")


def age(partner, client, words):
    if partner.age_from is None and partner.age_to is None:
        yield unknown("batas usia mitra")
        return
    least, most = partner.age_from or 0, 999 if partner.age_to is None else partner.age_to
    limits = f"mulai {least} tahun" if most == 999 else f"sampai {most} tahun" if not least else f"{least}–{most} tahun"
    if least == 0 and most >= 120:
        yield good("usia: semua usia")
    elif client.age is None:
        yield unknown(f"usia klien (mitra menerima {limits})")
    else:
        say = good if least <= client.age <= most else barring
        yield say(f"usia: klien {client.age} tahun, mitra menerima {limits}")


def category(partner, client, words):
    if partner.all_categories:
        yield good("kategori: semua kategori")
    elif not partner.categories:
        yield unknown("kategori yang diterima mitra")
    elif not client.categories:
        yield unknown("kategori klien")
    elif client.categories & partner.categories:
        yield good(f"kategori: {client.category}")
    else:
        yield barring(f"kategori: {client.category} tidak termasuk yang diterima")


def region(partner, client, words):
    if partner.all_regions:
        yield good("wilayah: semua daerah")
    elif not partner.regions:
        yield unknown("wilayah yang dilayani mitra")
    elif not client.origin:
        yield unknown("wilayah asal klien")
    else:
        served = [name for code, name in partner.regions if f"{client.origin}.".startswith(f"{code}.")]
        only = ", ".join(name for _, name in partner.regions[:3]) + (", …" if len(partner.regions) > 3 else "")
        yield good(f"wilayah: warga {served[0]}") if served else lacking(f"wilayah: hanya melayani warga {only}")


def near(partner, client, words):
    if partner.city and partner.city.casefold() == client.city.casefold():
        yield good(f"dekat: satu kota dengan panti ({partner.city})")


def places(partner, client, words):
    """The newest word counts: what the partner said when asked, or its answer to a referral."""
    said = [(partner.free_on, partner.free_places)] if partner.free_on and partner.free_places is not None else []
    said += [(partner.full_on, 0)] if partner.full_on else []
    if not said:
        yield unknown("tempat kosong")
        return
    on, free = max(said)
    text = f"{f'{free} tempat kosong' if free else 'kuota penuh'} menurut jawaban {ago(on, client.today)}"
    if (client.today - on).days > STALE_DAYS:
        yield unknown(f"tempat kosong sekarang ({text}; tanyakan lagi)")
    else:
        yield good(text) if free else lacking(text)


def papers(partner, client, words):
    """One reason for all of them, so that a partner does not rise by asking for more."""
    if not partner.documents:
        yield unknown("berkas yang diminta mitra")
        return
    named = {code: words.documents.get(code, code) for code in partner.documents}
    absent = [label for code, label in named.items() if client.papers.get(code) is False]
    unclear = [label for code, label in named.items() if client.papers.get(code) is None]
    if absent:
        yield lacking("berkas kurang: " + ", ".join(absent))
    elif unclear:
        yield unknown("apakah klien punya " + ", ".join(unclear))
    else:
        yield good("berkas lengkap: " + ", ".join(named.values()))


def agreement(partner, client, words):
    until = partner.agreement_until
    if not partner.agreement:
        yield unknown("MoU (belum tercatat)")
    elif partner.agreement_from and partner.agreement_from > client.today:
        yield unknown(f"MoU (mulai berlaku {tanggal(partner.agreement_from)})")
    elif until is None:
        yield good("MoU berlaku")
    elif until < client.today:
        yield lacking(f"MoU berakhir {tanggal(until)}")
    else:
        left = (until - client.today).days
        yield good(f"MoU berlaku sampai {tanggal(until)}" + (f" ({left} hari lagi)" if left <= STALE_DAYS else ""))


def conditions(partner, client, words):
    for code in client.conditions:
        label = words.conditions.get(code, code)
        if code in partner.refused:
            yield barring(f"kesehatan: tidak menerima {label}")
        elif code in partner.accepted:
            yield good(f"kesehatan: menerima {label}")
        else:
            yield unknown(f"apakah mitra menerima {label}")


def services(partner, needs, words):
    """A list of services is seldom complete: what stands not on it is asked, not held against the partner."""
    for slug in needs:
        label = words.services.get(slug, slug)
        yield good(f"layanan: {label}") if slug in partner.services else unknown(f"apakah mitra memberi {label}")


def ago(day, today):
    days = (today - day).days
    return "hari ini" if days <= 0 else "kemarin" if days == 1 else f"{days} hari lalu"
