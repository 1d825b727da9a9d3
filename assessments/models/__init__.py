from assessments.models.assessment import Assessment
from assessments.models.instrument import Instrument, InstrumentVersion
from assessments.models.merge import Conflict

__all__ = ["Assessment", "Conflict", "Instrument", "InstrumentVersion"]
