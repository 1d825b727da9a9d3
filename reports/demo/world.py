"""What every part of the demo draws from: the day, the dice, the houses, the staff and the lists."""

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from random import Random

from cases.models import (
    BasicService,
    Category,
    EntrySource,
    ExitReason,
    Region,
    ServiceRule,
    ServiceType,
    Shelter,
    User,
)
from reports.demo.exits import Exits
from reports.demo.timeline import Timeline

SEED = 340499
WORKERS = {"melati": ["sari", "joko"], "kenanga": ["ratih"]}
OFFICERS = {"melati": "oka", "kenanga": "tono"}
HEADS = {"melati": "budi", "kenanga": "citra"}
ORIGINS = ("31.", "32.", "33.", "34.", "35.")


class Deck:
    """Cards by weight, shuffled and dealt round and round: chance, and yet every card comes up."""

    def __init__(self, dice, weights):
        self.cards = [card for card, weight in weights.items() for _ in range(weight)]
        dice.shuffle(self.cards)
        self.dealt = 0

    def deal(self):
        self.dealt += 1
        return self.cards[self.dealt % len(self.cards)]


@dataclass
class World:
    shelters: dict[str, Shelter]
    staff: dict[str, User]
    dice: Random = field(default_factory=lambda: Random(SEED))

    def __post_init__(self):
        self.now = self.shelters["melati"].now()
        self.today = self.now.date()
        self.timeline = Timeline(self.now)
        self.exits = Exits()
        self.sources = by_slug(EntrySource)
        self.categories = by_slug(Category)
        self.reasons = by_slug(ExitReason)
        self.services = by_slug(BasicService)
        self.types = {(kind.level, kind.group): kind for kind in ServiceType.objects.all()}
        self.assessed = assessed_services()
        self.origins = regions()

    def worker(self, shelter):
        return self.staff[self.dice.choice(WORKERS[shelter.slug])]

    def officer(self, shelter):
        return self.staff[OFFICERS[shelter.slug]]

    def head(self, shelter):
        return self.staff[HEADS[shelter.slug]]

    def deck(self, weights):
        return Deck(self.dice, weights)

    def chance(self, probability):
        return self.dice.random() < probability

    def day(self, days_ago):
        return self.today - timedelta(days=days_ago)

    def moment(self, day, hour, minute=0):
        """A time of a day in the houses, and never one that is still to come."""
        return min(datetime.combine(day, time(hour, minute), self.now.tzinfo), self.now)


def by_slug(model):
    return {row.slug: row for row in model.objects.all()}


def assessed_services():
    """{service type: services that its people get when somebody found that they need them}"""
    found = {}
    rules = ServiceRule.objects.filter(needed_by=ServiceRule.NeededBy.ASSESSED).exclude(service="burial")
    for kind, service in rules.order_by("service_type", "service").values_list("service_type", "service"):
        found.setdefault(kind, []).append(service)
    return found


def regions():
    """Districts of Java; an installation without region codes has none, and its clients no origin."""
    codes = Region.objects.filter(level=Region.Level.DISTRICT, retired_on=None).order_by("code")
    return [code for code in codes.values_list("code", flat=True) if code.startswith(ORIGINS)]
