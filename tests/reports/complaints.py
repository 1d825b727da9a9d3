"""Complaints for tests, through their verbs."""

import uuid

from reports.complaints.sender import SENDER
from reports.models import Complaint


def make_complaint(about=None, by=SENDER, **values):
    """To the shelter of which it speaks; without one, or with addressed_to=, to the department."""
    values = {
        "channel": "desk" if by.pk else "form", "addressed_to": "shelter" if about else "department",
        "kind": "complaint", "subject": "Antre terlalu lama", "text": "Kami menunggu tiga jam.",
    } | values  # fmt: skip
    complaint, _ = Complaint(key=uuid.uuid4(), about=about, **values).receive(by=by)
    return complaint


def make_answered(about, by, **values):
    complaint = make_complaint(about, **values)
    complaint.verify(by=by)
    complaint.answer("Loket kedua sudah dibuka.", by=by)
    return complaint


def public_form(**values):
    return {
        "key": str(uuid.uuid4()), "kind": "complaint", "subject": "Antre terlalu lama",
        "text": "Kami menunggu tiga jam.",
    } | values  # fmt: skip
