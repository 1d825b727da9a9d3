"""The trail in words: what each action, detail and field is called.

It is told here for every floor, for the trail is read on the lowest; plain text, and nothing of a floor is imported.
"""

from cases.audit_words import assessments, days, papers, people, referrals, reports, stays
from cases.audit_words.fields import DETAILS, FIELDS

__all__ = ["ACTIONS", "DETAILS", "FIELDS"]


def joined(*tables):
    """One table of several. Raises ValueError where two of them say the same."""
    found = {}
    for table in tables:
        if twice := found.keys() & table.keys():
            raise ValueError(f"Said twice: {', '.join(sorted(twice))}")
        found |= table
    return found


# How each action of the trail reads to a person. A test sees to it that none is missing.
ACTIONS = joined(*(words.ACTIONS for words in (people, stays, days, papers, assessments, referrals, reports)))
