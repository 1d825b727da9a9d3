"""What residents need, opened and closed by hand: as a worker does it without an assessment."""

from dataclasses import dataclass
from datetime import datetime

from cases.models import Need
from reports.demo.past import is_past
from reports.demo.visits import Visit

REASONS = {Need.Reason.FULFILLED: 14, Need.Reason.NOT_NEEDED: 3, Need.Reason.REFUSED: 3}
OUTSIDE_SPM = ["civil_documents", "family_tracing", "education_health_access", "repatriation"]
NOTES = {
    "civil_documents": "KTP hilang; rekam ulang di Dukcapil.",
    "family_tracing": "Menyebut nama desa, alamat belum jelas.",
    "education_health_access": "Belum terdaftar JKN.",
    "repatriation": "Ingin pulang dalam bulan ini.",
    "assistive_device": "Kesulitan berjalan tanpa tongkat.",
}


@dataclass
class PlannedNeed:
    visit: Visit
    slug: str
    opens: datetime
    closes: datetime | None
    reason: str = ""

    def schedule(self):
        timeline = self.visit.world.timeline
        timeline.add(self.opens, self.open)
        if self.closes:
            timeline.add(self.closes, close_need, self.visit, self.slug, self.reason)

    def open(self):
        visit = self.visit
        Need.open_for(
            visit.stay, by=visit.world.worker(visit.shelter), service=visit.world.services[self.slug],
            on=self.opens.date(), note=NOTES.get(self.slug, ""),
        )  # fmt: skip

    def as_row(self):
        by = self.visit.world.worker(self.visit.shelter)
        return Need(
            stay=self.visit.stay, service_id=self.slug, opened_on=self.opens.date(), opened_by=by,
            note=NOTES.get(self.slug, ""), closed_on=self.closes and self.closes.date(), reason=self.reason,
            closed_by=by if self.closes else None,
        )  # fmt: skip


def close_need(visit, slug, reason):
    need = visit.stay.needs.open().filter(service=slug).first()
    if need:
        need.close(by=visit.world.worker(visit.shelter), on=visit.shelter.today(), reason=reason)


def plan_needs(world, visits):
    """Of those who came long ago as rows, of the others as what will happen; nobody who is going to be assessed."""
    reasons, planned = world.deck(REASONS), []
    for visit in visits:
        if visit.mistake or visit.is_assessed or visit.length < 2 or not world.chance(0.6):
            continue
        options = world.assessed.get(visit.stay.service_type_id, OUTSIDE_SPM)
        for slug in world.dice.sample(options, world.dice.choice([1, 1, 2, 3])):
            planned.append(plan_need(world, visit, slug, reasons))
    Need.objects.bulk_create(need.as_row() for need in planned if is_past(need.visit))
    for need in planned:
        if not is_past(need.visit):
            need.schedule()


def plan_need(world, visit, slug, reasons):
    opens, after = visit.moment(world.dice.choice([0, 1, 1, 2]), 13, world.dice.randrange(60)), None
    if visit.is_over:
        after = world.dice.randrange(visit.length // 2, visit.length + 1)
    elif visit.length > 3 and world.chance(0.4):
        after = world.dice.randrange(2, visit.length)
    if after is None:
        return PlannedNeed(visit, slug, opens, None)
    return PlannedNeed(visit, slug, opens, max(opens, visit.moment(after, 8, 30)), reasons.deal())
