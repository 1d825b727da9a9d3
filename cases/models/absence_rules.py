"""What must never be false of an absence."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

ABSENCE_RULES = [
    models.CheckConstraint(
        name="absence_returns_after_leaving",
        condition=Q(returned_on=None) | Q(returned_on__gte=F("left_on")),
        violation_error_message="Tanggal kembali tidak boleh sebelum tanggal pergi.",
    ),
    models.CheckConstraint(
        name="absence_expected_after_leaving",
        condition=Q(expected_on=None) | Q(expected_on__gte=F("left_on")),
        violation_error_message="Rencana kembali tidak boleh sebelum tanggal pergi.",
    ),
    models.CheckConstraint(
        name="absence_returned_on_at_and_by",
        condition=Q(returned_on=None, return_recorded_at=None, return_recorded_by=None)
        | Q(returned_on__isnull=False, return_recorded_at__isnull=False, return_recorded_by__isnull=False),
        violation_error_message="Kembalinya klien memerlukan tanggal, dan siapa yang mencatatnya.",
    ),
    models.CheckConstraint(
        name="absence_return_time_has_date",
        condition=Q(returned_at=None) | Q(returned_on__isnull=False),
        violation_error_message="Jam kembali memerlukan tanggal kembali.",
    ),
    models.CheckConstraint(
        name="absence_letter_of_absconding",
        condition=Q(letter=None) | Q(kind="kabur"),
        violation_error_message="Surat laporan hanya untuk klien yang pergi tanpa izin.",
    ),
    models.CheckConstraint(
        name="absence_let_go_at_and_by",
        condition=Q(let_go_at=None, let_go_by=None) | Q(let_go_at__isnull=False, let_go_by__isnull=False),
    ),
    ExclusionConstraint(
        name="absence_no_overlap_per_stay",
        expressions=[
            ("stay", RangeOperators.EQUAL),
            (
                Func("left_on", "returned_on", Value("[)"), function="daterange", output_field=DateRangeField()),
                RangeOperators.OVERLAPS,
            ),
        ],
        violation_error_message="Klien sudah tercatat pergi pada tanggal itu.",
    ),
]
