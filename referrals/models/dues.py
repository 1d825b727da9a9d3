"""By when the next step is due: in working days, as the shelter has set them."""

from datetime import datetime, time, timedelta

from django.db.models import Q

from cases.limits import WorkingDays
from cases.models import Holiday

ONE_DAY = timedelta(days=1)


class Patience:
    """The working days, asked once for as many referrals as a page shows."""

    def __init__(self):
        self.days = WorkingDays(Holiday.objects.dates())

    def after(self, day, days):
        """So many working days later: asked on a Monday, two days later is Wednesday."""
        return self.days.numbered(self.days.before(day) + days)

    def reminder_on(self, referral):
        since = max(filter(None, [referral.waiting_since, referral.reminded_at, referral.mailed_at]))
        return self.after(local_day(since, referral.shelter), referral.shelter.reminder_days)

    def escalation_on(self, referral):
        return self.after(local_day(referral.waiting_since, referral.shelter), referral.shelter.escalation_days)

    def before(self, shelter, days):
        """What has waited since before this moment is due today: the beginning of the day after the latest such day."""
        last = self.days.numbered(self.days.before(shelter.today() + ONE_DAY) - 1 - days)
        return datetime.combine(last + ONE_DAY, time.min, tzinfo=shelter.zone)

    def due(self, shelters, name, *, since="waiting_since", stay="stay"):
        """The condition “the patience called `name` is over”, each shelter by its own setting and clock.

        `stay`: the way from the row to its stay.
        """
        moments = {}
        for shelter in shelters:
            moments.setdefault(self.before(shelter, getattr(shelter, name)), []).append(shelter.pk)
        wanted = Q(pk__in=[])
        for moment, pks in moments.items():
            wanted |= Q(**{f"{stay}__shelter__in": pks, f"{since}__lt": moment})
        return wanted


def local_day(moment, shelter):
    return moment.astimezone(shelter.zone).date()
