from assessments.xlsform.form import Form
from assessments.xlsform.paths import instance_of, plain
from assessments.xlsform.problems import FormRefused, Problem
from assessments.xlsform.question import Choice, Page, Question, Repeat, Section
from assessments.xlsform.reading import read
from assessments.xlsform.state import Need, Progress, QuestionState, SectionState, State
from assessments.xlsform.values import clean, show

__all__ = [
    "Choice", "Form", "FormRefused", "Need", "Page", "Problem", "Progress", "Question", "QuestionState",
    "Repeat", "Section", "SectionState", "State", "clean", "instance_of", "plain", "read", "show",
]  # fmt: skip
