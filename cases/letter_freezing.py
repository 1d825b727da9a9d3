"""What a number fixes on a letter: the head of the paper and who signs, so that a print of years later is the same.

The words of the department are kept by `Letter.text`, those of a single letter by the letter's own noun.
"""

from copy import copy

from cases.models.shelter import Shelter
from cases.models.user import User

HOUSE = (
    "name", "letterhead_government", "letterhead_department", "address", "city", "phone", "email", "max_stay",
    "max_stay_unit",
)  # fmt: skip
PERSON = ("name", "nip", "rank", "position")
SIGNING = ("signer", "head")


def freeze(shelter, signer, people):
    """Plain values. `people`: whoever else is named at the foot; a signer that nobody knows stays a dotted line."""
    return {
        "house": {name: getattr(shelter, name) for name in HOUSE},
        "signer": signer and signer.pk,
        "people": people_now(*filter(None, (signer, *people))),
    }


def people_now(*people):
    return {str(one.pk): {name: getattr(one, name) for name in PERSON} for one in people}


def as_of(frozen, shelter):
    """The shelter as it was; a copy that nobody saves."""
    return _with(shelter, frozen["house"]) if frozen else shelter


def thaw(frozen, context):
    """What a template draws from, with the house and the people of the day of issue in their places."""
    if not frozen:  # numbered before anything was kept
        return context
    people = {int(pk): facts for pk, facts in frozen["people"].items()}

    def then(name, value):
        if name in SIGNING and (value is None or isinstance(value, User)):
            pk = frozen["signer"]
            return _with(value or User(), people[pk]) if pk else None
        if isinstance(value, User) and value.pk in people:
            return _with(value, people[value.pk])
        return as_of(frozen, value) if isinstance(value, Shelter) else value

    return {name: then(name, value) for name, value in context.items()}


def _with(row, facts):
    row = copy(row)
    for name, value in facts.items():
        setattr(row, name, value)
    return row
