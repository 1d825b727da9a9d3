"""What is always true of a referral, whatever wrote it: which columns each status has filled."""

from django.db import models
from django.db.models import F, Q

RUNNING = [
    "draft", "waiting", "sent", "seen", "question", "postponed", "accepted", "handed_over", "arrived",
]  # fmt: skip
NOT_SENT = ["draft", "waiting"]
TAKEN = ["accepted", "handed_over", "arrived", "completed", "closed"]
ENDED = ["declined", "completed", "closed", "withdrawn", "expired"]
WITH_RESULT = ["completed", "closed"]


def pair(step):
    """Who did it and when: both or neither."""
    empty, filled = Q(**{f"{step}_at": None, f"{step}_by": None}), Q(**{f"{step}_at__isnull": False})
    return models.CheckConstraint(
        name=f"referral_{step}_at_and_by", condition=empty | (filled & Q(**{f"{step}_by__isnull": False}))
    )


RULES = [
    models.UniqueConstraint(
        fields=["stay", "partner"],
        name="referral_running_once_per_partner",
        condition=Q(status__in=RUNNING),
        violation_error_message="Rujukan klien ini ke mitra itu masih berjalan.",
    ),
    models.CheckConstraint(
        name="referral_consent_explained",
        condition=Q(consent="agreed") | (Q(consent__in=["guardian", "unable", "without"]) & ~Q(consent_note="")),
        violation_error_message="Jelaskan siapa yang menyetujui, atau mengapa klien belum mampu menyatakan.",
    ),
    models.CheckConstraint(
        name="referral_sent_at_and_by",
        condition=Q(sent_at=None, sent_by=None, letter=None)
        | Q(sent_at__isnull=False, sent_by__isnull=False, letter__isnull=False),
        violation_error_message="Rujukan yang dikirim memerlukan surat, waktu, dan pengirim.",
    ),
    models.CheckConstraint(
        name="referral_sent_fits_status",
        condition=Q(status__in=NOT_SENT, sent_at=None)
        | (~Q(status__in=[*NOT_SENT, "withdrawn"]) & Q(sent_at__isnull=False))
        | Q(status="withdrawn"),
        violation_error_message="Hanya konsep yang belum mempunyai surat.",
    ),
    models.CheckConstraint(
        name="referral_waiting_was_submitted",
        condition=~Q(status="waiting") | Q(submitted_at__isnull=False),
    ),
    models.CheckConstraint(
        name="referral_approved_by_another",
        condition=Q(approved_by=None) | (Q(submitted_by__isnull=False) & ~Q(approved_by=F("submitted_by"))),
        violation_error_message="Rujukan disetujui oleh orang lain, bukan oleh yang mengajukannya.",
    ),
    models.CheckConstraint(
        name="referral_answered_at_and_by",
        condition=Q(
            answered_at=None, answer_recorded_by=None, answered_on=None, answered_by_name="", answered_channel=""
        )
        | (
            Q(answered_at__isnull=False, answered_on__isnull=False, sent_at__isnull=False)
            & ~Q(answered_by_name="")
            & (
                Q(answered_channel="link", answer_recorded_by=None)
                | (~Q(answered_channel__in=["", "link"]) & Q(answer_recorded_by__isnull=False))
            )
        ),
        violation_error_message="Jawaban mitra memerlukan tanggal dan nama yang menjawab.",
    ),
    models.CheckConstraint(
        name="referral_answer_fits_status",
        condition=Q(status__in=NOT_SENT, answered_at=None)
        | Q(status__in=["declined", "postponed", *TAKEN], answered_at__isnull=False)
        | Q(status__in=["sent", "seen", "question", "withdrawn", "expired"]),
        violation_error_message="Catat jawaban mitra beserta tanggal dan nama yang menjawab.",
    ),
    models.CheckConstraint(
        name="referral_declined_with_reason",
        condition=(~Q(status="declined") & Q(decline_reason=""))
        | (Q(status="declined") & ~Q(decline_reason__in=["", "other"]))
        | (Q(status="declined", decline_reason="other") & ~Q(answer_note="")),
        violation_error_message="Pilih alasan ditolak; bila “Lainnya”, tulis di catatan jawaban.",
    ),
    models.CheckConstraint(
        name="referral_postponed_until_a_day",
        condition=Q(status="postponed", postponed_until__isnull=False)
        | (~Q(status="postponed") & Q(postponed_until=None)),
        violation_error_message="Penundaan memerlukan tanggal.",
    ),
    models.CheckConstraint(
        name="referral_arranged_when_accepted",
        condition=Q(arranged_on=None, conditions="")
        | (
            Q(status__in=[*TAKEN, "withdrawn"], answered_on__isnull=False)
            & (Q(arranged_on=None) | Q(arranged_on__gte=F("answered_on")))
        ),
        violation_error_message="Tanggal mengantar klien tidak boleh sebelum tanggal jawaban.",
    ),
    models.CheckConstraint(
        name="referral_handed_over_when_taken",
        condition=Q(handed_over_on=None, handed_over_at=None, received_by_name="")
        | (
            Q(status__in=TAKEN, handed_over_on__gte=F("answered_on"), handed_over_at__isnull=False)
            & ~Q(received_by_name="")
        ),
        violation_error_message="Serah terima memerlukan tanggal dan nama yang menerima, sesudah mitra menerima.",
    ),
    models.CheckConstraint(
        name="referral_handed_over_fits_status",
        condition=~Q(status="handed_over") | Q(handed_over_at__isnull=False),
    ),
    models.CheckConstraint(
        name="referral_arrived_when_taken",
        condition=(~Q(status="arrived") & Q(arrived_at=None, arrived_on=None))
        | Q(status__in=["arrived", *WITH_RESULT], arrived_at__isnull=False, arrived_on__isnull=False),
        violation_error_message="Kedatangan klien memerlukan tanggal.",
    ),
    models.CheckConstraint(
        name="referral_completed_at_and_by",
        condition=(~Q(status__in=WITH_RESULT) & Q(completed_at=None, completed_by=None, result=""))
        | (Q(status__in=WITH_RESULT, completed_at__isnull=False) & ~Q(result="")),
        violation_error_message="Rujukan yang selesai memerlukan hasilnya.",
    ),
    models.CheckConstraint(
        name="referral_closed_at_and_by",
        condition=(~Q(status="closed") & Q(closed_at=None, closed_by=None))
        | Q(status="closed", closed_at__isnull=False, closed_by__isnull=False),
    ),
    models.CheckConstraint(
        name="referral_withdrawn_at_and_by",
        condition=(~Q(status="withdrawn") & Q(withdrawn_at=None, withdrawn_by=None, withdraw_reason=""))
        | (Q(status="withdrawn", withdrawn_at__isnull=False) & ~Q(withdraw_reason="")),
        violation_error_message="Rujukan yang dibatalkan memerlukan alasan.",
    ),
    models.CheckConstraint(
        name="referral_ended_fits_status",
        condition=Q(status__in=ENDED, ended_at__isnull=False) | (~Q(status__in=ENDED) & Q(ended_at=None)),
    ),
    *(pair(step) for step in ("resumed", "submitted", "approved", "reminded", "handed_over")),
    models.CheckConstraint(
        name="referral_returned_at_and_by",
        condition=Q(returned_at=None, returned_by=None, return_note="")
        | (Q(returned_at__isnull=False, returned_by__isnull=False) & ~Q(return_note="")),
        violation_error_message="Tulis apa yang perlu diperbaiki.",
    ),
]
