"""What the app referrals has in the world of the access test; see world_cases for what a part does."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from cases.models import Shelter
from cases.uploads import checked
from referrals.half import Half
from referrals.models import (
    DoorLink,
    JourneyCost,
    JourneyLeg,
    Partner,
    PartnerAgreement,
    PartnerContact,
    PartnerFile,
    PartnerNote,
    ReferralShare,
    Voice,
)
from referrals.models.share import Choice
from tests.factories import picture_bytes
from tests.referrals.factories import (
    make_community_report,
    make_group,
    make_journey,
    make_office,
    make_partner,
    make_referral,
    make_request,
)


def referred(stay, keys, *, by):
    """A partner, and a referral to it that is still a draft."""
    partner = make_partner()
    keys |= {"partner": partner, "referral": make_referral(stay, by=by, partner=partner)}
    return {"referrals:referral_new": {"pk": stay.pk}}


def partner_parts(partner, *, by):
    """A contact, an agreement and a note of experience."""
    contact = PartnerContact.objects.create(partner=partner, name="Ibu Tri", phone="0293-555")
    mou = PartnerAgreement.objects.create(partner=partner, number="MoU/1", starts_on="2026-01-01", created_by=by)
    note = PartnerNote(partner=partner, on=date(2026, 1, 5), text="Ramah.")
    note.write(by=by)
    return {"partnercontact": contact, "partneragreement": mou, "partnernote": note}


def partners_special(stay, partner):
    parts = ("partnercontact_new", "partneragreement_new", "partnernote_new")
    return dict.fromkeys([f"referrals:{name}" for name in parts], {"pk": partner.pk}) | {
        "referrals:partner_fit": {"pk": stay.pk}
    }


def partner_door(stay, *, by):
    """A referral that is out, its link, and a letter that came in by it."""
    sent = make_referral(stay, by=by, partner=make_partner("RSU Uji"))
    sent.send(by=by)
    _, token = DoorLink.mint_for(sent, DoorLink.Kind.REFERRAL, by=by)
    upload = checked(SimpleUploadedFile("foto.jpg", picture_bytes()))
    letter = PartnerFile.receive(sent, upload, title="Surat balasan", voice=Voice("Ibu Tri"))
    behind = {"token": token}
    return {
        "referrals:referral_link": {"pk": sent.pk},
        "referrals:partner_file": {"pk": letter.pk},
        "referrals:partner_file_take": {"pk": letter.pk},
        "referrals:partner_act": behind | {"act": "terima"},
        "referrals:partner_share_file": behind | {"pk": sent.shares.first().pk},
        **{f"referrals:partner_{page}": behind for page in ("page", "code", "seen")},
    }


def received(stay, attachment, by):
    """A referral to Kenanga, which accepted it; and one with a file to open."""
    house = Partner.objects.filter(shelter__slug="kenanga").first()
    house = house or make_partner("Panti Kenanga", shelter=Shelter.objects.get(slug="kenanga"))
    asked = make_referral(stay, by=by, partner=house)
    ReferralShare.choose(asked, [Choice("attachment", attachment)])
    asked.send(by=by)
    answer = asked.accept(voice=Voice.of(by), by=by)
    of_asked = {f"referrals:received_{page}": {"pk": asked.pk} for page in ("detail", "answer", "file")}
    return of_asked | {
        "referrals:referral_share_file": {"pk": asked.shares.get().pk}, "referrals:referral_settle": {"pk": answer.pk},
    }  # fmt: skip


def announced(shelter, client, *, by):
    """Two requests by a sender's link, one answered, and a group's half-year."""
    office = make_office(shelter, by=by)
    asked = make_request(office, letter=checked(SimpleUploadedFile("surat.jpg", picture_bytes())).file)
    accepted = make_request(office)
    accepted.accept(by=by)
    of_asked, of_person = {"pk": asked.pk}, {"pk": accepted.people.get().pk}
    group, half = make_group(by), Half(2025, 2)
    report = make_community_report(group, half, {("08", "grant"): 3})
    sender, community = {"token": office.link.token}, {"token": group.link.token}
    return {
        **{f"referrals:request_{page}": of_asked for page in "detail accept sweep ask pass refuse".split()},
        **{f"referrals:request_{page}": of_person for page in ("admit", "known", "close")},
        "referrals:request_file": of_asked | {"part": "surat"},
        "referrals:request_join": of_person | {"client": client.pk},
        "referrals:sender_detail": {"pk": office.pk}, "referrals:sender_link": {"pk": office.pk},
        "referrals:community_detail": {"pk": group.pk}, "referrals:community_link": {"pk": group.pk},
        "referrals:community_report": {"pk": report.pk},
        "referrals:sender_page": sender, "referrals:sender_new": sender,
        "referrals:sender_request": sender | {"number": asked.number}, "referrals:community_page": community,
        "referrals:community_write": community | {"year": half.year, "half": half.number},
    }  # fmt: skip


def homeward(stay, keys, *, by):
    """A journey home that is ready, with its leg, an amount, and a word of its office."""
    journey = make_journey(stay, by)
    journey.ready(by=by)
    leg = JourneyLeg.objects.for_page().get(journey=journey)
    cost = JourneyCost(journey=journey, kind="ticket", amount=1, paid_on=stay.shelter.today(), paid_to="Uji")
    cost.spend(by=by)
    news = leg.hear("message", voice=Voice("Ibu Tri"), text="Uji")
    keys |= {"journey": journey, "journeyleg": leg, "journeycost": cost, "journeynews": news}
    behind = {"token": leg.link.token}
    return {
        "referrals:journey_new": {"pk": stay.pk}, "referrals:journeyleg_new": {"pk": journey.pk},
        "referrals:journeycost_new": {"pk": journey.pk}, "referrals:journeynews_new": {"pk": leg.pk},
        "referrals:journey_letter": {"pk": journey.pk, "paper": "pengantar"},
        "referrals:arrival_page": behind, "referrals:arrival_code": behind,
        "referrals:arrival_act": behind | {"act": "pesan"},
    }  # fmt: skip
