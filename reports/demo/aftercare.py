"""Some of those who left are asked with the pasca-layanan instrument, contact after contact, so that a change shows."""

from django.utils import timezone

from assessments.aftercare import begin_aftercare

FIRST = {
    "rumah": "menumpang_sementara", "sehat": "cukup", "kecukupan": "kurang", "hubungan": "cukup", "di_jalan": "tidak",
    "kesimpulan": "Diterima keluarga; mulai membantu di warung dan belum punya penghasilan sendiri.",
    "tindak_lanjut": ["kerja"],
}  # fmt: skip
SECOND = FIRST | {
    "rumah": "menetap", "kecukupan": "pas", "tindak_lanjut": ["kunjungan"],
    "kesimpulan": "Bekerja harian dan menetap di rumah kakaknya.",
}  # fmt: skip
THIRD = SECOND | {
    "sehat": "sehat", "hubungan": "baik", "kesimpulan": "Mandiri bersama keluarga.", "tindak_lanjut": ["tidak_perlu"],
}  # fmt: skip
STEPS = {7: FIRST, 30: SECOND, 90: THIRD}


def ask_with_instrument(contact, *, by, head):
    """Filled on the day by the worker, and approved: only approved scores are drawn."""
    stay, today = contact.stay, contact.shelter.today()
    days = (contact.due_on - stay.ended_on).days
    assessment = begin_aftercare(stay, by=by, contact=contact)
    assessment.started_at = timezone.now()  # a default was taken before the clock was set
    assessment.save(update_fields=["started_at"])
    said = {"tanggal": today.isoformat(), "cara": "kunjungan", "lawan_bicara": ["klien", "keluarga"], "bertemu": "ya"}
    said |= STEPS.get(days, THIRD)
    answers = {assessment.form.path_of[name]: value for name, value in said.items()}
    assessment.save_answers(answers, was=assessment.answers, by=by)
    assessment.submit(by=by)
    assessment.approve(by=head)
