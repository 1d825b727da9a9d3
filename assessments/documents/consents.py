"""Informed consent on paper: to be read aloud and signed; once answered, it says what was answered."""

from cases.letter_words import words_of
from cases.models.letter_kinds import Kind
from cases.pdf import Document, qr


def consent_document(consent, *, verification_url=""):
    letter, stay = consent.letter, consent.stay
    return Document(
        template="assessments/pdf_consent.html",
        context={
            "said": words_of(Kind.CONSENT, stay.shelter, letter),
            "consent": consent, "letter": letter, "shelter": stay.shelter, "stay": stay, "client": stay.client,
            "watermark": watermark(consent),
            "answered": consent.status in ("given", "refused", "withdrawn"), "age": age(stay),
            "verification_url": verification_url, "code": qr(verification_url) if verification_url else "",
        },
        filename=f"persetujuan-{letter.number.replace('/', '-')}.pdf",
    )  # fmt: skip


def watermark(consent):
    return {"withdrawn": "DICABUT", "void": "BATAL"}.get(consent.status, "")


def age(stay):
    years = stay.client.age_on(stay.shelter.today())
    if years is None:
        return "usia tidak diketahui"
    return f"{years} tahun" if stay.client.birth_date else f"± {years} tahun"
