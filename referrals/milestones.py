"""The way of a referral as its page tells it."""

from referrals.models.status import TAKEN, Status

ANSWERS = {Status.DECLINED: "Ditolak mitra", Status.POSTPONED: "Ditunda mitra"} | dict.fromkeys(TAKEN, "Diterima mitra")


def milestones(referral):
    """What happened so far, in order: (label, moment, who, words)."""
    one, voice = referral, referral.answered_voice if referral.answered_at else ""
    steps = [
        ("Konsep dibuat", one.created_at, one.created_by, ""),
        ("Diajukan kepada kepala", one.submitted_at, one.submitted_by, ""),
        ("Dikembalikan dengan catatan", one.returned_at, one.returned_by, one.return_note),
        ("Disetujui", one.approved_at, f"{one.approved_as or one.approved_by}", ""),
        ("Surat diterbitkan dan dikirim", one.sent_at, one.sent_by, str(one.letter or "")),
        ("Mitra diingatkan", one.reminded_at, one.reminded_by, ""),
        (ANSWERS.get(one.status, "Dijawab mitra"), one.answered_at, voice, one.answer_note),
        ("Dilanjutkan", one.resumed_at, one.resumed_by, ""),
        ("Diserahterimakan", one.handed_over_at, one.handed_over_by, ""),
        ("Tiba di mitra", one.arrived_at, one.received_by_name or one.partner, ""),
        ("Hasil diterima", one.completed_at, one.completed_by or one.partner, one.result),
        ("Ditutup", one.closed_at, one.closed_by, ""),
        ("Dibatalkan", one.withdrawn_at, one.withdrawn_by or "sistem", one.withdraw_reason),
    ]
    if one.status == Status.EXPIRED:
        steps.append(("Ditutup karena lewat waktu", one.ended_at, "", ""))
    return [step for step in steps if step[1]]
