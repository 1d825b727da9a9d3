from uuid import uuid4

from referrals.models import (
    Channel,
    CommunityGroup,
    CommunityReport,
    IntakeRequest,
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
