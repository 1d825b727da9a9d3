"""What must never be false of a month's report."""

from django.db import models
from django.db.models import Q

OPEN = ["draft", "submitted"]
FROZEN = ["signed", "superseded"]


def both_or_neither(name, *fields):
    none = Q(**dict.fromkeys(fields, None))
    all_there = Q(**{f"{field}__isnull": False for field in fields})
    return models.CheckConstraint(name=name, condition=none | all_there)


RULES = [
    models.UniqueConstraint(
        fields=["shelter", "year", "number", "revision"], name="month_report_revision_once",
        violation_error_message="Laporan bulan ini baru saja dibuka orang lain. Muat ulang halaman ini.",
    ),
    models.UniqueConstraint(
        fields=["shelter", "year", "number"], condition=Q(status__in=OPEN), name="month_report_one_open",
        violation_error_message="Laporan bulan ini sudah disusun. Muat ulang halaman ini.",
    ),
    models.UniqueConstraint(
        fields=["shelter", "year", "number"], condition=Q(status="signed"), name="month_report_one_in_force",
        violation_error_message="Laporan bulan ini sudah ditandatangani. Muat ulang halaman ini.",
    ),
    models.CheckConstraint(
        name="month_report_of_a_month", condition=Q(number__range=(1, 12), year__range=(1900, 9999)),
        violation_error_message="Bulan ini tidak ada.",
    ),
    models.CheckConstraint(
        name="month_report_ralat_has_reason",
        condition=Q(revision=0) | Q(status="draft") | ~Q(reason=""),
        violation_error_message="Ralat memerlukan alasan.",
    ),
    models.CheckConstraint(
        name="month_report_signed_whole",
        condition=(Q(status__in=OPEN, signed_at=None, signed_by=None, letter=None, digest="", pdf="")
                   | (Q(status__in=FROZEN, signed_at__isnull=False, signed_by__isnull=False, letter__isnull=False)
                      & ~Q(digest=""))),
        violation_error_message="Laporan yang ditandatangani memerlukan nomor, waktu, dan sidik.",
    ),
    models.CheckConstraint(
        name="month_report_submitted_by",
        condition=Q(status="draft") | Q(submitted_at__isnull=False, submitted_by__isnull=False),
    ),
    both_or_neither("month_report_returned_at_and_by", "returned_at", "returned_by"),
    both_or_neither("month_report_gaps_at_and_by", "gaps_at", "gaps_by"),
]  # fmt: skip
