"""What prints of a journey home. The letters are client letters (cases.letter_documents), with a code to answer."""

from dataclasses import replace

from cases.letter_documents import client_letter
from cases.pdf import Document, qr
from referrals.journey_letters import COLUMNS, compose, moment, words_of_journey

# In the address of a page: which column of the journey.
PAPERS = {"pengantar": "letter", "jalan": "travel_letter", "pernyataan": "statement"}
# National emergency numbers, on every travel sheet.
EMERGENCY = [("Darurat umum", "112"), ("Polisi", "110"), ("Ambulans (PSC)", "119"), ("Layanan Kemensos", "171")]


def journey_letter(journey, column, *, leg=None, verification_url="", answer_url=""):
    """One letter; before it has a number, as the plan is now."""
    kept = getattr(journey, column)
    draft = kept is None
    if draft:
        kept = compose(journey, COLUMNS[column])
        kept.frozen = words_of_journey(journey, kept)
    printed = client_letter(kept, verification_url=verification_url)
    more = {"answer_code": qr(answer_url) if answer_url else "", "answering": leg and leg.office}
    name = f"{kept.kind.replace('_', '-')}-konsep.pdf" if draft else printed.filename
    return replace(printed, context=printed.context | more, filename=name)


def travel_sheet(journey):
    """One page for whoever travels along: the way, the hours, whom to call."""
    shelter = journey.shelter
    sheet = [
        {
            "leg": leg, "leaves": moment(leg.leaves_on, leg.leaves_at),
            "arrives": moment(leg.arrives_on, leg.arrives_at),
            "phone": leg.phone or ((journey.receiver.phone if journey.receiver else "") if leg.is_last else ""),
        }
        for leg in journey.itinerary
    ]  # fmt: skip
    return Document(
        template="referrals/journey_sheet.html",
        context={
            "journey": journey, "client": journey.client, "shelter": shelter, "legs": sheet, "emergency": EMERGENCY,
            "day": shelter.today(), "head": shelter.head_on(shelter.today()),
            "worker": journey.issued_by or journey.created_by,
        },
        filename=f"lembar-perjalanan-{journey.client.number}.pdf",
    )  # fmt: skip
