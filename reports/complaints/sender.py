"""What the sender of a complaint does, known by number and code alone."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cases.audit import record
from reports.complaints.deadlines import Clock
from reports.models import Complaint, ComplaintStep
from reports.models.complaint import hashed_code
from reports.models.complaint_words import DONE, Status

MOST_MESSAGES = 20  # of one sender on one complaint: a conversation, and no flood


@dataclass(frozen=True)
class Sender:
    """Whoever sent it, as the trail names them: never by name."""

    pk = None

    def __str__(self):
        return "Pengirim pengaduan"


SENDER = Sender()


def followed(number, code):
    """The complaint of this number, whose code it is; None for whatever else was tried, in the same steps."""
    rows = Complaint.objects.select_related("about")  # the code stands in for visible_to( here
    found = rows.filter(number=number.upper().strip()).first()
    if found is None:
        hashed_code(code)  # as long as for a number that is known
        return None
    return found if found.is_code(code) else None


@transaction.atomic
def write(complaint, text):
    """A word more from the sender."""
    complaint.lock()
    if not complaint.is_open:
        raise ValidationError("Laporan ini sudah selesai. Untuk menanggapi jawabannya, buka kembali laporan.")
    put(complaint, ComplaintStep.Kind.SENDER, text)
    record(by=SENDER, action="complaint.written", target=complaint, number=complaint.number)


@transaction.atomic
def reopen(complaint, text):
    """Not settled for its sender: it is worked on again, and the days are counted anew."""
    complaint.lock()
    until = Clock().reopen_until(complaint)
    if until is None or timezone.localdate() > until:
        raise ValidationError("Laporan ini tidak dapat dibuka kembali. Kirim laporan baru.")
    before, reason = complaint.status, complaint.get_reason_display()
    complaint.status = Status.RECEIVED if before == Status.REFUSED else Status.IN_PROGRESS
    if before == Status.REFUSED:
        complaint.verified_at = complaint.verified_by = None
        complaint.reason = complaint.verdict = ""
    for act in ("answered", "closed"):
        setattr(complaint, f"{act}_at", None)
        setattr(complaint, f"{act}_by", None)
    complaint.satisfaction, complaint.counted_from = None, complaint.today()
    complaint.reopened_at, complaint.reopened_count = timezone.now(), complaint.reopened_count + 1
    complaint.full_clean()
    complaint.save()
    put(complaint, ComplaintStep.Kind.REOPENED, text)
    told = {"number": complaint.number, "before": before, "reason": reason}
    record(by=SENDER, action="complaint.reopened", target=complaint, **told)


@transaction.atomic
def rate(complaint, satisfaction):
    """How satisfied the sender is with the answer."""
    complaint.lock()
    if complaint.status not in DONE:
        raise ValidationError("Kepuasan diisi sesudah laporan dijawab.")
    complaint.satisfaction = satisfaction
    complaint.full_clean()
    complaint.save()
    record(by=SENDER, action="complaint.rated", target=complaint, number=complaint.number)


def put(complaint, kind, text):
    if complaint.steps.filter(kind__in=ComplaintStep.OF_SENDER).count() >= MOST_MESSAGES:
        raise ValidationError("Pesan Anda sudah banyak. Tunggu jawaban petugas.")
    ComplaintStep.put(complaint, kind, text, by=SENDER)
