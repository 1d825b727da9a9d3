"""What is never false of a row of a sweep, with the words that people read."""

from django.db import models
from django.db.models import F, Q

NOWHERE = Q(stay=None, to_shelter=None, same_as=None)

RULES = [
    models.UniqueConstraint(
        fields=["sweep", "serial"],
        name="sweepperson_serial_once",
        violation_error_message="Nomor urut itu sudah dipakai.",
    ),
    models.CheckConstraint(
        name="sweepperson_can_be_told_apart",
        condition=~Q(mark="") | ~Q(called="") | ~Q(name="") | ~Q(photo=""),
        violation_error_message="Isi satu tanda pengenal: ciri-ciri, nama panggilan, atau foto.",
    ),
    models.CheckConstraint(
        name="sweepperson_outcome_fits",
        condition=(Q(outcome="", destination="") & NOWHERE)
        | (Q(outcome="released") & NOWHERE)
        | Q(outcome="admitted", stay__isnull=False, to_shelter=None, same_as=None)
        | Q(outcome="shelter", to_shelter__isnull=False, stay=None, same_as=None)
        | (Q(outcome="partner") & ~Q(destination="") & NOWHERE)
        | (Q(outcome="family") & ~Q(destination="") & NOWHERE)
        | Q(outcome="same", same_as__isnull=False, stay=None, to_shelter=None),
        violation_error_message="Lengkapi keputusan: panti tujuan, nama lembaga, atau siapa yang menjemput.",
    ),
    models.CheckConstraint(
        name="sweepperson_child_in_safe_hands",
        condition=Q(estimated_age=None)
        | Q(estimated_age__gte=18)
        | (~Q(outcome="released") & (~Q(outcome="family") | ~Q(proof=""))),
        violation_error_message="Anak hanya diserahkan kepada keluarga dengan bukti hubungan, atau kepada lembaga.",
    ),
    models.CheckConstraint(
        name="sweepperson_decided_at_and_by",
        condition=Q(outcome="", decided_at=None, decided_by=None)
        | (~Q(outcome="") & Q(decided_at__isnull=False, decided_by__isnull=False)),
    ),
    models.CheckConstraint(
        name="sweepperson_not_same_as_itself",
        condition=Q(same_as=None) | ~Q(same_as=F("pk")),
        violation_error_message="Pilih baris lain.",
    ),
    models.CheckConstraint(
        name="sweepperson_age_is_human",
        condition=Q(estimated_age=None) | Q(estimated_age__lte=130),
        violation_error_message="Perkiraan usia antara 0 dan 130 tahun.",
    ),
]
