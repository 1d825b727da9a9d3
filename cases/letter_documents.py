"""What prints of the letters: a letter about a client, and the agenda of a year."""

from cases import nik
from cases.agenda import MONTHS, on_paper
from cases.family_letters import declarant_of
from cases.letter_words import words_of
from cases.models import Death
from cases.models.client_letter import ClientLetter
from cases.models.letter_kinds import Kind
from cases.pdf import Document, qr
from cases.templatetags.indonesian import tanggal, waktu

Fact = ClientLetter.Fact
HEAD = ("name", "letterhead_government", "letterhead_department", "address", "city", "phone", "email")


def words_now(kept):
    """All that the letter says, as plain values: kept with its number, drawn anew while it is a draft."""
    shelter, day = kept.shelter, kept.letter.issued_on if kept.letter else kept.shelter.today()
    entered = tanggal(kept.stay.entered_on)
    words = words_of(kept.letter_kind, shelter, kept.letter, tanggal_masuk=entered)
    head = shelter.head_on(day)
    speaks = declarant_of(kept.relative) if kept.relative and kept.letter_kind == Kind.STATEMENT else None
    own = [line.strip() for line in kept.copies.splitlines() if line.strip()]
    return {
        "shelter": {name: getattr(shelter, name) for name in HEAD},
        "opening": words.opening, "before_last": words.before_last, "last": words.last,
        "copies": own or list(words.copies), "enclosure": kept.enclosure or words.enclosure,
        "facts": client_facts(kept, day), "details": details_of(kept.details), "day": tanggal(day),
        "signer": {name: getattr(head, name) if head else "" for name in ("name", "nip", "rank")},
        "client": kept.stay.client.display_name, "declarant": speaks,
    }  # fmt: skip


def details_of(text):
    """Lines “Tujuan: Terminal Mendolo” as pairs; a line without a colon stands alone."""
    pairs = [line.partition(":") for line in text.splitlines() if line.strip()]
    return [[label.strip(), value.strip()] for label, _, value in pairs]


def client_facts(kept, day):
    client, stay = kept.stay.client, kept.stay
    told = [("Nama", client.display_name)]
    for fact, label, say in FACTS:
        if fact in kept.facts and not (fact == Fact.NIK_MASKED and Fact.NIK in kept.facts):
            told.append((label, say(client, stay, day)))
    return [[label, value] for label, value in told if value]


def born(client, stay, day):
    if client.birth_date:
        return ", ".join(filter(None, [client.birth_place, tanggal(client.birth_date)]))
    age = client.age_on(day)
    return "tidak diketahui" if age is None else f"± {age} tahun (perkiraan)"


def address(client, stay, day):
    origin = [client.origin_address, str(client.origin) if client.origin else ""]
    return ", ".join(filter(None, origin)) or "tidak diketahui"


def death(client, stay, day):
    found = Death.objects.filter(stay__client=client, cancelled_at=None).select_related("stay__shelter").first()
    return f"{waktu(found.died_at, found.shelter)}, {found.place}" if found else ""


FACTS = [
    (Fact.BORN, "Tempat, tanggal lahir", born),
    (Fact.SEX, "Jenis kelamin", lambda client, stay, day: client.get_sex_display() or "tidak diketahui"),
    (Fact.NIK, "NIK", lambda client, stay, day: client.nik or "belum ada"),
    (Fact.NIK_MASKED, "NIK", lambda client, stay, day: nik.mask(client.nik) if client.nik else "belum ada"),
    (Fact.ADDRESS, "Alamat asal", address),
    (Fact.NUMBER, "Nomor klien, register", lambda client, stay, day: f"{client.number}, {stay.register_number}"),
    (Fact.ENTERED, "Mendapat pelayanan sejak", lambda client, stay, day: tanggal(stay.entered_on)),
    (Fact.DEATH, "Meninggal dunia", death),
]


def client_letter(kept, *, verification_url=""):
    letter, words = kept.letter, kept.frozen or words_now(kept)
    number = letter.number.replace("/", "-") if letter else f"konsep-{kept.pk}"
    return Document(
        template="cases/client_letter.html",
        context={
            "kept": kept, "letter": letter, "words": words, "shelter": words["shelter"],
            "code": qr(verification_url) if verification_url else "", "verification_url": verification_url,
        },
        filename=f"{kept.kind.replace('_', '-')}-{number}.pdf",
    )  # fmt: skip


def agenda_document(book):
    """A landscape table whose head is repeated on every page."""
    month = f"-{book.month:02}" if book.month else ""
    return Document(
        template="cases/agenda_print.html",
        context={
            "book": book, "shelter": book.shelter, "lines": [on_paper(line) for line in book.lines()],
            "month": dict(enumerate(MONTHS, 1)).get(book.month, ""), "printed_on": book.shelter.today(),
            "signer": book.shelter.head_on(book.shelter.today()),
        },
        filename=f"agenda-surat-{'masuk' if book.way == 'in' else 'keluar'}-{book.year}{month}.pdf",
    )  # fmt: skip
