from reports.models.annual_text import AnnualText
from reports.models.budget import Budget
from reports.models.column_mapping import ColumnMapping
from reports.models.complaint import Complaint
from reports.models.complaint_client import ComplaintClient
from reports.models.complaint_limit import ComplaintLimit
from reports.models.complaint_number import ComplaintCounter
from reports.models.complaint_share import ComplaintShare
from reports.models.complaint_step import ComplaintStep
from reports.models.evaluation import EvaluationPlan
from reports.models.evaluation_finding import EvaluationFigure, EvaluationFinding
from reports.models.evaluation_indicator import EvaluationIndicator
from reports.models.export_job import ExportJob
from reports.models.index_class import IndexClass, IndexWeight
from reports.models.innovation import Innovation
from reports.models.innovation_activity import InnovationActivity
from reports.models.innovation_budget import InnovationBudget
from reports.models.innovation_evidence import InnovationEvidence
from reports.models.innovation_figure import InnovationFigure
from reports.models.innovation_history import InnovationHistory
from reports.models.innovation_indicator import InnovationIndicator
from reports.models.innovation_option import InnovationOption
from reports.models.innovation_partner import InnovationPartner
from reports.models.innovation_rule import InnovationRule
from reports.models.innovation_submission import InnovationSubmission, InnovationSubmissionStep
from reports.models.meal_rate import MealRate
from reports.models.month_person import MonthReportPerson
from reports.models.month_report import MonthReport
from reports.models.month_text import MonthText
from reports.models.month_touch import MonthComparison, MonthTouch
from reports.models.office import Office
from reports.models.public_page import PublicPage
from reports.models.public_parts import PublicComponent, PublicRequirement, PublicStep
from reports.models.quality import QualityRequirement
from reports.models.sheet import SheetUpload
from reports.models.sheet_trace import SheetTrace
from reports.models.sop import SopDocument
from reports.models.sop_version import SopReading, SopVersion
from reports.models.standard_component import StandardComponent
from reports.models.step_limit import StepLimit
from reports.models.survey import SurveyPeriod
from reports.models.survey_action import SurveyAction
from reports.models.survey_answer import SurveyResponse, SurveyScore
from reports.models.survey_card import SurveyCard
from reports.models.survey_class import SurveyClass
from reports.models.survey_import import SurveyImport, SurveyImported
from reports.models.survey_old import OldSurveyFigure
from reports.models.survey_publication import SurveyPublication
from reports.models.survey_question import SurveyElement, SurveyQuestion
from reports.models.survey_text import SurveyText
from reports.models.target import Target

__all__ = [
    "AnnualText",
    "Budget",
    "ColumnMapping",
    "Complaint",
    "ComplaintClient",
    "ComplaintCounter",
    "ComplaintLimit",
    "ComplaintShare",
    "ComplaintStep",
    "EvaluationFigure",
    "EvaluationFinding",
    "EvaluationIndicator",
    "EvaluationPlan",
    "ExportJob",
    "IndexClass",
    "IndexWeight",
    "Innovation",
    "InnovationActivity",
    "InnovationBudget",
    "InnovationEvidence",
    "InnovationFigure",
    "InnovationHistory",
    "InnovationIndicator",
    "InnovationOption",
    "InnovationPartner",
    "InnovationRule",
    "InnovationSubmission",
    "InnovationSubmissionStep",
    "MealRate",
    "MonthComparison",
    "MonthReport",
    "MonthReportPerson",
    "MonthText",
    "MonthTouch",
    "Office",
    "OldSurveyFigure",
    "PublicComponent",
    "PublicPage",
    "PublicRequirement",
    "PublicStep",
    "QualityRequirement",
    "SheetTrace",
    "SheetUpload",
    "SopDocument",
    "SopReading",
    "SopVersion",
    "StandardComponent",
    "StepLimit",
    "SurveyAction",
    "SurveyCard",
    "SurveyClass",
    "SurveyElement",
    "SurveyImport",
    "SurveyImported",
    "SurveyPeriod",
    "SurveyPublication",
    "SurveyQuestion",
    "SurveyResponse",
    "SurveyScore",
    "SurveyText",
    "Target",
]
