"""Who speaks for the partner, and by which way."""

from dataclasses import dataclass
from typing import ClassVar

from django.db.models import TextChoices


class Channel(TextChoices):
    LINK = "link", "Tautan"
    PHONE = "phone", "Telepon"
    LETTER = "letter", "Surat"
    INSIDE = "inside", "Dalam sistem"


@dataclass(frozen=True)
class Voice:
    """Somebody at the partner's, with an account or without. On the trail it stands as the actor when nobody typed."""

    name: str
    position: str = ""
    channel: str = Channel.LINK
    pk: ClassVar[None] = None  # no account: the trail keeps the name

    def __str__(self):
        who = ", ".join(filter(None, [self.name, self.position]))
        return f"{who[:120]} ({Channel(self.channel).label.lower()})"

    @classmethod
    def of(cls, user):
        """A member of staff who tells what they know themselves."""
        return cls(user.name, user.position, Channel.INSIDE)
