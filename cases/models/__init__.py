from cases.models.absence import Absence
from cases.models.activity import ActivitySession, Dimension, Product, Programme
from cases.models.aftercare import Aftercare, AftercareRule
from cases.models.arrival_letter import ArrivalLetter
from cases.models.attachment import Attachment
from cases.models.attendance import Attendance, EffectRating
from cases.models.audit import AuditEvent
from cases.models.belonging import Belonging
from cases.models.biometric import BiometricCheck
from cases.models.catalogue import BasicService, ServiceRule, ServiceType
from cases.models.client import Client
from cases.models.client_letter import ClientLetter
from cases.models.contact import FamilyContact
from cases.models.cover_letter import CoverLetter
from cases.models.day import DayRecord, ServiceRecord
from cases.models.death import Death
from cases.models.death_step import DeathStep
from cases.models.exit import ExitRecord
from cases.models.extension import Extension
from cases.models.formkey import FormKey
from cases.models.handover import HandoverPermission
from cases.models.holiday import Holiday
from cases.models.household import Household, HouseholdMember
from cases.models.incident import Incident
from cases.models.incoming_letter import IncomingLetter
from cases.models.lead import TracingLead
from cases.models.letter import Counter, Letter
from cases.models.letter_rule import LetterRule
from cases.models.letter_text import LetterText
from cases.models.lists import Category, EntrySource, ExitReason
from cases.models.merge import Merge
from cases.models.need import Need
from cases.models.notsame import NotSame
from cases.models.outage import BedOutage
from cases.models.paper import IdentityPaper
from cases.models.pickup import Pickup
from cases.models.pickup_check import PickupCheck
from cases.models.pickup_item import PickupItem
from cases.models.placement import Placement
from cases.models.region import Region
from cases.models.relative import Relative
from cases.models.room import Bed, Building, Room
from cases.models.shelter import Shelter
from cases.models.standin import Standin
from cases.models.stay import Stay
from cases.models.sweep import Sweep
from cases.models.sweepperson import SweepPerson
from cases.models.task import Task
from cases.models.task_rule import TaskRule
from cases.models.throttle import Throttle
from cases.models.tracing import FamilyTracing
from cases.models.user import Membership, User
from cases.models.visit import Visit
from cases.models.warning import FileWarning

__all__ = [
    "Throttle",
    "Absence",
    "ActivitySession",
    "Aftercare",
    "AftercareRule",
    "ArrivalLetter",
    "Attachment",
    "Attendance",
    "AuditEvent",
    "BasicService",
    "Bed",
    "BedOutage",
    "Belonging",
    "BiometricCheck",
    "Building",
    "Category",
    "Client",
    "ClientLetter",
    "Counter",
    "CoverLetter",
    "DayRecord",
    "Death",
    "DeathStep",
    "Dimension",
    "EffectRating",
    "EntrySource",
    "ExitReason",
    "ExitRecord",
    "Extension",
    "FamilyContact",
    "FamilyTracing",
    "FileWarning",
    "FormKey",
    "HandoverPermission",
    "Holiday",
    "Household",
    "HouseholdMember",
    "IdentityPaper",
    "Incident",
    "IncomingLetter",
    "Letter",
    "LetterRule",
    "LetterText",
    "Membership",
    "Merge",
    "Need",
    "NotSame",
    "Pickup",
    "PickupCheck",
    "PickupItem",
    "Placement",
    "Product",
    "Programme",
    "Region",
    "Relative",
    "Room",
    "ServiceRecord",
    "ServiceRule",
    "ServiceType",
    "Shelter",
    "Standin",
    "Stay",
    "Sweep",
    "SweepPerson",
    "Task",
    "TaskRule",
    "TracingLead",
    "User",
    "Visit",
]
