"""Which answers are more confidential than the rest of an assessment, and what of them may leave the house.

An instrument marks a question by bind::balai:sensitive: `yes` always, `child` for children and victims, `no` never.
Without a mark, what is asked about the law, violence or sexuality is sensitive for children and victims.
"""

import re

from assessments.xlsform import plain
from assessments.xlsform.own import SENSITIVE
from cases.models.release import GROWN_UP

HIDDEN = "disembunyikan"
CHILD_WORDS = re.compile(
    r"hukum|pidana|perkara|polisi|kepolisian|penjara|kekerasan|aniaya|pelecehan|seksual|perkosa|cabul|eksploitasi"
    r"|trafficking|perdagangan orang",
    re.IGNORECASE,
)


def is_protected(stay):
    """A child, or somebody whose category asks for secrecy (in conflict with the law, a victim, HIV)."""
    category = stay.category
    marked = category and (category.is_confidential or (category.maps_to and category.maps_to.is_confidential))
    age = None if marked else stay.client.age_on(stay.shelter.today())
    return asks_for_secrecy(marked, category and category.spm_group, age)


def asks_for_secrecy(marked, group, age):
    """The rule itself, on plain values: the category's mark, its SPM group, and the age today or None."""
    if marked:
        return True
    if age is None:
        return group == "child"
    return age < GROWN_UP


def is_sensitive(form, question, *, protected):
    mark = SENSITIVE.get(question.sensitive.lower())
    if mark == "child" or mark is None:
        return protected and (mark == "child" or bool(CHILD_WORDS.search(_words(form, question))))
    return mark == "always"


def sensitive_paths(form, stay):
    """The paths of the questions whose answers are to be kept closer, for the person of this stay."""
    protected = is_protected(stay)
    return {question.path for question in form.questions if is_sensitive(form, question, protected=protected)}


def answers_to_export(assessment, *, reason=""):
    """{path: answer} for a spreadsheet: without a reason what is sensitive is hidden, of a protected person all."""
    if reason.strip():
        return dict(assessment.answers)
    if is_protected(assessment.stay):
        return dict.fromkeys(assessment.answers, HIDDEN)
    hidden = sensitive_paths(assessment.form, assessment.stay)
    return {path: HIDDEN if plain(path) in hidden else value for path, value in assessment.answers.items()}


def name_to_export(stay, *, reason=""):
    """Initials of a protected person, unless there is a reason to name them."""
    return stay.client.initials if is_protected(stay) and not reason.strip() else str(stay.client)


def _words(form, question):
    """The question with the headings above it."""
    above = question.path.split("/")[:-1]
    headings = [form.items.get("/".join(above[: length + 1])) for length in range(len(above))]
    return " ".join(f"{item.name} {item.label}" for item in [*headings, question] if item).replace("_", " ")
