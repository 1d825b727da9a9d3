"""What the door of an office on the way opens to, and until when."""

from django.utils import timezone

from cases.templatetags.indonesian import jam, tanggal
from referrals.doors import DoorShut
from referrals.models.journey_states import Status
from referrals.models.share import age_text
from referrals.partner_door import DAYS_AFTER_END, HALTS


def refuse_over(link):
    """Raises DoorShut when there is nothing behind the link that its holder may still see."""
    journey = link.subject.journey
    if not journey.issued_at:
        raise DoorShut("revoked", link)
    # A link that is made after the end, for a word that comes late, has its seven days too.
    if journey.ended_at and max(journey.ended_at, link.created_at) + DAYS_AFTER_END <= timezone.now():
        raise DoorShut("expired", link)
    if journey.standing:
        raise DoorShut(HALTS[journey.standing], link, journey.told_to_office)
    if journey.status == Status.CANCELLED:
        raise DoorShut("withdrawn", link, journey.told_to_office)


def can_have_link(leg):
    """Whether a link would open to anything."""
    journey = leg.journey
    shut = journey.standing or journey.status == Status.CANCELLED
    return bool(leg.office_id and journey.issued_at and not shut)


def minimum(leg):
    """What an office may know before anything sensitive is opened: whom to look for, when, and whom to call."""
    client, day = leg.journey.client, leg.shelter.today()
    hour = f", sekitar pukul {jam(leg.arrives_at)}" if leg.arrives_at else ""
    return [
        ("Klien", client.initials),
        ("Jenis kelamin", client.get_sex_display() or "tidak diketahui"),
        ("Usia", age_text(client, day)),
        ("Perkiraan tiba", f"{tanggal(leg.arrives_on)}{hour}"),
        ("Kendaraan", leg.get_vehicle_display()),
    ]
