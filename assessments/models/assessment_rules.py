"""What must never be false of an assessment, kept by the database."""

from django.db import models
from django.db.models import F, Q

from assessments.models.assessments import EDITABLE
from assessments.models.imported import imported_rules


def rules():
    return [
        models.UniqueConstraint(
            fields=["stay", "instrument"],
            condition=Q(status__in=EDITABLE, corrects=None),
            name="assessment_one_open_per_instrument",
            violation_error_message="Asesmen dengan instrumen ini sedang diisi.",
        ),
        models.UniqueConstraint(
            fields=["corrects"],
            condition=~Q(status="dropped"),
            name="assessment_corrected_once",
            violation_error_message="Perbaikan atas asesmen ini sudah ada.",
        ),
        models.CheckConstraint(
            name="assessment_correction_has_reason",
            condition=Q(corrects=None, correction_reason="") | (Q(corrects__isnull=False) & ~Q(correction_reason="")),
            violation_error_message="Tulis mengapa asesmen diperbaiki.",
        ),
        *(
            models.CheckConstraint(
                name=f"assessment_{act}_at_and_by",
                condition=Q((f"{act}_at__isnull", True), (f"{act}_by__isnull", True))
                | Q((f"{act}_at__isnull", False), (f"{act}_by__isnull", False)),
            )
            for act in ("last_saved", "reviewed")
        ),
        models.CheckConstraint(
            name="assessment_submitted_at_and_by",
            condition=Q(submitted_at=None, submitted_by=None)
            | Q(submitted_at__isnull=False, submitted_by__isnull=False)
            | Q(submitted_at__isnull=False, imported_at__isnull=False),  # by whom, no sheet says for sure
        ),
        *imported_rules(),
        models.CheckConstraint(
            name="assessment_status_fits",
            condition=Q(status="draft", submitted_at=None, reviewed_at=None)
            | Q(status="submitted", submitted_at__isnull=False, reviewed_at=None)
            | (Q(status="returned", reviewed_at__isnull=False, submitted_at__isnull=False) & ~Q(review_note=""))
            | Q(status="approved", reviewed_at__isnull=False, submitted_at__isnull=False)
            | Q(status="dropped", corrects__isnull=False)
            | Q(status="imported", submitted_at__isnull=False),
        ),
        models.CheckConstraint(
            name="assessment_not_reviewed_by_its_author",
            condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("submitted_by")),
            violation_error_message="Asesmen ditinjau oleh orang lain, bukan oleh yang menyelesaikannya.",
        ),
    ]  # fmt: skip
