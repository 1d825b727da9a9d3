"""What assessments print. Each function takes a row and gives a Document."""

from assessments.documents.consents import consent_document
from assessments.documents.empty import empty_form
from assessments.documents.filled import filled_form
from assessments.documents.reports import frozen_now, report_document

__all__ = ["consent_document", "empty_form", "filled_form", "frozen_now", "report_document"]
