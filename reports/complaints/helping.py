"""Somebody in need of whom a report tells is announced to a shelter: from here on the request is worked on there."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction

from cases.audit import record
from referrals.models import IntakeRequest
from reports.models import Complaint
from reports.models.complaint_words import WORKING, Secrecy

UNKNOWN_PHONE = "tidak disebut"


@transaction.atomic
def announce(complaint, *, shelter, mark, text, by):
    """The request in the shelter's triage list, in the words that the shelter may read. Of a secret report the sender
    is not told."""
    complaint.lock()
    if complaint.kind != Complaint.Kind.PERSON or complaint.status not in WORKING:
        raise ValidationError("Hanya laporan tentang orang yang sudah diverifikasi menjadi permintaan penerimaan.")
    if complaint.request_id:
        raise ValidationError(f"Sudah menjadi permintaan {complaint.request.number}. Muat ulang halaman ini.")
    told = complaint.confidentiality == Secrecy.OPEN and not complaint.about_head
    asked = IntakeRequest(
        key=uuid.uuid4(), shelter=shelter, agency=f"Lewat {complaint.number}",
        bringer=(told and complaint.reporter_name) or "Pelapor (lewat pengaduan)",
        phone=(told and complaint.reporter_phone) or UNKNOWN_PHONE, found_on=complaint.happened_on,
        remarks=text,
    )  # fmt: skip
    asked.send([{"mark": mark}])
    complaint.request = asked
    complaint.full_clean()
    complaint.save()
    record(by=by, action="complaint.announced", target=complaint, number=complaint.number, to=str(shelter))
    return asked
