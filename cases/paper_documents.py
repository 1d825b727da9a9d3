"""What this part prints: the letter to Dukcapil, and the receipts of things that a shelter keeps."""

from cases.letter_words import words_of
from cases.models.paper_kinds import Requirement
from cases.pdf import Document, qr
from cases.templatetags.indonesian import tanggal


def cover_letter(cover, *, verification_url=""):
    letter, stay = cover.letter, cover.stay
    papers = list(cover.papers.order_by("pk"))
    gathered = [slug for slug in Requirement.values if any(slug in paper.requirements for paper in papers)]
    return Document(
        template="cases/cover_letter.html",
        context={
            "said": words_of(letter.kind, stay.shelter, letter, tanggal_masuk=tanggal(stay.entered_on)),
            "cover": cover, "letter": letter, "shelter": stay.shelter, "stay": stay, "papers": papers,
            "facts": client_facts(stay.client, letter.issued_on), "enclosed": [Requirement(s).label for s in gathered],
            "signer": stay.shelter.head_on(letter.issued_on), "verification_url": verification_url,
            "code": qr(verification_url) if verification_url else "",
        },
        filename=f"surat-pengantar-{letter.number.replace('/', '-')}.pdf",
    )  # fmt: skip


def client_facts(client, day):
    """What Dukcapil needs to search: what is not known is said, and an estimate is called one."""
    age = client.age_on(day)
    born = [client.birth_place, tanggal(client.birth_date) if client.birth_date else ""]
    origin = [client.origin_address, str(client.origin) if client.origin else ""]
    facts = [
        ("Nama", client.display_name),
        ("Nama panggilan atau alias", ", ".join(client.aliases)),
        ("Jenis kelamin", client.get_sex_display()),
        ("Tempat, tanggal lahir", ", ".join(filter(None, born)) or "tidak diketahui"),
        ("Perkiraan usia", f"± {age} tahun" if age is not None and not client.birth_date else ""),
        ("NIK", client.nik or (f"{client.claimed_nik} (menurut klien)" if client.claimed_nik else "belum diketahui")),
        ("Nomor KK", client.kk_number),
        ("Alamat asal", ", ".join(filter(None, origin)) or "tidak diketahui"),
        ("Nomor klien", client.number),
    ]
    return [(label, value) for label, value in facts if value]


def belongings_in(stay, day, things):
    staff = sorted({thing.received_by.name for thing in things})
    signatures = [("Yang menitipkan,", stay.client.display_name, "Yang menerima,", name) for name in staff]
    return receipt("Tanda terima titipan barang", "titipan", stay, day, things, "in", signatures)


def belongings_out(stay, day, things):
    """One pair of signatures for each pair of hands."""
    hands = dict.fromkeys((thing.returned_by.name, thing.returned_to) for thing in things)
    signatures = [("Yang menyerahkan,", gave, "Yang menerima,", took) for gave, took in hands]
    return receipt("Tanda terima pengembalian barang", "pengembalian", stay, day, things, "out", signatures)


def receipt(title, noun, stay, day, things, way, signatures):
    return Document(
        template="cases/belonging_receipt.html",
        context={
            "title": title, "stay": stay, "client": stay.client, "shelter": stay.shelter, "day": day,
            "things": things, "way": way, "signatures": signatures,
        },
        filename=f"tanda-terima-{noun}-{stay.client.number}-{day.isoformat()}.pdf",
    )  # fmt: skip
