"""What is always true of a referral, whatever wrote it: which columns each status has filled."""

from django.db import models
from django.db.models import F, Q

RULES = [
    models.UniqueConstraint(
        fields=["stay", "partner"],
        name="referral_running_once_per_partner",
        condition=Q(status__in=["draft", "sent", "accepted"]),
        violation_error_message="Rujukan klien ini ke mitra itu masih berjalan.",
    ),
    models.CheckConstraint(
        name="referral_consent_explained",
        condition=Q(consent="agreed") | (Q(consent__in=["guardian", "unable"]) & ~Q(consent_note="")),
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
        condition=Q(status="draft", sent_at=None)
        | Q(status__in=["sent", "accepted", "declined", "completed"], sent_at__isnull=False)
        | Q(status="withdrawn"),
        violation_error_message="Hanya konsep yang belum mempunyai surat.",
    ),
    models.CheckConstraint(
        name="referral_answered_at_and_by",
        condition=Q(answered_at=None, answer_recorded_by=None, answered_on=None, answered_by_name="")
        | (
            Q(answered_at__isnull=False, answer_recorded_by__isnull=False, answered_on__isnull=False)
            & Q(sent_at__isnull=False)
            & ~Q(answered_by_name="")
        ),
        violation_error_message="Jawaban mitra memerlukan tanggal dan nama yang menjawab.",
    ),
    models.CheckConstraint(
        name="referral_answer_fits_status",
        condition=Q(status__in=["draft", "sent"], answered_at=None)
        | Q(status__in=["accepted", "declined", "completed"], answered_at__isnull=False)
        | Q(status="withdrawn"),
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
        name="referral_arranged_when_accepted",
        condition=Q(arranged_on=None, conditions="")
        | (
            Q(status__in=["accepted", "completed", "withdrawn"], answered_on__isnull=False)
            & (Q(arranged_on=None) | Q(arranged_on__gte=F("answered_on")))
        ),
        violation_error_message="Tanggal mengantar klien tidak boleh sebelum tanggal jawaban.",
    ),
    models.CheckConstraint(
        name="referral_completed_at_and_by",
        condition=(~Q(status="completed") & Q(completed_at=None, completed_by=None, result=""))
        | (Q(status="completed", completed_at__isnull=False, completed_by__isnull=False) & ~Q(result="")),
        violation_error_message="Rujukan yang selesai memerlukan hasilnya.",
    ),
    models.CheckConstraint(
        name="referral_withdrawn_at_and_by",
        condition=(~Q(status="withdrawn") & Q(withdrawn_at=None, withdrawn_by=None, withdraw_reason=""))
        | (Q(status="withdrawn", withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdraw_reason="")),
        violation_error_message="Rujukan yang dibatalkan memerlukan alasan.",
    ),
]
