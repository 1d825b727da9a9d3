from cases.models.audit import AuditEvent
from cases.models.catalogue import BasicService, ServiceRule, ServiceType
from cases.models.client import Client
from cases.models.day import DayRecord, ServiceRecord
from cases.models.formkey import FormKey
from cases.models.letter import Counter, Letter
from cases.models.lists import Category, EntrySource, ExitReason
from cases.models.need import Need
from cases.models.region import Region
from cases.models.shelter import Shelter
from cases.models.stay import Stay
from cases.models.user import Membership, User

__all__ = [
    "AuditEvent",
    "BasicService",
    "Category",
    "Client",
    "Counter",
    "DayRecord",
    "EntrySource",
    "ExitReason",
    "FormKey",
    "Letter",
    "Membership",
    "Need",
    "Region",
    "ServiceRecord",
    "ServiceRule",
    "ServiceType",
    "Shelter",
    "Stay",
    "User",
]
