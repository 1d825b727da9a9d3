from reports.models.annual_text import AnnualText
from reports.models.budget import Budget
from reports.models.column_mapping import ColumnMapping
from reports.models.export_job import ExportJob
from reports.models.index_class import IndexClass, IndexWeight
from reports.models.meal_rate import MealRate
from reports.models.month_person import MonthReportPerson
from reports.models.month_report import MonthReport
from reports.models.month_text import MonthText
from reports.models.month_touch import MonthComparison, MonthTouch
from reports.models.office import Office
from reports.models.quality import QualityRequirement
from reports.models.sheet import SheetUpload
from reports.models.sheet_trace import SheetTrace
from reports.models.step_limit import StepLimit
from reports.models.target import Target

__all__ = [
    "AnnualText",
    "Budget",
    "ColumnMapping",
    "ExportJob",
    "IndexClass",
    "IndexWeight",
    "MealRate",
    "MonthComparison",
    "MonthReport",
    "MonthReportPerson",
    "MonthText",
    "MonthTouch",
    "Office",
    "QualityRequirement",
    "SheetTrace",
    "SheetUpload",
    "StepLimit",
    "Target",
]
