"""The Minimum Service Standard of a shelter in a month: who was in scope and who was served."""

from reports.spm.figures import ServiceFigures, SpmMonth, TypeFigures, percentage
from reports.spm.months import spm_months

__all__ = ["ServiceFigures", "SpmMonth", "TypeFigures", "percentage", "spm_month"]


def spm_month(shelter, month):
    """The report of one shelter's month (reports.spm.months)."""
    return spm_months([shelter], [month])[shelter.pk, month]
