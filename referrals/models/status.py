"""The ways of a referral: where it may stand, and what may follow."""

from django.db.models import TextChoices


class Status(TextChoices):
    DRAFT = "draft", "Konsep"
    WAITING = "waiting", "Menunggu persetujuan kepala"
    SENT = "sent", "Menunggu jawaban"
    SEEN = "seen", "Dibuka mitra"
    QUESTION = "question", "Mitra bertanya"
    ACCEPTED = "accepted", "Diterima mitra"
    POSTPONED = "postponed", "Ditunda mitra"
    DECLINED = "declined", "Ditolak mitra"
    HANDED_OVER = "handed_over", "Diserahterimakan"
    ARRIVED = "arrived", "Sudah tiba"
    COMPLETED = "completed", "Hasil diterima"
    CLOSED = "closed", "Ditutup"
    WITHDRAWN = "withdrawn", "Dibatalkan"
    EXPIRED = "expired", "Lewat waktu"


DECISIONS = {Status.QUESTION, Status.ACCEPTED, Status.POSTPONED, Status.DECLINED}
NEXT = {
    Status.DRAFT: {Status.WAITING, Status.SENT, Status.WITHDRAWN},
    Status.WAITING: {Status.SENT, Status.DRAFT, Status.WITHDRAWN},
    Status.SENT: {Status.SEEN, *DECISIONS, Status.WITHDRAWN, Status.EXPIRED},
    Status.SEEN: {*DECISIONS, Status.WITHDRAWN, Status.EXPIRED},
    # The question is answered: the partner is waited for again.
    Status.QUESTION: {Status.SENT, *DECISIONS, Status.WITHDRAWN},
    Status.POSTPONED: {*DECISIONS, Status.WITHDRAWN, Status.EXPIRED},
    # Without a handover where only a part of the help is asked for, and the stay goes on.
    Status.ACCEPTED: {Status.HANDED_OVER, Status.ARRIVED, Status.COMPLETED, Status.WITHDRAWN},
    Status.HANDED_OVER: {Status.ARRIVED, Status.COMPLETED},
    Status.ARRIVED: {Status.COMPLETED},
    Status.COMPLETED: {Status.CLOSED},
}

# Nothing has left the house yet.
INSIDE = (Status.DRAFT, Status.WAITING)
# The partner has been asked and has not decided.
UNANSWERED = (Status.SENT, Status.SEEN)
UNDECIDED = (*UNANSWERED, Status.QUESTION, Status.POSTPONED)
# While one of these stands, the partner still has something to do or to tell.
WITH_PARTNER = (*UNDECIDED, Status.ACCEPTED, Status.HANDED_OVER, Status.ARRIVED)
TAKEN = (Status.ACCEPTED, Status.HANDED_OVER, Status.ARRIVED, Status.COMPLETED, Status.CLOSED)
ENDED = (Status.DECLINED, Status.COMPLETED, Status.CLOSED, Status.WITHDRAWN, Status.EXPIRED)
# What waits while the client is gone: nobody is sent anywhere, but an answer may come.
PAUSED = {
    Status.WAITING, Status.SENT, Status.HANDED_OVER, Status.ARRIVED, Status.COMPLETED, Status.EXPIRED,
}  # fmt: skip
