from assessments.models.aftercare import AftercareFilling
from assessments.models.agreement import Agreement
from assessments.models.answer_batch import AnswerBatch, AnswerMapping
from assessments.models.assessment import Assessment
from assessments.models.choice import AnswerChoice
from assessments.models.comment import ReviewComment
from assessments.models.conference import Conference
from assessments.models.conference_parts import Addendum, ConferenceOption, FollowUp, Participant
from assessments.models.consent import Consent
from assessments.models.file import AssessmentFile
from assessments.models.goal import Goal
from assessments.models.instrument import Instrument
from assessments.models.measure import Measure
from assessments.models.merge import Conflict
from assessments.models.old_answers import OldAnswers
from assessments.models.plan import InterventionPlan
from assessments.models.plan_action import ActionNote, PlanAction
from assessments.models.reassessment import ReassessmentRule
from assessments.models.social_report import SocialReport
from assessments.models.version import InstrumentVersion

__all__ = [
    "ActionNote",
    "Addendum",
    "AftercareFilling",
    "Agreement",
    "AnswerBatch",
    "AnswerChoice",
    "AnswerMapping",
    "Assessment",
    "AssessmentFile",
    "Conference",
    "ConferenceOption",
    "Conflict",
    "Consent",
    "FollowUp",
    "Goal",
    "Instrument",
    "InstrumentVersion",
    "InterventionPlan",
    "Measure",
    "OldAnswers",
    "Participant",
    "PlanAction",
    "ReassessmentRule",
    "ReviewComment",
    "SocialReport",
]
