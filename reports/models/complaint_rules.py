"""What must never be false of a complaint."""

from django.db import models
from django.db.models import F, Q

from reports.models.complaint_words import DONE, Channel, Reason, Status
from reports.models.month_rules import both_or_neither


def exactly_when(when, then):
    """Both or neither of two conditions."""
    return (when & then) | (~when & ~then)


def check(name, condition, words=None):
    return models.CheckConstraint(name=f"complaint_{name}", condition=condition, violation_error_message=words)


RULES = [
    check("addressed_to_a_shelter", ~Q(addressed_to="shelter") | Q(about__isnull=False), "Pilih panti yang dituju."),
    # Whatever the shelter's head must not read is the department's: one field decides who sees it.
    check(
        "secret_is_the_departments",
        Q(addressed_to="department") | Q(confidentiality="open", about_head=False),
        "Yang rahasia dan yang tentang kepala panti ditangani dinas.",
    ),
    check("typed_by_somebody_or_the_form", exactly_when(Q(channel=Channel.FORM), Q(received_by=None))),
    check("counted_since_it_came", Q(counted_from__gte=F("received_on"))),
    check(
        "happened_before_it_came", Q(happened_on=None) | Q(happened_on__lte=F("received_on")),
        "Tanggal kejadian belum tiba.",
    ),
    both_or_neither("complaint_verified_at_and_by", "verified_at", "verified_by"),
    check("verified_unless_just_received", exactly_when(Q(status=Status.RECEIVED), Q(verified_at=None))),
    check(
        "refused_with_reason", exactly_when(Q(status=Status.REFUSED), ~Q(reason="")),
        "Pilih alasan tidak dapat diproses.",
    ),
    check("other_reason_told", ~Q(reason=Reason.OTHER) | ~Q(verdict=""), "Tulis alasan lainnya."),
    check(
        "duplicate_of_one", exactly_when(Q(status=Status.DUPLICATE), Q(duplicate_of__isnull=False)),
        "Pilih laporan yang sama.",
    ),
    check(
        "duplicate_of_another", Q(duplicate_of=None) | ~Q(duplicate_of=F("id")),
        "Laporan tidak dapat menjadi ganda dari dirinya sendiri.",
    ),
    check(
        "forwarded_somewhere", exactly_when(Q(status=Status.FORWARDED), ~Q(forwarded_to="")),
        "Tulis instansi yang dituju.",
    ),
    both_or_neither("complaint_assigned_at_to_by", "assigned_at", "assigned_to", "assigned_by"),
    both_or_neither("complaint_followed_at_and_by", "followed_at", "followed_by"),
    check("followed_before_it_is_done", ~Q(status__in=[Status.IN_PROGRESS, *DONE]) | Q(followed_at__isnull=False)),
    both_or_neither("complaint_answered_at_and_by", "answered_at", "answered_by"),
    check("answered_when_done", exactly_when(Q(status__in=DONE), Q(answered_at__isnull=False))),
    both_or_neither("complaint_closed_at_and_by", "closed_at", "closed_by"),
    check("closed_when_closed", exactly_when(Q(status=Status.CLOSED), Q(closed_at__isnull=False))),
    check(
        "judged_when_done",
        Q(satisfaction=None) | Q(status__in=DONE, satisfaction__gte=1, satisfaction__lte=4),
        "Kepuasan dicatat sesudah dijawab.",
    ),
    check("reopened_at_and_how_often", exactly_when(Q(reopened_at=None), Q(reopened_count=0))),
    check("asked_for_help_of_a_person", Q(request=None) | Q(kind="person")),
]  # fmt: skip
