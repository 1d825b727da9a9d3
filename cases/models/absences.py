"""The questions about absences: who is away, who may be closed, whose bed is free again."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import ExpressionWrapper, F, Max, Q
from django.utils import timezone

from cases.models.day import OfStayQuerySet
from cases.models.shelter import Shelter
from cases.models.stay import Stay

# Nobody counts a night that has not come; so the record of an open absence reaches ahead, and needs no nightly job.
NIGHTS_AHEAD = 120


class AbsenceQuerySet(OfStayQuerySet):
    def open(self):
        """Away until somebody says otherwise."""
        return self.filter(returned_on=None, stay__status=Stay.Status.RESIDENT)

    def on(self, day):
        return self.filter(Q(returned_on=None) | Q(returned_on__gt=day), left_on__lte=day)

    def absconded(self):
        return self.filter(kind=self.model.Kind.ABSCONDED)

    def to_close(self):
        """Gone without leave for longer than the shelter waits, each by its own clock."""
        late = Q(pk__in=[])
        for zone in Shelter.Zone.values:
            today = timezone.localdate(timezone=ZoneInfo(zone))
            late |= Q(stay__shelter__time_zone=zone, kept_until__lt=today)
        days = F("stay__shelter__abscond_close_after_days")
        kept_until = ExpressionWrapper(F("left_on") + days, output_field=models.DateField())
        return self.open().absconded().annotate(kept_until=kept_until).filter(late)

    def to_let_go(self):
        """Gone without leave for as long as the shelter waits before it says so, and the bed still kept for them."""
        waiting = self.open().absconded().filter(let_go_at=None).select_related("stay__shelter", "stay__client")
        return [absence for absence in waiting if absence.is_long_missing]

    def let_go_where_automatic(self):
        """At shelters that said so a bed is freed with the next roll call or sheet, without anybody's press.

        Reading a page frees nothing. Nothing to do costs one query.
        """
        for absence in self.filter(stay__shelter__abscond_frees_bed=True).to_let_go():
            absence.let_go(by=absence.recorded_by)

    def let_go(self):
        """Those after which nothing goes on by itself: what was open waits until somebody takes it up again."""
        return self.absconded().exclude(let_go_at=None)

    def for_list(self):
        return self.select_related("stay__client", "stay__shelter", "letter").order_by("left_on", "pk")

    def carry_on(self):
        """Open absences whose nights ahead run out get further ones. One query when there is nothing to do."""
        last = self.open().annotate(last=Max("days__date"))
        short = Q(last=None) | Q(last__lt=timezone.localdate() + timedelta(days=NIGHTS_AHEAD // 2))
        for absence in last.filter(short).select_related("stay__shelter", "recorded_by"):
            absence.write_days(before={night for night in absence.nights if absence.last and night <= absence.last})

    def times_absconded(self, client):
        """How often this person was away without leave for a night at least, in any stay; for the next intake."""
        gone = self.absconded().filter(stay__client=client).exclude(stay__status=Stay.Status.CANCELLED)
        return gone.exclude(returned_on=F("left_on")).count()
