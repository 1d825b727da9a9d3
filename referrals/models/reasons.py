"""The lists of a referral: how urgent, who agreed, why it was declined."""

from django.db.models import TextChoices


class Urgency(TextChoices):
    NORMAL = "normal", "Biasa"
    SOON = "soon", "Segera"
    EMERGENCY = "emergency", "Darurat"


class Consent(TextChoices):
    AGREED = "agreed", "Klien menyetujui"
    GUARDIAN = "guardian", "Disetujui wali atau keluarga"
    UNABLE = "unable", "Klien belum mampu menyatakan"
    WITHOUT = "without", "Tanpa persetujuan: darurat atau kewajiban hukum"


class DeclineReason(TextChoices):
    FULL = "full", "Kuota penuh"
    CRITERIA = "criteria", "Tidak sesuai kriteria"
    REFUSED = "refused", "Klien menolak"
    PAPERS = "papers", "Dokumen kurang"
    OTHER = "other", "Lainnya"
