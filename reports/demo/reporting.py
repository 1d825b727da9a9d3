"""Social reports and consents, at every shelter one of each kind that a head or a worker may find."""

from datetime import timedelta

from assessments.documents import frozen_now
from assessments.drafting import draft
from assessments.models import Assessment, Consent, SocialReport
from reports.demo.timeline import clock_at

# answered by, how, and whether it was taken back since
CONSENTS = [
    ("care", "", "", {"status": "given", "given_by": "client", "way": "signature"}, False),
    ("share", "LKS Harapan", "Identitas dan ringkasan asesmen.",
     {"status": "given", "given_by": "client", "way": "thumb", "witnesses": ("Pak RT", "")}, True),
    ("publication", "", "Foto di sudut kriya.", {"status": "refused", "given_by": "client", "way": "signature"}, False),
    ("photo", "", "", None, False),
]  # fmt: skip


def write_reports(world):
    for shelter in world.shelters.values():
        stays = assessed_residents(shelter)
        if not stays:
            continue
        write_signed(world, stays[0])
        begin(world, stays[-1], "social_report", recipient="Kepala Panti Pelayanan Sosial Sejahtera")
        for kind in CONSENTS:
            ask(world, stays[0], *kind)


def assessed_residents(shelter):
    """Grown-up residents with an approved assessment, those with the longest stay first."""
    approved = Assessment.objects.current().filter(stay__shelter=shelter, stay__status="resident")
    found = {one.stay_id: one.stay for one in approved.select_related("stay__client", "stay__shelter")}
    grown = (stay for stay in found.values() if (stay.client.age_on(shelter.today()) or 0) >= 18)
    return sorted(grown, key=lambda stay: (stay.entered_on, stay.pk))


def begin(world, stay, kind, **about):
    by = world.worker(stay.shelter)
    with clock_at(world.moment(world.day(3), 10)):
        report = SocialReport(stay=stay, kind=kind, **about)
        report.begin(by=by, drafted=draft(stay, kind))
    return report


def write_signed(world, stay):
    """A social report that was signed, and one of progress that waits for the head."""
    about = {"recipient": "Direktur RSJ Umpama Waras", "purpose": "Rujukan pemeriksaan", "copies": "Arsip"}
    report = begin(world, stay, "social_report", **about)
    hand_in(world, report)
    head = world.head(stay.shelter)
    with clock_at(world.moment(world.day(2), 9)):
        report.sign(by=head, revision=report.revision, frozen=frozen_now(report, signer=head))
    first = max(stay.entered_on, world.day(30))
    period = {"period_from": first, "period_until": max(first, world.day(3))}
    hand_in(world, begin(world, stay, "progress", companion=report.created_by.name, **period))


def hand_in(world, report):
    with clock_at(world.moment(world.day(3), 11)):
        report.submit(by=report.created_by, revision=report.revision)


def ask(world, stay, purpose, partner, detail, answer, taken_back):
    by, day = world.worker(stay.shelter), world.day(4)
    with clock_at(world.moment(day, 13)):
        consent = Consent(stay=stay, purpose=purpose, partner=partner, detail=detail, explained_by=by.name)
        consent.valid_until = day + timedelta(days=90) if partner else None
        consent.prepare(by=by)
        if answer:
            consent.answer(by=by, on=day, **answer)
    if taken_back:
        with clock_at(world.moment(world.day(1), 10)):
            consent.withdraw(by=by, on=world.day(1), name=consent.giver_name, reason="Ingin menunggu keluarga dahulu")
