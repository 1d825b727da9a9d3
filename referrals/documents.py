from cases.letter_words import words_of
from cases.models.letter_kinds import Kind
from cases.pdf import Document, qr
from referrals.models import Referral
from referrals.models.share import Piece

# "Sifat" of a letter, in the words of official correspondence.
MANNER = {
    Referral.Urgency.NORMAL: "Biasa",
    Referral.Urgency.SOON: "Segera",
    Referral.Urgency.EMERGENCY: "Sangat segera",
}


def referral_letter(referral, *, verification_url="", answer_url=""):
    """The letter to the partner; a draft prints as such, without number or code to verify."""
    letter, stay = referral.letter, referral.stay
    pieces = referral.shared()
    chosen = {piece.piece for piece in pieces}
    day = letter.issued_on if letter else stay.shelter.today()
    number = letter.number.replace("/", "-") if letter else "konsep"
    return Document(
        template="referrals/letter.html",
        context={
            "said": words_of(Kind.REFERRAL, stay.shelter, letter),
            "referral": referral, "letter": letter, "partner": referral.partner, "shelter": stay.shelter,
            "day": day, "manner": MANNER[referral.urgency], "facts": letter_facts(referral, pieces),
            "needs": referral.needs.select_related("service") if Piece.NEEDS in chosen else [],
            "summary": referral.summary if Piece.SUMMARY in chosen else "", "signer": signer_of(referral, day),
            "verification_url": verification_url, "code": qr(verification_url) if verification_url else "",
            "answer_code": qr(answer_url) if answer_url else "",
        },
        filename=f"surat-rujukan-{number}.pdf",
    )  # fmt: skip


def signer_of(referral, day):
    """Whoever stood in for the head and approved signs as such; else the head of that day."""
    return referral.approved_by if referral.approved_as_id else referral.shelter.head_on(day)


TOLD_AS_FACTS = (Piece.IDENTITY, Piece.CONTACT, Piece.CATEGORY)


def letter_facts(referral, pieces):
    """The letter says of the client what the worker chose to share: without the identity, as little as the link."""
    facts = [fact for piece in pieces if piece.piece in TOLD_AS_FACTS for fact in piece.facts]
    return facts if any(piece.piece == Piece.IDENTITY for piece in pieces) else [*referral.minimum(), *facts]
