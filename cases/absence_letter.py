"""The report of somebody who left without leave, for the police or Satpol PP: how to know them, where they were last
seen, and nothing of health or category."""

from cases.letter_words import words_of
from cases.pdf import Document, qr
from cases.templatetags.indonesian import jam, tanggal


def report_of(absence, *, to, city, last_seen, looks, search):
    """What the letter will say for good."""
    client, shelter = absence.stay.client, absence.shelter
    age = client.age_on(absence.left_on)
    seen = tanggal(absence.left_on)
    if absence.left_at:
        seen += f", pukul {jam(absence.left_at)} {shelter.zone_label}"
    facts = [
        ("Nama", client.display_name),
        ("Dipanggil", ", ".join(client.aliases)),
        ("Jenis kelamin", client.get_sex_display() or "tidak diketahui"),
        ("Usia", "tidak diketahui" if age is None else f"{'' if client.birth_date else '± '}{age} tahun"),
        ("Ciri-ciri dan pakaian", looks),
        ("Berada di panti sejak", tanggal(absence.stay.entered_on)),
        ("Terakhir terlihat", f"{seen}, di {last_seen}"),
        ("Upaya pencarian", search),
    ]
    return {"to": to, "city": city, "facts": [[label, value] for label, value in facts if value]}


def absence_letter(absence, *, verification_url):
    letter, shelter = absence.letter, absence.shelter
    return Document(
        template="cases/absence_letter.html",
        context={
            "said": words_of(letter.kind, shelter, letter),
            "letter": letter, "shelter": shelter, "report": absence.report, "day": letter.issued_on,
            "signer": shelter.head_on(letter.issued_on), "verification_url": verification_url,
            "code": qr(verification_url),
        },
        filename=f"laporan-pergi-tanpa-izin-{letter.number.replace('/', '-')}.pdf",
    )  # fmt: skip
