"""The papers of an arrival: the receipt of one client, and the joint statement that is attached to a receipt.

`…_words` says what the paper tells, as plain text; a numbered paper keeps it, so that a later print says the same.
"""

from django.utils import dateformat

from cases import nik
from cases.arrival_words import together
from cases.letter_words import words_of
from cases.models import ArrivalLetter, Sweep
from cases.pdf import Document, qr
from cases.sweep_documents import persons_of, receipt_line
from cases.templatetags.indonesian import angka, jam, tanggal

DOTS = "…………………………"
Kind = ArrivalLetter.Kind


def receipt_words(stay, day):
    """BAST penerimaan (assessment.md §5) of a single intake, as both sides sign it."""
    things = stay.belongings.filter(received_on=stay.entered_on).order_by("pk")
    limit = stay.limit
    return {
        "arrived": arrived_text(stay.entered_on, stay.entered_at, stay.shelter),
        "first": first_party(stay),
        "second": second_party(stay.created_by),
        "order": stay.bringer_letter,
        "until": f"{tanggal(stay.entered_on)} sampai {tanggal(limit.own_day)}" if limit else "",
        "client": client_facts(stay),
        "condition": stay.condition,
        "belongings": [[str(thing), angka(thing.quantity), thing.value_note] for thing in things],
        "head": signer_of(stay.shelter, day),
    }


def arrived_text(day, moment, shelter):
    text = f"{dateformat.format(day, 'l')}, tanggal {tanggal(day)}"
    return f"{text}, pukul {jam(moment)} {shelter.zone_label}" if moment else text


def first_party(stay):
    agency = stay.brought_by or str(stay.source or "")
    return {"name": stay.bringer_name, "number": stay.bringer_number, "rank": stay.bringer_rank, "agency": agency}


def second_party(user):
    return {"name": user.name if user else "", "number": user.nip if user else "",
            "rank": (user.position if user else "") or "Petugas penerima"}  # fmt: skip


def signer_of(shelter, day):
    head = shelter.head_on(day)
    return {"name": head.name if head else "", "number": head.nip if head else ""}


def client_facts(stay):
    client, age = stay.client, stay.client.age_on(stay.entered_on)
    born = [client.birth_place, tanggal(client.birth_date) if client.birth_date else ""]
    origin = [client.origin_address, str(client.origin or "")]
    category = stay.category
    facts = [
        ("Nama", client.display_name),
        ("Nama panggilan", ", ".join(client.aliases) if client.name else ""),
        ("Ciri-ciri", client.description if client.name or client.aliases else ""),
        ("Jenis kelamin", client.get_sex_display()),
        ("Tempat, tanggal lahir", ", ".join(filter(None, born))),
        ("Perkiraan usia", f"± {age} tahun" if age is not None and not client.birth_date else ""),
        # Copies go to several agencies: the number itself stays in the file.
        ("NIK", nik.mask(client.nik) if client.nik else "belum diketahui"),
        ("Alamat asal", ", ".join(filter(None, origin)) or "belum diketahui"),
        ("Ditemukan di", stay.found_at),
        ("Kategori", "" if category is None or category.is_confidential else str(category)),
        ("Nomor klien, register", f"{client.number}, {stay.register_number}"),
    ]
    return [[label, value] for label, value in facts if value]


def together_words(target, day):
    """The joint statement: who does what, how long, and when somebody is fetched back."""
    shelter = target.shelter
    text = shelter.together_text or together()
    words = {
        "points": [line.strip() for line in text.splitlines() if line.strip()],
        "limit": limit_text(shelter),
        "head": signer_of(shelter, day),
    }
    return words | (sweep_words(target) if isinstance(target, Sweep) else stay_words(target))


def limit_text(shelter):
    if not shelter.max_stay:
        return ""
    return f"{angka(shelter.max_stay)} {shelter.get_max_stay_unit_display()}"


def sweep_words(sweep):
    first = sweep.officers[0] if sweep.officers else {}
    lines = [receipt_line(person) for person in persons_of(sweep).select_related("stay__client__origin")]
    return {
        "first": {"name": first.get("name", ""), "number": first.get("number", ""), "rank": first.get("position", ""),
                  "agency": ", ".join(sweep.agencies)},
        "second": second_party(sweep.lettered_by or sweep.created_by),
        "receipt": [sweep.letter.number, tanggal(sweep.letter.issued_on)] if sweep.letter else [],
        "people": [
            [str(line["person"].serial), line["person"].number, line["who"], line["person"].sex or "–",
             line["born"] or "–"]
            for line in lines
        ],
    }  # fmt: skip


def stay_words(stay):
    receipt = ArrivalLetter.objects.of(Kind.RECEIPT, stay)
    client, age = stay.client, stay.client.age_on(stay.entered_on)
    born = tanggal(client.birth_date) if client.birth_date else f"± {age} tahun" if age is not None else "–"
    return {
        "first": first_party(stay),
        "second": second_party(stay.created_by),
        "receipt": [receipt.letter.number, tanggal(receipt.letter.issued_on)] if receipt else [],
        "people": [["1", stay.register_number, client.display_name, client.sex or "–", born]],
    }


WORDS = {Kind.RECEIPT: receipt_words, Kind.TOGETHER: together_words}
TEMPLATES = {Kind.RECEIPT: "pdf/arrival_receipt.html", Kind.TOGETHER: "pdf/joint_statement.html"}
NAMES = {Kind.RECEIPT: "bast-penerimaan", Kind.TOGETHER: "pernyataan-bersama"}


def arrival_paper(kind, target, *, build_uri=None):
    """The numbered paper as it was signed, or a draft of what it would say now."""
    shelter, kept = target.shelter, ArrivalLetter.objects.of(kind, target)
    letter = kept and kept.letter
    day = letter.issued_on if letter else shelter.today()
    url = build_uri(letter.get_verification_url()) if letter and build_uri else ""
    words = kept.words if kept else WORDS[kind](target, day)
    return Document(
        template=TEMPLATES[kind],
        context={
            "words": words, "said": words_of(kind, shelter, letter, waktu=words.get("arrived", "")),
            "shelter": shelter, "letter": letter,
            "day": day, "dots": DOTS, "verification_url": url, "code": qr(url) if url else "",
        },
        filename=f"{NAMES[kind]}-{letter.number.replace('/', '-') if letter else 'konsep'}.pdf",
    )  # fmt: skip
