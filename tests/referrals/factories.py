from datetime import time
from uuid import uuid4

from cases.models import Region
from referrals.models import (
    Channel,
    CommunityGroup,
    CommunityReport,
    IntakeRequest,
    Journey,
    JourneyLeg,
    JourneyPayer,
    Partner,
    Referral,
    SenderOffice,
    Voice,
)
from tests.factories import category

RATNA = Voice("dr. Ratna", "dokter jaga", Channel.PHONE)
TRI = Voice("Ibu Tri", "bagian penerimaan", Channel.LINK)


def make_partner(name="RSJ Prof. Soerojo", **values):
    values = {
        "kind": Partner.Kind.MENTAL_HOSPITAL,
        "city": "Magelang",
        "contact_position": "Direktur",
    } | values
    return Partner.objects.create(name=name, **values)


def make_referral(stay, by, partner=None, **values):
    values = {"purpose": "Memerlukan pemeriksaan jiwa.", "consent": Referral.Consent.AGREED} | values
    referral = Referral(stay=stay, partner=partner or make_partner(), **values)
    referral.draft(by=by)
    return referral


def make_office(shelter, by, partner=None):
    """Satpol PP with a link to the shelter."""
    partner = partner or make_partner("Satpol PP Temanggung", kind=Partner.Kind.PUBLIC_ORDER, whatsapp="0812-000-1")
    office = SenderOffice(partner=partner, shelter=shelter)
    office.begin(by=by)
    return office


def make_request(office, people=({"mark": "pria, kaos merah"},), **values):
    """A request by the office's link; without an office one from the public, at `shelter`."""
    values = {"key": uuid4(), "bringer": "Hadi", "phone": "0812-3456-7890"} | values
    if office:
        shelter = values.get("shelter", office.shelter)
        values = {"office": office, "agency": str(office), "expected_on": shelter.today(), "shelter": shelter} | values
    asked, _ = IntakeRequest(**values).send(list(people))
    return asked


def make_group(by, name="WKSBM Guyub Rukun", area="Kecamatan Parakan", **values):
    partner = make_partner(name, kind=Partner.Kind.WKSBM, whatsapp="0812-000-2")
    group = CommunityGroup(partner=partner, area=area, **values)
    group.begin(by=by)
    return group


def make_community_report(group, half, figures, sent=True, **values):
    """`figures`: {(category slug, kind of help): persons}."""
    report = CommunityReport.begin(group, half, by=None)
    rows = {(category(slug).pk, kind): persons for (slug, kind), persons in figures.items()}
    report.save_draft(rows, version=report.version, activities="Kunjungan rumah.", needs="", **values)
    if sent:
        report.send(name="Pak Guyub", position="Ketua")
    return report


def make_region(code="33.07", name="Kab. Wonosobo"):
    region, _ = Region.objects.get_or_create(
        code=code, defaults={"name": name, "level": Region.Level.REGENCY, "path": f"Jawa Tengah, {name}"}
    )
    return region


def make_home_office(name="Dinas Sosial Kabupaten Wonosobo", **values):
    values = {"kind": Partner.Kind.ORIGIN_OFFICE, "city": "Wonosobo", "contact_position": "Kepala"} | values
    return make_partner(name, phone=values.pop("phone", "0286-321-000"), **values)


def make_leg(journey, by, region=None, office=None, day=None, **values):
    """One leg more, by bus with Joko, on one day."""
    day = day or journey.shelter.today()
    values = {
        "place": "Kantor dinas", "leaves_on": day, "leaves_at": time(7), "arrives_on": day, "arrives_at": time(15),
        "vehicle": "bus", "operator": "PO Umpama", "ticket": "A-12", "escort_name": "Joko",
        "escort_position": "pramu sosial", "escort_phone": "0812-0000-7777", "cost_planned": 150_000,
    } | values  # fmt: skip
    leg = JourneyLeg(journey=journey, region=region or journey.region, office=office, **values)
    leg.plan(by=by)
    return leg


def make_journey(stay, by, office=None, legs=1, **values):
    """A complete draft home to Wonosobo; with two legs by way of Magelang."""
    office = office or make_home_office()
    values = {
        "purpose": "Ingin pulang kepada keluarganya.", "region": make_region(), "address": "Dusun Umpama RT 1 RW 2",
        "payer": JourneyPayer.objects.get(slug="apbd-kabupaten"), "consent": "agreed", "fitness": "fit",
        "fitness_by": "dr. Ratna, Puskesmas", "fitness_on": stay.shelter.today(), "documents": "KTP\nSurat sehat",
    } | values  # fmt: skip
    journey = Journey(stay=stay, office=office, **values)
    journey.draft(by=by)
    if legs > 1:
        relay = make_home_office("Dinas Sosial Kota Magelang", city="Magelang", phone="0293-362-000", whatsapp="0812-1")
        make_leg(journey, by, region=make_region("33.71", "Kota Magelang"), office=relay)
    if legs:
        make_leg(journey, by, office=office)
    return Journey.objects.for_page().get(pk=journey.pk)


def make_departed(stay, by, **values):
    """On the way since today."""
    journey = make_journey(stay, by, **values)
    journey.ready(by=by)
    journey.depart(by=by, on=stay.shelter.today())
    return Journey.objects.for_page().get(pk=journey.pk)
