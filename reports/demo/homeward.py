"""Journeys home: one planned, one by relay with the first office heard of, one closed with its receipts."""

from datetime import time, timedelta

from cases.models import Region, Stay
from cases.uploads import checked
from referrals.models import Journey, JourneyCost, JourneyLeg, JourneyPayer, Partner, Voice
from reports.demo.links import photo_of
from reports.demo.timeline import clock_at

OFFICES = [
    # name, city, beginning of the region's code
    ("Dinas Sosial Kota Umpama (estafet)", "Kota Umpama", "33."),
    ("Dinas Sosial Kabupaten Misalan", "Misalan", "34."),
]
DAYS_AGO = {"closed": 4, "underway": 2, "planned": 0}  # when the journey began


def send_home(world):
    """At Melati the head approves a journey before it leaves."""
    relay, home = offices()
    regions = [
        Region.objects.filter(level=Region.Level.REGENCY, code__startswith=begins).first() for *_, begins in OFFICES
    ]
    if not all(regions):
        return
    for state, stay in travellers(world).items():
        ago = DAYS_AGO[state]
        with clock_at(world.moment(world.day(ago + 1), 9)):
            journey = plan(world, stay, home, regions[1], ago, by=world.worker(stay.shelter))
            if state == "underway":
                leg(journey, relay, regions[0], world.day(ago), by=world.worker(stay.shelter))
                last_day = world.day(ago - 1)
            else:
                last_day = world.day(ago) + timedelta(days=3 if state == "planned" else 0)
            leg(journey, home, regions[1], last_day, by=world.worker(stay.shelter))
        if state != "planned":
            travel(world, Journey.objects.for_page().get(pk=journey.pk), ago, state)


def offices():
    made = []
    for name, city, _ in OFFICES:
        partner, _ = Partner.objects.get_or_create(
            name=name,
            defaults={
                "kind": Partner.Kind.ORIGIN_OFFICE, "city": city, "contact_position": "Kepala",
                "phone": "0000-555-0399", "whatsapp": "0000-5550-0399",
                "address": f"Jalan Umpama, {city}", "services": "Penjemputan warga.",
            },
        )  # fmt: skip
        made.append(partner)
    return made


def travellers(world):
    """{state: stay}: grown-ups of whom nothing else is decided yet, each of them here for some days before."""
    here = Stay.objects.resident().in_house().filter(guard_note="", referrals=None, absences=None, deaths=None)
    here = here.filter(shelter=world.shelters["melati"]).exclude(client__name="").order_by("entered_on", "pk")
    waiting, found = [stay for stay in here.select_related("shelter", "client") if not stay.is_guarded], {}
    for state, ago in DAYS_AGO.items():
        if waiting and waiting[0].entered_on <= world.day(ago + 2):
            found[state] = waiting.pop(0)
    return found


def plan(world, stay, home, region, ago, *, by):
    journey = Journey(
        stay=stay, purpose="Ingin pulang; keluarganya sudah dihubungi dinas setempat dan bersedia menerima.",
        region=region, address="Dusun Umpama RT 01 RW 02", office=home, consent=Journey.Consent.AGREED,
        payer=JourneyPayer.objects.get(slug="baznas" if ago else "apbd-kabupaten"), fitness=Journey.Fitness.FIT,
        fitness_by="dr. Umpama, Puskesmas Contoh Satu", fitness_on=stay.shelter.today(),
        documents="Surat keterangan sehat\nFotokopi KTP",
    )  # fmt: skip
    journey.draft(by=by)
    return journey


def leg(journey, office, region, day, *, by):
    JourneyLeg(
        journey=journey, region=region, place=f"Kantor {office.name}", office=office, leaves_on=day, leaves_at=time(7),
        arrives_on=day, arrives_at=time(15), vehicle="bus", operator="PO Umpama", ticket="U-034", escort_name="Joko",
        escort_position="pramu sosial", escort_phone="0000-555-0101", cost_planned=150_000,
    ).plan(by=by)  # fmt: skip


def travel(world, journey, ago, state):
    by = world.worker(journey.shelter)
    with clock_at(world.moment(world.day(ago), 6)):
        if journey.needs_approval:
            journey.submit(by=by)
            journey.approve(by=world.head(journey.shelter))
        else:
            journey.ready(by=by)
        journey = Journey.objects.for_page().get(pk=journey.pk)
        journey.depart(by=by, on=world.day(ago), at=time(6, 30))
        journey.settle_money(by=by, advance=500_000, advance_to="Joko", advance_on=world.day(ago))
    with clock_at(world.moment(world.day(ago), 15, 20)):
        first = JourneyLeg.objects.for_page().get(journey=journey, position=1)
        first.hear("arrived", voice=Voice("Ibu Misal", "petugas piket"), at=time(15, 10), condition="sehat")
        ticket = JourneyCost(
            journey=journey, kind="ticket", amount=300_000, paid_on=world.day(ago), paid_to="PO Umpama"
        )
        ticket.spend(by=by)
        if state == "underway":
            first.hear("forwarded", voice=Voice("Ibu Misal", "petugas piket"), text="Lanjut besok pagi dengan bus.")
            return
        meals = JourneyCost(journey=journey, kind="meals", amount=120_000, paid_on=world.day(ago), paid_to="Joko")
        meals.spend(by=by)
    with clock_at(world.moment(world.day(ago - 1), 10)):
        ticket.prove(by=by, upload=checked(photo_of("Tiket bus (contoh)")), number="U-034")
        meals.prove(by=by, reason="Warung makan tidak memberi kuitansi; dicatat dalam daftar")
        journey = Journey.objects.for_page().get(pk=journey.pk)
        journey.settle_money(by=by, remainder=80_000, remainder_on=world.day(ago - 1))
        Journey.objects.for_page().get(pk=journey.pk).close(by=by)
