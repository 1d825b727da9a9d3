"""The words of the register of complaints: where it came in, what it is, how far it is."""

from django.db import models

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is misread on paper
CODE_LENGTH = 10  # of 31 letters each: 49 bits


class Channel(models.TextChoices):
    FORM = "form", "Formulir publik"
    DESK = "desk", "Langsung"
    PHONE = "phone", "Telepon"
    LETTER = "letter", "Surat"
    WHATSAPP = "whatsapp", "WhatsApp"
    SP4N = "sp4n", "SP4N-LAPOR!"
    BOX = "box", "Kotak saran"


class Kind(models.TextChoices):
    """The classes of SP4N-LAPOR! (aspirasi covers saran), a word of thanks, and somebody who needs help."""

    COMPLAINT = "complaint", "Pengaduan"
    SUGGESTION = "suggestion", "Saran atau aspirasi"
    INFORMATION = "information", "Permintaan informasi"
    THANKS = "thanks", "Apresiasi"
    PERSON = "person", "Laporan tentang orang yang perlu ditolong"


class Status(models.TextChoices):
    RECEIVED = "received", "Diterima"
    VERIFIED = "verified", "Terverifikasi"
    IN_PROGRESS = "in_progress", "Ditindaklanjuti"
    ANSWERED = "answered", "Dijawab"
    CLOSED = "closed", "Ditutup"
    REFUSED = "refused", "Tidak dapat diproses"
    DUPLICATE = "duplicate", "Ganda"
    FORWARDED = "forwarded", "Diteruskan ke instansi lain"


class Addressee(models.TextChoices):
    SHELTER = "shelter", "Panti"
    DEPARTMENT = "department", "Dinas"


class Secrecy(models.TextChoices):
    OPEN = "open", "Terbuka"
    SECRET = "secret", "Rahasia"


class Reason(models.TextChoices):
    SCOPE = "scope", "Di luar pelayanan panti dan dinas"
    UNCLEAR = "unclear", "Keterangan kurang dan pengirim tidak dapat dihubungi"
    COURT = "court", "Sedang ditangani penegak hukum atau pengadilan"
    ABUSE = "abuse", "Hanya berisi hinaan atau iklan"
    OTHER = "other", "Lainnya"


class Satisfaction(models.IntegerChoices):
    """The four grades of the satisfaction survey."""

    VERY_BAD = 1, "Sangat tidak puas"
    BAD = 2, "Tidak puas"
    GOOD = 3, "Puas"
    VERY_GOOD = 4, "Sangat puas"


OPEN = (Status.RECEIVED, Status.VERIFIED, Status.IN_PROGRESS)
WORKING = (Status.VERIFIED, Status.IN_PROGRESS)
DONE = (Status.ANSWERED, Status.CLOSED)
TURNED_AWAY = (Status.REFUSED, Status.DUPLICATE, Status.FORWARDED)
# All that a sender is told of how far it is.
STAGES = {
    Status.RECEIVED: "Diterima", Status.VERIFIED: "Ditangani", Status.IN_PROGRESS: "Ditangani",
    **dict.fromkeys((*DONE, *TURNED_AWAY), "Selesai"),
}  # fmt: skip
