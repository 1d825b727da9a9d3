"""The way of a journey home as its page tells it."""


def milestones(journey):
    """What happened so far, in order: (label, moment, who, words)."""
    one = journey
    steps = [
        ("Rencana dibuat", one.created_at, one.created_by, ""),
        ("Diajukan kepada kepala", one.submitted_at, one.submitted_by, ""),
        ("Dikembalikan dengan catatan", one.returned_at, one.returned_by, one.return_note),
        ("Disetujui", one.approved_at, f"{one.approved_as or one.approved_by}", ""),
        ("Surat-surat diterbitkan", one.issued_at, one.issued_by, ""),
        ("Dilanjutkan", one.resumed_at, one.resumed_by, ""),
        ("Berangkat dan masa tinggal berakhir", one.departed_at, one.departed_by, ""),
        ("Diterima di tujuan", one.received_at, "", ""),
        (f"Gagal: {one.get_failure_display()}", one.failed_at, one.failed_by, one.failure_note),
        ("Ditutup", one.closed_at, one.closed_by, ""),
        ("Dibatalkan", one.cancelled_at, one.cancelled_by, one.cancel_reason),
    ]
    return sorted((step for step in steps if step[1]), key=lambda step: step[1])
