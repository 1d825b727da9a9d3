"""Who has read a version and who has not yet: what an accreditation asks to see."""

from dataclasses import dataclass
from datetime import datetime

from cases.models import Membership, User
from reports.models import SopReading


@dataclass(frozen=True)
class Reader:
    user: User
    roles: str
    where: str
    read_at: datetime | None = None


def readers(version, shelters):
    """(those who have read it, those who have not), of the people who work at these shelters now.

    Whoever read it and works there no more stays among those who have read it.
    """
    held = Membership.objects.current().filter(shelter__in=shelters, user__is_active=True)
    people = {}
    for one in held.select_related("user", "shelter").order_by("user__name", "shelter__name", "role"):
        people.setdefault(one.user, []).append(one)
    read = {one.user_id: one for one in SopReading.objects.filter(version=version).select_related("user")}
    rows = [
        Reader(user, ", ".join(dict.fromkeys(one.get_role_display() for one in roles)),
               ", ".join(dict.fromkeys(str(one.shelter) for one in roles)),
               read.pop(user.pk).read_at if user.pk in read else None)
        for user, roles in people.items()
    ]  # fmt: skip
    once = User.objects.filter(pk__in=read, memberships__shelter__in=shelters).exclude(pk__in=[u.pk for u in people])
    rows += [Reader(user, "tidak bertugas lagi", "", read[user.pk].read_at) for user in once.distinct()]
    has_read = sorted((row for row in rows if row.read_at), key=lambda row: row.read_at)
    return has_read, [row for row in rows if not row.read_at]
