"""What is always true of a journey, whatever wrote it."""

from django.db import models
from django.db.models import F, Q

OPEN = ["draft", "waiting", "approved", "underway", "arrived"]
LEFT = ["underway", "arrived", "received", "failed", "closed"]
ENDED = ["received", "failed", "closed", "cancelled"]


def pair(step):
    """Who did it and when: both or neither."""
    empty, filled = Q(**{f"{step}_at": None, f"{step}_by": None}), Q(**{f"{step}_at__isnull": False})
    return models.CheckConstraint(
        name=f"journey_{step}_at_and_by", condition=empty | (filled & Q(**{f"{step}_by__isnull": False}))
    )


RULES = [
    models.UniqueConstraint(
        fields=["stay"], name="journey_open_once_per_stay", condition=Q(status__in=OPEN),
        violation_error_message="Pemulangan klien ini sudah direncanakan. Buka yang sudah ada.",
    ),
    models.CheckConstraint(
        name="journey_leads_to_somebody",
        condition=Q(receiver__isnull=False) | Q(office__isnull=False),
        violation_error_message="Pilih siapa yang menerima di tujuan: keluarga, dinas, atau keduanya.",
    ),
    models.CheckConstraint(
        name="journey_consent_explained",
        condition=Q(consent="agreed") | (Q(consent__in=["guardian", "unable", "without"]) & ~Q(consent_note="")),
        violation_error_message="Jelaskan siapa yang menyetujui, atau mengapa klien belum mampu menyatakan.",
    ),
    models.CheckConstraint(
        name="journey_fitness_explained",
        condition=Q(fitness__in=["", "fit"]) | ~Q(fitness_note=""),
        violation_error_message="Jelaskan syarat perjalanan, atau mengapa klien belum layak jalan.",
    ),
    models.CheckConstraint(
        name="journey_issued_with_letters",
        condition=Q(issued_at=None, issued_by=None, letter=None, travel_letter=None, statement=None)
        | Q(
            issued_at__isnull=False, issued_by__isnull=False, letter__isnull=False, travel_letter__isnull=False,
            statement__isnull=False,
        ),
        violation_error_message="Pemulangan yang siap berangkat memerlukan surat-suratnya.",
    ),
    models.CheckConstraint(
        name="journey_issued_fits_status",
        condition=Q(status__in=["draft", "waiting"], issued_at=None)
        | Q(status__in=["approved", *LEFT], issued_at__isnull=False)
        | Q(status="cancelled"),
    ),
    models.CheckConstraint(
        name="journey_waiting_was_submitted", condition=~Q(status="waiting") | Q(submitted_at__isnull=False)
    ),
    models.CheckConstraint(
        name="journey_approved_by_another",
        condition=Q(approved_by=None) | Q(submitted_by=None) | ~Q(approved_by=F("submitted_by")),
        violation_error_message="Pemulangan disetujui oleh orang lain, bukan oleh yang mengajukannya.",
    ),
    models.CheckConstraint(
        name="journey_departed_fits_status",
        condition=Q(status__in=LEFT, departed_at__isnull=False, departed_by__isnull=False, departed_on__isnull=False)
        | (~Q(status__in=LEFT) & Q(departed_at=None, departed_by=None, departed_on=None)),
        violation_error_message="Keberangkatan memerlukan tanggal.",
    ),
    models.CheckConstraint(
        name="journey_arrives_after_departing",
        condition=(Q(arrived_on=None) | Q(arrived_on__gte=F("departed_on")))
        & (Q(received_on=None) | Q(received_on__gte=F("departed_on")))
        & (Q(failed_on=None) | Q(failed_on__gte=F("departed_on"))),
        violation_error_message="Tanggal ini tidak boleh sebelum tanggal berangkat.",
    ),
    models.CheckConstraint(
        name="journey_received_with_day",
        condition=(~Q(status="received") & ~Q(status="closed") & Q(received_on=None, received_at=None))
        | Q(status="received", received_on__isnull=False, received_at__isnull=False)
        | Q(status="closed"),
    ),
    models.CheckConstraint(
        name="journey_failed_with_reason",
        condition=Q(failure="", failed_on=None, failed_at=None, failed_by=None, failure_note="")
        | (
            Q(status__in=["failed", "received", "closed"], failed_on__isnull=False, failed_at__isnull=False)
            & Q(failed_by__isnull=False) & ~Q(failure="") & ~Q(failure_note="")
        ),
        violation_error_message="Pilih apa yang terjadi, dan jelaskan.",
    ),
    models.CheckConstraint(
        name="journey_failed_fits_status", condition=~Q(status="failed") | Q(failed_at__isnull=False)
    ),
    models.CheckConstraint(
        name="journey_closed_at_and_by",
        condition=(~Q(status="closed") & Q(closed_at=None, closed_by=None))
        | Q(status="closed", closed_at__isnull=False, closed_by__isnull=False),
    ),
    models.CheckConstraint(
        name="journey_cancelled_at_and_by",
        condition=(~Q(status="cancelled") & Q(cancelled_at=None, cancelled_by=None, cancel_reason=""))
        | (Q(status="cancelled", cancelled_at__isnull=False, cancelled_by__isnull=False) & ~Q(cancel_reason="")),
        violation_error_message="Pemulangan yang dibatalkan memerlukan alasan.",
    ),
    models.CheckConstraint(
        name="journey_ended_fits_status",
        condition=Q(status__in=ENDED, ended_at__isnull=False) | (~Q(status__in=ENDED) & Q(ended_at=None)),
    ),
    models.CheckConstraint(
        name="journey_advance_to_somebody",
        condition=Q(advance=0, advance_to="", advance_on=None)
        | (Q(advance__gt=0, advance_on__isnull=False) & ~Q(advance_to="")),
        violation_error_message="Tulis kepada siapa dan kapan uang muka diberikan.",
    ),
    models.CheckConstraint(
        name="journey_remainder_from_advance",
        condition=Q(remainder=0, remainder_on=None) | Q(advance__gte=F("remainder"), remainder_on__isnull=False),
        violation_error_message="Sisa yang dikembalikan tidak lebih dari uang muka, dan bertanggal.",
    ),
    *(pair(step) for step in ("resumed", "submitted", "approved")),
    models.CheckConstraint(
        name="journey_returned_at_and_by",
        condition=Q(returned_at=None, returned_by=None, return_note="")
        | (Q(returned_at__isnull=False, returned_by__isnull=False) & ~Q(return_note="")),
        violation_error_message="Tulis apa yang perlu diperbaiki.",
    ),
]  # fmt: skip
