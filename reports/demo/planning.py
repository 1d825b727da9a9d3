"""What followed the assessments: plans in every state, agreements, case conferences, and what is looked at again."""

from datetime import timedelta

from assessments.models import (
    Agreement,
    Conference,
    ConferenceOption,
    FollowUp,
    Goal,
    Instrument,
    InterventionPlan,
    Participant,
    PlanAction,
    ReassessmentRule,
)
from assessments.models.goal import ASPECTS
from cases.models import Stay
from reports.demo.past import is_past
from reports.demo.timeline import clock_at

GOALS = [
    # statement, indicator, aspect, priority, the case of a branch;
    # then actions: what, days after the plan, partner, service
    ("Klien sehat dan minum obat teratur", "Obat diminum setiap hari selama 30 hari", "fisik", 1, "",
     [("Periksa ke puskesmas dan ambil obat", 2, "Puskesmas", "health_supplies"),
      ("Dampingi minum obat setiap malam", 18, "", None)]),
    ("Klien punya KTP", "KTP sudah diterima klien", "hukum", 2, "",
     [("Rekam ulang biometrik", 12, "Dukcapil", "civil_documents")]),
    ("Keluarga menerima klien pulang", "Keluarga menandatangani surat kesediaan", "sosial", 1, "",
     [("Hubungi anak dan datangi rumahnya", 5, "TKSK", "family_tracing"),
      ("Latih klien mengurus diri sebelum pulang", 26, "", "guidance")]),
    ("Klien diterima panti lansia", "Surat penerimaan dari panti", "tempat_tinggal", 3, "keluarga tidak sanggup",
     [("Susun rujukan ke panti lansia", 36, "Panti lansia", None)]),
]  # fmt: skip
RULES = [("perkembangan", 30, True), ("barthel", 90, False), ("asesmen-pgot", 180, False)]
SUGGESTED = "Usulan awal; sesuaikan dengan pedoman dinas"
LACKS = "Kebutuhan lain sudah ditangani lembar harian"


def make_plans(world):
    for slug, days, first in RULES:
        instrument = Instrument.objects.filter(slug=slug).first()
        if instrument:
            ReassessmentRule.objects.create(
                instrument=instrument, every_days=days, from_entry=first, source=SUGGESTED
            )  # fmt: skip
    for shelter in world.shelters.values():
        stays = Stay.objects.filter(shelter=shelter).resident().select_related("client").order_by("-entered_on", "pk")
        long_here = stays.filter(entered_on__lt=world.day(7))[: len(STATES)]
        newly_here = stays.filter(entered_on__range=(world.day(6), world.day(3)))[:1]
        told = [*zip(long_here, STATES, strict=False), *((stay, draft) for stay in newly_here)]
        for stay, state in told:
            stay.shelter = shelter
            state(world, stay)


def plan_for_leavers(world, visits):
    """Somebody whose plan was not done when the stay ended: what stayed open is told on its page."""
    left = [
        visit for visit in visits if visit.is_over and not visit.mistake and not is_past(visit) and visit.length >= 5
    ]
    for visit in left[:2]:
        days_ago = (world.today - visit.day).days - 2
        world.timeline.add(visit.moment(3, 10), in_force_of, world, visit, days_ago)


def write(world, stay, *, days_ago, goals):
    """A draft of so many days ago, and by whom."""
    by, day = world.worker(stay.shelter), world.day(days_ago)
    with clock_at(world.moment(day, 9)):
        plan = InterventionPlan.start(
            stay, by=by, direction="Kesehatan dahulu, lalu dokumen dan keluarga.", review_on=day + timedelta(days=30)
        )
        for statement, indicator, domain, priority, branch, actions in GOALS[:goals]:
            goal = Goal.add(
                plan, by=by, statement=statement, indicator=indicator, domain=domain, priority=priority,
                domain_label=dict(ASPECTS)[domain], target_on=day + timedelta(days=45), branch_when=branch,
            )  # fmt: skip
            for what, after, partner, service in actions:
                PlanAction.add(
                    goal, by=by, what=what, responsible=by, due_on=day + timedelta(days=after), partner=partner,
                    service_id=service,
                )  # fmt: skip
    return plan, by


def draft(world, stay):
    write(world, stay, days_ago=1, goals=2)


def submitted(world, stay):
    plan, by = write(world, stay, days_ago=4, goals=3)
    with clock_at(world.moment(world.day(4), 15)):
        plan.submit(by=by, note=LACKS)
    return plan, by


def returned(world, stay):
    plan, by = submitted(world, stay)
    with clock_at(world.moment(world.day(2), 8)):
        remark = "Belum terukur: berapa lama KTP paling lambat diterima?"
        plan.return_(by=world.head(stay.shelter), remarks={plan.goals.all()[1].pk: remark})


def corrected(world, stay):
    """Sent back, mended, and waiting again: the head is shown the difference."""
    plan, by = submitted(world, stay)
    with clock_at(world.moment(world.day(3), 8)):
        plan.return_(by=world.head(stay.shelter), remarks={plan.goals.all()[1].pk: "Tujuan 2 belum terukur."})
    with clock_at(world.moment(world.day(2), 10)):
        newer = plan.revise(by=by)
        goal = newer.goals.all()[1]
        goal.rewrite(by=by, version=goal.version, indicator="KTP diterima klien dalam 21 hari")
        newer.submit(by=by, note=LACKS)


def in_force_of(world, visit, days_ago):
    in_force(world, visit.stay, days_ago, goals=1)


def in_force(world, stay, days_ago=6, goals=4):
    plan, by = write(world, stay, days_ago=days_ago, goals=goals)
    with clock_at(world.moment(world.day(days_ago), 13)):
        plan.submit(by=by, note=LACKS)
    with clock_at(world.moment(world.day(days_ago - 1), 8)):
        plan.approve(by=world.head(stay.shelter))
    return plan, by


def agreed(world, stay, **values):
    plan, by = in_force(world, stay)
    answer(world, plan, by, 5, **values)
    first = PlanAction.objects.filter(goal__plan=plan).first()
    with clock_at(world.moment(world.day(3), 11)):
        first.note(
            by=by, on=world.day(3), text="Diperiksa dokter, obat untuk 14 hari.", status="running", as_service=True
        )
    return plan, by


def answer(world, plan, by, days_ago, **values):
    day = world.day(days_ago)
    values = {"answer": "agreed", "way": "thumb", "means": "bahasa Jawa", "on": day, "explained_by": by} | values
    if plan.stay.client.age_on(day) is not None and plan.stay.client.age_on(day) < 18:
        values |= {"party": "guardian", "party_name": "Sumarni", "party_relation": "Bibi"}
    with clock_at(world.moment(day, 14)):
        agreement = Agreement(plan=plan, **values)
        agreement.give(by=by)
    return agreement


def spoken_then_withdrawn(world, stay):
    plan, by = in_force(world, stay)
    agreement = answer(world, plan, by, 5, way="spoken", witness_1="Pak RT 02", witness_2="Bu Endang")
    with clock_at(world.moment(world.day(2), 14)):
        agreement.withdraw(by=by, on=world.day(2), reason="Ingin langsung pulang ke desa")


def refused(world, stay):
    plan, by = in_force(world, stay)
    answer(world, plan, by, 4, answer="refused", way="", exception="Belum percaya akan dibantu pulang")


def partly(world, stay):
    agreed(world, stay, answer="partly", exception="Tidak bersedia ikut pelatihan")


def branch_opened(world, stay):
    plan, by = agreed(world, stay)
    with clock_at(world.moment(world.day(1), 9)):
        branch = plan.goals.exclude(branch_when="").first()
        branch.open_branch(by=by, reason="Anak menyatakan tidak sanggup merawat")


def conferred(world, stay):
    """A conference changes the plan: minutes with a number, its follow-ups in the second version."""
    plan, by = agreed(world, stay)
    head, day = world.head(stay.shelter), world.day(2)
    with clock_at(world.moment(day, 10)):
        conference = Conference(
            stay=stay, held_on=day, place="Ruang pertemuan", leader=head,
            questions="Pulang ke keluarga atau ke panti lansia?",
            discussion="Keluarga hadir dan menyampaikan keadaannya. Klien ingin tetap dekat dengan cucunya.",
        )  # fmt: skip
        conference.call(by=by)
        for part in (
            Participant(user=by), Participant(name="dr. Permata Umpama", institution="Puskesmas", position="Dokter"),
            Participant(name="Sumarni", institution="Keluarga klien", position="Anak"),
            ConferenceOption(what="Pulang ke rumah anak", pro="Keinginan klien", contra="Rumah sempit", chosen=True),
            ConferenceOption(what="Panti lansia", pro="Perawatan terjamin", contra="Jauh dari keluarga"),
            FollowUp(what="Ajukan bantuan renovasi kamar ke desa", responsible=by, due_on=day + timedelta(days=14)),
            FollowUp(what="Menyiapkan kamar", responsible_name="Keluarga klien", due_on=day + timedelta(days=21)),
        ):  # fmt: skip
            conference.write_down(part, by=by)
    with clock_at(world.moment(day, 12)):
        conference.close(
            by=by, decision="Klien pulang ke rumah anak bila kamar sudah siap; dinilai lagi sebulan kemudian."
        )
        newer = conference.carry_into_plan(by=by)
    with clock_at(world.moment(world.day(1), 9)):
        newer.submit(by=by, note=LACKS)
        newer.approve(by=head)
        conference.add_note(by=head, text="Kepala desa menyatakan bersedia membantu lewat telepon, keesokan harinya.")


def being_prepared(world, stay):
    """A conference that is called for and not held yet."""
    by = world.worker(stay.shelter)
    with clock_at(world.moment(world.day(0), 8)):
        conference = Conference(
            stay=stay, held_on=world.day(-2), place="Kantor", leader=world.head(stay.shelter),
            questions="Siapa yang menjadi wali klien?",
        )  # fmt: skip
        conference.call(by=by)


STATES = [
    conferred, branch_opened, submitted, returned, corrected, partly, spoken_then_withdrawn, refused,
    being_prepared, draft,
]  # fmt: skip
