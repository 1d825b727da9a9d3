from referrals.models.agreement import PartnerAgreement
from referrals.models.answer import ReferralAnswer
from referrals.models.community import CommunityGroup
from referrals.models.community_report import CommunityFigure, CommunityReport
from referrals.models.criteria import Condition, Criteria, Required
from referrals.models.intake_request import IntakeRequest
from referrals.models.journey import Journey
from referrals.models.journey_cost import JourneyCost
from referrals.models.journey_leg import JourneyLeg
from referrals.models.journey_news import JourneyNews
from referrals.models.journey_payer import JourneyPayer
from referrals.models.link import DoorLink, LinkOpening
from referrals.models.note import PartnerNote
from referrals.models.partner import Partner
from referrals.models.partner_contact import OpeningHours, PartnerContact
from referrals.models.partner_file import PartnerFile
from referrals.models.partner_mail import PartnerMail
from referrals.models.referral import Referral
from referrals.models.request_message import RequestMessage
from referrals.models.request_person import RequestPerson
from referrals.models.sender import SenderOffice
from referrals.models.share import ReferralShare
from referrals.models.voice import Channel, Voice

__all__ = [
    "Channel",
    "CommunityFigure",
    "CommunityGroup",
    "CommunityReport",
    "Condition",
    "Criteria",
    "DoorLink",
    "IntakeRequest",
    "Journey",
    "JourneyCost",
    "JourneyLeg",
    "JourneyNews",
    "JourneyPayer",
    "LinkOpening",
    "OpeningHours",
    "Partner",
    "PartnerAgreement",
    "PartnerContact",
    "PartnerFile",
    "PartnerMail",
    "PartnerNote",
    "Referral",
    "ReferralAnswer",
    "ReferralShare",
    "RequestMessage",
    "RequestPerson",
    "Required",
    "SenderOffice",
    "Voice",
]
