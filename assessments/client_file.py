"""What an instrument asks that the client's file knows (bind::balai:client): filled in at the start, told apart at the
end. It is written back only where somebody says so, by the same form as on the client's page: views/client_file.py.
"""

from typing import NamedTuple

from django.utils import timezone

from assessments.xlsform import show
from assessments.xlsform.values import from_instance

FOR_AGE = "estimated_age"


class Difference(NamedTuple):
    path: str
    field: str
    label: str
    in_file: str
    in_answer: str
    value: object
    """As the client's form takes it."""


def from_file(form, client):
    """{path: answer} for what the file knows and the question can hold."""
    found = {}
    for question in form.questions:
        if question.client and question.is_input and not _repeats(form, question):
            value = _answer(question, _said(client, question.client))
            if value is not None:
                found[question.path] = value
    return found


def differences(state, client):
    """Where the answers say something else than the file; an empty answer says nothing."""
    found = []
    for path, said in state.questions.items():
        question = said.question
        if not (question.client and said.relevant and said.value is not None) or "[" in path:
            continue
        if question.client == FOR_AGE and client.birth_date:
            continue  # whoever knows the day need not guess
        known = _answer(question, _said(client, question.client))
        value = _for_file(client, question.client, said.value)
        if said.value != known and value is not None:
            shown = (show(question, known), show(question, said.value))
            found.append(Difference(path, question.client, said.label, *shown, value))
    return found


def _repeats(form, question):
    """Asked of several people, say: the file knows one."""
    steps = question.path.split("/")
    return any(form.items["/".join(steps[:length])].is_repeat for length in range(1, len(steps)))


def _said(client, field):
    match field:
        case "aliases":
            return ", ".join(client.aliases)
        case "birth_date":
            return client.birth_date.isoformat() if client.birth_date else ""
        case "estimated_age":
            age = client.age_on(timezone.localdate())
            return "" if age is None else str(age)
        case _:
            return getattr(client, field)


def _answer(question, text):
    try:
        return from_instance(question, text) if text else None
    except ValueError:  # L and P are not among the choices, say
        return None


def _for_file(client, field, value):
    """What would be written; None when the file has it already, or has no place for it."""
    if field == "aliases":
        known = {alias.casefold() for alias in [*client.aliases, client.name]}
        more = [one.strip() for one in value.split(",") if one.strip() and one.strip().casefold() not in known]
        return ", ".join([*client.aliases, *more]) if more else None
    if field == "sex":
        return value if value in ("L", "P") else None
    return value
