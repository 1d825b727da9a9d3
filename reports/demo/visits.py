"""A person at a shelter for a while: planned first, then lived through by the verbs."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from cases.forms.stay import likely_type
from cases.intake import admit, admit_new_client
from cases.models import Client, Shelter, Stay
from reports.demo.portraits import BROUGHT_BY, PLACES, PORTRAITS
from reports.demo.world import World

WITHOUT_A_PLACE = ("panti-lain", "rumah-sakit", "dinsos-lain", "pengadilan", "keluarga", "serah-diri")


# Whom the receipt at the door names.
BRINGERS = {
    "satpol-pp": {"bringer_name": "Umpama Raharja", "bringer_rank": "Kepala regu"},
    "polisi": {"bringer_name": "Misal Santosa", "bringer_rank": "Aipda"},
}


@dataclass(eq=False)
class Visit:
    world: World
    client: Client
    shelter: Shelter
    arrives: datetime
    leaves: date | None
    stay: Stay
    reason: str = ""
    destination: str = ""
    exit_note: str = ""
    away: dict[date, str] = field(default_factory=dict)
    mistake: str = ""
    is_assessed: bool = False

    @property
    def is_over(self):
        return self.leaves is not None

    @property
    def is_child(self):
        return PORTRAITS[self.stay.category.slug].oldest < 18

    @property
    def day(self):
        return self.arrives.date()

    @property
    def last_day(self):
        return self.leaves or self.world.today

    @property
    def out_at(self):
        hour = 16 if self.day == self.leaves else 10
        return max(self.arrives, self.world.moment(self.leaves, hour, 15))

    @property
    def length(self):
        return (self.last_day - self.day).days

    def moment(self, after, hour, minute=0):
        """So many days after arrival, but within the stay and before the way out."""
        day = min(self.day + timedelta(days=after), self.last_day)
        moment = max(self.world.moment(day, hour, minute), self.arrives)
        return min(moment, self.out_at - timedelta(minutes=5)) if self.is_over else moment

    def schedule(self):
        timeline = self.world.timeline
        if not self.stay.pk:
            timeline.add(self.arrives, self.come)
        if self.mistake:
            timeline.add(self.arrives + timedelta(minutes=25), self.never_was)
        elif self.is_over and self.stay.is_resident:
            timeline.add(self.out_at, self.go)

    def come(self):
        world, at_night = self.world, not 7 <= self.arrives.hour < 16
        by = world.officer(self.shelter) if at_night else world.worker(self.shelter)
        how = admit if self.client.pk else admit_new_client
        how(by=by, shelter=self.shelter, client=self.client, stay=self.stay)

    def go(self):
        self.world.exits.go(self)

    def never_was(self):
        self.stay.cancel(by=self.world.head(self.shelter), reason=self.mistake)


def new_stay(world, shelter, arrives, *, category, source, note=""):
    kind = world.categories[category]
    chosen = world.dice.random()
    return Stay(
        entered_on=arrives.date(),
        entered_at=arrives.time().replace(second=0, microsecond=0) if chosen < 0.92 else None,
        source=world.sources[source],
        brought_by=BROUGHT_BY[source].format(n=world.dice.randrange(1, 90)),
        **BRINGERS.get(source, {}),
        found_at="" if source in WITHOUT_A_PLACE else world.dice.choice(PLACES),
        condition=PORTRAITS[category].condition,
        category=kind,
        service_type=likely_type(shelter, kind),
        neglect="confirmed" if chosen < 0.6 else "contradicted" if chosen > 0.97 else "unconfirmed",
        note=note,
    )
