"""The minutes of a case conference, with the list that everybody present signs."""

from cases.letter_words import words_of
from cases.models.letter_kinds import Kind
from cases.pdf import Document, qr


def minutes(conference, *, verification_url=""):
    letter, shelter = conference.letter, conference.shelter
    number = letter.number.replace("/", "-") if letter else "konsep"
    return Document(
        template="assessments/minutes.html",
        context={
            "said": words_of(Kind.CONFERENCE, shelter, letter),
            "conference": conference, "letter": letter, "shelter": shelter, "stay": conference.stay,
            "client": conference.stay.client, "day": conference.held_on,
            "leader": conference.leader, "keeper": conference.created_by,
            "participants": present(conference),
            "options": conference.options.all(),
            "follow_ups": conference.follow_ups.select_related("responsible"),
            "addenda": conference.addenda.select_related("written_by"),
            "verification_url": verification_url, "code": qr(verification_url) if verification_url else "",
        },
        filename=f"notulen-pembahasan-kasus-{number}.pdf",
    )  # fmt: skip


def present(conference):
    """Who sat at the table; once the minutes are closed, as they were called then."""
    found = list(conference.participants.select_related("user", "conference__stay__shelter"))
    if letter := conference.letter:
        for one in found:
            one.user = letter.person(one.user)
            one.conference.stay.shelter = letter.house
    return found
