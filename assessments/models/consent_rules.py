"""What must never be false of a consent."""

from django.db import models
from django.db.models import F, Q

ANSWERED = Q(status__in=["given", "refused", "withdrawn"])
SAID = (
    Q(decided_on__isnull=False, recorded_at__isnull=False) & ~Q(given_by="") & ~Q(giver_name="") & ~Q(way="")
)  # fmt: skip
RULES = [
    *(
        models.CheckConstraint(
            name=f"consent_{act}_at_and_by",
            condition=Q((f"{act}_at__isnull", True), (f"{act}_by__isnull", True))
            | Q((f"{act}_at__isnull", False), (f"{act}_by__isnull", False)),
        )
        for act in ("recorded", "withdrawn", "voided")
    ),
    models.CheckConstraint(
        name="consent_partner_only_for_sharing",
        condition=(Q(purpose="share") & ~Q(partner="")) | (~Q(purpose="share") & Q(partner="")),
        violation_error_message="Berbagi data memerlukan nama lembaga penerima; tujuan lain tidak memakainya.",
    ),
    models.CheckConstraint(
        name="consent_answer_is_whole",
        condition=(Q(status="open", decided_on=None, recorded_at=None))
        | (ANSWERED & SAID)
        | (Q(status="unable", decided_on__isnull=False, given_by="") & ~Q(reason=""))
        | Q(status="void", voided_at__isnull=False),
        violation_error_message="Jawaban memerlukan siapa, cara, dan tanggalnya; yang belum mampu memerlukan alasan.",
    ),
    models.CheckConstraint(
        name="consent_guardian_has_relation",
        condition=~Q(given_by="guardian") | ~Q(giver_relation=""),
        violation_error_message="Tulis hubungan wali dengan klien.",
    ),
    models.CheckConstraint(
        name="consent_head_says_why",
        condition=~Q(given_by="head") | ~Q(reason=""),
        violation_error_message="Tulis mengapa tidak ada wali.",
    ),
    models.CheckConstraint(
        name="consent_spoken_has_witnesses",
        condition=~Q(way="spoken") | (~Q(witness_1="") & ~Q(witness_2="")),
        violation_error_message="Persetujuan lisan memerlukan dua saksi.",
    ),
    models.CheckConstraint(
        name="consent_withdrawn_is_whole",
        condition=Q(status="void")
        | Q(withdrawn_on=None, withdrawn_at=None) & ~Q(status="withdrawn")
        | (Q(status="withdrawn", withdrawn_on__gte=F("decided_on"), withdrawn_at__isnull=False)
           & ~Q(withdrawn_by_name="")),
        violation_error_message="Pencabutan memerlukan siapa dan tanggal, tidak sebelum persetujuan diberikan.",
    ),
    models.CheckConstraint(
        name="consent_lasts_beyond_its_answer",
        condition=Q(valid_until=None) | Q(decided_on=None) | Q(valid_until__gte=F("decided_on")),
        violation_error_message="Masa berlaku berakhir tidak sebelum tanggal persetujuan.",
    ),
]  # fmt: skip
