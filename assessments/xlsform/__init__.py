from assessments.xlsform.evaluation import Need, Progress, QuestionState, SectionState, State
from assessments.xlsform.form import Form
from assessments.xlsform.problems import FormRefused, Problem
from assessments.xlsform.question import Choice, Page, Question, Section
from assessments.xlsform.reading import read
from assessments.xlsform.values import clean, show

__all__ = [
    "Choice", "Form", "FormRefused", "Need", "Page", "Problem", "Progress", "Question", "QuestionState",
    "Section", "SectionState", "State", "clean", "read", "show",
]  # fmt: skip
