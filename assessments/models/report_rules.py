"""What must never be false of a social report."""

from django.db import models
from django.db.models import F, Q

NUMBERED = Q(status__in=["signed", "replaced"])
RULES = [
    *(
        models.CheckConstraint(
            name=f"social_report_{act}_at_and_by",
            condition=Q((f"{act}_at__isnull", True), (f"{act}_by__isnull", True))
            | Q((f"{act}_at__isnull", False), (f"{act}_by__isnull", False)),
        )
        for act in ("last_saved", "submitted", "reviewed", "signed", "voided")
    ),
    models.CheckConstraint(
        name="social_report_status_fits",
        condition=Q(status="draft", letter=None, signed_at=None, voided_at=None)
        | Q(status="submitted", submitted_at__isnull=False, letter=None, signed_at=None, voided_at=None)
        | (Q(status="returned", reviewed_at__isnull=False, letter=None, signed_at=None) & ~Q(review_note=""))
        | (NUMBERED & Q(letter__isnull=False, signed_at__isnull=False, voided_at=None))
        | (Q(status="void", voided_at__isnull=False) & ~Q(void_reason="")),
        violation_error_message="Status laporan tidak cocok dengan nomor, tanda tangan, atau alasannya.",
    ),
    models.CheckConstraint(
        name="social_report_not_signed_by_its_author",
        condition=Q(signed_by=None) | ~Q(signed_by=F("submitted_by")),
        violation_error_message="Laporan ditandatangani oleh orang lain, bukan oleh yang menyusunnya.",
    ),
    models.CheckConstraint(
        name="social_report_period_fits_kind",
        condition=Q(kind="social_report", period_from=None, period_until=None)
        | Q(kind="progress", period_from__isnull=False, period_until__gte=F("period_from")),
        violation_error_message="Masa laporan perkembangan berakhir tidak sebelum mulainya.",
    ),
    models.CheckConstraint(
        name="social_report_replaces_with_reason",
        condition=Q(replaces=None, replace_reason="") | (Q(replaces__isnull=False) & ~Q(replace_reason="")),
        violation_error_message="Tulis alasan mengganti laporan.",
    ),
    models.UniqueConstraint(
        fields=["replaces"],
        condition=~Q(status="void"),
        name="social_report_replaced_once",
        violation_error_message="Laporan pengganti sudah ada.",
    ),
]
