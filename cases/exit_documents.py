"""The papers of a handover: the berita acara, and the family's own statement."""

from django.utils import dateformat

from cases.letter_words import words_of
from cases.models.letter_kinds import Kind
from cases.pdf import Document, qr
from cases.templatetags.indonesian import tanggal


def handover_minutes(kept, *, verification_url=""):
    """BAST terminasi: responsibility passes to family or institution. Without a number it prints as a draft."""
    letter, stay = kept.letter, kept.stay
    number = letter.number.replace("/", "-") if letter else "konsep"
    when = f"{dateformat.format(stay.ended_on, 'l')}, tanggal {tanggal(stay.ended_on)}"
    return Document(
        template="cases/handover_minutes.html",
        context={
            "said": words_of(Kind.HANDOVER, stay.shelter, letter, waktu=when),
            "exit": kept, "stay": stay, "client": stay.client, "shelter": stay.shelter, "letter": letter,
            "day": stay.ended_on, "signer": stay.shelter.head_on(stay.ended_on), "officer": kept.recorded_by,
            "client_facts": client_facts(stay), "receiver_facts": receiver_facts(kept),
            "receiver_name": kept.receiver_facts.get("name") or kept.institution_officer or "……………………………",
            "verification_url": verification_url, "code": qr(verification_url) if verification_url else "",
        },
        filename=f"berita-acara-serah-terima-{number}.pdf",
    )  # fmt: skip


def family_statement(relative, stay):
    return Document(
        template="cases/family_statement.html",
        context={
            "relative": relative, "stay": stay, "client": stay.client, "shelter": stay.shelter,
            "day": stay.shelter.today(), "client_facts": client_facts(stay),
        },
        filename=f"surat-pernyataan-keluarga-{stay.client.number}.pdf",
    )  # fmt: skip


def client_facts(stay):
    client = stay.client
    origin = [client.origin_address, str(client.origin) if client.origin else ""]
    return [
        ("Nama", client.display_name),
        ("Tempat, tanggal lahir", born(client, stay)),
        ("Jenis kelamin", client.get_sex_display()),
        ("NIK", client.nik or "belum ada"),
        ("Alamat asal", ", ".join(filter(None, origin)) or "tidak diketahui"),
        ("Nomor klien, register", f"{client.number}, {stay.register_number}"),
    ]


def born(client, stay):
    if client.birth_date:
        return ", ".join(filter(None, [client.birth_place, tanggal(client.birth_date)]))
    age = client.age_on(stay.ended_on or stay.shelter.today())
    return "tidak diketahui" if age is None else f"usia ± {age} tahun (perkiraan)"


def receiver_facts(kept):
    """Who receives, as it was at the handover."""
    if kept.receiver_facts:
        facts = kept.receiver_facts
        proof = ", ".join(filter(None, [facts["proof"], facts["proof_number"]]))
        return [
            ("Nama", facts["name"]), ("Hubungan dengan klien", facts["relation"]), ("Dasar hubungan", proof or "–"),
            ("NIK", facts["nik"] or "–"), ("Alamat", facts["address"] or "–"), ("Nomor HP", facts["phone"] or "–"),
        ]  # fmt: skip
    if kept.institution:
        return [
            ("Lembaga", kept.institution), ("Petugas penerima", kept.institution_officer or "–"),
            ("Nomor surat rujukan", kept.letter_number or "menyusul"),
        ]  # fmt: skip
    return []
