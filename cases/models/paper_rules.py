"""What may never be false of an identity paper: each step has its date and its person, and the dates follow."""

from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from cases.models.paper_kinds import INITIAL, OPEN, PaperStatus


def both_or_neither(noun, first, second, message=""):
    return CheckConstraint(
        name=f"{noun}_{first}_and_by",
        condition=Q(**{first: None, second: None}) | Q(**{f"{first}__isnull": False, f"{second}__isnull": False}),
        violation_error_message=message or "Tanggal dan petugas dicatat bersama.",
    )


def not_before(later, earlier, message):
    return CheckConstraint(
        name=f"paper_{later}_not_before_{earlier}",
        condition=Q(**{later: None}) | Q(**{earlier: None}) | Q(**{f"{later}__gte": F(earlier)}),
        violation_error_message=message,
    )


def needs(status, name, condition, message):
    return CheckConstraint(
        name=f"paper_{name}", condition=~Q(status=status) | condition, violation_error_message=message
    )


S = PaperStatus
RULES = [
    *(both_or_neither("paper", f"{step}_on", f"{step}_by")
      for step in ("gathered", "requested", "decided", "handed", "dropped")),
    not_before("gathered_on", "started_on", "Syarat tidak mungkin dikumpulkan sebelum dicatat."),
    not_before("requested_on", "started_on", "Tanggal pengajuan tidak boleh sebelum dicatat."),
    not_before("decided_on", "requested_on", "Tanggal terbit tidak boleh sebelum diajukan."),
    not_before("handed_on", "decided_on", "Tanggal penyerahan tidak boleh sebelum terbit."),
    needs(S.REQUESTED, "requested_at_an_office", Q(requested_on__isnull=False) & ~Q(office=""),
          "Isi tanggal dan kantor tempat dokumen diajukan."),
    needs(S.ISSUED, "issued_on_a_day", Q(decided_on__isnull=False), "Isi tanggal terbit."),
    needs(S.REFUSED, "refused_with_reason", Q(decided_on__isnull=False) & ~Q(refuse_reason=""),
          "Isi tanggal dan alasan penolakan."),
    needs(S.HANDED, "handed_to_somebody", Q(handed_on__isnull=False) & ~Q(handed_to=""),
          "Isi tanggal dan kepada siapa dokumen diserahkan."),
    needs(S.DROPPED, "dropped_with_reason", Q(dropped_on__isnull=False) & ~Q(drop_reason=""),
          "Isi alasan mengapa dihentikan."),
    CheckConstraint(
        name="paper_begun_as_initial", condition=Q(begun_as__in=INITIAL),
        violation_error_message="Pilih keadaan dokumen sekarang.",
    ),
    CheckConstraint(
        name="paper_other_is_named", condition=~Q(kind="other") | ~Q(kind_note=""),
        violation_error_message="Tulis dokumen apa yang dimaksud.",
    ),
    UniqueConstraint(
        fields=["stay", "kind"], name="paper_open_once_per_kind",
        condition=Q(status__in=OPEN) & ~Q(kind="other"),
        violation_error_message="Dokumen jenis ini sudah dalam proses.",
    ),
]  # fmt: skip
