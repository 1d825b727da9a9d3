"""By when a complaint should be verified, followed up and answered, in working days.

The day on which it came does not count. The limit is the one that held on that day; after the sender reopened it the
days are counted anew from then.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone

from cases.limits import WorkingDays
from cases.models import Holiday
from reports.models import ComplaintLimit
from reports.models.complaint_words import DONE, WORKING, Status
from reports.models.step_limit import limit_on

ONE_DAY = timedelta(days=1)


def due_on(start, days, working):
    """The last day in time: so many working days after `start`."""
    return working.numbered(working.before(start + ONE_DAY) - 1 + days)


def late_since(today, days, working):
    """What was counted from before this day is late today."""
    return working.numbered(working.before(today) - days)


def days_between(start, end, working):
    """Working days after `start` up to and with `end`."""
    return working.before(end + ONE_DAY) - working.before(start + ONE_DAY)


@dataclass(frozen=True)
class Due:
    """What waits next, by when, and whether that day is over."""

    words: str
    on: date
    is_late: bool


class Clock:
    """Limits and holidays, read once (two queries) for as many complaints as a page shows."""

    def __init__(self, today=None):
        self.today = today or timezone.localdate()
        self.working = WorkingDays(Holiday.objects.dates())
        self.limits = {}
        for limit in ComplaintLimit.objects.order_by("-valid_from"):
            self.limits.setdefault(limit.kind, []).append(limit)

    def limit(self, complaint):
        """The limit that held when it came; None where the department has none for its kind."""
        return limit_on(self.limits.get(complaint.kind, []), complaint.received_on)

    def dates(self, complaint):
        """[(what, by when)] of all three steps."""
        limit = self.limit(complaint)
        if limit is None:
            return []
        steps = ("verifikasi", limit.verify_days), ("tindak lanjut", limit.follow_days), ("jawaban", limit.finish_days)
        return [(words, due_on(complaint.counted_from, days, self.working)) for words, days in steps]

    def due(self, complaint):
        """What waits next; None when nothing does."""
        dates = self.dates(complaint)
        place = {Status.RECEIVED: 0, Status.VERIFIED: 1, Status.IN_PROGRESS: 2}.get(complaint.status)
        if place is None or not dates:
            return None
        words, on = dates[place]
        return Due(words, on, self.today > on)

    def finish_on(self, complaint):
        dates = self.dates(complaint)
        return dates[2][1] if dates else None

    def reopen_until(self, complaint):
        """The last day on which its sender may open it again; None while it is being worked on."""
        limit = self.limit(complaint)
        ended_at = complaint.answered_at if complaint.status in DONE else complaint.verified_at
        if complaint.is_open or limit is None or complaint.status in (Status.DUPLICATE, Status.FORWARDED):
            return None
        return timezone.localdate(ended_at) + timedelta(days=limit.reopen_days)

    def late(self):
        """A condition on complaints: the day of what waits next is over."""
        found = Q(pk__in=[])
        for kind, limits in self.limits.items():
            until = date.max
            for limit in limits:
                of_limit = Q(kind=kind, received_on__gte=limit.valid_from, received_on__lt=until)
                found |= of_limit & self._late_by(limit)
                until = limit.valid_from
        return found

    def _late_by(self, limit):
        def since(days):
            return late_since(self.today, days, self.working)

        return (
            Q(status=Status.RECEIVED, counted_from__lt=since(limit.verify_days))
            | Q(status=Status.VERIFIED, counted_from__lt=since(limit.follow_days))
            | Q(status__in=WORKING, counted_from__lt=since(limit.finish_days))
        )
