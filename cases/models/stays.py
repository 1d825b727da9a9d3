"""The questions about stays (masa tinggal): who is here, who was, who sleeps where."""

from django.db.models import Exists, OuterRef, Q

from cases import limits
from cases.models import nights
from cases.permissions import ScopedQuerySet


class StayQuerySet(ScopedQuerySet):
    def at(self, shelters):
        return self.filter(shelter__in=shelters)

    def kept(self):
        """Stays that really were: not those entered by mistake."""
        return self.exclude(status=self.model.Status.CANCELLED)

    def resident(self):
        return self.filter(status=self.model.Status.RESIDENT)

    def of_the_dead(self):
        """Stays that death ended: whatever else is asked of the person, this file is closed (cases.locks)."""
        died = Q(exit_reason__is_death=True) | Q(exit_reason__maps_to__is_death=True)
        return self.filter(died, status=self.model.Status.DISCHARGED)

    def with_past(self):
        """With `client_died`, and `client_went_home`: in this stay or another of the person, at whichever shelter."""
        theirs = self.model.objects.filter(client=OuterRef("client"))
        reunion = Q(exit_reason__is_reunion=True) | Q(exit_reason__maps_to__is_reunion=True)
        return self.annotate(
            client_died=Exists(theirs.of_the_dead()), client_went_home=Exists(theirs.kept().filter(reunion))
        )

    def in_house(self):
        """Of the house itself: they need a bed, count for its capacity, and stand on its sheet and roll call."""
        return self.filter(setting=self.model.Setting.IN_HOUSE)

    def outside(self):
        """Served where they live (layanan luar panti): visits instead of nights."""
        return self.filter(setting=self.model.Setting.OUTSIDE)

    def on(self, day):
        """In the house on this day: came by then and had not left before it."""
        return self.overlapping(day, day)

    def overlapping(self, first, last):
        """With a day, or at least the day of leaving, between first and last, both inclusive."""
        return self.kept().filter(Q(ended_on=None) | Q(ended_on__gte=first), entered_on__lte=last)

    def near_limit(self):
        """Of these the residents of the house at their limit, two days before or past it: a list, with `limit`."""
        return limits.near_limit(self.in_house())

    def with_place(self, day=None):
        """With `place`, the room and bed in words: where they sleep now, or slept on a day; and whether it is extra."""
        return nights.with_place(self, day)

    def with_night(self, day):
        """With `night_room`, `night_bed` and `night_reason`: the place where they sleep that night; one row each."""
        return nights.with_night(self, day)

    def unplaced(self, day=None):
        """Without a place now, or on that night."""
        return nights.unplaced(self, day)
